//! What the path of a setting leads to.

use std::collections::BTreeSet;

use super::assembled::Scenario;
use super::settings::paths::{HORIZON, OPENING_RUNG, weighted_argument};
use crate::model::Slot;
use crate::numerals::rounded;

/// One thing that a setting can change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// How long a trial is followed.
    Horizon,
    /// How the crisis begins.
    Opening,
    /// A number of the model.
    Number(Slot),
    /// The weight of an argument, by its id.
    Weight(String),
}

impl Scenario {
    /// All that a path leads to: more than one where it holds a `*`, nothing where it leads
    /// nowhere.
    #[must_use]
    pub fn targets(&self, path: &str) -> BTreeSet<Target> {
        if let Some(id) = weighted_argument(path) {
            let chosen = self
                .arguments
                .iter()
                .filter(|argument| id == "*" || argument.id == id);
            return chosen
                .map(|argument| Target::Weight(argument.id.clone()))
                .collect();
        }
        match path {
            HORIZON => BTreeSet::from([Target::Horizon]),
            OPENING_RUNG => BTreeSet::from([Target::Opening]),
            _ => self
                .names
                .slots(path)
                .unwrap_or_default()
                .into_iter()
                .map(Target::Number)
                .collect(),
        }
    }

    /// The name of a target in a sentence.
    #[must_use]
    pub fn target_name(&self, target: &Target) -> String {
        match target {
            Target::Horizon => format!("`{HORIZON}`"),
            Target::Opening => format!("`{OPENING_RUNG}`"),
            Target::Number(slot) => format!("`{}`", self.names.path(*slot)),
            Target::Weight(id) => format!("the weight of argument `{id}`"),
        }
    }

    /// The number at a path, without what sums of decimals add in the last bits; none where the
    /// path leads nowhere, to several values or to an uncertain one.
    #[must_use]
    pub fn number(&self, path: &str) -> Option<f64> {
        if let Some(id) = weighted_argument(path) {
            return self
                .arguments
                .iter()
                .find(|argument| argument.id == id)
                .map(|argument| argument.weight);
        }
        if path == HORIZON {
            return Some(f64::from(self.model.horizon_days));
        }
        let slots = self.names.slots(path).ok()?;
        let values: Vec<f64> = slots
            .into_iter()
            .map(|slot| self.certain(slot))
            .collect::<Option<_>>()?;
        values
            .first()
            .copied()
            .filter(|first| values.iter().all(|value| value == first))
    }

    /// A number, without what sums of decimals add; none where it is uncertain.
    #[must_use]
    pub fn certain(&self, slot: Slot) -> Option<f64> {
        let uncertain = self
            .model
            .uncertain_values
            .iter()
            .any(|uncertain| uncertain.slot == slot);
        self.model
            .numbers
            .get(slot)
            .filter(|_| !uncertain)
            .map(rounded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::settings::{Setting, Settings};

    #[test]
    fn a_path_leads_to_what_it_names() {
        let scenario = Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap();
        let count = |path| scenario.targets(path).len();
        assert_eq!(
            ["actors.*.shock_of_surprise", "arguments.*", "opening.rung"].map(count),
            [2, scenario.arguments.len(), 1]
        );
        assert_eq!(
            [
                "actors.nobody.shock_of_surprise",
                "arguments.nix",
                "nowhere"
            ]
            .map(count),
            [0; 3]
        );
        for path in [
            "relations.crisis_communication",
            "arguments.china-counsels",
            "horizon_days",
            "opening.rung",
        ] {
            let targets = scenario.targets(path);
            assert!(targets.iter().all(|target| {
                scenario
                    .target_name(target)
                    .contains(path.trim_start_matches("arguments."))
            }));
        }
    }

    #[test]
    fn a_number_is_one_value_and_certain() {
        let set = vec![
            Setting::set("relations.trust", "{ uniform = [0.2, 0.4] }"),
            Setting::set("actors.iran.shock_of_surprise", "0.1"),
            Setting::set("actors.pakistan.shock_of_surprise", "0.2"),
            Setting::vary("relations.crisis_communication", 0.1 + 0.2),
        ];
        let scenario = Scenario::shipped(
            "iran-pakistan-2024",
            &Settings {
                set,
                ..Settings::default()
            },
        )
        .unwrap();
        for (path, number) in [
            ("relations.trust", None),
            ("actors.*.shock_of_surprise", None),
            ("actors.iran.shock_of_surprise", Some(0.1)),
            ("relations.crisis_communication", Some(0.3)),
            ("horizon_days", Some(90.0)),
            ("arguments.china-counsels", Some(1.0)),
            ("opening.rung", None),
        ] {
            assert_eq!(scenario.number(path), number, "{path}");
        }
    }
}
