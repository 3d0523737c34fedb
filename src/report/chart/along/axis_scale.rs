//! An axis across the picture: where its values are, and its figures.

use crate::error::Error;
use crate::numerals::numbers;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::style::{MUTED, OUTLINE};
use crate::report::chart::ticks;
use crate::study::Axis;

/// About so many figures.
const FIGURES: u8 = 10;
/// Between two figures.
const APART: f64 = 16.0;
/// So far the last figure may reach beyond the end of the axis.
const BEYOND: f64 = 10.0;
/// How long the mark of a figure is.
pub const TICK: f64 = 6.0;

/// A scale from the least value of an axis to the greatest.
pub struct AxisScale<'a> {
    axis: &'a Axis,
    low: f64,
    high: f64,
    /// Where its least value is.
    pub left: f64,
    /// Where its greatest value is.
    pub right: f64,
}

/// A figure of an axis.
struct AxisFigure {
    /// Where its value is.
    x: f64,
    /// How far it reaches to either side.
    half: f64,
    words: String,
}

impl<'a> AxisScale<'a> {
    /// Between two edges.
    pub fn new(axis: &'a Axis, left: f64, right: f64) -> Self {
        let low = axis.values().iter().copied().fold(f64::INFINITY, f64::min);
        let high = axis
            .values()
            .iter()
            .copied()
            .fold(f64::NEG_INFINITY, f64::max);
        Self {
            axis,
            low,
            high,
            left,
            right,
        }
    }

    /// Where a value is.
    pub fn x(&self, value: f64) -> f64 {
        let low = self.on_scale(self.low);
        let along = (self.on_scale(value) - low) / (self.on_scale(self.high) - low);
        self.left + along.clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// Whether a value lies on it.
    pub fn has(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// A value as the scale has it: its logarithm where equal steps are equal ratios.
    fn on_scale(&self, value: f64) -> f64 {
        if self.axis.is_log() {
            libm::log(value)
        } else {
            value
        }
    }

    /// The values with a figure, and where they are: those that were named; else the ends, and
    /// round ones that find room between.
    pub fn figures(&self, canvas: &Canvas) -> Vec<(f64, String)> {
        if self.axis.is_list() {
            return self.fitting(canvas, self.axis.values()).0;
        }
        if !self.axis.is_log() {
            return self
                .fitting(canvas, &ticks::between(self.low, self.high, FIGURES))
                .0;
        }
        // Of ratios the closest set of which none but a neighbour of an end must go: what is left
        // is even.
        let mut sets = ticks::ratios(self.low, self.high)
            .into_iter()
            .map(|set| self.fitting(canvas, &set));
        sets.find(|(_, whole)| *whole)
            .map_or_else(Vec::new, |(figures, _)| figures)
    }

    /// Those of some values that keep apart, the first before the others; and whether the others
    /// keep apart from each other, if not from the first two.
    fn fitting(&self, canvas: &Canvas, values: &[f64]) -> (Vec<(f64, String)>, bool) {
        let mut taken: Vec<AxisFigure> = Vec::new();
        let mut whole = true;
        for (at, (&value, words)) in values.iter().zip(numbers(values)).enumerate() {
            let half = canvas.ruler.width(&words, regular(canvas.sizes.label)) / 2.0;
            let figure = AxisFigure {
                x: self.x(value),
                half,
                words,
            };
            if self.is_clear(&figure, &taken) {
                taken.push(figure);
            } else if at >= 2 && !self.is_clear(&figure, taken.get(2..).unwrap_or_default()) {
                whole = false;
            }
        }
        let figures = taken.into_iter().map(|figure| (figure.x, figure.words));
        (figures.collect(), whole)
    }

    /// Whether a figure keeps apart from others.
    fn is_clear(&self, figure: &AxisFigure, others: &[AxisFigure]) -> bool {
        let middle = self.middle(figure.x, figure.half);
        others.iter().all(|other| {
            let apart = (middle - self.middle(other.x, other.half)).abs();
            apart >= figure.half + other.half + APART
        })
    }

    /// Where a figure stands that is so wide to either side: below its value, but not far beyond the
    /// end.
    fn middle(&self, x: f64, half: f64) -> f64 {
        x.min(self.right + BEYOND - half)
    }

    /// Draws the axis at `y`, and figures below it.
    pub fn draw(&self, canvas: &Canvas, y: f64) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        canvas.line(xy(self.left, y), xy(self.right, y), OUTLINE, 1.4)?;
        for (x, words) in self.figures(canvas) {
            canvas.line(xy(x, y), xy(x, y + TICK), OUTLINE, 1.4)?;
            let middle = self.middle(x, canvas.ruler.width(&words, set) / 2.0);
            let baseline = xy(middle, y + TICK + set.size);
            canvas.text(&words, baseline, set, MUTED, Align::Centre)?;
        }
        Ok(())
    }
}
