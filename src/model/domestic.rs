//! Anger at home, and what a government has publicly bound itself to.
//!
//! Provocations that are seen at home raise pressure to answer (belligerence costs: Kertzer and Brutger 2016); an
//! answer vents some of it. A leader who backs down from a public act or threat pays an audience cost (Fearon 1994;
//! Tomz 2007), which is what makes commitment bind (Schelling 1960).

use crate::parameters::{Actor, Dynamics};
use crate::stats::{at_least, at_most};

/// One actor's state at home.
#[derive(Clone, Copy, Debug)]
pub struct Domestic {
    /// Anger at home.
    pub pressure: f64,
    /// The severity of its latest public act or threat.
    pub commitment: f64,
}

impl Domestic {
    /// As the trial begins.
    #[must_use]
    pub const fn start(actor: &Actor) -> Self {
        Self {
            pressure: actor.domestic_pressure,
            commitment: actor.commitment,
        }
    }

    /// Time cools both; `kept` is the share that is left.
    #[inline]
    pub fn pass(&mut self, kept: f64) {
        self.pressure *= kept;
        self.commitment *= kept;
    }

    /// A provocation of size `q` raises pressure, as far as there is an audience for it (`vis`, 0 to 1).
    #[inline]
    pub fn provoked(&mut self, actor: &Actor, q: f64, vis: f64) {
        self.pressure += actor.public_sensitivity * q * vis;
    }

    /// An act of severity `s` vents anger, the more the nearer it comes to a full answer `g`.
    #[inline]
    pub fn vented(&mut self, dynamics: &Dynamics, s: f64, g: f64) {
        let fullness = if g > 0.0 { at_most(s / g, 1.0) } else { 1.0 };
        self.pressure *= 1.0 - dynamics.anger_vented * fullness;
    }

    /// A public act sets the commitment to its severity `s`, even if that is lower than before.
    #[inline]
    pub fn acted_in_public(&mut self, s: f64) {
        self.commitment = s;
    }

    /// Weight on falling short of an answer in kind, for those at home.
    #[inline]
    #[must_use]
    pub fn domestic_weight(&self, vis: f64, cover: f64) -> f64 {
        -self.pressure * vis * cover
    }

    /// Weight on falling short of what it has publicly bound itself to.
    #[inline]
    #[must_use]
    pub fn audience_weight(actor: &Actor, cover: f64) -> f64 {
        -actor.audience_cost * cover
    }

    /// How far severity `s` falls short of the commitment.
    #[inline]
    #[must_use]
    pub fn backing_down(commitment: f64, s: f64) -> f64 {
        at_least(commitment - s, 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provoked_then_vented_by_half_an_answer() {
        let actor = Actor {
            domestic_pressure: 0.4,
            public_sensitivity: 0.5,
            ..Actor::default()
        };
        let mut home = Domestic::start(&actor);
        home.provoked(&actor, 0.8, 0.5);
        assert!((home.pressure - 0.6).abs() < 1e-15);
        home.vented(
            &Dynamics {
                anger_vented: 0.5,
                ..Dynamics::default()
            },
            0.4,
            0.8,
        );
        assert!((home.pressure - 0.45).abs() < 1e-15);
    }

    #[test]
    fn a_generous_answer_to_nothing_vents_all_it_can() {
        let mut home = Domestic {
            pressure: 1.0,
            commitment: 0.0,
        };
        home.vented(
            &Dynamics {
                anger_vented: 0.25,
                ..Dynamics::default()
            },
            0.0,
            0.0,
        );
        assert_eq!(home.pressure, 0.75);
    }

    #[test]
    fn the_latest_public_act_counts_not_the_gravest() {
        let mut home = Domestic {
            pressure: 0.0,
            commitment: 0.7,
        };
        home.acted_in_public(0.2);
        assert_eq!(home.commitment, 0.2);
        assert!((Domestic::backing_down(home.commitment, 0.05) - 0.15).abs() < 1e-15);
        assert_eq!(Domestic::backing_down(home.commitment, 0.5), 0.0);
    }
}
