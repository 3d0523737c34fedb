//! The toy itself, one mechanism to a file: plain numbers, no names, no files, no threads.
//!
//! A [`Blueprint`] is everything a trial needs to know; [`Model::new`] checks it once, so that a [`Model`] cannot be
//! invalid. A [`World`] is a model with its doubts settled and what stays the same during a trial worked out. The
//! mechanisms hold the rest: each its part of the [`State`], how acts and time change it, its considerations in the
//! choice and its literature.
//!
//! | mechanism | state | considerations |
//! |---|---|---|
//! | [`deterrence`] | standing, belief, fronts | reputation, signalling, retaliation |
//! | [`domestic`] | pressure, commitment | domestic, audience |
//! | [`mediation`] | who is engaged | mediation |
//! | [`perception`] | | (what is suffered and seen) |
//! | [`relations`] | trust | ties |
//! | [`strain`] | load, readiness | strain, war |
//! | [`spoilers`] | their clocks | |
//! | [`choice`] | | reciprocity, and all ten summed |
//!
//! The two actors go by number: 0 is the one that opens, 1 the other.

mod blueprint;
pub mod choice;
mod clock;
pub mod deterrence;
pub mod domestic;
mod doubt;
pub mod ladder;
pub mod mediation;
mod numbers;
pub mod perception;
pub mod relations;
pub mod spoilers;
mod state;
pub mod strain;
mod world;

pub use blueprint::{Blueprint, FirstMove, Model};
pub use clock::Clock;
pub use doubt::{Distribution, Doubt};
pub use numbers::{Numbers, Slot};
pub use state::State;
pub use world::World;

/// The actor that opens the crisis.
pub const OPENER: usize = 0;
/// The other one.
pub const OTHER: usize = 1;

/// The opponent of actor `side`, 0 or 1.
#[inline]
#[must_use]
pub const fn opponent(side: usize) -> usize {
    1 - side
}
