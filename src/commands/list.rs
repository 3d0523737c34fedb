//! `offramp list`: the shipped scenarios.

use super::output;
use crate::error::Error;
use crate::report;
use crate::scenario::library::{Item, SHIPPED};
use crate::scenario::{Scenario, Settings};

/// Runs the command.
pub fn list() -> Result<(), Error> {
    let scenario = |shipped: &Item| Scenario::shipped(shipped.name, &Settings::default());
    let title = |shipped: &Item| {
        scenario(shipped)
            .map(|scenario| scenario.name)
            .unwrap_or_default()
    };
    output::print(&report::library::list(SHIPPED, title))
}
