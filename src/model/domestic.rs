//! Anger at home, and what a government has publicly threatened.
//!
//! Provocations that are seen at home raise pressure to answer (Hall 2017; Dafoe, Hatz and Zhang
//! 2021); an answer vents some of it. A use of force that is seen may also divert that anger
//! (Mueller 1970; Levy 1989). A leader who backs down from a public act or threat pays an audience
//! cost (Fearon 1994, 1997; Tomz 2007), which ties its hands (Schelling 1960) and makes the other
//! believe the threat. For caution: publics also punish the threat itself (Kertzer and Brutger
//! 2016); leaders seldom say what they cannot take back (Snyder and Borghard 2011; Trachtenberg
//! 2012).

use crate::parameters::{Actor, Dynamics};
use crate::stats::{at_least, at_most};

/// One actor's state at home.
#[derive(Clone, Copy, Debug)]
pub struct Domestic {
    /// Anger at home.
    pub pressure: f64,
    /// The severity of its latest public act or threat.
    pub threat: f64,
}

impl Domestic {
    /// As the trial begins.
    #[must_use]
    pub const fn start(actor: &Actor) -> Self {
        Self {
            pressure: actor.domestic_pressure,
            threat: actor.public_threat,
        }
    }

    /// Time cools both; `kept` is the share that is left.
    #[inline]
    pub fn pass(&mut self, kept: f64) {
        self.pressure *= kept;
        self.threat *= kept;
    }

    /// A provocation of size `q` raises pressure, as far as there is an audience for it (`vis`, 0
    /// to 1).
    #[inline]
    pub fn provoked(&mut self, actor: &Actor, q: f64, vis: f64) {
        self.pressure += actor.public_sensitivity * q * vis;
    }

    /// An act of severity `s` vents anger, the more the nearer it comes to a full answer `g`.
    #[inline]
    pub fn vented(&mut self, dynamics: &Dynamics, s: f64, g: f64) {
        let fullness = if g > 0.0 { at_most(s / g, 1.0) } else { 1.0 };
        self.pressure *= 1.0 - dynamics.catharsis * fullness;
    }

    /// An actor stands by its latest announced act, of severity `s`: a strike threatens more of it,
    /// and stepping down takes a threat back.
    #[inline]
    pub fn announced(&mut self, s: f64) {
        self.threat = s;
    }

    /// Weight on falling short of an answer in kind, for those at home.
    #[inline]
    #[must_use]
    pub fn domestic_weight(&self, vis: f64, cover: f64) -> f64 {
        -self.pressure * vis * cover
    }

    /// Weight on the severity of force that is seen.
    #[inline]
    #[must_use]
    pub fn diversion_weight(&self, actor: &Actor) -> f64 {
        actor.diversion * self.pressure
    }

    /// How far the other believes the threat: as far as backing down would cost its author (Fearon
    /// 1997).
    #[inline]
    #[must_use]
    pub fn credible_threat(&self, credibility: f64) -> f64 {
        credibility * self.threat
    }

    /// Weight on falling short of what it has publicly threatened.
    #[inline]
    #[must_use]
    pub fn audience_weight(actor: &Actor, cover: f64) -> f64 {
        -actor.audience_cost * cover
    }

    /// How far severity `s` falls short of the threat.
    #[inline]
    #[must_use]
    pub fn backing_down(threat: f64, s: f64) -> f64 {
        at_least(threat - s, 0.0)
    }
}

/// How credible an actor's threats are, 0 to 1, for what backing down would cost it.
#[inline]
#[must_use]
pub fn credibility(actor: &Actor) -> f64 {
    actor.audience_cost / (1.0 + actor.audience_cost)
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
                catharsis: 0.5,
                ..Dynamics::default()
            },
            0.4,
            0.8,
        );
        assert!((home.pressure - 0.45).abs() < 1e-15);
    }

    #[test]
    fn threats_are_believed_as_far_as_backing_down_costs() {
        let author = |audience_cost| Actor {
            audience_cost,
            public_threat: 0.6,
            ..Actor::default()
        };
        let believed =
            |cost| Domestic::start(&author(cost)).credible_threat(credibility(&author(cost)));
        assert_eq!(believed(0.0), 0.0);
        assert!((believed(2.0) - 0.4).abs() < 1e-15);
    }

    #[test]
    fn anger_at_home_is_what_there_is_to_divert() {
        let actor = Actor {
            diversion: 0.5,
            domestic_pressure: 1.2,
            ..Actor::default()
        };
        assert!((Domestic::start(&actor).diversion_weight(&actor) - 0.6).abs() < 1e-15);
    }

    #[test]
    fn a_generous_answer_to_nothing_vents_all_it_can() {
        let mut home = Domestic {
            pressure: 1.0,
            threat: 0.0,
        };
        home.vented(
            &Dynamics {
                catharsis: 0.25,
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
            threat: 0.7,
        };
        home.announced(0.2);
        assert_eq!(home.threat, 0.2);
        assert!((Domestic::backing_down(home.threat, 0.05) - 0.15).abs() < 1e-15);
        assert_eq!(Domestic::backing_down(home.threat, 0.5), 0.0);
    }
}
