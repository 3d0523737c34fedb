//! A crossing as a part of a sentence.

use crate::numerals::{digits, number_to, round_to};
use crate::study::Crossing;

/// A crossing as the axis has it: "about 0.7 (0.66 to 0.75)"; "somewhere from 0.66 to 0.75" where
/// the estimates cross back and forth.
#[must_use]
pub fn crossing_in_words(crossing: &Crossing) -> String {
    let places = [crossing.at, crossing.low, crossing.high];
    // As many digits as tell the ends from each other, and no more: the runs do not know them.
    let fine = fewest_digits(&places);
    let [at, low, high] = places.map(|value| number_to(value, fine));
    if crossing.times > 1 {
        format!("somewhere from {low} to {high}")
    } else if low == high {
        format!("about {at}")
    } else {
        format!("about {at} ({low} to {high})")
    }
}

/// How many digits tell places apart, two at least.
fn fewest_digits(places: &[f64; 3]) -> usize {
    let most = digits(places);
    let wide = places[2] - places[1];
    (2..most)
        .find(|&fine| {
            places.iter().all(|&value| {
                let rounded = round_to(value, fine);
                (rounded - value).abs() <= wide / 8.0
            })
        })
        .unwrap_or(most)
}

/// "fall below", or "rise above".
pub const fn way(crossing: &Crossing) -> &'static str {
    if crossing.rises {
        "rise above"
    } else {
        "fall below"
    }
}

/// A crossing after "passes".
pub fn place(crossing: &Crossing) -> String {
    let words = crossing_in_words(crossing);
    match words.strip_prefix("somewhere from ") {
        Some(ends) => format!("a value somewhere from {ends}"),
        None => words,
    }
}
