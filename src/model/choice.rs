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
    Audience, Domestic as AtHome, Mediation, Reciprocity, Reputation, Retaliation, Signalling, Strain, Ties, War,
};
use super::ladder::{LANES, PerRung, lanes};
use super::{
    CONSIDERATIONS, PerConsideration, Side, State, World, deterrence, domestic::Domestic, mediation, relations::Trust,
    strain,
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
        let mut features = Self { steadiness: actor.steadiness * std::f64::consts::LOG2_E, ..Self::none() };
        for (x, rung) in numbers.rungs.iter().enumerate() {
            let s = ladder.severity[x];
            let seen = deterrence::seen(actor, &numbers.dynamics, ladder.force[x], ladder.deniable[x]);
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
        Self { weight, in_kind: in_kind(own, q), commitment: home.commitment }
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
    let Weights { in_kind, commitment, .. } = *weights;
    let severity = weight[Retaliation] + weight[Ties] - 2.0 * in_kind * weight[Reciprocity];
    let falling_short = weight[Reputation] + weight[AtHome];
    let audience = weight[Audience];
    let strain = weight[Strain];
    let mediation = weight[Mediation];
    // Less the largest, so that no power runs over; adding a constant changes no chance.
    let mut best = [f64::MIN; LANES];
    let rungs =
        lanes(&features.constant).zip(lanes(&ladder.severity)).zip(lanes(&ladder.effort)).zip(lanes(&features.beyond));
    let fours = ladder.len.div_ceil(LANES);
    for (lane, (((constant, s), effort), beyond)) in odds.as_chunks_mut::<LANES>().0.iter_mut().zip(rungs).take(fours) {
        let mut value = [0.0; LANES];
        for x in 0..LANES {
            value[x] = (constant[x] + severity * s[x])
                + (falling_short * at_least(in_kind - s[x], 0.0) + audience * at_least(commitment - s[x], 0.0))
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
mod tests {
    use super::*;
    use crate::model::Blueprint;
    use crate::model::testing::blueprint;

    /// softmax(1, 2, 3) = .09003057317, .24472847105, .66524095577: a ladder on which signalling alone counts.
    #[test]
    fn the_logit_is_the_softmax() {
        let mut plain: Blueprint = blueprint(3);
        plain.numbers.actors[0] = Actor { signalling: 2.0, steadiness: 1.0, ..silent() };
        let world = World::new(&crate::model::Model::new(plain).unwrap());
        let weights = Weights::new(&world, &State::new(&world), Side::Opener, 0.0, 1.0);
        let odds = odds_of(&world, Side::Opener, &weights);
        // Severities 0, 0.5 and 1 times 2 are values 0, 1 and 2.
        let sum: f64 = odds[..3].iter().sum();
        for (chance, expected) in odds.iter().zip([0.090_030_573_17, 0.244_728_471_05, 0.665_240_955_77]) {
            assert!((chance / sum - expected).abs() < 1e-11);
        }
    }

    fn odds_of(world: &World, side: Side, weights: &Weights) -> PerRung {
        let mut odds = [0.0; MAX_RUNGS];
        super::odds(world, side, weights, &mut odds);
        odds
    }

    /// An actor that cares for nothing.
    fn silent() -> Actor {
        Actor {
            reciprocity: 0.0,
            concern_for_reputation: 0.0,
            domestic_pressure: 0.0,
            signalling: 0.0,
            fear_of_retaliation: 0.0,
            fear_of_war: 0.0,
            concern_for_strain: 0.0,
            value_of_ties: 0.0,
            publicity: 1.0,
            ..Actor::default()
        }
    }

    #[test]
    fn steadiness_zero_gives_equal_chances() {
        let mut plain = blueprint(5);
        plain.numbers.actors[1].steadiness = 0.0;
        let world = World::new(&crate::model::Model::new(plain).unwrap());
        let odds = odds_of(&world, Side::Other, &Weights::new(&world, &State::new(&world), Side::Other, 0.7, 1.0));
        assert_eq!(odds[..5], [1.0; 5]);
        assert!(odds[5] < 1e-300, "beyond the last rung");
    }

    /// The ten terms are an exact split: their sums differ between rungs as the log-odds do.
    #[test]
    fn the_considerations_add_up_to_the_log_odds() {
        let mut full = blueprint(9);
        full.numbers.actors[0] = Actor { audience_cost: 2.0, strain: 0.5, domestic_pressure: 1.0, ..Actor::default() };
        let world = World::new(&crate::model::Model::new(full).unwrap());
        let mut state = State::new(&world);
        (state.mediation, state.domestic[0].commitment, state.strain[0].readiness) = ([0.7, 0.2], 0.6, 0.8);
        let weights = Weights::new(&world, &state, Side::Opener, 0.55, 0.8);
        let odds = odds_of(&world, Side::Opener, &weights);
        let value = |x| weights.considerations(&world, Side::Opener, x).iter().sum::<f64>();
        for x in 1..9 {
            let log_odds = (odds[x] / odds[0]).ln();
            let split = world.numbers.actors[0].steadiness * (value(x) - value(0));
            assert!((log_odds - split).abs() < 1e-12, "{x}: {log_odds} {split}");
        }
        assert!(
            weights.considerations(&world, Side::Opener, 8).iter().all(|&term| term != 0.0 || term.is_sign_negative())
        );
    }
}
