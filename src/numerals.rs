//! Numbers as text: the one place that writes them for people to read.
//!
//! [`number`] and its like are for sentences and scales: few digits, a true minus. [`figure`] is
//! for what users write themselves: all digits that count, the minus of a keyboard.

/// A number has so many digits at least, where it needs them.
const LEAST_DIGITS: usize = 4;
/// A number has so many digits at most: these name every number there is.
pub const MOST_DIGITS: usize = 17;
/// A figure is off by no more than this part of the way to the next value.
const PART: f64 = 0.05;

/// A whole number with commas: 100,000.
#[must_use]
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number as short as can be, to four digits: "0.3", "12", "−1", "1.5e−7".
#[must_use]
pub fn number(value: f64) -> String {
    number_to(value, LEAST_DIGITS)
}

/// A number with this many digits.
#[must_use]
pub fn number_to(value: f64, digits: usize) -> String {
    let rounded = round_to(value, digits);
    // As long as its digits reach the point, no power of ten is needed.
    let most = 10_f64.powi(digits.max(6) as i32);
    if rounded != 0.0 && !(1e-4..most).contains(&rounded.abs()) {
        return power(rounded, digits);
    }
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded }).replace('-', "−")
}

/// How many digits tell values apart, four at least: each then lies within a twentieth of the way
/// to its neighbour of what is written.
#[must_use]
pub fn digits(values: &[f64]) -> usize {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.dedup();
    (LEAST_DIGITS..MOST_DIGITS)
        .find(|&digits| are_apart(&sorted, digits))
        .unwrap_or(MOST_DIGITS)
}

/// Whether so many digits tell sorted values apart.
fn are_apart(sorted: &[f64], digits: usize) -> bool {
    sorted
        .iter()
        .enumerate()
        .all(|(at, &value)| (round_to(value, digits) - value).abs() <= PART * gap(sorted, at))
}

/// The way from one of sorted values to the nearer of its neighbours.
fn gap(sorted: &[f64], at: usize) -> f64 {
    let value = sorted[at];
    let below = at
        .checked_sub(1)
        .map_or(f64::INFINITY, |before| value - sorted[before]);
    let above = sorted
        .get(at + 1)
        .map_or(f64::INFINITY, |after| after - value);
    below.min(above)
}

/// A number near a value, as roundly as a span that it lies in allows: to a fortieth of it.
#[must_use]
pub fn near(value: f64, span: f64) -> String {
    let most = span.abs() / 40.0;
    let digits = (2..MOST_DIGITS).find(|&digits| (round_to(value, digits) - value).abs() <= most);
    number_to(value, digits.unwrap_or(MOST_DIGITS))
}

/// A number with no more digits than these.
#[must_use]
pub fn round_to(value: f64, digits: usize) -> f64 {
    let places = digits.saturating_sub(1);
    let rounded: f64 = format!("{value:.places$e}").parse().unwrap_or(value);
    // The greatest number there is has no rounder one above it.
    if rounded.is_finite() { rounded } else { value }
}

/// Numbers along one scale, all written alike and told apart: where one needs a power of ten, so
/// have its like.
#[must_use]
pub fn numbers(values: &[f64]) -> Vec<String> {
    let digits = digits(values);
    let powers = values
        .iter()
        .any(|&value| number_to(value, digits).contains('e'));
    values
        .iter()
        .map(|&value| {
            if powers && is_far_from_one(value) {
                power(value, digits)
            } else {
                number_to(value, digits)
            }
        })
        .collect()
}

/// Whether a number needs a power of ten where others beside it have one.
fn is_far_from_one(value: f64) -> bool {
    value != 0.0 && !(1e-3..1e4).contains(&value.abs())
}

/// A number by its power of ten.
fn power(value: f64, digits: usize) -> String {
    format!("{:e}", round_to(value, digits)).replace('-', "−")
}

/// The nearest whole number. A tie goes away from zero, also where arithmetic takes a last bit from
/// it, so that a value reads the same in titles, labels and tables.
#[must_use]
pub fn nearest(value: f64) -> f64 {
    const BITS: f64 = 1e-9;
    (value + BITS.copysign(value)).round()
}

/// A number with so many places after the point: "−0.40". Ties go as in [`nearest`].
#[must_use]
pub fn fixed(value: f64, places: usize) -> String {
    let scale = 10_f64.powi(places as i32);
    let rounded = nearest(value * scale) / scale;
    // What is too large for this has no places.
    let rounded = if rounded.is_finite() { rounded } else { value };
    format!("{rounded:.places$}").replace('-', "−")
}

/// A number with its sign and so many places; zero has no sign.
#[must_use]
pub fn signed(value: f64, places: usize) -> String {
    let digits = format!("{:.places$}", value.abs());
    let sign = match value {
        _ if digits.chars().all(|digit| matches!(digit, '0' | '.')) => "",
        _ if value < 0.0 => "−",
        _ => "+",
    };
    format!("{sign}{digits}")
}

/// A number as people read it: what sums of decimals add in the last bits left out, very large and
/// very small ones with an exponent.
#[must_use]
pub fn figure(value: f64) -> String {
    const DIGITS: i32 = 12;
    let size = value.abs();
    if size == 0.0 || !(1e-6..1e12).contains(&size) {
        return if size == 0.0 {
            "0".to_owned()
        } else {
            format!("{value:e}")
        };
    }
    let places = (DIGITS - 1 - libm::log10(size).floor() as i32).max(0) as usize;
    let figure = format!("{value:.places$}");
    if figure.contains('.') {
        figure
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    } else {
        figure
    }
}

/// The number that its figure gives: without what sums of decimals add in the last bits.
#[must_use]
pub fn rounded(value: f64) -> f64 {
    figure(value).parse().unwrap_or(value)
}

/// A ratio, to two digits: "1.4", "29", "67,000".
#[must_use]
pub fn times(factor: f64) -> String {
    let rounded = round_to(factor, 2);
    if rounded < 10.0 {
        format!("{rounded:.1}")
    } else {
        count(rounded as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_have_two_digits() {
        for (factor, words) in [
            (0.97, "1.0"),
            (1.36, "1.4"),
            (9.96, "10"),
            (28.7, "29"),
            (67_257.1, "67,000"),
        ] {
            assert_eq!(times(factor), words);
        }
    }

    #[test]
    fn ties_go_up_everywhere() {
        assert_eq!(nearest(0.145 * 100.0), 15.0);
        assert_eq!(nearest(-14.5), -15.0);
        for (value, places, words) in [
            (14.5, 0, "15"),
            (2.95, 1, "3.0"),
            (0.45, 1, "0.5"),
            (0.125, 2, "0.13"),
            (-0.4, 2, "−0.40"),
            (1e300, 2, &format!("{:.2}", 1e300)),
        ] {
            assert_eq!(fixed(value, places), words);
        }
    }

    #[test]
    fn numbers_are_short() {
        for (value, words) in [
            (0.0, "0"),
            (0.3, "0.3"),
            (-1.25, "−1.25"),
            (1.0 / 3.0, "0.3333"),
            (12_000.0, "12000"),
            (1.5e-7, "1.5e−7"),
        ] {
            assert_eq!(number(value), words);
        }
    }

    #[test]
    fn numbers_along_a_scale_are_alike() {
        assert_eq!(numbers(&[1.0, 1e4, 1e6]), ["1", "1e4", "1e6"]);
        assert_eq!(numbers(&[1.0, 1e4, 1e5]), ["1", "10000", "100000"]);
    }

    #[test]
    fn numbers_that_differ_look_different() {
        assert_eq!(
            numbers(&[20_000.0, 20_006.0, 20_010.0]),
            ["20000", "20006", "20010"]
        );
        assert_eq!(numbers(&[1e6, 1e6 + 1.0]), ["1000000", "1000001"]);
        assert_eq!(numbers(&[1e-9, 1.000_01e-9]), ["1e−9", "1.00001e−9"]);
        assert_eq!(digits(&[f64::MAX, f64::MIN, 0.0]), 4);
        assert_eq!(digits(&[0.3, 0.300_000_000_000_000_04]), 17);
    }

    #[test]
    fn what_is_near_is_round() {
        for (value, span, words) in [
            (0.123, 1.0, "0.12"),
            (20_004.9, 10.0, "20005"),
            (-0.5, 1.0, "−0.5"),
            (0.05, 0.0, "0.05"),
        ] {
            assert_eq!(near(value, span), words);
        }
    }

    #[test]
    fn counts_have_commas() {
        assert_eq!(
            [0, 999, 1000, 1_234_567].map(count),
            ["0", "999", "1,000", "1,234,567"]
        );
    }

    #[test]
    fn figures_are_for_people() {
        for (value, shown) in [
            (0.3 + 0.15, "0.45"),
            (0.1 + 0.2, "0.3"),
            (-1.0, "-1"),
            (20_000.0, "20000"),
            (0.0005, "0.0005"),
            (1.0 / 3.0, "0.333333333333"),
            (0.0, "0"),
            (1e300, "1e300"),
            (1e-9, "1e-9"),
            (123_456_789_012.0, "123456789012"),
        ] {
            assert_eq!(figure(value), shown);
        }
    }
}
