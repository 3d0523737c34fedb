//! A picture as PNG: its marks put straight onto pixels, as readers of SVG put them.

use plotters::style::{Color as _, RGBAColor};
use tiny_skia::{
    Color, FillRule, IntSize, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform,
};

use super::fault::{fault, no_room, room};
use super::letters::Letters;
use super::picture::{Mark, Picture, PointInTenths, TENTHS};
use crate::error::Error;
use crate::report::chart::style::{PAPER, PNG_SCALE, SIZE};

impl Picture {
    /// The picture as a PNG file, two pixels to a point.
    ///
    /// # Errors
    /// [`Error::Memory`] where there is too little; [`Error::Fault`] where it cannot be drawn,
    /// which no findings can cause.
    pub fn png(&self) -> Result<Vec<u8>, Error> {
        encode(pixels(self)?)
    }
}

/// The picture as pixels, none of which shows what is behind it.
pub fn pixels(picture: &Picture) -> Result<Pixmap, Error> {
    let mut pixels = blank()?;
    pixels.fill(colour(PAPER.to_rgba()));
    let letters = Letters::new()?;
    picture
        .marks
        .iter()
        .for_each(|mark| draw(&mut pixels, &letters, mark));
    Ok(pixels)
}

/// Pixels to draw on. The library would take their memory without asking for it.
fn blank() -> Result<Pixmap, Error> {
    let size = IntSize::from_wh(SIZE.0 * PNG_SCALE, SIZE.1 * PNG_SCALE)
        .ok_or_else(|| fault("it is too large"))?;
    let length = BYTES_PER_PIXEL * size.width() as usize * size.height() as usize;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).map_err(|_| no_room())?;
    bytes.resize(length, 0);
    room()?;
    Pixmap::from_vec(bytes, size).ok_or_else(|| fault("its size is not that of its pixels"))
}

/// Draws a mark. What has no extent shows nothing, as in an SVG.
fn draw(pixels: &mut Pixmap, letters: &Letters, mark: &Mark) {
    match mark {
        Mark::Text(text) => fill(pixels, letters.outlines(text), text.colour.to_rgba()),
        Mark::Rectangle { corners, colour } => fill(pixels, rectangle(*corners), colour.to_rgba()),
        Mark::Line {
            points,
            colour,
            width,
        } => stroke(pixels, line(points).finish(), colour.to_rgba(), *width),
        Mark::Shape { points, colour } => {
            let mut path = line(points);
            path.close();
            fill(pixels, path.finish(), *colour);
        }
        Mark::Dot {
            centre,
            radius,
            fill: within,
            outline: (colour, width),
        } => {
            let circle = PathBuilder::from_circle(centre.0 as f32, centre.1 as f32, *radius as f32);
            fill(pixels, circle.clone(), within.to_rgba());
            stroke(pixels, circle, colour.to_rgba(), *width);
        }
    }
}

fn fill(pixels: &mut Pixmap, path: Option<Path>, colour: RGBAColor) {
    if let Some(path) = path {
        pixels.fill_path(&path, &paint(colour), FillRule::Winding, scale(), None);
    }
}

/// Draws a line along a path. What the stroke's defaults say of ends and corners is what SVG's say.
fn stroke(pixels: &mut Pixmap, path: Option<Path>, colour: RGBAColor, width: u32) {
    if let Some(path) = path.filter(|_| width > 0) {
        let stroke = Stroke {
            width: width as f32,
            ..Stroke::default()
        };
        pixels.stroke_path(&path, &paint(colour), &stroke, scale(), None);
    }
}

/// From tenths of a point to pixels.
fn scale() -> Transform {
    let scale = PNG_SCALE as f32 / TENTHS as f32;
    Transform::from_scale(scale, scale)
}

fn paint(of: RGBAColor) -> Paint<'static> {
    let mut paint = Paint::default(); // its edges are smooth
    paint.set_color(colour(of));
    paint
}

fn colour(RGBAColor(red, green, blue, part): RGBAColor) -> Color {
    Color::from_rgba8(red, green, blue, (part * 255.0).round() as u8)
}

fn rectangle([one, other]: [PointInTenths; 2]) -> Option<Path> {
    let [left, right] = [one.0.min(other.0), one.0.max(other.0)].map(|x| x as f32);
    let [top, bottom] = [one.1.min(other.1), one.1.max(other.1)].map(|y| y as f32);
    Rect::from_ltrb(left, top, right, bottom).map(PathBuilder::from_rect)
}

fn line(points: &[PointInTenths]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for &(x, y) in points {
        // The first is where it begins.
        let go = if path.is_empty() {
            PathBuilder::move_to
        } else {
            PathBuilder::line_to
        };
        go(&mut path, x as f32, y as f32);
    }
    path
}

/// Red, green, blue, and how much of it.
const BYTES_PER_PIXEL: usize = 4;

/// How many of these are colours.
const COLOURS: usize = 3;

/// How hard to compress: the lightest level halves the time that nine charts take, so that a
/// comparison that is stopped ends soon; the files are twice as long, 300 kB at most times.
const LEVEL: u8 = 1;

/// The bytes of a picture without holes. Charts are flat areas of few colours: without alpha and
/// without filters they are written in half the time, and smaller, than by the pixmap's own way.
fn encode(pixels: Pixmap) -> Result<Vec<u8>, Error> {
    let width = pixels.width();
    let height = pixels.height();
    let colours = without_alpha(pixels.take());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_deflate_compression(png::DeflateCompression::Level(LEVEL));
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().map_err(fault)?;
    writer.write_image_data(&colours).map_err(fault)?;
    writer.finish().map_err(fault)?;
    Ok(bytes)
}

/// Pixels without their alpha, in the memory that they are in.
fn without_alpha(mut pixels: Vec<u8>) -> Vec<u8> {
    let count = pixels.len() / BYTES_PER_PIXEL;
    for at in 0..count {
        let from = at * BYTES_PER_PIXEL;
        pixels.copy_within(from..from + COLOURS, at * COLOURS);
    }
    pixels.truncate(count * COLOURS);
    pixels
}
