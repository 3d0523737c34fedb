//! The interval of a mean, made of the intervals of shares.
//!
//! A mean is a sum of shares: the mean of a number that is never negative is the area under the
//! share of trials in which it is larger than x, along all x. Each of those shares has an interval
//! that holds whatever the distribution is, also where a thing is rare or comes out alike in all
//! trials; how far they reach is put together as Zou and Donner (2008) put together limits of sums,
//! by squares and with the correlations of nested events. With many trials that is the normal
//! interval; with few, or of rare things, it is wider, lopsided and never without width. Past the
//! largest value seen, no trial counts, but the share of trials beyond has an upper limit all the
//! same, and so every quantity must have a largest value: of a mean without one nothing can be said
//! upward, whatever the sample (Bahadur and Savage 1956).

use super::normal::Z_95;
use super::{Interval, share_interval};

/// With fewer pairs, the limits of both sides of a difference are added up as they are.
const PLAIN: u64 = 20;

/// Values of a quantity that is never negative, over `n` > 0 trials.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'v> {
    /// Values, from the least, and how many trials had each; they may be rounded down.
    pub values: &'v [(f64, u64)],
    /// By how much they may be rounded down.
    pub rounded: f64,
    /// How many trials there are.
    pub n: u64,
    /// The exact mean.
    pub mean: f64,
    /// The exact standard deviation (divisor n - 1).
    pub sd: f64,
    /// The largest value there can be.
    pub most: f64,
}

/// Differences between two quantities that are never negative, over `n` > 0 pairs of trials.
#[derive(Clone, Copy, Debug)]
pub struct SignedSample<'v> {
    /// Sizes, from the least, of the differences above zero, and how many there are of each; they
    /// may be rounded down.
    pub above: &'v [(f64, u64)],
    /// The sample of the differences below zero.
    pub below: &'v [(f64, u64)],
    /// By how much sizes may be rounded down.
    pub rounded: f64,
    /// How many pairs there are.
    pub n: u64,
    /// The exact mean.
    pub mean: f64,
    /// The exact standard deviation (divisor n - 1).
    pub sd: f64,
    /// The largest sizes that a difference above zero, and one below, can have; less than zero
    /// where none is on that side, and all are so far on the other.
    pub most: [f64; 2],
}

impl Sample<'_> {
    /// The 95 % interval of the mean.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let tails = Tails::new(self.values, self.rounded, self.n, self.most);
        let half = Z_95 * self.sd / (self.n as f64).sqrt();
        between(
            self.mean,
            [tails.below().max(half), tails.above().max(half)],
            [0.0, self.most],
        )
    }
}

impl SignedSample<'_> {
    /// The 95 % interval of the mean.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let up = Tails::new(self.above, self.rounded, self.n, self.most[0].max(0.0));
        let down = Tails::new(self.below, self.rounded, self.n, self.most[1].max(0.0));
        let half = Z_95 * self.sd / (self.n as f64).sqrt();
        let reach = [
            up.less(&down, self.n).max(half),
            down.less(&up, self.n).max(half),
        ];
        between(self.mean, reach, [-self.most[1], self.most[0]])
    }
}

/// What reaches so far to either side of a mean, within what there can be.
fn between(mean: f64, [below, above]: [f64; 2], [least, most]: [f64; 2]) -> Interval {
    Interval::between(
        (mean - below).max(least).min(mean),
        (mean + above).min(most).max(mean),
    )
}

/// The shares of trials in which a quantity is as large as each of its values, put together.
#[derive(Clone, Copy, Debug, Default)]
struct Tails {
    below: Nested,
    above: Nested,
    mean: f64,
    mean_square: f64,
    ceiling: f64,
}

impl Tails {
    /// The tails of values of `n` trials: zero where not listed, up to `rounded` larger than they
    /// are listed, and no larger than `ceiling`.
    fn new(values: &[(f64, u64)], rounded: f64, n: u64, ceiling: f64) -> Self {
        let mut tails = Self {
            ceiling,
            ..Self::default()
        };
        // What rounding takes off lies below the first value, if all lose the most; above the last
        // there is room for it.
        let mut lost = rounded;
        let mut left: u64 = values.iter().map(|&(_, count)| count).sum();
        let mut last: f64 = 0.0;
        for &(value, count) in values {
            let share = left as f64 / n as f64;
            let (low, high) = share_interval(left, n);
            tails.below.add(
                (value - last + std::mem::take(&mut lost)) * (share - low),
                share,
            );
            tails.above.add((value - last) * (high - share), share);
            let part = count as f64 / n as f64;
            tails.mean += part * value;
            tails.mean_square += part * value * value;
            left -= count;
            last = value;
        }
        let (_, unseen) = share_interval(0, n);
        tails.above.add((ceiling - last).max(0.0) * unseen, 0.0);
        tails
    }

    /// How far the mean may lie below that of the sample.
    fn below(&self) -> f64 {
        self.below.squares.sqrt()
    }

    /// How far it may lie above.
    fn above(&self) -> f64 {
        self.above.squares.sqrt()
    }

    /// How far this part of a signed quantity less the other may lie below what it is in the
    /// sample.
    fn less(&self, other: &Self, n: u64) -> f64 {
        let own = self.below();
        let others = other.above();
        // The correlations that very few pairs show mean nothing.
        let together = if n < PLAIN {
            1.0
        } else {
            // Few pairs may show none where there is one, which the end of the interval tells.
            let at_end = self.opposed(other, [self.mean - own, other.mean + others]);
            self.opposed(other, [self.mean, other.mean]).max(at_end)
        };
        (own * own + others * others + 2.0 * together * own * others).sqrt()
    }

    /// The correlation of this part of a signed quantity with the negative of its other part, where
    /// these are their means: where one is, the other is not. The sizes of both are taken to be as
    /// they were seen.
    fn opposed(&self, other: &Self, [own, others]: [f64; 2]) -> f64 {
        // Of nothing and all there is no number, and all is the safe side.
        (self.odds(own) * other.odds(others)).sqrt().min(1.0)
    }

    /// The odds that a trial has a part at all, where this is its mean.
    fn odds(&self, mean: f64) -> f64 {
        let size = if self.mean > 0.0 {
            self.mean_square / self.mean
        } else {
            self.ceiling
        };
        mean.max(0.0) / (size - mean).max(0.0)
    }
}

/// A sum of parts, each due to a share of trials within that of the one before, by squares.
#[derive(Clone, Copy, Debug, Default)]
struct Nested {
    squares: f64,
    /// The parts before, each over the square root of its odds.
    before: f64,
}

impl Nested {
    /// Adds a part. Two nested events of shares p > q have the correlation sqrt(odds of q / odds of
    /// p).
    fn add(&mut self, part: f64, share: f64) {
        self.squares += part * part;
        if 0.0 < share && share < 1.0 {
            let odds = (share / (1.0 - share)).sqrt();
            self.squares += 2.0 * self.before * part * odds;
            self.before += part / odds;
        }
    }
}
