//! The scale of shares, and the days by which half of the opening crises, and nearly all, have
//! ended.

use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::days::DayAxis;
use crate::report::chart::style::{GRID, LEADING, MIDDLE, MUTED, PAPER, SINGLE};
use crate::study::Timeline;

/// Where so many of a hundred have ended, the days are cut.
const NEARLY_ALL: u64 = 95;
/// How thick the line at a day is, and the light on each of its sides.
const LINE: f64 = 1.6;
const LIGHT: f64 = 1.2;
/// Between two texts on one line.
const APART: f64 = 24.0;

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

/// A day that is marked.
struct Mark {
    percent: u64,
    x: f64,
    words: &'static str,
    /// Where its words begin.
    left: f64,
    /// On which line they stand.
    line: u8,
}

/// The days that are marked.
pub struct Marks(Vec<Mark>);

impl Marks {
    /// The days by which half have ended, and nearly all.
    pub fn new(canvas: &Canvas, axis: &DayAxis, timeline: &Timeline, trials: u64) -> Self {
        let mut marks: Vec<Mark> = Vec::new();
        for (percent, words) in [(50, "half have ended"), (NEARLY_ALL, "95 of 100, cut here")] {
            let Some(day) = timeline
                .moment_of(percent, trials)
                .filter(|&day| trials > 1 && day > 0.0)
            else {
                continue;
            };
            let width = canvas.ruler.width(words, bold(canvas.sizes.label));
            let x = if percent == NEARLY_ALL {
                axis.right
            } else {
                axis.x(day)
            };
            let left = (x - width / 2.0).clamp(axis.left, axis.right - width);
            let line = marks.last().map_or(0, |before| {
                u8::from(before.left + before.width(canvas) + APART > left)
            });
            marks.push(Mark {
                percent,
                x,
                words,
                left,
                line,
            });
        }
        Self(marks)
    }

    /// How high their words are.
    pub fn height(&self, canvas: &Canvas) -> f64 {
        let lines = self.0.iter().map(|mark| mark.line + 1).max().unwrap_or(0);
        f64::from(lines) * canvas.sizes.label * LEADING
    }

    /// Whether they say why the days end where they do.
    pub fn say_the_cut(&self) -> bool {
        self.0.iter().any(|mark| mark.percent == NEARLY_ALL)
    }

    /// Where they stand.
    pub fn lines(&self) -> Vec<f64> {
        self.0.iter().map(|mark| mark.x).collect()
    }

    /// Draws a line at each day, and its words below the axis.
    pub fn draw(&self, canvas: &Canvas, plot: Area) -> Result<(), Error> {
        let set = bold(canvas.sizes.label);
        let first = plot.bottom + DayAxis::height(canvas);
        for mark in &self.0 {
            for (colour, width) in [(PAPER, LINE + 2.0 * LIGHT), (SINGLE, LINE)] {
                canvas.line(xy(mark.x, plot.top), xy(mark.x, plot.bottom), colour, width)?;
            }
            let baseline = first + set.size * (0.9 + LEADING * f64::from(mark.line));
            canvas.text(
                mark.words,
                xy(mark.left, baseline),
                set,
                SINGLE,
                Align::Left,
            )?;
        }
        Ok(())
    }
}

impl Mark {
    fn width(&self, canvas: &Canvas) -> f64 {
        canvas.ruler.width(self.words, bold(canvas.sizes.label))
    }
}
