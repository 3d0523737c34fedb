//! Tables of a scenario that are looked at once more when all of it is read.

use super::read::section::Section;
use super::read::tree::{Entry, Node};

/// The entries of tables that are looked at once more when all is read.
pub struct Entries<'r> {
    pub record: &'r [Entry],
    pub expected: &'r [Entry],
    pub sources: &'r [Entry],
    pub arguments: &'r [Entry],
}

impl<'r> Entries<'r> {
    /// Those of a scenario.
    pub fn of(root: &mut Section<'r>) -> Self {
        Self {
            record: entries(root, "record"),
            expected: entries(root, "expected"),
            sources: entries(root, "sources"),
            arguments: entries(root, "arguments"),
        }
    }
}

fn entries<'r>(root: &mut Section<'r>, key: &'static str) -> &'r [Entry] {
    root.get(key).map_or(&[], Node::entries)
}
