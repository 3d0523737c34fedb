//! Who looks on while a trial runs.

use crate::model::Side;
use crate::model::casualties::Casualties;

/// An act, as its victim will have to answer it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Act {
    /// Who acts.
    pub author: Side,
    /// On which rung.
    pub rung: usize,
    /// Whether it was announced.
    pub public: bool,
    /// What luck made of it; of a peaceful answer that ends the crisis nobody feels any, and it is the median's.
    pub casualties: Casualties,
}

/// A decision, as it was taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decision {
    /// Who decides.
    pub side: Side,
    /// The provocation it has seen.
    pub provocation: f64,
    /// How far the provocation is visible to others, 0 to 1.
    pub visibility: f64,
    /// The rung it comes to, after any override.
    pub rung: usize,
    /// The uniform draw that picked the rung from the odds, in rung order.
    pub draw: f64,
    /// Whether a part of the state overrode the choice.
    pub overridden: bool,
}

/// Something that is told what happens in a trial, as it happens. It cannot change anything.
pub trait Observer {
    /// From this day on the level of the crisis is `rung`: that of the latest act, 0 in quiet, the top after war. Told
    /// in the order of time; of several on one day the last counts.
    fn level(&mut self, _day: f64, _rung: usize) {}

    /// An actor has decided: on an answer, on the opening, or what to do about a spoiler's attack. `odds` are the chances
    /// of the rungs up to a common factor.
    fn decision(&mut self, _day: f64, _decision: &Decision, _odds: &[f64]) {}

    /// An act was done.
    fn act(&mut self, _day: f64, _act: &Act) {}
}

/// A witness that does not look.
pub struct Silent;

impl Observer for Silent {}
