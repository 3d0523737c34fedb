//! The shares of all outcomes along a number, and of another case where it was asked for, with the
//! bands of their intervals.

use super::axis_scale::AxisScale;
use super::curve::{Curve, CurveSubject};
use super::labels;
use crate::error::Error;
use crate::numerals::numbers;
use crate::quantities::Quantity;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::frame;
use crate::report::chart::style::{BAND, GRID, LEFT, MIDDLE, MUTED, OUTLINE, size};
use crate::report::chart::ticks;
use crate::report::words::fineness;
use crate::sim::Outcome;
use crate::study::{Axis, Case, Point, Sweep};

/// Where the curves stand.
const CURVES: Area = Area {
    left: LEFT + 62.0,
    top: 136.0,
    right: 872.0,
    bottom: 543.0,
};
/// How thick a curve is, and its dark edge on each side; the curve that was asked for.
const CURVE: f64 = 1.8;
const ASKED: f64 = 3.2;
const EDGE: f64 = 0.7;
/// The radius of a mark, and about so many of them stand along a curve.
const MARK: f64 = 5.0;
const MARKS: usize = 14;

/// Where everything lies.
struct Plot<'a> {
    along: AxisScale<'a>,
    /// The values, from the low end.
    values: Vec<f64>,
    /// The per cents along the edge.
    ticks: Vec<f64>,
}

/// A share at a value of the axis, with the ends of its interval.
#[derive(Clone, Copy)]
struct PlottedShare {
    x: f64,
    share: f64,
    low: f64,
    high: f64,
}

/// Draws curves, axes and labels.
pub fn draw(canvas: &Canvas, sweep: &Sweep, axis: &Axis, quantity: Quantity) -> Result<(), Error> {
    let mut points: Vec<&Point> = sweep.points.iter().collect();
    points.sort_by(|one, other| one.values[0].total_cmp(&other.values[0]));
    let other = quantity.is_share() && quantity.outcome().is_none();
    let subjects = Outcome::ALL
        .map(CurveSubject::Outcome)
        .into_iter()
        .chain(other.then_some(CurveSubject::Other(quantity)));
    let all = subjects.map(|subject| {
        let mut curve = Curve::new(subject, &points, quantity);
        if curve.asked {
            // As fine as the title has them.
            curve.least = fineness(sweep, quantity).max(1);
        }
        curve
    });
    let (curves, absent): (Vec<Curve>, Vec<Curve>) = all.partition(Curve::occurs);
    let plot = Plot {
        along: AxisScale::new(axis, (CURVES.left, CURVES.right)),
        values: points.iter().map(|point| point.values[0]).collect(),
        ticks: ticks::around(0.0, highest(&curves) * 100.0, 5),
    };
    frame::heading(
        canvas,
        LEFT,
        CURVES.right,
        "How the opening crisis ends: share of runs (band, where wider than its curve: 95 % interval)",
    )?;
    plot.frame(canvas)?;
    curves
        .iter()
        .try_for_each(|curve| plot.band(canvas, curve))?;
    // What was asked for lies on top.
    let (asked, others): (Vec<&Curve>, Vec<&Curve>) = curves.iter().partition(|curve| curve.asked);
    others
        .into_iter()
        .chain(asked)
        .try_for_each(|curve| plot.curve(canvas, curve))?;
    let ends: Vec<f64> = curves.iter().map(|curve| plot.y(curve.end())).collect();
    let absent: Vec<(CurveSubject, bool)> = absent
        .iter()
        .map(|curve| (curve.subject, curve.is_excluded()))
        .collect();
    labels::draw(canvas, CURVES, &curves, &ends, &absent)
}

/// The upper end of all intervals.
fn highest(curves: &[Curve]) -> f64 {
    let all = curves
        .iter()
        .flat_map(|curve| &curve.cases)
        .filter_map(|case| case.share.figures()[2]);
    all.fold(0.0, f64::max)
}

impl Plot<'_> {
    fn y(&self, share: f64) -> f64 {
        let end = self.ticks.last().copied().unwrap_or(100.0);
        CURVES.bottom - (share * 100.0 / end).clamp(0.0, 1.0) * (CURVES.bottom - CURVES.top)
    }

    /// The grid, and the axes around it.
    fn frame(&self, canvas: &Canvas) -> Result<(), Error> {
        for (&tick, figure) in self.ticks.iter().zip(numbers(&self.ticks)) {
            let y = self.y(tick / 100.0);
            canvas.line(xy(CURVES.left, y), xy(CURVES.right, y), GRID, 1.0)?;
            let at = xy(CURVES.left - 10.0, y + MIDDLE * size::NOTE);
            canvas.text(
                &format!("{figure} %"),
                at,
                regular(size::NOTE),
                MUTED,
                Align::Right,
            )?;
        }
        for (x, _) in self.along.figures(canvas) {
            canvas.line(xy(x, CURVES.top), xy(x, CURVES.bottom), GRID, 1.0)?;
        }
        self.along.draw(canvas, CURVES.bottom)
    }

    fn band(&self, canvas: &Canvas, curve: &Curve) -> Result<(), Error> {
        for stretch in self.stretches(curve) {
            let mut outline: Vec<_> = stretch.iter().map(|at| xy(at.x, self.y(at.high))).collect();
            outline.extend(stretch.iter().rev().map(|at| xy(at.x, self.y(at.low))));
            canvas.translucent(&outline, OUTLINE, BAND)?;
        }
        Ok(())
    }

    fn curve(&self, canvas: &Canvas, curve: &Curve) -> Result<(), Error> {
        let width = if curve.asked { ASKED } else { CURVE };
        let radius = MARK + (width - CURVE) / 2.0;
        for stretch in self.stretches(curve) {
            let line: Vec<_> = stretch
                .iter()
                .map(|at| xy(at.x, self.y(at.share)))
                .collect();
            for (colour, more) in [(OUTLINE, EDGE), (curve.subject.colour(), 0.0)] {
                canvas.path(&line, colour, width + 2.0 * more)?;
            }
            // Of many points some have a mark, the last among them, where the curve is named.
            let every = line.len().div_ceil(MARKS);
            for &at in line.iter().rev().step_by(every) {
                curve.subject.mark(canvas, at, radius)?;
            }
        }
        Ok(())
    }

    /// The stretches of the axis along which the curve has shares.
    fn stretches(&self, curve: &Curve) -> Vec<Vec<PlottedShare>> {
        let placed = self.values.iter().zip(&curve.cases);
        let all: Vec<Option<PlottedShare>> = placed
            .map(|(&value, case)| self.plotted(value, case))
            .collect();
        let stretches = all
            .split(Option::is_none)
            .filter(|stretch| !stretch.is_empty());
        stretches
            .map(|stretch| stretch.iter().flatten().copied().collect())
            .collect()
    }

    /// A share where its value stands. It always has both ends, or none because the inputs exclude
    /// it.
    fn plotted(&self, value: f64, case: &Case) -> Option<PlottedShare> {
        let [share, low, high] = case.share.figures();
        Some(PlottedShare {
            x: self.along.x(value),
            share: share?,
            low: low?,
            high: high?,
        })
    }
}
