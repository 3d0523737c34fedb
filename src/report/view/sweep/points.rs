//! How the points of a sweep stand in tables.

use crate::report::layout::plain;
use crate::study::{Axis, Point, SweepStudy};

/// Stands for what cannot occur.
pub const DASH: &str = "-";

/// The head of a point's row: where it stands on the first axis.
pub fn value(study: &SweepStudy, point: &Point) -> String {
    let axis = study.sweep.axes.first();
    axis.zip(point.values.first())
        .map_or_else(String::new, |(axis, &value)| plain(&axis.figure(value)))
}

/// How wide the column of an axis's values is.
pub fn width(axis: Option<&Axis>) -> usize {
    const LEAST: usize = 10;
    let figures = axis.map(Axis::figures).unwrap_or_default();
    figures
        .iter()
        .map(|figure| figure.chars().count())
        .fold(LEAST, usize::max)
}
