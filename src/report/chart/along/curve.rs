//! A quantity along an axis, from its low end: where it is known, and how well.

use crate::study::{Case, Point};

/// A quantity at a value of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoursePoint {
    /// The value of the axis.
    pub value: f64,
    /// The quantity; none where it cannot occur.
    pub shown: Option<f64>,
    /// The ends of its interval, where it has both.
    pub ends: Option<[f64; 2]>,
}

/// All of them, from the low end.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The points.
    pub points: Vec<CoursePoint>,
}

impl CoursePoint {
    /// A point of a sweep.
    pub fn of_point(point: &Point) -> Self {
        Self {
            value: point.values.first().copied().unwrap_or_default(),
            shown: point.can_occur().then_some(point.shown),
            ends: point.interval.ends().map(|(low, high)| [low, high]),
        }
    }

    /// A case at a value.
    pub fn of_case(value: f64, case: &Case) -> Self {
        let interval = case.share.interval;
        Self {
            value,
            shown: (!interval.is_excluded()).then_some(case.share.share),
            ends: interval.ends().map(|(low, high)| [low, high]),
        }
    }
}

impl Course {
    /// The points in the order of their values.
    pub fn new(points: impl Iterator<Item = CoursePoint>) -> Self {
        let mut points: Vec<CoursePoint> = points.collect();
        points.sort_by(|one, other| one.value.total_cmp(&other.value));
        Self { points }
    }

    /// The stretches along which it can occur.
    pub fn stretches(&self) -> impl Iterator<Item = &[CoursePoint]> {
        self.points
            .split(|point| point.shown.is_none())
            .filter(|stretch| !stretch.is_empty())
    }

    /// Those along which it cannot, from the first to the last of their values.
    pub fn gaps(&self) -> impl Iterator<Item = [f64; 2]> {
        let gaps = self
            .points
            .split(|point| point.shown.is_some())
            .filter(|gap| !gap.is_empty());
        gaps.map(|gap| [gap[0].value, gap[gap.len() - 1].value])
    }

    /// The first point with a value, and the last.
    pub fn ends(&self) -> Option<[CoursePoint; 2]> {
        let mut known = self.points.iter().filter(|point| point.shown.is_some());
        let first = *known.clone().next()?;
        Some([first, *known.next_back()?])
    }

    /// The least and the greatest of all values.
    pub fn extent(&self) -> Option<[f64; 2]> {
        let shown = self.points.iter().filter_map(|point| point.shown);
        let least = shown.clone().fold(f64::INFINITY, f64::min);
        let most = shown.fold(f64::NEG_INFINITY, f64::max);
        (least <= most).then_some([least, most])
    }

    /// The least and the greatest end of all intervals, values among them.
    pub fn extent_of_bands(&self) -> Option<[f64; 2]> {
        let [least, most] = self.extent()?;
        let ends = self.points.iter().filter_map(|point| point.ends);
        Some(ends.fold([least, most], |[least, most], [low, high]| {
            [least.min(low), most.max(high)]
        }))
    }
}
