//! Observers of a trial.

use crate::model::Side;
use crate::model::casualties::Casualties;
use crate::model::secrecy::Openness;

/// An act that the other actor will have to answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Act {
    /// Who acts.
    pub author: Side,
    /// On which rung.
    pub rung: usize,
    /// What others get to know of it.
    pub openness: Openness,
    /// Its random multipliers; the median for a peaceful answer that ends the crisis, where they
    /// have no effect.
    pub casualties: Casualties,
}

/// A decision that was taken.
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

/// Receives the events of a trial as they happen. It cannot change anything.
pub trait Observer {
    /// From this day on the level is `rung`: that of the latest act, the top after war; none where
    /// there is no crisis. Calls come in the order of time; if there are several on one day, the
    /// last counts.
    fn level(&mut self, _day: f64, _rung: Option<usize>) {}

    /// An actor has decided: on an answer, on the opening, what to do about an armed group's
    /// attack, or whether to use an occasion. `odds` are the chances of the rungs up to a common
    /// factor.
    fn decision(&mut self, _day: f64, _decision: &Decision, _odds: &[f64]) {}

    /// An act was done.
    fn act(&mut self, _day: f64, _act: &Act) {}
}

/// An observer that ignores everything.
pub struct Silent;

impl Observer for Silent {}
