//! How the plain program chooses a rung.

use super::{Fault, Plain, u};

impl Plain<'_> {
    /// A rung by the twelve considerations, then perhaps a part of the state that overrides it.
    pub(super) fn choose(&mut self, j: usize, q: f64, vis: f64) -> usize {
        let numbers = &self.model.numbers;
        let values: Vec<f64> = (0..numbers.rungs.len())
            .map(|x| self.value(j, x, q, vis))
            .collect();
        let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds: Vec<f64> = values
            .iter()
            .map(|v| (numbers.actors[j].choice_precision * (v - best)).exp())
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

    /// The engaged mediators' leverage on `j`.
    fn mediation(&self, j: usize) -> f64 {
        let parties = self.model.numbers.leverage.iter().zip(&self.state.engaged);
        let engaged = parties.filter(|&(_, &engaged)| engaged);
        let sum: f64 = engaged.map(|(leverage, _)| leverage[j].leverage).sum();
        sum.min(1.0)
    }

    /// How likely `j` thinks it that the other hits back, with what the other has publicly
    /// threatened.
    fn belief(&self, j: usize) -> f64 {
        let cost = self.model.numbers.actors[1 - j].audience_cost;
        let credible = cost / (1.0 + cost) * self.state.threat[1 - j];
        let a = self.state.hits_back[j];
        let b = self.state.lets_pass[j];
        1.0 - (1.0 - a / (a + b)) * (1.0 - credible)
    }

    /// How far an act of `j` on rung `x` will be seen as its own.
    fn will_be_seen(&self, j: usize, x: usize) -> f64 {
        let actors = &self.model.numbers.actors;
        let discount = self.model.numbers.dynamics.deniable_discount;
        let disclosure = match self.fault {
            Fault::NoDisclosure => 0.0,
            _ => actors[1 - j].disclosure,
        };
        let known = 1.0 - (1.0 - actors[j].publicity) * (1.0 - disclosure);
        match (self.model.deniable[x], self.model.force[x]) {
            (true, _) => discount,
            (_, false) => 1.0,
            _ => known + (1.0 - known) * discount,
        }
    }

    /// Concern for reputation, with the audience on all fronts.
    fn concern_for_reputation(&self, j: usize) -> f64 {
        let numbers = &self.model.numbers;
        let fronts = numbers.fronts.iter().zip(&self.model.front_actors);
        let own = fronts.filter(|&(_, &actor)| actor as usize == j);
        let audience: f64 = own.map(|(front, _)| front.audience_weight).sum();
        numbers.actors[j].concern_for_reputation + audience
    }

    /// The fear of escalation that is left to one that counts on mediators to hold the other back.
    fn fear_of_escalation(&self, j: usize) -> f64 {
        let numbers = &self.model.numbers;
        let leverage = numbers.leverage.iter().map(|both| both[1 - j].leverage);
        let all = leverage.sum::<f64>().min(1.0);
        let me = &numbers.actors[j];
        me.fear_of_escalation * (1.0 - me.reliance_on_mediators * all)
    }

    /// The twelve considerations summed.
    fn value(&self, j: usize, x: usize, q: f64, vis: f64) -> f64 {
        let numbers = &self.model.numbers;
        let state = &self.state;
        let me = &numbers.actors[j];
        let other = &numbers.actors[1 - j];
        let rung = &numbers.rungs[x];
        let dynamics = &numbers.dynamics;
        let relations = &numbers.relations;
        let s = rung.severity;
        let f = f64::from(u8::from(self.model.force[x]));
        let g = me.response_ratio * q;
        let mediation = self.mediation(j);
        let cover = 1.0 - dynamics.mediator_cover * mediation;
        let under = (g - s).max(0.0);
        let belief = self.belief(j);
        let seen = self.will_be_seen(j, x);
        let weak = self.concern_for_reputation(j) * (1.5 - state.reputation[j]);
        let slip = rung.war_risk * (1.0 - 0.5 * relations.crisis_communication);
        let stronger = other.strength / me.strength;
        let load = me.cost_of_overstretch * state.overstretch[j]
            + dynamics.fatigue * (1.0 - state.readiness[j]);
        let above = (s - numbers.rungs[self.model.off_ramp].severity).max(0.0);
        [
            -me.reciprocity * (s - g).powi(2),
            -weak * vis * under,
            -state.pressure[j] * vis * under * cover,
            -me.audience_cost * (state.threat[j] - s).max(0.0) * cover,
            me.show_of_force * seen * s,
            me.stake * (1.0 - belief) * (1.0 - f * other.denial) * s,
            me.diversion * state.pressure[j] * seen * s * f,
            -me.fear_of_retaliation * belief * stronger * (1.0 - me.denial) * s,
            -self.fear_of_escalation(j) * (s.powi(3) + slip),
            -load * rung.effort,
            -dynamics.mediator_pull * mediation * above,
            -me.value_of_ties * (state.trust + relations.interdependence) * s,
        ]
        .iter()
        .sum()
    }
}
