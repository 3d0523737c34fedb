//! How one number of the model comes of judged numbers.

use super::held::held;
use super::{Change, StepKind};
use crate::model::{Blueprint, Slot, Uncertain};
use crate::parameters::Parameter;
use crate::scenario::read::input_value::InputValue;
use crate::scenario::values::{Accumulated, Effect};

/// An effect on a number.
#[derive(Clone, Debug)]
pub struct Ingredient {
    /// What is done.
    pub effect: Effect,
    /// How much of it counts.
    pub weight: f64,
    /// Its place among the judged numbers, if it is one.
    pub judged: Option<usize>,
}

/// The history of one number, to be replayed.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Where the number stands.
    pub slot: Slot,
    /// Its parameter.
    pub parameter: &'static Parameter,
    /// What effects begin with: the fact or the default; what an override gives in their place.
    pub base: InputValue,
    /// The place of the base among the judged numbers, if it is one.
    pub judged_base: Option<usize>,
    /// Effects: sets, then adds, then scales.
    pub effects: Vec<Ingredient>,
    /// The place of what comes of it among the judged numbers, where that is a range.
    pub judged_range: Option<usize>,
    /// The address of its luck, where it is a range.
    pub address: u128,
}

impl Effect {
    /// What it does, as a step.
    pub const fn kind(&self) -> StepKind {
        match self {
            Self::Set(_) => StepKind::Sets,
            Self::Add(_) => StepKind::Adds,
            Self::Scale(_) => StepKind::Scales,
        }
    }
}

/// What is done to each of the judged numbers.
type Changes = [Option<Change>];

impl Recipe {
    /// The places among the judged numbers of all that it is made of.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        let ends = [self.judged_base, self.judged_range];
        let effects = self.effects.iter().map(|it| it.judged);
        ends.into_iter().chain(effects).flatten()
    }

    /// Whether any of the changes concerns it.
    pub fn changes(&self, changes: &Changes) -> bool {
        self.places().any(|at| changes[at].is_some())
    }

    /// Puts the number into a blueprint.
    pub fn put(&self, changes: &Changes, blueprint: &mut Blueprint) {
        let uncertain = &mut blueprint.uncertain_values;
        let place = uncertain.iter().position(|it| it.slot == self.slot);
        match (self.result(changes), place) {
            (InputValue::Number(value), place) => {
                if let Some(place) = place {
                    uncertain.remove(place);
                }
                let value = value.clamp(self.parameter.min, self.parameter.max);
                blueprint.numbers.set(self.slot, value);
            }
            (InputValue::Uncertain(distribution), Some(place)) => {
                uncertain[place].distribution = distribution;
            }
            (InputValue::Uncertain(distribution), None) => uncertain.push(Uncertain {
                slot: self.slot,
                distribution,
                address: self.address,
            }),
        }
    }

    /// The number with these changes, within the range of its parameter; none where it is a range.
    pub fn number(&self, changes: &Changes) -> Option<f64> {
        match self.result(changes) {
            InputValue::Number(value) => Some(value.clamp(self.parameter.min, self.parameter.max)),
            InputValue::Uncertain(_) => None,
        }
    }

    /// Its value at this part of its range, nothing else changed; none where it has no range.
    pub fn value_at(&self, draw: f64, numbers: usize) -> Option<f64> {
        let mut changes = vec![None; numbers];
        changes[self.judged_range?] = Some(Change::Draw(draw));
        match self.result(&changes) {
            InputValue::Number(value) => Some(value),
            InputValue::Uncertain(_) => None,
        }
    }

    /// The value with these changes.
    fn result(&self, changes: &Changes) -> InputValue {
        let base = times(&self.base, factor(self.judged_base, changes));
        let mut sum = Accumulated::from(base);
        for Ingredient {
            effect,
            weight,
            judged,
        } in &self.effects
        {
            sum.apply(&effect_times(effect, factor(*judged, changes)), *weight);
        }
        let distribution = match sum.result() {
            InputValue::Uncertain(distribution) => distribution,
            number @ InputValue::Number(_) => return number,
        };
        match self.judged_range.and_then(|at| changes[at]) {
            Some(Change::Draw(u)) => {
                let uncertain = Uncertain {
                    slot: self.slot,
                    distribution,
                    address: self.address,
                };
                InputValue::Number(uncertain.value(u, self.parameter))
            }
            Some(Change::Times(factor)) if factor <= 0.0 => InputValue::Number(0.0),
            Some(Change::Times(factor)) => held(distribution.moved(0.0, factor), self.parameter),
            None => held(distribution, self.parameter),
        }
    }
}

/// By what a number at this place is multiplied.
fn factor(at: Option<usize>, changes: &Changes) -> f64 {
    match at.and_then(|at| changes[at]) {
        Some(Change::Times(factor)) => factor,
        Some(Change::Draw(_)) | None => 1.0,
    }
}

/// A number or a range times a factor.
fn times(value: &InputValue, factor: f64) -> InputValue {
    match value {
        InputValue::Number(number) => InputValue::Number(number * factor),
        InputValue::Uncertain(distribution) if factor > 0.0 => {
            InputValue::Uncertain(distribution.moved(0.0, factor))
        }
        InputValue::Uncertain(_) => InputValue::Number(0.0),
    }
}

/// An effect that does so many times what it does.
fn effect_times(effect: &Effect, factor: f64) -> Effect {
    match effect {
        Effect::Set(value) => Effect::Set(times(value, factor)),
        Effect::Add(value) => Effect::Add(value * factor),
        Effect::Scale(value) if factor == 1.0 => Effect::Scale(*value),
        Effect::Scale(value) => Effect::Scale(libm::pow(*value, factor)),
    }
}
