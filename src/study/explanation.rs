//! Why histories go as they do: what answers rest on, the paths that the opening crisis takes, and
//! what the course of events teaches of uncertain values.

mod learned;
mod paths;
mod recorded;
mod weighing;

use serde::{Deserialize, Serialize};

use crate::model::{Model, Side};
use crate::scenario::Record;
use crate::sim::Simulator;
use crate::tally::{AnswerKind, Explained, Explainer};

pub use learned::{ENOUGH, LearnedParameter, Spread};
pub use paths::{Gathered, MOST_NODES, PathEnds, PathNode, Paths, RecordedStep};
pub use recorded::recorded_path;
pub use weighing::{Pull, Weighing};

/// What answers rest on, and the paths of the opening crisis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// How many trials it is of.
    pub trials: u64,
    /// What answers rest on: by side, then the first answer of a trial and all later ones; none
    /// where there is no such answer.
    pub answers: [[Option<Box<Weighing>>; 2]; 2],
    /// The paths of the opening crisis.
    pub paths: Paths,
}

impl Explanation {
    /// The explanation of trials of this model that were counted, at least one.
    #[must_use]
    pub fn new(model: &Model, record: Option<&Record>, explained: &Explained) -> Self {
        let of = |side, kind| Weighing::new(explained.answers(side, kind)).map(Box::new);
        let of_side = |side| AnswerKind::ALL.map(|kind| of(side, kind));
        let recorded = record.map_or_else(Vec::new, |record| recorded_path(record, model));
        Self {
            trials: explained.trials,
            answers: Side::BOTH.map(of_side),
            paths: Paths::new(&explained.courses, explained.trials, &recorded),
        }
    }

    /// The explanation of the first trials of a seed, as many as are asked for.
    #[must_use]
    pub fn of_first(model: &Model, record: Option<&Record>, seed: u64, trials: u64) -> Self {
        let mut simulator = Simulator::new(model, seed);
        let mut explainer = Explainer::new(model);
        for trial in 0..trials {
            let summary = simulator.run(trial, &mut explainer);
            explainer.end_trial(summary, false);
        }
        Self::new(model, record, &explainer.explained)
    }

    /// What answers of this side and kind rest on.
    #[must_use]
    pub fn weighing(&self, side: Side, kind: AnswerKind) -> Option<&Weighing> {
        self.answers[side as usize][kind as usize].as_deref()
    }

    /// The side that gives most of the first answers, with what they rest on; of two that give as
    /// many the one that did not open. None where nobody answers.
    #[must_use]
    pub fn first_answer(&self) -> Option<(Side, &Weighing)> {
        let first = |side| Some((side, self.weighing(side, AnswerKind::First)?));
        let sides = [Side::Opener, Side::Other].into_iter().filter_map(first);
        sides.max_by_key(|(_, weighing)| weighing.answers)
    }
}
