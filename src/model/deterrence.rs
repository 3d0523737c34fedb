//! Deterrence: a reputation for resolve, the belief that the other hits back, the gain if it gives
//! way, and third parties that watch.
//!
//! Reputation follows what an actor does about provocations (Schelling 1966; Jervis 1970; Weisiger
//! and Yarhi-Milo 2015; against it Mercer 1996 and Press 2005). It is lost by swallowing a blow,
//! and missed most where it is low. Fronts are third parties that move against whoever looks weak,
//! in quiet as in a crisis.
//!
//! Punishment deters by the belief in it (Schelling 1966; Snyder 1961), and belief is learnt from
//! answers seen, also across crises (Leng 1983): counts of hits and misses, as in a beta
//! distribution. A public threat of the other is believed as far as backing down would cost it
//! (Fearon 1997). There must be something to gain from an opponent that gives way: without a
//! challenger there is nothing to deter (Morgan 1977). Defences deny that gain, and blunt the
//! answer (Snyder 1961; Mearsheimer 1983).

use super::Clock;
use crate::parameters::{Actor, Dynamics, Front};
use crate::stats::at_most;

/// One actor's reputation and belief.
#[derive(Clone, Copy, Debug)]
pub struct Deterrence {
    /// Its reputation for resolve, 0 to 1.
    pub reputation: f64,
    /// Answers in kind that it reckons with, as a count.
    pub hits: f64,
    /// Milder answers that it reckons with, as a count.
    pub misses: f64,
}

impl Deterrence {
    /// As the trial begins.
    #[must_use]
    pub fn start(actor: &Actor) -> Self {
        let belief = actor.belief_in_retaliation;
        Self {
            reputation: actor.reputation_for_resolve,
            hits: belief * actor.belief_strength,
            misses: (1.0 - belief) * actor.belief_strength,
        }
    }

    /// How likely it thinks the other is to hit back, of whom it believes a threat of this
    /// severity.
    #[inline]
    #[must_use]
    pub fn belief(&self, credible_threat: f64) -> f64 {
        1.0 - self.misses / (self.hits + self.misses) * (1.0 - credible_threat)
    }

    /// It acted with severity `s` on a provocation `q` > 0: reputation moves towards how full the
    /// answer was.
    #[inline]
    pub fn answered(&mut self, dynamics: &Dynamics, s: f64, q: f64) {
        self.reputation +=
            dynamics.reputation_rate * at_most(q, 1.0) * (at_most(s / q, 1.0) - self.reputation);
    }

    /// It saw the other answer its act of severity `own` with severity `s`: at least half counts as
    /// hitting back.
    #[inline]
    pub fn learned(&mut self, actor: &Actor, own: f64, s: f64) {
        if s >= 0.5 * own {
            self.hits += actor.learning;
        } else {
            self.misses += actor.learning;
        }
    }

    /// Weight on falling short of an answer in kind, before third parties; `concern` includes those
    /// that watch.
    #[inline]
    #[must_use]
    pub fn reputation_weight(&self, concern: f64, vis: f64) -> f64 {
        -concern * (1.5 - self.reputation) * vis
    }
}

/// Weight on severity, for being hit back with this chance by one so much `stronger`, through the
/// actor's own defences.
#[inline]
#[must_use]
pub fn retaliation_weight(own: &Actor, belief: f64, stronger: f64) -> f64 {
    -own.fear_of_retaliation * belief * stronger * (1.0 - own.denial)
}

/// Weight on severity as far as it reaches the other, for what there is to gain if the other gives
/// way.
#[inline]
#[must_use]
pub fn gain_weight(own: &Actor, belief: f64) -> f64 {
    own.stake * (1.0 - belief)
}

/// What of an act of severity `s` reaches an opponent with these defences, which blunt force alone.
#[inline]
#[must_use]
pub fn reaching(s: f64, force: bool, opponent: &Actor) -> f64 {
    if force {
        (1.0 - opponent.denial) * s
    } else {
        s
    }
}

/// One front of one actor, during a trial.
#[derive(Clone, Copy, Debug)]
pub struct FrontState {
    clock: Clock,
    open: bool,
}

impl FrontState {
    /// Closed, as the trial begins.
    #[must_use]
    pub const fn start(uniform: f64) -> Self {
        Self {
            clock: Clock::start(uniform),
            open: false,
        }
    }

    /// Lets `dt` days pass, with its actor at this reputation; whether it opened.
    #[inline]
    pub fn pass(&mut self, front: &Front, reputation: f64, dt: f64) -> bool {
        if self.open {
            return false;
        }
        self.open = self
            .clock
            .pass(front.opens_per_day * (1.0 - reputation) * dt);
        self.open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (a + s) / (a + b + n) after s of n, in whatever order: 7 of 10 on Beta(2, 3).
    #[test]
    fn belief_is_counting_and_order_does_not_matter() {
        let actor = Actor {
            belief_in_retaliation: 0.4,
            belief_strength: 5.0,
            ..Actor::default()
        };
        let (mut one, mut two) = (Deterrence::start(&actor), Deterrence::start(&actor));
        for answer in 0..10 {
            one.learned(&actor, 0.5, if answer < 7 { 0.25 } else { 0.1 });
            two.learned(&actor, 0.5, if answer >= 3 { 0.6 } else { 0.24 });
        }
        assert!((one.belief(0.0) - 0.6).abs() < 1e-15 && one.belief(0.0) == two.belief(0.0));
    }

    #[test]
    fn reputation_moves_half_way_to_a_full_answer_and_falls_when_a_blow_is_swallowed() {
        let mut state = Deterrence::start(&Actor {
            reputation_for_resolve: 0.6,
            ..Actor::default()
        });
        state.answered(&Dynamics::default(), 0.9, 1.2);
        assert!((state.reputation - (0.6 + 0.5 * (0.75 - 0.6))).abs() < 1e-15);
        state.answered(&Dynamics::default(), 0.0, 0.5);
        assert!((state.reputation - 0.675 * 0.75).abs() < 1e-15);
    }

    /// A threat that is believed in full makes the other sure, however unsure it was.
    #[test]
    fn a_believed_threat_closes_the_gap_in_belief() {
        let state = Deterrence::start(&Actor {
            belief_in_retaliation: 0.2,
            ..Actor::default()
        });
        assert!((state.belief(0.0) - 0.2).abs() < 1e-15);
        assert!((state.belief(0.5) - 0.6).abs() < 1e-15);
        assert_eq!(state.belief(1.0), 1.0);
    }

    #[test]
    fn a_shield_denies_gain_and_blunts_the_answer_for_its_owner() {
        let shielded = Actor {
            denial: 0.75,
            stake: 2.0,
            fear_of_retaliation: 2.0,
            ..Actor::default()
        };
        assert_eq!(reaching(0.5, true, &shielded), 0.125);
        assert_eq!(reaching(0.5, false, &shielded), 0.5);
        assert_eq!(retaliation_weight(&shielded, 0.5, 2.0), -0.5);
        assert_eq!(gain_weight(&shielded, 0.25), 1.5);
    }

    #[test]
    fn a_front_opens_once_and_not_against_the_strong() {
        let front = Front {
            opens_per_day: 1.0,
            ..Front::default()
        };
        let mut state = FrontState::start(0.5);
        assert!(!state.pass(&front, 1.0, 1e6));
        assert!(!state.pass(&front, 0.0, 0.5));
        assert!(state.pass(&front, 0.0, 0.2));
        assert!(!state.pass(&front, 0.0, 1e6));
    }
}
