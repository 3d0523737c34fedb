//! How results change along a number, or along two.

use super::{Axis, Case, Findings};
use crate::stats::{Interval, Share};

/// Findings at every point of one or two axes, all on the same luck.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// What was varied: one axis, or two.
    pub axes: Vec<Axis>,
    /// Where the scenario stands as it is, on each axis; none where the path has several values or an uncertain one.
    pub base: Vec<Option<f64>>,
    /// A point for each combination of values, the last axis running fastest.
    pub points: Vec<Point>,
}

/// One point of a sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The value on each axis.
    pub values: Vec<f64>,
    /// What a run shows there, but for the levels by day: a grid of many points would hold as many of them.
    pub findings: Findings,
    /// The mean of the quantity that was asked for.
    pub shown: f64,
    /// How well it is known.
    pub interval: Interval,
}

impl Point {
    /// The quantity that was asked for, where it is a share, as a case.
    #[must_use]
    pub const fn case(&self) -> Case {
        Case { share: Share { share: self.shown, interval: self.interval }, excluded: None }
    }
}

impl Sweep {
    /// The sweep of as many values of the first axis as all points are there of; none where there are fewer than two.
    #[must_use]
    pub fn as_far_as_it_came(mut self) -> Option<Self> {
        let row: usize = self.axes.iter().skip(1).map(|axis| axis.values().len()).product();
        let rows = self.points.len() / row.max(1);
        let first = self.axes.first_mut()?;
        *first = first.beginning(rows)?;
        self.points.truncate(rows * row);
        Some(self)
    }
}

/// All combinations of the values of some axes, the last running fastest.
#[must_use]
pub fn combinations(axes: &[Axis]) -> Vec<Vec<f64>> {
    axes.iter().fold(vec![Vec::new()], |before, axis| {
        let extended = |values: &Vec<f64>| {
            let values = values.clone();
            axis.values().iter().map(move |&value| values.iter().copied().chain([value]).collect())
        };
        before.iter().flat_map(extended).collect()
    })
}
