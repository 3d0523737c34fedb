//! `offramp list`: the shipped scenarios.

use super::output;
use crate::error::Error;
use crate::report;
use crate::scenario::library::{Item, SHIPPED};
use crate::scenario::{Scenario, Settings};

/// Runs the command.
pub fn list() -> Result<(), Error> {
    output::print(&report::library::list(SHIPPED, title))
}

/// The name that a shipped scenario gives itself.
fn title(shipped: &Item) -> String {
    Scenario::shipped(shipped.name, &Settings::default())
        .map(|scenario| scenario.name)
        .unwrap_or_default()
}
