//! Numbers as people read them.

/// A number as people read it: what sums of decimals add in the last bits left out, very large and very small ones with
/// an exponent.
#[must_use]
pub fn figure(value: f64) -> String {
    const DIGITS: i32 = 12;
    let size = value.abs();
    if size == 0.0 || !(1e-6..1e12).contains(&size) {
        return if size == 0.0 { "0".to_owned() } else { format!("{value:e}") };
    }
    let places = (DIGITS - 1 - libm::log10(size).floor() as i32).max(0) as usize;
    let figure = format!("{value:.places$}");
    if figure.contains('.') { figure.trim_end_matches('0').trim_end_matches('.').to_owned() } else { figure }
}

/// The number that its figure gives: without what sums of decimals add in the last bits.
pub fn rounded(value: f64) -> f64 {
    figure(value).parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

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
