//! What differs between two scenarios, resolved.

use std::collections::BTreeMap;

use super::inputs::{Input, inputs};
use crate::scenario::assembled::Scenario;
use crate::scenario::departure::InputDifference;

impl Scenario {
    /// The inputs in which `other` differs from this scenario; none where both give the same
    /// results.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<InputDifference> {
        differences(self, other)
    }
}

/// The inputs in which two scenarios differ, in the order of a scenario file; none where they give
/// the same results.
///
/// What happened is no input of a scenario that has no record: records differ only where both have
/// one.
pub fn differences(before: &Scenario, after: &Scenario) -> Vec<InputDifference> {
    let both_recorded = before.record.is_some() && after.record.is_some();
    let first = compared(before, both_recorded);
    let second = compared(after, both_recorded);
    let values: BTreeMap<&str, &str> = second
        .iter()
        .map(|input| (input.path.as_str(), input.value.as_str()))
        .collect();
    let known: BTreeMap<&str, &str> = first
        .iter()
        .map(|input| (input.path.as_str(), input.value.as_str()))
        .collect();
    let changed = first.iter().filter_map(|input| {
        let after = values.get(input.path.as_str()).copied();
        (after != Some(&input.value)).then(|| InputDifference {
            path: input.path.clone(),
            before: Some(input.value.clone()),
            after: after.map(str::to_owned),
        })
    });
    let added = second
        .iter()
        .filter(|input| !known.contains_key(input.path.as_str()))
        .map(|input| InputDifference {
            path: input.path.clone(),
            before: None,
            after: Some(input.value.clone()),
        });
    changed.chain(added).collect()
}

/// The inputs of a scenario, those of its record only where they are asked for.
fn compared(scenario: &Scenario, with_record: bool) -> Vec<Input> {
    inputs(scenario)
        .into_iter()
        .filter(|input| with_record || !input.path.starts_with("record."))
        .collect()
}
