//! What a blow does to the one who is hit, and what it believes it was.
//!
//! Two things come between an act and its answer. The blow itself is worse or milder than meant:
//! luck in deaths, the restraint of its author, the defences of its victim, the shock of surprise,
//! the affront of an announcement (Carson 2018), the slight of amends that were not made. One who
//! began takes the first reply as deserved, as far as it is contrite (Boyd 1989; Wu and Axelrod
//! 1995). Then the blow is seen through a fog, with a bias and with suspicion (Jervis 1976; Kydd
//! 2005). Talking clears the fog (Schelling 1966).

use super::casualties::unblunted;
use crate::parameters::{Actor, Dynamics, Relations};
use crate::stats::{at_least, at_most};

/// The largest provocation there is.
pub const MOST: f64 = 1.5;

/// The trust at which suspicion makes acts look neither worse nor milder.
const NEUTRAL_TRUST: f64 = 0.5;

/// An act, as far as its victim suffers from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blow {
    /// Its severity.
    pub severity: f64,
    /// How much worse luck in deaths makes it feel, as a factor.
    pub shock: f64,
    /// Whether it uses force: for other acts only luck and contrition count.
    pub force: bool,
    /// Whether its author announced it.
    pub announced: bool,
    /// Whether its author makes amends while the victim deliberates.
    pub amends: bool,
    /// The severity of the act that the victim itself began the crisis with, where the blow is the
    /// first reply to that.
    pub reply_to: Option<f64>,
}

impl Blow {
    /// What the victim suffers.
    #[inline]
    #[must_use]
    pub fn suffered(&self, dynamics: &Dynamics, author: &Actor, victim: &Actor) -> f64 {
        let mut harm = self.severity * self.shock;
        if self.force {
            harm *= unblunted(dynamics, author, victim) * self.hurt(author, victim);
            if self.amends {
                harm *= 1.0 - dynamics.apology_relief;
            }
        }
        match self.reply_to {
            Some(began) => harm * (1.0 - victim.contrition * at_most(began / self.severity, 1.0)),
            None => harm,
        }
    }

    /// How much more force hurts for the manner in which it comes, as a factor.
    #[inline]
    fn hurt(&self, author: &Actor, victim: &Actor) -> f64 {
        let mut hurt = 1.0 + victim.shock_of_surprise * (1.0 - author.forewarning);
        if self.announced {
            hurt += victim.affront;
        }
        if !self.amends {
            hurt += victim.slight;
        }
        hurt
    }
}

/// The chance that the author makes amends while the other deliberates: it must want to, and be
/// heard.
#[inline]
#[must_use]
pub fn chance_of_amends(author: &Actor, relations: &Relations) -> f64 {
    author.apology * relations.crisis_communication
}

/// The provocation that the victim sees in harm `h`, at this trust; `noise` is a standard normal
/// draw.
#[inline]
#[must_use]
pub fn seen(h: f64, trust: f64, noise: f64, victim: &Actor, relations: &Relations) -> f64 {
    let bias = victim.hostile_attribution + victim.suspicion * (NEUTRAL_TRUST - trust);
    let fog = victim.misperception * (1.0 - relations.crisis_communication) * noise;
    at_least(at_most(h + bias + fog, MOST), 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRIKE: Blow = Blow {
        severity: 0.8,
        shock: 1.0,
        force: true,
        announced: false,
        amends: false,
        reply_to: None,
    };

    /// An actor whom surprise does not shock.
    fn stoic() -> Actor {
        Actor {
            shock_of_surprise: 0.0,
            ..Actor::default()
        }
    }

    fn suffered(blow: Blow, author: &Actor, victim: &Actor) -> f64 {
        blow.suffered(&Dynamics::default(), author, victim)
    }

    #[test]
    fn without_luck_restraint_or_surprise_a_blow_is_its_severity() {
        assert_eq!(suffered(STRIKE, &stoic(), &stoic()), 0.8);
        let protest = Blow {
            force: false,
            amends: true,
            ..STRIKE
        };
        assert_eq!(suffered(protest, &stoic(), &stoic()), 0.8);
    }

    #[test]
    fn restraint_warning_defences_and_amends_soften_force_alone() {
        let author = Actor {
            restraint: 0.5,
            forewarning: 0.75,
            ..Actor::default()
        };
        let victim = Actor {
            shock_of_surprise: 0.4,
            denial: 0.5,
            ..Actor::default()
        };
        let amended = Blow {
            amends: true,
            ..STRIKE
        };
        let harm = suffered(amended, &author, &victim);
        assert!((harm - 0.8 * 0.75 * 0.5 * 1.1 * 0.4).abs() < 1e-15);
        let peaceful = Blow {
            shock: 1.25,
            force: false,
            ..amended
        };
        assert_eq!(suffered(peaceful, &author, &victim), 1.0);
    }

    #[test]
    fn an_announcement_affronts_and_missing_amends_slight() {
        let victim = Actor {
            affront: 0.25,
            slight: 0.5,
            ..stoic()
        };
        let announced = Blow {
            announced: true,
            ..STRIKE
        };
        assert!((suffered(announced, &stoic(), &victim) - 0.8 * 1.75).abs() < 1e-15);
        assert!((suffered(STRIKE, &stoic(), &victim) - 0.8 * 1.5).abs() < 1e-15);
        let amended = Blow {
            amends: true,
            ..announced
        };
        assert!((suffered(amended, &stoic(), &victim) - 0.8 * 1.25 * 0.4).abs() < 1e-15);
    }

    #[test]
    fn who_began_takes_the_reply_as_deserved_as_far_as_it_is_no_graver() {
        let contrite = Actor {
            contrition: 0.5,
            ..stoic()
        };
        let reply_to = |began| Blow {
            reply_to: Some(began),
            ..STRIKE
        };
        assert!((suffered(reply_to(0.4), &stoic(), &contrite) - 0.8 * 0.75).abs() < 1e-15);
        assert!((suffered(reply_to(1.0), &stoic(), &contrite) - 0.4).abs() < 1e-15);
        assert_eq!(suffered(reply_to(0.4), &stoic(), &stoic()), 0.8);
    }

    #[test]
    fn fog_bias_and_suspicion_bend_what_is_seen_within_bounds() {
        let victim = Actor {
            hostile_attribution: 0.1,
            misperception: 0.5,
            suspicion: 0.5,
            ..Actor::default()
        };
        let relations = |crisis_communication| Relations {
            crisis_communication,
            ..Relations::default()
        };
        let seen = |noise, trust, talk| seen(0.5, trust, noise, &victim, &relations(talk));
        assert!((seen(1.0, 0.5, 0.2) - 1.0).abs() < 1e-15);
        assert!((seen(1.0, 0.1, 0.2) - 1.2).abs() < 1e-15);
        assert!((seen(1.0, 0.9, 0.2) - 0.8).abs() < 1e-15);
        assert_eq!(seen(9.0, 0.5, 0.0), MOST);
        assert_eq!(seen(-9.0, 0.5, 0.0), 0.0);
        assert!((seen(9.0, 0.5, 1.0) - 0.6).abs() < 1e-15);
    }
}
