//! The model, one mechanism per file: plain numbers, no names, no files, no threads.
//!
//! A [`Blueprint`] is everything a trial needs to know; [`Model::new`] checks it once, so that a
//! [`Model`] cannot be invalid. A [`World`] is a model with its uncertain values drawn, and with
//! everything precomputed that stays the same during a trial. Each mechanism has its part of the
//! [`State`], how acts and time change it, its considerations in the choice, and its literature.
//!
//! | mechanism | state | considerations |
//! |---|---|---|
//! | [`deterrence`] | reputation, belief, fronts | reputation, gain, retaliation |
//! | [`domestic`] | pressure, threat | domestic, audience, diversion |
//! | [`secrecy`] | | show of force |
//! | [`mediation`] | who is engaged | mediation |
//! | [`casualties`] | | (luck in deaths) |
//! | [`perception`] | | (what is suffered and seen) |
//! | [`relations`] | trust | ties |
//! | [`overstretch`] | load, readiness | overstretch, escalation |
//! | [`armed_groups`] | their attacks | |
//! | [`occasions`] | when they come | |
//! | [`choice`], [`logit`] | | reciprocity, and all twelve summed; the draw |
//! | [`deescalation`] | | (whether an actor could step down at all) |
//!
//! The two actors go by [`Side`]: the one that opens, and the other.

pub mod armed_groups;
mod blueprint;
pub mod casualties;
pub mod choice;
mod clock;
mod consideration;
pub mod deescalation;
pub mod deterrence;
pub mod domestic;
pub(crate) mod indexed;
pub mod ladder;
pub mod logit;
pub mod mediation;
mod numbers;
pub mod occasions;
pub mod overstretch;
pub mod perception;
mod recurring;
pub mod relations;
pub mod secrecy;
mod state;
mod uncertain;
mod world;

pub use blueprint::{Blueprint, FirstMove, Model};
pub use clock::Clock;
pub use consideration::{CONSIDERATIONS, Consideration, PerConsideration};
use indexed::indexed_by;
pub use numbers::{Numbers, Slot};
pub use recurring::Recurring;
pub use state::State;
pub use uncertain::{Distribution, Uncertain};
pub use world::World;

#[cfg(test)]
pub(crate) mod testing {
    //! A plain model for unit tests.

    use super::{Blueprint, FirstMove, Numbers};
    use crate::parameters::{MAX_RUNGS, Rung};

    /// Two default actors on a ladder of `n` evenly spaced rungs, the upper half with force.
    pub fn blueprint(n: usize) -> Blueprint {
        assert!((3..=MAX_RUNGS).contains(&n));
        let rung = |x: usize| Rung {
            severity: x as f64 / (n - 1) as f64,
            effort: 0.1,
            ..Rung::default()
        };
        Blueprint {
            numbers: Numbers {
                rungs: (0..n).map(rung).collect(),
                ..Numbers::default()
            },
            force: (0..n).map(|x| 2 * x >= n - 1).collect(),
            deniable: vec![false; n],
            off_ramp: 0,
            limited_war: n - 2,
            unauthorised_rung: n - 2,
            first_move: FirstMove::Rung(n - 2),
            horizon_days: 90,
            front_actors: vec![],
            armed_group_victims: vec![],
            mediator_luck: vec![],
            front_luck: vec![],
            armed_group_luck: vec![],
            occasion_luck: [1, 2],
            uncertain_values: vec![],
        }
    }
}

/// One of the two actors. Pairs hold the opener's value first: `pair[side]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Side {
    /// The actor that opens the crisis.
    Opener,
    /// The other one.
    Other,
}

impl Side {
    /// Both, in the order of pairs.
    pub const BOTH: [Self; 2] = [Self::Opener, Self::Other];

    /// The other actor.
    #[inline]
    #[must_use]
    pub const fn opponent(self) -> Self {
        match self {
            Self::Opener => Self::Other,
            Self::Other => Self::Opener,
        }
    }
}

indexed_by!(Side, 2);
