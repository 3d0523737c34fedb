//! What is made of a run: files in a folder, and a table or JSON on standard output. The same for a run, a run again and
//! shards put together.

use super::charts::{self, Drawn};
use super::delivery::{Delivery, Extent};
use super::output;
use super::session::Session;
use super::simulate::TRIALS;
use crate::error::{Error, Problem};
use crate::folder::manifest::Manifest;
use crate::folder::{Destination, Folder, PendingFile};
use crate::numerals::count;
use crate::report::chart::{self, Caption, Rungs};
use crate::report::words;
use crate::report::{self, Run};
use crate::request::{self, Request, Texts};
use crate::scenario::Scenario;
use crate::study::{Findings, Timeline, histories};
use crate::tally::Tally;

/// The charts of a run, by name.
const CHARTS: [&str; 3] = ["outcomes", "peak", "levels"];
/// How many single trials are drawn.
const SAMPLE: u64 = 8;
/// The files that are always written.
const ALWAYS: [&str; 5] = ["summary.json", "outcomes.csv", "levels.csv", "dictionary.csv", "scenario.toml"];

/// Opens the folder of a run before the first trial, and keeps what was asked for.
///
/// # Errors
/// A scenario that is too large to be kept; as [`Delivery::open`].
pub fn open<'s>(
    request: &request::Run,
    scenario: &Scenario,
    texts: Texts,
    session: &'s Session,
) -> Result<Delivery<'s>, Error> {
    let place = Destination::of_run(scenario);
    let mut delivery = Delivery::new(Request::Run(request.clone()), texts, &[scenario], place, session)?;
    let trials = session.trials_csv.then_some(TRIALS);
    let files: Vec<&str> = ALWAYS.into_iter().chain(trials).collect();
    delivery.open(&files, &CHARTS.map(str::to_owned))?;
    Ok(delivery)
}

/// A run that has been counted.
pub struct Counted<'c> {
    /// What was asked for.
    pub request: &'c request::Run,
    /// What was run.
    pub scenario: &'c Scenario,
    /// The counts.
    pub tally: &'c Tally,
    /// Whether the user stopped it before.
    pub stopped: bool,
}

/// Prints what is wanted, then writes it: what was computed is shown even if the files cannot be written. The manifest
/// comes last, when all else is there. Returns the manifest.
///
/// # Errors
/// [`Error::Stopped`] where there is nothing to report; disk trouble; charts for which there was too little memory.
pub fn report(
    counted: &Counted<'_>,
    delivery: &mut Delivery<'_>,
    trials_csv: Result<Option<PendingFile>, Error>,
) -> Result<Option<Manifest>, Error> {
    let Counted { request, scenario, tally, stopped } = *counted;
    if tally.trials == 0 {
        let problem = Problem::warning("stopped before the first trials were done");
        return Err(Error::Stopped(problem.help("no results were written")));
    }
    let findings = Findings::new(&scenario.model, tally, scenario.record.is_some());
    let bands = scenario.guide.expected.iter().filter(|_| scenario.changes.is_empty());
    let expected = bands.map(|&band| (band, findings.means.of(band.quantity))).collect();
    let run = Run { scenario, seed: request.seed, complete: !stopped, findings: &findings, expected };
    let session = delivery.session;
    let json = report::json(&run)?;
    let printed = session.print(&json, || report::table(&run));
    let (manifest, drawn) = match trials_csv.and_then(|trials| write(&run, json, delivery, trials)) {
        Ok(written) => written,
        unwritten => return output::both(printed, unwritten.map(|_| None)),
    };
    // Said whatever becomes of standard output; and where the files lie, once they are there.
    if let Some(folder) = &delivery.folder {
        session.note(folder);
    }
    let printed = printed.and_then(|()| go_on(&run, delivery));
    output::both(printed, drawn.end().map(|()| manifest))
}

/// Says where the files lie, and what to try next.
fn go_on(run: &Run<'_>, delivery: &Delivery<'_>) -> Result<(), Error> {
    if !delivery.session.has_table() {
        return Ok(());
    }
    let place = delivery.folder.as_ref().map(Folder::path);
    output::print(&report::next_steps(run, &program(), place, delivery.session.kinds().next().is_some()))
}

/// The end of a run that its user stopped, once everything is written and printed.
///
/// # Errors
/// [`Error::Stopped`] where the user stopped it.
pub fn end(counted: &Counted<'_>) -> Result<(), Error> {
    if !counted.stopped {
        return Ok(());
    }
    let message = format!("stopped after {} of {}", count(counted.tally.trials), words::trials(counted.request.trials));
    Err(Error::Stopped(Problem::warning(message).help("what is reported is of those trials")))
}

fn write(
    run: &Run<'_>,
    json: String,
    delivery: &mut Delivery<'_>,
    trials_csv: Option<PendingFile>,
) -> Result<(Option<Manifest>, Drawn), Error> {
    let mut drawn = charts(run, delivery.session)?;
    let Some(folder) = &mut delivery.folder else { return Ok((None, drawn)) };
    if let Some(trials) = trials_csv {
        folder.finish(TRIALS, trials)?;
    }
    let mut files = vec![
        ("summary.json".to_owned(), json.into_bytes()),
        ("outcomes.csv".to_owned(), report::csv::outcomes(run)?),
        ("levels.csv".to_owned(), report::csv::levels(run)?),
        ("dictionary.csv".to_owned(), report::csv::dictionary()?),
        ("scenario.toml".to_owned(), run.scenario.resolved().into_bytes()),
    ];
    files.append(&mut drawn.files);
    let came = Extent { trials: run.findings.trials, complete: run.complete };
    Ok((delivery.publish(&files, came)?, drawn))
}

/// The charts that are wanted.
fn charts(run: &Run<'_>, session: &Session) -> Result<Drawn, Error> {
    if !session.draws() {
        return Ok(Drawn::default());
    }
    let early = if run.complete { "" } else { ", stopped early" };
    let title = report::title(run.scenario) + early;
    let caption = Caption { scenario: &title, trials: run.findings.trials, seed: run.seed };
    let (rungs, timeline) = (Rungs::of(run.scenario), timeline(run));
    let picture = |at: usize| match CHARTS[at] {
        "peak" => chart::peak(run.findings, &rungs, &caption),
        "levels" => chart::levels(run.findings, &rungs, &timeline, &caption),
        _ => chart::outcomes(run.findings, &caption),
    };
    charts::draw(&CHARTS.map(str::to_owned), session, session.threads, picture)
}

/// The course of the days: of all trials, of the first few by themselves, and of the record.
fn timeline(run: &Run<'_>) -> Timeline {
    let sample = histories(&run.scenario.model, run.seed, 0..run.findings.trials.min(SAMPLE));
    let acts = run.scenario.record.iter().flat_map(|record| &record.acts);
    Timeline::new(run.findings, sample, acts.map(|act| (act.day, act.rung)).collect())
}

/// How the user calls the program: as it was called, so that the next command can be copied.
fn program() -> String {
    std::env::args_os().next().map_or_else(|| "offramp".to_owned(), |name| name.to_string_lossy().into_owned())
}
