//! Every number of a scenario on its way from facts over arguments and overrides to the model, and
//! who set it.

mod history;
mod misfit;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::names::Names;
use super::read::input_value::InputValue;
use super::read::text::Spot;
use crate::error::{Problem, Problems};
use crate::model::{Numbers, Slot, Uncertain};
use crate::numerals::figure;

pub use history::{Accumulated, Adjustment, Override, ValueHistory};

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
        self.histories.insert(
            slot,
            ValueHistory {
                fact: Some((given, spot.cloned())),
                ..ValueHistory::default()
            },
        );
    }

    /// An override: the number is this, and facts and arguments no longer count. Returns whether
    /// the number was this before.
    pub fn override_with(&mut self, slot: Slot, given: InputValue, spot: &Spot) -> bool {
        let history = self.histories.entry(slot).or_default();
        let repeats = history.result(slot) == given;
        history.overrides.push(Override {
            given,
            spot: spot.clone(),
        });
        repeats
    }

    /// An argument's effect at weight `w`: add w v; scale v^w; set (1 - w) old + w new.
    ///
    /// # Errors
    /// A weight between 0 and 1 where the old or the new value is uncertain.
    pub fn apply(
        &mut self,
        slot: Slot,
        effect: &Effect,
        w: f64,
        argument: &str,
        spot: &Spot,
    ) -> Result<(), Problem> {
        let history = self.histories.entry(slot).or_default();
        if let Effect::Set(new) = effect
            && 0.0 < w
            && w < 1.0
            && !matches!(
                (history.given(slot), new),
                (InputValue::Number(_), InputValue::Number(_))
            )
        {
            let problem =
                Problem::new(format!("argument `{argument}` can only have weight 0 or 1"));
            return Err(problem.help(
                "it sets an uncertain value, or replaces one, and there is no half-way between",
            ));
        }
        let argument = argument.to_owned();
        let effect = effect.clone();
        let spot = spot.clone();
        history.adjustments.push(Adjustment {
            argument,
            effect,
            weight: w,
            spot,
        });
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
        self.histories
            .iter()
            .map(|(&slot, history)| (slot, history))
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

    /// Puts all values into `numbers` and gives the uncertain ones; every value out of its range is
    /// a problem.
    pub fn settle(
        &self,
        names: &Names,
        numbers: &mut Numbers,
        problems: &mut Problems,
    ) -> Vec<Uncertain> {
        let mut uncertain_values = Vec::new();
        for (slot, history) in self.histories() {
            let Some(parameter) = slot.parameter() else {
                continue;
            };
            match history.result(slot) {
                InputValue::Number(value) => {
                    numbers.set(slot, value);
                    if !parameter.allows(value) {
                        problems.push(history.out_of_range(
                            &names.path(slot),
                            parameter,
                            &figure(value),
                        ));
                    }
                }
                InputValue::Uncertain(_) if matches!(slot, Slot::Rung(_, 0)) => {
                    let problem =
                        Problem::new(format!("`{}` cannot be uncertain", names.path(slot)));
                    problems.push(
                        problem
                            .at(history.place())
                            .help("severities are fixed: they order the ladder"),
                    );
                }
                InputValue::Uncertain(distribution) => {
                    let uncertain = Uncertain {
                        slot,
                        distribution,
                        address: address(&names.role_path(slot)),
                    };
                    if !uncertain.fits(parameter) {
                        problems.push(history.misfit(
                            &names.path(slot),
                            parameter,
                            &uncertain.distribution,
                        ));
                    }
                    uncertain_values.push(uncertain);
                }
            }
        }
        uncertain_values
    }
}

/// The address of the luck of a named thing: the first half of its path's SHA-256.
pub fn address(path: &str) -> u128 {
    let digest = Sha256::digest(path.as_bytes());
    digest
        .iter()
        .take(16)
        .fold(0, |address, &byte| address << 8 | u128::from(byte))
}
