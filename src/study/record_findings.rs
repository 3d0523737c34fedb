//! How many trials agree with the record: with all of it, and with each of its facts.

use serde::{Deserialize, Serialize};

use super::Case;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::tally::{Fact, RecordCounts, RecordFacts};

/// What the record of a scenario states, with the shares of trials that agree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordFindings {
    /// Trials that agree with every fact at once.
    pub all: Case,
    /// Each fact that is stated, in the order of the record.
    pub facts: Vec<FactFindings>,
}

/// A fact of the record, with the share of trials that agree with it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactFindings {
    /// What is stated.
    pub fact: Fact,
    /// Trials that agree with it, whatever they do else.
    pub case: Case,
}

/// What was found of outcomes and rungs: it knows what the inputs exclude or fix.
pub(super) struct FoundCases<'f> {
    /// How many trials were counted; at least one.
    pub trials: u64,
    /// The outcomes, in the order of [`Outcome::ALL`].
    pub outcomes: &'f [Case; Outcome::ALL.len()],
    /// By peak rung.
    pub peak: &'f [Case],
    /// By the rung of the first answer.
    pub first_answer: &'f [Case],
}

impl RecordFindings {
    /// The shares of what was counted, beside what else was found; none where no fact is stated.
    pub(super) fn new(
        found: &FoundCases<'_>,
        facts: &RecordFacts,
        counts: &RecordCounts,
    ) -> Option<Self> {
        if !facts.state_any() {
            return None;
        }
        let n = found.trials;
        let facts: Vec<FactFindings> = facts
            .in_places()
            .into_iter()
            .zip(counts.facts)
            .filter_map(|(fact, count)| {
                fact.map(|fact| FactFindings {
                    fact,
                    case: case(found, fact, Share::new(count, n)),
                })
            })
            .collect();
        let all = all(&facts, Share::new(counts.all, n));
        Some(Self { all, facts })
    }
}

/// The case of a fact: that of an outcome or rung is found already.
fn case(found: &FoundCases<'_>, fact: Fact, share: Share) -> Case {
    let case = match fact {
        Fact::Outcome(outcome) => found.outcomes.get(outcome as usize),
        Fact::Peak(rung) => found.peak.get(rung),
        Fact::FirstAnswer(rung) => found.first_answer.get(rung),
        Fact::EndDay(..) | Fact::Deaths(..) => None,
    };
    case.copied().unwrap_or(Case {
        share,
        excluded: None,
    })
}

/// The case of all facts together: what excludes one of them excludes it, and it is certain where
/// each of them is.
fn all(facts: &[FactFindings], share: Share) -> Case {
    let excluded = facts.iter().find(|fact| fact.case.excluded.is_some());
    if let Some(fact) = excluded {
        return fact.case;
    }
    let certain = Share::certain();
    let is_certain = facts.iter().all(|fact| fact.case.share == certain);
    Case {
        share: if is_certain { certain } else { share },
        excluded: None,
    }
}
