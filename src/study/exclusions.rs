//! What the inputs exclude: cases that no trial can meet with any luck, each with the reason.
//!
//! Zero of n trials is never "impossible". But where the opening uses force there is no crisis
//! without force, and to put an interval around that zero would be to miss the point. Whether a
//! case can occur is found by following every way through a crisis; the reasons only say why not.

mod reach;

use reach::{Reach, RungSet};

use super::Reason;
use crate::model::{FirstMove, Model, Side, Slot};
use crate::parameters::{Dynamics, Front, Listed, Mediator, Relations};
use crate::quantities::{Kind, Needs, Part, Quantity};
use crate::sim::Outcome;

/// What the inputs of a model exclude.
#[derive(Clone, Copy, Debug)]
pub struct Exclusions<'m> {
    model: &'m Model,
    reach: Reach,
}

impl<'m> Exclusions<'m> {
    /// Looks at this model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            reach: Reach::new(model),
        }
    }

    /// Why the opening crisis cannot end so.
    #[must_use]
    pub fn outcome(self, outcome: Outcome) -> Option<Reason> {
        let possible = self.reach.outcomes[outcome as usize];
        (!possible).then(|| self.known_reason(outcome).unwrap_or(Reason::NoWay))
    }

    /// The reason that is known, where the opening crisis cannot end so.
    fn known_reason(self, outcome: Outcome) -> Option<Reason> {
        let model = self.model;
        let opening = self.opening();
        match outcome {
            _ if self.at_once().is_some() => self.at_once(),
            Outcome::War | Outcome::LimitedWar => None,
            _ if opening.is_some_and(|rung| rung >= model.limited_war) => {
                Some(Reason::OpeningIsLimitedWar)
            }
            Outcome::NoForce if opening.is_some_and(|rung| model.force[rung]) => {
                Some(Reason::OpeningUsesForce)
            }
            _ if model.off_ramp + 1 == model.limited_war => Some(Reason::AlwaysLimitedWar),
            _ => self.overridden(model.off_ramp),
        }
    }

    /// Why the opening crisis cannot peak on this rung.
    #[must_use]
    pub fn peak(self, rung: usize) -> Option<Reason> {
        self.why_not(self.reach.peaks, rung, || match self.opening() {
            Some(first) if rung < first => Some(Reason::OpeningAbove),
            Some(_) => None,
            None => (0 < rung && rung <= self.model.off_ramp).then_some(Reason::NothingHappens),
        })
    }

    /// Why no trial can stand on this rung, or be in no crisis, on this day.
    #[must_use]
    pub fn level(self, day: usize, rung: Option<usize>) -> Option<Reason> {
        rung.map_or_else(|| self.no_crisis(day), |rung| self.level_on_rung(day, rung))
    }

    /// Why every trial is in a crisis, or at war, on this day.
    fn no_crisis(self, day: usize) -> Option<Reason> {
        if day == 0 {
            return self.no_act();
        }
        (!self.reach.quiet).then(|| self.at_once().unwrap_or(Reason::NoStepDown))
    }

    fn level_on_rung(self, day: usize, rung: usize) -> Option<Reason> {
        let levels = if day == 0 {
            self.reach.at_first
        } else {
            self.reach.later
        };
        self.why_not(levels, rung, || match self.opening() {
            Some(first) if day == 0 && rung != first => Some(Reason::OpeningElsewhere),
            _ => (rung <= self.model.off_ramp).then_some(Reason::StepsDown),
        })
    }

    /// Why the first act cannot be on this rung.
    #[must_use]
    pub fn first_act(self, rung: usize) -> Option<Reason> {
        (self.reach.first_acts >> rung & 1 == 0).then(|| match self.opening() {
            Some(_) => Reason::OpeningElsewhere,
            None if rung <= self.model.off_ramp => Reason::NothingHappens,
            None => Reason::Overridden,
        })
    }

    /// Why there cannot be a trial without a first act.
    #[must_use]
    pub fn no_act(self) -> Option<Reason> {
        (!self.reach.no_act).then(|| match self.opening() {
            Some(_) => Reason::OpeningFixed,
            None => Reason::Overridden,
        })
    }

    /// Why the first answer cannot be on this rung.
    #[must_use]
    pub fn first_answer(self, rung: usize) -> Option<Reason> {
        self.any_answer()
            .or_else(|| self.why_not(self.reach.answers, rung, || None))
    }

    /// Why there cannot be an answer at all.
    #[must_use]
    pub fn any_answer(self) -> Option<Reason> {
        (self.reach.answers == 0).then(|| self.at_once().unwrap_or(Reason::EveryActSlips))
    }

    /// Why no mediator can have a part in the end of the opening crisis.
    #[must_use]
    pub fn mediator(self) -> Option<Reason> {
        let any = (0..self.model.numbers.mediators.len()).any(|at| {
            self.may_move::<Mediator>("engages_per_day", |key| Slot::Mediator(at, key))
                && self.has_leverage(at)
        });
        self.any_answer()
            .or_else(|| (!any).then_some(Reason::NoMediator))
            .or_else(|| (!self.reach.steps_down).then_some(Reason::NoStepDown))
    }

    /// Whether a mediator may have leverage over a side.
    fn has_leverage(self, mediator: usize) -> bool {
        Side::BOTH
            .into_iter()
            .any(|side| self.model.may_be_positive(Slot::Leverage(mediator, side)))
    }

    /// Why no front can open.
    #[must_use]
    pub fn fronts(self) -> Option<Reason> {
        let any = (0..self.model.numbers.fronts.len())
            .any(|at| self.may_move::<Front>("opens_per_day", |key| Slot::Front(at, key)));
        let no_time = if self.reach.quiet {
            None
        } else {
            self.any_answer()
        };
        no_time.or_else(|| (!any).then_some(Reason::NoFront))
    }

    /// Why there cannot be a later crisis.
    #[must_use]
    pub fn later_crises(self) -> Option<Reason> {
        let mut groups = 0..self.model.numbers.armed_groups.len();
        let any =
            groups.any(|at| self.model.attacks_of(at) > 0.0) || self.model.may_find_occasions();
        self.after_quiet((!any).then_some(Reason::NothingBeginsACrisis))
    }

    /// Why no actor can begin a later crisis on an occasion.
    #[must_use]
    pub fn challenges(self) -> Option<Reason> {
        self.after_quiet((!self.model.may_find_occasions()).then_some(Reason::NoOccasion))
    }

    /// Why something cannot happen that needs quiet, if this is a reason of its own.
    fn after_quiet(self, own: Option<Reason>) -> Option<Reason> {
        self.at_once()
            .or(own)
            .or_else(|| (!self.reach.quiet).then_some(Reason::NoStepDown))
    }

    /// Why a quantity cannot be other than 0.
    #[must_use]
    pub fn quantity(self, quantity: Quantity) -> Option<Reason> {
        match quantity.row().kind {
            Kind::Outcomes(&[outcome]) => self.outcome(outcome),
            Kind::FirstAct if self.reach.first_acts & self.forceful() == 0 => {
                Some(Reason::OpeningOnRungWithoutForce)
            }
            _ => self.needs(quantity.row().needs),
        }
    }

    /// Whether a quantity is the same in every trial, and not excluded. A single outcome is judged
    /// by all cases together.
    #[must_use]
    pub fn fixes(self, quantity: Quantity) -> bool {
        let row = quantity.row();
        match row.kind {
            Kind::Outcomes(outcomes) => {
                let mut others = Outcome::ALL
                    .into_iter()
                    .filter(|outcome| !outcomes.contains(outcome));
                others.all(|outcome| self.outcome(outcome).is_some())
            }
            Kind::FirstAct => !self.reach.no_act && self.reach.first_acts & !self.forceful() == 0,
            Kind::Number { .. } if quantity == Quantity::Trust => self.fixes_trust(),
            // Where the opening is war, it is the whole crisis.
            Kind::Number { .. } => row.part == Part::OpeningCrisis && self.at_once().is_some(),
            Kind::Flag if quantity == Quantity::AnyWar => self.fixes(Quantity::Wars),
            Kind::FirstAnswer | Kind::Flag => false,
        }
    }

    /// Whether trust ends alike in every trial: it begins alike, and nothing takes from it, or one
    /// act as much as ever.
    fn fixes_trust(self) -> bool {
        let (least, most) = self.model.ends_of::<Relations>("trust", Slot::Relations);
        let (least_damage, most_damage) = self
            .model
            .ends_of::<Dynamics>("trust_damage", Slot::Dynamics);
        let one_act = self.at_once().is_some() && least_damage >= most_damage;
        least >= most && (most <= 0.0 || most_damage <= 0.0 || one_act)
    }

    /// Why what a quantity needs is not possible.
    fn needs(self, needs: Needs) -> Option<Reason> {
        match needs {
            Needs::Nothing => None,
            Needs::Answer => self.any_answer(),
            Needs::Mediator => self.mediator(),
            Needs::Front => self.fronts(),
            Needs::LaterCrisis => self.later_crises(),
            Needs::Occasion => self.challenges(),
        }
    }

    /// The rung of an opening that is fixed.
    fn opening(self) -> Option<usize> {
        match self.model.first_move {
            FirstMove::Rung(rung) => Some(rung),
            FirstMove::Choose => None,
        }
    }

    /// Why the trial is over with the opening, if that holds for any luck.
    fn at_once(self) -> Option<Reason> {
        let rung = self.opening()?;
        match self.model.accident(rung) {
            _ if rung == self.model.top() => Some(Reason::OpeningIsWar),
            (_, true) => Some(Reason::OpeningSlips),
            _ => None,
        }
    }

    /// Why there is no act on a rung or below it, where overrides see to that.
    fn overridden(self, rung: usize) -> Option<Reason> {
        Side::BOTH
            .iter()
            .any(|&side| self.model.lowest_act(side) > rung)
            .then_some(Reason::Overridden)
    }

    /// Why a rung is not among those that can be.
    fn why_not(
        self,
        possible: RungSet,
        rung: usize,
        why: impl Fn() -> Option<Reason>,
    ) -> Option<Reason> {
        if possible >> rung & 1 == 1 {
            return None;
        }
        let known = self
            .at_once()
            .or_else(why)
            .or_else(|| self.overridden(rung));
        known.or(Some(if self.model.accident(rung).1 {
            Reason::RungSlips
        } else {
            Reason::NoWay
        }))
    }

    /// The rungs that use force.
    fn forceful(self) -> RungSet {
        self.model
            .force
            .iter()
            .rev()
            .fold(0, |rungs, &force| rungs << 1 | RungSet::from(force))
    }

    fn may_move<T: Listed>(self, rate: &str, slot: impl Fn(usize) -> Slot) -> bool {
        self.model.ends_of::<T>(rate, slot).1 > 0.0
    }
}

#[cfg(test)]
mod tests;
