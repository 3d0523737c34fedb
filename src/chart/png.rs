//! From SVG to PNG, with the embedded font and no other.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::style::PNG_SCALE;
use super::{fault, font};
use crate::error::Error;

/// The PNG picture of a chart's SVG text, two pixels to a point.
///
/// # Errors
/// [`Error::Fault`] where the text is no SVG, or the picture would be too large for memory.
pub fn png(svg: &str) -> Result<Vec<u8>, Error> {
    let tree = read(svg)?;
    let size = tree.size().to_int_size().scale_by(PNG_SCALE).ok_or_else(|| fault("it has no size"))?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or_else(|| fault("it is too large"))?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(PNG_SCALE, PNG_SCALE), &mut pixels.as_mut());
    encode(&pixels)
}

/// The picture as resvg understands it.
pub(super) fn read(svg: &str) -> Result<Tree, Error> {
    let mut options = Options { font_family: font::NAME.to_owned(), ..Options::default() };
    for face in [font::REGULAR, font::BOLD] {
        options.fontdb_mut().load_font_data(face.to_vec());
    }
    Tree::from_str(svg, &options).map_err(fault)
}

/// How hard to compress: the lightest level halves the time that nine charts take, so that a comparison that is stopped
/// ends soon; the files are twice as long, 300 kB at most times.
const LEVEL: u8 = 1;

/// The bytes of a picture without holes. Charts are flat areas of few colours: without alpha and without filters they
/// are written in half the time, and smaller, than by the pixmap's own way.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>, Error> {
    let colours: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_deflate_compression(png::DeflateCompression::Level(LEVEL));
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().map_err(fault)?;
    writer.write_image_data(&colours).map_err(fault)?;
    writer.finish().map_err(fault)?;
    Ok(bytes)
}
