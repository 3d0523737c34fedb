//! How many digits tell the points of a sweep apart, the same in titles, tables and charts.

use crate::numerals::fixed;
use crate::quantities::Quantity;
use crate::report::words::figures::Shown;
use crate::stats::Interval;
use crate::study::{Case, Point, Sweep};

/// No figure has more places: sums of trials hold no more.
const MOST_PLACES: f64 = 8.0;

/// The fewest places with which a step of the last is not above `step`.
pub(super) fn places_for(step: f64) -> usize {
    if step > 0.0 {
        (-libm::log10(step) - 1e-9).ceil().clamp(0.0, MOST_PLACES) as usize
    } else {
        0
    }
}

/// How many places the points that a title compares need at least, so that figures differ where
/// their values surely do: a step of the last place is not above half of what lies between them.
/// None where runs cannot tell.
#[must_use]
pub fn fineness(sweep: &Sweep, quantity: Quantity) -> usize {
    let sure = sweep
        .compared
        .iter()
        .filter(|compared| compared.is_sure && compared.difference.value != 0.0);
    let apart = sure.map(|compared| compared.difference.value.abs() * scale(quantity));
    apart
        .reduce(f64::min)
        .map_or(0, |apart| places_for(apart / 2.0))
}

/// A share of trials in a cell, in per cent to so many places: some is not none, and what the
/// inputs exclude or fix is no number. None where it cannot occur.
#[must_use]
pub fn share_cell(case: &Case, places: usize) -> Option<String> {
    let share = case.share.share * 100.0;
    let step = 0.1_f64.powi(places as i32);
    match case.share.interval {
        Interval::Excluded => None,
        Interval::Fixed => Some("always".to_owned()),
        Interval::Estimated { .. } => Some(match share {
            _ if share <= 0.0 => "none".to_owned(),
            _ if share >= 100.0 => "all".to_owned(),
            _ if share < step / 2.0 => format!("<{step:.places$}"),
            _ if share >= 100.0 - step / 2.0 => format!(">{:.places$}", 100.0 - step),
            _ => fixed(share, places),
        }),
    }
}

/// A share to as many places as its interval bears, `least` at least, if that is shorter than
/// `wide`; else to these.
#[must_use]
pub fn share_within(case: &Case, trials: u64, least: usize, wide: usize) -> Option<String> {
    match Shown::to(case, trials, least) {
        Shown::Estimated { value, .. } if 0.0 < case.share.share && case.share.share < 1.0 => {
            let digits = value.trim_end_matches(" %");
            if digits.chars().count() < wide {
                Some(digits.to_owned())
            } else {
                share_cell(case, least)
            }
        }
        _ => share_cell(case, least),
    }
}

/// From the value of a point to the farther end of its interval.
pub(super) fn longer_half(point: &Point) -> Option<f64> {
    let (low, high) = point.interval.ends()?;
    Some((point.shown - low).max(high - point.shown))
}

fn scale(quantity: Quantity) -> f64 {
    if quantity.is_share() { 100.0 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Share;
    use crate::study::Reason;

    #[test]
    fn a_step_is_as_fine_as_asked() {
        for (step, places) in [
            (2.0, 0),
            (1.0, 0),
            (0.5, 1),
            (0.1, 1),
            (0.0021, 3),
            (0.0, 0),
            (1e-12, 8),
        ] {
            assert_eq!(places_for(step), places, "{step}");
        }
    }

    #[test]
    fn none_some_and_all_have_words_of_their_own() {
        for (met, places, words) in [
            (0, 1, "none"),
            (1, 1, "<0.1"),
            (1, 3, "0.001"),
            (99_999, 1, ">99.9"),
            (100_000, 1, "all"),
            (62_019, 1, "62.0"),
        ] {
            let case = Case {
                share: Share::new(met, 100_000),
                excluded: None,
            };
            assert_eq!(share_cell(&case, places).unwrap(), words);
        }
        let rare = Case {
            share: Share::new(1, 100_000),
            excluded: None,
        };
        assert_eq!(share_within(&rare, 100_000, 1, 9).unwrap(), "0.00100");
        assert_eq!(share_within(&rare, 100_000, 1, 7).unwrap(), "<0.1");
        let cannot = Case {
            share: Share::excluded(),
            excluded: Some(Reason::OpeningIsWar),
        };
        assert_eq!(share_cell(&cannot, 1), None);
        assert_eq!(
            share_cell(
                &Case {
                    share: Share::certain(),
                    excluded: None
                },
                1
            )
            .unwrap(),
            "always"
        );
    }
}
