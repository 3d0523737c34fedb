//! Means of differences between paired values, added up as whole numbers.

use super::normal::Z_95;

/// Steps to a unit: differences are rounded to the nearest.
const STEPS: f64 = 1_048_576.0;

/// The sum of differences and of their squares, in whole steps of 2^-20: the same in whatever order they are added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    sum: i128,
    sum_of_squares: u128,
}

impl Differences {
    /// Adds a difference, below 2^40 in size.
    #[inline]
    pub fn add(&mut self, difference: f64) {
        // Rounded to the nearest step, halves away from nought, without the platform's rounding function.
        let steps = (difference * STEPS + if difference < 0.0 { -0.5 } else { 0.5 }) as i64;
        self.sum += i128::from(steps);
        self.sum_of_squares += u128::from(steps.unsigned_abs()) * u128::from(steps.unsigned_abs());
    }

    /// Adds what another sum holds.
    pub const fn merge(&mut self, other: &Self) {
        self.sum += other.sum;
        self.sum_of_squares += other.sum_of_squares;
    }

    /// Whether none of them was other than nought.
    #[must_use]
    pub const fn are_nought(&self) -> bool {
        self.sum_of_squares == 0
    }

    /// The mean of the `n` > 0 differences added.
    #[must_use]
    pub fn mean(&self, n: u64) -> f64 {
        self.sum as f64 / n as f64 / STEPS
    }

    /// The 95 % interval of their mean, by the normal approximation; none for a single one, which says nothing of its
    /// spread.
    #[must_use]
    pub fn interval(&self, n: u64) -> Option<(f64, f64)> {
        if n < 2 {
            return None;
        }
        let (mean, count) = (self.mean(n), n as f64);
        let in_steps = self.sum as f64;
        let variance = (self.sum_of_squares as f64 - in_steps * in_steps / count) / (count - 1.0);
        let half = Z_95 * (variance.max(0.0) / count).sqrt() / STEPS;
        Some((mean - half, mean + half))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_interval_are_the_textbooks() {
        let mut differences = Differences::default();
        for difference in [1.0, -2.0, 4.0, -0.5, 2.5] {
            differences.add(difference);
        }
        assert_eq!(differences.mean(5), 1.0);
        // s^2 = (0 + 9 + 9 + 2.25 + 2.25) / 4 = 5.625; 1.959964 sqrt(5.625 / 5) = 2.078856.
        let (low, high) = differences.interval(5).unwrap();
        assert!((low + 1.078_856).abs() < 1e-6 && (high - 3.078_856).abs() < 1e-6, "{low} {high}");
        assert_eq!(differences.interval(1), None);
    }

    #[test]
    fn no_difference_is_exactly_nought() {
        let mut differences = Differences::default();
        (0..1000).for_each(|_| differences.add(0.0));
        assert_eq!((differences.mean(1000), differences.interval(1000)), (0.0, Some((0.0, 0.0))));
        assert!(differences.are_nought());
        differences.add(0.1);
        differences.add(-0.1);
        assert!(!differences.are_nought());
    }
}
