//! A picture as SVG: plotters writes it, with ways round its limits.
//!
//! plotters knows whole coordinates only, so it draws on a canvas ten times larger than the
//! picture, which the header then scales. It writes no title and no description, and brings no font
//! along: these are put in afterwards.

use std::fmt::Write;

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, FontDesc, FontFamily, FontStyle, IntoDrawingArea, PathElement, Polygon,
    Rectangle, SVGBackend,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, TextStyle};

use super::fault::{fault, room};
use super::font::{FAMILY, Weight};
use super::picture::{Align, Mark, Picture, TENTHS, TextMark};
use super::style_sheet::style_sheet;
use crate::error::Error;
use crate::report::chart::style::{PAPER, SIZE};

/// The picture in tenths of a point.
const CANVAS: (u32, u32) = (SIZE.0 * TENTHS as u32, SIZE.1 * TENTHS as u32);
/// plotters divides sizes of text by this.
const PLOTTERS_SIZE: f64 = 1.24;

impl Picture {
    /// The picture as SVG text, which holds its title, its description and its font.
    ///
    /// # Errors
    /// [`Error::Memory`] where there is too little; [`Error::Fault`] where it cannot be drawn,
    /// which no findings can cause.
    pub fn svg(&self) -> Result<String, Error> {
        room()?;
        let mut drawn = String::new();
        {
            let area = SVGBackend::with_string(&mut drawn, CANVAS).into_drawing_area();
            area.fill(&PAPER).map_err(fault)?;
            self.marks.iter().try_for_each(|mark| draw(&area, mark))?;
            area.present().map_err(fault)?;
        }
        dressed(&drawn, &self.title, &self.description)
    }
}

fn draw(area: &DrawingArea<SVGBackend<'_>, Shift>, mark: &Mark) -> Result<(), Error> {
    match mark {
        Mark::Text(text) => area.draw_text(&text.words, &style(text), text.top),
        Mark::Rectangle { corners, colour } => {
            area.draw(&Rectangle::new(*corners, colour.filled()))
        }
        Mark::Line {
            points,
            colour,
            width,
        } => area.draw(&PathElement::new(
            points.clone(),
            colour.stroke_width(*width),
        )),
        Mark::Shape { points, colour } => area.draw(&Polygon::new(points.clone(), colour.filled())),
        Mark::Dot {
            centre,
            radius,
            fill,
            outline: (colour, width),
        } => [fill.filled(), colour.stroke_width(*width)]
            .into_iter()
            .try_for_each(|style| area.draw(&Circle::new(*centre, *radius, style))),
    }
    .map_err(fault)
}

fn style(text: &TextMark) -> TextStyle<'_> {
    let style = if text.set.weight == Weight::Bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let horizontal = match text.align {
        Align::Left => HPos::Left,
        Align::Centre => HPos::Center,
        Align::Right => HPos::Right,
    };
    let font = FontDesc::new(
        FontFamily::Name(FAMILY),
        text.set.size * TENTHS * PLOTTERS_SIZE,
        style,
    );
    TextStyle::from(font)
        .color(&text.colour)
        .pos(Pos::new(horizontal, VPos::Top))
}

/// Gives plotters' SVG its header, and takes the line breaks out of texts, which some readers show
/// as blanks.
fn dressed(drawn: &str, title: &str, description: &str) -> Result<String, Error> {
    let (_, body) = drawn
        .split_once(">\n")
        .ok_or_else(|| fault("plotters wrote no header"))?;
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
        style_sheet(),
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

/// Text for XML. What XML forbids is not in a picture, see [`Picture::draw`].
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
