//! Shares in figures, as exact as their intervals warrant: the same in tables and charts.

use crate::numerals::{count, fixed};
use crate::stats::{End, Interval};
use crate::study::{Case, Reason};

/// More places than this no number of trials warrants.
const MOST_PLACES: usize = 8;

/// What is said of a share that the inputs hold at 1.
const FIXED: &str = "always: the inputs fix it";

/// What a row says in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The inputs exclude the case: why.
    Excluded(String),
    /// The inputs fix the share, and how.
    Fixed(String),
    /// The share and its interval.
    Estimated {
        /// "62.0 %", or "0 of 100,000".
        value: String,
        /// "61.7 to 62.3 %", or "below 0.004 %".
        interval: String,
    },
}

/// Reasons for which the inputs exclude something at several places: "no mediator engages, or the
/// opening is war". None where there are none.
#[must_use]
pub fn any_of(reasons: &[Reason]) -> Option<String> {
    let words: Vec<&str> = reasons.iter().map(|reason| reason.words()).collect();
    (!words.is_empty()).then(|| words.join(", or "))
}

impl Shown {
    /// The figures of a case met in a share of `trials`.
    #[must_use]
    pub fn of(case: &Case, trials: u64) -> Self {
        Self::to(case, trials, 1)
    }

    /// The value as text, a share with at least this many decimal places, to distinguish it from
    /// another.
    #[must_use]
    pub fn to(case: &Case, trials: u64, least: usize) -> Self {
        let share = case.share.share;
        match case.share.interval {
            Interval::Excluded => Self::Excluded(format!(
                "cannot occur here: {}",
                case.excluded.map_or("the inputs exclude it", Reason::words)
            )),
            Interval::Fixed => Self::Fixed(FIXED.to_owned()),
            Interval::Estimated {
                low: End::At(low),
                high: End::At(high),
            } => estimated([share, low, high].map(|share| share * 100.0), trials, least),
            Interval::Estimated {
                low: End::Open(lack),
                ..
            }
            | Interval::Estimated {
                high: End::Open(lack),
                ..
            } => Self::Estimated {
                value: format!("{} %", fixed(share * 100.0, least)),
                interval: lack.words().to_owned(),
            },
        }
    }

    /// The value in a sentence: "62.0 % (61.7 to 62.3 %)".
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Excluded(words) | Self::Fixed(words) => words.clone(),
            Self::Estimated { value, interval } => format!("{value} ({interval})"),
        }
    }
}

fn estimated([share, low, high]: [f64; 3], trials: u64, least: usize) -> Shown {
    let (value, interval) = if share <= 0.0 {
        (
            format!("0 of {}", count(trials)),
            format!("below {} %", outward(high)),
        )
    } else if share >= 100.0 {
        (
            format!("all of {}", count(trials)),
            format!("above {} %", inward(low)),
        )
    } else {
        let places = places(((high - low) / 2.0).min(low).min(100.0 - high));
        let finer = places.max(least);
        (
            format!("{} %", fixed(share, finer)),
            format!("{low:.places$} to {high:.places$} %"),
        )
    };
    Shown::Estimated { value, interval }
}

/// The fewest places, one at least, at which a step is not above `gap`: the ends of an interval
/// then differ from its middle, and from 0 and 100.
fn places(gap: f64) -> usize {
    let mut step = 0.1;
    let mut places = 1;
    while step > gap && places < MOST_PLACES {
        step /= 10.0;
        places += 1;
    }
    places
}

/// How many places show an interval that is not of no width, `least` at least: a step is not above
/// half of it.
#[must_use]
pub fn places_of(interval: Interval, scale: f64, least: usize) -> usize {
    const MOST: f64 = 6.0; // sums are held in millionths
    match interval.ends() {
        Some((low, high)) if low < high => {
            let places = (-libm::log10((high - low) / 2.0 * scale))
                .ceil()
                .clamp(0.0, MOST);
            least.max(places as usize)
        }
        _ => least,
    }
}

/// How many places show a difference: as [`places_of`], and so many that no end reads zero where
/// both lie on one side of it.
#[must_use]
pub fn places_apart(interval: Interval, scale: f64, least: usize) -> usize {
    let places = places_of(interval, scale, least);
    match interval.ends() {
        Some((low, high)) => apart_from_zero([low, high], scale, places),
        None => places,
    }
}

/// So many places, or more where an end would read zero and both lie on one side of it.
pub(super) fn apart_from_zero([low, high]: [f64; 2], scale: f64, least: usize) -> usize {
    let nearest = low.abs().min(high.abs()) * scale;
    let mut places = least;
    let mut step = 0.1_f64.powi(least as i32);
    while low * high > 0.0 && nearest < step / 2.0 && places < MOST_PLACES {
        step /= 10.0;
        places += 1;
    }
    places
}

/// An upper bound in per cent, rounded up.
pub(super) fn outward(high: f64) -> String {
    let places = places(high);
    format!("{:.places$}", rounded_up(high, places).min(100.0))
}

/// A number rounded up to so many places. What arithmetic adds in the last bit is no reason to go
/// up by a step.
pub fn rounded_up(value: f64, places: usize) -> f64 {
    let scale = scale(places);
    (value * scale - 1e-6).ceil() / scale
}

/// A lower bound in per cent, rounded down.
fn inward(low: f64) -> String {
    let places = places(100.0 - low);
    let scale = scale(places);
    format!(
        "{:.places$}",
        ((low * scale + 1e-6).floor() / scale).max(0.0)
    )
}

fn scale(places: usize) -> f64 {
    (0..places).map(|_| 10.0).product()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Share;

    fn shown(successes: u64, trials: u64) -> (String, String) {
        match Shown::of(
            &Case {
                share: Share::new(successes, trials),
                excluded: None,
            },
            trials,
        ) {
            Shown::Estimated { value, interval } => (value, interval),
            Shown::Excluded(words) | Shown::Fixed(words) => panic!("{words}"),
        }
    }

    #[test]
    fn figures_are_as_exact_as_their_intervals() {
        for (successes, trials, value, interval) in [
            (61_970, 100_000, "62.0 %", "61.7 to 62.3 %"),
            (350, 100_000, "0.35 %", "0.31 to 0.39 %"),
            (1, 100_000, "0.00100 %", "0.00003 to 0.00557 %"),
            (62, 100, "62.0 %", "51.7 to 71.5 %"),
            (99_999, 100_000, "99.99900 %", "99.99443 to 99.99997 %"),
            (0, 100_000, "0 of 100,000", "below 0.004 %"),
            (0, 1, "0 of 1", "below 97.5 %"),
            (1, 1, "all of 1", "above 2.5 %"),
            (100_000, 100_000, "all of 100,000", "above 99.996 %"),
        ] {
            assert_eq!(
                shown(successes, trials),
                (value.to_owned(), interval.to_owned()),
                "{successes} of {trials}"
            );
        }
    }

    /// From +0.004 to +0.03 points: the end is not 0.00.
    #[test]
    fn a_sure_difference_has_no_end_that_reads_zero() {
        for (low, high, places) in [
            (0.000_04, 0.000_3, 3),
            (-0.000_3, -0.000_04, 3),
            (-0.000_04, 0.000_3, 2),
            (0.0, 0.000_3, 2),
            (0.001, 0.002, 2),
            (1e-9, 0.000_3, 7),
        ] {
            let interval = Interval::between(low, high);
            assert_eq!(places_apart(interval, 100.0, 2), places, "{low} {high}");
        }
    }

    #[test]
    fn the_excluded_say_why() {
        let case = Case {
            share: Share::excluded(),
            excluded: Some(Reason::OpeningIsWar),
        };
        assert_eq!(
            Shown::of(&case, 10),
            Shown::Excluded("cannot occur here: the opening is war".into())
        );
    }
}
