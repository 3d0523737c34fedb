//! Quantiles by order statistics, whatever the distribution.

use offramp::stats::rank_interval;

use super::{TRIALS, binomial};

/// The chance that the interval between two ranks covers the quantile: that so many of `n` values
/// lie below it. An end that is not there misses nothing.
fn coverage(n: u64, q: f64, (low, high): (Option<u64>, Option<u64>)) -> f64 {
    (low.unwrap_or(0)..high.unwrap_or(n + 1))
        .map(|below| binomial(n, below, q))
        .sum()
}

const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

#[test]
fn quantiles_cover_the_truth_where_they_have_ends() {
    for n in TRIALS.into_iter().chain([6, 71, 72, 73, 100]) {
        for q in QUANTILES {
            let ranks = rank_interval(n, q);
            let coverage = coverage(n, q, ranks);
            assert!(coverage >= 0.95 - 1e-9, "{n} {q}: {coverage} {ranks:?}");
        }
    }
    assert_eq!(
        (
            rank_interval(1, 0.5),
            rank_interval(71, 0.05).0,
            rank_interval(71, 0.95).1
        ),
        ((None, None), None, None)
    );
    assert_eq!(
        (rank_interval(72, 0.05).0, rank_interval(72, 0.95).1),
        (Some(1), Some(72))
    );
}

#[test]
fn twin_the_extremes_in_place_of_ends_that_are_not_there_are_found() {
    for n in [1, 2, 10, 30] {
        let (low, high) = rank_interval(n, 0.95);
        let held = coverage(n, 0.95, (low.or(Some(1)), high.or(Some(n))));
        assert!(held < 0.8, "{n}: {held}");
    }
}
