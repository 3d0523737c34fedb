//! Who set what: how each number of a scenario came about.

use super::inputs::value;
use crate::error::{Error, Problem, WrittenIn};
use crate::model::Slot;
use crate::numerals::figure;
use crate::parameters::Parameter;
use crate::scenario::assembled::Scenario;
use crate::scenario::read::input_value::InputValue;
use crate::scenario::settings::arguments::Argument;
use crate::scenario::values::{Effect, ValueHistory};

/// A number of a scenario with its history.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// Its path.
    pub path: String,
    /// The parameter.
    pub parameter: &'static Parameter,
    /// What the program runs, as people read it.
    pub value: String,
    /// What made it so, in order, each in a few words: "default 0.3", "project-strength + 0.4",
    /// "--set = 0.9".
    pub steps: Vec<String>,
}

impl Provenance {
    /// Whether the scenario says anything of it: it is not simply at its default.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.steps.len() > 1 || !self.steps.iter().all(|step| step.starts_with("default "))
    }
}

impl Scenario {
    /// Every number that a path stands for, with what made it so.
    ///
    /// # Errors
    /// A path that leads nowhere.
    pub fn provenance(&self, path: &str) -> Result<Vec<Provenance>, Error> {
        of_path(self, path).map_err(|problem| Error::Scenario(vec![problem]))
    }

    /// Every number, with what made it so.
    #[must_use]
    pub fn provenances(&self) -> Vec<Provenance> {
        all(self)
    }
}

impl Argument {
    /// The paths of the numbers that it moves, each with what it does: "= 0.6", "+ 0.3", "x 0.8".
    pub fn moves(&self) -> impl Iterator<Item = (&str, String)> {
        self.effects()
            .map(|(path, effect)| (path, in_words(effect)))
    }
}

/// Every number that a path stands for, with its history.
///
/// # Errors
/// A path that leads nowhere.
pub fn of_path(scenario: &Scenario, path: &str) -> Result<Vec<Provenance>, Problem> {
    let slots = scenario.names.slots(path)?;
    Ok(slots
        .into_iter()
        .filter_map(|slot| provenance(scenario, slot))
        .collect())
}

/// Every number of the scenario, with its history.
pub fn all(scenario: &Scenario) -> Vec<Provenance> {
    scenario
        .model
        .numbers
        .slots()
        .into_iter()
        .filter_map(|slot| provenance(scenario, slot))
        .collect()
}

fn provenance(scenario: &Scenario, slot: Slot) -> Option<Provenance> {
    let parameter = slot.parameter()?;
    let value = readable(&value(scenario, slot)?);
    let path = scenario.names.path(slot);
    let history = scenario.values.history(slot);
    let steps = match history {
        Some(history) => steps(history, slot),
        None => vec![format!("default {}", parameter.default)],
    };
    Some(Provenance {
        path,
        parameter,
        value,
        steps,
    })
}

/// A value as TOML writes it, for people.
#[must_use]
pub fn readable(value: &str) -> String {
    value.parse().map_or_else(|_| value.to_owned(), figure)
}

fn steps(history: &ValueHistory, slot: Slot) -> Vec<String> {
    let mut steps = vec![match &history.fact {
        Some((given, Some(spot))) => format!("{} {}", spot.line_name(), shown(given)),
        Some((given, None)) => format!("default ladder {}", shown(given)),
        None => format!("default {}", shown(&history.base(slot))),
    }];
    for adjustment in history
        .adjustments
        .iter()
        .filter(|adjustment| adjustment.weight > 0.0)
    {
        let effect = in_words(&adjustment.effect);
        let weight = if adjustment.weight < 1.0 {
            format!(" at weight {}", figure(adjustment.weight))
        } else {
            String::new()
        };
        steps.push(format!("{} {effect}{weight}", adjustment.argument));
    }
    steps.extend(
        history
            .overrides
            .iter()
            .map(|last| match last.spot.written_in() {
                WrittenIn::Scenario(_) => format!(
                    "override in {} = {}",
                    last.spot.line_name(),
                    shown(&last.given)
                ),
                option => format!("{option} = {}", shown(&last.given)),
            }),
    );
    steps
}

/// What an argument does to a number: "= 0.6", "+ 0.3", "x 0.8".
fn in_words(effect: &Effect) -> String {
    match effect {
        Effect::Set(given) => format!("= {}", shown(given)),
        Effect::Add(step) if *step < 0.0 => format!("- {}", figure(-step)),
        Effect::Add(step) => format!("+ {}", figure(*step)),
        Effect::Scale(factor) => format!("x {}", figure(*factor)),
    }
}

fn shown(given: &InputValue) -> String {
    match given {
        InputValue::Number(number) => figure(*number),
        InputValue::Uncertain(distribution) => distribution.to_string(),
    }
}
