//! The choice of a rung: ten considerations summed, and a logit.
//!
//! Every consideration is a weight, which depends on the moment, times a feature of the rung: V = sum of weight x
//! feature. A quantal response (McKelvey and Palfrey 1995; Signorino 1999) then picks rung x with a chance in
//! proportion to exp(steadiness * V). Because it is a logit, the log-odds of one rung against another split exactly
//! into the ten terms: "why this and not the off-ramp" has an exact answer.
//!
//! Tit for tat (Axelrod 1984) is the first consideration: the further from an answer in kind, the worse. What is in
//! kind, the actor's proportionality says: generosity repairs what noise breaks (Molander 1985; Nowak and Sigmund 1992).

use super::Consideration::{
    Audience, Domestic as AtHome, Mediation, Reciprocity, Reputation, Retaliation, Signalling,
    Strain, Ties, War,
};
use super::ladder::{LANES, PerRung, lanes};
use super::{
    CONSIDERATIONS, PerConsideration, Side, State, World, deterrence, domestic::Domestic,
    mediation, relations::Trust, strain,
};
use crate::parameters::{Actor, MAX_RUNGS};
use crate::stats::{at_least, exp2_each};

/// What the rungs are to an actor throughout a trial.
#[derive(Clone, Debug)]
pub struct Features {
    /// Severity as far as it would be seen.
    seen_severity: PerRung,
    /// The danger of the rung.
    danger: PerRung,
    /// Severity beyond the off-ramp's.
    beyond: PerRung,
    /// The part of a rung's value that is the same in every choice; beyond the last rung so low that its chance is
    /// nothing.
    constant: PerRung,
    /// The actor's steadiness over ln 2: values times this are powers of two.
    steadiness: f64,
}

impl Features {
    /// Empty features, before the first trial.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            seen_severity: [0.0; MAX_RUNGS],
            danger: [0.0; MAX_RUNGS],
            beyond: [0.0; MAX_RUNGS],
            constant: [f64::MIN; MAX_RUNGS],
            steadiness: 0.0,
        }
    }

    /// The features of one actor's rungs in one trial.
    #[must_use]
    pub fn new(world: &World, side: Side) -> Self {
        let ladder = &world.ladder;
        let numbers = &world.numbers;
        let actor = &world.numbers.actors[side];
        let off_ramp = ladder.severity[ladder.off_ramp];
        let mut features = Self {
            steadiness: actor.steadiness * std::f64::consts::LOG2_E,
            ..Self::none()
        };
        for (x, rung) in numbers.rungs.iter().enumerate() {
            let s = ladder.severity[x];
            let seen = deterrence::seen(
                actor,
                &numbers.dynamics,
                ladder.force[x],
                ladder.deniable[x],
            );
            features.seen_severity[x] = seen * s;
            features.danger[x] = strain::danger(s, rung.war_risk, numbers.relations.channel);
            features.beyond[x] = mediation::beyond(s, off_ramp);
            let constant = actor.signalling * features.seen_severity[x]
                + strain::war_weight(actor) * features.danger[x]
                - actor.reciprocity * s * s;
            features.constant[x] = features.steadiness * constant;
        }
        features
    }
}

/// What an actor weighs at one decision, before it looks at any rung.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// The weight of each consideration.
    weight: PerConsideration<f64>,
    /// The severity of an answer in kind.
    in_kind: f64,
    /// The severity it has publicly bound itself to.
    commitment: f64,
}

impl Weights {
    /// The weights of actor `side` that has seen provocation `q`, visible to third parties and at home as far as `vis`.
    #[inline(always)]
    #[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
    #[must_use]
    pub fn new(world: &World, state: &State, side: Side, q: f64, vis: f64) -> Self {
        let own = &world.numbers.actors[side];
        let dynamics = &world.numbers.dynamics;
        let home = &state.domestic[side];
        let reputation = &state.deterrence[side];
        let burden = &state.strain[side];
        let m = state.mediation[side];
        let cover = mediation::cover(dynamics, m);
        let mut weight = [0.0; CONSIDERATIONS];
        weight[Reciprocity] = -own.reciprocity;
        weight[Reputation] = reputation.reputation_weight(world.concern_for_reputation[side], vis);
        weight[AtHome] = home.domestic_weight(vis, cover);
        weight[Audience] = Domestic::audience_weight(own, cover);
        weight[Signalling] = own.signalling;
        weight[Retaliation] = reputation.retaliation_weight(own, world.stronger[side]);
        weight[War] = strain::war_weight(own);
        weight[Strain] = burden.strain_weight(own, dynamics);
        weight[Mediation] = mediation::mediation_weight(dynamics, m);
        weight[Ties] = Trust::ties_weight(state.trust, own, &world.numbers.relations);
        Self {
            weight,
            in_kind: in_kind(own, q),
            commitment: home.commitment,
        }
    }

    /// The considerations for and against rung `x`, each with its sign; their sum is the rung's value.
    #[inline]
    #[must_use]
    pub fn considerations(&self, world: &World, side: Side, x: usize) -> PerConsideration<f64> {
        let features = &world.features[side];
        let s = world.ladder.severity[x];
        let under = (self.in_kind - s).max(0.0);
        let mut value = self.weight;
        value[Reciprocity] *= (s - self.in_kind) * (s - self.in_kind);
        value[Reputation] *= under;
        value[AtHome] *= under;
        value[Audience] *= Domestic::backing_down(self.commitment, s);
        value[Signalling] *= features.seen_severity[x];
        value[Retaliation] *= s;
        value[War] *= features.danger[x];
        value[Strain] *= world.ladder.effort[x];
        value[Mediation] *= features.beyond[x];
        value[Ties] *= s;
        value
    }
}

/// The answer in kind to provocation `q`, by the actor's own measure.
#[inline]
#[must_use]
pub fn in_kind(actor: &Actor, q: f64) -> f64 {
    actor.proportionality * q
}

/// Unnormalised probabilities of all rungs: exp(steadiness * value), scaled so that the largest is 1. Entries past the
/// last rung are about 0.
///
/// The value is the sum of the ten [considerations](Weights::considerations), sorted by how they depend on the rung: this
/// is the innermost loop of the program. Signalling and war are the same in every choice; so is the square of severity
/// in reciprocity, (s - g)^2 = s^2 - 2 g s + g^2, of which the last term is alike for all rungs and changes no chance.
///
/// Returns their sum.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
pub fn odds(world: &World, side: Side, weights: &Weights, odds: &mut PerRung) -> f64 {
    let features = &world.features[side];
    let ladder = &world.ladder;
    let weight = steadied(&weights.weight, features.steadiness);
    let Weights {
        in_kind,
        commitment,
        ..
    } = *weights;
    let severity = weight[Retaliation] + weight[Ties] - 2.0 * in_kind * weight[Reciprocity];
    let falling_short = weight[Reputation] + weight[AtHome];
    let audience = weight[Audience];
    let strain = weight[Strain];
    let mediation = weight[Mediation];
    // Less the largest, so that no power runs over; adding a constant changes no chance.
    let mut best = [f64::MIN; LANES];
    let rungs = lanes(&features.constant)
        .zip(lanes(&ladder.severity))
        .zip(lanes(&ladder.effort))
        .zip(lanes(&features.beyond));
    let fours = ladder.len.div_ceil(LANES);
    for (lane, (((constant, s), effort), beyond)) in odds
        .as_chunks_mut::<LANES>()
        .0
        .iter_mut()
        .zip(rungs)
        .take(fours)
    {
        let mut value = [0.0; LANES];
        for x in 0..LANES {
            value[x] = (constant[x] + severity * s[x])
                + (falling_short * at_least(in_kind - s[x], 0.0)
                    + audience * at_least(commitment - s[x], 0.0))
                + (strain * effort[x] + mediation * beyond[x]);
            best[x] = at_least(value[x], best[x]);
        }
        *lane = value;
    }
    let best = at_least(at_least(best[0], best[2]), at_least(best[1], best[3]));
    let mut sums = [0.0; LANES];
    for lane in odds.as_chunks_mut::<LANES>().0.iter_mut().take(fours) {
        for value in lane.iter_mut() {
            *value -= best;
        }
        *lane = exp2_each(*lane);
        for x in 0..LANES {
            sums[x] += lane[x];
        }
    }
    (sums[0] + sums[2]) + (sums[1] + sums[3])
}

/// The weights times steadiness.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
fn steadied(weight: &PerConsideration<f64>, steadiness: f64) -> PerConsideration<f64> {
    let mut steadied = *weight;
    for weight in &mut steadied {
        *weight *= steadiness;
    }
    steadied
}

#[cfg(test)]
mod tests;
