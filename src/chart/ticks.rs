//! Round numbers along a scale.

/// Round numbers at even steps, the first at or below `low`, the last at or above `high`, about `most` steps between.
pub fn around(low: f64, high: f64, most: u8) -> Vec<f64> {
    let step = step((high - low) / f64::from(most));
    let first = (low / step + 1e-9).floor();
    let last = (high / step - 1e-9).ceil().max(first + 1.0);
    (0..=(last - first) as usize).map(|at| (first + at as f64) * step).collect()
}

/// Round numbers between two ends, the ends themselves first; `log` where equal steps are equal ratios.
pub fn between(low: f64, high: f64, most: u8, log: bool) -> Vec<f64> {
    let inner = if log { ratios(low, high) } else { around(low, high, most) };
    let inside = inner.into_iter().filter(|&value| value > low && value < high);
    [low, high].into_iter().chain(inside).collect()
}

/// Powers of ten first, since not all may find room, then twice and five times these.
fn ratios(low: f64, high: f64) -> Vec<f64> {
    let powers = libm::floor(libm::log10(low)) as i32..=libm::ceil(libm::log10(high)) as i32;
    let times = |factor: f64| powers.clone().map(move |power| factor * ten_to(power));
    [1.0, 2.0, 5.0].into_iter().flat_map(times).collect()
}

/// The least round number not below another: 1, 2 or 5 times a power of ten.
fn step(least: f64) -> f64 {
    if !(least.is_finite() && least > 0.0) {
        return 1.0;
    }
    let power = ten_to(libm::floor(libm::log10(least)) as i32);
    let round = [1.0, 2.0, 5.0].into_iter().map(|factor| factor * power);
    round.into_iter().find(|&step| step >= least * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

/// A power of ten, the nearest there is.
fn ten_to(power: i32) -> f64 {
    format!("1e{power}").parse().unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_enclose() {
        assert_eq!(around(-9.7, 9.7, 5), [-10.0, -5.0, 0.0, 5.0, 10.0]);
        assert_eq!(around(0.0, 100.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(around(0.0, 0.0, 5), [0.0, 1.0]);
    }

    #[test]
    fn ends_come_first() {
        assert_eq!(between(0.01, 1.0, 5, true)[..3], [0.01, 1.0, 0.1]);
        assert_eq!(between(0.3, 1.7, 5, false), [0.3, 1.7, 0.5, 1.0, 1.5]);
    }
}
