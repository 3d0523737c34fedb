//! Days along the foot of a figure, in words.

use super::style::{INK, LEFT, MUTED, OUTLINE, RIGHT};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Type, regular, xy};

/// Steps between the days that are named.
const STEPS: [usize; 11] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
/// How long the mark at a named day is.
const TICK: f64 = 6.0;
/// Between the names of days, as a multiple of the size of their text.
const APART: f64 = 1.1;

/// The days from 0 to the last one shown.
#[derive(Clone, Copy, Debug)]
pub struct DayAxis {
    /// The last day.
    pub last: usize,
    /// Where day 0 is.
    pub left: f64,
    /// Where the last day is.
    pub right: f64,
}

impl DayAxis {
    /// Where a day is; a later one than the last is there.
    pub fn x(&self, day: f64) -> f64 {
        let along = (day / self.last.max(1) as f64).clamp(0.0, 1.0);
        self.left + along * (self.right - self.left)
    }

    /// How high the axis with its words is.
    pub fn height(canvas: &Canvas) -> f64 {
        TICK + 1.25 * canvas.sizes.label
    }

    /// Draws the axis with its upper edge at `y`. It goes on to the last day, which has a name only
    /// where that is at an even step: why the days end there is said elsewhere.
    pub fn draw(&self, canvas: &Canvas, y: f64) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        canvas.line(xy(self.left, y), xy(self.right, y), OUTLINE, 1.0)?;
        for day in self.named(canvas, set) {
            let x = self.x(day as f64);
            let half = canvas.ruler.width(&name(day), set) / 2.0;
            let words = xy(x.min(RIGHT - half), y + TICK + set.size);
            canvas.line(xy(x, y), xy(x, y + TICK), OUTLINE, 1.0)?;
            canvas.text(&name(day), words, set, MUTED, Align::Centre)?;
        }
        Ok(())
    }

    /// A sentence below the axis that ends at `right`, cut where it is too long.
    pub fn note(canvas: &Canvas, right: f64, y: f64, words: &str) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let words = canvas.ruler.cut(words, set, right - LEFT);
        canvas.text(&words, xy(right, y), set, INK, Align::Right)
    }

    /// The days with a name, at even steps.
    fn named(&self, canvas: &Canvas, set: Type) -> Vec<usize> {
        let room = canvas.ruler.width(&name(self.last), set) + APART * set.size;
        let per_day = (self.right - self.left) / self.last.max(1) as f64;
        let step = STEPS
            .into_iter()
            .find(|&step| step as f64 * per_day >= room)
            .unwrap_or(self.last.max(1));
        (0..=self.last).step_by(step).collect()
    }
}

fn name(day: usize) -> String {
    format!("day {day}")
}
