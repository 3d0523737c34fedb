//! A picture as PNG: its SVG as resvg reads it, with the embedded font and no other.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::fault;
use super::font::{self, Weight};
use super::picture::Picture;
use super::style::{PNG_SCALE, SIZE};
use crate::error::Error;

/// The bytes of a picture, two pixels to a point.
pub fn write(picture: &Picture) -> Result<Vec<u8>, Error> {
    encode(&pixels(picture)?)
}

/// The picture as pixels, none of which shows what is behind it.
pub fn pixels(picture: &Picture) -> Result<Pixmap, Error> {
    let mut options = Options { font_family: font::NAME.to_owned(), ..Options::default() };
    for weight in [Weight::Regular, Weight::Bold] {
        options.fontdb_mut().load_font_data(font::bytes(weight).to_vec());
    }
    let tree = Tree::from_str(&picture.svg()?, &options).map_err(fault)?;
    let mut pixels = Pixmap::new(SIZE.0 * PNG_SCALE, SIZE.1 * PNG_SCALE).ok_or_else(|| fault("it is too large"))?;
    pixels.fill(Color::WHITE);
    let scale = PNG_SCALE as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
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
