//! What is made of a run: files in a folder, and a table or JSON on standard output. The same for a run, a run again and
//! shards put together.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::charts::{self, Drawn};
use super::simulate::TRIALS;
use super::{output, stop, study};
use crate::chart::{self, Caption, Rungs};
use crate::cli::{ChartKind, Format, OutputOptions};
use crate::error::{Error, Problem};
use crate::folder::manifest::{self, Manifest, Origin};
use crate::folder::{Folder, Passing, Place, Request};
use crate::report::sealed::sha256;
use crate::report::{self, Run};
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;
use crate::study::words::{self, PURPOSE, count};
use crate::study::{Course, Findings, histories};
use crate::tally::Tally;

/// The charts of a run, by name.
const CHARTS: [&str; 3] = ["outcomes", "peak", "levels"];
/// How many single trials are drawn.
const SAMPLE: u64 = 8;
/// The files that are always written.
const ALWAYS: [&str; 6] =
    ["summary.json", "outcomes.csv", "levels.csv", "dictionary.csv", "scenario.toml", manifest::NAME];

/// What is wanted.
pub struct Wanted {
    /// The folder; none where no files are wanted.
    pub folder: Option<PathBuf>,
    /// What becomes of an earlier result in it.
    pub replacing: Replacing,
    /// What the results are of, in words.
    pub what: String,
    /// The kinds of charts.
    pub charts: Vec<ChartKind>,
    /// How many threads draw them at most; none for as many as the machine has.
    pub threads: Option<usize>,
    /// The trials themselves.
    pub trials_csv: bool,
    /// What to print.
    pub format: Format,
    /// Print no table.
    pub quiet: bool,
}

/// What becomes of an earlier result in the folder.
#[derive(Clone, Copy, Debug)]
pub struct Replacing {
    /// Whether the user named the folder, so that even a result of another scenario may be replaced.
    pub is_chosen: bool,
    /// Whether to say what was replaced also where it was the same.
    pub has_notes: bool,
}

impl Wanted {
    /// What the options ask for, of a scenario.
    pub fn new(options: &OutputOptions, place: Place, trials_csv: bool, threads: Option<usize>) -> Self {
        let folder = || options.out.clone().unwrap_or_else(|| PathBuf::from("results").join(&place.folder));
        Self {
            folder: (!options.no_files).then(folder),
            replacing: Replacing { is_chosen: options.is_chosen(), has_notes: options.has_notes() },
            what: place.what,
            charts: options.charts.clone(),
            threads,
            trials_csv,
            format: options.format,
            quiet: options.quiet,
        }
    }

    /// Takes hold of the folder, before the first trial.
    ///
    /// # Errors
    /// As [`Folder::open`].
    pub fn open(&self) -> Result<Option<Folder>, Error> {
        stop::flag(); // before there is anything on the disk that a Ctrl-C might leave behind
        let Some(path) = &self.folder else { return Ok(None) };
        Folder::open(&self.request(path, &self.names())).map(Some)
    }

    /// What to ask of a folder.
    pub fn request<'r>(&'r self, path: &'r Path, names: &'r [String]) -> Request<'r> {
        Request { path, names, what: &self.what, is_chosen: self.replacing.is_chosen }
    }

    /// The names of all files.
    fn names(&self) -> Vec<String> {
        let charts = CHARTS.iter().flat_map(|name| self.kinds().map(move |kind| format!("charts/{name}.{kind}")));
        let trials = self.trials_csv.then(|| TRIALS.to_owned());
        ALWAYS.iter().map(|&name| name.to_owned()).chain(charts).chain(trials).collect()
    }

    /// Whether there will be charts.
    pub fn draws(&self) -> bool {
        self.folder.is_some() && self.kinds().next().is_some()
    }

    fn kinds(&self) -> impl Iterator<Item = &'static str> {
        study::kinds(&self.charts)
    }
}

/// A run that has been counted.
pub struct Counted<'c> {
    /// What was run.
    pub scenario: &'c Scenario,
    /// On which seed.
    pub seed: u64,
    /// The counts.
    pub tally: &'c Tally,
    /// How many trials were asked for.
    pub asked: u64,
    /// Whether the user stopped it before.
    pub stopped: bool,
}

/// Prints what is wanted, then writes it: what was computed is shown whatever becomes of the files. The manifest comes
/// last, when all else is there. Gives the manifest.
///
/// # Errors
/// [`Error::Stopped`] where there is nothing to report; disk trouble; charts for which there was too little memory.
pub fn report(
    counted: &Counted<'_>,
    wanted: &Wanted,
    folder: Option<&mut Folder>,
    trials_csv: Result<Option<Passing>, Error>,
) -> Result<Option<Manifest>, Error> {
    let Counted { scenario, seed, tally, .. } = *counted;
    if tally.trials == 0 {
        let problem = Problem::warning("stopped before the first trials were done");
        return Err(Error::Stopped(problem.help("no results were written")));
    }
    let findings = Findings::new(&scenario.model, tally, scenario.record.is_some());
    let bands = scenario.guide.expected.iter().filter(|_| scenario.changes.is_empty());
    let expected = bands.map(|&band| (band, findings.means.of(band.quantity))).collect();
    let run = Run { scenario, seed, complete: !counted.stopped, findings: &findings, expected };
    let printed = print(&run, wanted);
    let Some(folder) = folder else {
        return printed.and_then(|()| go_on(&run, wanted, None)).map(|()| None);
    };
    let (manifest, drawn) = match trials_csv.and_then(|trials| write(&run, counted, wanted, folder, trials)) {
        Ok(written) => written,
        unwritten => return output::both(printed, unwritten.map(|_| None)),
    };
    // Told whatever becomes of standard output; and where the files lie, once they are there.
    output::note(&if wanted.replacing.has_notes { folder.notes() } else { folder.notes_in_quiet() });
    let printed = printed.and_then(|()| go_on(&run, wanted, Some(folder.path())));
    output::both(printed, drawn.end().map(|()| Some(manifest)))
}

/// Tells where the files lie, and what to try next.
fn go_on(run: &Run<'_>, wanted: &Wanted, place: Option<&Path>) -> Result<(), Error> {
    if wanted.format == Format::Json || wanted.quiet {
        return Ok(());
    }
    output::print(&report::next_steps(run, &program(), place, wanted.kinds().next().is_some()))
}

fn print(run: &Run<'_>, wanted: &Wanted) -> Result<(), Error> {
    match wanted.format {
        Format::Json => output::print(&report::json(run)?),
        Format::Table if wanted.quiet => Ok(()),
        Format::Table => output::print(&report::table(run)),
    }
}

/// The end of a run that its user stopped, once everything is written and printed.
///
/// # Errors
/// [`Error::Stopped`] where the user stopped it.
pub fn end(counted: &Counted<'_>) -> Result<(), Error> {
    if !counted.stopped {
        return Ok(());
    }
    let message = format!("stopped after {} of {}", count(counted.tally.trials), words::trials(counted.asked));
    Err(Error::Stopped(Problem::warning(message).help("what is reported is of those trials")))
}

fn write(
    run: &Run<'_>,
    counted: &Counted<'_>,
    wanted: &Wanted,
    folder: &mut Folder,
    trials_csv: Option<Passing>,
) -> Result<(Manifest, Drawn), Error> {
    let scenario = run.scenario;
    let toml = scenario.resolved();
    let drawn = charts(run, wanted)?;
    if let Some(trials) = trials_csv {
        folder.finish(TRIALS, trials)?;
    }
    folder.write("summary.json", report::json(run)?.as_bytes())?;
    folder.write("outcomes.csv", &report::csv::outcomes(run)?)?;
    folder.write("levels.csv", &report::csv::levels(run)?)?;
    folder.write("dictionary.csv", &report::csv::dictionary()?)?;
    folder.write("scenario.toml", toml.as_bytes())?;
    drawn.files.iter().try_for_each(|(name, bytes)| folder.write(name, bytes))?;
    let manifest = Manifest {
        purpose: PURPOSE.to_owned(),
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        stream_version: STREAM_VERSION,
        scenario: Origin {
            source: scenario.source.clone(),
            slug: scenario.slug.clone(),
            changes: scenario.changes.clone(),
            sha256: scenario.digest(),
            toml,
        },
        seed: run.seed,
        seed_text: run.seed.to_string(),
        trials_asked: counted.asked,
        trials_done: run.findings.trials,
        complete: run.complete,
        charts: wanted.kinds().map(str::to_owned).collect(),
        trials_csv: wanted.trials_csv,
        files: folder.written().clone(),
    };
    folder.write(manifest::NAME, manifest.json()?.as_bytes())?;
    if run.complete { folder.publish() } else { folder.publish_part() }?;
    Ok((manifest, drawn))
}

/// The charts that are wanted.
fn charts(run: &Run<'_>, wanted: &Wanted) -> Result<Drawn, Error> {
    if !wanted.draws() {
        return Ok(Drawn::default());
    }
    let early = if run.complete { "" } else { ", stopped early" };
    let title = report::title(run.scenario) + early;
    let caption = Caption { scenario: &title, trials: run.findings.trials, seed: run.seed };
    let (rungs, course) = (Rungs::of(run.scenario), course(run));
    let picture = |at: usize| match CHARTS[at] {
        "peak" => chart::peak(run.findings, &rungs, &caption),
        "levels" => chart::levels(run.findings, &rungs, &course, &caption),
        _ => chart::outcomes(run.findings, &caption),
    };
    charts::draw(&CHARTS.map(str::to_owned), &wanted.charts, wanted.threads, picture)
}

/// The course of the days: of all trials, of the first few by themselves, and of the record.
fn course(run: &Run<'_>) -> Course {
    let sample = histories(&run.scenario.model, run.seed, 0..run.findings.trials.min(SAMPLE));
    let acts = run.scenario.record.iter().flat_map(|record| &record.acts);
    Course::new(run.findings, sample, acts.map(|act| (act.day, act.rung)).collect())
}

/// How the user calls the program: as it was called, so that the next command can be copied.
fn program() -> String {
    std::env::args_os().next().map_or_else(|| "offramp".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The folder beside that of a manifest for a run again. A manifest that its user gave another name has one of its own, so
/// that several of them may lie in one folder.
pub fn again(manifest: &Path) -> PathBuf {
    const DIGITS: usize = 8;
    let folder = manifest.parent().unwrap_or(Path::new("."));
    let mut name = folder.file_name().map_or_else(|| "run".into(), OsStr::to_owned);
    let own = manifest.file_name().filter(|own| *own != manifest::NAME);
    if let Some(own) = own {
        name.push(format!("-{}", &sha256(own.as_encoded_bytes())[..DIGITS]));
    }
    name.push("-again");
    folder.with_file_name(name)
}
