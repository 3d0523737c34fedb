//! What a person or a program reads: findings in, text out.

mod json;
mod table;

pub use json::run as json;
pub use table::{next_steps, run as table};

use crate::scenario::Scenario;
use crate::study::Findings;

/// The scenario's name, with what was changed in it.
#[must_use]
pub fn title(scenario: &Scenario) -> String {
    if scenario.changes.is_empty() {
        return scenario.name.clone();
    }
    format!("{}, changed: {}", scenario.name, scenario.changes.join("; "))
}

/// A finished run, as reports need it.
pub struct Run<'r> {
    /// What was run.
    pub scenario: &'r Scenario,
    /// On which seed.
    pub seed: u64,
    /// Whether all trials that were asked for are in it.
    pub complete: bool,
    /// What it showed.
    pub findings: &'r Findings,
}
