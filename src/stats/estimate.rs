//! What is estimated never stands alone: a value with its interval.

use super::{End, Interval, Lack, clopper_pearson, mean_interval, rank, rank_interval, wilson};

/// A share of trials.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Trials that met it, over all trials.
    pub share: f64,
    /// How well it is known.
    pub interval: Interval,
}

impl Share {
    /// `successes` of `n` > 0.
    #[must_use]
    pub fn new(successes: u64, n: u64) -> Self {
        let (low, high) =
            if successes == 0 || successes >= n { clopper_pearson(successes, n) } else { wilson(successes, n) };
        Self { share: successes as f64 / n as f64, interval: Interval::between(low, high) }
    }

    /// A case that the inputs exclude: no trial can meet it.
    #[must_use]
    pub const fn excluded() -> Self {
        Self { share: 0.0, interval: Interval::Excluded }
    }

    /// A case that the inputs bring about in every trial.
    #[must_use]
    pub const fn certain() -> Self {
        Self { share: 1.0, interval: Interval::Fixed }
    }

    /// Share, lower and upper end as every file holds them.
    #[must_use]
    pub const fn figures(self) -> [Option<f64>; 3] {
        self.interval.figures(self.share)
    }
}

/// A mean over trials.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// How well it is known; excluded where the inputs hold it at 0.
    pub interval: Interval,
    /// Why the inputs hold it at 0.
    pub excluded: Option<&'static str>,
}

impl Mean {
    /// The mean of `n` > 0 values with standard deviation `sd`.
    #[must_use]
    pub fn new(mean: f64, sd: f64, n: u64) -> Self {
        let (low, high) = mean_interval(mean, sd, n);
        let interval = if n > 1 { Interval::between(low, high) } else { Interval::lacking(Lack::Few) };
        Self { mean, interval, excluded: None }
    }

    /// The share of trials that met something, as a mean.
    #[must_use]
    pub const fn of_share(share: Share) -> Self {
        Self { mean: share.share, interval: share.interval, excluded: None }
    }

    /// A quantity that the inputs hold at 0, and why.
    #[must_use]
    pub const fn excluded(reason: &'static str) -> Self {
        Self { mean: 0.0, interval: Interval::Excluded, excluded: Some(reason) }
    }

    /// A quantity that the inputs hold at a value.
    #[must_use]
    pub const fn fixed(mean: f64) -> Self {
        Self { mean, interval: Interval::Fixed, excluded: None }
    }

    /// Mean, lower and upper end as every file holds them.
    #[must_use]
    pub const fn figures(self) -> [Option<f64>; 3] {
        self.interval.figures(self.mean)
    }
}

/// A quantile over trials, with its 95 % interval by order statistics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantile {
    /// The sample quantile.
    pub value: f64,
    /// How well it is known.
    pub interval: Interval,
}

impl Quantile {
    /// The `q` quantile of `n` > 0 values, where `ranked` gives the value of a rank from 1 to n, as two bounds that it
    /// lies between: the interval reaches from the lower to the upper, and the lower is shown.
    #[must_use]
    pub fn new(n: u64, q: f64, ranked: impl Fn(u64) -> (f64, f64)) -> Self {
        let (low, high) = rank_interval(n, q);
        let end = |at: Option<f64>| at.map_or(End::Open(Lack::Few), End::At);
        let (low, high) = (end(low.map(|rank| ranked(rank).0)), end(high.map(|rank| ranked(rank).1)));
        Self { value: ranked(rank(n, q)).0, interval: Interval::Estimated { low, high } }
    }

    /// Quantile, lower and upper end as every file holds them.
    #[must_use]
    pub const fn figures(self) -> [Option<f64>; 3] {
        self.interval.figures(self.value)
    }
}
