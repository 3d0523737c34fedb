//! The choice of a rung: twelve considerations summed, and a logit.
//!
//! Every consideration is a weight, which depends on the moment, times a feature of the rung: V =
//! sum of weight x feature. A quantal response (McKelvey and Palfrey 1995; Signorino 1999) then
//! picks rung x with a chance in proportion to exp(precision * V). Because it is a logit, the
//! log-odds of one rung against another split exactly into the twelve terms: "why this and not the
//! off-ramp" has an exact answer.
//!
//! Tit for tat (Axelrod 1984) is the first consideration: the further from an answer in kind, the
//! worse. What is in kind, the actor's response ratio says: giving less back repairs what noise
//! breaks (Molander 1985; Nowak and Sigmund 1992, whose generosity forgives with some chance).

use super::ladder::{LANES, PerRung, lanes};
use super::{
    CONSIDERATIONS, Consideration, PerConsideration, Side, State, World, deterrence,
    domestic::Domestic, mediation, overstretch, relations::Trust, secrecy,
};
use crate::parameters::{Actor, MAX_RUNGS};
use crate::stats::{at_least, exp2_each};

/// What the rungs are to an actor throughout a trial. The arrays come first and are aligned: four
/// rungs that the choice works on together never lie in two lines of the processor's cache.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub struct Features {
    /// Severity as far as it would be seen.
    seen_severity: PerRung,
    /// Severity of force as far as it would be seen.
    seen_force: PerRung,
    /// Severity as far as it reaches the other through its defences.
    reaching: PerRung,
    /// The danger of the rung.
    danger: PerRung,
    /// Severity beyond the off-ramp's.
    beyond: PerRung,
    /// The part of a rung's value that is the same in every choice; beyond the last rung so low
    /// that its chance is nothing.
    constant: PerRung,
    /// The actor's precision over ln 2: values times this are powers of two.
    precision: f64,
}

impl Features {
    /// Empty features, before the first trial.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            seen_severity: [0.0; MAX_RUNGS],
            seen_force: [0.0; MAX_RUNGS],
            reaching: [0.0; MAX_RUNGS],
            danger: [0.0; MAX_RUNGS],
            beyond: [0.0; MAX_RUNGS],
            constant: [f64::MIN; MAX_RUNGS],
            precision: 0.0,
        }
    }

    /// The features of one actor's rungs in one trial.
    #[must_use]
    pub fn new(world: &World, side: Side) -> Self {
        let actor = &world.numbers.actors[side];
        let mut features = Self {
            precision: actor.choice_precision * std::f64::consts::LOG2_E,
            ..Self::none()
        };
        for x in 0..world.ladder.len {
            features.look_at(world, side, x);
        }
        features
    }

    /// Works out the features of rung `x`.
    fn look_at(&mut self, world: &World, side: Side, x: usize) {
        let ladder = &world.ladder;
        let numbers = &world.numbers;
        let actor = &numbers.actors[side];
        let opponent = &numbers.actors[side.opponent()];
        let s = ladder.severity[x];
        let force = ladder.force[x];
        let seen = secrecy::seen(
            actor,
            opponent,
            &numbers.dynamics,
            force,
            ladder.deniable[x],
        );
        self.seen_severity[x] = seen * s;
        self.seen_force[x] = if force { seen * s } else { 0.0 };
        self.reaching[x] = deterrence::reaching(s, force, opponent);
        let talk = numbers.relations.crisis_communication;
        self.danger[x] = overstretch::danger(s, numbers.rungs[x].war_risk, talk);
        self.beyond[x] = mediation::beyond(s, ladder.severity[ladder.off_ramp]);
        let constant = actor.show_of_force * self.seen_severity[x]
            + overstretch::escalation_weight(actor, world.mediators_hold[side]) * self.danger[x]
            - actor.reciprocity * s * s;
        self.constant[x] = self.precision * constant;
    }
}

/// What an actor weighs at one decision, before it looks at any rung.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// The weight of each consideration.
    weight: PerConsideration<f64>,
    /// The severity of an answer in kind.
    in_kind: f64,
    /// The severity it has publicly threatened.
    threat: f64,
}

impl Weights {
    /// The weights of actor `side` that has seen provocation `q`, visible to third parties and at
    /// home as far as `vis`.
    #[inline(always)]
    #[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
    #[must_use]
    pub fn new(world: &World, state: &State, side: Side, q: f64, vis: f64) -> Self {
        let own = &world.numbers.actors[side];
        let dynamics = &world.numbers.dynamics;
        let home = &state.domestic[side];
        let reputation = &state.deterrence[side];
        let burden = &state.overstretch[side];
        let m = state.mediation[side];
        let cover = mediation::cover(dynamics, m);
        let belief = state.belief(world, side);
        let mut weight = [0.0; CONSIDERATIONS];
        weight[Consideration::Reciprocity] = -own.reciprocity;
        weight[Consideration::Reputation] =
            reputation.reputation_weight(world.concern_for_reputation[side], vis);
        weight[Consideration::Domestic] = home.domestic_weight(vis, cover);
        weight[Consideration::Audience] = Domestic::audience_weight(own, cover);
        weight[Consideration::ShowOfForce] = own.show_of_force;
        weight[Consideration::Gain] = deterrence::gain_weight(own, belief);
        weight[Consideration::Diversion] = home.diversion_weight(own);
        weight[Consideration::Retaliation] =
            deterrence::retaliation_weight(own, belief, world.stronger[side]);
        weight[Consideration::Escalation] =
            overstretch::escalation_weight(own, world.mediators_hold[side]);
        weight[Consideration::Overstretch] = burden.overstretch_weight(own, dynamics);
        weight[Consideration::Mediation] = mediation::mediation_weight(dynamics, m);
        weight[Consideration::Ties] =
            Trust::ties_weight(state.trust, own, &world.numbers.relations);
        Self {
            weight,
            in_kind: in_kind(own, q),
            threat: home.threat,
        }
    }

    /// The considerations for and against rung `x`, each with its sign; their sum is the rung's
    /// value.
    #[inline]
    #[must_use]
    pub fn considerations(&self, world: &World, side: Side, x: usize) -> PerConsideration<f64> {
        let features = &world.features[side];
        let s = world.ladder.severity[x];
        let under = (self.in_kind - s).max(0.0);
        let mut value = self.weight;
        value[Consideration::Reciprocity] *= (s - self.in_kind) * (s - self.in_kind);
        value[Consideration::Reputation] *= under;
        value[Consideration::Domestic] *= under;
        value[Consideration::Audience] *= Domestic::backing_down(self.threat, s);
        value[Consideration::ShowOfForce] *= features.seen_severity[x];
        value[Consideration::Gain] *= features.reaching[x];
        value[Consideration::Diversion] *= features.seen_force[x];
        value[Consideration::Retaliation] *= s;
        value[Consideration::Escalation] *= features.danger[x];
        value[Consideration::Overstretch] *= world.ladder.effort[x];
        value[Consideration::Mediation] *= features.beyond[x];
        value[Consideration::Ties] *= s;
        value
    }
}

/// The answer in kind to provocation `q`, by the actor's own measure.
#[inline]
#[must_use]
pub fn in_kind(actor: &Actor, q: f64) -> f64 {
    actor.response_ratio * q
}

/// Unnormalised probabilities of all rungs: exp(precision * value), scaled so that the largest is 1. Entries past the
/// last rung are about 0.
///
/// The value is the sum of the twelve [considerations](Weights::considerations), sorted by how they
/// depend on the rung: this is the innermost loop of the program. Show of force and escalation are
/// the same in every choice; so is the square of severity in reciprocity, (s - g)^2 = s^2 - 2 g s +
/// g^2, of which the last term is alike for all rungs and changes no chance.
///
/// Returns their sum.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
pub fn odds(world: &World, side: Side, weights: &Weights, odds: &mut PerRung) -> f64 {
    let fours = world.ladder.len.div_ceil(LANES);
    let best = values(world, side, weights, odds);
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

/// Fills in the value of every rung as a power of two, and returns the largest: less that, no power
/// runs over, and adding a constant changes no chance.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
fn values(world: &World, side: Side, weights: &Weights, values: &mut PerRung) -> f64 {
    let features = &world.features[side];
    let ladder = &world.ladder;
    let weight = sharpened(&weights.weight, features.precision);
    let Weights {
        in_kind, threat, ..
    } = *weights;
    let severity = weight[Consideration::Retaliation] + weight[Consideration::Ties]
        - 2.0 * in_kind * weight[Consideration::Reciprocity];
    let falling_short = weight[Consideration::Reputation] + weight[Consideration::Domestic];
    let audience = weight[Consideration::Audience];
    let gain = weight[Consideration::Gain];
    let diversion = weight[Consideration::Diversion];
    let overstretch = weight[Consideration::Overstretch];
    let mediation = weight[Consideration::Mediation];
    let mut best = [f64::MIN; LANES];
    let rungs = lanes(&features.constant)
        .zip(lanes(&ladder.severity))
        .zip(lanes(&ladder.effort))
        .zip(lanes(&features.beyond))
        .zip(lanes(&features.reaching))
        .zip(lanes(&features.seen_force));
    let lanes_of_values = values.as_chunks_mut::<LANES>().0.iter_mut();
    for (lane, (((((constant, s), effort), beyond), reaching), seen_force)) in
        lanes_of_values.zip(rungs).take(ladder.len.div_ceil(LANES))
    {
        let mut value = [0.0; LANES];
        for x in 0..LANES {
            value[x] = (constant[x] + severity * s[x])
                + (falling_short * at_least(in_kind - s[x], 0.0)
                    + audience * at_least(threat - s[x], 0.0))
                + (overstretch * effort[x] + mediation * beyond[x])
                + (gain * reaching[x] + diversion * seen_force[x]);
            best[x] = at_least(value[x], best[x]);
        }
        *lane = value;
    }
    at_least(at_least(best[0], best[2]), at_least(best[1], best[3]))
}

/// The weights times the precision.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
fn sharpened(weight: &PerConsideration<f64>, precision: f64) -> PerConsideration<f64> {
    let mut sharpened = *weight;
    for weight in &mut sharpened {
        *weight *= precision;
    }
    sharpened
}

#[cfg(test)]
mod tests;
