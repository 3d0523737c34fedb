//! Secrecy: which acts are announced by their author, and which are known to be its author's
//! (Carson 2018).
//!
//! An act that can be denied is neither. An act without force is both. A use of force is announced
//! with the chance of its author's `publicity`; one that is kept quiet still becomes known if its
//! victim discloses it.

use crate::parameters::{Actor, Dynamics};

/// What others get to know of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Openness {
    /// Whether its author announced it.
    pub announced: bool,
    /// Whether it is known to be its author's.
    pub known: bool,
}

impl Openness {
    /// Nothing is known.
    pub const HIDDEN: Self = Self {
        announced: false,
        known: false,
    };

    /// How far the act has an audience, 0 to 1.
    #[inline]
    #[must_use]
    pub const fn visibility(self, dynamics: &Dynamics) -> f64 {
        if self.known {
            1.0
        } else {
            dynamics.deniable_discount
        }
    }
}

/// The chance that a use of force becomes known which is announced with chance `publicity`.
#[inline]
#[must_use]
pub fn chance_of_being_known(publicity: f64, victim: &Actor) -> f64 {
    1.0 - (1.0 - publicity) * (1.0 - victim.disclosure)
}

/// How far the author of an act expects it to be seen: in full without force, in part where it can
/// be denied, else as far as it will become known.
#[must_use]
pub fn seen(
    author: &Actor,
    victim: &Actor,
    dynamics: &Dynamics,
    force: bool,
    deniable: bool,
) -> f64 {
    if deniable {
        return dynamics.deniable_discount;
    }
    if !force {
        return 1.0;
    }
    let known = chance_of_being_known(author.publicity, victim);
    known + (1.0 - known) * dynamics.deniable_discount
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_seen_as_far_as_it_is_announced_or_disclosed() {
        let author = Actor {
            publicity: 0.5,
            ..Actor::default()
        };
        let victim = |disclosure| Actor {
            disclosure,
            ..Actor::default()
        };
        let seen = |disclosure, force, deniable| {
            seen(
                &author,
                &victim(disclosure),
                &Dynamics::default(),
                force,
                deniable,
            )
        };
        assert_eq!(seen(0.0, false, false), 1.0);
        assert_eq!(seen(0.0, true, false), 0.7);
        assert_eq!(seen(0.5, true, false), 0.85);
        assert_eq!(seen(1.0, true, true), 0.4);
    }

    #[test]
    fn what_is_not_known_keeps_a_part_of_its_audience() {
        let dynamics = Dynamics::default();
        assert_eq!(Openness::HIDDEN.visibility(&dynamics), 0.4);
        let disclosed = Openness {
            announced: false,
            known: true,
        };
        assert_eq!(disclosed.visibility(&dynamics), 1.0);
    }
}
