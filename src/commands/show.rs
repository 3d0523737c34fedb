//! `offramp show`: a scenario resolved or as it was written, what it is about, what differs, who
//! says what, and whom it cites.

use std::sync::atomic::AtomicBool;

use super::output;
use crate::cli::ShowCommand;
use crate::ensemble::{self, Plan, Watch};
use crate::error::{Error, copyable};
use crate::files;
use crate::report::{self, parameters, render, sources};
use crate::scenario::{Document, Provenance, Scenario, Settings, Source};
use crate::study::Findings;

/// How many trials fill what a scenario is about: as many as a run has by itself, so that both say
/// the same.
const TRIALS: u64 = 100_000;

/// Runs the command.
pub fn show(command: &ShowCommand) -> Result<(), Error> {
    let document = files::document(&command.scenario)?;
    if command.reading.as_written {
        return as_written(command, &document);
    }
    let settings = command.settings.settings();
    let scenario = document.assemble(&settings)?;
    output::warn(&scenario.warnings);
    output::warn(&scenario.unheard(&settings));
    let text = if let Some(base) = &command.diff {
        let base = files::document(base)?.assemble(&Settings::default())?;
        parameters::differences(&base.source, &base.differences(&scenario))
    } else if command.reading.about {
        about(&scenario)?
    } else if command.arguments {
        arguments(&scenario)
    } else if command.reading.sources {
        sources::sources(&scenario.name, &document.citations(&scenario))
    } else {
        scenario.resolved()
    };
    output::print(&text)
}

/// What a scenario is about, with the numbers of a short run where it has places for them.
fn about(scenario: &Scenario) -> Result<String, Error> {
    if !report::needs_numbers(scenario) {
        return Ok(render::text(&report::about(scenario, None)));
    }
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    let plan = Plan::new(report::SEED, TRIALS);
    let tally = ensemble::run(&scenario.model, None, &plan, &watch)?;
    let findings = Findings::new(&scenario.model, &tally, None);
    Ok(render::text(&report::about(scenario, Some(&findings))))
}

/// Who says what, with the sources that are cited, and who set what.
fn arguments(scenario: &Scenario) -> String {
    let numbers: Vec<Provenance> = scenario
        .provenances()
        .into_iter()
        .filter(Provenance::is_said)
        .collect();
    report::arguments(scenario) + &parameters::provenances(&scenario.source, &numbers)
}

/// Prints the file of a scenario, and says on standard error what it extends.
fn as_written(command: &ShowCommand, document: &Document) -> Result<(), Error> {
    output::print_file(&files::as_written(&Source::named(&command.scenario, None))?)?;
    if let Some(base) = document.extends() {
        let name = base.shown();
        let print = copyable(&name).map_or_else(
            || "print that as well".to_owned(),
            |name| format!("`offramp show {name} --as-written` prints that"),
        );
        output::note(&[format!(
            "this extends {name}, which is not printed: {print}"
        )]);
    }
    Ok(())
}
