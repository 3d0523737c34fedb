//! `offramp rerun`: what a manifest tells of, once more, to the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use super::output;
use super::results::{self, Counted, Replacing, Wanted};
use super::simulate::{Job, simulate};
use crate::cli::{ChartKind, Cli, Format, Rerun, RerunCommand};
use crate::error::{Error, Problem, printable};
use crate::folder::manifest::{self, Kept, Manifest, StudyManifest};
use crate::folder::{Folder, Place, is_same};
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;

/// Runs the command.
pub fn rerun(command: &RerunCommand) -> Result<(), Error> {
    let manifest = command.manifest.canonicalize().unwrap_or_else(|_| command.manifest.clone());
    let folder = manifest.parent().unwrap_or(Path::new(".")).to_owned();
    let out = command.out.clone().unwrap_or_else(|| results::again(&manifest));
    if is_same(&folder, &out) {
        let problem = Problem::new(format!("{} is the folder of the manifest itself", out.display()));
        let help = "leave out `--out`, or name another folder: what is there is what the new files are compared with";
        return Err(Error::CannotCreate(problem.help(help)));
    }
    match Kept::read(&command.manifest)? {
        Kept::Run(manifest) => run_again(command, &manifest, &out),
        Kept::Study(manifest) => study_again(command, &manifest, &out),
    }
}

fn run_again(command: &RerunCommand, manifest: &Manifest, out: &Path) -> Result<(), Error> {
    let scenario = scenario(manifest)?;
    let kinds = [("svg", ChartKind::Svg), ("png", ChartKind::Png)].into_iter();
    let wanted = Wanted {
        folder: Some(out.to_owned()),
        replacing: Replacing { is_chosen: command.out.is_some(), has_notes: !command.quiet },
        what: Place::of_run(&scenario).what,
        charts: kinds
            .filter(|(name, _)| manifest.charts.iter().any(|kind| kind == name))
            .map(|(_, kind)| kind)
            .collect(),
        threads: command.threads.map(Into::into),
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
    if !manifest.complete && folder.as_ref().is_some_and(Folder::holds_whole) {
        let message = format!("{} holds a whole run, and the one to run again was stopped early", out.display());
        return Err(Error::CannotCreate(Problem::new(message).help("name another folder with `--out`")));
    }
    let done = simulate(&job, folder.as_ref().filter(|_| manifest.trials_csv))?;
    if done.stopped {
        let problem = Problem::warning("stopped before all trials were run again");
        return Err(Error::Stopped(problem.help("nothing was written")));
    }
    // What was stopped then is run again as far as it came.
    let (seed, tally, asked) = (manifest.seed, &done.tally, manifest.trials_asked);
    let counted = Counted { scenario: &scenario, seed, tally, asked, stopped: !manifest.complete };
    let again = results::report(&counted, &wanted, folder.as_mut(), done.trials_csv)?;
    let Some(mut again) = again else { return Ok(()) };
    leave_out_new_charts(&mut again.files, &manifest.files);
    tell(out, (&manifest.files, &again.files), again == *manifest, &manifest.version, command.quiet)
}

/// A study again: its command, with another folder. The files of its scenarios must be what and where they were.
fn study_again(command: &RerunCommand, manifest: &StudyManifest, out: &Path) -> Result<(), Error> {
    same_luck(manifest.stream_version)?;
    if !manifest.complete {
        let problem = Problem::new("the study was stopped before its end, and where it stopped cannot be repeated");
        return Err(Error::Scenario(vec![problem.help("run its command once more")]));
    }
    let changed = || {
        let problem = Problem::new("the manifest was changed since the study");
        Error::Scenario(vec![problem.help("keep the manifest as the study wrote it")])
    };
    let mut cli = Cli::read_kept(&manifest.command).map_err(|_| changed())?;
    let options = cli.command.as_mut().and_then(crate::cli::Command::study_options).ok_or_else(changed)?;
    if (options.seed, options.trials) != (manifest.seed, manifest.trials) {
        return Err(changed());
    }
    options.threads = command.threads;
    (options.output.out, options.output.no_files) = (Some(out.to_owned()), false);
    (options.output.format, options.output.quiet) = (Format::Table, true);
    options.output.rerun = Some(Rerun { is_chosen: command.out.is_some(), quiet: command.quiet });
    super::dispatch(cli)?;
    let Kept::Study(mut again) = Kept::read(&out.join(manifest::NAME))? else { return Err(changed()) };
    let pairs = manifest.scenarios.iter().zip(&again.scenarios);
    if let Some((then, _)) = pairs.into_iter().find(|(then, now)| then.sha256 != now.sha256) {
        let message = format!("{} has changed since the study", then.source);
        let help = format!("what it gives now lies in {}", out.display());
        return Err(Error::Scenario(vec![Problem::new(message).help(help)]));
    }
    leave_out_new_charts(&mut again.files, &manifest.files);
    tell(out, (&manifest.files, &again.files), *again == *manifest, &manifest.version, command.quiet)
}

fn same_luck(then: u32) -> Result<(), Error> {
    if then == STREAM_VERSION {
        return Ok(());
    }
    let message = format!("the run was made with stream version {then}, and this program has {STREAM_VERSION}");
    let help = "its random numbers would be different; run it with offramp of the version that the manifest names";
    Err(Error::Scenario(vec![Problem::new(message).help(help)]))
}

/// The scenario of a manifest, as it was.
fn scenario(manifest: &Manifest) -> Result<Scenario, Error> {
    same_luck(manifest.stream_version)?;
    let origin = &manifest.scenario;
    let scenario = Scenario::restored(&origin.toml, &origin.source, &origin.slug, &origin.changes)?;
    if scenario.digest() != origin.sha256 {
        let problem = Problem::new("the manifest was changed since the run");
        return Err(Error::Scenario(vec![problem.help("keep the manifest as the run wrote it")]));
    }
    Ok(scenario)
}

/// The digests of files, by name.
type Digests = BTreeMap<String, String>;

/// Charts for which there was too little memory then are no difference.
fn leave_out_new_charts(now: &mut Digests, then: &Digests) {
    now.retain(|name, _| then.contains_key(name) || !name.starts_with("charts/"));
}

/// Tells whether the files are the same as then, the manifest included.
fn tell(
    out: &Path,
    (then, now): (&Digests, &Digests),
    same_manifest: bool,
    version: &str,
    quiet: bool,
) -> Result<(), Error> {
    let place = printable(&out.display().to_string());
    let differs = |&(name, digest): &(&String, &String)| now.get(name) != Some(digest);
    let mut differ: Vec<&str> = then.iter().filter(differs).map(|(name, _)| name.as_str()).collect();
    if differ.is_empty() && !same_manifest {
        differ.push(manifest::NAME);
    }
    if !differ.is_empty() {
        let message = format!("not the same bytes: {} (in {place})", differ.join(", "));
        let now = env!("CARGO_PKG_VERSION");
        let help = format!(
            "the manifest or a file was changed, or the run was made with another version ({version}; this is {now})"
        );
        return Err(Error::Scenario(vec![Problem::new(message).help(help)]));
    }
    let told = format!("{} files in {place}, the same bytes as then.\n", then.len() + 1);
    if quiet { Ok(()) } else { output::print(&told) }
}
