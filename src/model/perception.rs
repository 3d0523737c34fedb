//! What a blow does to the one who is hit, and what it believes it was.
//!
//! Two things come between an act and its answer. The blow itself is worse or milder than meant: luck in deaths, the
//! restraint of its author, the sting of surprise, amends made in time. And it is seen through a fog, with a bias
//! (Jervis 1976), which a channel between the two clears (Schelling 1966).

use super::casualties::spared;
use crate::parameters::{Actor, Dynamics};
use crate::stats::{at_least, at_most};

/// The largest provocation there is.
pub const MOST: f64 = 1.5;

/// What the victim suffers from an act of severity `s` that luck made feel worse by a factor of `shock`.
///
/// Restraint, forewarning and amends are its author's, the sting is the victim's; they count for force alone.
#[inline]
#[must_use]
pub fn suffered(
    s: f64,
    shock: f64,
    force: bool,
    amends: bool,
    dynamics: &Dynamics,
    author: &Actor,
    victim: &Actor,
) -> f64 {
    let harm = s * shock;
    if !force {
        return harm;
    }
    let sting = 1.0 + victim.sting * (1.0 - author.forewarning);
    let relief = if amends {
        1.0 - dynamics.apology_relief
    } else {
        1.0
    };
    harm * spared(dynamics, author) * sting * relief
}

/// The chance that the author makes amends while the other deliberates: it must want to, and be heard.
#[inline]
#[must_use]
pub fn chance_of_amends(author: &Actor, channel: f64) -> f64 {
    author.apology * channel
}

/// The provocation that the victim sees in harm `h`; `noise` is a standard normal draw.
#[inline]
#[must_use]
pub fn seen(h: f64, noise: f64, victim: &Actor, channel: f64) -> f64 {
    at_least(
        at_most(
            h + victim.hostile_bias + victim.misperception * (1.0 - channel) * noise,
            MOST,
        ),
        0.0,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_luck_restraint_or_sting_a_blow_is_its_severity() {
        let (plain, calm) = (
            Actor {
                sting: 0.0,
                ..Actor::default()
            },
            Dynamics::default(),
        );
        assert_eq!(suffered(0.5, 1.0, true, false, &calm, &plain, &plain), 0.5);
        assert_eq!(suffered(0.5, 1.0, false, true, &calm, &plain, &plain), 0.5);
    }

    #[test]
    fn restraint_warning_and_amends_soften_force() {
        let author = Actor {
            restraint: 0.5,
            forewarning: 0.75,
            ..Actor::default()
        };
        let victim = Actor {
            sting: 0.4,
            ..Actor::default()
        };
        let harm = suffered(0.8, 1.0, true, true, &Dynamics::default(), &author, &victim);
        assert!((harm - 0.8 * 0.75 * 1.1 * 0.4).abs() < 1e-15);
        let harm = suffered(
            0.8,
            1.25,
            false,
            true,
            &Dynamics::default(),
            &author,
            &victim,
        );
        assert_eq!(harm, 1.0);
    }

    #[test]
    fn fog_and_bias_bend_what_is_seen_within_bounds() {
        let victim = Actor {
            hostile_bias: 0.1,
            misperception: 0.5,
            ..Actor::default()
        };
        assert!((seen(0.5, 1.0, &victim, 0.2) - 1.0).abs() < 1e-15);
        assert_eq!(seen(0.5, 9.0, &victim, 0.0), MOST);
        assert_eq!(seen(0.5, -9.0, &victim, 0.0), 0.0);
        assert!((seen(0.5, 9.0, &victim, 1.0) - 0.6).abs() < 1e-15);
    }
}
