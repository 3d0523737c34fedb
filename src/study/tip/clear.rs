//! Which looks are clear of a value, all of them judged at once.

use serde::{Deserialize, Serialize};

use super::{Answer, Doubt, TrialsNeeded, Why};
use crate::stats::{Share, beta_cdf, beta_quantile, normal_quantile};

/// The chance that any look is taken for clear on the wrong side.
const WRONG: f64 = 0.01;
/// No look is asked to have more trials.
const MOST_TRIALS: f64 = 1e9;
/// Looks nearer to the value than so many standard errors do not show how near the share is.
const NEAR: f64 = 2.0;
/// A smooth curve that turns between two looks goes an eighth of the step beside them beyond them,
/// at most: twice that is left between looks and the value.
const BEYOND: f64 = 0.25;

/// A side of the value looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueSide {
    /// Below it.
    Below,
    /// Above it.
    Above,
}

/// Looks at a share along an axis, and the value looked for.
pub struct Looks<'l> {
    /// Where.
    pub values: &'l [f64],
    /// What each saw.
    pub shares: &'l [Share],
    /// The value.
    pub share: f64,
    /// Trials at each look.
    pub trials: u64,
}

impl Looks<'_> {
    /// The chance of a wrong side that each look may have, on either side (Bonferroni).
    fn level(&self) -> f64 {
        WRONG / 2.0 / self.shares.len() as f64
    }

    /// Whether the estimate at a look is above the value, or is the value.
    pub fn is_above(&self, at: usize) -> bool {
        self.shares[at].share >= self.share
    }

    /// On which side of the value each look is, where it is clear of it.
    pub fn sides(&self) -> Vec<Option<ValueSide>> {
        self.shares.iter().map(|look| self.side(look)).collect()
    }

    /// On which side of the value a look on the axis, or between its values, is clear of it; by the
    /// exact binomial test.
    pub fn side(&self, look: &Share) -> Option<ValueSide> {
        if look.interval.is_excluded() || look.interval.is_fixed() {
            return Some(if look.share < self.share {
                ValueSide::Below
            } else {
                ValueSide::Above
            });
        }
        let (met, not) = self.counts(look);
        let level = self.level();
        // The chances of as many or more, and of as many or fewer, were the value the true share.
        let more = if met > 0.0 {
            beta_cdf(self.share, met, not + 1.0)
        } else {
            1.0
        };
        let fewer = if not > 0.0 {
            1.0 - beta_cdf(self.share, met + 1.0, not)
        } else {
            1.0
        };
        match () {
            () if more < level => Some(ValueSide::Above),
            () if fewer < level => Some(ValueSide::Below),
            () => None,
        }
    }

    /// Trials that met the case, and that did not.
    fn counts(&self, look: &Share) -> (f64, f64) {
        let n = self.trials as f64;
        let met = (look.share * n).round();
        (met, n - met)
    }

    /// How far the interval of a look that is clear keeps from the value.
    fn clearance(&self, look: &Share, side: ValueSide) -> f64 {
        if look.interval.is_excluded() || look.interval.is_fixed() {
            return (look.share - self.share).abs();
        }
        let (met, not) = self.counts(look);
        let level = self.level();
        match side {
            ValueSide::Above => beta_quantile(level, met, not + 1.0) - self.share,
            ValueSide::Below => self.share - beta_quantile(1.0 - level, met + 1.0, not),
        }
    }

    /// The answer where no two looks are clear on different sides.
    pub fn without_crossing(&self, sides: &[Option<ValueSide>]) -> Answer {
        let last = sides.len().saturating_sub(1);
        let Some(side) = sides.iter().find_map(|side| *side) else {
            return self.doubt(Why::Flat, (0, last));
        };
        let undecided = undecided(sides);
        let at_end = undecided
            .iter()
            .find(|&&(from, to)| from == 0 || to == last);
        match (at_end, undecided.first(), self.risky(side)) {
            (Some(&end), ..) => self.doubt(Why::End, end),
            (None, Some(&touch), _) => self.doubt(Why::Touch, touch),
            (None, None, Some(at)) => self.doubt(Why::Between, (at, at + 1)),
            (None, None, None) => Answer::Never(side),
        }
    }

    /// The first look after which the share could reach the value and come back before the next:
    /// they keep less from it than the share changes thereabouts.
    fn risky(&self, side: ValueSide) -> Option<usize> {
        let keeps: Vec<f64> = self
            .shares
            .iter()
            .map(|look| self.clearance(look, side))
            .collect();
        (0..self.shares.len().saturating_sub(1))
            .find(|&at| keeps[at].min(keeps[at + 1]) < BEYOND * self.most_change(at))
    }

    /// How much the share changes at the most between a look and the next, or on the step before or
    /// after.
    fn most_change(&self, at: usize) -> f64 {
        let changes = self.shares[at.saturating_sub(1)..].windows(2);
        changes
            .take(if at == 0 { 2 } else { 3 })
            .map(|pair| (pair[1].share - pair[0].share).abs())
            .fold(0.0, f64::max)
    }

    fn doubt(&self, why: Why, (from, to): (usize, usize)) -> Answer {
        let needs = if why == Why::Between {
            None
        } else {
            self.needs()
        };
        Answer::CannotTell(Doubt {
            why,
            from: self.values[from],
            to: self.values[to],
            needs,
        })
    }

    /// How many trials would tell: as many as make the farthest look on either side clear, or the
    /// nearest where all lie on one side; about so many, rounded up to one digit. A look nearer
    /// than twice its standard error may be so by luck: how near the share is, it does not show,
    /// but that it is hardly farther than twice that error beyond. More trials than that distance
    /// takes are needed then, rounded down.
    fn needs(&self) -> Option<TrialsNeeded> {
        let away: Vec<f64> = self
            .shares
            .iter()
            .map(|look| look.share - self.share)
            .collect();
        let most = away.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let least = away.iter().copied().fold(f64::INFINITY, f64::min);
        let nearest = away
            .iter()
            .map(|away| away.abs())
            .fold(f64::INFINITY, f64::min);
        let both = most > 0.0 && least < 0.0;
        let distance = if both { most.min(-least) } else { nearest };
        let trials = self.trials as f64;
        let variance = self.share * (1.0 - self.share);
        let margin = NEAR * (variance / trials).sqrt();
        if distance < margin {
            let needed = self.trials_at(distance + margin).max(trials);
            (needed < MOST_TRIALS).then(|| {
                let about = to_one_digit(needed, f64::floor);
                TrialsNeeded::MoreThan(about.max(self.trials))
            })
        } else {
            let needed = self.trials_at(distance).max(2.0 * trials);
            (needed < MOST_TRIALS).then(|| TrialsNeeded::About(to_one_digit(needed, f64::ceil)))
        }
    }

    /// How many trials make a look at this distance from the value clear of it.
    fn trials_at(&self, distance: f64) -> f64 {
        let z = normal_quantile(1.0 - self.level());
        let variance = self.share * (1.0 - self.share);
        z * z * variance / (distance * distance)
    }
}

/// A number of one digit and zeros.
fn to_one_digit(number: f64, round: fn(f64) -> f64) -> u64 {
    let digit = 10_f64.powi(libm::log10(number).floor() as i32);
    (round(number / digit) * digit) as u64
}

/// Runs of looks that are not clear, but for those between clear looks on different sides: there
/// the share may cross, or not.
pub fn undecided(sides: &[Option<ValueSide>]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in (0..sides.len()).filter(|&at| sides[at].is_none()) {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == at => *to = at,
            _ => runs.push((at, at)),
        }
    }
    runs.into_iter()
        .filter(|&(from, to)| !is_decided(sides, from, to))
        .collect()
}

/// Whether a run of looks lies between two that are clear on different sides.
fn is_decided(sides: &[Option<ValueSide>], from: usize, to: usize) -> bool {
    let before = sides[..from].last().copied().flatten();
    let after = sides.get(to + 1).copied().flatten();
    before
        .zip(after)
        .is_some_and(|(before, after)| before != after)
}
