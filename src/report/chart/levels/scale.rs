//! The scale of shares, and the time by which half of the opening crises have ended.

use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::days::DayAxis;
use crate::report::chart::style::{GRID, MIDDLE, MUTED, PAPER, SINGLE};
use crate::study::OpeningCrises;

/// What is said of the mark.
const WORDS: &str = "half have ended";
/// How thick the line at a day is, and the light on each of its sides.
const LINE: f64 = 1.6;
const LIGHT: f64 = 1.2;

/// Draws the scale of shares, of so many histories, with thin lines across.
pub fn shares(canvas: &Canvas, plot: Area, of: u64) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let quarters: &[u64] = match of {
        _ if of.is_multiple_of(4) => &[0, 1, 2, 3, 4],
        _ if of.is_multiple_of(2) => &[0, 2, 4],
        _ => &[0, 4],
    };
    for &quarter in quarters {
        let y = plot.bottom - quarter as f64 / 4.0 * (plot.bottom - plot.top);
        canvas.line(xy(plot.left, y), xy(plot.right, y), GRID, 1.0)?;
        let at = xy(plot.left - 8.0, y + MIDDLE * set.size);
        canvas.text(&count(of * quarter / 4), at, set, MUTED, Align::Right)?;
    }
    Ok(())
}

/// The mark at the time by which half of the opening crises have ended.
pub struct Half {
    pub x: f64,
    /// Where its words begin, and how wide they are.
    left: f64,
    width: f64,
}

impl Half {
    /// The mark; none where half never end, or end at once, or there is no more than one.
    pub fn new(canvas: &Canvas, axis: &DayAxis, crises: OpeningCrises<'_>) -> Option<Self> {
        let day = crises.moment_of(50).filter(|&day| day > 0.0)?;
        if crises.begun() < 2 || day > axis.last as f64 {
            return None;
        }
        let width = canvas.ruler.width(WORDS, bold(canvas.sizes.label));
        let x = axis.x(day);
        Some(Self {
            x,
            left: (x - width / 2.0).clamp(axis.left, axis.right - width),
            width,
        })
    }

    /// How many lines of text there are below the axis, with a note that begins at `note`.
    pub fn lines(&self, canvas: &Canvas, note: f64) -> f64 {
        let has_room = self.left + self.width + canvas.sizes.label <= note;
        if has_room { 1.0 } else { 2.0 }
    }

    /// Draws a line at it, and its words below the axis.
    pub fn draw(&self, canvas: &Canvas, plot: Area) -> Result<(), Error> {
        let set = bold(canvas.sizes.label);
        let top = xy(self.x, plot.top);
        let bottom = xy(self.x, plot.bottom);
        canvas.line(top, bottom, PAPER, LINE + 2.0 * LIGHT)?;
        canvas.line(top, bottom, SINGLE, LINE)?;
        let baseline = plot.bottom + DayAxis::height(canvas) + 0.93 * set.size;
        canvas.text(WORDS, xy(self.left, baseline), set, SINGLE, Align::Left)
    }
}
