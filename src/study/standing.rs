//! Where a scenario stands, as it is, on an axis along which it is varied.

use serde::{Deserialize, Serialize};

use crate::scenario::Scenario;

/// Where a scenario stands on an axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The values at the path: one where all that it leads to have the same, none where one of them
    /// is uncertain.
    pub values: Vec<OwnValue>,
    /// What the argument claims whose weight is varied; empty where none is.
    pub claim: String,
}

/// A value that a scenario has as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnValue {
    /// Whose it is, by label; empty where all have the same.
    pub of: String,
    /// The value.
    pub value: f64,
}

impl Standing {
    /// Where a scenario stands on the axis of a path.
    #[must_use]
    pub fn new(scenario: &Scenario, path: &str) -> Self {
        let values = match scenario.number(path) {
            Some(value) => vec![OwnValue {
                of: String::new(),
                value,
            }],
            None => several(scenario, path),
        };
        let claim = path
            .strip_prefix("arguments.")
            .and_then(|id| scenario.arguments.iter().find(|known| known.id == id))
            .map_or_else(String::new, |argument| argument.claim.clone());
        Self { values, claim }
    }

    /// The value, where there is one.
    #[must_use]
    pub fn single(&self) -> Option<f64> {
        match self.values.as_slice() {
            [only] => Some(only.value),
            _ => None,
        }
    }
}

/// The values that a path leads to, where they are several and all certain.
fn several(scenario: &Scenario, path: &str) -> Vec<OwnValue> {
    let slots = scenario.names.slots(path).unwrap_or_default();
    let values = slots.into_iter().map(|slot| {
        Some(OwnValue {
            of: scenario.names.owner(slot)?.label.clone(),
            value: scenario.certain(slot)?,
        })
    });
    values.collect::<Option<_>>().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::testing::shipped;

    #[test]
    fn a_scenario_stands_at_its_own_values() {
        let scenario = shipped(
            "iran-pakistan-2024",
            &[("relations.trust", "{ uniform = [0.2, 0.4] }")],
        );
        let at = |path| Standing::new(&scenario, path);
        assert_eq!(at("relations.crisis_communication").single(), Some(0.45));
        let restraint = at("actors.*.restraint");
        let owners: Vec<&str> = restraint.values.iter().map(|own| own.of.as_str()).collect();
        assert_eq!(
            (restraint.single(), owners),
            (None, vec!["Iran", "Pakistan"])
        );
        assert_eq!(at("relations.trust").values, []);
        assert!(at("arguments.china-counsels").claim.ends_with('.'));
    }
}
