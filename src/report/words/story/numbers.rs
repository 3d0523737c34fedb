//! Numbers of a history as they are read.

use crate::numerals::{count, fixed, nearest, times};
use crate::sim::{Outcome, Summary};

/// Beyond this factor nobody reads the digits.
const MOST_FACTOR: f64 = 1e6;

/// A severity, a share or a feeling, from 0 to about 1: "0.61".
#[must_use]
pub fn hundredths(value: f64) -> String {
    let written = fixed(value, 2);
    if written == "−0.00" {
        "0.00".to_owned()
    } else {
        written
    }
}

/// A day: "1.9", "0".
#[must_use]
pub fn day_in_words(day: f64) -> String {
    let written = fixed(day, 1);
    written
        .strip_suffix(".0")
        .map_or_else(|| written.clone(), str::to_owned)
}

/// Deaths: "1 death", "12 deaths", "1.5 deaths on average".
#[must_use]
pub fn deaths_in_words(deaths: f64) -> String {
    let whole = nearest(deaths);
    if (deaths - whole).abs() > 1e-6 {
        return format!("{} deaths on average", fixed(deaths, 1));
    }
    let deaths = if whole == 1.0 { "death" } else { "deaths" };
    format!("{} {deaths}", count(whole as u64))
}

/// Deaths of full-scale war, of which nobody knows more than two digits: "about 3,000 deaths".
#[must_use]
pub(super) fn about_deaths(deaths: f64) -> String {
    let rounded = crate::numerals::round_to(deaths, 2);
    format!("about {}", deaths_in_words(rounded))
}

/// A chance of a hundred: some is not none, and almost sure not sure.
#[must_use]
pub fn chance_in_words(chance: f64) -> String {
    match chance {
        _ if chance <= 0.0 => "none".to_owned(),
        _ if chance < 0.01 => "under 1".to_owned(),
        _ if chance > 0.99 && chance < 1.0 => "over 99".to_owned(),
        _ => fixed(chance * 100.0, 0),
    }
}

/// How many times likelier, or less likely, a part of the log-odds makes something: "22".
#[must_use]
pub fn factor(part: f64) -> String {
    let factor = libm::exp(part.abs());
    if factor > MOST_FACTOR {
        format!("over {}", count(MOST_FACTOR as u64))
    } else {
        times(factor)
    }
}

/// How many places show that a draw lies between two bounds: two, or more where it lies closely.
pub(super) fn places_between(bounds: [f64; 2], draw: f64) -> usize {
    const MOST: usize = 6;
    let [low, high] = bounds;
    (2..MOST)
        .find(|&places| {
            let shown = fixed(draw, places);
            (low <= 0.0 || fixed(low, places) != shown) && fixed(high, places) != shown
        })
        .unwrap_or(MOST)
}

/// Whether there is full-scale war, sooner or later.
pub fn comes_to_full_war(summary: &Summary) -> bool {
    summary.outcome == Outcome::War || summary.later_war
}

/// All deaths of a history; those of full-scale war are rounded.
pub fn all_deaths(summary: &Summary) -> String {
    if comes_to_full_war(summary) {
        about_deaths(summary.deaths)
    } else {
        deaths_in_words(summary.deaths)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!([0.0, 1.86, 12.04].map(day_in_words), ["0", "1.9", "12"]);
        assert_eq!(
            [0.0, 1.0, 1234.0, 1.5].map(deaths_in_words),
            [
                "0 deaths",
                "1 death",
                "1,234 deaths",
                "1.5 deaths on average"
            ]
        );
        assert_eq!(
            [0.0, 0.001, 0.573, 0.999, 1.0].map(chance_in_words),
            ["none", "under 1", "57", "over 99", "100"]
        );
        assert_eq!([-0.001, 0.6096].map(hundredths), ["0.00", "0.61"]);
        assert_eq!([0.0, 3.112, -1.052].map(factor), ["1.0", "22", "2.9"]);
        assert_eq!(factor(40.0), "over 1,000,000");
    }

    #[test]
    fn a_draw_is_seen_to_lie_between_its_bounds() {
        assert_eq!(places_between([0.63, 0.92], 0.71), 2);
        assert_eq!(places_between([0.6309, 0.92], 0.6312), 4);
        assert_eq!(places_between([0.0, 0.92], 0.000_1), 2);
    }
}
