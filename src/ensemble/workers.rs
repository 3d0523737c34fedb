//! What threads do with trials: count them, keep them, explain them, lay models beside each other.

use super::blocks::Worker;
use crate::model::Model;
use crate::sim::{Act, Decision, Event, Moment, Observer, Simulator, Summary};
use crate::tally::{Explainer, Paired, RecordFacts, Tally};

/// Counts trials.
pub struct Counting<'m> {
    simulator: Simulator<'m>,
    pub tally: Tally,
    record: Option<&'m RecordFacts>,
}

impl<'m> Counting<'m> {
    pub fn new(model: &'m Model, record: Option<&'m RecordFacts>, seed: u64) -> Self {
        Self {
            simulator: Simulator::new(model, seed),
            tally: Tally::new(model),
            record,
        }
    }

    #[inline]
    fn count(&mut self, trial: u64) -> &Summary {
        let summary = self.simulator.run(trial, &mut self.tally);
        self.tally.add(summary, self.record);
        summary
    }
}

impl Worker for Counting<'_> {
    fn run(&mut self, trial: u64) {
        self.count(trial);
    }

    fn join(&mut self, other: Self) {
        self.tally.merge(&other.tally);
    }
}

/// Counts trials and keeps what they came to.
pub struct Keeping<'m> {
    pub counting: Counting<'m>,
    pub summaries: Vec<(u64, Summary)>,
}

impl<'m> Keeping<'m> {
    pub fn new(model: &'m Model, record: Option<&'m RecordFacts>, seed: u64) -> Self {
        Self {
            counting: Counting::new(model, record, seed),
            summaries: Vec::new(),
        }
    }
}

impl Worker for Keeping<'_> {
    fn run(&mut self, trial: u64) {
        self.summaries.push((trial, *self.counting.count(trial)));
    }

    fn join(&mut self, mut other: Self) {
        self.counting.join(other.counting);
        self.summaries.append(&mut other.summaries);
    }
}

/// Counts trials, and why they go as they do.
pub struct Explaining<'m> {
    pub counting: Counting<'m>,
    pub explainer: Explainer<'m>,
}

impl<'m> Explaining<'m> {
    pub fn new(model: &'m Model, record: Option<&'m RecordFacts>, seed: u64) -> Self {
        Self {
            counting: Counting::new(model, record, seed),
            explainer: Explainer::new(model),
        }
    }
}

impl Worker for Explaining<'_> {
    fn run(&mut self, trial: u64) {
        let Counting {
            simulator,
            tally,
            record,
        } = &mut self.counting;
        let mut both = TallyAndExplainer {
            tally,
            explainer: &mut self.explainer,
        };
        let summary = simulator.run(trial, &mut both);
        tally.add(summary, *record);
        let agrees = record.is_some_and(|facts| facts.state_any() && facts.agree(summary));
        self.explainer.end_trial(summary, agrees);
    }

    fn join(&mut self, other: Self) {
        self.counting.join(other.counting);
        self.explainer.explained.merge(&other.explainer.explained);
    }
}

/// Both watch a trial: a tally its levels, an explainer the rest.
struct TallyAndExplainer<'w, 'm> {
    tally: &'w mut Tally,
    explainer: &'w mut Explainer<'m>,
}

impl Observer for TallyAndExplainer<'_, '_> {
    fn level(&mut self, day: f64, rung: Option<usize>) {
        self.tally.level(day, rung);
    }

    fn decision(&mut self, day: f64, decision: &Decision, odds: &[f64], moment: &Moment<'_>) {
        self.explainer.decision(day, decision, odds, moment);
    }

    fn act(&mut self, day: f64, act: &Act, moment: &Moment<'_>) {
        self.explainer.act(day, act, moment);
    }

    fn event(&mut self, day: f64, event: Event) {
        self.explainer.event(day, event);
    }
}

/// Counts trials in several models beside each other.
pub struct Pairing<'m> {
    simulators: Vec<Simulator<'m>>,
    pub paired: Paired,
}

impl<'m> Pairing<'m> {
    pub fn new(models: &[&'m Model], seed: u64) -> Self {
        Self {
            simulators: models
                .iter()
                .map(|model| Simulator::new(model, seed))
                .collect(),
            paired: Paired::new(models),
        }
    }
}

impl Worker for Pairing<'_> {
    fn run(&mut self, trial: u64) {
        self.paired
            .count(trial, |at, tally| *self.simulators[at].run(trial, tally));
    }

    fn join(&mut self, other: Self) {
        self.paired.merge(&other.paired);
    }
}
