//! Costs of going on: commitments elsewhere, spent stocks, and the fear that the crisis gets out of hand.
//!
//! The fear rises with the cube of severity, and with the chance that an act slips into war by itself: the threat
//! that leaves something to chance (Schelling 1960, 1966).

use crate::parameters::{Actor, Dynamics};
use crate::stats::at_least;

/// One actor's burdens.
#[derive(Clone, Copy, Debug)]
pub struct Strain {
    /// Its commitments elsewhere.
    pub load: f64,
    /// Its stocks, 1 at full.
    pub readiness: f64,
}

impl Strain {
    /// As the trial begins.
    #[must_use]
    pub const fn start(actor: &Actor) -> Self {
        Self {
            load: actor.strain,
            readiness: 1.0,
        }
    }

    /// Time refills the stocks: the share `kept` of what is missing is left.
    #[inline]
    pub fn pass(&mut self, kept: f64) {
        self.readiness = 1.0 - (1.0 - self.readiness) * kept;
    }

    /// Applies an act with this effort.
    #[inline]
    pub fn acted(&mut self, dynamics: &Dynamics, effort: f64) {
        self.readiness = at_least(self.readiness - dynamics.effort_drain * effort, 0.0);
    }

    /// Weight on effort.
    #[inline]
    #[must_use]
    pub fn strain_weight(&self, actor: &Actor, dynamics: &Dynamics) -> f64 {
        -(actor.concern_for_strain * self.load + dynamics.fatigue * (1.0 - self.readiness))
    }
}

/// Weight on the danger of a rung.
#[inline]
#[must_use]
pub fn war_weight(actor: &Actor) -> f64 {
    -actor.fear_of_war
}

/// The danger that an actor sees in a rung of severity `s`.
#[inline]
#[must_use]
pub fn danger(s: f64, war_risk: f64, channel: f64) -> f64 {
    s * s * s + chance_of_accident(war_risk, channel)
}

/// The chance that an act leads to war by accident. An open channel halves it at most.
#[inline]
#[must_use]
pub fn chance_of_accident(war_risk: f64, channel: f64) -> f64 {
    war_risk * (1.0 - 0.5 * channel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stocks_are_spent_never_below_nothing_and_refill() {
        let mut strain = Strain::start(&Actor::default());
        let dynamics = Dynamics {
            effort_drain: 0.5,
            ..Dynamics::default()
        };
        strain.acted(&dynamics, 0.8);
        assert!((strain.readiness - 0.6).abs() < 1e-15);
        strain.pass(0.5);
        assert!((strain.readiness - 0.8).abs() < 1e-15);
        strain.acted(&dynamics, 10.0);
        assert_eq!(strain.readiness, 0.0);
        let actor = Actor {
            concern_for_strain: 2.0,
            ..Actor::default()
        };
        strain.load = 0.3;
        assert!((strain.strain_weight(&actor, &dynamics) + 0.6 + dynamics.fatigue).abs() < 1e-15);
    }

    #[test]
    fn talking_halves_the_risk_of_a_slip() {
        assert_eq!(chance_of_accident(0.04, 1.0), 0.02);
        assert!((danger(0.5, 0.1, 0.0) - 0.225).abs() < 1e-15);
    }
}
