//! The points of a curve at which its quantity can occur, and what they show together.

use super::cells::fineness;
use super::levels::mean_places;
use super::scale::ValueScale;
use crate::study::{Point, Sweep, SweepStudy};

/// A mean without an interval has so many places.
const MOST_PLACES: usize = 3;

/// Whether all points came to the same.
pub fn same_everywhere(sweep: &Sweep) -> bool {
    let points = &sweep.points;
    points
        .windows(2)
        .all(|pair| pair[0].findings == pair[1].findings)
}

/// Whether a curve hardly moves, where it can occur.
#[must_use]
pub fn hardly_moves(sweep: &Sweep, scale: &ValueScale) -> bool {
    scale.is_hardly_apart(&shown_values(&along_axis(sweep)))
}

/// The points at which the quantity can occur, from the least value of the axis.
pub(super) fn along_axis(sweep: &Sweep) -> Vec<&Point> {
    let points = sweep.points.iter();
    let mut along: Vec<&Point> = points.filter(|point| point.can_occur()).collect();
    along.sort_by(|one, other| one.values[0].total_cmp(&other.values[0]));
    along
}

pub(super) fn shown_values(points: &[&Point]) -> Vec<f64> {
    points.iter().map(|point| point.shown).collect()
}

/// The point that is surely beyond both ends, where there is one.
pub(super) fn surely_beyond(sweep: &Sweep) -> Option<&Point> {
    match sweep.compared.as_slice() {
        [_, one, other] if one.is_sure && other.is_sure => sweep.points.get(one.to),
        _ => None,
    }
}

/// Whether intervals leave open which of two points is higher.
pub(super) fn may_be_level(one: &Point, other: &Point) -> bool {
    match (one.interval.ends(), other.interval.ends()) {
        (Some((low, high)), Some((least, most))) => low <= most && least <= high,
        _ => one.shown == other.shown,
    }
}

/// How many places the means of a table have at most.
pub(super) fn places_of_table(study: &SweepStudy, points: &[&Point]) -> usize {
    let fine = fineness(&study.sweep, study.quantity);
    let places = points
        .iter()
        .map(|point| mean_places(point.interval).unwrap_or(MOST_PLACES));
    places.fold(fine, usize::max)
}
