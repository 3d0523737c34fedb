//! Deterrence: a reputation for resolve, the belief that the other hits back, and third parties that watch.
//!
//! Standing follows what an actor does about provocations (Jervis 1970; against: Mercer 1996); it is lost by swallowing
//! a blow, and missed most where it is low. Punishment deters by the belief in it (Snyder 1961; Schelling 1966), and
//! belief is learnt from answers seen: counts of hits and misses, as in a beta distribution. Fronts are third parties
//! that move against whoever looks weak.

use super::Clock;
use crate::parameters::{Actor, Dynamics, Front};
use crate::stats::at_most;

/// One actor's reputation and belief.
#[derive(Clone, Copy, Debug)]
pub struct Deterrence {
    /// Its reputation for resolve, 0 to 1.
    pub standing: f64,
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
            standing: actor.standing,
            hits: belief * actor.belief_strength,
            misses: (1.0 - belief) * actor.belief_strength,
        }
    }

    /// How likely it thinks the other is to hit back.
    #[inline]
    #[must_use]
    pub fn belief(&self) -> f64 {
        self.hits / (self.hits + self.misses)
    }

    /// It acted with severity `s` on a provocation `q` > 0: standing moves towards how full the answer was.
    #[inline]
    pub fn answered(&mut self, dynamics: &Dynamics, s: f64, q: f64) {
        self.standing +=
            dynamics.standing_rate * at_most(q, 1.0) * (at_most(s / q, 1.0) - self.standing);
    }

    /// It saw the other answer its act of severity `own` with severity `s`: at least half counts as hitting back.
    #[inline]
    pub fn learned(&mut self, dynamics: &Dynamics, own: f64, s: f64) {
        if s >= 0.5 * own {
            self.hits += dynamics.learning;
        } else {
            self.misses += dynamics.learning;
        }
    }

    /// Weight on falling short of an answer in kind, before third parties; `concern` includes those that watch.
    #[inline]
    #[must_use]
    pub fn reputation_weight(&self, concern: f64, vis: f64) -> f64 {
        -concern * (1.5 - self.standing) * vis
    }

    /// Weight on severity, for being hit back by one so much `stronger`.
    #[inline]
    #[must_use]
    pub fn retaliation_weight(&self, own: &Actor, stronger: f64) -> f64 {
        -own.fear_of_retaliation * self.belief() * stronger
    }
}

/// How far an act of this sort is seen: in full without force, else as far as its author announces it; an act that can
/// be denied keeps only part of its audience.
#[must_use]
pub fn seen(actor: &Actor, dynamics: &Dynamics, force: bool, deniable: bool) -> f64 {
    match (deniable, force) {
        (true, _) => dynamics.deniable_discount,
        (false, false) => 1.0,
        (false, true) => actor.publicity + (1.0 - actor.publicity) * dynamics.deniable_discount,
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

    /// Lets `dt` days of deliberation pass, with its actor at this standing; whether it opened.
    #[inline]
    pub fn pass(&mut self, front: &Front, standing: f64, dt: f64) -> bool {
        if self.open {
            return false;
        }
        self.open = self.clock.pass(front.opens_per_day * (1.0 - standing) * dt);
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
            one.learned(
                &Dynamics::default(),
                0.5,
                if answer < 7 { 0.25 } else { 0.1 },
            );
            two.learned(
                &Dynamics::default(),
                0.5,
                if answer >= 3 { 0.6 } else { 0.24 },
            );
        }
        assert!((one.belief() - 0.6).abs() < 1e-15 && one.belief() == two.belief());
    }

    #[test]
    fn standing_moves_half_way_to_a_full_answer_and_falls_when_a_blow_is_swallowed() {
        let mut state = Deterrence::start(&Actor {
            standing: 0.6,
            ..Actor::default()
        });
        state.answered(&Dynamics::default(), 0.9, 1.2);
        assert!((state.standing - (0.6 + 0.5 * (0.75 - 0.6))).abs() < 1e-15);
        state.answered(&Dynamics::default(), 0.0, 0.5);
        assert!((state.standing - 0.675 * 0.75).abs() < 1e-15);
    }

    #[test]
    fn an_act_is_seen_as_far_as_it_is_announced() {
        let (actor, dynamics) = (
            Actor {
                publicity: 0.5,
                ..Actor::default()
            },
            Dynamics::default(),
        );
        assert_eq!(seen(&actor, &dynamics, false, false), 1.0);
        assert_eq!(seen(&actor, &dynamics, true, false), 0.7);
        assert_eq!(seen(&actor, &dynamics, true, true), 0.4);
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
