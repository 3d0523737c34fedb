//! What the commands that lay scenarios beside each other share.

use std::path::PathBuf;

use crate::cli::{ChartKind, Format, StudyOptions};
use crate::ensemble::{self, Plan, Watch};
use crate::error::{Error, Problem, printable};
use crate::folder::manifest::{self, StudyManifest};
use crate::folder::{Folder, Place, Request};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;
use crate::study::MOST_POINTS;
use crate::study::words::{PURPOSE, count};
use crate::tally::{Paired, Tally};

use super::charts::Drawn;
pub use super::progress::Progress;
use super::{output, stop};

/// Runs one model of a study.
///
/// # Errors
/// [`Error::Stopped`] where the user stopped it.
pub fn run(model: &Model, options: &StudyOptions, progress: &mut Progress) -> Result<Tally, Error> {
    let plan = Plan { threads: options.threads.map(Into::into), ..Plan::new(options.seed, options.trials) };
    let tally = progress.follow(|told| {
        let watch = Watch { progress: told, stop: stop::flag() };
        let tally = ensemble::run(model, None, &plan, &watch)?;
        let trials = tally.trials;
        Ok((tally, trials))
    })?;
    if tally.trials < options.trials { Err(stopped()) } else { Ok(tally) }
}

/// Runs several models of a study beside each other, the base first.
///
/// # Errors
/// [`Error::Stopped`] where the user stopped it.
pub fn paired(models: &[&Model], options: &StudyOptions, progress: &mut Progress) -> Result<Paired, Error> {
    let plan = Plan { threads: options.threads.map(Into::into), ..Plan::new(options.seed, options.trials) };
    let paired = progress.follow(|told| {
        // Each trial is run in all of them.
        let told = |trials| told(trials * models.len() as u64);
        let watch = Watch { progress: &told, stop: stop::flag() };
        let paired = ensemble::run_paired(models, &plan, &watch)?;
        let trials = paired.tallies.iter().map(|tally| tally.trials).sum();
        Ok((paired, trials))
    })?;
    let whole = paired.tallies.iter().all(|tally| tally.trials == options.trials);
    if whole { Ok(paired) } else { Err(stopped()) }
}

/// A study is whole or not at all.
pub fn stopped() -> Error {
    let problem = Problem::warning("stopped before all runs were done");
    Error::Stopped(problem.help("no results were written; ask for fewer `--trials` or points"))
}

/// A study that is run again is whole or not at all: what was there then is compared with it.
///
/// # Errors
/// [`Error::Stopped`] where it is run again, and was stopped.
pub fn check_again(options: &StudyOptions, complete: bool) -> Result<(), Error> {
    if complete || options.output.rerun.is_none() {
        return Ok(());
    }
    let problem = Problem::warning("stopped before all runs were done again");
    Err(Error::Stopped(problem.help("nothing was written")))
}

/// Tells, before its first trial, what the user should know of the scenario and the names of its variants.
///
/// # Errors
/// A fault of the program.
pub fn warn(options: &StudyOptions, scenario: &Scenario, variants: &[&str]) -> Result<(), Error> {
    if options.output.quiet {
        return Ok(());
    }
    output::warn(&scenario.warnings);
    output::warn(&scenario.unheard(&options.settings.settings()));
    if options.output.no_files || !wants_charts(options) {
        return Ok(());
    }
    output::warn_of_missing_characters(scenario, variants)
}

/// Takes hold of the folder of a study, before its first trial.
///
/// # Errors
/// As [`Folder::open`].
pub fn open(options: &StudyOptions, place: &Place, files: &[&str], charts: &[String]) -> Result<Option<Folder>, Error> {
    stop::flag(); // before there is anything on the disk that a Ctrl-C might leave behind
    let output = &options.output;
    if output.no_files {
        return Ok(None);
    }
    let path = output.out.clone().unwrap_or_else(|| PathBuf::from("results").join(&place.folder));
    let charts = charts.iter().flat_map(|name| kinds(&output.charts).map(move |kind| format!("charts/{name}.{kind}")));
    let all = files.iter().map(|&name| name.to_owned()).chain([manifest::NAME.to_owned()]);
    let names: Vec<String> = all.chain(charts).collect();
    let request = Request { path: &path, names: &names, what: &place.what, is_chosen: output.is_chosen() };
    Folder::open(&request).map(Some)
}

/// The kinds of charts that are wanted, as their files end.
pub fn kinds(charts: &[ChartKind]) -> impl Iterator<Item = &'static str> {
    let none = charts.contains(&ChartKind::None);
    [(ChartKind::Svg, "svg"), (ChartKind::Png, "png")]
        .into_iter()
        .filter(move |(kind, _)| !none && charts.contains(kind))
        .map(|(_, name)| name)
}

/// What a study was of.
pub struct Study<'s> {
    /// The base, and the variants of a comparison.
    pub scenarios: &'s [&'s Scenario],
    /// How many trials were run of each.
    pub trials: u64,
    /// Whether it came to its end.
    pub complete: bool,
}

/// Writes the files of a study, and says where they lie.
///
/// # Errors
/// Disk trouble; charts for which there was too little memory.
pub fn write(
    folder: &mut Folder,
    options: &StudyOptions,
    study: &Study<'_>,
    files: &[(String, Vec<u8>)],
    drawn: Drawn,
) -> Result<(), Error> {
    files.iter().chain(&drawn.files).try_for_each(|(name, bytes)| folder.write(name, bytes))?;
    let json = StudyManifest {
        purpose: PURPOSE.to_owned(),
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        stream_version: STREAM_VERSION,
        what: Some(folder.what()),
        scenarios: study.scenarios.iter().map(|&scenario| scenario.into()).collect(),
        seed: options.seed,
        seed_text: options.seed.to_string(),
        trials: study.trials,
        complete: study.complete,
        command: options.words.clone(),
        files: folder.written().clone(),
    }
    .json()?;
    folder.write(manifest::NAME, json.as_bytes())?;
    if study.complete { folder.publish() } else { folder.publish_part() }?;
    output::note(&if options.output.has_notes() { folder.notes() } else { folder.notes_in_quiet() });
    let printed = match options.output.format {
        Format::Table if !options.output.quiet => {
            output::print(&format!("\nFiles:  {}\n", printable(&folder.path().display().to_string())))
        }
        _ => Ok(()),
    };
    output::both(printed, drawn.end())
}

/// Whether any charts are wanted.
pub fn wants_charts(options: &StudyOptions) -> bool {
    kinds(&options.output.charts).next().is_some()
}

/// Prints a study: before its files are written, so that it is shown whatever becomes of them.
///
/// # Errors
/// Standard output fails.
pub fn print(options: &StudyOptions, json: &str, table: impl FnOnce() -> String) -> Result<(), Error> {
    match options.output.format {
        Format::Json => output::print(json),
        Format::Table if options.output.quiet => Ok(()),
        Format::Table => output::print(&table()),
    }
}

/// Refuses what would run for ever, with the product named.
///
/// # Errors
/// More points than can be run, or more trials.
pub fn affordable(points: &[usize], trials: u64) -> Result<u64, Error> {
    let product = points.iter().try_fold(1_u64, |product, &points| product.checked_mul(points as u64));
    let named = points.iter().map(|&points| count(points as u64)).collect::<Vec<_>>().join(" x ");
    let named = match product {
        Some(product) if points.len() > 1 => format!("{named} = {}", count(product)),
        _ => named,
    };
    let all = product.and_then(|product| Some((product, product.checked_mul(trials)?)));
    match all {
        Some((product, all)) if product <= MOST_POINTS as u64 && all <= ensemble::MOST_TRIALS => Ok(all),
        _ => {
            let message = format!("{named} points of {} trials each are too many", count(trials));
            let help = format!(
                "{} points and {} trials in all at most",
                count(MOST_POINTS as u64),
                count(ensemble::MOST_TRIALS)
            );
            Err(Error::Usage(Problem::new(message).help(help)))
        }
    }
}
