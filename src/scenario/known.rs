//! The facts that are known, and not judged by the authors of a scenario.

use std::collections::BTreeSet;

use crate::error::Problems;
use crate::model::Slot;
use crate::scenario::names::Names;
use crate::scenario::read::kinds::wrong_kind;
use crate::scenario::read::section::{Section, text};
use crate::scenario::read::tree::Value;

/// Reads `known`, a list of paths: the places of all numbers that they stand for.
pub fn read(root: &mut Section<'_>, names: &Names, problems: &mut Problems) -> BTreeSet<Slot> {
    let Some(node) = root.get("known") else {
        return BTreeSet::new();
    };
    let Value::List(items) = &node.value else {
        problems.push(wrong_kind(
            "known",
            "a list of paths",
            &node.value,
            &node.spot,
        ));
        return BTreeSet::new();
    };
    let mut known = BTreeSet::new();
    for item in items {
        let Some(path) = text(item, "known", problems) else {
            continue;
        };
        match names.slots(path) {
            Ok(slots) => known.extend(slots),
            Err(problem) => problems.push(problem.at(item.spot.place())),
        }
    }
    known
}
