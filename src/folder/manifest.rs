//! The manifest of a run: all that it takes to run it again, to the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::passing::hexadecimal;
use crate::error::{Error, Problem};
use crate::files;
use crate::report::pretty;
use crate::scenario::Scenario;

/// The name of its file.
pub const NAME: &str = "manifest.json";
/// No manifest is longer.
const MOST_BYTES: u64 = 16 << 20;

/// What a run was, and what it wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// What every artefact says of itself.
    pub purpose: String,
    /// The program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// The version of its luck: another gives other results.
    pub stream_version: u32,
    /// What was run.
    pub scenario: Origin,
    /// On which seed.
    pub seed: u64,
    /// How many trials were asked for.
    pub trials_asked: u64,
    /// How many were done.
    pub trials_done: u64,
    /// Whether those are all that were wanted.
    pub complete: bool,
    /// The kinds of charts that were drawn.
    pub charts: Vec<String>,
    /// Whether the trials themselves were written.
    pub trials_csv: bool,
    /// SHA-256 of every file, by name.
    pub files: BTreeMap<String, String>,
}

/// What a study of several runs was, and what it wrote: its command gives the same files again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudyManifest {
    /// What every artefact says of itself.
    pub purpose: String,
    /// The program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// The version of its luck: another gives other results.
    pub stream_version: u32,
    /// What was studied: the base first, then the variants of a comparison.
    pub scenarios: Vec<Studied>,
    /// On which seed.
    pub seed: u64,
    /// How many trials were run of each.
    pub trials: u64,
    /// Whether those are all that were asked for.
    pub complete: bool,
    /// The words of its command line, the program left out.
    pub command: Vec<String>,
    /// SHA-256 of every file, by name.
    pub files: BTreeMap<String, String>,
}

/// A scenario of a study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Studied {
    /// Where it came from, as the user named it.
    pub source: String,
    /// What the command line changed in it.
    pub changes: Vec<String>,
    /// The digest of its inputs.
    pub sha256: String,
}

impl From<&Scenario> for Studied {
    fn from(scenario: &Scenario) -> Self {
        Self { source: scenario.source.clone(), changes: scenario.changes.clone(), sha256: scenario.digest() }
    }
}

impl StudyManifest {
    /// The manifest as JSON, ending in a newline.
    ///
    /// # Errors
    /// None that a manifest can cause.
    pub fn json(&self) -> Result<String, Error> {
        pretty(self)
    }
}

/// A scenario as it was run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Where it came from, as the user named it.
    pub source: String,
    /// A short name fit for a folder.
    pub slug: String,
    /// What the command line changed in it.
    pub changes: Vec<String>,
    /// The digest of its inputs.
    pub sha256: String,
    /// The whole of it, resolved.
    pub toml: String,
}

impl Manifest {
    /// The manifest as JSON, ending in a newline.
    ///
    /// # Errors
    /// None that a manifest can cause.
    pub fn json(&self) -> Result<String, Error> {
        pretty(self)
    }
}

/// A manifest of either kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Of a run, or of shards put together.
    Run(Box<Manifest>),
    /// Of a comparison, a sweep or a tip.
    Study(StudyManifest),
}

impl Kept {
    /// Reads a manifest.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none, [`Error::Scenario`] where it is no manifest of this program.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = read(path, MOST_BYTES)?;
        let study = |reason: serde_json::Error| serde_json::from_str(&text).map(Self::Study).map_err(|_| reason);
        serde_json::from_str(&text).map(|run| Self::Run(Box::new(run))).or_else(study).map_err(|reason| {
            let place = format!("line {}, column {}", reason.line(), reason.column());
            let problem = Problem::new(format!("{} is no manifest of a run ({place})", path.display()));
            Error::Scenario(vec![problem.help("name the manifest.json in the folder of a run")])
        })
    }
}

/// The files that a manifest tells of, and the digest of the manifest itself; none where there is no manifest of this
/// program.
pub(super) fn files(path: &Path) -> Option<(BTreeMap<String, String>, String)> {
    /// What the manifests of all commands have in common.
    #[derive(Deserialize)]
    struct Any {
        program: String,
        files: BTreeMap<String, String>,
    }
    let text = read(path, MOST_BYTES).ok()?;
    let any: Any = serde_json::from_str(&text).ok().filter(|any: &Any| any.program == env!("CARGO_PKG_NAME"))?;
    Some((any.files, hexadecimal(&Sha256::digest(text.as_bytes()))))
}

/// The text of a file that a run wrote.
///
/// # Errors
/// [`Error::NotFound`] where it cannot be read, [`Error::Scenario`] where it is no regular file, too long or no text.
pub fn read(path: &Path, most_bytes: u64) -> Result<String, Error> {
    files::text(path, most_bytes).map_err(|reason| reason.error(path, "name a file that an earlier run wrote"))
}
