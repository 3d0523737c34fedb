//! The default ladder, and how a scenario replaces it or changes its rungs.

mod severities;

use crate::error::{Problem, Problems};
use crate::model::Slot;
use crate::parameters::{Listed, MAX_RUNGS, MIN_RUNGS, Rung};
use crate::scenario::names::{Named, ids, position};
use crate::scenario::read::ids::{id_problem, sound_id};
use crate::scenario::read::input_value::{InputValue, input_value};
use crate::scenario::read::kinds::wrong_kind;
use crate::scenario::read::section::{Section, text};
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::read::words::suggestion;
use crate::scenario::values::Values;

pub use severities::check_severities;

/// As the opening's rung: the opener decides.
pub const CHOOSE: &str = "choose";

/// The rungs as a scenario names them; their numbers go to the [`Values`].
#[derive(Clone, Debug, Default)]
pub struct NamedRungs {
    /// Ids and labels, from the foot up.
    pub names: Vec<Named>,
    /// For each: does it use armed force?
    pub force: Vec<bool>,
    /// For each: can its author deny it?
    pub deniable: Vec<bool>,
}

/// id, label, severity, force, deniable, effort, deaths, `war_risk`
pub type Row = (&'static str, &'static str, f64, bool, bool, f64, f64, f64);

/// The ladder of a scenario that brings none of its own, after Kahn 1965.
pub const DEFAULT: [Row; 9] = [
    ("calm", "Normal relations", 0.0, false, false, 0.0, 0.0, 0.0),
    (
        "protest",
        "Diplomatic protest",
        0.05,
        false,
        false,
        0.0,
        0.0,
        0.0,
    ),
    (
        "downgrade",
        "Ties downgraded",
        0.12,
        false,
        false,
        0.0,
        0.0,
        0.0,
    ),
    (
        "posture",
        "Military posturing",
        0.22,
        false,
        false,
        0.05,
        0.0,
        0.0005,
    ),
    (
        "covert",
        "Covert or proxy attack",
        0.35,
        true,
        true,
        0.35,
        2.0,
        0.002,
    ),
    (
        "strike-militants",
        "Strike on militants across the border",
        0.50,
        true,
        false,
        0.50,
        5.0,
        0.004,
    ),
    (
        "strike-military",
        "Strike on military targets",
        0.68,
        true,
        false,
        0.68,
        25.0,
        0.012,
    ),
    (
        "campaign",
        "Sustained campaign",
        0.85,
        true,
        false,
        0.85,
        400.0,
        0.04,
    ),
    (
        "war",
        "Full-scale war",
        1.0,
        true,
        false,
        1.0,
        20_000.0,
        0.0,
    ),
];

impl NamedRungs {
    /// The ladder in force: the scenario's own `[[ladder]]` or the default, with what `[rungs]`
    /// changes.
    pub fn read(root: &mut Section<'_>, values: &mut Values, problems: &mut Problems) -> Self {
        let mut rungs = match root.get("ladder") {
            Some(node) => Self::own(node, values, problems),
            None => Self::default_ladder(values),
        };
        if let Some(node) = root.get("rungs")
            && let Some(section) = Section::open(node, "[rungs]", problems)
        {
            for entry in section.named("rungs", problems) {
                match position(&entry.key, &rungs.names) {
                    Ok(at) => rungs.change(at, &entry.node, values, problems),
                    Err(help) => {
                        let message = format!("there is no rung `{}` in the ladder", entry.key);
                        problems.push(Problem::new(message).at(entry.spot.place()).help(help));
                    }
                }
            }
        }
        rungs
    }

    fn default_ladder(values: &mut Values) -> Self {
        let mut rungs = Self::default();
        for (at, (id, label, severity, force, deniable, effort, deaths, war_risk)) in
            DEFAULT.into_iter().enumerate()
        {
            rungs.names.push(Named {
                id: id.into(),
                label: label.into(),
            });
            rungs.force.push(force);
            rungs.deniable.push(deniable);
            let numbers = Rung {
                severity,
                effort,
                deaths,
                war_risk,
            };
            for key in 0..Rung::LIST.len() {
                let number = InputValue::Number(numbers.get(key).unwrap_or_default());
                values.fact(Slot::Rung(at, key), number, None);
            }
        }
        rungs
    }

    fn own(node: &Node, values: &mut Values, problems: &mut Problems) -> Self {
        let mut rungs = Self::default();
        let Value::List(items) = &node.value else {
            problems.push(wrong_kind(
                "ladder",
                "a list of tables, [[ladder]]",
                &node.value,
                &node.spot,
            ));
            return Self::default_ladder(values);
        };
        if !(MIN_RUNGS..=MAX_RUNGS).contains(&items.len()) {
            let message = format!(
                "a ladder must have {MIN_RUNGS} to {MAX_RUNGS} rungs, but it has {}",
                items.len()
            );
            problems.push(
                Problem::new(message)
                    .at(node.spot.place())
                    .help("write [[ladder]] for each rung, from the foot up"),
            );
        }
        for item in items.iter().take(MAX_RUNGS) {
            let Some(mut section) = Section::open(item, "[[ladder]]", problems) else {
                continue;
            };
            section.require("severity", problems);
            let named = section
                .require("id", problems)
                .and_then(|node| rungs.id(node, problems));
            rungs.names.push(named.unwrap_or_else(Named::any));
            rungs.force.push(false);
            rungs.deniable.push(false);
            rungs.read_keys(rungs.names.len() - 1, section, values, problems);
        }
        // No ladder at all is reported above, and the default lets the rest be looked at.
        if rungs.names.is_empty() {
            Self::default_ladder(values)
        } else {
            rungs
        }
    }

    /// The id of one more rung.
    fn id(&self, node: &Node, problems: &mut Problems) -> Option<Named> {
        let id = text(node, "id", problems)?;
        problems.extend(id_problem(id).map(|problem| problem.at(node.spot.place())));
        if self.names.iter().any(|known| known.id == id) {
            let problem =
                Problem::new(format!("two rungs are called `{id}`")).at(node.spot.place());
            problems.push(problem.help("give one of them another `id`"));
        }
        Some(Named {
            id: sound_id(id),
            label: id.into(),
        })
    }

    fn change(&mut self, at: usize, node: &Node, values: &mut Values, problems: &mut Problems) {
        let title = format!("[rungs.{}]", self.names[at].id);
        if let Some(section) = Section::open(node, title, problems) {
            self.read_keys(at, section, values, problems);
        }
    }

    fn read_keys(
        &mut self,
        at: usize,
        mut section: Section<'_>,
        values: &mut Values,
        problems: &mut Problems,
    ) {
        values.table(&format!("[rungs.{}]", self.names[at].id), section.spot());
        if let Some(label) = section.label("label", problems) {
            label.clone_into(&mut self.names[at].label);
        }
        self.force[at] = section.flag("force", problems).unwrap_or(self.force[at]);
        self.deniable[at] = section
            .flag("deniable", problems)
            .unwrap_or(self.deniable[at]);
        read_numbers::<Rung>(&mut section, |key| Slot::Rung(at, key), values, problems);
        section.close(problems);
    }
}

/// Reads every parameter of a group that a table sets.
pub fn read_numbers<T: Listed>(
    section: &mut Section<'_>,
    slot: impl Fn(usize) -> Slot,
    values: &mut Values,
    problems: &mut Problems,
) {
    for (index, parameter) in T::LIST.iter().enumerate() {
        if let Some(node) = section.get(parameter.key)
            && let Some(given) = input_value(node, parameter.key, problems)
        {
            values.fact(slot(index), given, Some(&node.spot));
        }
    }
}

/// The rung that a text names.
pub fn rung(node: &Node, key: &str, rungs: &NamedRungs, problems: &mut Problems) -> Option<usize> {
    rung_or(&[], node, key, rungs, problems)
}

/// The rung that a text names, where it might also have been one of the `words`.
pub fn rung_or(
    words: &[&str],
    node: &Node,
    key: &str,
    rungs: &NamedRungs,
    problems: &mut Problems,
) -> Option<usize> {
    let id = text(node, key, problems)?;
    let found = position(id, &rungs.names).ok();
    if found.is_none() {
        let known = [&ids(&rungs.names), words].concat();
        let help = suggestion(id, &known).unwrap_or_else(|| format!("known: {}", known.join(", ")));
        let problem = Problem::new(format!(
            "`{key}` names `{id}`, which is no rung of the ladder"
        ));
        problems.push(problem.at(node.spot.place()).help(help));
    }
    found
}

#[cfg(test)]
mod tests;
