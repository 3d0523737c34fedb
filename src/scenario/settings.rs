//! What is changed in a scenario from outside, by the command line or by a study.

pub mod arguments;
pub mod option;
pub mod overrides;
pub mod paths;
pub mod switches;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{WrittenIn, printable};
use paths::weighted_argument;

/// A path, and what is put there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// The path of a number, of the weight of an argument, `opening.rung` or `horizon_days`.
    pub path: String,
    /// The value to put there.
    pub value: Assigned,
    /// The option that it came from, for messages; what a file keeps came from `--set`.
    #[serde(skip, default = "set_by_hand")]
    pub written_in: WrittenIn,
}

/// The value of a setting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Assigned {
    /// As the user wrote it, in TOML.
    Written(String),
    /// A number that was worked out.
    Number(f64),
}

impl fmt::Display for Assigned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Written(written) => f.write_str(written),
            Self::Number(number) => write!(f, "{number:?}"),
        }
    }
}

const fn set_by_hand() -> WrittenIn {
    WrittenIn::Set
}

impl Setting {
    /// A value as `--set` takes it, written as in TOML.
    #[must_use]
    pub fn set(path: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            value: Assigned::Written(value.into()),
            written_in: WrittenIn::Set,
        }
    }

    /// A number on an axis of `--vary`.
    #[must_use]
    pub fn vary(path: impl Into<String>, value: f64) -> Self {
        Self {
            path: path.into(),
            value: Assigned::Number(value),
            written_in: WrittenIn::Vary,
        }
    }
}

/// What is put on top of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What is set; the last word, in this order.
    pub set: Vec<Setting>,
    /// Arguments to switch on.
    pub with: Vec<String>,
    /// Arguments to switch off.
    pub without: Vec<String>,
}

impl Settings {
    /// Whether nothing is changed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.set.is_empty() && self.with.is_empty() && self.without.is_empty()
    }

    /// These settings with others on top; where both set one path or switch one argument, the
    /// others count.
    #[must_use]
    pub fn with(&self, others: &Self) -> Self {
        let kept = self.set.iter().filter(|setting| {
            let switched = weighted_argument(&setting.path).is_some_and(|id| others.switches(id));
            !switched && !others.sets(&setting.path)
        });
        let mut set: Vec<Setting> = kept.cloned().collect();
        // Weights come after switches; so a switch over the weights of all is one more weight.
        if self.sets("arguments.*") && !others.sets("arguments.*") {
            set.extend(others.switches_as_weights());
        }
        set.extend(others.set.iter().cloned());
        Self {
            set,
            with: switched(&self.with, &others.with, others, &others.without),
            without: switched(&self.without, &others.without, others, &others.with),
        }
    }

    /// Whether a path is set.
    fn sets(&self, path: &str) -> bool {
        self.set.iter().any(|setting| setting.path == path)
    }

    /// Whether an argument is switched on or off.
    fn switches(&self, id: &str) -> bool {
        self.with
            .iter()
            .chain(&self.without)
            .any(|other| other == id)
    }

    /// The switches of arguments that are given no weight of their own, as weights.
    fn switches_as_weights(&self) -> Vec<Setting> {
        let off = self.without.iter().map(|id| (id, "0"));
        let on = self.with.iter().map(|id| (id, "1"));
        let weights = off
            .chain(on)
            .map(|(id, weight)| Setting::set(format!("arguments.{id}"), weight));
        weights
            .filter(|setting| !self.sets(&setting.path))
            .collect()
    }

    /// Whether an argument is given a weight.
    fn weighs(&self, id: &str) -> bool {
        self.sets("arguments.*") || self.sets(&format!("arguments.{id}"))
    }

    /// Each setting in a few words.
    #[must_use]
    pub fn in_words(&self) -> Vec<String> {
        let without = self.without.iter().map(|id| format!("without {id}"));
        let with = self.with.iter().map(|id| format!("with {id}"));
        let set = self
            .set
            .iter()
            .map(|Setting { path, value, .. }| format!("{path} = {value}"));
        without
            .chain(with)
            .chain(set)
            .map(|words| printable(&words))
            .collect()
    }
}

/// The arguments of a list of switches, with `more` of others on top, which have a list of their
/// own for the opposite.
fn switched(
    own: &[String],
    more: &[String],
    others: &Settings,
    opposite: &[String],
) -> Vec<String> {
    let kept = own
        .iter()
        .filter(|id| !opposite.contains(id) && !others.weighs(id));
    kept.chain(more.iter().filter(|id| !own.contains(id)))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::assembled::Scenario;

    #[test]
    fn of_two_settings_the_later_has_the_last_word_on_an_argument() {
        let set = |pairs: &[(&str, &str)]| {
            pairs
                .iter()
                .map(|&(path, value)| Setting::set(path, value))
                .collect()
        };
        let off = Settings {
            without: vec!["china-counsels".into()],
            ..Settings::default()
        };
        for (weighted, weight) in [
            ("arguments.china-counsels", 0.0),
            ("arguments.*", 0.0),
            ("relations.trust", 0.0),
        ] {
            let base = Settings {
                set: set(&[(weighted, "1")]),
                ..Settings::default()
            };
            let scenario = Scenario::shipped("iran-pakistan-2024", &base.with(&off)).unwrap();
            let argument = scenario
                .arguments
                .iter()
                .find(|argument| argument.id == "china-counsels")
                .unwrap();
            assert_eq!(argument.weight, weight, "{weighted}");
        }
        let half = Settings {
            set: set(&[("arguments.*", "0.5")]),
            ..Settings::default()
        };
        assert_eq!(
            half.with(&off).set,
            set(&[("arguments.*", "0.5"), ("arguments.china-counsels", "0")])
        );
        assert_eq!(half.with(&half), half);
        // A weight comes after a switch, which then does nothing.
        assert_eq!(off.with(&half), half);
    }
}
