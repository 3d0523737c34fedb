//! What the inputs exclude: cases that no trial can meet, whatever the luck, each with the reason.
//!
//! Zero of n trials is never "impossible". But where the opening uses force there is no crisis without force, and to put
//! an interval around that nought would be to miss the point.

use crate::model::{FirstMove, Model, Slot};
use crate::parameters::{Front, Listed, Mediator, Spoiler};
use crate::sim::Outcome;
use crate::tally::Quantity;

/// Why a case cannot occur: half a sentence, after "cannot occur here:".
pub type Reason = &'static str;

/// What the inputs of a model exclude.
#[derive(Clone, Copy, Debug)]
pub struct Exclusions<'m>(&'m Model);

const OPENS_WITH_WAR: Reason = "the opening is war";
const NOTHING_HAPPENS: Reason = "a choice at or below the off-ramp begins no crisis";

impl<'m> Exclusions<'m> {
    /// Looks at this model.
    #[must_use]
    pub const fn new(model: &'m Model) -> Self {
        Self(model)
    }

    /// Why the opening crisis cannot end so.
    #[must_use]
    pub fn outcome(self, outcome: Outcome) -> Option<Reason> {
        let FirstMove::Rung(rung) = self.0.first_move else { return None };
        match outcome {
            Outcome::War => None,
            _ if rung == self.0.top() => Some(OPENS_WITH_WAR),
            Outcome::LimitedWar => None,
            _ if rung >= self.0.limited_war => Some("the opening is limited war already"),
            Outcome::NoForce if self.0.force[rung] => Some("the opening uses force"),
            _ => None,
        }
    }

    /// Why the opening crisis cannot peak on this rung.
    #[must_use]
    pub fn peak(self, rung: usize) -> Option<Reason> {
        match self.0.first_move {
            FirstMove::Rung(first) if first == self.0.top() && rung < first => Some(OPENS_WITH_WAR),
            FirstMove::Rung(first) => (rung < first).then_some("the opening lies above it"),
            FirstMove::Choose => (0 < rung && rung <= self.0.off_ramp).then_some(NOTHING_HAPPENS),
        }
    }

    /// Why the first act cannot be on this rung.
    #[must_use]
    pub fn first_act(self, rung: usize) -> Option<Reason> {
        match self.0.first_move {
            FirstMove::Rung(first) => (rung != first).then_some("the opening is fixed on another rung"),
            FirstMove::Choose => (rung <= self.0.off_ramp).then_some(NOTHING_HAPPENS),
        }
    }

    /// Why there cannot be a trial without a first act.
    #[must_use]
    pub fn no_act(self) -> Option<Reason> {
        (self.0.first_move != FirstMove::Choose).then_some("the opening is fixed")
    }

    /// Why there cannot be an answer at all.
    #[must_use]
    pub fn any_answer(self) -> Option<Reason> {
        (self.0.first_move == FirstMove::Rung(self.0.top())).then_some(OPENS_WITH_WAR)
    }

    /// Why no mediator can have a part in the end of the opening crisis.
    #[must_use]
    pub fn mediator(self) -> Option<Reason> {
        let numbers = &self.0.numbers;
        let with_leverage = |at| (0..2).any(|side| self.may_be_positive(Slot::Leverage(at, side)));
        let any = (0..numbers.mediators.len())
            .any(|at| self.may_move::<Mediator>("engages_per_day", |key| Slot::Mediator(at, key)) && with_leverage(at));
        self.any_answer().or_else(|| (!any).then_some("no mediator engages"))
    }

    /// Why no front can open.
    #[must_use]
    pub fn fronts(self) -> Option<Reason> {
        let any = (0..self.0.numbers.fronts.len())
            .any(|at| self.may_move::<Front>("opens_per_day", |key| Slot::Front(at, key)));
        self.any_answer().or_else(|| (!any).then_some("no front opens"))
    }

    /// Why there cannot be a later crisis.
    #[must_use]
    pub fn later_crises(self) -> Option<Reason> {
        let any = (0..self.0.numbers.spoilers.len())
            .any(|at| self.may_move::<Spoiler>("attacks_per_day", |key| Slot::Spoiler(at, key)));
        self.any_answer().or_else(|| (!any).then_some("no spoiler attacks"))
    }

    /// Why a quantity cannot be other than 0.
    #[must_use]
    pub fn quantity(self, quantity: Quantity) -> Option<Reason> {
        match quantity {
            Quantity::Outcome(outcome) => self.outcome(outcome),
            Quantity::Opening => match self.0.first_move {
                FirstMove::Rung(rung) if !self.0.force[rung] => Some("the opening is fixed on a rung without force"),
                _ => None,
            },
            Quantity::Answer => self.any_answer(),
            Quantity::EndedWithMediator => self.mediator(),
            Quantity::FrontsOpened => self.fronts(),
            Quantity::LaterCrises | Quantity::LaterWar => self.later_crises(),
            Quantity::Wars | Quantity::Force | Quantity::Acts | Quantity::EndDay | Quantity::Trust => None,
        }
    }

    fn may_move<T: Listed>(self, rate: &str, slot: impl Fn(usize) -> Slot) -> bool {
        T::index(rate).is_some_and(|key| self.may_be_positive(slot(key)))
    }

    fn may_be_positive(self, slot: Slot) -> bool {
        self.0.doubts.iter().any(|doubt| doubt.slot == slot)
            || self.0.numbers.get(slot).is_some_and(|value| value > 0.0)
    }
}
