//! Observers of a trial.

use crate::model::casualties::{self, Casualties};
use crate::model::choice::Weights;
use crate::model::secrecy::Openness;
use crate::model::{PerConsideration, Side, State, World};

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

/// An act as it reached the actor who has to answer it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Sight {
    /// Who looks.
    pub side: Side,
    /// The severity of the act, as its author meant it.
    pub severity: f64,
    /// What its victim suffers from it, before bias and fog.
    pub harm: f64,
    /// The provocation that the victim sees.
    pub provocation: f64,
    /// Whether the author made amends.
    pub amends: bool,
}

/// What happens beside acts and decisions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The mediator in this place engages.
    MediatorEngages(usize),
    /// The front in this place opens.
    FrontOpens(usize),
    /// The armed group in this place attacks.
    GroupAttacks(usize),
    /// This actor finds an occasion.
    Occasion(Side),
    /// An actor sees the act that it has to answer.
    Seen(Sight),
    /// The last act slips into war.
    Slips,
    /// The horizon cuts the crisis.
    Cut,
}

/// The state of a trial as an observer may look at it.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'s> {
    /// The numbers of this trial.
    pub world: &'s World,
    /// What acts and time have changed.
    pub state: &'s State,
}

impl Moment<'_> {
    /// What the actor of this decision weighed for and against a rung: the twelve considerations,
    /// each with its sign. Times the actor's precision, their differences between two rungs are the
    /// log-odds.
    ///
    /// Holds at the moment of the decision alone, as [`Observer::decision`] passes it.
    #[must_use]
    pub fn considerations(&self, decision: &Decision, rung: usize) -> PerConsideration<f64> {
        let Decision {
            side,
            provocation,
            visibility,
            ..
        } = *decision;
        Weights::new(self.world, self.state, side, provocation, visibility)
            .considerations(self.world, side, rung)
    }

    /// The deaths of an act; none where it uses no force.
    #[must_use]
    pub fn deaths(&self, act: &Act) -> f64 {
        let numbers = &self.world.numbers;
        if !self.world.ladder.force[act.rung] {
            return 0.0;
        }
        let author = &numbers.actors[act.author];
        let victim = &numbers.actors[act.author.opponent()];
        let unblunted = casualties::unblunted(&numbers.dynamics, author, victim);
        casualties::deaths(numbers.rungs[act.rung].deaths, unblunted, act.casualties)
    }
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
    fn decision(&mut self, _day: f64, _decision: &Decision, _odds: &[f64], _moment: &Moment<'_>) {}

    /// An act was done, and has left its marks on its author, on trust and on what the other has
    /// learned.
    fn act(&mut self, _day: f64, _act: &Act, _moment: &Moment<'_>) {}

    /// Something else happened.
    fn event(&mut self, _day: f64, _event: Event) {}
}

/// An observer that ignores everything.
pub struct Silent;

impl Observer for Silent {}
