//! What charts are drawn on: plotters' SVG, with ways round its limits.
//!
//! plotters knows whole coordinates only, so it draws on a canvas ten times larger than the picture, which the header
//! then scales. It writes no title and no description, and brings no font along: these are put in afterwards.

use std::fmt::Write;

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, FontDesc, FontFamily, FontStyle, IntoDrawingArea, PathElement, Polygon, Rectangle, SVGBackend,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBColor, TextStyle};

use super::fault;
use super::font::{self, FAMILY, Ruler, Type, Weight};
use super::style::{PAPER, SIZE};
use crate::error::Error;

/// Units of plotters to a point.
const UNITS: f64 = 10.0;
/// The picture in units of plotters.
const CANVAS: (u32, u32) = (SIZE.0 * UNITS as u32, SIZE.1 * UNITS as u32);
/// plotters divides sizes of text by this.
const PLOTTERS_SIZE: f64 = 1.24;
/// With its anchor on top, plotters moves the baseline down by this multiple of the size. Its other anchors depend on
/// the height of an x, which browsers and resvg take differently.
const TOP_TO_BASELINE: f64 = 0.76;

/// Stands for what the font lacks.
const LACKING: char = '?';

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    Left,
    /// The middle.
    Centre,
    /// The right end.
    Right,
}

/// A rectangle, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// A place to draw on, in points from the upper left corner.
pub struct Canvas<'s> {
    area: DrawingArea<SVGBackend<'s>, Shift>,
    /// Measures text before it is set.
    pub ruler: Ruler,
}

impl Canvas<'_> {
    /// Sets a line of text with its baseline at `y`.
    pub fn text(&self, text: &str, (x, y): (f64, f64), set: Type, colour: RGBColor, align: Align) -> Result<(), Error> {
        let style = if set.weight == Weight::Bold { FontStyle::Bold } else { FontStyle::Normal };
        let horizontal = match align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::Name(FAMILY), set.size * UNITS * PLOTTERS_SIZE, style);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(horizontal, VPos::Top));
        let place = units((x, y - TOP_TO_BASELINE * set.size));
        // What the font lacks would be a striped box: it is told elsewhere, see [`super::can_draw`].
        let shown: String = printable(text).chars().map(|c| if self.ruler.has(c) { c } else { LACKING }).collect();
        self.area.draw_text(&shown, &style, place).map_err(fault)
    }

    /// Fills a rectangle and outlines it, the outline inside.
    pub fn bar(&self, area: Area, fill: RGBColor, outline: RGBColor, width: f64) -> Result<(), Error> {
        self.fill(area, outline)?;
        let Area { left, top, right, bottom } = area;
        let inner = Area { left: left + width, top: top + width, right: right - width, bottom: bottom - width };
        // Where the outline meets itself nothing is left to fill.
        if inner.left < inner.right && inner.top < inner.bottom { self.fill(inner, fill) } else { Ok(()) }
    }

    /// Fills a rectangle.
    pub fn fill(&self, area: Area, colour: RGBColor) -> Result<(), Error> {
        let corners = [units((area.left, area.top)), units((area.right, area.bottom))];
        self.area.draw(&Rectangle::new(corners, colour.filled())).map_err(fault)
    }

    /// Draws a straight line.
    pub fn line(&self, from: (f64, f64), to: (f64, f64), colour: RGBColor, width: f64) -> Result<(), Error> {
        self.path(&[from, to], colour, width)
    }

    /// Draws a line through points.
    pub fn path(&self, points: &[(f64, f64)], colour: RGBColor, width: f64) -> Result<(), Error> {
        let style = colour.stroke_width((width * UNITS).round() as u32);
        let points: Vec<_> = points.iter().copied().map(units).collect();
        self.area.draw(&PathElement::new(points, style)).map_err(fault)
    }

    /// Fills what points enclose.
    pub fn shape(&self, points: &[(f64, f64)], colour: RGBColor) -> Result<(), Error> {
        let points: Vec<_> = points.iter().copied().map(units).collect();
        self.area.draw(&Polygon::new(points, colour.filled())).map_err(fault)
    }

    /// Fills what points enclose so that what lies below shows through: `part` of the colour, 0 to 1.
    pub fn veil(&self, points: &[(f64, f64)], colour: RGBColor, part: f64) -> Result<(), Error> {
        let points: Vec<_> = points.iter().copied().map(units).collect();
        self.area.draw(&Polygon::new(points, colour.mix(part).filled())).map_err(fault)
    }

    /// Fills a circle and outlines it.
    pub fn dot(&self, centre: (f64, f64), radius: f64, fill: RGBColor, outline: (RGBColor, f64)) -> Result<(), Error> {
        let radius = (radius * UNITS).round() as i32;
        let stroke = outline.0.stroke_width((outline.1 * UNITS).round() as u32);
        for style in [fill.filled(), stroke] {
            self.area.draw(&Circle::new(units(centre), radius, style)).map_err(fault)?;
        }
        Ok(())
    }
}

/// The SVG text of what `draw` draws, with its title and a description in words for those who cannot see it.
pub fn svg(
    title: &str,
    description: &str,
    draw: impl FnOnce(&Canvas<'_>) -> Result<(), Error>,
) -> Result<String, Error> {
    let mut drawn = String::new();
    {
        let backend = SVGBackend::with_string(&mut drawn, CANVAS);
        let canvas = Canvas { area: backend.into_drawing_area(), ruler: Ruler::new()? };
        canvas.area.fill(&PAPER).map_err(fault)?;
        draw(&canvas)?;
        canvas.area.present().map_err(fault)?;
    }
    dressed(&drawn, title, description)
}

/// Gives plotters' SVG its header, and takes the line breaks out of texts, which some readers show as blanks.
fn dressed(drawn: &str, title: &str, description: &str) -> Result<String, Error> {
    let (_, body) = drawn.split_once(">\n").ok_or_else(|| fault("plotters wrote no header"))?;
    let (width, height) = SIZE;
    let (across, down) = CANVAS;
    let mut svg = String::with_capacity(body.len() + 100_000);
    // A string takes all that is written to it; `?` would say no more.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {across} {down}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n<style>\n{}</style>\n",
        escaped(title),
        escaped(description),
        font::style_sheet(),
    );
    let mut lines = body.lines();
    while let Some(line) = lines.next() {
        svg.push_str(line);
        if line.starts_with("<text ") {
            // plotters puts a text and the end of its element on lines of their own.
            lines.by_ref().take(2).for_each(|line| svg.push_str(line));
        }
        svg.push('\n');
    }
    Ok(svg)
}

fn units((x, y): (f64, f64)) -> (i32, i32) {
    ((x * UNITS).round() as i32, (y * UNITS).round() as i32)
}

/// Text for XML. What XML forbids is gone already, see [`printable`].
fn escaped(text: &str) -> String {
    let text = printable(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The text without what XML forbids, what breaks a line and what turns the direction of the words around it.
pub fn printable(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}') { ' ' } else { c })
        .collect()
}
