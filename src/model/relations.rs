//! What lies between the two: trust, which acts damage and time restores, and interdependence.

use crate::parameters::{Actor, Dynamics, Relations};

/// Trust between the two actors, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Trust(pub f64);

impl Trust {
    /// As the trial begins.
    #[must_use]
    pub const fn start(relations: &Relations) -> Self {
        Self(relations.trust)
    }

    /// Time heals: the share `kept` of the damage is left.
    #[inline]
    pub fn pass(&mut self, relations: &Relations, kept: f64) {
        self.0 = relations.trust + (self.0 - relations.trust) * kept;
    }

    /// An act of severity `s` was done.
    #[inline]
    pub fn acted(&mut self, dynamics: &Dynamics, s: f64) {
        self.0 *= 1.0 - dynamics.trust_damage * s;
    }

    /// Weight on severity, for what there is to lose.
    #[inline]
    #[must_use]
    pub fn ties_weight(self, actor: &Actor, relations: &Relations) -> f64 {
        -actor.value_of_ties * (self.0 + relations.interdependence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_by_acts_and_half_restored_after_a_half_life() {
        let relations = Relations {
            trust: 0.8,
            ..Relations::default()
        };
        let mut trust = Trust::start(&relations);
        trust.acted(
            &Dynamics {
                trust_damage: 0.5,
                ..Dynamics::default()
            },
            0.5,
        );
        assert!((trust.0 - 0.6).abs() < 1e-15);
        trust.pass(&relations, 0.5);
        assert!((trust.0 - 0.7).abs() < 1e-15);
    }
}
