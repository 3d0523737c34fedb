//! A tip as a document. Its keys are stable.

use serde::Serialize;

use super::looks::looks;
use super::sentence::why_excluded;
use crate::report::view::estimates::Estimate;
use crate::report::view::origin::StudyHeading;
use crate::study::{Answer, Crossing, Statement, TipStudy, TrialsNeeded};

/// A tip, as programs read it.
#[derive(Serialize)]
pub struct TipDocument<'s> {
    #[serde(flatten)]
    heading: StudyHeading<'s>,
    path: &'s str,
    outcome: &'static str,
    share: f64,
    answer: AnswerEntry,
    crossings: Vec<CrossingEntry>,
    looks: Vec<Look>,
}

/// The answer: its kind, and what goes with it.
#[derive(Serialize)]
struct AnswerEntry {
    kind: &'static str,
    why: Option<String>,
    unsure: Option<[f64; 2]>,
    needs_trials: Option<u64>,
    needs_more: Option<bool>,
    differ_at_most: Option<f64>,
}

#[derive(Serialize)]
struct CrossingEntry {
    value: f64,
    low: f64,
    high: f64,
    rises: bool,
    times: usize,
}

#[derive(Serialize)]
struct Look {
    value: f64,
    #[serde(flatten)]
    share: Estimate,
}

/// The document of a tip.
#[must_use]
pub fn document(study: &TipStudy) -> TipDocument<'_> {
    let crossings: &[Crossing] = match &study.tip.answer {
        Answer::Crosses { crossings, .. } => crossings,
        Answer::Excluded
        | Answer::Always
        | Answer::Unchanged
        | Answer::Never(_)
        | Answer::CannotTell(_) => &[],
    };
    TipDocument {
        heading: StudyHeading::new(&study.subject, study.seed, study.trials, study.tip.complete),
        path: study.axis.path(),
        outcome: study.quantity.name(),
        share: study.share,
        answer: answer(study),
        crossings: crossings.iter().map(CrossingEntry::from).collect(),
        looks: looks(study)
            .map(|(value, case)| Look {
                value,
                share: case.into(),
            })
            .collect(),
    }
}

fn answer(study: &TipStudy) -> AnswerEntry {
    let mut answer = AnswerEntry {
        kind: study.tip.answer.kind(),
        why: None,
        unsure: None,
        needs_trials: None,
        needs_more: None,
        differ_at_most: None,
    };
    match study.statement() {
        Statement::Excluded { reasons } => answer.why = Some(why_excluded(&reasons)),
        Statement::Unchanged { unlike, .. } => answer.differ_at_most = unlike.interval.high(),
        Statement::Crosses { unsure, .. } => answer.unsure = unsure.map(|(from, to)| [from, to]),
        Statement::Open(doubt) => {
            answer.why = Some(doubt.why.name().to_owned());
            answer.unsure = Some([doubt.from, doubt.to]);
            answer.needs_trials = doubt.needs.map(TrialsNeeded::trials);
            answer.needs_more = doubt
                .needs
                .map(|needs| matches!(needs, TrialsNeeded::MoreThan(_)));
        }
        Statement::Always | Statement::Stays { .. } => {}
    }
    answer
}

impl From<&Crossing> for CrossingEntry {
    fn from(crossing: &Crossing) -> Self {
        let Crossing {
            at,
            low,
            high,
            rises,
            times,
        } = *crossing;
        Self {
            value: at,
            low,
            high,
            rises,
            times,
        }
    }
}
