//! Means over things that come in clusters: the answers of a trial share its luck, so that trials,
//! not answers, are what is drawn at random.
//!
//! The mean is a ratio, the sum of all values over their number, and its variance is that of a ratio
//! by linearisation: T / (T - 1) times the sum over clusters of (y - m n)^2, over N^2, for T
//! clusters of n values with the sum y each, N values in all with the mean m (Cochran 1977, section
//! 6.4).

use super::{Interval, Lack, Mean, Z_95};

/// Parts of a unit in which values are added up: 2^-34, so that twelve of them add up to their sum
/// to within a billionth.
const STEPS: f64 = 17_179_869_184.0;
/// Steps to one of the coarser ones in which squares are added up: 2^18 of them are 2^-16.
const COARSE_BITS: u32 = 18;
/// Coarse steps to the unit.
const COARSE: f64 = 65_536.0;
/// A value that is larger in size counts as this: none of a trial comes near it.
const MOST: f64 = 1_048_576.0;
/// From fewer clusters there is no interval.
const LEAST_CLUSTERS: u64 = 30;

/// A value in whole steps, rounded to the nearest, halves away from zero.
#[inline]
#[must_use]
pub fn in_steps(value: f64) -> i128 {
    let held = value.clamp(-MOST, MOST) * STEPS;
    i128::from((held + if held < 0.0 { -0.5 } else { 0.5 }) as i64)
}

/// How many values clusters have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClusterSizes {
    /// How many clusters have a value at least.
    pub clusters: u64,
    /// How many values all of them have.
    pub values: u64,
    /// The sum of the squares of their numbers of values.
    squares: u128,
}

impl ClusterSizes {
    /// Counts a cluster of so many values, at least one.
    pub fn add(&mut self, values: u64) {
        self.clusters += 1;
        self.values += values;
        self.squares += u128::from(values) * u128::from(values);
    }

    /// Adds what another counted.
    pub fn merge(&mut self, other: &Self) {
        self.clusters += other.clusters;
        self.values += other.values;
        self.squares += other.squares;
    }
}

/// The values of clusters, added up in whole steps, so that the order does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clustered {
    sum: i128,
    squares: u128,
    products: i128,
}

impl Clustered {
    /// Adds a cluster of so many values, with their sum in [steps](in_steps).
    #[inline]
    pub fn add(&mut self, sum: i128, values: u64) {
        self.sum += sum;
        let coarse = (sum + (1 << (COARSE_BITS - 1))) >> COARSE_BITS;
        let size = coarse.unsigned_abs();
        // No trial comes near the end of the numbers; held there, sums merge in any order still.
        self.squares = self.squares.saturating_add(size.saturating_mul(size));
        self.products += coarse * i128::from(values);
    }

    /// Adds what another holds.
    pub fn merge(&mut self, other: &Self) {
        self.sum += other.sum;
        self.squares = self.squares.saturating_add(other.squares);
        self.products += other.products;
    }

    /// The mean of all values, with its interval; zero where there are none.
    #[must_use]
    pub fn mean(&self, sizes: &ClusterSizes) -> Mean {
        let values = i128::from(sizes.values.max(1));
        let whole = self.sum.div_euclid(values) as f64;
        let rest = self.sum.rem_euclid(values) as f64 / values as f64;
        let mean = (whole + rest) / STEPS;
        if sizes.clusters < LEAST_CLUSTERS {
            return Mean::new(mean, Interval::lacking(Lack::Few));
        }
        let reach = Z_95 * self.standard_error(mean, sizes);
        Mean::new(mean, Interval::between(mean - reach, mean + reach))
    }

    fn standard_error(&self, mean: f64, sizes: &ClusterSizes) -> f64 {
        let squares = self.squares as f64 / (COARSE * COARSE);
        let products = self.products as f64 / COARSE;
        let about = squares - 2.0 * mean * products + mean * mean * sizes.squares as f64;
        let clusters = sizes.clusters as f64;
        let variance = about.max(0.0) * clusters / (clusters - 1.0);
        variance.sqrt() / sizes.values as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::normal_quantile;

    fn counted(clusters: &[&[f64]]) -> (Clustered, ClusterSizes) {
        let mut sums = Clustered::default();
        let mut sizes = ClusterSizes::default();
        for values in clusters {
            sums.add(
                values.iter().map(|&value| in_steps(value)).sum(),
                values.len() as u64,
            );
            sizes.add(values.len() as u64);
        }
        (sums, sizes)
    }

    /// By hand: 30 clusters, half of them of one value 1, half of two values 4 and 6. The mean is
    /// 165 / 45; residuals y - m n are 1 - 11/3 and 10 - 22/3.
    #[test]
    fn a_mean_and_its_interval_by_hand() {
        let pair: [&[f64]; 2] = [&[1.0], &[4.0, 6.0]];
        let (sums, sizes) = counted(&pair.repeat(15));
        let about: f64 = 15.0 * ((8.0 / 3.0_f64).powi(2) + (8.0 / 3.0_f64).powi(2));
        let error = (about * 30.0 / 29.0).sqrt() / 45.0;
        let [mean, low, high] = sums.mean(&sizes).figures().map(Option::unwrap);
        assert!((mean - 11.0 / 3.0).abs() < 1e-6);
        assert!((low - (mean - Z_95 * error)).abs() < 1e-5, "{low}");
        assert!((high - (mean + Z_95 * error)).abs() < 1e-5, "{high}");
    }

    #[test]
    fn few_clusters_have_no_interval_and_alike_ones_no_width() {
        let few: [&[f64]; 1] = [&[-2.5]];
        let (sums, sizes) = counted(&few.repeat(29));
        assert_eq!(sums.mean(&sizes).figures(), [Some(-2.5), None, None]);
        let (sums, sizes) = counted(&few.repeat(30));
        let ends = sums.mean(&sizes).interval.ends().unwrap();
        assert!(ends.0 <= -2.5 && -2.5 <= ends.1 && ends.1 - ends.0 < 1e-5);
        let none = Clustered::default().mean(&ClusterSizes::default());
        assert_eq!(none.figures(), [Some(0.0), None, None]);
    }

    #[test]
    fn sums_merge_in_any_order_and_what_is_huge_is_held() {
        let all: [&[f64]; 3] = [&[0.1, -0.3], &[1e300], &[f64::NEG_INFINITY, 2.0]];
        let (whole, sizes) = counted(&all);
        let (mut first, mut first_sizes) = counted(&all[2..]);
        let (second, second_sizes) = counted(&all[..2]);
        first.merge(&second);
        first_sizes.merge(&second_sizes);
        assert_eq!((first, first_sizes), (whole, sizes));
        assert!(whole.mean(&sizes).mean.is_finite());
    }

    /// How often the interval holds the true mean, zero, in 2,000 samples of 60 clusters of one to
    /// four values that share half of their luck; `alone` takes each value for a cluster.
    fn hits(alone: bool) -> u32 {
        let mut at = 7_u64;
        let mut uniform = || {
            at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            ((at >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
        };
        let mut hits = 0;
        for _ in 0..2_000 {
            let mut clusters = Vec::new();
            for _ in 0..60 {
                let shared = normal_quantile(uniform());
                let size = 1 + (uniform() * 4.0) as usize;
                let values: Vec<f64> = (0..size)
                    .map(|_| shared + normal_quantile(uniform()))
                    .collect();
                if alone {
                    clusters.extend(values.into_iter().map(|value| vec![value]));
                } else {
                    clusters.push(values);
                }
            }
            let clusters: Vec<&[f64]> = clusters.iter().map(Vec::as_slice).collect();
            let (sums, sizes) = counted(&clusters);
            let (low, high) = sums.mean(&sizes).interval.ends().unwrap();
            hits += u32::from(low <= 0.0 && 0.0 <= high);
        }
        hits
    }

    /// Of 2,000 intervals of 95 %, 1,900 are expected to hold the mean; the linearised variance of
    /// 60 clusters is a little small. Fewer than 1,840 come by luck once in a million times where
    /// 94 % do.
    #[test]
    fn intervals_hold_the_mean_and_those_that_forget_the_clusters_do_not() {
        assert!((1_840..=1_950).contains(&hits(false)), "{}", hits(false));
        assert!(hits(true) < 1_840, "{}", hits(true));
    }
}
