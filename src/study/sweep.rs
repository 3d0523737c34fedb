//! How results change along a number, or along two.

mod compared;

use serde::{Deserialize, Serialize};

use super::{Axis, Case, Exclusions, Findings, Reason, Standing, each_once};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::stats::{Interval, Share};
use crate::tally::Tally;

pub use compared::{ComparedPoints, PickedPoints, most_compared};

/// Findings at every point of one or two axes, all on the same luck.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sweep {
    /// What was varied: one axis, or two.
    pub axes: Vec<Axis>,
    /// Where the scenario stands as it is, on each axis.
    pub base: Vec<Standing>,
    /// A point for each combination of values, the last axis running fastest.
    pub points: Vec<Point>,
    /// The points that its title compares, each two of them run beside each other: their luck is
    /// shared, so that intervals of their own say nothing of what lies between them.
    pub compared: Vec<ComparedPoints>,
    /// What the scenario itself comes to, without values, where it stands at none of the points: its
    /// title and its chart say it beside them. None where it stands at one, or where it was not run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Box<Point>>,
}

/// One point of a sweep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The value on each axis.
    pub values: Vec<f64>,
    /// What a run shows there, but for the levels by day: a grid of many points would hold as many
    /// of them.
    pub findings: Findings,
    /// The mean of the quantity that was asked for.
    pub shown: f64,
    /// How well it is known.
    pub interval: Interval,
    /// Why the inputs exclude it, where they do.
    pub excluded: Option<Reason>,
}

impl Point {
    /// What a tally of a model shows at these values.
    #[must_use]
    pub fn new(values: Vec<f64>, quantity: Quantity, model: &Model, tally: &Tally) -> Self {
        let levels_excluded = <[Vec<_>; 2]>::default();
        let findings = Findings {
            levels: Vec::new(),
            levels_excluded,
            ..Findings::new(model, tally, None)
        };
        let shown = findings.means.of(quantity);
        let excluded = Exclusions::new(model)
            .quantity(quantity)
            .filter(|_| shown.interval.is_excluded());
        Self {
            values,
            findings,
            shown: shown.mean,
            interval: shown.interval,
            excluded,
        }
    }

    /// Whether the inputs leave room for the quantity that was asked for.
    #[must_use]
    pub const fn can_occur(&self) -> bool {
        !self.interval.is_excluded()
    }

    /// The quantity that was asked for, where it is a share, as a case.
    #[must_use]
    pub const fn case(&self) -> Case {
        Case {
            share: Share {
                share: self.shown,
                interval: self.interval,
            },
            excluded: self.excluded,
        }
    }
}

impl Sweep {
    /// Whether the scenario stands at one of the points.
    #[must_use]
    pub fn has_own_point(&self) -> bool {
        self.axes.iter().zip(&self.base).all(|(axis, base)| {
            let own = base.single();
            own.is_some_and(|own| axis.values().contains(&own))
        })
    }

    /// The quantity that was asked for in the scenario itself, where it stands at none of the points
    /// and can occur.
    #[must_use]
    pub fn own_shown(&self) -> Option<f64> {
        let own = self.own.as_ref().filter(|own| own.can_occur());
        own.map(|own| own.shown)
    }

    /// Why the inputs exclude the quantity that was asked for, where they do: each reason once.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        each_once(self.points.iter().filter_map(|point| point.excluded))
    }

    /// The sweep of as many values of the first axis as all points are there of; none where there
    /// are fewer than two.
    #[must_use]
    pub fn as_far_as_it_came(mut self) -> Option<Self> {
        let row: usize = self
            .axes
            .iter()
            .skip(1)
            .map(|axis| axis.values().len())
            .product();
        let rows = self.points.len() / row.max(1);
        let first = self.axes.first_mut()?;
        *first = first.beginning(rows)?;
        self.points.truncate(rows * row);
        Some(self)
    }
}

/// How many points axes have together.
#[must_use]
pub fn how_many(axes: &[Axis]) -> usize {
    axes.iter().map(|axis| axis.values().len()).product()
}

/// The values of a point, by its place: the last axis runs fastest.
#[must_use]
pub fn combination(axes: &[Axis], place: usize) -> Vec<f64> {
    let mut rest = place;
    let mut values: Vec<f64> = Vec::with_capacity(axes.len());
    for axis in axes.iter().rev() {
        let all = axis.values();
        values.extend(all.get(rest % all.len()));
        rest /= all.len();
    }
    values.reverse();
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_axis_runs_fastest() {
        let axes = [
            Axis::list("x", vec![1.0, 2.0]).unwrap(),
            Axis::list("y", vec![5.0, 6.0, 7.0]).unwrap(),
        ];
        let all: Vec<Vec<f64>> = (0..how_many(&axes))
            .map(|at| combination(&axes, at))
            .collect();
        assert_eq!(
            all,
            [
                [1.0, 5.0],
                [1.0, 6.0],
                [1.0, 7.0],
                [2.0, 5.0],
                [2.0, 6.0],
                [2.0, 7.0]
            ]
        );
    }
}
