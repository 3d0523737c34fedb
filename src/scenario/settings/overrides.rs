//! The last word: `[overrides]`, then settings.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Setting;
use super::option::OptionText;
use super::paths::{HORIZON, OPENING_RUNG, weighted_argument};
use crate::error::{Problem, Problems};
use crate::model::Slot;
use crate::scenario::facts::{CaseFacts, first_move, whole_days};
use crate::scenario::read::input_value::input_value;
use crate::scenario::read::misplaced::unquoted;
use crate::scenario::read::section::Section;
use crate::scenario::read::text::Spot;
use crate::scenario::read::tree::{Entry, Node};
use crate::scenario::values::Values;

/// How weak an override is: those of a file that is extended, and those with more `*`, give way to
/// others.
fn rank(entry: &Entry) -> (usize, usize) {
    (entry.node.spot.depth(), entry.key.matches('*').count())
}

/// What can be overridden: numbers by path, and two facts that are no numbers.
pub struct Overrides<'t> {
    /// Who and what there is.
    pub facts: &'t mut CaseFacts,
    /// The numbers.
    pub values: &'t mut Values,
    /// Overrides that change nothing.
    pub warnings: &'t mut Problems,
}

impl Overrides<'_> {
    /// Applies `[overrides]`: those of a file over those of the file that it extends; in one file,
    /// where two paths meet, the one with fewer `*`.
    pub fn overrides(&mut self, root: &mut Section<'_>, problems: &mut Problems) {
        let Some(node) = root.get("overrides") else {
            return;
        };
        let Some(section) = Section::open(node, "[overrides]", problems) else {
            return;
        };
        let mut entries: Vec<&Entry> = section.entries().iter().collect();
        entries.sort_by_key(|entry| Reverse(rank(entry)));
        let mut set_by: BTreeMap<Slot, &Entry> = BTreeMap::new();
        for entry in entries {
            if let Some(problem) = unquoted(entry) {
                problems.push(problem);
                continue;
            }
            for slot in self.facts.names.slots(&entry.key).unwrap_or_default() {
                let before = set_by.insert(slot, entry);
                if let Some(before) = before.filter(|before| rank(before) == rank(entry)) {
                    let message = format!(
                        "`{}` and `{}` override the same number",
                        before.key, entry.key
                    );
                    let help = format!(
                        "keep one of the two; the other stands in {}",
                        before.spot.line_name()
                    );
                    problems.push(Problem::new(message).at(entry.spot.place()).help(help));
                    break;
                }
            }
            self.set(&entry.key, &entry.node, &entry.spot, problems);
        }
    }

    /// Whether a path leads to something that can be set.
    fn leads(&self, path: &str) -> Result<(), Problem> {
        if matches!(path, OPENING_RUNG | HORIZON) {
            Ok(())
        } else {
            self.facts.names.slots(path).map(drop)
        }
    }

    /// Sets what a path stands for; `spot` is where the path is written.
    fn set(&mut self, path: &str, node: &Node, spot: &Spot, problems: &mut Problems) {
        let repeats = match path {
            OPENING_RUNG => first_move(node, &self.facts.rungs, problems)
                .is_some_and(|first| std::mem::replace(&mut self.facts.first_move, first) == first),
            HORIZON => whole_days(node, problems)
                .is_some_and(|days| std::mem::replace(&mut self.facts.horizon_days, days) == days),
            _ => match self.facts.names.slots(path) {
                Ok(slots) => input_value(node, path, problems).is_some_and(|value| {
                    let mut repeats = true;
                    for slot in slots {
                        repeats &= self.values.override_with(slot, value.clone(), &node.spot);
                    }
                    repeats
                }),
                Err(problem) => {
                    problems.push(problem.at(spot.place()));
                    false
                }
            },
        };
        if repeats {
            let problem = Problem::warning(format!("`{path}` has this value already"));
            self.warnings.push(
                problem
                    .at(node.spot.place())
                    .help("leave it out, or did you mean another one?"),
            );
        }
    }

    /// Applies settings, but for the weights of arguments, which come earlier.
    pub fn settings(&mut self, settings: &[Setting], problems: &mut Problems) {
        for (at, setting) in settings.iter().enumerate() {
            let path = setting.path.as_str();
            let option = OptionText::new(setting);
            if settings[..at].iter().any(|before| before.path == path) {
                let problem =
                    Problem::new(format!("`{path}` is set twice")).at(option.path_spot().place());
                problems
                    .push(problem.help(format!("keep one of the two `{}`", setting.written_in)));
            }
            if weighted_argument(path).is_some() {
                continue;
            }
            if let Err(problem) = self.leads(path) {
                problems.push(problem.at(option.path_spot().place()));
            } else if let Some(node) = option.value(path == OPENING_RUNG, problems) {
                self.set(path, &node, &option.path_spot(), problems);
            }
        }
    }
}
