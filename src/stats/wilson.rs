//! Wilson's interval for a share.

use super::normal::Z_95;

/// The 95 % interval for a share, `successes` of `n` > 0 (Wilson 1927; recommended by Newcombe 1998
/// and by Brown, Cai and DasGupta 2001). Both ends lie between 0 and 1.
///
/// ```
/// let (low, high) = offramp::stats::wilson(81, 263);
/// assert!((low - 0.2552885199).abs() < 1e-10 && (high - 0.3662095770).abs() < 1e-10);
/// ```
#[must_use]
pub fn wilson(successes: u64, n: u64) -> (f64, f64) {
    let x = successes as f64;
    let n = n as f64;
    let z2 = Z_95 * Z_95;
    let centre = (x + z2 / 2.0) / (n + z2);
    let half = Z_95 / (n + z2) * (x * (n - x) / n + z2 / 4.0).sqrt();
    // At 0 and n an end is exactly 0 or 1, but for rounding.
    let low = if successes == 0 { 0.0 } else { centre - half };
    let high = if x >= n { 1.0 } else { centre + half };
    (low.max(0.0), high.min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reference values computed with 30 digits.
    #[test]
    fn reference_values() {
        for (x, n, low, high) in [
            (81, 263, 0.255_288_519_9, 0.366_209_577_0),
            (15, 148, 0.062_386_399_5, 0.160_487_241_7),
            (0, 20, 0.0, 0.161_125_158_1),
            (1, 29, 0.006_113_214_3, 0.171_755_218_8),
            (0, 10_000, 0.0, 0.000_383_998_4),
            (3, 10_000, 0.000_102_032_2, 0.000_881_735_8),
            (500, 1000, 0.469_069_600_4, 0.530_930_399_6),
        ] {
            let (l, h) = wilson(x, n);
            assert!(
                (l - low).abs() < 6e-11 && (h - high).abs() < 6e-11,
                "{x}/{n}: {l} {h}"
            );
        }
        assert_eq!(wilson(20, 20).1, 1.0);
    }

    /// The mean coverage over p = .001(.001).999, exact: sums of binomial chances.
    #[test]
    fn mean_coverage_is_near_nominal() {
        for (n, expected) in [(100_u64, 0.9510), (1000, 0.9498)] {
            let ends: Vec<_> = (0..=n).map(|x| wilson(x, n)).collect();
            let ln_factorial: Vec<_> = (0..=n).map(|k| libm::lgamma(k as f64 + 1.0)).collect();
            let mut sum = 0.0;
            for step in 1..1000 {
                let p = f64::from(step) / 1000.0;
                for x in 0..=n {
                    let (i, m) = (x as usize, n as usize);
                    if ends[i].0 <= p && p <= ends[i].1 {
                        let ways = ln_factorial[m] - ln_factorial[i] - ln_factorial[m - i];
                        sum += (ways + x as f64 * p.ln() + (n - x) as f64 * (1.0 - p).ln()).exp();
                    }
                }
            }
            assert!(
                (sum / 999.0 - expected).abs() < 6e-5,
                "{n}: {}",
                sum / 999.0
            );
        }
    }
}
