//! Where the histories of one trial in two models diverge.

use serde::{Deserialize, Serialize};

use crate::model::{Model, Side};
use crate::sim::{Decision, Moment, Observer, Simulator, Summary};

/// One decision of a trial and its result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionPoint {
    /// The day.
    pub day: f64,
    /// Who decided.
    pub side: Side,
    /// The provocation it saw.
    pub provocation: f64,
    /// The chance of each rung.
    pub chances: Vec<f64>,
    /// The uniform draw that decided between them, in rung order.
    pub draw: f64,
    /// The rung it came to.
    pub rung: usize,
    /// Whether a part of the state overrode the choice.
    pub overridden: bool,
}

impl DecisionPoint {
    /// The chance of a rung.
    #[must_use]
    pub fn chance(&self, rung: usize) -> f64 {
        self.chances.get(rung).copied().unwrap_or(0.0)
    }

    /// Where the share of a rung begins and ends among the draws from 0 to 1, in rung order.
    #[must_use]
    pub fn share_of_draws(&self, rung: usize) -> (f64, f64) {
        let below: f64 = self.chances.iter().take(rung).sum();
        (below, below + self.chance(rung))
    }

    /// The rung that the draw picked, before any override.
    #[must_use]
    pub fn drawn(&self) -> usize {
        if !self.overridden {
            return self.rung;
        }
        let mut upto = 0.0;
        let below = self.chances.iter().take_while(|&&chance| {
            upto += chance;
            upto <= self.draw
        });
        below.count().min(self.rung)
    }
}

/// The history of one trial.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// Its summary.
    pub summary: Summary,
    /// Its decisions, in order; a fixed opening is none.
    pub points: Vec<DecisionPoint>,
    /// The level from each day on: day, rung.
    pub levels: Vec<(f64, Option<usize>)>,
}

impl Trace {
    /// The decision that opened it; none where its scenario fixes the opening.
    #[must_use]
    pub fn opening(&self) -> Option<&DecisionPoint> {
        self.points
            .first()
            .filter(|point| point.day == 0.0 && point.side == Side::Opener)
    }
}

/// The first difference between two histories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Divergence {
    /// At the opening act, which at least one of the scenarios fixes: the rungs in the base and in
    /// the variant.
    Opening(Option<usize>, Option<usize>),
    /// At this one of their [decisions](TracePair::decisions): the same actor comes to another
    /// rung.
    Decision(usize),
    /// Before this decision, which only one of them has or another actor takes: an act slipped into
    /// war, or the horizon or an armed group came between.
    Before(usize),
    /// At no decision: all are the same, and what differs lies in days and numbers, or in how the
    /// last act ended it.
    Nowhere,
    /// Not at all: the same acts on the same days. Only what one of the scenarios calls it differs.
    Alike,
}

/// A trial in two models.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TracePair {
    /// The trial.
    pub trial: u64,
    /// Its history in the base and in the variant.
    pub traces: [Trace; 2],
    /// Where they diverge.
    pub divergence: Divergence,
}

impl TracePair {
    /// The decisions of both courses, those at one place belonging together: without the opening,
    /// where only one of the two decided on it and came to the act that the other's scenario fixes.
    #[must_use]
    pub fn decisions(&self) -> [&[DecisionPoint]; 2] {
        side_by_side(self.traces.each_ref())
    }
}

/// Runs these trials of a seed in a base and in a variant, and finds where the two histories of
/// each diverge.
#[must_use]
pub fn trace_pairs(base: &Model, variant: &Model, seed: u64, trials: &[u64]) -> Vec<TracePair> {
    let mut simulators = [Simulator::new(base, seed), Simulator::new(variant, seed)];
    trials
        .iter()
        .map(|&trial| trace_pair(&mut simulators, trial))
        .collect()
}

fn trace_pair(simulators: &mut [Simulator<'_>; 2], trial: u64) -> TracePair {
    let traces = simulators
        .each_mut()
        .map(|simulator| trace(simulator, trial));
    TracePair {
        trial,
        divergence: first_divergence(traces.each_ref()),
        traces,
    }
}

/// Runs a trial and records its history.
pub fn trace(simulator: &mut Simulator<'_>, trial: u64) -> Trace {
    let mut recorder = TraceRecorder::default();
    let summary = *simulator.run(trial, &mut recorder);
    recorder.trace(summary)
}

/// The decisions of two courses, as [`TracePair::decisions`] gives them.
pub(super) fn side_by_side(traces: [&Trace; 2]) -> [&[DecisionPoint]; 2] {
    let [base, variant] = traces;
    let only_one_decided = base.opening().is_some() != variant.opening().is_some();
    let same_act = base.summary.first_act == variant.summary.first_act;
    let skips_opening = only_one_decided && same_act;
    [base, variant].map(|trace| match trace.points.as_slice() {
        [_, rest @ ..] if skips_opening && trace.opening().is_some() => rest,
        all => all,
    })
}

pub(super) fn first_divergence(traces: [&Trace; 2]) -> Divergence {
    let [base, variant] = traces;
    let [before, after] = [base, variant].map(|trace| trace.summary.first_act);
    let both_decided = traces.iter().all(|trace| trace.opening().is_some());
    if before != after && !both_decided {
        return Divergence::Opening(before, after);
    }
    let [one, other] = side_by_side(traces);
    for (at, (one, other)) in one.iter().zip(other).enumerate() {
        if one.side != other.side {
            return Divergence::Before(at);
        }
        if one.rung != other.rung {
            return Divergence::Decision(at);
        }
    }
    match (one.len(), other.len()) {
        (one, other) if one != other => Divergence::Before(one.min(other)),
        _ if base.levels == variant.levels => Divergence::Alike,
        _ => Divergence::Nowhere,
    }
}

/// Writes down decisions and levels.
#[derive(Default)]
pub(super) struct TraceRecorder {
    pub(super) points: Vec<DecisionPoint>,
    levels: Vec<(f64, Option<usize>)>,
}

impl TraceRecorder {
    /// The history that was written down, of a trial with this summary.
    pub(super) fn trace(self, summary: Summary) -> Trace {
        Trace {
            summary,
            points: self.points,
            levels: self.levels,
        }
    }
}

impl Observer for TraceRecorder {
    fn level(&mut self, day: f64, rung: Option<usize>) {
        self.levels.push((day, rung));
    }

    fn decision(&mut self, day: f64, decision: &Decision, odds: &[f64], _: &Moment<'_>) {
        let sum: f64 = odds.iter().sum();
        self.points.push(DecisionPoint {
            day,
            side: decision.side,
            provocation: decision.provocation,
            chances: odds.iter().map(|odds| odds / sum).collect(),
            draw: decision.draw,
            rung: decision.rung,
            overridden: decision.overridden,
        });
    }
}
