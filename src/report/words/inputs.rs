//! What was changed in a scenario, in words: "crisis communication 0.45 -> 0.9".

use super::names::input_value;
use crate::error::printable;
use crate::parameters;
use crate::scenario::{InputDifference, Named, Names, readable};
use crate::study::Subject;

/// Maximum changes that are named; of more, their number is reported.
const MOST_NAMED: usize = 6;

/// Inputs whose value is the id of a rung.
const RUNGS: [&str; 4] = [
    "opening.rung",
    "off_ramp",
    "limited_war",
    "unauthorised_rung",
];

/// The name of an input where people read: "fear of losing control (Iran)". A table or a name that is not
/// known stays as it is written.
#[must_use]
pub fn path_in_words(path: &str, names: &Names) -> String {
    let (key, of) = key_and_owner(path, names);
    of.map_or_else(|| key.clone(), |of| format!("{key} ({of})"))
}

/// What was changed in what was run, each in words, compared with what it builds on; empty where
/// nothing was.
#[must_use]
pub fn changed_inputs(subject: &Subject) -> Vec<String> {
    subject
        .departure
        .as_ref()
        .map_or_else(Vec::new, |departure| {
            inputs_in_words(&departure.inputs, &subject.names)
        })
}

/// Inputs that differ, each in words; those of several parties that change alike stand together. Of
/// many, the first are named and the others counted.
#[must_use]
pub fn inputs_in_words(inputs: &[InputDifference], names: &Names) -> Vec<String> {
    let mut words = every_input_in_words(inputs, names);
    let more = words.len().saturating_sub(MOST_NAMED);
    if more > 1 {
        words.truncate(MOST_NAMED);
        words.push(format!("and {more} other numbers"));
    }
    words
}

/// All inputs that differ, each in words; those of several parties that change alike stand together.
#[must_use]
pub fn every_input_in_words(inputs: &[InputDifference], names: &Names) -> Vec<String> {
    let mut changes: Vec<InputChange> = Vec::new();
    for input in inputs {
        let mut change = Some(InputChange::of(input, names));
        for known in &mut changes {
            change = change.and_then(|change| known.take(change));
        }
        changes.extend(change);
    }
    changes
        .iter()
        .map(|change| change.in_words(names))
        .collect()
}

/// A change of an input.
struct InputChange {
    key: String,
    /// Whose it is; empty where it is nobody's.
    owners: Vec<String>,
    before: String,
    after: String,
    /// The changes of the same input of others, which change otherwise.
    others: Vec<InputChange>,
}

impl InputChange {
    fn of(input: &InputDifference, names: &Names) -> Self {
        let (key, owner) = key_and_owner(&input.path, names);
        Self {
            key,
            owners: owner.into_iter().collect(),
            before: value(input, input.before.as_deref(), names),
            after: value(input, input.after.as_deref(), names),
            others: Vec::new(),
        }
    }

    /// Takes another change in, where it is one of the same input; else gives it back.
    fn take(&mut self, change: Self) -> Option<Self> {
        if self.is_alike(&change) {
            self.owners.extend(change.owners);
            return None;
        }
        if let Some(alike) = self.others.iter_mut().find(|other| other.is_alike(&change)) {
            alike.owners.extend(change.owners);
            return None;
        }
        let is_same = self.key == change.key && !self.owners.is_empty();
        if !is_same || change.owners.is_empty() {
            return Some(change);
        }
        self.others.push(change);
        None
    }

    /// Whether another is the same change of another party.
    fn is_alike(&self, other: &Self) -> bool {
        !self.owners.is_empty()
            && !other.owners.is_empty()
            && self.key == other.key
            && self.before == other.before
            && self.after == other.after
    }

    /// "daily rate of stepping in (China) 0.3 -> 0, (Russia) 0.1 -> 0": the name of the input once.
    fn in_words(&self, names: &Names) -> String {
        let mut words = self.alone(names);
        for other in &self.others {
            let other = other.alone(names);
            let bare = other.strip_prefix(&self.key).unwrap_or(&other);
            words += &format!(",{bare}");
        }
        words
    }

    fn alone(&self, names: &Names) -> String {
        let Self {
            key,
            owners,
            before,
            after,
            ..
        } = self;
        let change = format!("{before} -> {after}");
        let both = names
            .actors
            .iter()
            .all(|actor| owners.contains(&printable(&actor.label)));
        match owners.as_slice() {
            [] => format!("{key} {change}"),
            [_, _] if both => format!("{key} (both) {change}"),
            owners => format!("{key} ({}) {change}", owners.join(", ")),
        }
    }
}

/// A value in words: the label of a rung in place of its id.
fn value(input: &InputDifference, written: Option<&str>, names: &Names) -> String {
    let shown = range_in_words(&input_value(written));
    let bare = shown.trim_matches('"');
    if bare == "choose" {
        return "its own choice".to_owned();
    }
    let is_rung = RUNGS.contains(&input.path.as_str());
    let rung = names
        .rungs
        .iter()
        .find(|rung| is_rung && rung.id == bare)
        .map(|rung| rung.label.as_str());
    let is_actor = input.path == "opening.actor";
    let actor = names
        .actors
        .iter()
        .find(|actor| is_actor && actor.id == bare)
        .map(|actor| actor.label.as_str());
    printable(rung.or(actor).unwrap_or(bare))
}

/// What a path leads to in words, and whose it is.
/// A range in words, "0.2 to 0.5", where a value is one; else the value as it is.
fn range_in_words(shown: &str) -> String {
    let inner = shown
        .strip_prefix("{ ")
        .and_then(|rest| rest.strip_suffix("] }"));
    let Some((kind, values)) = inner.and_then(|inner| inner.split_once(" = [")) else {
        return shown.to_owned();
    };
    let values: Vec<String> = values.split(", ").map(readable).collect();
    match (kind, values.as_slice()) {
        ("choice", several) => format!("one of {}", several.join(", ")),
        ("normal", [mean, spread]) => format!("about {mean}, give or take {spread}"),
        (_, [low, .., high]) => format!("{low} to {high}"),
        _ => shown.to_owned(),
    }
}

/// The key of a path in words, and whose it is.
fn key_and_owner(path: &str, names: &Names) -> (String, Option<String>) {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["opening", "rung"] => ("first act".to_owned(), None),
        ["opening", "actor"] => ("first to act".to_owned(), None),
        ["arguments", id] => (format!("weight of the argument {id}"), None),
        ["mediators", id, "leverage", actor] => {
            let on = label(&names.actors, actor);
            let influence = parameter_in_words(path, "leverage");
            (
                format!("{influence} on {on}"),
                Some(label(&names.mediators, id)),
            )
        }
        ["actors", "*", key] => (parameter_in_words(path, key), Some("both".to_owned())),
        [table, id, key] => match owners(table, names) {
            Some(owners) => (parameter_in_words(path, key), Some(label(owners, id))),
            None => (spaced(path), None),
        },
        ["opening" | "relations" | "dynamics", key] => (parameter_in_words(path, key), None),
        _ => (parameter_in_words(path, path), None),
    }
}

/// Those whose numbers a table holds.
fn owners<'n>(table: &str, names: &'n Names) -> Option<&'n [Named]> {
    match table {
        "actors" => Some(&names.actors),
        "mediators" => Some(&names.mediators),
        "fronts" => Some(&names.fronts),
        "armed_groups" => Some(&names.armed_groups),
        "rungs" => Some(&names.rungs),
        _ => None,
    }
}

/// The name of the parameter that a path leads to; the key as words where it leads to none.
fn parameter_in_words(path: &str, key: &str) -> String {
    let found = parameters::all().find(|parameter| parameter.is_at(path));
    found.map_or_else(|| spaced(key), |parameter| parameter.label.to_owned())
}

/// A key as words.
fn spaced(key: &str) -> String {
    printable(&key.replace('_', " "))
}

/// The label of one of a list; its id where it is not there, "all" for a star.
fn label(list: &[Named], id: &str) -> String {
    if id == "*" {
        return "all".to_owned();
    }
    let named = list.iter().find(|named| named.id == id);
    printable(named.map_or(id, |named| &named.label))
}

#[cfg(test)]
mod tests;
