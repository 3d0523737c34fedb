//! What is estimated never stands alone: a value with its interval.

use super::{clopper_pearson, mean_interval, rank, rank_interval, wilson};

/// A share of trials. The interval is 95 %, simulation error only: Wilson's, or Clopper and Pearson's at 0 and n.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Trials that met it, over all trials.
    pub share: f64,
    /// The ends of the interval; none where the inputs exclude the case.
    pub interval: Option<(f64, f64)>,
}

impl Share {
    /// `successes` of `n` > 0.
    #[must_use]
    pub fn new(successes: u64, n: u64) -> Self {
        let interval =
            if successes == 0 || successes >= n { clopper_pearson(successes, n) } else { wilson(successes, n) };
        Self { share: successes as f64 / n as f64, interval: Some(interval) }
    }

    /// A case that the inputs exclude: no trial can meet it.
    #[must_use]
    pub const fn excluded() -> Self {
        Self { share: 0.0, interval: None }
    }
}

/// A mean over trials. The interval is 95 %, simulation error only, by the normal approximation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// The ends of the interval; none where the inputs exclude that it differs from 0, and for a single trial, which
    /// says nothing of its spread.
    pub interval: Option<(f64, f64)>,
}

impl Mean {
    /// The mean of `n` > 0 values with standard deviation `sd`.
    #[must_use]
    pub fn new(mean: f64, sd: f64, n: u64) -> Self {
        Self { mean, interval: (n > 1).then(|| mean_interval(mean, sd, n)) }
    }

    /// The share of trials that met something, as a mean.
    #[must_use]
    pub fn of_share(share: Share) -> Self {
        Self { mean: share.share, interval: share.interval }
    }

    /// A quantity that the inputs hold at 0.
    #[must_use]
    pub const fn excluded() -> Self {
        Self { mean: 0.0, interval: None }
    }
}

/// A quantile over trials, with its 95 % interval by order statistics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantile {
    /// The sample quantile.
    pub value: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

impl Quantile {
    /// The `q` quantile of `n` > 0 values, where `ranked` gives the value of a rank from 1 to n, as two bounds that it
    /// lies between: the interval reaches from the lower to the upper, and the lower is shown.
    #[must_use]
    pub fn new(n: u64, q: f64, ranked: impl Fn(u64) -> (f64, f64)) -> Self {
        let (low, high) = rank_interval(n, q);
        Self { value: ranked(rank(n, q)).0, low: ranked(low).0, high: ranked(high).1 }
    }
}
