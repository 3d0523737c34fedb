//! What is estimated never stands alone: a value with its interval.

use super::{End, Interval, Lack, rank, rank_interval, share_interval};

/// A share of trials.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
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
        let (low, high) = share_interval(successes, n);
        Self {
            share: successes as f64 / n as f64,
            interval: Interval::between(low, high),
        }
    }

    /// A case that the inputs exclude: no trial can meet it.
    #[must_use]
    pub const fn excluded() -> Self {
        Self {
            share: 0.0,
            interval: Interval::Excluded,
        }
    }

    /// A case that the inputs bring about in every trial.
    #[must_use]
    pub const fn certain() -> Self {
        Self {
            share: 1.0,
            interval: Interval::Fixed,
        }
    }

    /// Share, lower and upper end as every file holds them.
    #[must_use]
    pub const fn figures(self) -> [Option<f64>; 3] {
        self.interval.figures(self.share)
    }
}

/// A mean over trials.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// How well it is known.
    pub interval: Interval,
}

impl Mean {
    /// A mean and how well it is known. Values are added up in millionths: no more digits are
    /// given, the ends rounded outward.
    #[must_use]
    pub fn new(mean: f64, interval: Interval) -> Self {
        Self {
            mean: millionths(mean, f64::round),
            interval: outward(interval),
        }
    }

    /// The share of trials that met something, as a mean.
    #[must_use]
    pub const fn of_share(share: Share) -> Self {
        Self {
            mean: share.share,
            interval: share.interval,
        }
    }

    /// A quantity that the inputs hold at a value.
    #[must_use]
    pub fn fixed(mean: f64) -> Self {
        Self::new(mean, Interval::Fixed)
    }

    /// Mean, lower and upper end as every file holds them.
    #[must_use]
    pub const fn figures(self) -> [Option<f64>; 3] {
        self.interval.figures(self.mean)
    }
}

/// A quantile over trials, with its 95 % interval by order statistics.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Quantile {
    /// The sample quantile.
    pub value: f64,
    /// How well it is known.
    pub interval: Interval,
}

impl Quantile {
    /// The `q` quantile of `n` > 0 values, where `ranked` gives the value of a rank from 1 to n, as
    /// two bounds that it lies between. Where they are not one, the value is given to four digits,
    /// and rounded up: so many values are at or below it for certain. The interval is rounded
    /// outward.
    #[must_use]
    pub fn new(n: u64, q: f64, ranked: impl Fn(u64) -> (f64, f64)) -> Self {
        let (low, high) = rank_interval(n, q);
        let low = low.map(|rank| least(ranked(rank)));
        let high = high.map(|rank| most(ranked(rank)));
        Self {
            value: most(ranked(rank(n, q))),
            interval: Interval::Estimated {
                low: end(low),
                high: end(high),
            },
        }
    }

    /// Quantile, lower and upper end as every file holds them.
    #[must_use]
    pub const fn figures(self) -> [Option<f64>; 3] {
        self.interval.figures(self.value)
    }
}

/// A value as a whole number of millionths.
fn millionths(value: f64, round: fn(f64) -> f64) -> f64 {
    let rounded = round(value * 1e6) / 1e6;
    // Of large numbers a double has no millionths.
    if rounded.is_finite() && value.abs() < 1e9 {
        rounded
    } else {
        value
    }
}

/// An interval with its ends rounded outward, but for what arithmetic adds in the last bit.
fn outward(interval: Interval) -> Interval {
    const GUARD: f64 = 1e-11;
    match interval {
        Interval::Estimated { low, high } => Interval::Estimated {
            low: low.map(|value| millionths(value + GUARD, f64::floor)),
            high: high.map(|value| millionths(value - GUARD, f64::ceil)),
        },
        Interval::Excluded | Interval::Fixed => interval,
    }
}

/// An end of an interval; none where there are too few values for one.
fn end(at: Option<f64>) -> End {
    at.map_or(End::Open(Lack::Few), End::At)
}

/// The lower of two bounds that a value lies between, rounded where they are not one.
fn least((low, high): (f64, f64)) -> f64 {
    if low < high {
        four_digits(low, f64::floor)
    } else {
        low
    }
}

/// The upper one, likewise.
fn most((low, high): (f64, f64)) -> f64 {
    if low < high {
        four_digits(high, f64::ceil)
    } else {
        high
    }
}

/// A number from 1,000 on to four digits.
fn four_digits(value: f64, round: fn(f64) -> f64) -> f64 {
    let mut unit = 1.0;
    while value / unit >= 10_000.0 {
        unit *= 10.0;
    }
    round(value / unit) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Trust of 0.2 in every trial, added up in steps of 2^-20, is 0.2; no figure is given that the
    /// steps do not hold.
    #[test]
    fn means_have_the_digits_that_are_true() {
        let mean = Mean::new(
            209_715.0 / 1_048_576.0,
            Interval::between(0.181_234_567, 0.218_000_000_000_001),
        );
        assert_eq!(mean.figures(), [Some(0.2), Some(0.181_234), Some(0.218)]);
        assert_eq!(
            Mean::new(0.0, Interval::between(-1e-7, 0.0)).figures(),
            [Some(0.0), Some(-1e-6), Some(0.0)]
        );
    }

    /// Between 20,000 and 20,015: at or below 20,020 for certain. What is exact stays so.
    #[test]
    fn quantiles_are_exact_or_rounded_so_that_they_stay_true() {
        let rough = Quantile::new(100, 0.5, |_| (20_000.0, 20_015.0));
        assert_eq!(
            rough.figures(),
            [Some(20_020.0), Some(20_000.0), Some(20_020.0)]
        );
        let exact = Quantile::new(100, 0.5, |_| (20_007.0, 20_007.0));
        assert_eq!(exact.figures(), [Some(20_007.0); 3]);
        assert_eq!(
            Quantile::new(100, 0.5, |_| (9_999.0, 10_003.0)).figures()[0],
            Some(10_010.0)
        );
    }

    /// The extremes of few values do not bound an outer quantile: 72 values are needed for both.
    #[test]
    fn ends_that_few_values_cannot_give_are_not_there() {
        let ends = |n: u64, q: f64| {
            let [_, low, high] = Quantile::new(n, q, |rank| (rank as f64, rank as f64)).figures();
            (low, high)
        };
        assert_eq!(
            (ends(1, 0.5), ends(5, 0.5), ends(6, 0.5)),
            ((None, None), (None, None), (Some(1.0), Some(6.0)))
        );
        assert_eq!((ends(71, 0.05).0, ends(71, 0.95).1), (None, None));
        assert_eq!(
            (ends(72, 0.05).0, ends(72, 0.95).1),
            (Some(1.0), Some(72.0))
        );
    }
}
