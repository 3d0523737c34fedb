//! The manifest of a run: all that it takes to run it again, to the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::names::Kind;
use crate::ensemble::MOST_TRIALS;
use crate::error::Error;
use crate::files;
use crate::report::sealed::{Flaw, is_sha256, sealed, unsealed};
use crate::scenario::Scenario;

/// The name of its file.
pub const NAME: &str = "manifest.json";
/// At so many trials a run looks for the first time whether it is precise enough.
pub const FIRST_LOOK: u64 = 10_000;
/// No manifest is longer.
pub(super) const MOST_BYTES: u64 = 16 << 20;

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
    /// The same in writing: many programs read numbers of JSON to 53 bits only.
    pub seed_text: String,
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
    /// What it shows, in words; none where an earlier version wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// What was studied: the base first, then the variants of a comparison.
    pub scenarios: Vec<Studied>,
    /// On which seed.
    pub seed: u64,
    /// The same in writing: many programs read numbers of JSON to 53 bits only.
    pub seed_text: String,
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
    /// The manifest as JSON, ending in a newline, with its digest.
    ///
    /// # Errors
    /// None that a manifest can cause.
    pub fn json(&self) -> Result<String, Error> {
        sealed(self)
    }

    fn check(&self) -> Result<(), &'static str> {
        let holds = [
            (self.program == env!("CARGO_PKG_NAME"), "it is of another program"),
            (self.seed_text == self.seed.to_string(), "`seed_text` is not the seed"),
            ((1..=MOST_TRIALS).contains(&self.trials), "`trials` is no number of trials"),
            (!self.scenarios.is_empty(), "it names no scenario"),
            (self.scenarios.iter().all(|studied| is_sha256(&studied.sha256)), "`sha256` of a scenario is no digest"),
            (self.files.values().all(|digest| is_sha256(digest)), "the digest of a file is none"),
            (has_files_of(&[Kind::Compare, Kind::Sweep, Kind::Tip], &self.files), FOREIGN_FILES),
        ];
        first_broken(&holds)
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
    /// The manifest as JSON, ending in a newline, with its digest.
    ///
    /// # Errors
    /// None that a manifest can cause.
    pub fn json(&self) -> Result<String, Error> {
        sealed(self)
    }

    fn check(&self) -> Result<(), &'static str> {
        let (done, asked) = (self.trials_done, self.trials_asked);
        // A run ends before the trials that were asked for where its user stops it, or where it is precise enough; that
        // is looked for at so many trials, twice as many, and so on.
        let at_a_look = done.is_multiple_of(FIRST_LOOK) && (done / FIRST_LOOK).is_power_of_two();
        let holds = [
            (self.program == env!("CARGO_PKG_NAME"), "it is of another program"),
            (self.seed_text == self.seed.to_string(), "`seed_text` is not the seed"),
            ((1..=MOST_TRIALS).contains(&asked), "`trials_asked` is no number of trials"),
            ((1..=asked).contains(&done), "`trials_done` is more than `trials_asked`, or none"),
            (self.complete || done < asked, "all trials are done, and it is not complete"),
            (!self.complete || done == asked || at_a_look, "it is complete, and not all trials are done"),
            (is_sha256(&self.scenario.sha256), "`sha256` of the scenario is no digest"),
            (self.files.values().all(|digest| is_sha256(digest)), "the digest of a file is none"),
            (has_files_of(&[Kind::Run], &self.files), FOREIGN_FILES),
            (self.charts.iter().all(|kind| ["svg", "png"].contains(&kind.as_str())), "`charts` has an unknown kind"),
            (
                self.trials_csv == self.files.contains_key("trials.csv"),
                "`trials_csv` and `files` contradict each other",
            ),
        ];
        first_broken(&holds)
    }
}

/// What is wrong with a manifest whose files are not those that the program writes.
const FOREIGN_FILES: &str = "`files` names others than such a result has";

/// Whether these are files of a result of one of these kinds.
fn has_files_of(kinds: &[Kind], files: &BTreeMap<String, String>) -> bool {
    let kind = Kind::of(files.keys().map(String::as_str)).filter(|kind| kinds.contains(kind));
    kind.is_some_and(|kind| files.keys().all(|name| kind.has(name) && name != NAME))
}

/// The first of several rules that does not hold.
fn first_broken(rules: &[(bool, &'static str)]) -> Result<(), &'static str> {
    rules.iter().find(|(holds, _)| !holds).map_or(Ok(()), |&(_, broken)| Err(broken))
}

/// A manifest of either kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Of a run, or of shards put together.
    Run(Box<Manifest>),
    /// Of a comparison, a sweep or a tip.
    Study(Box<StudyManifest>),
}

impl Kept {
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
        let kept = match unsealed::<Manifest>(text) {
            Ok(run) => Self::Run(Box::new(run)),
            Err(Flaw::Foreign(line, column)) => Self::Study(Box::new(unsealed(text).map_err(|flaw| match flaw {
                Flaw::Foreign(..) => Flaw::Foreign(line, column),
                flaw => flaw,
            })?)),
            Err(flaw) => return Err(flaw),
        };
        let checked = match &kept {
            Self::Run(run) => run.check(),
            Self::Study(study) => study.check(),
        };
        checked.map_err(|reason| Flaw::Contradiction(reason.to_owned()))?;
        Ok(kept)
    }
}

/// What a manifest tells of its folder.
pub(super) struct Told {
    /// SHA-256 of every file, by name.
    pub files: BTreeMap<String, String>,
    /// What was run, in words; none where that is not known.
    pub what: Option<String>,
    /// Whether the result is whole, and not what a stopped run came to.
    pub complete: bool,
}

/// Reads what a manifest tells of its folder; none where a text is no manifest of this program, as it wrote it.
pub(super) fn told(text: &str) -> Option<Told> {
    Some(match Kept::parse(text).ok()? {
        Kept::Run(run) => Told {
            what: Some(super::place::run_in_words(&run.scenario.source, &run.scenario.changes)),
            complete: run.complete,
            files: run.files,
        },
        Kept::Study(study) => Told { what: study.what, complete: study.complete, files: study.files },
    })
}
