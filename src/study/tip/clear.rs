//! Which looks are clear of a value, all of them judged at once.

use serde::{Deserialize, Serialize};

use super::{Answer, Doubt, Needs, Why};
use crate::stats::{Share, beta_cdf, beta_quantile, normal_quantile};

/// The chance that any look is taken for clear on the wrong side.
const WRONG: f64 = 0.01;
/// No look is asked to have more trials.
const MOST_TRIALS: f64 = 1e9;
/// Looks nearer to the value than so many standard errors do not show how near the share is.
const NEAR: f64 = 2.0;
/// A smooth curve that turns between two looks goes an eighth of the step beside them beyond them, at most: twice that is
/// left between looks and the value.
const BEYOND: f64 = 0.25;

/// A side of the value looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
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

    /// On which side of the value each look is, where it is clear of it.
    pub fn sides(&self) -> Vec<Option<Side>> {
        self.shares.iter().map(|look| self.side(look)).collect()
    }

    /// On which side of the value a look on the axis, or between its values, is clear of it; by the exact binomial test.
    pub fn side(&self, look: &Share) -> Option<Side> {
        if look.interval.is_excluded() || look.interval.is_fixed() {
            return Some(if look.share < self.share {
                Side::Below
            } else {
                Side::Above
            });
        }
        let ((met, not), level) = (self.counts(look), self.level());
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
            () if more < level => Some(Side::Above),
            () if fewer < level => Some(Side::Below),
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
    fn clearance(&self, look: &Share, side: Side) -> f64 {
        if look.interval.is_excluded() || look.interval.is_fixed() {
            return (look.share - self.share).abs();
        }
        let ((met, not), level) = (self.counts(look), self.level());
        match side {
            Side::Above => beta_quantile(level, met, not + 1.0) - self.share,
            Side::Below => self.share - beta_quantile(1.0 - level, met + 1.0, not),
        }
    }

    /// The answer where no two looks are clear on different sides.
    pub fn without_crossing(&self, sides: &[Option<Side>]) -> Answer {
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

    /// The first look after which the share could reach the value and come back before the next: they keep less from it
    /// than the share changes thereabouts.
    fn risky(&self, side: Side) -> Option<usize> {
        let step =
            |at: usize| Some((self.shares.get(at + 1)?.share - self.shares.get(at)?.share).abs());
        let keeps: Vec<f64> = self
            .shares
            .iter()
            .map(|look| self.clearance(look, side))
            .collect();
        let risky = |&at: &usize| {
            let near = [at.checked_sub(1).and_then(step), step(at), step(at + 1)];
            let most = near.into_iter().flatten().fold(0.0, f64::max);
            keeps[at].min(keeps[at + 1]) < BEYOND * most
        };
        (0..self.shares.len().saturating_sub(1)).find(risky)
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

    /// How many trials would tell: as many as make the farthest look on either side clear, or the nearest where all lie on
    /// one side; about so many, rounded up to one digit. A look nearer than twice its standard error may be so by luck: how
    /// near the share is, it does not show, but that it is hardly farther than twice that error beyond. More trials than
    /// that distance takes are needed then, rounded down.
    fn needs(&self) -> Option<Needs> {
        let away: Vec<f64> = self
            .shares
            .iter()
            .map(|look| look.share - self.share)
            .collect();
        let (most, least) = away.iter().fold(
            (f64::NEG_INFINITY, f64::INFINITY),
            |(most, least), &away| (f64::max(most, away), f64::min(least, away)),
        );
        let both = most > 0.0 && least < 0.0;
        let nearest = away
            .iter()
            .map(|away| away.abs())
            .fold(f64::INFINITY, f64::min);
        let distance = if both { most.min(-least) } else { nearest };
        let z = normal_quantile(1.0 - self.level());
        let (trials, variance) = (self.trials as f64, self.share * (1.0 - self.share));
        let margin = NEAR * (variance / trials).sqrt();
        let near = distance < margin;
        let distance = if near { distance + margin } else { distance };
        let needed = (z * z * variance / (distance * distance)).max(if near {
            trials
        } else {
            2.0 * trials
        });
        if needed >= MOST_TRIALS {
            return None;
        }
        let digit = 10_f64.powi(libm::log10(needed).floor() as i32);
        let about = |round: fn(f64) -> f64| (round(needed / digit) * digit) as u64;
        Some(if near {
            Needs::MoreThan(about(f64::floor).max(self.trials))
        } else {
            Needs::About(about(f64::ceil))
        })
    }
}

/// Runs of looks that are not clear, but for those between clear looks on different sides: there the share may cross,
/// or not.
pub fn undecided(sides: &[Option<Side>]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in (0..sides.len()).filter(|&at| sides[at].is_none()) {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == at => *to = at,
            _ => runs.push((at, at)),
        }
    }
    let beside = |at: Option<usize>| at.and_then(|at| sides.get(at).copied()).flatten();
    let decided = |from: usize, to: usize| {
        beside(from.checked_sub(1))
            .zip(beside(to.checked_add(1)))
            .is_some_and(|(one, other)| one != other)
    };
    runs.into_iter()
        .filter(|&(from, to)| !decided(from, to))
        .collect()
}
