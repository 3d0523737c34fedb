//! How a number of a scenario came about: a fact, then arguments, then overrides.

use super::Effect;
use crate::error::Place;
use crate::model::Slot;
use crate::numerals::rounded;
use crate::scenario::read::input_value::InputValue;
use crate::scenario::read::text::Spot;

/// What an argument does to a number.
#[derive(Clone, Debug)]
pub struct Adjustment {
    /// The argument.
    pub argument: String,
    /// What it does.
    pub effect: Effect,
    /// How much of it counts.
    pub weight: f64,
    pub(super) spot: Spot,
}

/// A value that replaces facts and arguments.
#[derive(Clone, Debug)]
pub struct Override {
    /// What it says.
    pub given: InputValue,
    /// Where: in a file's `[overrides]` or in an option.
    pub spot: Spot,
}

/// How one number came about: a fact, the adjustments of arguments, and overrides.
#[derive(Clone, Debug, Default)]
pub struct ValueHistory {
    /// The fact, and where it stands; nowhere for those of the default ladder. Where there is none,
    /// the default holds.
    pub fact: Option<(InputValue, Option<Spot>)>,
    /// The arguments that touch it: sets, then adds, then scales.
    pub adjustments: Vec<Adjustment>,
    /// Overrides, the one that counts last.
    pub overrides: Vec<Override>,
}

impl ValueHistory {
    /// Whether somebody has put it over what a file at this depth says: an override, or a file that
    /// extends that one.
    pub fn is_over(&self, depth: usize) -> bool {
        let fact = self.fact.as_ref().and_then(|(_, spot)| spot.as_ref());
        !self.overrides.is_empty() || fact.is_some_and(|spot| spot.depth() < depth)
    }

    /// Whether an argument adjusts it.
    pub fn is_touched_by(&self, argument: &str) -> bool {
        self.adjustments
            .iter()
            .any(|adjustment| adjustment.argument == argument)
    }

    /// What comes of it all.
    pub fn result(&self, slot: Slot) -> InputValue {
        self.overrides
            .last()
            .map_or_else(|| self.argued(slot, None), |last| last.given.clone())
    }

    /// The number as it would be without one of the arguments that touch it.
    pub fn without(&self, slot: Slot, argument: &str) -> InputValue {
        self.overrides.last().map_or_else(
            || self.argued(slot, Some(argument)),
            |last| last.given.clone(),
        )
    }

    /// (given + adds) * scales, one argument left out.
    fn argued(&self, slot: Slot, left_out: Option<&str>) -> InputValue {
        let mut sum = Accumulated::from(self.base(slot));
        for adjustment in &self.adjustments {
            let counts = Some(adjustment.argument.as_str()) != left_out;
            let weight = if counts { adjustment.weight } else { 0.0 };
            sum.apply(&adjustment.effect, weight);
        }
        sum.result()
    }

    /// The fact, or the default.
    pub fn base(&self, slot: Slot) -> InputValue {
        match &self.fact {
            Some((given, _)) => given.clone(),
            None => InputValue::Number(slot.parameter().map_or(0.0, |parameter| parameter.default)),
        }
    }

    /// The value that sets work on, those so far included.
    pub(super) fn given(&self, slot: Slot) -> InputValue {
        let sets = self
            .adjustments
            .iter()
            .filter(|adjustment| matches!(adjustment.effect, Effect::Set(_)));
        sets.fold(self.base(slot), |old, adjustment| {
            match &adjustment.effect {
                Effect::Set(new) => between(&old, new, adjustment.weight),
                Effect::Add(_) | Effect::Scale(_) => old,
            }
        })
    }

    pub(super) fn spot(&self) -> Option<&Spot> {
        let last_word = self.overrides.last().map(|last| &last.spot);
        let adjustment = self.adjustments.last().map(|adjustment| &adjustment.spot);
        last_word
            .or(adjustment)
            .or(self.fact.as_ref().and_then(|(_, spot)| spot.as_ref()))
    }

    pub(super) fn place(&self) -> Option<Place> {
        self.spot().and_then(Spot::place)
    }
}

/// A number while effects are applied to it, one by one: (given + adds) * scales. All that works
/// out a number goes through here, so that it comes to the same bits.
#[derive(Clone, Debug)]
pub struct Accumulated {
    given: InputValue,
    add: f64,
    scale: f64,
    touched: bool,
}

impl From<InputValue> for Accumulated {
    fn from(given: InputValue) -> Self {
        Self {
            given,
            add: 0.0,
            scale: 1.0,
            touched: false,
        }
    }
}

impl Accumulated {
    /// Applies an effect, as far as its weight says.
    pub fn apply(&mut self, effect: &Effect, weight: f64) {
        self.touched = true;
        match effect {
            Effect::Set(new) => self.given = between(&self.given, new, weight),
            Effect::Add(value) => self.add += weight * value,
            Effect::Scale(value) => self.scale *= libm::pow(*value, weight),
        }
    }

    /// What comes of it.
    pub fn result(self) -> InputValue {
        match self.given {
            InputValue::Number(number) if !self.touched => InputValue::Number(number),
            // What sums of decimals add in the last bits says nothing, and is read by people.
            InputValue::Number(number) => {
                InputValue::Number(rounded((number + self.add) * self.scale))
            }
            InputValue::Uncertain(_) if self.scale <= 0.0 => InputValue::Number(0.0),
            InputValue::Uncertain(distribution) if !self.touched => {
                InputValue::Uncertain(distribution)
            }
            InputValue::Uncertain(distribution) => {
                InputValue::Uncertain(distribution.moved(self.add, self.scale).each(rounded))
            }
        }
    }
}

/// Between an old and a new value: the new at weight 1, the old at 0. Between them only numbers
/// have a middle; that there is nothing else was seen when the effect was applied.
fn between(old: &InputValue, new: &InputValue, w: f64) -> InputValue {
    match (old, new) {
        (InputValue::Number(old), InputValue::Number(new)) if 0.0 < w && w < 1.0 => {
            InputValue::Number((1.0 - w) * old + w * new)
        }
        _ if w <= 0.0 => old.clone(),
        _ => new.clone(),
    }
}
