//! Quantiles by order statistics.

use super::beta::beta_cdf;

/// The rank, from 1, of the sample value that estimates the `q` quantile of `n` > 0 values: the
/// smallest value with at least a share q of the sample at or below it.
#[must_use]
pub fn rank(n: u64, q: f64) -> u64 {
    // The small step back keeps q * n = 500.00000000000006 at rank 500.
    let at = (q * n as f64 * (1.0 - 1e-12)).ceil() as u64;
    at.clamp(1, n.max(1))
}

/// The ranks, from 1, of the two sample values between which the `q` quantile lies with at least 95
/// % confidence, whatever the distribution (David and Nagaraja 2003, 7.1): at most 2.5 % on either
/// side. None on a side where so few values hold no rank that far out: the extreme of 20 values
/// bounds their 95th percentile only six times in ten.
///
/// ```
/// use offramp::stats::rank_interval;
/// assert_eq!(rank_interval(1000, 0.5), (Some(469), Some(532)));
/// assert_eq!(rank_interval(20, 0.95), (Some(17), None));
/// ```
#[must_use]
pub fn rank_interval(n: u64, q: f64) -> (Option<u64>, Option<u64>) {
    let low = binomial_quantile(n, q, 0.025);
    let high = binomial_quantile(n, q, 0.975) + 1;
    ((low >= 1).then_some(low), (high <= n).then_some(high))
}

/// The smallest k with P(Binomial(n, q) <= k) >= `p`.
fn binomial_quantile(n: u64, q: f64, p: f64) -> u64 {
    let mut low = 0;
    let mut high = n;
    while low < high {
        let middle = low + (high - low) / 2;
        // P(X <= k) = P(Beta(k + 1, n - k) > q)
        let reached =
            middle >= n || 1.0 - beta_cdf(q, middle as f64 + 1.0, (n - middle) as f64) >= p;
        if reached {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_ranks() {
        for (n, q, low, high) in [
            (100, 0.5, 40, 61),
            (1000, 0.5, 469, 532),
            (1000, 0.9, 881, 919),
            (1000, 0.95, 936, 964),
            (10_000, 0.5, 4902, 5099),
        ] {
            assert_eq!(rank_interval(n, q), (Some(low), Some(high)), "{n} {q}");
        }
    }

    /// Coverage of the ranks, exact: P(low <= Binomial(n, q) < high).
    #[test]
    fn reference_coverage() {
        for (n, q, coverage) in [
            (100, 0.5, 0.964_80),
            (1000, 0.9, 0.954_91),
            (10_000, 0.5, 0.951_17),
        ] {
            let (Some(low), Some(high)) = rank_interval(n, q) else {
                panic!("{n} {q}")
            };
            let below = |k: u64| 1.0 - beta_cdf(q, k as f64 + 1.0, (n - k) as f64);
            assert!(
                (below(high - 1) - below(low - 1) - coverage).abs() < 6e-6,
                "{n} {q}"
            );
        }
    }

    #[test]
    fn ranks_stay_within_the_sample_and_large_samples_are_no_trouble() {
        assert_eq!((rank(1, 0.05), rank_interval(1, 0.95)), (1, (None, None)));
        assert_eq!(
            (rank(1000, 0.5), rank(1000, 0.95), rank(3, 0.5)),
            (500, 950, 2)
        );
        let (Some(low), Some(high)) = rank_interval(100_000_000, 0.5) else {
            panic!("none")
        };
        assert!(
            (50_000_000 - low).abs_diff(9800) <= 1 && (high - 50_000_000).abs_diff(9801) <= 1,
            "{low} {high}"
        );
    }
}
