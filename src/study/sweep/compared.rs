//! Which points of a sweep its title compares, and whether they differ.

use serde::{Deserialize, Serialize};

use super::{Point, Sweep};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::stats::normal_quantile;
use crate::study::{Axis, Comparison, Difference};
use crate::tally::Paired;

/// The level of intervals.
const LEVEL: f64 = 0.95;

/// Two points of a sweep compared on the same luck.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparedPoints {
    /// The place of the first among the points.
    pub from: usize,
    /// The place of the second.
    pub to: usize,
    /// The quantity that was asked for: second less first, trial by trial.
    pub difference: Difference,
    /// Whether they differ, as far as runs can tell: also where the two were picked as the farthest apart of many, which
    /// takes an interval as much wider.
    pub is_sure: bool,
    /// Whether no trial differs in them.
    pub is_alike: bool,
}

impl ComparedPoints {
    /// What paired counts of the models of two points show; none where they are not of two models. The two were picked
    /// among so many pairs.
    #[must_use]
    pub fn new(
        (from, to): (usize, usize),
        models: [&Model; 2],
        paired: &Paired,
        quantity: Quantity,
        among: usize,
    ) -> Option<Self> {
        let comparison = Comparison::new(&models, paired, &[false])?;
        let difference = comparison.variants.first()?.difference(quantity);
        let is_alike = paired.is_alike();
        Some(Self {
            from,
            to,
            difference,
            is_sure: is_sure(difference, among),
            is_alike,
        })
    }
}

/// Whether a difference between two that were picked among so many pairs is other than 0 (Bonferroni).
fn is_sure(difference: Difference, among: usize) -> bool {
    let value = difference.value;
    if difference.interval.is_fixed() {
        return value != 0.0;
    }
    let tail = (1.0 - LEVEL) / 2.0;
    let wider = normal_quantile(1.0 - tail / among.max(1) as f64) / normal_quantile(1.0 - tail);
    match difference.interval.ends() {
        Some((low, _)) if value > 0.0 => value - (value - low) * wider > 0.0,
        Some((_, high)) if value < 0.0 => value + (high - value) * wider < 0.0,
        _ => false,
    }
}

/// How many pairs of points a title compares at most.
#[must_use]
pub const fn most_compared(axes: &[Axis]) -> u64 {
    if axes.len() == 1 { 3 } else { 1 }
}

impl Sweep {
    /// The places of the points that a title compares, and among how many pairs each two are picked: of a map the least and
    /// the greatest where it can occur; of a curve its ends, and either of them with the point farthest beyond both, where there is one.
    #[must_use]
    pub fn compared(&self) -> Vec<(usize, usize, usize)> {
        let many = self.points.len();
        let pairs = if self.axes.len() == 1 {
            let all = |_: &Point| true;
            let Some((low, high)) = self.extremes(all, |point| point.values[0]) else {
                return Vec::new();
            };
            let ends = [low, high].map(|at| self.points[at].shown);
            let [least, most] = [f64::min, f64::max].map(|pick| pick(ends[0], ends[1]));
            let beyond = |point: &Point| (least - point.shown).max(point.shown - most);
            let way = self
                .extremes(all, beyond)
                .map(|(_, way)| way)
                .filter(|&way| beyond(&self.points[way]) > 0.0);
            let ways = way
                .into_iter()
                .flat_map(|way| [(low, way, many - 2), (high, way, many - 2)]);
            std::iter::once((low, high, 1)).chain(ways).collect()
        } else {
            let many = self.points.iter().filter(|point| point.can_occur()).count();
            let Some((least, most)) = self.extremes(Point::can_occur, |point| point.shown) else {
                return Vec::new();
            };
            vec![(least, most, many * (many - 1) / 2)]
        };
        let differ = |&(from, to, _): &(usize, usize, usize)| from != to;
        pairs.into_iter().filter(differ).collect()
    }

    /// The places of the points, of those that count, at which something is least and greatest; of equal ones the first.
    fn extremes(
        &self,
        counts: impl Fn(&Point) -> bool,
        of: impl Fn(&Point) -> f64,
    ) -> Option<(usize, usize)> {
        let values: Vec<f64> = self.points.iter().map(of).collect();
        let places = || (0..values.len()).filter(|&at| counts(&self.points[at]));
        let least = places().reduce(|best, next| {
            if values[next] < values[best] {
                next
            } else {
                best
            }
        })?;
        let most = places().reduce(|best, next| {
            if values[next] > values[best] {
                next
            } else {
                best
            }
        })?;
        Some((least, most))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Interval, Lack};

    #[test]
    fn what_was_picked_among_many_needs_more() {
        let difference = |value, interval| Difference {
            value,
            interval,
            differ: 10,
        };
        for (difference, among, sure) in [
            (difference(0.59, Interval::between(0.43, 0.75)), 276, true),
            (difference(0.10, Interval::between(0.01, 0.19)), 1, true),
            (difference(0.10, Interval::between(0.01, 0.19)), 276, false),
            (difference(-0.10, Interval::between(-0.19, -0.01)), 1, true),
            (difference(-0.10, Interval::between(-0.21, 0.01)), 1, false),
            (difference(0.10, Interval::lacking(Lack::Few)), 1, false),
            (difference(1.0, Interval::Fixed), 276, true),
            (difference(0.0, Interval::Fixed), 1, false),
        ] {
            assert_eq!(is_sure(difference, among), sure, "{difference:?} {among}");
        }
    }
}
