//! Means of quantities that were added up as whole numbers.

/// How many steps a quantity's unit is cut into before it is added up: 2^-20, about a millionth.
pub const STEPS: f64 = 1_048_576.0;

/// The sum of a quantity that is never negative, and of its squares, in whole steps of 2^-20.
///
/// Whole numbers add up to the same bits in any order, and nothing is lost to rounding: the
/// variance of 10000000.1 and 10000000.3 comes out right, where sums of floats fail (`NumAcc4` of
/// the reference data sets of NIST).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moments {
    sum: u128,
    sum_of_squares: u128,
}

impl Moments {
    /// Adds one value, at least 0 and below 2^40.
    #[inline]
    pub fn add(&mut self, value: f64) {
        // Below 2^60; the processor's own conversion is to signed numbers.
        let steps = u128::from((value * STEPS + 0.5) as i64 as u64);
        self.sum += steps;
        self.sum_of_squares += steps * steps;
    }

    /// The two sums, in steps: of the values and of their squares.
    #[must_use]
    pub const fn sums(&self) -> [u128; 2] {
        [self.sum, self.sum_of_squares]
    }

    /// Moments with these sums.
    #[must_use]
    pub const fn from_sums([sum, sum_of_squares]: [u128; 2]) -> Self {
        Self {
            sum,
            sum_of_squares,
        }
    }

    /// Adds what another sum holds.
    pub fn merge(&mut self, other: &Self) {
        self.sum += other.sum;
        self.sum_of_squares += other.sum_of_squares;
    }

    /// The mean of the `n` > 0 values added.
    #[must_use]
    pub fn mean(&self, n: u64) -> f64 {
        let n = u128::from(n);
        // The whole part by whole numbers, so that a large mean keeps its small digits.
        ((self.sum / n) as f64 + (self.sum % n) as f64 / n as f64) / STEPS
    }

    /// The standard deviation of the `n` values added (divisor n - 1); 0 for fewer than two.
    #[must_use]
    pub fn standard_deviation(&self, n: u64) -> f64 {
        if n < 2 {
            return 0.0;
        }
        let wide = u128::from(n);
        // Sum of squares about the whole-step mean m: S2 - 2 m S + n m^2, exact in whole numbers;
        // then the small rest.
        let m = self.sum / wide;
        let about = (self.sum_of_squares + wide * m * m).saturating_sub(2 * m * self.sum);
        let rest = (self.sum % wide) as f64;
        let variance = (about as f64 - rest * rest / wide as f64) / (wide - 1) as f64;
        variance.max(0.0).sqrt() / STEPS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `NumAcc4` of the reference data sets of NIST: certified mean 10000000.2, standard deviation
    /// 0.1.
    #[test]
    fn nist_numacc4() {
        let mut moments = Moments::default();
        moments.add(10_000_000.2);
        for _ in 0..500 {
            moments.add(10_000_000.1);
            moments.add(10_000_000.3);
        }
        assert!((moments.mean(1001) - 10_000_000.2).abs() < 1e-6);
        assert!((moments.standard_deviation(1001) - 0.1).abs() < 1e-6);
    }

    #[test]
    fn one_value_and_equal_values_have_no_spread() {
        let mut moments = Moments::default();
        moments.add(2.5);
        assert_eq!((moments.mean(1), moments.standard_deviation(1)), (2.5, 0.0));
        moments.add(2.5);
        assert_eq!((moments.mean(2), moments.standard_deviation(2)), (2.5, 0.0));
    }

    /// A trillion of the largest values the tallies hold (3650 days) stay within the sums.
    #[test]
    fn a_trillion_trials_fit() {
        let steps = u128::from((73_000.0 * STEPS) as u64);
        assert!((steps * steps).checked_mul(1_000_000_000_000).is_some());
    }
}
