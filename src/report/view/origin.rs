//! What was run, as the documents of studies name it.

use serde::Serialize;

use crate::report::words::PURPOSE;
use crate::sim::STREAM_VERSION;
use crate::study::Subject;

/// A scenario and what was changed in it.
#[derive(Serialize)]
pub struct ScenarioOrigin<'s> {
    name: &'s str,
    source: &'s str,
    changes: &'s [String],
    sha256: &'s str,
}

impl<'s> From<&'s Subject> for ScenarioOrigin<'s> {
    fn from(subject: &'s Subject) -> Self {
        Self {
            name: &subject.name,
            source: &subject.source,
            changes: &subject.changes,
            sha256: &subject.sha256,
        }
    }
}

/// How the documents of sweeps, tips and shaken numbers begin.
#[derive(Serialize)]
pub struct StudyHeading<'s> {
    purpose: &'static str,
    scenario: ScenarioOrigin<'s>,
    seed: u64,
    /// The seed in writing: many programs read numbers of JSON to 53 bits only.
    seed_text: String,
    stream_version: u32,
    trials: u64,
    complete: bool,
}

impl<'s> StudyHeading<'s> {
    /// The heading of a study of this scenario.
    pub fn new(subject: &'s Subject, seed: u64, trials: u64, complete: bool) -> Self {
        Self {
            purpose: PURPOSE,
            scenario: subject.into(),
            seed,
            seed_text: seed.to_string(),
            stream_version: STREAM_VERSION,
            trials,
            complete,
        }
    }
}
