//! The scale of shares, and the time by which half of the crises are over.

use super::bands::FEW;
use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::days::DayAxis;
use crate::report::chart::style::{GRID, MIDDLE, MUTED, PAPER, SINGLE};
use crate::report::words::has_later_crises;
use crate::study::{Calm, Findings};

/// How thick the line at a day is, and the light on each of its sides.
const LINE: f64 = 1.6;
const LIGHT: f64 = 1.2;
/// The radius of the dot where the white area reaches half.
const DOT: f64 = 5.0;

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

/// The mark at the time by which half of the crises are over: where the white area reaches half.
pub struct Half {
    pub x: f64,
    /// How much of the height is white there.
    white: f64,
    words: &'static str,
    /// Where its words begin, and how wide they are.
    left: f64,
    width: f64,
}

impl Half {
    /// The mark; none where half are never over, or at once, or there is no more than one.
    pub fn new(canvas: &Canvas, axis: &DayAxis, findings: &Findings) -> Option<Self> {
        let calm = Calm::new(findings);
        let is_stepped = findings.trials < FEW;
        let day = if is_stepped {
            calm.half()? as f64
        } else {
            calm.moment_of_half()?
        };
        if calm.of() < 2 || day <= 0.0 || day > axis.last as f64 {
            return None;
        }
        let words = words(findings, calm.is_often_idle());
        let width = canvas.ruler.width(words, bold(canvas.sizes.label));
        let x = axis.x(day);
        let coloured = calm.of() as f64 / 2.0 / findings.trials as f64;
        Some(Self {
            x,
            white: 1.0 - coloured,
            words,
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
        let reached = xy(self.x, plot.top + self.white * (plot.bottom - plot.top));
        canvas.dot(reached, DOT, SINGLE, (PAPER, LIGHT))?;
        let baseline = plot.bottom + DayAxis::height(canvas) + 0.93 * set.size;
        canvas.text(
            self.words,
            xy(self.left, baseline),
            set,
            SINGLE,
            Align::Left,
        )
    }
}

/// What is said of the mark: half of what. A later crisis may follow, so that nothing is over then.
fn words(findings: &Findings, is_often_idle: bool) -> &'static str {
    match (is_often_idle, has_later_crises(findings)) {
        (true, true) => "half of the others in no crisis",
        (true, false) => "half of the crises are over",
        (false, true) => "half in no crisis",
        (false, false) => "half are over",
    }
}
