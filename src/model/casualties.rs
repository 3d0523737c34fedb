//! Luck in deaths: how many an act costs, and how much worse than meant it feels.

use crate::parameters::{Actor, Dynamics};
use crate::stats::exp_each;

/// Random multipliers of an act's deaths and of the harm it does, relative to the median.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Casualties {
    /// Multiplier of its deaths.
    pub toll: f64,
    /// Multiplier of the harm it does.
    pub shock: f64,
}

impl Casualties {
    /// The median: no change.
    pub const MEDIAN: Self = Self {
        toll: 1.0,
        shock: 1.0,
    };

    /// The multipliers at a standard normal draw; a draw above 0 is worse than the median.
    #[inline]
    #[must_use]
    pub fn at(dynamics: &Dynamics, z: f64) -> Self {
        let [toll, shock] =
            exp_each([dynamics.casualty_spread * z, dynamics.casualty_salience * z]);
        Self { toll, shock }
    }
}

/// What is left of the deaths and the harm that force does, where its author holds back and its
/// victim is defended.
#[inline]
#[must_use]
pub fn unblunted(dynamics: &Dynamics, author: &Actor, victim: &Actor) -> f64 {
    (1.0 - dynamics.restraint_effect * author.restraint) * (1.0 - victim.denial)
}

/// The deaths of a use of force on a rung with this median, in whole numbers.
#[inline]
#[must_use]
pub fn deaths(median: f64, unblunted: f64, casualties: Casualties) -> f64 {
    // Rounded down, without the platform's function; at most 2^63.
    (median * unblunted * casualties.toll + 0.5) as i64 as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_luck_is_felt_less_than_it_kills() {
        let dynamics = Dynamics {
            casualty_spread: 0.9,
            casualty_salience: 0.15,
            ..Dynamics::default()
        };
        let casualties = Casualties::at(&dynamics, 2.0);
        assert!(
            (casualties.toll - 1.8_f64.exp()).abs() < 1e-14
                && (casualties.shock - 0.3_f64.exp()).abs() < 1e-15
        );
        assert_eq!(Casualties::at(&dynamics, 0.0), Casualties::MEDIAN);
    }

    #[test]
    fn deaths_are_whole_and_the_nearest() {
        let toll = |toll| Casualties { toll, shock: 1.0 };
        assert_eq!(
            [0.4, 0.5, 1.49, 1.5].map(|of| deaths(1.0, 1.0, toll(of))),
            [0.0, 1.0, 1.0, 2.0]
        );
        assert_eq!(deaths(10.0, 0.25, Casualties::MEDIAN), 3.0);
        let author = Actor {
            restraint: 0.5,
            ..Actor::default()
        };
        let victim = Actor {
            denial: 0.5,
            ..Actor::default()
        };
        let dynamics = Dynamics {
            restraint_effect: 0.5,
            ..Dynamics::default()
        };
        assert_eq!(unblunted(&dynamics, &author, &Actor::default()), 0.75);
        assert_eq!(unblunted(&dynamics, &author, &victim), 0.375);
    }
}
