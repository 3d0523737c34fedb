//! resvg as a reader of what the charts write: it knows nothing of how they were drawn.

use resvg::usvg::{Options, Tree};

use crate::chart::font::{self, Weight};

/// An SVG as resvg understands it, with the embedded font and no other.
pub fn read(svg: &str) -> Tree {
    let mut options = Options { font_family: font::NAME.to_owned(), ..Options::default() };
    for weight in [Weight::Regular, Weight::Bold] {
        options.fontdb_mut().load_font_data(font::bytes(weight).to_vec());
    }
    Tree::from_str(svg, &options).unwrap()
}
