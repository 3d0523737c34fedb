//! `offramp rerun`: what a manifest tells of, once more, to the same bytes.

use std::path::Path;

use super::output;
use super::results::{self, Counted, Wanted};
use super::simulate::{Job, simulate};
use crate::cli::{ChartKind, Format, RerunCommand};
use crate::error::{Error, Problem};
use crate::folder::manifest::Manifest;
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;

/// Runs the command.
pub fn rerun(command: &RerunCommand) -> Result<(), Error> {
    let manifest = Manifest::read(&command.manifest)?;
    let scenario = scenario(&manifest)?;
    let folder = command.manifest.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let kinds = [("svg", ChartKind::Svg), ("png", ChartKind::Png)].into_iter();
    let wanted = Wanted {
        folder: Some(command.out.clone().unwrap_or_else(|| results::again(&folder))),
        charts: kinds
            .filter(|(name, _)| manifest.charts.iter().any(|kind| kind == name))
            .map(|(_, kind)| kind)
            .collect(),
        trials_csv: manifest.trials_csv,
        format: Format::Table,
        quiet: true,
    };
    let job = Job {
        scenario: &scenario,
        seed: manifest.seed,
        trials: 0..manifest.trials_done,
        threads: command.threads.map(Into::into),
        precision: None,
        quiet: command.quiet,
    };
    let mut folder = wanted.open()?;
    let done = simulate(&job, folder.as_ref().filter(|_| manifest.trials_csv))?;
    if done.stopped {
        let problem = Problem::warning("stopped before it was run again");
        return Err(Error::Stopped(problem.help("nothing was written")));
    }
    // What was stopped then is run again as far as it came.
    let (seed, tally, asked) = (manifest.seed, &done.tally, manifest.trials_asked);
    let counted = Counted { scenario: &scenario, seed, tally, asked, stopped: !manifest.complete };
    let again = results::report(&counted, &wanted, folder.as_mut(), done.trials_csv)?;
    compare(&manifest, again.as_ref(), &wanted, command.quiet)
}

/// The scenario of a manifest, as it was.
fn scenario(manifest: &Manifest) -> Result<Scenario, Error> {
    let wrong = |message: String, help: &str| Err(Error::Scenario(vec![Problem::new(message).help(help)]));
    if manifest.stream_version != STREAM_VERSION {
        let (then, now) = (manifest.stream_version, STREAM_VERSION);
        let message = format!("the run was made with stream version {then}, and this program has {now}");
        return wrong(message, "its luck would be another; run it with offramp of the version that the manifest names");
    }
    let origin = &manifest.scenario;
    let scenario = Scenario::restored(&origin.toml, &origin.source, &origin.slug, &origin.changes)?;
    if scenario.digest() != origin.sha256 || manifest.trials_done == 0 {
        return wrong("the manifest was changed since the run".to_owned(), "keep the manifest as the run wrote it");
    }
    Ok(scenario)
}

/// Tells whether the files are the same, the manifest included.
fn compare(manifest: &Manifest, again: Option<&Manifest>, wanted: &Wanted, quiet: bool) -> Result<(), Error> {
    let place = wanted.folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
    let sha = |name: &String| again.and_then(|again| again.files.get(name));
    let mut differ: Vec<&str> =
        manifest.files.iter().filter(|(name, then)| sha(name) != Some(then)).map(|(name, _)| name.as_str()).collect();
    if differ.is_empty() && again != Some(manifest) {
        differ.push("manifest.json");
    }
    if !differ.is_empty() {
        let message = format!("not the same bytes: {} (in {place})", differ.join(", "));
        let now = env!("CARGO_PKG_VERSION");
        let help = format!(
            "the manifest or a file was changed, or the run was made with another version ({}; this is {now})",
            manifest.version
        );
        return Err(Error::Scenario(vec![Problem::new(message).help(help)]));
    }
    let told = format!("{} files in {place}, the same bytes as then.\n", manifest.files.len() + 1);
    if quiet { Ok(()) } else { output::print(&told) }
}
