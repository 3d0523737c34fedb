//! The choice of a rung: ten considerations summed, and a logit.
//!
//! Every consideration is a weight, which depends on the moment, times a feature of the rung: V = sum of weight x
//! feature. A quantal response (McKelvey and Palfrey 1995; Signorino 1999) then picks rung x with a chance in
//! proportion to exp(steadiness * V). Because it is a logit, the log-odds of one rung against another split exactly
//! into the ten terms: "why this and not the off-ramp" has an exact answer.
//!
//! Tit for tat (Axelrod 1984) is the first consideration: the further from an answer in kind, the worse. What is in
//! kind, the actor's proportionality says: generosity repairs what noise breaks (Molander 1985; Nowak and Sigmund 1992).

use super::ladder::PerRung;
use super::{State, World, deterrence, domestic::Domestic, mediation, opponent, relations::Trust, strain};
use crate::parameters::{Actor, MAX_RUNGS};
use crate::stats::exp_all;

/// How many considerations there are.
pub const CONSIDERATIONS: usize = 10;

/// The considerations, in the order of every list of ten in this module.
pub const NAMES: [&str; CONSIDERATIONS] = [
    "reciprocity",
    "reputation",
    "domestic",
    "audience",
    "signalling",
    "retaliation",
    "war",
    "strain",
    "mediation",
    "ties",
];

/// What the rungs are to an actor throughout a trial.
#[derive(Clone, Debug)]
pub struct Features {
    /// Severity as far as it would be seen.
    seen_severity: PerRung,
    /// The danger of the rung.
    danger: PerRung,
    /// Severity beyond the off-ramp's.
    beyond: PerRung,
}

impl Features {
    /// No features as yet.
    #[must_use]
    pub const fn none() -> Self {
        Self { seen_severity: [0.0; MAX_RUNGS], danger: [0.0; MAX_RUNGS], beyond: [0.0; MAX_RUNGS] }
    }

    /// The features that do not change during a trial, for one actor.
    #[must_use]
    pub fn new(world: &World, side: usize) -> Self {
        let (ladder, numbers) = (&world.ladder, &world.numbers);
        let off_ramp = ladder.severity[ladder.off_ramp];
        let mut features = Self::none();
        for (x, rung) in numbers.rungs.iter().enumerate() {
            let s = ladder.severity[x];
            let actor = &numbers.actors[side];
            let seen = deterrence::seen(actor, &numbers.dynamics, ladder.force[x], ladder.deniable[x]);
            features.seen_severity[x] = seen * s;
            features.danger[x] = strain::danger(s, rung.war_risk, numbers.relations.channel);
            features.beyond[x] = mediation::beyond(s, off_ramp);
        }
        features
    }
}

/// What an actor weighs at one moment, before it looks at any rung.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// The weight of each consideration.
    weight: [f64; CONSIDERATIONS],
    /// The severity of an answer in kind.
    in_kind: f64,
    /// The severity it has publicly bound itself to.
    commitment: f64,
}

impl Weights {
    /// The weights of actor `side` that has seen provocation `q`, visible to third parties and at home as far as `vis`.
    #[inline]
    #[must_use]
    pub fn new(world: &World, state: &State, side: usize, q: f64, vis: f64) -> Self {
        let (own, other) = (&world.numbers.actors[side], &world.numbers.actors[opponent(side)]);
        let dynamics = &world.numbers.dynamics;
        let (home, reputation, burden) = (&state.domestic[side], &state.deterrence[side], &state.strain[side]);
        let m = state.mediation[side];
        let cover = mediation::cover(dynamics, m);
        let weight = [
            -own.reciprocity,
            reputation.reputation_weight(world.concern_for_reputation[side], vis),
            home.domestic_weight(vis, cover),
            Domestic::audience_weight(own, cover),
            own.signalling,
            reputation.retaliation_weight(own, other),
            strain::war_weight(own),
            burden.strain_weight(own, dynamics),
            mediation::mediation_weight(dynamics, m),
            Trust::ties_weight(state.trust, own, &world.numbers.relations),
        ];
        Self { weight, in_kind: in_kind(own, q), commitment: home.commitment }
    }

    /// The ten considerations for and against rung `x`, each with its sign; their sum is the rung's value.
    #[inline]
    #[must_use]
    pub fn considerations(&self, world: &World, side: usize, x: usize) -> [f64; CONSIDERATIONS] {
        let features = &world.features[side];
        let s = world.ladder.severity[x];
        let under = (self.in_kind - s).max(0.0);
        let feature = [
            (s - self.in_kind) * (s - self.in_kind),
            under,
            under,
            Domestic::backing_down(self.commitment, s),
            features.seen_severity[x],
            s,
            features.danger[x],
            world.ladder.effort[x],
            features.beyond[x],
            s,
        ];
        std::array::from_fn(|k| self.weight[k] * feature[k])
    }
}

/// The answer in kind to provocation `q`, by the actor's own measure.
#[inline]
#[must_use]
pub fn in_kind(actor: &Actor, q: f64) -> f64 {
    actor.proportionality * q
}

/// The chances of all rungs, up to a common factor: exp(steadiness * value), the largest 1.
#[inline]
pub fn odds(world: &World, side: usize, weights: &Weights, odds: &mut PerRung) {
    let steadiness = world.numbers.actors[side].steadiness;
    let odds = &mut odds[..world.ladder.len];
    for (x, value) in odds.iter_mut().enumerate() {
        *value = steadiness * weights.considerations(world, side, x).iter().sum::<f64>();
    }
    // Less the largest, so that no exponential runs over; adding a constant changes no chance.
    let best = odds.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for value in &mut *odds {
        *value -= best;
    }
    exp_all(odds);
}

/// The rung at a uniform draw, 0 <= u < 1, by inversion in rung order.
#[inline]
#[must_use]
pub fn pick(odds: &[f64], u: f64) -> usize {
    let mut left = u * odds.iter().sum::<f64>();
    for (x, chance) in odds.iter().enumerate() {
        left -= chance;
        if left < 0.0 {
            return x;
        }
    }
    odds.len() - 1 // reached only by rounding, at a draw next to 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// softmax(1, 2, 3) = .09003057317, .24472847105, .66524095577.
    #[test]
    fn the_logit_is_the_softmax() {
        let mut odds = [1.0, 2.0, 3.0].map(|value: f64| value - 3.0);
        exp_all(&mut odds);
        let sum: f64 = odds.iter().sum();
        for (chance, expected) in odds.iter().zip([0.090_030_573_17, 0.244_728_471_05, 0.665_240_955_77]) {
            assert!((chance / sum - expected).abs() < 1e-11);
        }
    }

    #[test]
    fn inversion_goes_up_the_ladder_and_meets_every_share() {
        let odds = [1.0, 0.0, 2.0, 1.0];
        let mut counts = [0; 4];
        for i in 0..4000 {
            counts[pick(&odds, (f64::from(i) + 0.5) / 4000.0)] += 1;
        }
        assert_eq!(counts, [1000, 0, 2000, 1000]);
        assert_eq!(pick(&odds, 0.0), 0);
        assert_eq!(pick(&odds, 1.0 - f64::EPSILON / 2.0), 3);
    }
}
