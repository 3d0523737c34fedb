//! Means of differences between paired values, added up as whole numbers.

use super::STEPS;

/// The sum of differences and of their squares, in whole steps of 2^-20, so that the order does not
/// matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    sum: i128,
    sum_of_squares: u128,
}

impl Differences {
    /// Adds a difference, below 2^40 in size.
    #[inline]
    pub fn add(&mut self, difference: f64) {
        // Rounded to the nearest step, halves away from zero, without the platform's rounding
        // function.
        let steps = (difference * STEPS + if difference < 0.0 { -0.5 } else { 0.5 }) as i64;
        self.sum += i128::from(steps);
        self.sum_of_squares += u128::from(steps.unsigned_abs()) * u128::from(steps.unsigned_abs());
    }

    /// Adds what another sum holds.
    pub const fn merge(&mut self, other: &Self) {
        self.sum += other.sum;
        self.sum_of_squares += other.sum_of_squares;
    }

    /// The sum and the sum of squares, in steps of 2^-20.
    #[must_use]
    pub const fn sums(&self) -> (i128, u128) {
        (self.sum, self.sum_of_squares)
    }

    /// Builds the value from its sums.
    #[must_use]
    pub const fn from_sums(sum: i128, sum_of_squares: u128) -> Self {
        Self {
            sum,
            sum_of_squares,
        }
    }

    /// The mean of the `n` > 0 differences added.
    #[must_use]
    pub fn mean(&self, n: u64) -> f64 {
        self.sum as f64 / n as f64 / STEPS
    }

    /// The standard deviation of the `n` differences added (divisor n - 1); 0 for fewer than two.
    #[must_use]
    pub fn standard_deviation(&self, n: u64) -> f64 {
        if n < 2 {
            return 0.0;
        }
        let sum = self.sum as f64;
        let count = n as f64;
        let variance = (self.sum_of_squares as f64 - sum * sum / count) / (count - 1.0);
        variance.max(0.0).sqrt() / STEPS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_spread_are_the_textbooks() {
        let mut differences = Differences::default();
        for difference in [1.0, -2.0, 4.0, -0.5, 2.5] {
            differences.add(difference);
        }
        assert_eq!(differences.mean(5), 1.0);
        // s^2 = (0 + 9 + 9 + 2.25 + 2.25) / 4.
        assert!((differences.standard_deviation(5) - 5.625_f64.sqrt()).abs() < 1e-6);
        assert_eq!(differences.standard_deviation(1), 0.0);
    }

    #[test]
    fn no_difference_is_exactly_zero() {
        let mut differences = Differences::default();
        (0..1000).for_each(|_| differences.add(0.0));
        assert_eq!(
            (differences.mean(1000), differences.standard_deviation(1000)),
            (0.0, 0.0)
        );
    }
}
