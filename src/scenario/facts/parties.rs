//! Third parties: mediators, fronts and armed groups.

use super::actors::read_named;
use super::ladder::read_numbers;
use crate::error::{Problem, Problems};
use crate::model::{Side, Slot};
use crate::parameters::{Listed, Mediator};
use crate::scenario::names::{Named, position};
use crate::scenario::read::input_value::input_value;
use crate::scenario::read::kinds::wrong_kind;
use crate::scenario::read::section::Section;
use crate::scenario::read::text::Spot;
use crate::scenario::read::tree::{Entry, Node, Value};
use crate::scenario::values::Values;

/// More third parties of a kind than this no reader can follow.
const MOST_PARTIES: usize = 100;

/// The entries of a table of third parties, by id: so that their order in the file changes nothing.
fn by_id<'n>(root: &mut Section<'n>, key: &'static str, problems: &mut Problems) -> Vec<&'n Entry> {
    let section = root
        .get(key)
        .and_then(|node| Section::open(node, format!("[{key}]"), problems));
    let section = section.filter(|section| section.at_most(MOST_PARTIES, key, problems));
    let mut entries = section
        .map(|section| section.named(key, problems))
        .unwrap_or_default();
    entries.sort_by(|one, two| one.key.cmp(&two.key));
    entries
}

/// Reads a table of third parties; `own_keys` reads what only they have. Gives their names, by id.
pub fn read_parties<T: Listed>(
    root: &mut Section<'_>,
    table: &'static str,
    slot: fn(usize, usize) -> Slot,
    values: &mut Values,
    problems: &mut Problems,
    own_keys: &mut dyn FnMut(&mut Section<'_>, &mut Problems),
) -> Vec<Named> {
    let mut names = Vec::new();
    for entry in by_id(root, table, problems) {
        let title = format!("[{table}.{}]", entry.key);
        let Some(mut section) = Section::open(&entry.node, title, problems) else {
            continue;
        };
        let at = names.len();
        names.push(read_named(entry, &mut section, values, problems));
        read_numbers::<T>(&mut section, |key| slot(at, key), values, problems);
        own_keys(&mut section, problems);
        section.close(problems);
    }
    names
}

/// Reads the mediators, with their leverage.
pub fn read_mediators(
    root: &mut Section<'_>,
    actors: &[Named; 2],
    values: &mut Values,
    problems: &mut Problems,
) -> Vec<Named> {
    let mut at = 0;
    let mut leverage: Vec<(Slot, Node)> = Vec::new();
    let names = read_parties::<Mediator>(
        root,
        "mediators",
        Slot::Mediator,
        values,
        problems,
        &mut |section, problems| {
            let node = section.get("leverage");
            for entry in node
                .and_then(|node| Section::open(node, "leverage", problems))
                .iter()
                .flat_map(Section::entries)
            {
                match position(&entry.key, actors) {
                    Ok(side) => {
                        leverage.push((Slot::Leverage(at, Side::BOTH[side]), entry.node.clone()));
                    }
                    Err(help) => problems.push(no_actor("leverage", &entry.key, help, &entry.spot)),
                }
            }
            at += 1;
        },
    );
    for (slot, node) in leverage {
        if let Some(input_value) = input_value(&node, "leverage", problems) {
            values.fact(slot, input_value, Some(&node.spot));
        }
    }
    names
}

/// The problem of an actor that does not exist.
pub fn no_actor(key: &str, id: &str, help: String, spot: &Spot) -> Problem {
    Problem::new(format!("`{key}` names `{id}`, which is no actor"))
        .at(spot.place())
        .help(help)
}

/// The actor that a required key names.
pub fn side(
    section: &mut Section<'_>,
    key: &'static str,
    actors: &[Named; 2],
    problems: &mut Problems,
) -> Option<Side> {
    let node = section.require(key, problems)?;
    let Value::Text(id) = &node.value else {
        problems.push(wrong_kind(key, "an actor's name", &node.value, &node.spot));
        return None;
    };
    let found = position(id, actors).map(|at| Side::BOTH[at]);
    found
        .map_err(|help| problems.push(no_actor(key, id, help, &node.spot)))
        .ok()
}
