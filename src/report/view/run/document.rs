//! A run as a document. Its keys are stable; all outcomes and rungs are always present.

use serde::Serialize;

use crate::report::view::estimates::{Estimate, Estimates, Keyed};
use crate::report::view::why::{ExplanationEntry, explanation};
use crate::report::words::PURPOSE;
use crate::sim::STREAM_VERSION;
use crate::study::{Case, Findings, RecordFindings, RunStudy};

/// A run, as programs read it.
#[derive(Serialize)]
pub struct RunDocument<'s> {
    purpose: &'static str,
    scenario: RunOrigin<'s>,
    seed: u64,
    /// The seed in writing: many programs read numbers of JSON to 53 bits only.
    seed_text: String,
    stream_version: u32,
    trials: u64,
    complete: bool,
    #[serde(flatten)]
    estimates: Estimates<'s>,
    /// Null where the inputs exclude a rung on a day.
    levels: Vec<Vec<Option<f64>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<RecordEntry<'s>>,
    why: WhyEntry<'s>,
}

/// Why the first histories go as they do.
#[derive(Serialize)]
struct WhyEntry<'s> {
    trials: u64,
    #[serde(flatten)]
    explanation: ExplanationEntry<'s>,
}

#[derive(Serialize)]
struct RunOrigin<'s> {
    name: &'s str,
    source: &'s str,
    sha256: &'s str,
}

/// How many trials agree with the record.
#[derive(Serialize)]
struct RecordEntry<'s> {
    all: Estimate,
    /// By the names of the facts; those alone that the record states.
    facts: Keyed<'s, Estimate>,
}

/// The document of a run.
#[must_use]
pub fn document(study: &RunStudy) -> RunDocument<'_> {
    let subject = &study.subject;
    let findings = &study.findings;
    RunDocument {
        purpose: PURPOSE,
        scenario: RunOrigin {
            name: &subject.name,
            source: &subject.source,
            sha256: &subject.sha256,
        },
        seed: study.seed,
        seed_text: study.seed.to_string(),
        stream_version: STREAM_VERSION,
        trials: findings.trials,
        complete: study.complete,
        estimates: Estimates::new(&subject.names, findings),
        levels: (0..findings.levels.len())
            .map(|day| levels(findings, day))
            .collect(),
        record: findings.record.as_ref().map(record),
        why: WhyEntry {
            trials: study.why.trials,
            explanation: explanation(&study.why, &subject.names),
        },
    }
}

fn record(record: &RecordFindings) -> RecordEntry<'_> {
    let facts = record.facts.iter();
    RecordEntry {
        all: record.all.into(),
        facts: Keyed(
            facts
                .map(|fact| (fact.fact.name(), fact.case.into()))
                .collect(),
        ),
    }
}

fn levels(findings: &Findings, day: usize) -> Vec<Option<f64>> {
    findings.level(day).into_iter().map(share).collect()
}

fn share(case: Case) -> Option<f64> {
    case.excluded.is_none().then_some(case.share.share)
}
