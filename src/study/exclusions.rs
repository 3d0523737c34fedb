//! What the inputs exclude: cases that no trial can meet, whatever the luck, each with the reason.
//!
//! Zero of n trials is never "impossible". But where the opening uses force there is no crisis without force, and to put
//! an interval around that zero would be to miss the point.

use crate::model::{FirstMove, Model, Slot};
use crate::parameters::{Front, Listed, Mediator, Spoiler};
use crate::quantities::{Kind, Needs, Part, Quantity};
use crate::sim::Outcome;

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

    /// Why no trial can stand on this rung on this day.
    #[must_use]
    pub fn level(self, day: usize, rung: usize) -> Option<Reason> {
        match self.0.first_move {
            FirstMove::Rung(first) if rung == first => None,
            FirstMove::Rung(first) if first == self.0.top() => Some(OPENS_WITH_WAR),
            // An act slips into war at once; an answer takes its time.
            FirstMove::Rung(_) if day == 0 && rung != self.0.top() => Some("the opening is fixed on another rung"),
            _ => (0 < rung && rung <= self.0.off_ramp).then_some("an act at or below the off-ramp ends the crisis"),
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
        let with_leverage = |at| (0..2).any(|side| self.0.may_be_positive(Slot::Leverage(at, side)));
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
        match (quantity.row().kind, self.0.first_move) {
            (Kind::Outcomes(&[outcome]), _) => self.outcome(outcome),
            (Kind::FirstAct, FirstMove::Rung(rung)) if !self.0.force[rung] => {
                Some("the opening is fixed on a rung without force")
            }
            _ => self.needs(quantity.row().needs),
        }
    }

    /// Whether a quantity is the same in every trial, and not excluded. A single outcome is judged by all cases together.
    #[must_use]
    pub fn fixes(self, quantity: Quantity) -> bool {
        let row = quantity.row();
        match (row.kind, self.0.first_move) {
            (Kind::Outcomes(outcomes), _) => {
                let mut others = Outcome::ALL.into_iter().filter(|outcome| !outcomes.contains(outcome));
                others.all(|outcome| self.outcome(outcome).is_some())
            }
            (Kind::FirstAct, FirstMove::Rung(rung)) => self.0.force[rung],
            // Where the opening is war, it is the whole crisis.
            (Kind::Number { .. }, _) => row.part == Part::OpeningCrisis && self.any_answer().is_some(),
            _ => false,
        }
    }

    /// Why what a quantity needs is not possible.
    fn needs(self, needs: Needs) -> Option<Reason> {
        match needs {
            Needs::Nothing => None,
            Needs::Answer => self.any_answer(),
            Needs::Mediator => self.mediator(),
            Needs::Front => self.fronts(),
            Needs::Spoiler => self.later_crises(),
        }
    }

    fn may_move<T: Listed>(self, rate: &str, slot: impl Fn(usize) -> Slot) -> bool {
        T::index(rate).is_some_and(|key| self.0.may_be_positive(slot(key)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::blueprint;
    use crate::model::{Blueprint, Side};
    use crate::sim::Simulator;
    use crate::study::Findings;
    use crate::tally::Tally;

    /// Ladders of all lengths and off-ramps, with every way to open, accidents, later crises and acts of rogue units.
    fn models(war_risk: f64) -> Vec<Model> {
        let mut models = Vec::new();
        for rungs in 3..=8 {
            for off_ramp in 0..rungs {
                for first_move in (0..rungs).map(FirstMove::Rung).chain([FirstMove::Choose]) {
                    models.extend(model(rungs, off_ramp, first_move, war_risk));
                }
            }
        }
        models
    }

    /// None where such a model makes no sense.
    fn model(rungs: usize, off_ramp: usize, first_move: FirstMove, war_risk: f64) -> Option<Model> {
        let plain = blueprint(rungs);
        let mut numbers = plain.numbers;
        numbers.opening.provocation = 0.5;
        numbers.rungs.iter_mut().for_each(|rung| rung.war_risk = war_risk);
        numbers.actors.iter_mut().for_each(|actor| actor.unauthorised = 0.1);
        numbers.spoilers = vec![Spoiler { attacks_per_day: 0.2, severity: 0.5, ..Spoiler::default() }];
        let (spoiler_victims, spoiler_luck) = (vec![Side::Other], vec![7]);
        let horizon_days = 30;
        Model::new(Blueprint { numbers, off_ramp, first_move, horizon_days, spoiler_victims, spoiler_luck, ..plain })
            .ok()
    }

    /// What the inputs are said to exclude, no trial meets; and what they are said to fix is alike in all.
    #[test]
    fn no_trial_meets_what_is_excluded() {
        let models = models(0.1);
        assert!(models.len() > 100, "{}", models.len());
        for model in models {
            let (mut simulator, mut tally) = (Simulator::new(&model, 1), Tally::new(&model));
            let exclusions = Exclusions::new(&model);
            let mut first = None;
            for trial in 0..200 {
                let summary = simulator.run(trial, &mut tally);
                tally.add(summary, None);
                let values = Quantity::ALL.map(|quantity| quantity.of_trial(&model, summary));
                let first = first.get_or_insert(values);
                for quantity in Quantity::ALL {
                    let (value, first) = (values[quantity as usize], first[quantity as usize]);
                    assert!(value == 0.0 || exclusions.quantity(quantity).is_none(), "{quantity:?} in {model:?}");
                    assert!(value == first || !exclusions.fixes(quantity), "{quantity:?} in {model:?}");
                }
            }
            let findings = Findings::new(&model, &tally, false);
            let counted = |counts: &[u64], why: &dyn Fn(usize) -> Option<Reason>| {
                for (at, &count) in counts.iter().enumerate() {
                    assert!(count == 0 || why(at).is_none(), "{count} at {at}: {:?} in {model:?}", why(at));
                }
            };
            counted(&tally.outcomes, &|at| exclusions.outcome(Outcome::ALL[at]));
            counted(&tally.peak, &|rung| exclusions.peak(rung));
            counted(&tally.first_act, &|rung| exclusions.first_act(rung));
            counted(&tally.first_answer, &|_| exclusions.any_answer());
            for (day, counts) in findings.levels.iter().enumerate() {
                counted(counts, &|rung| exclusions.level(day, rung));
            }
        }
    }

    /// However few the trials, no end of an interval lies beyond what the inputs make certain.
    #[test]
    fn no_interval_reaches_beyond_what_can_be() {
        let mut cut = 0;
        for model in models(0.95) {
            let FirstMove::Rung(rung) = model.first_move else { continue };
            let (mut simulator, mut tally) = (Simulator::new(&model, 1), Tally::new(&model));
            for trial in 0..30 {
                let summary = simulator.run(trial, &mut tally);
                tally.add(summary, None);
            }
            let findings = Findings::new(&model, &tally, false);
            let mean = |quantity| findings.means.of(quantity);
            let force = model.force[rung];
            for (quantity, certain) in
                [(Quantity::Acts, true), (Quantity::ForceOpener, force), (Quantity::Force, force)]
            {
                let low = mean(quantity).interval.low();
                assert!(low.is_none_or(|low| low >= f64::from(u8::from(certain))), "{quantity:?}");
            }
            cut += u32::from(mean(Quantity::ForceOpener).interval.low() == Some(1.0));
        }
        assert!(cut > 10, "few needed to be cut: {cut}");
    }

    /// Day 0 of a fixed opening: its own rung, or war that it slips into, and nothing else.
    #[test]
    fn levels_that_cannot_occur_are_excluded_day_by_day() {
        let model = model(7, 2, FirstMove::Rung(4), 0.1).unwrap();
        let excluded = |day| (0..7).map(|rung| Exclusions::new(&model).level(day, rung).is_some()).collect::<Vec<_>>();
        assert_eq!(excluded(0), [true, true, true, true, false, true, false]);
        assert_eq!(excluded(1), [false, true, true, false, false, false, false]);
    }
}
