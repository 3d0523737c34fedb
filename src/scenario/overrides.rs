//! The last word: `[overrides]`, then `--set`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::document::{Entry, Node, OptionText, Spot};
use super::facts::{Facts, first_move, whole_days};
use super::hints;
use super::section::{Problems, Section, given, unquoted};
use super::switches::weighted_argument;
use super::values::Values;
use crate::error::Problem;
use crate::model::Slot;

/// What can be overridden: numbers by path, and two facts that are no numbers.
pub struct Target<'t> {
    /// Who and what there is.
    pub facts: &'t mut Facts,
    /// The numbers.
    pub values: &'t mut Values,
    /// Overrides that change nothing.
    pub warnings: &'t mut Problems,
}

impl Target<'_> {
    /// Applies `[overrides]`: those of a file over those of the file that it extends; in one file, where two paths meet,
    /// the one with fewer `*`.
    pub fn overrides(&mut self, root: &mut Section<'_>, problems: &mut Problems) {
        let Some(node) = root.get("overrides") else { return };
        let Some(section) = Section::open(node, "[overrides]", problems) else { return };
        let rank = |entry: &Entry| (entry.node.spot.depth(), entry.key.matches('*').count());
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
                    let message = format!("`{}` and `{}` override the same number", before.key, entry.key);
                    let help = format!("keep one of the two; the other stands in {}", before.spot.line_name());
                    problems.push(Problem::new(message).at(entry.spot.place()).help(help));
                    break;
                }
            }
            self.set(&entry.key, &entry.node, &entry.spot, problems);
        }
    }

    /// Whether a path leads to something that can be set.
    fn leads(&self, path: &str) -> Result<(), Problem> {
        if matches!(path, "opening.rung" | "horizon_days") { Ok(()) } else { self.facts.names.slots(path).map(drop) }
    }

    /// Sets what a path stands for; `spot` is where the path is written.
    fn set(&mut self, path: &str, node: &Node, spot: &Spot, problems: &mut Problems) {
        let repeats = match path {
            "opening.rung" => first_move(node, &self.facts.rungs, problems)
                .is_some_and(|first| std::mem::replace(&mut self.facts.first_move, first) == first),
            "horizon_days" => whole_days(node, problems)
                .is_some_and(|days| std::mem::replace(&mut self.facts.horizon_days, days) == days),
            _ => match self.facts.names.slots(path) {
                Ok(slots) => given(node, path, problems).is_some_and(|given| {
                    let same = |slot| self.values.override_with(slot, given.clone(), &node.spot);
                    slots.into_iter().map(same).filter(|same| !same).count() == 0
                }),
                Err(problem) => {
                    problems.push(problem.at(spot.place()));
                    false
                }
            },
        };
        if repeats {
            let problem = Problem::warning(format!("`{path}` has this value already"));
            self.warnings.push(problem.at(node.spot.place()).help("leave it out, or did you mean another one?"));
        }
    }

    /// Applies the `--set`s, but for the weights of arguments, which come earlier.
    pub fn set_options(&mut self, settings: &[(String, String)], problems: &mut Problems) {
        for (at, (path, written)) in settings.iter().enumerate() {
            let option = OptionText::new("--set", path, written);
            if settings[..at].iter().any(|(before, _)| before == path) {
                let problem = Problem::new(format!("`{path}` is set twice")).at(option.path_spot().place());
                problems.push(problem.help("keep one of the two `--set`"));
            }
            if weighted_argument(path).is_some() {
                continue;
            }
            if let Err(problem) = self.leads(path) {
                problems.push(problem.at(option.path_spot().place()));
            } else if let Some(node) = option_value(&option, path == "opening.rung", problems) {
                self.set(path, &node, &option.path_spot(), problems);
            }
        }
    }
}

/// The value of a `--set`, as in TOML; a name may stand without quotes.
pub fn option_value(option: &OptionText, names_rung: bool, problems: &mut Problems) -> Option<Node> {
    let named = || names_rung.then(|| option.plain_value());
    let value = option.value().or_else(named);
    if value.is_none() {
        problems.push(hints::of_option(option.value_spot().place(), option.parts()));
    }
    value
}
