//! Every number of a scenario on its way from facts over arguments and overrides to the model.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::document::Spot;
use super::names::Names;
use super::section::{Given, Problems};
use crate::error::Problem;
use crate::model::{Doubt, Numbers, Slot};
use crate::parameters::Parameter;

/// One number in the making: (given + add) * scale.
#[derive(Clone, Debug)]
struct Making {
    given: Given,
    add: f64,
    scale: f64,
    /// Where it was given, or last touched.
    spot: Option<Spot>,
    /// The arguments that touched it.
    arguments: Vec<String>,
}

/// The numbers that a scenario sets; those it does not keep their defaults.
#[derive(Clone, Debug, Default)]
pub struct Values(BTreeMap<Slot, Making>);

/// What an argument does to a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Puts this in its place.
    Set(Given),
    /// Adds this.
    Add(f64),
    /// Multiplies by this.
    Scale(f64),
}

impl Values {
    /// A fact or an override: the number is this, whatever was there before.
    pub fn set(&mut self, slot: Slot, given: Given, spot: &Spot) {
        let making = Making { given, add: 0.0, scale: 1.0, spot: Some(spot.clone()), arguments: Vec::new() };
        self.0.insert(slot, making);
    }

    /// Where a number was last given or touched.
    pub fn spot(&self, slot: Slot) -> Option<&Spot> {
        self.0.get(&slot)?.spot.as_ref()
    }

    /// An argument's effect at weight `w`: add w v; scale v^w; set (1 - w) old + w new.
    pub fn apply(&mut self, slot: Slot, effect: &Effect, w: f64, argument: &str, spot: &Spot) -> Result<(), Problem> {
        let default = slot.parameter().map_or(0.0, |parameter| parameter.default);
        let making = self.0.entry(slot).or_insert_with(|| Making {
            given: Given::Number(default),
            add: 0.0,
            scale: 1.0,
            spot: None,
            arguments: Vec::new(),
        });
        match effect {
            Effect::Set(new) => making.given = between(&making.given, new, w, argument)?,
            Effect::Add(value) => making.add += w * value,
            Effect::Scale(value) => making.scale *= libm::pow(*value, w),
        }
        making.spot = Some(spot.clone());
        if making.arguments.last().is_none_or(|last| last != argument) {
            making.arguments.push(argument.to_owned());
        }
        Ok(())
    }

    /// Puts all values into `numbers` and gives the uncertain ones; every value out of its range is a problem.
    pub fn settle(&self, names: &Names, numbers: &mut Numbers, problems: &mut Problems) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        for (&slot, making) in &self.0 {
            let Some(parameter) = slot.parameter() else { continue };
            let path = names.path(slot);
            match making.result() {
                Given::Number(value) => {
                    numbers.set(slot, value);
                    if !parameter.allows(value) {
                        let what = format!("it {} {value}", making.comes_to());
                        problems.push(making.out_of_range(&path, parameter, &what));
                    }
                }
                Given::Uncertain(_) if matches!(slot, Slot::Rung(_, 0)) => {
                    let problem = Problem::new(format!("`{path}` cannot be uncertain"));
                    problems.push(problem.at(making.place()).help("severities are fixed: they order the ladder"));
                }
                Given::Uncertain(distribution) => {
                    let doubt = Doubt { slot, distribution, address: address(&names.role_path(slot)) };
                    if !doubt.fits(parameter) {
                        let what = format!("its uncertain value {} {}", making.comes_to(), doubt.distribution);
                        problems.push(making.out_of_range(&path, parameter, &what));
                    }
                    doubts.push(doubt);
                }
            }
        }
        doubts
    }
}

impl Making {
    /// (given + add) * scale.
    fn result(&self) -> Given {
        match &self.given {
            Given::Number(number) => Given::Number((number + self.add) * self.scale),
            Given::Uncertain(_) if self.scale <= 0.0 => Given::Number(0.0),
            Given::Uncertain(distribution) => Given::Uncertain(distribution.moved(self.add, self.scale)),
        }
    }

    fn place(&self) -> Option<crate::error::Place> {
        self.spot.as_ref().and_then(Spot::place)
    }

    fn comes_to(&self) -> String {
        match self.arguments.as_slice() {
            [] => "is".to_owned(),
            [one] => format!("comes, with argument `{one}`, to"),
            [many @ .., last] => format!("comes, with arguments `{}` and `{last}`, to", many.join("`, `")),
        }
    }

    fn out_of_range(&self, path: &str, parameter: &Parameter, what: &str) -> Problem {
        let message = format!("`{path}` must lie between {} and {}, but {what}", parameter.min, parameter.max);
        Problem::new(message).at(self.place()).help(format!("it means: {}", parameter.meaning))
    }
}

/// Between an old and a new value: the new at weight 1, the old at 0.
fn between(old: &Given, new: &Given, w: f64, argument: &str) -> Result<Given, Problem> {
    match (old, new) {
        _ if w >= 1.0 => Ok(new.clone()),
        _ if w <= 0.0 => Ok(old.clone()),
        (Given::Number(old), Given::Number(new)) => Ok(Given::Number((1.0 - w) * old + w * new)),
        _ => Err(Problem::new(format!("argument `{argument}` can only have weight 0 or 1"))
            .help("it sets an uncertain value, or replaces one, and there is no half-way between")),
    }
}

/// The address of the luck of a named thing: the first half of its path's SHA-256.
pub fn address(path: &str) -> u128 {
    let digest = Sha256::digest(path.as_bytes());
    digest.iter().take(16).fold(0, |address, &byte| address << 8 | u128::from(byte))
}
