//! Histories of one trial side by side.

use super::timeline;
use super::values::{Checked, day, ensure, number};
use crate::sim::Summary;
use crate::study::divergence::first_divergence;
use crate::study::{DecisionPoint, Trace, TracePair};

/// Maximum number of decisions of a history, and of whatever is counted in it.
const MOST_COUNTED: u64 = 1_000_000_000;
/// Maximum number of decisions that are kept.
const MOST_POINTS: usize = 100_000;

/// What histories lie within.
#[derive(Clone, Copy)]
pub struct Shape {
    /// How many trials there are.
    pub trials: u64,
    /// The last day.
    pub last_day: usize,
    /// How many rungs the ladder has.
    pub rungs: usize,
}

/// Checks the histories of a trial.
pub fn check(pair: &TracePair, shape: Shape) -> Checked {
    ensure(
        pair.trial < shape.trials,
        "it is of a trial that was not run",
    )?;
    pair.traces.iter().try_for_each(|one| trace(one, shape))?;
    ensure(
        pair.divergence == first_divergence(pair.traces.each_ref()),
        "the two part elsewhere",
    )
}

/// Checks one history.
pub fn trace(trace: &Trace, shape: Shape) -> Checked {
    summary(&trace.summary, shape)?;
    timeline::levels(&trace.levels, shape.last_day, shape.rungs)?;
    ensure(
        trace.points.len() <= MOST_POINTS,
        "it has too many decisions",
    )?;
    trace.points.iter().try_for_each(|one| point(one, shape))
}

fn summary(summary: &Summary, shape: Shape) -> Checked {
    day(summary.end_day, shape.last_day)?;
    number(summary.deaths)?;
    number(summary.trust)?;
    let rungs = [Some(summary.peak), summary.first_act, summary.first_answer];
    ensure(
        rungs.into_iter().flatten().all(|rung| rung < shape.rungs),
        "it stands on no rung of the ladder",
    )?;
    let counted = [
        summary.acts,
        summary.force[0],
        summary.force[1],
        summary.fronts_opened,
        summary.later_crises,
        summary.challenges,
    ];
    ensure(
        counted.iter().all(|&count| count <= MOST_COUNTED),
        "it has too many acts, fronts or crises",
    )
}

fn point(point: &DecisionPoint, shape: Shape) -> Checked {
    day(point.day, shape.last_day)?;
    number(point.provocation)?;
    let shares = point.chances.iter().chain([&point.draw]);
    ensure(
        shares.clone().all(|share| (0.0..=1.0).contains(share)),
        "a chance does not lie between 0 and 1",
    )?;
    ensure(
        point.chances.len() == shape.rungs && point.rung < shape.rungs,
        "a decision is on another ladder",
    )
}
