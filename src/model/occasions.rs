//! Occasions: outside a crisis an actor may find a chance to challenge the other, with nothing to
//! answer.
//!
//! Most come to nothing. General deterrence is what makes them come to nothing before there is a
//! crisis; immediate deterrence is what happens once there is one (Morgan 1977).

use super::Recurring;
use crate::parameters::Actor;

/// What an actor that finds an occasion feels it answers.
pub const PROVOCATION: f64 = 0.0;

/// The occasions of an actor, with the uniform draw of the first wait.
#[inline]
#[must_use]
pub const fn of(actor: &Actor, uniform: f64) -> Recurring {
    Recurring::start(actor.occasions_per_day, uniform)
}
