//! resvg as a reader of what the charts write: it knows nothing of how they were drawn.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::report::chart::backend::font::{self, Weight};
use crate::report::chart::style::{PNG_SCALE, SIZE};

/// An SVG as resvg understands it, with the embedded font and no other.
pub fn read(svg: &str) -> Tree {
    let mut options = Options {
        font_family: font::NAME.to_owned(),
        ..Options::default()
    };
    for weight in [Weight::Regular, Weight::Bold] {
        options
            .fontdb_mut()
            .load_font_data(font::bytes(weight).to_vec());
    }
    Tree::from_str(svg, &options).unwrap()
}

/// An SVG as resvg paints it, as large as our PNG.
pub fn pixels(svg: &str) -> Pixmap {
    let mut pixels = Pixmap::new(SIZE.0 * PNG_SCALE, SIZE.1 * PNG_SCALE).unwrap();
    pixels.fill(Color::WHITE);
    let scale = PNG_SCALE as f32;
    resvg::render(
        &read(svg),
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
}
