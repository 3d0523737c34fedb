//! Costs of going on: what is on an actor's hands elsewhere, spent stocks, and the fear that the
//! crisis gets out of hand.
//!
//! The fear rises with the cube of severity, and with the chance that an act slips into war by
//! itself: the threat that leaves something to chance (Schelling 1960, 1966).

use crate::parameters::{Actor, Dynamics};
use crate::stats::at_least;

/// One actor's burdens.
#[derive(Clone, Copy, Debug)]
pub struct Overstretch {
    /// What is on its hands elsewhere.
    pub load: f64,
    /// Its stocks, 1 at full.
    pub readiness: f64,
}

impl Overstretch {
    /// As the trial begins.
    #[must_use]
    pub const fn start(actor: &Actor) -> Self {
        Self {
            load: actor.overstretch,
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
    pub fn overstretch_weight(&self, actor: &Actor, dynamics: &Dynamics) -> f64 {
        -(actor.cost_of_overstretch * self.load + dynamics.fatigue * (1.0 - self.readiness))
    }
}

/// Weight on the danger of a rung. An actor that relies on mediators fears less, whether or not
/// they act: the moral hazard of brokered crises (Kuperman 2008; Yusuf 2018). `hold` is their
/// leverage on the other, 0 to 1.
#[inline]
#[must_use]
pub fn escalation_weight(actor: &Actor, hold: f64) -> f64 {
    -actor.fear_of_escalation * (1.0 - actor.reliance_on_mediators * hold)
}

/// The danger that an actor sees in a rung of severity `s`.
#[inline]
#[must_use]
pub fn danger(s: f64, war_risk: f64, crisis_communication: f64) -> f64 {
    s * s * s + chance_of_accident(war_risk, crisis_communication)
}

/// The chance that an act slips into war by itself. Talking halves it at most.
#[inline]
#[must_use]
pub fn chance_of_accident(war_risk: f64, crisis_communication: f64) -> f64 {
    war_risk * (1.0 - 0.5 * crisis_communication)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stocks_are_spent_never_below_nothing_and_refill() {
        let mut burden = Overstretch::start(&Actor::default());
        let dynamics = Dynamics {
            effort_drain: 0.5,
            ..Dynamics::default()
        };
        burden.acted(&dynamics, 0.8);
        assert!((burden.readiness - 0.6).abs() < 1e-15);
        burden.pass(0.5);
        assert!((burden.readiness - 0.8).abs() < 1e-15);
        burden.acted(&dynamics, 10.0);
        assert_eq!(burden.readiness, 0.0);
        let actor = Actor {
            cost_of_overstretch: 2.0,
            ..Actor::default()
        };
        burden.load = 0.3;
        assert!(
            (burden.overstretch_weight(&actor, &dynamics) + 0.6 + dynamics.fatigue).abs() < 1e-15
        );
    }

    #[test]
    fn who_relies_on_mediators_fears_less_as_far_as_they_can_hold_the_other_back() {
        let actor = Actor {
            fear_of_escalation: 2.0,
            reliance_on_mediators: 0.5,
            ..Actor::default()
        };
        assert_eq!(escalation_weight(&actor, 0.0), -2.0);
        assert_eq!(escalation_weight(&actor, 0.6), -1.4);
    }

    #[test]
    fn talking_halves_the_risk_of_a_slip() {
        assert_eq!(chance_of_accident(0.04, 1.0), 0.02);
        assert!((danger(0.5, 0.1, 0.0) - 0.225).abs() < 1e-15);
    }
}
