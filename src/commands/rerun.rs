//! `offramp rerun`: the request of a manifest, once more, to the same bytes.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::output;
use super::session::{EarlierRun, Files, Session};
use super::{compare, discover, rank, run, shake, story, sweep, tip, why};
use crate::cli::{ChartKind, Format, RerunCommand};
use crate::error::{Error, Problem, printable};
use crate::folder::is_same;
use crate::folder::manifest::{self, Manifest, ScenarioAsRun};
use crate::report::prose::Detail;
use crate::report::sealed::sha256;
use crate::report::view::STUDY;
use crate::request::Request;
use crate::sim::STREAM_VERSION;

/// Runs the command.
pub fn rerun(command: &RerunCommand) -> Result<(), Error> {
    let path = command
        .manifest
        .canonicalize()
        .unwrap_or_else(|_| command.manifest.clone());
    let folder = path.parent().unwrap_or(Path::new("."));
    let out = command
        .out
        .clone()
        .unwrap_or_else(|| folder_beside(folder, &path));
    if is_same(folder, &out) {
        let problem = Problem::new(format!(
            "{} is the folder of the manifest itself",
            out.display()
        ));
        let help = "leave out `--out`, or name another folder: what is there is what the new files are compared with";
        return Err(Error::CannotCreate(problem.help(help)));
    }
    let manifest = Manifest::read(&command.manifest)?;
    check(&manifest)?;
    let session = session(command, &manifest, &out);
    let again = match &manifest.request {
        Request::Run(request) => run::carry_out(request, &manifest.texts, &session),
        Request::Compare(request) => compare::carry_out(request, &manifest.texts, &session),
        Request::Sweep(request) => sweep::carry_out(request, &manifest.texts, &session),
        Request::Tip(request) => tip::carry_out(request, &manifest.texts, &session),
        Request::Story(request) => story::carry_out(request, &manifest.texts, &session),
        Request::Why(request) => why::carry_out(request, &manifest.texts, &session),
        Request::Rank(request) => rank::carry_out(request, &manifest.texts, &session),
        Request::Shake(request) => shake::carry_out(request, &manifest.texts, &session),
        Request::Discover(request) => discover::carry_out(request, &manifest.texts, &session),
    };
    let Some(mut again) = again? else {
        return Ok(());
    };
    leave_out_new_files(&mut again.files, &manifest.files);
    tell(&out, &manifest, &again, command.quiet)
}

/// The folder beside that of a manifest for its result again. A manifest that its user gave another
/// name has one of its own, so that several of them may lie in one folder.
fn folder_beside(folder: &Path, manifest: &Path) -> PathBuf {
    const DIGITS: usize = 8;
    let mut name = folder
        .file_name()
        .map_or_else(|| "run".into(), OsStr::to_owned);
    let own = manifest.file_name().filter(|own| *own != manifest::NAME);
    if let Some(own) = own {
        name.push(format!("-{}", &sha256(own.as_encoded_bytes())[..DIGITS]));
    }
    name.push("-again");
    folder.with_file_name(name)
}

/// Refuses what does not lead to the same bytes, before anything is run.
fn check(manifest: &Manifest) -> Result<(), Error> {
    if manifest.stream_version != STREAM_VERSION {
        let then = manifest.stream_version;
        let message = format!(
            "the run was made with stream version {then}, and this program has {STREAM_VERSION}"
        );
        let help = "its random numbers would be different; run it with offramp of the version that the manifest names";
        return Err(Error::Scenario(vec![Problem::new(message).help(help)]));
    }
    let cannot_stop_again = matches!(
        manifest.request,
        Request::Sweep(_) | Request::Tip(_) | Request::Shake(_) | Request::Discover(_)
    );
    if !manifest.complete && cannot_stop_again {
        let problem = Problem::new(
            "the study was stopped before its end, and where it stopped cannot be repeated",
        );
        return Err(Error::Scenario(vec![
            problem.help("run its command once more"),
        ]));
    }
    let cases = manifest.request.resolve(&manifest.texts)?;
    let scenarios: Vec<ScenarioAsRun> = cases
        .scenarios()
        .into_iter()
        .map(ScenarioAsRun::from)
        .collect();
    if scenarios != manifest.scenarios {
        let problem = Problem::new("the manifest was changed since the run");
        return Err(Error::Scenario(vec![
            problem.help("keep the manifest as the run wrote it"),
        ]));
    }
    Ok(())
}

/// How a request is run again: as then, into another folder.
fn session(command: &RerunCommand, manifest: &Manifest, out: &Path) -> Session {
    let kinds = [("svg", ChartKind::Svg), ("png", ChartKind::Png)];
    let charts = kinds
        .into_iter()
        .filter(|(name, _)| manifest.charts.iter().any(|kind| kind == name));
    Session {
        threads: command.threads.map(Into::into),
        files: Files::In {
            folder: out.to_owned(),
            is_chosen: command.out.is_some(),
        },
        charts: charts.map(|(_, kind)| kind).collect(),
        look: manifest.look.clone(),
        detail: Detail::Short,
        trials_csv: manifest.trials_csv,
        format: Format::Table,
        quiet: command.quiet,
        again: Some(EarlierRun {
            trials: manifest.trials_done,
            complete: manifest.complete,
        }),
    }
}

/// The digests of files, by name.
type Digests = BTreeMap<String, String>;

/// Charts for which there was too little memory then are no difference, and neither is the study,
/// which older versions did not write.
fn leave_out_new_files(now: &mut Digests, then: &Digests) {
    now.retain(|name, _| {
        then.contains_key(name) || !(name.starts_with("charts/") || name == STUDY)
    });
}

/// Says whether the files are the same as then, the manifest included.
fn tell(out: &Path, then: &Manifest, now: &Manifest, quiet: bool) -> Result<(), Error> {
    let place = printable(&out.display().to_string());
    let mut differ: Vec<&str> = then
        .files
        .iter()
        .filter(|&(name, digest)| now.files.get(name) != Some(digest))
        .map(|(name, _)| name.as_str())
        .collect();
    if differ.is_empty() && then != now {
        differ.push(manifest::NAME);
    }
    if !differ.is_empty() {
        let message = format!("not the same bytes: {} (in {place})", differ.join(", "));
        let help = format!(
            "the manifest or a file was changed, or the run was made with another version ({}; this is {})",
            then.version,
            env!("CARGO_PKG_VERSION")
        );
        return Err(Error::Scenario(vec![Problem::new(message).help(help)]));
    }
    let summary = format!(
        "{} files in {place}, the same bytes as then.\n",
        then.files.len() + 1
    );
    if quiet {
        Ok(())
    } else {
        output::print(&summary)
    }
}
