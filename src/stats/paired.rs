//! The difference of two shares that were counted on the same trials.

use super::normal::Z_95;
use super::{Interval, SignedSample};

/// With no more trials than these that met one alone, limits of shares are put together.
const FEW: u64 = 1_000;

/// The 95 % interval for the difference of two paired shares: `first_only` trials met the first
/// alone, `second_only` the second alone, of `n` > 0. Bonett and Price's where many trials met
/// either alone; theirs covers 0.93 where few did, and the limits of the two shares, put together,
/// cover their level.
#[must_use]
pub fn paired_interval(first_only: u64, second_only: u64, n: u64) -> Interval {
    if first_only.min(second_only) > FEW {
        let (low, high) = bonett_price(first_only, second_only, n);
        return Interval::between(low, high);
    }
    let first = first_only as f64;
    let second = second_only as f64;
    let count = n as f64;
    let mean = (first - second) / count;
    let sd = ((first + second - mean * mean * count).max(0.0) / (count - 1.0).max(1.0)).sqrt();
    let [above, below] = [[(1.0, first_only)], [(1.0, second_only)]];
    SignedSample {
        above: &above,
        below: &below,
        rounded: 0.0,
        n,
        mean,
        sd,
        most: [1.0; 2],
    }
    .interval()
}

/// The 95 % interval for the difference of two paired shares (Bonett and Price 2012): `first_only`
/// trials met the first alone, `second_only` the second alone, of `n`. The estimate to show beside
/// it is `(first_only - second_only) / n`.
///
/// ```
/// let (low, high) = offramp::stats::bonett_price(80, 40, 1000);
/// assert!((low - 0.018457).abs() < 1e-6 && (high - 0.061384).abs() < 1e-6);
/// ```
#[must_use]
pub fn bonett_price(first_only: u64, second_only: u64, n: u64) -> (f64, f64) {
    let m = n as f64 + 2.0;
    let p1 = (first_only as f64 + 1.0) / m;
    let p2 = (second_only as f64 + 1.0) / m;
    let difference = p1 - p2;
    let half = Z_95 * ((p1 + p2 - difference * difference) / m).sqrt();
    ((difference - half).max(-1.0), (difference + half).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_values() {
        for (b, c, n, low, high) in [
            (80, 40, 1000, 0.018_457, 0.061_384),
            (0, 0, 1000, -0.002_766, 0.002_766),
            (3, 0, 10_000, -0.000_138, 0.000_738),
        ] {
            let (l, h) = bonett_price(b, c, n);
            assert!(
                (l - low).abs() < 6e-7 && (h - high).abs() < 6e-7,
                "{b} {c} {n}: {l} {h}"
            );
        }
    }
}
