//! The manifest of a result: all that it takes to compute it again, to the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::names::ResultKind;
use crate::ensemble::MOST_TRIALS;
use crate::error::Error;
use crate::files;
use crate::report::figure::ChartLook;
use crate::report::sealed::{Flaw, is_sha256, sealed, unsealed};
use crate::report::view::run::TRIALS;
use crate::report::view::sheet_file;
use crate::request::{Request, Texts};
use crate::scenario::Scenario;

/// The name of its file.
pub use super::names::MANIFEST as NAME;

/// At so many trials a run looks for the first time whether it is precise enough.
pub const FIRST_LOOK: u64 = 10_000;
/// The scenarios of a manifest have no more bytes together, resolved; as they were read neither.
pub const MOST_RESOLVED: usize = 4 << 20;
/// No manifest is longer: JSON makes of a text twice as much at most, where all of it is quotation
/// marks.
pub(super) const MOST_BYTES: u64 = 20 << 20;

/// What was asked for, what came of it, and what was written: all that it takes to do it again,
/// whatever becomes of the files of its scenarios.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// What the result is of, in words.
    pub what: String,
    /// What was asked for.
    pub request: Request,
    /// The texts of its scenarios as they were read, by name, those that they extend included.
    pub texts: Texts,
    /// Its scenarios as they were run: the base first, then the variants of a comparison.
    pub scenarios: Vec<ScenarioAsRun>,
    /// The seed in writing: many programs read numbers of JSON to 53 bits only.
    pub seed_text: String,
    /// How many trials were asked for, of each scenario that is run.
    pub trials_asked: u64,
    /// How many were done.
    pub trials_done: u64,
    /// Whether all is done that was wanted.
    pub complete: bool,
    /// The kinds of charts that were drawn.
    pub charts: Vec<String>,
    /// How the charts look.
    #[serde(default)]
    pub look: ChartLook,
    /// Whether the trials themselves were written.
    pub trials_csv: bool,
    /// SHA-256 of every file, by name.
    pub files: BTreeMap<String, String>,
}

/// A scenario as it was run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioAsRun {
    /// Where it came from, as the user named it.
    pub source: String,
    /// What the command line changed in it.
    pub changes: Vec<String>,
    /// The digest of its inputs.
    pub sha256: String,
    /// The whole of it, resolved.
    pub toml: String,
}

impl From<&Scenario> for ScenarioAsRun {
    fn from(scenario: &Scenario) -> Self {
        Self {
            source: scenario.source.clone(),
            changes: scenario.changes.clone(),
            sha256: scenario.digest(),
            toml: scenario.resolved(),
        }
    }
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none, [`Error::Scenario`] where it is no manifest of this program, or not as it
    /// was written.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let remedy = "name the manifest.json in the folder of a result, as it was written; where it is damaged, run the \
                      scenario again";
        let text = files::text(path, MOST_BYTES).map_err(|reason| reason.error(path, remedy))?;
        Self::parse(&text).map_err(|flaw| flaw.error(path, "manifest", remedy))
    }

    /// Reads a manifest from its text.
    ///
    /// # Errors
    /// It is no manifest of this program, or not as it was written.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let manifest: Self = unsealed(text)?;
        manifest
            .check()
            .map_err(|reason| Flaw::Contradiction(reason.to_owned()))?;
        Ok(manifest)
    }

    /// The manifest as JSON, ending in a newline, with its digest.
    ///
    /// # Errors
    /// None that a manifest can cause.
    pub fn json(&self) -> Result<String, Error> {
        sealed(self)
    }

    /// What can be said of a manifest without its scenarios.
    fn check(&self) -> Result<(), &'static str> {
        self.check_trials()?;
        self.check_scenarios()?;
        self.check_files()
    }

    fn check_trials(&self) -> Result<(), &'static str> {
        let done = self.trials_done;
        let asked = self.trials_asked;
        // A run ends before the trials that were asked for where its user stops it, or where it is
        // precise enough; that is looked for at so many trials, twice as many, and so on.
        let at_a_look = self.request.may_stop_early()
            && done.is_multiple_of(FIRST_LOOK)
            && (done / FIRST_LOOK).is_power_of_two();
        let has_trials_done = matches!(
            self.kind(),
            ResultKind::Run | ResultKind::Compare | ResultKind::Why
        );
        all_hold(&[
            (
                self.seed_text == self.request.seed().to_string(),
                "`seed_text` is not the seed",
            ),
            (
                asked == self.request.trials(),
                "`trials_asked` is not what the request asks for",
            ),
            (
                (1..=MOST_TRIALS).contains(&asked),
                "`trials_asked` is no number of trials",
            ),
            (
                (1..=asked).contains(&done),
                "`trials_done` is more than `trials_asked`, or none",
            ),
            (
                self.complete || done < asked || !has_trials_done,
                "all trials are done, and it is not complete",
            ),
            (
                !self.complete || done == asked || at_a_look,
                "it is complete, and not all trials are done",
            ),
        ])
    }

    fn check_scenarios(&self) -> Result<(), &'static str> {
        let have_digests = self
            .scenarios
            .iter()
            .all(|origin| is_sha256(&origin.sha256));
        all_hold(&[
            (
                self.program == env!("CARGO_PKG_NAME"),
                "it is of another program",
            ),
            (!self.scenarios.is_empty(), "it names no scenario"),
            (have_digests, "`sha256` of a scenario is no digest"),
        ])
    }

    fn check_files(&self) -> Result<(), &'static str> {
        let are_kinds_known = self
            .charts
            .iter()
            .all(|kind| ["svg", "png"].contains(&kind.as_str()));
        let has_trials = self.files.contains_key(&sheet_file(TRIALS));
        all_hold(&[
            (
                self.files.values().all(|digest| is_sha256(digest)),
                "the digest of a file is none",
            ),
            (has_files_of(self.kind(), &self.files), FOREIGN_FILES),
            (are_kinds_known, "`charts` has an unknown kind"),
            (self.look.is_short(), "`title` is too long"),
            (
                self.trials_csv == has_trials,
                "`trials_csv` and `files` contradict each other",
            ),
        ])
    }

    /// The kind of its result.
    const fn kind(&self) -> ResultKind {
        match &self.request {
            Request::Run(_) => ResultKind::Run,
            Request::Compare(_) => ResultKind::Compare,
            Request::Sweep(_) => ResultKind::Sweep,
            Request::Tip(_) => ResultKind::Tip,
            Request::Story(_) => ResultKind::Story,
            Request::Why(_) => ResultKind::Why,
            Request::Rank(_) => ResultKind::Rank,
            Request::Shake(_) => ResultKind::Shake,
            Request::Discover(_) => ResultKind::Discover,
        }
    }
}

/// Sees that all conditions hold; gives what is wrong with the first that does not.
fn all_hold(conditions: &[(bool, &'static str)]) -> Result<(), &'static str> {
    conditions
        .iter()
        .find(|(holds, _)| !holds)
        .map_or(Ok(()), |&(_, broken)| Err(broken))
}

/// What is wrong with a manifest whose files are not those that the program writes.
const FOREIGN_FILES: &str = "`files` names others than such a result has";

/// Whether these are files of a result of this kind.
fn has_files_of(kind: ResultKind, files: &BTreeMap<String, String>) -> bool {
    ResultKind::of(files.keys().map(String::as_str)) == Some(kind)
        && files.keys().all(|name| kind.has(name) && name != NAME)
}

/// What a manifest says of its folder.
pub(super) struct Stated {
    /// SHA-256 of every file, by name.
    pub files: BTreeMap<String, String>,
    /// What the result is of, in words.
    pub what: String,
    /// Whether the result is whole, and not what a stopped run came to.
    pub complete: bool,
}

/// Reads what a manifest says of its folder; none where a text is no manifest of this program, as
/// it wrote it.
pub(super) fn stated(text: &str) -> Option<Stated> {
    let manifest = Manifest::parse(text).ok()?;
    Some(Stated {
        files: manifest.files,
        what: manifest.what,
        complete: manifest.complete,
    })
}
