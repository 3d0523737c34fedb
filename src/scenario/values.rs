//! Every number of a scenario on its way from facts over arguments and overrides to the model, and who set it.

mod misfit;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::names::Names;
use super::read::input_value::InputValue;
use super::read::text::Spot;
use crate::error::{Place, Problem, Problems};
use crate::model::{Numbers, Slot, Uncertain};
use crate::numerals::figure;

/// What an argument does to a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Puts this in its place.
    Set(InputValue),
    /// Adds this.
    Add(f64),
    /// Multiplies by this.
    Scale(f64),
}

/// What an argument does to a number.
#[derive(Clone, Debug)]
pub struct Adjustment {
    /// The argument.
    pub argument: String,
    /// What it does.
    pub effect: Effect,
    /// How much of it counts.
    pub weight: f64,
    spot: Spot,
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
    /// The fact, and where it stands; nowhere for those of the default ladder. Where there is none, the default holds.
    pub fact: Option<(InputValue, Option<Spot>)>,
    /// The arguments that touch it: sets, then adds, then scales.
    pub adjustments: Vec<Adjustment>,
    /// Overrides, the one that counts last.
    pub overrides: Vec<Override>,
}

/// The numbers that a scenario sets; those it does not keep their defaults.
#[derive(Clone, Debug, Default)]
pub struct Values {
    histories: BTreeMap<Slot, ValueHistory>,
    /// Where actors, third parties and rungs have their tables.
    tables: BTreeMap<String, Spot>,
}

impl Values {
    /// Sets a fact; it replaces everything that was there before.
    pub fn fact(&mut self, slot: Slot, given: InputValue, spot: Option<&Spot>) {
        self.histories.insert(slot, ValueHistory { fact: Some((given, spot.cloned())), ..ValueHistory::default() });
    }

    /// An override: the number is this, and facts and arguments no longer count. Returns whether
    /// the number was this before.
    pub fn override_with(&mut self, slot: Slot, given: InputValue, spot: &Spot) -> bool {
        let history = self.histories.entry(slot).or_default();
        let repeats = history.result(slot) == given;
        history.overrides.push(Override { given, spot: spot.clone() });
        repeats
    }

    /// An argument's effect at weight `w`: add w v; scale v^w; set (1 - w) old + w new.
    ///
    /// # Errors
    /// A weight between 0 and 1 where the old or the new value is uncertain.
    pub fn apply(&mut self, slot: Slot, effect: &Effect, w: f64, argument: &str, spot: &Spot) -> Result<(), Problem> {
        let history = self.histories.entry(slot).or_default();
        if let Effect::Set(new) = effect
            && 0.0 < w
            && w < 1.0
            && !matches!((history.given(slot), new), (InputValue::Number(_), InputValue::Number(_)))
        {
            let problem = Problem::new(format!("argument `{argument}` can only have weight 0 or 1"));
            return Err(problem.help("it sets an uncertain value, or replaces one, and there is no half-way between"));
        }
        let argument = argument.to_owned();
        let effect = effect.clone();
        let spot = spot.clone();
        history.adjustments.push(Adjustment { argument, effect, weight: w, spot });
        Ok(())
    }

    /// Notes where a table stands: `[actors.iran]`.
    pub fn table(&mut self, title: &str, spot: &Spot) {
        self.tables.insert(title.to_owned(), spot.clone());
    }

    /// Where a table stands.
    pub fn table_spot(&self, title: &str) -> Option<&Spot> {
        self.tables.get(title)
    }

    /// How a number came about, where the scenario says anything of it.
    pub fn history(&self, slot: Slot) -> Option<&ValueHistory> {
        self.histories.get(&slot)
    }

    /// The numbers that the scenario says something of, each with how it came about.
    pub fn histories(&self) -> impl Iterator<Item = (Slot, &ValueHistory)> {
        self.histories.iter().map(|(&slot, history)| (slot, history))
    }

    /// Where a number was last given or touched.
    pub fn spot(&self, slot: Slot) -> Option<&Spot> {
        self.history(slot)?.spot()
    }

    /// A number that the scenario gives, plain and within its range.
    pub fn plain(&self, slot: Slot) -> Option<f64> {
        match self.history(slot)?.result(slot) {
            InputValue::Number(number) => {
                Some(number).filter(|&number| slot.parameter().is_some_and(|it| it.allows(number)))
            }
            InputValue::Uncertain(_) => None,
        }
    }

    /// Puts all values into `numbers` and gives the uncertain ones; every value out of its range is a problem.
    pub fn settle(&self, names: &Names, numbers: &mut Numbers, problems: &mut Problems) -> Vec<Uncertain> {
        let mut uncertain_values = Vec::new();
        for (slot, history) in self.histories() {
            let Some(parameter) = slot.parameter() else { continue };
            match history.result(slot) {
                InputValue::Number(value) => {
                    numbers.set(slot, value);
                    if !parameter.allows(value) {
                        problems.push(history.out_of_range(&names.path(slot), parameter, &figure(value)));
                    }
                }
                InputValue::Uncertain(_) if matches!(slot, Slot::Rung(_, 0)) => {
                    let problem = Problem::new(format!("`{}` cannot be uncertain", names.path(slot)));
                    problems.push(problem.at(history.place()).help("severities are fixed: they order the ladder"));
                }
                InputValue::Uncertain(distribution) => {
                    let uncertain = Uncertain { slot, distribution, address: address(&names.role_path(slot)) };
                    if !uncertain.fits(parameter) {
                        problems.push(history.misfit(&names.path(slot), parameter, &uncertain.distribution));
                    }
                    uncertain_values.push(uncertain);
                }
            }
        }
        uncertain_values
    }
}

impl ValueHistory {
    /// Whether somebody has put it over what a file at this depth says: an override, or a file that extends that one.
    pub fn is_over(&self, depth: usize) -> bool {
        let fact = self.fact.as_ref().and_then(|(_, spot)| spot.as_ref());
        !self.overrides.is_empty() || fact.is_some_and(|spot| spot.depth() < depth)
    }

    /// Whether an argument adjusts it.
    pub fn is_touched_by(&self, argument: &str) -> bool {
        self.adjustments.iter().any(|adjustment| adjustment.argument == argument)
    }

    /// What comes of it all.
    pub fn result(&self, slot: Slot) -> InputValue {
        self.overrides.last().map_or_else(|| self.argued(slot, None), |last| last.given.clone())
    }

    /// The number as it would be without one of the arguments that touch it.
    pub fn without(&self, slot: Slot, argument: &str) -> InputValue {
        self.overrides.last().map_or_else(|| self.argued(slot, Some(argument)), |last| last.given.clone())
    }

    /// (given + adds) * scales, one argument left out.
    fn argued(&self, slot: Slot, left_out: Option<&str>) -> InputValue {
        let mut given = self.base(slot);
        let mut add = 0.0;
        let mut scale = 1.0;
        for adjustment in self.adjustments.iter().filter(|adjustment| Some(adjustment.argument.as_str()) != left_out) {
            match &adjustment.effect {
                Effect::Set(new) => given = between(&given, new, adjustment.weight),
                Effect::Add(value) => add += adjustment.weight * value,
                Effect::Scale(value) => scale *= libm::pow(*value, adjustment.weight),
            }
        }
        match given {
            InputValue::Number(number) => InputValue::Number((number + add) * scale),
            InputValue::Uncertain(_) if scale <= 0.0 => InputValue::Number(0.0),
            InputValue::Uncertain(distribution) => InputValue::Uncertain(distribution.moved(add, scale)),
        }
    }

    /// The fact, or the default.
    pub fn base(&self, slot: Slot) -> InputValue {
        match &self.fact {
            Some((given, _)) => given.clone(),
            None => InputValue::Number(slot.parameter().map_or(0.0, |parameter| parameter.default)),
        }
    }

    /// The value that sets work on, those so far included.
    fn given(&self, slot: Slot) -> InputValue {
        let sets = self.adjustments.iter().filter(|adjustment| matches!(adjustment.effect, Effect::Set(_)));
        sets.fold(self.base(slot), |old, adjustment| match &adjustment.effect {
            Effect::Set(new) => between(&old, new, adjustment.weight),
            Effect::Add(_) | Effect::Scale(_) => old,
        })
    }

    fn spot(&self) -> Option<&Spot> {
        let last_word = self.overrides.last().map(|last| &last.spot);
        let adjustment = self.adjustments.last().map(|adjustment| &adjustment.spot);
        last_word.or(adjustment).or(self.fact.as_ref().and_then(|(_, spot)| spot.as_ref()))
    }

    fn place(&self) -> Option<Place> {
        self.spot().and_then(Spot::place)
    }
}

/// Between an old and a new value: the new at weight 1, the old at 0. Between them only numbers have a middle; that
/// there is nothing else was seen when the effect was applied.
fn between(old: &InputValue, new: &InputValue, w: f64) -> InputValue {
    match (old, new) {
        (InputValue::Number(old), InputValue::Number(new)) if 0.0 < w && w < 1.0 => {
            InputValue::Number((1.0 - w) * old + w * new)
        }
        _ if w <= 0.0 => old.clone(),
        _ => new.clone(),
    }
}

/// The address of the luck of a named thing: the first half of its path's SHA-256.
pub fn address(path: &str) -> u128 {
    let digest = Sha256::digest(path.as_bytes());
    digest.iter().take(16).fold(0, |address, &byte| address << 8 | u128::from(byte))
}
