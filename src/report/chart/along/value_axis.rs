//! The scale of a quantity: from zero, unless that hides everything.

use super::curve::Course;
use crate::error::Error;
use crate::numerals::numbers;
use crate::quantities::Quantity;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::style::{GRID, MIDDLE, MUTED};
use crate::report::chart::ticks;
use crate::report::words::ValueScale;

/// About so many steps.
const STEPS: u8 = 5;
/// What moves by less than this part of its height from zero is flat on a scale from zero.
const FLAT: f64 = 0.5;
/// Between a figure and the line beside it.
const GAP: f64 = 10.0;

/// The values that a scale goes through, as its figures have them.
pub struct ValueRange {
    ticks: Vec<f64>,
    factor: f64,
}

/// A scale between two heights.
pub struct ValueAxis {
    range: ValueRange,
    top: f64,
    bottom: f64,
}

impl ValueRange {
    /// Round ends around all that is shown, and a value that is marked on it; `moves` where what
    /// lies between the points matters.
    pub fn new(
        course: &Course,
        scale: &ValueScale,
        quantity: Quantity,
        marked: Option<f64>,
        moves: bool,
    ) -> Self {
        let factor = scale.factor();
        let [mut low, mut high] = course.extent_of_bands().unwrap_or([0.0, 0.0]);
        let [mut least, mut most] = course.extent().unwrap_or([0.0, 0.0]);
        if let Some(marked) = marked {
            low = low.min(marked);
            high = high.max(marked);
            least = least.min(marked);
            most = most.max(marked);
        }
        let from_zero = !moves || most - least >= FLAT * most;
        let least = if from_zero { low.min(0.0) } else { low };
        let mut ticks = ticks::around(least * factor, (high * factor).max(0.0), STEPS);
        if quantity.is_share() {
            // Histories are whole, and there are no more of them than all.
            let mut whole = ticks.clone();
            whole.retain(|tick| {
                (tick - tick.round()).abs() < 1e-9 && (0.0..=factor + 1e-9).contains(tick)
            });
            let foot = (least * factor + 1e-9).floor().clamp(0.0, factor - 1.0);
            ticks = if whole.len() > 1 {
                whole
            } else {
                vec![foot, factor.min((foot + 1.0).max((high * factor).ceil()))]
            };
            if ticks
                .first()
                .is_some_and(|&first| first > least * factor + 1e-9)
            {
                ticks.insert(0, foot);
            }
            if ticks
                .last()
                .is_some_and(|&last| last < high * factor - 1e-9)
            {
                ticks.push(factor.min((high * factor - 1e-9).ceil()));
            }
        }
        Self { ticks, factor }
    }

    /// How wide its figures are.
    pub fn width(&self, canvas: &Canvas) -> f64 {
        let set = regular(canvas.sizes.label);
        let widths = numbers(&self.ticks)
            .into_iter()
            .map(|figure| canvas.ruler.width(&figure, set));
        widths.fold(0.0, f64::max) + GAP
    }

    /// Its first figure, where that is not zero.
    pub fn foot(&self) -> Option<String> {
        let first = self.ticks.first().filter(|&&first| first > 0.0)?;
        let at = self.ticks.iter().position(|tick| tick == first)?;
        numbers(&self.ticks).into_iter().nth(at)
    }

    fn ends(&self) -> [f64; 2] {
        let low = self.ticks.first().copied().unwrap_or(0.0);
        let high = self.ticks.last().copied().unwrap_or(1.0);
        [low, high]
    }
}

impl ValueAxis {
    /// The scale between two heights.
    pub const fn new(range: ValueRange, top: f64, bottom: f64) -> Self {
        Self { range, top, bottom }
    }

    /// The figure at which it begins, where that is not zero.
    pub fn foot(&self) -> Option<String> {
        self.range.foot()
    }

    /// Where a value is.
    pub fn y(&self, value: f64) -> f64 {
        let [low, high] = self.range.ends();
        let part = ((value * self.range.factor - low) / (high - low)).clamp(0.0, 1.0);
        self.bottom - part * (self.bottom - self.top)
    }

    /// Draws a thin line at each figure between two edges, and the figures at their left.
    pub fn draw(&self, canvas: &Canvas, left: f64, right: f64) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        for (&tick, figure) in self.range.ticks.iter().zip(numbers(&self.range.ticks)) {
            let y = self.y(tick / self.range.factor);
            canvas.line(xy(left, y), xy(right, y), GRID, 1.0)?;
            let at = xy(left - GAP, y + MIDDLE * set.size);
            canvas.text(&figure, at, set, MUTED, Align::Right)?;
        }
        Ok(())
    }
}
