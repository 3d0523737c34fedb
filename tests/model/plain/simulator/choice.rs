//! How the plain program chooses a rung.

use super::{Plain, u};

impl Plain<'_> {
    /// A rung by the ten considerations, then perhaps a part of the state that overrides it.
    pub(super) fn choose(&mut self, j: usize, q: f64, vis: f64) -> usize {
        let numbers = &self.model.numbers;
        let engaged = numbers
            .leverage
            .iter()
            .zip(&self.state.engaged)
            .filter(|&(_, &engaged)| engaged);
        let mediation = engaged
            .map(|(leverage, _)| leverage[j].leverage)
            .sum::<f64>()
            .min(1.0);
        let odds: Vec<f64> = (0..numbers.rungs.len())
            .map(|x| self.value(j, x, q, vis, mediation))
            .collect();
        let best = odds.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds: Vec<f64> = odds
            .iter()
            .map(|v| (numbers.actors[j].steadiness * (v - best)).exp())
            .collect();
        let mut left = u(&mut self.dice) * odds.iter().sum::<f64>();
        let chosen = odds.iter().position(|p| {
            left -= p;
            left < 0.0
        });
        let chosen = chosen.unwrap_or(odds.len() - 1);
        let rogue = u(&mut self.dice) < numbers.actors[j].unauthorised;
        if rogue {
            chosen.max(self.model.unauthorised_rung)
        } else {
            chosen
        }
    }

    /// The ten considerations summed.
    fn value(&self, j: usize, x: usize, q: f64, vis: f64, mediation: f64) -> f64 {
        let (model, numbers, state) = (self.model, &self.model.numbers, &self.state);
        let (me, other, rung) = (
            &numbers.actors[j],
            &numbers.actors[1 - j],
            &numbers.rungs[x],
        );
        let (dynamics, relations, s) = (&numbers.dynamics, &numbers.relations, rung.severity);
        let own_fronts = numbers
            .fronts
            .iter()
            .zip(&model.front_actors)
            .filter(|&(_, &actor)| actor as usize == j);
        let watched =
            me.concern_for_reputation + own_fronts.map(|(front, _)| front.watching).sum::<f64>();
        let (g, cover) = (
            me.proportionality * q,
            1.0 - dynamics.mediator_cover * mediation,
        );
        let under = (g - s).max(0.0);
        let belief = state.hits_back[j] / (state.hits_back[j] + state.lets_pass[j]);
        let seen = match (model.deniable[x], model.force[x]) {
            (true, _) => dynamics.deniable_discount,
            (_, false) => 1.0,
            _ => me.publicity + (1.0 - me.publicity) * dynamics.deniable_discount,
        };
        let load =
            me.concern_for_strain * state.strain[j] + dynamics.fatigue * (1.0 - state.readiness[j]);
        let above = (s - numbers.rungs[model.off_ramp].severity).max(0.0);
        [
            -me.reciprocity * (s - g).powi(2),
            -watched * (1.5 - state.standing[j]) * vis * under,
            -state.pressure[j] * vis * under * cover,
            -me.audience_cost * (state.commitment[j] - s).max(0.0) * cover,
            me.signalling * seen * s,
            -me.fear_of_retaliation * belief * (other.strength / me.strength) * s,
            -me.fear_of_war * (s.powi(3) + rung.war_risk * (1.0 - 0.5 * relations.channel)),
            -load * rung.effort,
            -dynamics.mediator_pull * mediation * above,
            -me.value_of_ties * (state.trust + relations.interdependence) * s,
        ]
        .iter()
        .sum()
    }
}
