//! Everything that a trial needs to know, checked once.

use super::numbers::Slot;
use super::strain::chance_of_accident;
use super::{Numbers, Side, Uncertain};
use crate::error::{Error, Problem};
use crate::parameters::{Actor, Horizon, Listed, MAX_RUNGS, MIN_RUNGS, Relations, Rung};

/// How the crisis begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstMove {
    /// The opener acts on this rung.
    Rung(usize),
    /// The opener decides as it would later.
    Choose,
}

/// A model in the making: every number and every relation between them, as plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct Blueprint {
    /// The value of every parameter; for an uncertain one any value, since each trial draws its own.
    pub numbers: Numbers,
    /// For each rung: does it use armed force?
    pub force: Vec<bool>,
    /// For each rung: can its author deny it?
    pub deniable: Vec<bool>,
    /// An answer at or below this rung ends the crisis.
    pub off_ramp: usize,
    /// A peak at or above this rung makes the crisis a limited war; it uses force.
    pub limited_war: usize,
    /// The rung that a part of the state acts on when it overrides the choice; it uses force.
    pub unauthorised_rung: usize,
    /// How the crisis begins.
    pub first_move: FirstMove,
    /// Days a trial is followed.
    pub horizon_days: u32,
    /// Whose front each front is.
    pub front_actors: Vec<Side>,
    /// Whom each spoiler attacks.
    pub spoiler_victims: Vec<Side>,
    /// The addresses of the luck of each mediator.
    pub mediator_luck: Vec<u128>,
    /// The addresses of the luck of each front.
    pub front_luck: Vec<u128>,
    /// The addresses of the luck of each spoiler.
    pub spoiler_luck: Vec<u128>,
    /// The uncertain values.
    pub uncertain_values: Vec<Uncertain>,
}

/// A blueprint that has been checked: no trial of it can go wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Model(Blueprint);

impl std::ops::Deref for Model {
    type Target = Blueprint;

    fn deref(&self) -> &Blueprint {
        &self.0
    }
}

impl Model {
    /// The smallest and the largest value that a number may have in a trial: one where it is not uncertain.
    #[must_use]
    pub fn ends(&self, slot: Slot) -> (f64, f64) {
        let uncertain = self
            .uncertain_values
            .iter()
            .find(|uncertain| uncertain.slot == slot);
        match (uncertain, slot.parameter()) {
            (Some(uncertain), Some(parameter)) => uncertain.ends(parameter),
            _ => self
                .numbers
                .get(slot)
                .map_or((0.0, 0.0), |value| (value, value)),
        }
    }

    /// The smallest and the largest value of the parameter with this key. `slot` makes the address from its index.
    #[must_use]
    pub fn ends_of<T: Listed>(&self, key: &str, slot: impl Fn(usize) -> Slot) -> (f64, f64) {
        // A key that is not in the list may have any value.
        T::index(key).map_or((f64::NEG_INFINITY, f64::INFINITY), |place| {
            self.ends(slot(place))
        })
    }

    /// Whether a number may be above 0.
    #[must_use]
    pub fn may_be_positive(&self, slot: Slot) -> bool {
        self.ends(slot).1 > 0.0
    }

    /// The lowest rung that an actor can come to act on: where every choice of it is overridden, that of the override.
    #[must_use]
    pub fn lowest_act(&self, side: Side) -> usize {
        let (least, _) = self.ends_of::<Actor>("unauthorised", |key| Slot::Actor(side, key));
        if least >= 1.0 {
            self.unauthorised_rung
        } else {
            0
        }
    }

    /// Whether an act on this rung can slip into war by accident, and whether it always does.
    #[must_use]
    pub fn accident(&self, rung: usize) -> (bool, bool) {
        let (least, most) = self.ends_of::<Rung>("war_risk", |key| Slot::Rung(rung, key));
        let (_, channel) = self.ends_of::<Relations>("channel", Slot::Relations);
        // An open channel halves the risk at most.
        (most > 0.0, chance_of_accident(least, channel) >= 1.0)
    }

    /// Checks a blueprint.
    ///
    /// # Errors
    /// Every rule of the model that it breaks: ranges, the order of the rungs, indices without a target.
    pub fn new(blueprint: Blueprint) -> Result<Self, Error> {
        let mut problems = Vec::new();
        blueprint.check_ladder(&mut problems);
        blueprint.check_parties(&mut problems);
        blueprint.check_numbers(&mut problems);
        if problems.is_empty() {
            Ok(Self(blueprint))
        } else {
            Err(Error::Scenario(problems))
        }
    }

    /// The model with other numbers at these places; a value that was uncertain there is certain then. Of two numbers at
    /// one place the later counts.
    ///
    /// # Errors
    /// A place that the model does not have, and every rule that the changed model breaks.
    pub fn with(&self, changes: &[(Slot, f64)]) -> Result<Self, Error> {
        let mut blueprint = self.0.clone();
        blueprint
            .uncertain_values
            .retain(|uncertain| changes.iter().all(|(slot, _)| *slot != uncertain.slot));
        for &(slot, value) in changes {
            if blueprint.numbers.get(slot).is_none() {
                return Err(Error::Scenario(vec![Problem::new(format!(
                    "there is no number at {slot:?}"
                ))]));
            }
            blueprint.numbers.set(slot, value);
        }
        Self::new(blueprint)
    }

    /// How many rungs the ladder has.
    #[must_use]
    pub fn rungs(&self) -> usize {
        self.force.len()
    }

    /// The top rung: war.
    #[must_use]
    pub fn top(&self) -> usize {
        self.rungs() - 1
    }
}

impl Blueprint {
    /// Whether there is such a rung and it uses force.
    fn uses_force(&self, rung: usize) -> bool {
        self.force.get(rung) == Some(&true)
    }

    fn check_ladder(&self, problems: &mut Vec<Problem>) {
        let rungs = &self.numbers.rungs;
        let n = rungs.len();
        must(
            problems,
            (MIN_RUNGS..=MAX_RUNGS).contains(&n),
            "a ladder must have 3 to 32 rungs",
        );
        must(
            problems,
            self.force.len() == n && self.deniable.len() == n,
            "every rung must say whether it uses force",
        );
        let rising = rungs
            .windows(2)
            .all(|pair| pair[0].severity < pair[1].severity);
        must(
            problems,
            rising,
            "severities must rise strictly from rung to rung",
        );
        let ends = rungs.first().is_some_and(|rung| rung.severity == 0.0)
            && rungs.last().is_some_and(|rung| rung.severity == 1.0);
        must(
            problems,
            ends,
            "the severity of the first rung must be 0 and that of the last 1",
        );
        let in_order = self.off_ramp < self.limited_war && self.limited_war < n.saturating_sub(1);
        must(
            problems,
            in_order,
            "`off_ramp` must lie below `limited_war`, and that below the last rung",
        );
        must(
            problems,
            self.uses_force(self.limited_war),
            "`limited_war` must name a rung that uses force",
        );
        must(
            problems,
            self.uses_force(self.unauthorised_rung) && self.unauthorised_rung < n.saturating_sub(1),
            "`unauthorised_rung` must name a rung below the last that uses force",
        );
        let opens = match self.first_move {
            FirstMove::Rung(rung) => rung < n,
            FirstMove::Choose => true,
        };
        must(
            problems,
            opens,
            "the opening must name a rung of the ladder",
        );
    }

    fn check_parties(&self, problems: &mut Vec<Problem>) {
        let numbers = &self.numbers;
        let counts_match = numbers.leverage.len() == numbers.mediators.len()
            && self.mediator_luck.len() == numbers.mediators.len()
            && self.front_luck.len() == numbers.fronts.len()
            && self.front_actors.len() == numbers.fronts.len()
            && self.spoiler_luck.len() == numbers.spoilers.len()
            && self.spoiler_victims.len() == numbers.spoilers.len();
        if !counts_match {
            problems.push(Problem::new(
                "every mediator, front and spoiler must have its luck and its actor",
            ));
        }
    }

    fn check_numbers(&self, problems: &mut Vec<Problem>) {
        let days = &Horizon::LIST[0];
        if !days.allows(f64::from(self.horizon_days)) {
            problems.push(Problem::new(format!(
                "`{}` must lie between {} and {}",
                days.key, days.min, days.max
            )));
        }
        let uncertain = |slot| {
            self.uncertain_values
                .iter()
                .any(|uncertain| uncertain.slot == slot)
        };
        for slot in self.numbers.slots() {
            if let (Some(parameter), Some(value)) = (slot.parameter(), self.numbers.get(slot))
                && !parameter.allows(value)
                && !uncertain(slot)
            {
                problems.push(Problem::new(format!(
                    "`{}` must lie between {} and {}, but it is {value}",
                    parameter.key, parameter.min, parameter.max
                )));
            }
        }
        for (at, uncertain) in self.uncertain_values.iter().enumerate() {
            let parameter = uncertain.slot.parameter().map(|parameter| parameter.key);
            if matches!(uncertain.slot, Slot::Rung(..)) && parameter == Some("severity") {
                problems.push(Problem::new(
                    "a severity cannot be uncertain: the order of the rungs rests on it",
                ));
            }
            if self.uncertain_values[..at]
                .iter()
                .any(|earlier| earlier.slot == uncertain.slot)
            {
                problems.push(Problem::new(format!(
                    "there are two uncertain values at {:?}",
                    uncertain.slot
                )));
            }
            let fits = |parameter| uncertain.distribution.is_sound() && uncertain.fits(parameter);
            let exists = self.numbers.get(uncertain.slot).is_some();
            if !exists || !uncertain.slot.parameter().is_some_and(fits) {
                problems.push(Problem::new(format!(
                    "the uncertain value at {:?} is unsound or out of range",
                    uncertain.slot
                )));
            }
        }
    }
}

/// A problem where a rule does not hold.
fn must(problems: &mut Vec<Problem>, holds: bool, rule: &str) {
    if !holds {
        problems.push(Problem::new(rule));
    }
}
