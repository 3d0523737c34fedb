//! Round numbers along a scale.

/// Round numbers at even steps, the first at or below `low`, the last at or above `high`, about
/// `most` steps between.
pub fn around(low: f64, high: f64, most: u8) -> Vec<f64> {
    let step = step((high - low) / f64::from(most));
    let first = (low / step + 1e-9).floor();
    let last = (high / step - 1e-9).ceil().max(first + 1.0);
    (0..=(last - first) as usize)
        .map(|at| (first + at as f64) * step)
        .collect()
}

/// Round numbers between two ends, the ends themselves first, at even steps, about `most` of them.
pub fn between(low: f64, high: f64, most: u8) -> Vec<f64> {
    ends_first(low, high, around(low, high, most))
}

/// Round numbers where equal steps are equal ratios, in sets from the closest to the widest: round
/// steps where the ends are near each other; powers of ten with twice and five times these, powers
/// of ten, every other of these, and so on.
pub fn ratios(low: f64, high: f64) -> Vec<Vec<f64>> {
    // Between two and five times the same power there may be nothing.
    let near = [10, 5, 3]
        .into_iter()
        .filter(|_| high < 5.0 * low)
        .map(|most| between(low, high, most));
    let round = powers_of_ten(low, high, 1, &[1.0, 2.0, 5.0]);
    let wider = [1, 2, 3, 5, 10, 20, 50, 100].map(|every| powers_of_ten(low, high, every, &[1.0]));
    near.chain([round]).chain(wider).collect()
}

/// Powers of ten between two ends, each times these factors: every power, every other, and so on.
fn powers_of_ten(low: f64, high: f64, every: i32, factors: &[f64]) -> Vec<f64> {
    let first = libm::floor(libm::log10(low)) as i32;
    let last = libm::ceil(libm::log10(high)) as i32;
    let mut values = Vec::new();
    for power in (first..=last).filter(|power| power.rem_euclid(every) == 0) {
        values.extend(factors.iter().map(|factor| factor * ten_to(power)));
    }
    ends_first(low, high, values)
}

fn ends_first(low: f64, high: f64, values: Vec<f64>) -> Vec<f64> {
    // What arithmetic adds to an end in the last bits is no figure of its own.
    let least = 1e-9 * (high - low);
    let inside = values
        .into_iter()
        .filter(|&value| value > low + least && value < high - least);
    [low, high].into_iter().chain(inside).collect()
}

/// The least round number not below another: 1, 2 or 5 times a power of ten.
fn step(least: f64) -> f64 {
    if !(least.is_finite() && least > 0.0) {
        return 1.0;
    }
    let power = ten_to(libm::floor(libm::log10(least)) as i32);
    let round = [1.0, 2.0, 5.0].into_iter().map(|factor| factor * power);
    round
        .into_iter()
        .find(|&step| step >= least * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
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
        assert_eq!(between(0.3, 1.7, 5), [0.3, 1.7, 0.5, 1.0, 1.5]);
        let sets = ratios(0.01, 1.0);
        assert_eq!(sets[0], [0.01, 1.0, 0.02, 0.05, 0.1, 0.2, 0.5]);
        assert_eq!(sets[1], [0.01, 1.0, 0.1]);
        assert_eq!(
            between(0.3, 0.6, 3),
            [0.3, 0.6, 0.4, 0.5],
            "and not 0.30000000000000004"
        );
    }

    /// Between 0.3 and 0.45 stands none of 1, 2 and 5 times a power of ten.
    #[test]
    fn near_ends_have_figures_between_them() {
        for (low, high) in [
            (0.3, 0.45),
            (0.21, 0.49),
            (2.1, 4.9),
            (1.0, 1.01),
            (1e-7, 1.5e-7),
            (20_000.0, 20_010.0),
        ] {
            let sets = ratios(low, high);
            assert!(sets[0].len() > 4, "{low} {high}: {:?}", sets[0]);
        }
    }
}
