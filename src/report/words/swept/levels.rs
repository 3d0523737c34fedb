//! The level of a quantity at a point of a sweep, in words.

use crate::numerals::{count, fixed, number};
use crate::quantities::Quantity;
use crate::report::words::figures::Shown;
use crate::stats::Interval;
use crate::study::{Case, Point};

/// Maximum points of an axis in a sentence.
pub const MOST_POINTS: usize = 11;

/// The words for a share that the inputs exclude.
const NEVER: &str = "none, as it cannot occur,";

/// A share as a sentence tells it, to so many places at least: none and all have their bounds, but
/// what cannot occur has none.
fn shares_in_words(case: &Case, trials: u64, least: usize) -> String {
    match Shown::to(case, trials, least.max(1)) {
        Shown::Excluded(_) => NEVER.to_owned(),
        Shown::Fixed(_) => "100 %, as the inputs fix it,".to_owned(),
        Shown::Estimated { value, interval }
            if case.share.share <= 0.0 || case.share.share >= 1.0 =>
        {
            format!("{value} ({interval})")
        }
        Shown::Estimated { value, .. } => value,
    }
}

/// The quantity that was asked for, at a point, to so many places at least. A crisis that is
/// unresolved at the horizon ends, in the records, with its last act: a day on which it ended it
/// has not.
pub fn level(quantity: Quantity, point: &Point, least: usize) -> String {
    if quantity.is_share() {
        return shares_in_words(&point.case(), point.findings.trials, least);
    }
    if point.interval.is_excluded() {
        return NEVER.to_owned();
    }
    let mean = mean_to(point.shown, point.interval, least);
    match unresolved(quantity, point) {
        Some(so_many) => format!("{mean} ({so_many})"),
        None => mean,
    }
}

/// How many trials are unresolved at the horizon, where that concerns a quantity and there are any:
/// "12 of 100 unresolved". A share of them would need a bound.
#[must_use]
pub fn unresolved(quantity: Quantity, point: &Point) -> Option<String> {
    let still = point.findings.unresolved;
    let all = point.findings.trials;
    let any = quantity == Quantity::EndDay && still > 0;
    any.then(|| format!("{} of {} unresolved", count(still), count(all)))
}

/// A mean with as many places as its interval bears: a step of the last is not above half of it.
#[must_use]
pub fn mean_in_figures(value: f64, interval: Interval) -> String {
    mean_to(value, interval, 0)
}

/// A mean with as many places as its interval bears, and at least so many.
#[must_use]
pub fn mean_to(value: f64, interval: Interval, least: usize) -> String {
    match mean_places(interval) {
        None if least == 0 => number(value),
        places => fixed(value, places.unwrap_or(0).max(least)),
    }
}

/// How many places the interval of a mean bears; none where it has no width.
pub(super) fn mean_places(interval: Interval) -> Option<usize> {
    let (low, high) = interval.ends().filter(|(low, high)| low < high)?;
    let half = (high - low) / 2.0;
    Some((-libm::log10(half)).ceil().clamp(0.0, 8.0) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Lack;

    #[test]
    fn means_have_as_many_places_as_their_intervals_bear() {
        for (value, interval, words) in [
            (4.371_234, Interval::between(4.35, 4.39), "4.37"),
            (0.000_4, Interval::between(0.000_1, 0.001), "0.0004"),
            (4.371_234, Interval::lacking(Lack::Few), "4.371"),
            (2.0, Interval::Fixed, "2"),
        ] {
            assert_eq!(mean_in_figures(value, interval), words);
        }
    }
}
