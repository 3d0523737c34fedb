//! The analysts' arguments: who holds what, and what it does to the numbers.

mod expectation;

use std::collections::BTreeMap;

use super::paths::{HORIZON, OPENING_RUNG};
use crate::error::{Problem, Problems};
use crate::scenario::names::Names;
use crate::scenario::read::ids::id_problem;
use crate::scenario::read::input_value::{input_value, number};
use crate::scenario::read::kinds::wrong_kind;
use crate::scenario::read::misplaced::unquoted;
use crate::scenario::read::section::{Section, text};
use crate::scenario::read::text::Spot;
use crate::scenario::read::tree::{Entry, Node, Value};
use crate::scenario::read::words::suggestion;
use crate::scenario::values::{Effect, Values};

pub use expectation::Expectation;
use expectation::expectation;

/// One argument of a scenario.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Its name.
    pub id: String,
    /// What is claimed, in one sentence.
    pub claim: String,
    /// Who says it.
    pub who: String,
    /// Who says only a part of it, who speaks against it, and what was added here; empty where there is nothing to note.
    pub note: String,
    /// Where.
    pub source: String,
    /// The place in the source.
    pub quote_of: String,
    /// What it is about: deterrence, domestic pressure, mediation, ...
    pub theme: String,
    /// Whether it explains the opening, which a fixed opening takes as given.
    pub explains_opening: bool,
    /// What its author would expect it to move, and which way.
    pub expects: Option<Expectation>,
    /// How much of it counts: 1 in full, 0 switched off.
    pub weight: f64,
    /// Where its table stands.
    pub(in crate::scenario) spot: Spot,
    steps: Vec<Step>,
}

/// One thing that an argument does.
#[derive(Clone, Debug)]
struct Step {
    path: String,
    effect: Effect,
    /// Where the path stands, and where the value.
    spots: (Spot, Spot),
}

impl Step {
    /// When it is applied: sets come first, then adds, then scales.
    const fn round(&self) -> usize {
        match self.effect {
            Effect::Set(_) => 0,
            Effect::Add(_) => 1,
            Effect::Scale(_) => 2,
        }
    }
}

impl Argument {
    /// The paths of the numbers that it changes.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|step| step.path.as_str())
    }

    /// What it does to the numbers: paths and effects.
    pub(in crate::scenario) fn effects(&self) -> impl Iterator<Item = (&str, &Effect)> {
        self.steps
            .iter()
            .map(|step| (step.path.as_str(), &step.effect))
    }
}

/// More arguments than this no reader can weigh; and each may touch every number.
const MOST_ARGUMENTS: usize = 500;

/// Reads `[arguments]`, in the order of their ids.
pub fn read(root: &mut Section<'_>, problems: &mut Problems) -> Vec<Argument> {
    let Some(node) = root.get("arguments") else {
        return Vec::new();
    };
    let Some(section) = Section::open(node, "[arguments]", problems) else {
        return Vec::new();
    };
    if !section.at_most(MOST_ARGUMENTS, "arguments", problems) {
        return Vec::new();
    }
    let entries = section.named("arguments", problems);
    let ids: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    let mut arguments: Vec<Argument> = entries
        .iter()
        .filter_map(|entry| read_one(entry, &ids, problems))
        .collect();
    arguments.sort_by(|one, two| one.id.cmp(&two.id));
    arguments
}

/// What every argument must say.
const REQUIRED: [&str; 3] = ["claim", "who", "theme"];

fn read_one(entry: &Entry, ids: &[&str], problems: &mut Problems) -> Option<Argument> {
    problems.extend(id_problem(&entry.key).map(|problem| problem.at(entry.spot.place())));
    let mut section = Section::open(&entry.node, format!("[arguments.{}]", entry.key), problems)?;
    if section
        .entries()
        .iter()
        .any(|entry| REQUIRED.contains(&entry.key.as_str()))
    {
        for key in REQUIRED {
            section.require(key, problems);
        }
    } else {
        problems.push(without_content(entry, ids));
    }
    let claim = section
        .said("claim", problems)
        .unwrap_or_default()
        .to_owned();
    let who = section.said("who", problems).unwrap_or_default().to_owned();
    let theme = section
        .said("theme", problems)
        .unwrap_or_default()
        .to_owned();
    let note = section.text_or_empty("note", problems).trim().to_owned();
    let source = section.text_or_empty("source", problems);
    let quote_of = section.text_or_empty("quote_of", problems);
    let enabled = section.flag("enabled", problems).unwrap_or(true);
    let explains_opening = section
        .get("explains")
        .is_some_and(|node| explains(node, problems));
    let expects = section
        .get("expects")
        .and_then(|node| expectation(node, problems));
    let mut steps = Vec::new();
    for key in ["set", "add", "scale"] {
        if let Some(node) = section.get(key) {
            read_steps(key, node, &mut steps, problems);
        }
    }
    section.close(problems);
    let weight = f64::from(u8::from(enabled));
    let id = entry.key.clone();
    let spot = entry.spot.clone();
    Some(Argument {
        id,
        claim,
        who,
        note,
        source,
        quote_of,
        theme,
        explains_opening,
        expects,
        weight,
        spot,
        steps,
    })
}

/// The problem of an argument that says nothing of what it must: one that was to be changed, by a name that is misspelt?
fn without_content(entry: &Entry, ids: &[&str]) -> Problem {
    let others: Vec<&str> = ids.iter().copied().filter(|id| *id != entry.key).collect();
    let message = format!(
        "[arguments.{}] has neither `claim` nor `who` nor `theme`",
        entry.key
    );
    let help = suggestion(&entry.key, &others)
        .unwrap_or_else(|| "an argument must have all three".to_owned());
    Problem::new(message).at(entry.spot.place()).help(help)
}

fn explains(node: &Node, problems: &mut Problems) -> bool {
    let Some(what) = text(node, "explains", problems) else {
        return false;
    };
    let opening = what == "opening";
    if !opening {
        problems.push(
            Problem::new("`explains` can only be \"opening\"")
                .at(node.spot.place())
                .help("leave it out for any other argument"),
        );
    }
    opening
}

fn read_steps(key: &str, node: &Node, steps: &mut Vec<Step>, problems: &mut Problems) {
    let Value::Table(entries) = &node.value else {
        problems.push(wrong_kind(
            key,
            "a table from paths to numbers",
            &node.value,
            &node.spot,
        ));
        return;
    };
    for entry in entries {
        if let Some(problem) = unquoted(entry) {
            problems.push(problem);
            continue;
        }
        if matches!(entry.key.as_str(), OPENING_RUNG | HORIZON) {
            let problem = Problem::new(format!("no argument can change `{}`", entry.key))
                .at(entry.spot.place());
            problems.push(
                problem.help("put it under [overrides], or into a scenario that extends this one"),
            );
            continue;
        }
        let effect = match key {
            "set" => input_value(&entry.node, &entry.key, problems).map(Effect::Set),
            "add" => number(&entry.node, &entry.key, problems).map(Effect::Add),
            _ => number(&entry.node, &entry.key, problems).map(Effect::Scale),
        };
        if matches!(effect, Some(Effect::Scale(scale)) if scale < 0.0) {
            let problem = Problem::new("a scale must not be negative").at(entry.node.spot.place());
            problems.push(problem.help("below 1 makes the number smaller, 0 makes it zero"));
        }
        let spots = (entry.spot.clone(), entry.node.spot.clone());
        steps.extend(effect.map(|effect| Step {
            path: entry.key.clone(),
            effect,
            spots,
        }));
    }
}

/// Applies every argument that counts: all sets, then all adds, then all scales, so that their order never matters.
pub fn apply(arguments: &[Argument], names: &Names, values: &mut Values, problems: &mut Problems) {
    let mut set_by = BTreeMap::new();
    for round in 0..3 {
        let all = arguments
            .iter()
            .flat_map(|argument| argument.steps.iter().map(move |step| (argument, step)));
        for (argument, step) in all.filter(|(_, step)| step.round() == round) {
            let slots = names
                .slots(&step.path)
                .map_err(|problem| problems.push(problem.at(step.spots.0.place())));
            if argument.weight <= 0.0 {
                continue; // its paths are checked all the same
            }
            for slot in slots.unwrap_or_default() {
                let first = if round == 0 {
                    set_by.insert(slot, (argument, step))
                } else {
                    None
                };
                problems.extend(
                    first.map(|first| set_twice(&names.path(slot), first, (argument, step))),
                );
                let spot = &step.spots.1;
                if let Err(problem) =
                    values.apply(slot, &step.effect, argument.weight, &argument.id, spot)
                {
                    problems.push(problem.at(spot.place()));
                }
            }
        }
    }
}

/// The problem of two sets on one path, of which neither comes first.
fn set_twice(path: &str, first: (&Argument, &Step), second: (&Argument, &Step)) -> Problem {
    let (one, before) = first;
    let (other, after) = second;
    let there = before.spots.0.line_name();
    let problem = if one.id == other.id {
        let paths = format!("as `{}` and as `{}`", before.path, after.path);
        Problem::new(format!(
            "`{path}` is set twice: by argument `{}`, {paths}",
            one.id
        ))
        .help(format!("keep one of the two; the other stands in {there}"))
    } else {
        Problem::new(format!(
            "`{path}` is set twice: by arguments `{}` and `{}`",
            one.id, other.id
        ))
        .help(format!(
            "switch one of them off with `without`, or let one add; the other stands in {there}"
        ))
    };
    problem.at(after.spots.1.place())
}

#[cfg(test)]
mod tests;
