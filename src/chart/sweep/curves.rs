//! The shares of all outcomes along a number, with the bands of their intervals.

use super::along::Along;
use super::labels;
use crate::chart::canvas::{Align, Area, Canvas};
use crate::chart::font::regular;
use crate::chart::frame;
use crate::chart::style::{BAND, GRID, LEFT, MIDDLE, MUTED, OUTLINE, outcome_colour, size};
use crate::chart::ticks;
use crate::error::Error;
use crate::sim::Outcome;
use crate::study::words::number;
use crate::study::{Axis, Point, Sweep};
use crate::tally::Quantity;

/// Where the curves stand.
const CURVES: Area = Area { left: LEFT + 62.0, top: 136.0, right: 872.0, bottom: 543.0 };
/// How thick a curve is, and its dark edge on each side; the curve that was asked for.
const CURVE: f64 = 3.4;
const ASKED: f64 = 6.0;
const EDGE: f64 = 1.2;
/// The radius of a point, and with more points than these none are drawn.
const DOT: f64 = 4.2;
const MOST_DOTS: usize = 25;

/// One outcome along the axis.
pub struct Curve {
    /// Which.
    pub outcome: Outcome,
    /// Whether it is what was asked for.
    pub asked: bool,
    /// Share and interval at each point of the axis from its low end; none where the inputs exclude it.
    pub shares: Vec<Option<(f64, (f64, f64))>>,
}

/// Where everything lies.
struct Plot<'a> {
    along: Along<'a>,
    /// The values, from the low end.
    values: Vec<f64>,
    /// The per cents along the edge.
    ticks: Vec<f64>,
}

/// Draws curves, axes and labels.
pub fn draw(canvas: &Canvas<'_>, sweep: &Sweep, axis: &Axis, quantity: Quantity) -> Result<(), Error> {
    let mut points: Vec<&Point> = sweep.points.iter().collect();
    points.sort_by(|one, other| one.values[0].total_cmp(&other.values[0]));
    let all = Outcome::ALL.map(|outcome| Curve::new(outcome, &points, quantity));
    let (curves, absent): (Vec<Curve>, Vec<Curve>) = all.into_iter().partition(Curve::occurs);
    let plot = Plot {
        along: Along::new(axis, (CURVES.left, CURVES.right)),
        values: points.iter().map(|point| point.values[0]).collect(),
        ticks: ticks::around(0.0, highest(&curves) * 100.0, 5),
    };
    frame::heading(canvas, LEFT, CURVES.right, "How the opening crisis ends: share of runs (band: 95 % interval)")?;
    plot.frame(canvas)?;
    curves.iter().try_for_each(|curve| plot.band(canvas, curve))?;
    // What was asked for lies on top.
    let (asked, others): (Vec<&Curve>, Vec<&Curve>) = curves.iter().partition(|curve| curve.asked);
    others.into_iter().chain(asked).try_for_each(|curve| plot.curve(canvas, curve))?;
    let ends: Vec<f64> = curves.iter().map(|curve| plot.y(curve.end())).collect();
    let absent: Vec<(Outcome, bool)> =
        absent.iter().map(|curve| (curve.outcome, curve.shares.iter().all(Option::is_none))).collect();
    labels::draw(canvas, CURVES, &curves, &ends, &absent)
}

/// The upper end of all intervals.
fn highest(curves: &[Curve]) -> f64 {
    let all = curves.iter().flat_map(|curve| curve.shares.iter().flatten());
    all.map(|(_, (_, high))| *high).fold(0.0, f64::max)
}

impl Curve {
    fn new(outcome: Outcome, points: &[&Point], quantity: Quantity) -> Self {
        let share = |point: &&Point| {
            let share = point.findings.outcome(outcome).share;
            share.interval.map(|interval| (share.share, interval))
        };
        let asked = match quantity {
            Quantity::Outcome(asked) => asked == outcome,
            Quantity::Wars => matches!(outcome, Outcome::War | Outcome::LimitedWar),
            _ => false,
        };
        Self { outcome, asked, shares: points.iter().map(share).collect() }
    }

    fn occurs(&self) -> bool {
        self.shares.iter().flatten().any(|&(share, _)| share > 0.0)
    }

    /// The share at the last point that has one.
    pub fn end(&self) -> f64 {
        self.shares.iter().rev().flatten().next().map_or(0.0, |&(share, _)| share)
    }
}

impl Plot<'_> {
    fn y(&self, share: f64) -> f64 {
        let end = self.ticks.last().copied().unwrap_or(100.0);
        CURVES.bottom - (share * 100.0 / end).clamp(0.0, 1.0) * (CURVES.bottom - CURVES.top)
    }

    /// The grid, and the axes around it.
    fn frame(&self, canvas: &Canvas<'_>) -> Result<(), Error> {
        for &tick in &self.ticks {
            let y = self.y(tick / 100.0);
            canvas.line((CURVES.left, y), (CURVES.right, y), GRID, 1.0)?;
            let at = (CURVES.left - 10.0, y + MIDDLE * size::NOTE);
            canvas.text(&format!("{} %", number(tick)), at, regular(size::NOTE), MUTED, Align::Right)?;
        }
        for (x, _) in self.along.figures(canvas) {
            canvas.line((x, CURVES.top), (x, CURVES.bottom), GRID, 1.0)?;
        }
        self.along.draw(canvas, CURVES.bottom)
    }

    fn band(&self, canvas: &Canvas<'_>, curve: &Curve) -> Result<(), Error> {
        self.stretches(curve, |canvas_points| {
            let end = |high: bool| {
                move |&(x, (_, (low, upper))): &(f64, (f64, (f64, f64)))| (x, self.y(if high { upper } else { low }))
            };
            let mut outline: Vec<_> = canvas_points.iter().map(end(true)).collect();
            outline.extend(canvas_points.iter().rev().map(end(false)));
            canvas.veil(&outline, OUTLINE, BAND)
        })
    }

    fn curve(&self, canvas: &Canvas<'_>, curve: &Curve) -> Result<(), Error> {
        let width = if curve.asked { ASKED } else { CURVE };
        self.stretches(curve, |points| {
            let line: Vec<_> = points.iter().map(|&(x, (share, _))| (x, self.y(share))).collect();
            for (colour, more) in [(OUTLINE, EDGE), (outcome_colour(curve.outcome), 0.0)] {
                canvas.path(&line, colour, width + 2.0 * more)?;
            }
            if self.values.len() > MOST_DOTS && line.len() > 1 {
                return Ok(());
            }
            let radius = DOT + (width - CURVE) / 2.0;
            line.iter().try_for_each(|&at| canvas.dot(at, radius, outcome_colour(curve.outcome), (OUTLINE, EDGE)))
        })
    }

    /// Does something with each stretch of the axis along which the curve has shares.
    fn stretches(
        &self,
        curve: &Curve,
        mut each: impl FnMut(&[(f64, (f64, (f64, f64)))]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let placed = self.values.iter().zip(&curve.shares);
        let all: Vec<_> = placed.map(|(&value, share)| share.map(|share| (self.along.x(value), share))).collect();
        for stretch in all.split(Option::is_none).filter(|stretch| !stretch.is_empty()) {
            each(&stretch.iter().flatten().copied().collect::<Vec<_>>())?;
        }
        Ok(())
    }
}
