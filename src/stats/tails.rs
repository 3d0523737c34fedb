//! The interval of a mean, made of the intervals of shares.
//!
//! A mean is a sum of shares: the mean of a number that is never negative is the area under the share of trials in which
//! it is larger than x, along all x. Each of those shares has an interval that holds whatever the distribution is, also
//! where a thing is rare or comes out alike in all trials; how far they reach is put together as Zou and Donner (2008) put
//! together limits of sums, by squares and with the correlations of nested events. With many trials that is the normal
//! interval; with few, or of rare things, it is wider, lopsided and never without width. Past the largest value seen,
//! no trial counts, but the share of trials beyond has an upper limit all the same.

use super::normal::Z_95;
use super::{Interval, Lack, share_interval};

/// Of a quantity without an upper bound no interval is given by fewer trials.
const LEAST: u64 = 10;
/// Of fewer pairs the limits of both sides of a difference are added up as they are.
const PLAIN: u64 = 20;
/// What may lie beyond the largest value of a quantity without an upper bound: as much again as the values spread, and
/// this at least.
const BEYOND: f64 = 3.0;
/// Where fewer trials than these differ from the most common value, that is stretched in proportion.
const DIFFERENT: f64 = 10.0;

/// Values of a quantity that is never negative, over `n` > 0 trials.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'v> {
    /// Values, from the least, and how many trials had each; they may be rounded down.
    pub values: &'v [(f64, u64)],
    /// How many trials there are.
    pub n: u64,
    /// The exact mean.
    pub mean: f64,
    /// The exact standard deviation (divisor n - 1).
    pub sd: f64,
    /// The largest value there can be, where there is one.
    pub most: Option<f64>,
}

/// Differences between two quantities that are never negative, over `n` > 0 pairs of trials.
#[derive(Clone, Copy, Debug)]
pub struct SignedSample<'v> {
    /// Sizes, from the least, of the differences above zero, and how many there are of each; they may be rounded down.
    pub above: &'v [(f64, u64)],
    /// The same of the differences below zero.
    pub below: &'v [(f64, u64)],
    /// How many pairs there are.
    pub n: u64,
    /// The exact mean.
    pub mean: f64,
    /// The exact standard deviation (divisor n - 1).
    pub sd: f64,
    /// The largest size a difference can have, where there is one.
    pub most: Option<f64>,
}

impl Sample<'_> {
    /// The 95 % interval of the mean.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let largest = self.values.last().map_or(0.0, |&(value, _)| value);
        let ceiling = match self.most {
            Some(most) => most,
            None if self.n < LEAST => return Interval::lacking(Lack::Few),
            None => {
                let common = self.values.iter().map(|&(_, count)| count).max().unwrap_or(0);
                let least = self.values.first().map_or(0.0, |&(value, _)| value);
                match self.n - common {
                    0 => return Interval::lacking(Lack::Alike),
                    different => largest + beyond(largest - least, different),
                }
            }
        };
        let reach = Tails::new(self.values, self.n, ceiling).reach();
        let half = Z_95 * self.sd / (self.n as f64).sqrt();
        between(self.mean, [reach.below.max(half), reach.above.max(half)], [0.0, self.most.unwrap_or(f64::INFINITY)])
    }
}

impl SignedSample<'_> {
    /// The 95 % interval of the mean.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let largest = |values: &[(f64, u64)]| values.last().map_or(0.0, |&(value, _)| value);
        let ceiling = match self.most {
            Some(most) => [most; 2],
            None if self.n < LEAST => return Interval::lacking(Lack::Few),
            None => match [self.above, self.below].into_iter().flatten().map(|&(_, count)| count).sum() {
                0 => return Interval::lacking(Lack::Alike),
                different => {
                    let [up, down] = [self.above, self.below].map(largest);
                    let more = beyond(up.max(down), different);
                    [up + more, down + more]
                }
            },
        };
        let up = Tails::new(self.above, self.n, ceiling[0]);
        let down = Tails::new(self.below, self.n, ceiling[1]);
        // The correlations that very few pairs show mean nothing.
        let together = if self.n < PLAIN { 1.0 } else { up.opposed(&down) };
        let ([rise, fall], half) = ([up.reach(), down.reach()], Z_95 * self.sd / (self.n as f64).sqrt());
        let root = |one: f64, other: f64| (one * one + other * other + 2.0 * together * one * other).sqrt();
        let reach = [root(rise.below, fall.above).max(half), root(rise.above, fall.below).max(half)];
        let most = self.most.unwrap_or(f64::INFINITY);
        between(self.mean, reach, [-most, most])
    }
}

/// How far beyond the largest value others may lie, where nothing bounds them.
fn beyond(spread: f64, different: u64) -> f64 {
    spread.max(BEYOND) * (DIFFERENT / different as f64).max(1.0)
}

/// What reaches so far to either side of a mean, within what there can be.
fn between(mean: f64, [below, above]: [f64; 2], [least, most]: [f64; 2]) -> Interval {
    Interval::between((mean - below).max(least), (mean + above).min(most))
}

/// How far a mean may lie to either side of that of the sample.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    below: f64,
    above: f64,
}

/// The shares of trials in which a quantity is as large as each of its values, put together.
#[derive(Clone, Copy, Debug, Default)]
struct Tails {
    below: Nested,
    above: Nested,
    mean: f64,
    mean_square: f64,
}

impl Tails {
    /// Of values of `n` trials, which are zero where not listed, and no larger than `ceiling`.
    fn new(values: &[(f64, u64)], n: u64, ceiling: f64) -> Self {
        let mut tails = Self::default();
        let (mut left, mut last): (u64, f64) = (values.iter().map(|&(_, count)| count).sum(), 0.0);
        for &(value, count) in values {
            let share = left as f64 / n as f64;
            let (low, high) = share_interval(left, n);
            tails.below.add((value - last) * (share - low), share);
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

    fn reach(&self) -> Reach {
        Reach { below: self.below.squares.sqrt(), above: self.above.squares.sqrt() }
    }

    /// The correlation of this part of a signed quantity with the negative of its other part: where one is, the other is
    /// not.
    fn opposed(&self, other: &Self) -> f64 {
        let variance = |part: &Self| part.mean_square - part.mean * part.mean;
        let scale = (variance(self) * variance(other)).sqrt();
        if scale > 0.0 { (self.mean * other.mean / scale).min(1.0) } else { 0.0 }
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
    /// Adds a part. Two nested events of shares p > q have the correlation sqrt(odds of q / odds of p).
    fn add(&mut self, part: f64, share: f64) {
        self.squares += part * part;
        if 0.0 < share && share < 1.0 {
            let odds = (share / (1.0 - share)).sqrt();
            self.squares += 2.0 * self.before * part * odds;
            self.before += part / odds;
        }
    }
}
