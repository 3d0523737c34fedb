//! The numbers of a scenario that somebody judged, and the scenario with some of them changed.
//!
//! Judged are the steps of arguments that count, the facts that the scenario does not list as
//! `known`, the defaults that it leaves as they are, and values that it gives as a range. Not
//! judged are what `[overrides]` and settings suppose, zeros, and what cannot change how a trial
//! goes. Severities order the ladder, and are the measure of everything else: they are not judged
//! either.
//!
//! A change needs no text: the history of each number is replayed from its effects.
//!
//! ```
//! use offramp::scenario::{Change, Scenario, Settings};
//!
//! let baseline = Scenario::shipped("iran-pakistan-2024", &Settings::default())?;
//! let judged = baseline.judged();
//! let communication = judged.list().iter().position(|it| it.path == "relations.crisis_communication").unwrap();
//! assert!(judged.list()[communication].argument.is_some());
//! let reading = judged.model(&[(communication, Change::Times(1.2))])?;
//! assert!(reading.numbers.relations.crisis_communication > 0.45);
//! # Ok::<(), offramp::error::Error>(())
//! ```

mod held;
mod listing;
mod recipe;
mod relevance;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::assembled::Scenario;
use crate::error::Error;
use crate::model::{Model, Slot};
use listing::Listing;
use recipe::Recipe;

/// What kind of judgement a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JudgedKind {
    /// A step of an argument.
    Step,
    /// A fact that the scenario sets and does not list as known.
    Fact,
    /// A default, where the scenario says nothing.
    Default,
    /// A value that the scenario gives as a range.
    Range,
}

/// Who makes a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claimed {
    /// The argument's id.
    pub id: String,
    /// What is claimed.
    pub claim: String,
    /// Who says it.
    pub who: String,
}

/// One number that somebody judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// Its name, which no other has: the path, and for the step of an argument
    /// `ARGUMENT:PATH`.
    pub id: String,
    /// The path of the number that it makes or changes; with `*` where it changes several.
    pub path: String,
    /// What the parameter means.
    pub meaning: String,
    /// The argument that it is part of, if any.
    pub argument: Option<Claimed>,
    /// The number: for a step what is added, set or multiplied by; for a range its median.
    pub value: f64,
    /// What kind of judgement it is.
    pub kind: JudgedKind,
}

/// What is done to a judged number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// It is multiplied by this. A step that scales is raised to this power, so that it does so
    /// much more or less of what it does.
    Times(f64),
    /// A value that is given as a range takes the value at this part of it, from 0 up to but not
    /// including 1. Without effect on any other number.
    Draw(f64),
}

/// What the step of an argument does to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// It sets it.
    Sets,
    /// It is added to it.
    Adds,
    /// It is multiplied by it.
    Scales,
}

/// The judged numbers of a scenario, and how its model comes of them.
#[derive(Clone, Debug)]
pub struct JudgedNumbers {
    list: Vec<Judged>,
    recipes: Vec<Recipe>,
    model: Model,
}

impl Scenario {
    /// The numbers that somebody judged: steps of arguments by argument, then ranges, facts and
    /// defaults in the order of the lists of parameters.
    #[must_use]
    pub fn judged(&self) -> JudgedNumbers {
        let Listing { list, recipes } = Listing::of(self);
        JudgedNumbers {
            list,
            recipes,
            model: self.model.clone(),
        }
    }
}

impl JudgedNumbers {
    /// The numbers.
    #[must_use]
    pub fn list(&self) -> &[Judged] {
        &self.list
    }

    /// The value of a number that is given as a range, at this part of it; none of any other.
    #[must_use]
    pub fn value_at(&self, at: usize, draw: f64) -> Option<f64> {
        let mut recipes = self.recipes.iter();
        let recipe = recipes.find(|recipe| recipe.judged_range == Some(at))?;
        recipe.value_at(draw, self.list.len())
    }

    /// What the step of an argument does; none of what is no step.
    #[must_use]
    pub fn step_kind(&self, at: usize) -> Option<StepKind> {
        let mut effects = self.recipes.iter().flat_map(|recipe| &recipe.effects);
        let step = effects.find(|effect| effect.judged == Some(at))?;
        Some(step.effect.kind())
    }

    /// The number itself after a change: of a step what is added, set or multiplied by then.
    #[must_use]
    pub fn value_after(&self, at: usize, change: Change) -> Option<f64> {
        let value = self.list.get(at)?.value;
        match change {
            Change::Draw(draw) => self.value_at(at, draw),
            Change::Times(factor) if self.step_kind(at) == Some(StepKind::Scales) => {
                Some(libm::pow(value, factor))
            }
            Change::Times(factor) => Some(value * factor),
        }
    }

    /// The numbers of the model that these changes reach, with their values then; a range stays out.
    #[must_use]
    pub fn reached(&self, changes: &[(usize, Change)]) -> Vec<(Slot, f64)> {
        let of_number = self.of_number(changes);
        let recipes = self.recipes.iter().filter(|it| it.changes(&of_number));
        recipes
            .filter_map(|recipe| Some((recipe.slot, recipe.number(&of_number)?)))
            .collect()
    }

    /// The change of each number.
    fn of_number(&self, changes: &[(usize, Change)]) -> Vec<Option<Change>> {
        let mut of_number = vec![None; self.list.len()];
        for &(at, change) in changes {
            if let Some(place) = of_number.get_mut(at) {
                *place = Some(change);
            }
        }
        of_number
    }

    /// The model with some of them changed, by their places in the list; results are held in the
    /// ranges of their parameters. Of two changes to one number the later counts.
    ///
    /// # Errors
    /// A rule of the model that the changed numbers break; there is none that a change within its
    /// range can break.
    pub fn model(&self, changes: &[(usize, Change)]) -> Result<Model, Error> {
        let of_number = self.of_number(changes);
        let mut blueprint = (*self.model).clone();
        for recipe in self.recipes.iter().filter(|it| it.changes(&of_number)) {
            recipe.put(&of_number, &mut blueprint);
        }
        Model::new(blueprint)
    }
}
