//! The mean of a few independent estimates, and its interval by Student's t.

use super::beta::beta_quantile;
use super::{Interval, Lack};

/// The value that a t-distributed draw of so many degrees of freedom stays within, to either side,
/// with chance 0.95 (Student 1908).
///
/// ```
/// assert!((offramp::stats::student_95(10.0) - 2.228_139).abs() < 1e-6);
/// ```
#[must_use]
pub fn student_95(freedom: f64) -> f64 {
    // t^2 / (freedom + t^2) follows a beta distribution.
    let part = beta_quantile(0.95, 0.5, freedom / 2.0);
    (freedom * part / (1.0 - part)).sqrt()
}

/// The 95 % interval of the mean of independent estimates of one value, around `mean`; lacking
/// where there are fewer than two, or all are alike, since then they do not say how far they stray.
#[must_use]
pub fn interval_of_parts(parts: &[f64], mean: f64) -> Interval {
    let count = parts.len() as f64;
    if parts.len() < 2 {
        return Interval::lacking(Lack::Few);
    }
    let middle = parts.iter().sum::<f64>() / count;
    let squares: f64 = parts.iter().map(|part| (part - middle).powi(2)).sum();
    if squares <= 0.0 {
        return Interval::lacking(Lack::Few);
    }
    let error = (squares / (count - 1.0) / count).sqrt();
    let half = student_95(count - 1.0) * error;
    Interval::between(mean - half, mean + half)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables of Student's t, two-sided, 0.95.
    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (freedom, quantile) in [
            (1.0, 12.706_205),
            (2.0, 4.302_653),
            (19.0, 2.093_024),
            (199.0, 1.971_957),
        ] {
            let found = student_95(freedom);
            assert!((found - quantile).abs() < 2e-6, "{freedom}: {found}");
        }
    }

    #[test]
    fn the_interval_is_that_of_a_worked_example() {
        // Mean 3, standard deviation 1.5811388, error 0.7071068, t 2.7764451.
        let interval = interval_of_parts(&[1.0, 2.0, 3.0, 4.0, 5.0], 3.0);
        let (low, high) = interval.ends().unwrap();
        assert!((low - 1.036_756).abs() < 1e-5 && (high - 4.963_244).abs() < 1e-5);
    }

    #[test]
    fn parts_that_are_alike_give_no_interval() {
        for parts in [&[][..], &[1.0], &[0.5, 0.5, 0.5]] {
            assert!(interval_of_parts(parts, 0.5).lack().is_some());
        }
    }
}
