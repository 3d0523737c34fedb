//! The result of asking why.

use serde::{Deserialize, Serialize};

use crate::scenario::Scenario;
use crate::study::{Case, Explanation, Findings, LearnedParameter, RecordFindings, Subject};
use crate::tally::{Explained, Tally};

/// Why the histories of a scenario go as they do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhyStudy {
    /// What was run.
    pub subject: Subject,
    /// On which seed.
    pub seed: u64,
    /// Whether all trials that were asked for are in it.
    pub complete: bool,
    /// Whether each side's later answers are shown as well.
    pub later: bool,
    /// What answers rest on, and the paths of the opening crisis.
    pub explanation: Explanation,
    /// Trials in which nobody answers anything.
    pub no_answer: Case,
    /// How many trials agree with the record; none where there is no record, or where something was
    /// changed.
    pub record: Option<RecordFindings>,
    /// The uncertain values, of all trials and of those that agree with the record; empty where
    /// there is no record, or nothing is uncertain.
    pub learned: Vec<LearnedParameter>,
}

impl WhyStudy {
    /// The study of trials that were counted and explained: of at least one.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        seed: u64,
        tally: &Tally,
        explained: &Explained,
        asked: WhyAsked,
    ) -> Self {
        let record = scenario.record.as_ref();
        let facts = record.map(|record| &record.facts);
        let findings = Findings::new(&scenario.model, tally, facts);
        let learned = findings
            .record
            .as_ref()
            .map(|_| LearnedParameter::all(scenario, explained));
        Self {
            subject: scenario.into(),
            seed,
            complete: explained.trials == asked.trials,
            later: asked.later,
            explanation: Explanation::new(&scenario.model, record, explained),
            no_answer: findings.no_answer,
            record: findings.record,
            learned: learned.unwrap_or_default(),
        }
    }
}

/// What was asked for, beside the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhyAsked {
    /// How many trials.
    pub trials: u64,
    /// Whether each side's later answers are shown as well.
    pub later: bool,
}
