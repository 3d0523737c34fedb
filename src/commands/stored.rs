//! The result in a folder, as it was stored: its study, once it is sure that nobody changed it.

use std::path::{Path, PathBuf};

use crate::ensemble::has_room;
use crate::error::{Error, Problem, copyable};
use crate::files;
use crate::folder::manifest::{self, Manifest};
use crate::report::sealed::{Flaw, sha256};
use crate::report::stored::{self, MOST_BYTES};
use crate::report::view::STUDY;
use crate::request::Request;
use crate::study::Study;

/// How many times the text of a study is in memory while it is read.
const HELD: usize = 8;

/// A result that was stored.
pub struct Stored {
    /// The folder that it lies in.
    pub folder: PathBuf,
    /// What was asked for.
    pub manifest: Manifest,
    /// What came of it.
    pub study: Study,
}

/// Reads the result in a folder, or beside a manifest.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or one without its study; [`Error::Scenario`] where the
/// manifest or the study was changed since the run, or is of another version.
pub fn read(result: &Path) -> Result<Stored, Error> {
    let manifest_path = if result.is_dir() {
        result.join(manifest::NAME)
    } else {
        result.to_owned()
    };
    let manifest = manifest(&manifest_path)?;
    let folder = match manifest_path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let remedy = remedy(&manifest_path);
    let path = folder.join(STUDY);
    let Some(digest) = manifest.files.get(STUDY) else {
        let message = format!(
            "{} has no {STUDY}: an older version of offramp made it",
            folder.display()
        );
        return Err(Error::NotFound(Problem::new(message).help(remedy)));
    };
    let text =
        files::text(&path, MOST_BYTES).map_err(|reason| reason.error(&path, remedy.as_str()))?;
    let study = study(&text, digest, &manifest).map_err(|refusal| match refusal {
        Refusal::Flaw(flaw) => flaw.error(&path, "study", &remedy),
        Refusal::NoRoom => no_room(&path),
    })?;
    Ok(Stored {
        folder,
        manifest,
        study,
    })
}

fn manifest(path: &Path) -> Result<Manifest, Error> {
    let missing = files::open(path).is_err_and(|reason| reason.is_missing());
    if missing {
        let problem = Problem::new(format!(
            "there is no result: cannot read {}",
            path.display()
        ));
        let help = "name the folder of a result, which has a manifest.json; `offramp run` makes one in `results`";
        return Err(Error::NotFound(problem.help(help)));
    }
    Manifest::read(path)
}

/// What to do where a study is missing, or is not as it was written.
fn remedy(manifest: &Path) -> String {
    let shown = copyable(&manifest.to_string_lossy());
    let name = shown.unwrap_or_else(|| "MANIFEST".to_owned());
    format!("run it again; or make all of it again from its manifest: `offramp rerun {name}`")
}

/// Why a text is not the study of a manifest.
enum Refusal {
    Flaw(Flaw),
    NoRoom,
}

/// The study that a text is, of this digest and this manifest.
fn study(text: &str, digest: &str, manifest: &Manifest) -> Result<Study, Refusal> {
    if sha256(text.as_bytes()) != digest {
        return Err(Refusal::Flaw(Flaw::Changed));
    }
    if !has_room(text.len() * HELD) {
        return Err(Refusal::NoRoom);
    }
    let study = stored::parse(text).map_err(Refusal::Flaw)?;
    if is_of(&study, manifest) {
        Ok(study)
    } else {
        let reason = "it is of another result than the manifest beside it";
        Err(Refusal::Flaw(Flaw::Contradiction(reason.to_owned())))
    }
}

/// Whether a study is what a manifest tells of.
fn is_of(study: &Study, manifest: &Manifest) -> bool {
    let seed = match (study, &manifest.request) {
        (Study::Run(study), Request::Run(_)) => study.seed,
        (Study::Compare(study), Request::Compare(_)) => study.seed,
        (Study::Sweep(study), Request::Sweep(_)) => study.seed,
        (Study::Tip(study), Request::Tip(_)) => study.seed,
        (Study::Story(study), Request::Story(_)) => study.seed,
        (Study::Why(study), Request::Why(_)) => study.seed,
        (Study::Rank(study), Request::Rank(_)) => study.seed,
        (Study::Shake(study), Request::Shake(_)) => study.seed,
        (Study::Discover(study), Request::Discover(_)) => study.seed,
        _ => return false,
    };
    seed == manifest.request.seed()
        && study.trials() == manifest.trials_done
        && study.is_complete() == manifest.complete
}

fn no_room(path: &Path) -> Error {
    let problem = Problem::new(format!(
        "there is too little memory to read {}",
        path.display()
    ));
    Error::Memory(problem.help("allow the program more memory (`ulimit -v`)"))
}
