//! The area of each rung: the share of histories on it, day by day.

use super::scale::Scale;
use crate::numerals::nearest;
use crate::report::chart::backend::{Area, Position, xy};
use crate::report::chart::days::DayAxis;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{Colour, PAPER};
use crate::report::words::{NO_CRISIS, base};
use crate::study::Findings;
use crate::tally::levels::place;

/// More days than these are not drawn one by one.
const MOST_DAYS: usize = 240;
/// Of fewer histories than these shares are steps: a slope would show what no history does.
pub const FEW: u64 = 100;

/// An area that is nowhere as thick as this, in points, has no name: its colour is hardly seen.
pub const SEEN: f64 = 1.5;

/// The lower and upper edge of an area somewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slice {
    pub x: f64,
    pub lower: f64,
    pub upper: f64,
}

impl Slice {
    /// How thick the area is there.
    pub fn thickness(&self) -> f64 {
        self.lower - self.upper
    }

    /// The height of its middle there.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.lower, self.upper)
    }
}

/// The area of a level.
pub struct Band<'a> {
    pub label: &'a str,
    pub colour: Colour,
    /// From left to right.
    pub slices: Vec<Slice>,
    /// How many histories of the scale are there on the last day, to the nearest whole number.
    pub number: u64,
}

impl Band<'_> {
    /// Its upper edge.
    pub fn upper(&self) -> Vec<Position> {
        self.slices
            .iter()
            .map(|slice| xy(slice.x, slice.upper))
            .collect()
    }

    /// How thick it is where it is thickest.
    pub fn thickest(&self) -> f64 {
        self.peak().map_or(0.0, |peak| peak.thickness())
    }

    /// Where it is thickest.
    pub fn peak(&self) -> Option<Slice> {
        let all = self.slices.iter().copied();
        all.reduce(|best, next| {
            if next.thickness() > best.thickness() {
                next
            } else {
                best
            }
        })
    }

    /// How it ends at the right edge.
    pub fn end(&self) -> Option<Slice> {
        self.slices.last().copied()
    }

    /// The part of it between two places that is free on the whole way: its lower and upper edge.
    pub fn free(&self, left: f64, right: f64) -> Slice {
        let mut free = Slice {
            x: left,
            lower: f64::INFINITY,
            upper: f64::NEG_INFINITY,
        };
        let within = self
            .slices
            .iter()
            .copied()
            .filter(|slice| (left..=right).contains(&slice.x));
        for slice in within.chain([self.at(left), self.at(right)]) {
            free.lower = free.lower.min(slice.lower);
            free.upper = free.upper.max(slice.upper);
        }
        free
    }

    /// Its edges at a place.
    fn at(&self, x: f64) -> Slice {
        let after = self.slices.partition_point(|slice| slice.x < x);
        let last = self.slices.len() - 1;
        let from = self.slices[after.saturating_sub(1).min(last)];
        let to = self.slices[after.min(last)];
        let way = to.x - from.x;
        let part = if way > 0.0 { (x - from.x) / way } else { 0.0 };
        Slice {
            x,
            lower: from.lower + part * (to.lower - from.lower),
            upper: from.upper + part * (to.upper - from.upper),
        }
    }
}

/// The areas from the foot up: war first, "no crisis" last.
pub fn bands<'a>(
    findings: &Findings,
    rungs: &ChartRungs<'a>,
    axis: &DayAxis,
    plot: Area,
    scale: Scale,
) -> Vec<Band<'a>> {
    let n = rungs.len();
    let mut bands: Vec<Band<'a>> = (0..n)
        .rev()
        .map(|rung| Band {
            label: rungs.labels[rung],
            colour: rungs.colour(rung),
            slices: Vec::new(),
            number: number(findings, axis.last, place(Some(rung))),
        })
        .collect();
    bands.push(Band {
        label: NO_CRISIS,
        colour: PAPER,
        slices: Vec::new(),
        number: number(findings, axis.last, place(None)),
    });
    let stepped = findings.trials < FEW;
    for day in days(axis.last) {
        let x = axis.x(day as f64);
        let heights = stack(
            &findings.levels[day],
            scale.of_trials(findings.trials),
            plot,
        );
        for (band, &(lower, upper)) in bands.iter_mut().zip(&heights) {
            if let Some(before) = band.end().filter(|_| stepped) {
                band.slices.push(Slice { x, ..before });
            }
            band.slices.push(Slice { x, lower, upper });
        }
    }
    bands
}

/// How many histories of the scale are on a level on a day, to the nearest whole number.
fn number(findings: &Findings, day: usize, level: usize) -> u64 {
    let levels = findings.levels.get(day);
    let count = levels.and_then(|levels| levels.get(level)).copied();
    let share = count.unwrap_or(0) as f64 / findings.trials.max(1) as f64;
    nearest(share * base(findings.trials) as f64) as u64
}

/// The days that are drawn: all, or as many at even steps as there is room for.
fn days(last: usize) -> impl Iterator<Item = usize> {
    let steps = last.clamp(1, MOST_DAYS);
    (0..=steps).map(move |step| step * last / steps)
}

/// The lower and upper edges of the areas on a day, from the foot up, where the plot is as high as so
/// many trials.
fn stack(day: &[u64], shown: f64, plot: Area) -> Vec<(f64, f64)> {
    let scale = (plot.bottom - plot.top) / shown;
    let mut below = 0;
    let rungs = (0..day.len().saturating_sub(1)).rev();
    let order = rungs.map(|rung| place(Some(rung))).chain([place(None)]);
    let mut edges = Vec::new();
    for level in order {
        // What lies above the end of the scale is not drawn.
        let lower = (plot.bottom - below as f64 * scale).max(plot.top);
        below += day.get(level).copied().unwrap_or(0);
        edges.push((lower, (plot.bottom - below as f64 * scale).max(plot.top)));
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_is_as_free_as_its_narrowest_place() {
        let slice = |x, lower, upper| Slice { x, lower, upper };
        let band = Band {
            label: "",
            colour: PAPER,
            number: 0,
            slices: vec![
                slice(0.0, 100.0, 0.0),
                slice(10.0, 100.0, 50.0),
                slice(20.0, 90.0, 80.0),
            ],
        };
        assert_eq!(band.free(0.0, 10.0), slice(0.0, 100.0, 50.0));
        assert_eq!(band.free(5.0, 15.0), slice(5.0, 95.0, 65.0));
        assert_eq!(
            (band.thickest(), band.end()),
            (100.0, Some(slice(20.0, 90.0, 80.0)))
        );
    }

    #[test]
    fn long_times_are_drawn_at_even_steps_with_their_last_day() {
        assert_eq!(days(3).collect::<Vec<_>>(), [0, 1, 2, 3]);
        let long: Vec<usize> = days(3650).collect();
        assert_eq!(
            (long.len(), long.first(), long.last()),
            (241, Some(&0), Some(&3650))
        );
    }
}
