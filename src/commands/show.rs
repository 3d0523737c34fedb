//! `offramp show`: a scenario resolved, what differs, or who set what.

use super::output;
use crate::cli::ShowCommand;
use crate::error::Error;
use crate::files;
use crate::report::parameters;
use crate::scenario::{Provenance, Settings};

/// Runs the command.
pub fn show(command: &ShowCommand) -> Result<(), Error> {
    let settings = command.settings.settings();
    let scenario = files::document(&command.scenario)?.assemble(&settings)?;
    output::warn(&scenario.warnings);
    output::warn(&scenario.unheard(&settings));
    let text = if let Some(base) = &command.diff {
        let base = files::document(base)?.assemble(&Settings::default())?;
        parameters::differences(&base.source, &base.differences(&scenario))
    } else if command.arguments {
        let numbers: Vec<Provenance> = scenario
            .provenances()
            .into_iter()
            .filter(Provenance::is_said)
            .collect();
        parameters::arguments(&scenario.arguments)
            + &parameters::provenances(&scenario.source, &numbers)
    } else {
        scenario.resolved()
    };
    output::print(&text)
}
