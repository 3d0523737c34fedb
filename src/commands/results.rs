//! What is made of a run that was counted: of one that was run, run again, or put together of
//! shards.

use super::delivery::{Delivery, Extra};
use super::session::Session;
use crate::error::{Error, Problem};
use crate::folder::manifest::Manifest;
use crate::folder::{Destination, PendingFile};
use crate::numerals::count;
use crate::report::view::run::{SCENARIO, TRIALS, names};
use crate::report::words;
use crate::request::{Request, RunRequest, Texts};
use crate::scenario::Scenario;
use crate::study::{RunStudy, Study};
use crate::tally::Tally;

/// Opens the folder of a run before the first trial, and keeps what was asked for.
///
/// # Errors
/// A scenario that is too large to be kept; as [`Delivery::open`].
pub fn open<'s>(
    request: &RunRequest,
    scenario: &Scenario,
    texts: Texts,
    session: &'s Session,
) -> Result<Delivery<'s>, Error> {
    let place = Destination::of_run(scenario);
    let mut delivery = Delivery::new(
        Request::Run(request.clone()),
        texts,
        &[scenario],
        place,
        session,
    )?;
    delivery.open(&names(), session.trials_csv.then_some(TRIALS))?;
    Ok(delivery)
}

/// A run that has been counted.
pub struct CountedRun<'c> {
    /// What was asked for.
    pub request: &'c RunRequest,
    /// What was run.
    pub scenario: &'c Scenario,
    /// The counts.
    pub tally: &'c Tally,
    /// Whether the user stopped it before.
    pub stopped: bool,
}

/// Prints and writes what was counted. Gives the manifest.
///
/// # Errors
/// [`Error::Stopped`] where there is nothing to report; as [`Delivery::deliver`].
pub fn report(
    counted: &CountedRun<'_>,
    delivery: &mut Delivery<'_>,
    trials_csv: Result<Option<PendingFile>, Error>,
) -> Result<Option<Manifest>, Error> {
    let CountedRun {
        request,
        scenario,
        tally,
        stopped,
    } = *counted;
    if tally.trials == 0 {
        let problem = Problem::warning("stopped before the first trials were done");
        return Err(Error::Stopped(problem.help("no results were written")));
    }
    let study = Study::Run(RunStudy::new(scenario, request.seed, tally, !stopped));
    let resolved = vec![(SCENARIO.to_owned(), scenario.resolved().into_bytes())];
    let extra = trials_csv.map(|trials| Extra {
        files: resolved,
        begun: trials.map(|trials| (TRIALS, trials)),
    });
    delivery.deliver(&study, extra)
}

/// The end of a run that its user stopped, once everything is written and printed.
///
/// # Errors
/// [`Error::Stopped`] where the user stopped it.
pub fn end(counted: &CountedRun<'_>) -> Result<(), Error> {
    if !counted.stopped {
        return Ok(());
    }
    let message = format!(
        "stopped after {} of {}",
        count(counted.tally.trials),
        words::trials(counted.request.trials)
    );
    Err(Error::Stopped(
        Problem::warning(message).help("what is reported is of those trials"),
    ))
}
