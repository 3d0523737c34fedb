//! What a person or a program reads: findings in, text out.

pub mod chart;
pub mod compare;
pub mod csv;
mod json;
mod layout;
pub mod library;
mod means;
pub mod parameters;
mod reference;
pub mod sealed;
pub mod shard;
mod steps;
pub mod sweep;
mod table;
pub mod tip;
pub mod words;

pub use json::{pretty, run as json};
pub use reference::page as reference;
pub use table::{next_steps, run as table};

use crate::scenario::{Band, Scenario};
use crate::study::{Findings, QuantityMean};

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
    /// What the scenario says should come out, and the means that did; empty where something was changed in it.
    pub expected: Vec<(Band, QuantityMean)>,
}
