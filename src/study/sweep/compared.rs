//! Which points of a sweep its title compares, and whether they differ.

use serde::{Deserialize, Serialize};

use super::Sweep;
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
    /// Whether they differ, as far as runs can tell: also where the two were picked as the farthest
    /// apart of many, which takes an interval as much wider.
    pub is_sure: bool,
    /// Whether no trial differs in them.
    pub is_alike: bool,
}

/// Two points that are worth a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PickedPoints {
    /// The place of the first among the points.
    pub from: usize,
    /// The place of the second.
    pub to: usize,
    /// The number of pairs that they were picked among.
    pub among: usize,
}

impl ComparedPoints {
    /// What paired counts of the models of two points show; none where they are not of two models.
    #[must_use]
    pub fn new(
        picked: PickedPoints,
        models: [&Model; 2],
        paired: &Paired,
        quantity: Quantity,
    ) -> Option<Self> {
        let comparison = Comparison::new(&models, paired, &[false])?;
        let difference = comparison.variants.first()?.difference(quantity);
        Some(Self {
            from: picked.from,
            to: picked.to,
            difference,
            is_sure: is_sure(difference, picked.among),
            is_alike: paired.is_alike(),
        })
    }
}

/// Whether a difference between two that were picked among so many pairs is other than 0
/// (Bonferroni).
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
    /// The points that a title compares: on a map the least and the greatest where it can occur; on
    /// a curve the ends of where it can occur, and either of them with the point farthest beyond both, where there is
    /// one.
    #[must_use]
    pub fn compared(&self) -> Vec<PickedPoints> {
        let mut picked = if self.axes.len() == 1 {
            self.compared_on_curve()
        } else {
            self.compared_on_map()
        };
        picked.retain(|pair| pair.from != pair.to);
        picked
    }

    fn compared_on_curve(&self) -> Vec<PickedPoints> {
        let values = self
            .points
            .iter()
            .enumerate()
            .filter(|(_, point)| point.can_occur())
            .map(|(at, point)| (at, point.values[0]));
        let Some(ends) = Extremes::of(values.clone()) else {
            return Vec::new();
        };
        let mut picked = vec![PickedPoints {
            from: ends.least,
            to: ends.most,
            among: 1,
        }];
        if let Some(way) = self.farthest_beyond(ends) {
            let among = values.count().saturating_sub(2);
            picked.extend([ends.least, ends.most].map(|from| PickedPoints {
                from,
                to: way,
                among,
            }));
        }
        picked
    }

    /// The place of the point whose result is farthest beyond those of both ends, where there is
    /// one.
    fn farthest_beyond(&self, ends: Extremes) -> Option<usize> {
        let one = self.points[ends.least].shown;
        let other = self.points[ends.most].shown;
        let beyond = self
            .points
            .iter()
            .enumerate()
            .filter(|(_, point)| point.can_occur())
            .map(|(at, point)| {
                let below = one.min(other) - point.shown;
                (at, below.max(point.shown - one.max(other)))
            })
            .filter(|(_, beyond)| *beyond > 0.0);
        Extremes::of(beyond).map(|extremes| extremes.most)
    }

    fn compared_on_map(&self) -> Vec<PickedPoints> {
        let results = self
            .points
            .iter()
            .enumerate()
            .filter(|(_, point)| point.can_occur())
            .map(|(at, point)| (at, point.shown));
        let many = results.clone().count();
        let extremes = Extremes::of(results);
        extremes
            .map(|extremes| PickedPoints {
                from: extremes.least,
                to: extremes.most,
                among: many * (many - 1) / 2,
            })
            .into_iter()
            .collect()
    }
}

/// The places at which a value is least and greatest; of equal ones the first.
#[derive(Clone, Copy)]
struct Extremes {
    least: usize,
    most: usize,
}

impl Extremes {
    fn of(values: impl Iterator<Item = (usize, f64)> + Clone) -> Option<Self> {
        let least = values
            .clone()
            .reduce(|best, next| if next.1 < best.1 { next } else { best })?;
        let most = values.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        Some(Self {
            least: least.0,
            most: most.0,
        })
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
