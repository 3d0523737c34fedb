//! The scale of shares, and the mark at the day that the title speaks of.

use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::days::DayAxis;
use crate::report::chart::style::{GRID, MIDDLE, MUTED, PAPER, SINGLE};
use crate::report::words::{MarkedDay, base};
use crate::study::Findings;
use crate::tally::levels::place;

/// How thick the line at a day is, and the light on each of its sides.
const LINE: f64 = 1.6;
const LIGHT: f64 = 1.2;
/// The radius of the dot where the white area begins.
const DOT: f64 = 5.0;
/// Where no more than this part of histories is ever in a crisis, the scale ends early.
const RARE: f64 = 0.1;
/// Where such a scale ends, of a hundred.
const ENDS: [u64; 4] = [2, 4, 8, 12];
/// Air above the highest area of such a scale.
const ROOM: f64 = 1.1;

/// The scale: of how many histories, and how many it shows.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    of: u64,
    shown: u64,
}

impl Scale {
    /// The scale of all histories, or of a part where nearly all are calm on all days.
    pub fn new(findings: &Findings, last: usize) -> Self {
        let of = base(findings.trials);
        let trials = findings.trials.max(1) as f64;
        let days = findings.levels.iter().take(last + 1);
        let calm = days.filter_map(|day| day.get(place(None))).min();
        let busy = 1.0 - calm.copied().unwrap_or(0) as f64 / trials;
        let wanted = busy * ROOM * of as f64;
        let end = ENDS.into_iter().find(|&end| end as f64 >= wanted);
        let shown = end.filter(|_| busy < RARE && of == 100);
        Self {
            of,
            shown: shown.unwrap_or(of),
        }
    }

    /// Whether it ends before all histories.
    pub const fn is_cut(self) -> bool {
        self.shown < self.of
    }

    /// How many of so many trials it shows.
    pub fn of_trials(self, trials: u64) -> f64 {
        trials.max(1) as f64 * self.shown as f64 / self.of.max(1) as f64
    }

    /// The part of its height that one history of a hundred takes.
    pub fn one(self) -> f64 {
        (self.of as f64 / 100.0) / self.shown.max(1) as f64
    }

    /// Where it ends, to be said after a sentence; nothing where it shows all.
    pub fn in_words(self) -> String {
        if self.is_cut() {
            format!(
                ". Scale: 0 to {} of {}, all others are in no crisis",
                self.shown, self.of
            )
        } else {
            String::new()
        }
    }

    /// Draws it with thin lines across.
    pub fn draw(self, canvas: &Canvas, plot: Area) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let quarters: &[u64] = match self.shown {
            shown if shown.is_multiple_of(4) => &[0, 1, 2, 3, 4],
            shown if shown.is_multiple_of(2) => &[0, 2, 4],
            _ => &[0, 4],
        };
        for &quarter in quarters {
            let y = plot.bottom - quarter as f64 / 4.0 * (plot.bottom - plot.top);
            canvas.line(xy(plot.left, y), xy(plot.right, y), GRID, 1.0)?;
            let at = xy(plot.left - 8.0, y + MIDDLE * set.size);
            let words = count(self.shown * quarter / 4);
            canvas.text(&words, at, set, MUTED, Align::Right)?;
        }
        Ok(())
    }
}

/// The mark at the day of the title, where the white area begins.
pub struct Mark {
    pub x: f64,
    /// How much of the height is white there.
    white: f64,
    words: String,
    /// Where its words begin, and how wide they are.
    left: f64,
    width: f64,
}

impl Mark {
    /// The mark; none where the day is not shown, or there is but one history.
    pub fn new(
        canvas: &Canvas,
        axis: &DayAxis,
        findings: &Findings,
        day: MarkedDay,
    ) -> Option<Self> {
        if findings.trials < 2 || day.day == 0 || day.day > axis.last {
            return None;
        }
        let calm = findings.levels.get(day.day)?.get(place(None))?;
        let width = canvas.ruler.width(&day.words, bold(canvas.sizes.label));
        let x = axis.x(day.day as f64);
        Some(Self {
            x,
            white: *calm as f64 / findings.trials as f64,
            words: day.words,
            left: (x - width / 2.0).clamp(axis.left, (axis.right - width).max(axis.left)),
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
            &self.words,
            xy(self.left, baseline),
            set,
            SINGLE,
            Align::Left,
        )
    }
}
