//! Many trials on many threads: the same tally, to the bit, for any number of threads and any size of chunks.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use crate::error::{Error, Problem};
use crate::model::Model;
use crate::sim::{Simulator, Summary};
use crate::tally::{Facts, Paired, Tally};

/// How many trials a thread takes at a time; a multiple of 32, which the streams of named luck run along.
pub const CHUNK: u64 = 1024;
/// The most trials that can be asked for: the sums of a tally hold that many, whatever a trial comes to.
pub const MOST_TRIALS: u64 = 1_000_000_000_000;

/// Which trials to run, and on what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The seed.
    pub seed: u64,
    /// The trials, by number.
    pub trials: Range<u64>,
    /// Threads; none for as many as the machine has.
    pub threads: Option<usize>,
    /// How many trials a thread takes at a time; changes no result.
    pub chunk: u64,
}

impl Plan {
    /// The first `trials` trials of a seed, on all threads.
    #[must_use]
    pub const fn new(seed: u64, trials: u64) -> Self {
        Self { seed, trials: 0..trials, threads: None, chunk: CHUNK }
    }
}

/// How the caller follows a run and ends it early.
pub struct Watch<'w> {
    /// Told now and then how many trials are done.
    pub progress: &'w (dyn Fn(u64) + Sync),
    /// Once true, the run ends as soon as may be.
    pub stop: &'w AtomicBool,
}

/// Runs the trials of a plan and counts them, `record` included where there is one.
///
/// A run that is stopped has counted the first trials of its plan, without a gap: [`Tally::trials`] says how many.
///
/// # Errors
/// More trials than the sums can hold; no threads to be had from the system.
pub fn run(model: &Model, record: Option<&Facts>, plan: &Plan, watch: &Watch<'_>) -> Result<Tally, Error> {
    let mut tally = Tally::new(model);
    let worker = || Counting { simulator: Simulator::new(model, plan.seed), tally: Tally::new(model), record };
    work(plan, watch, LONG_BLOCK, worker, |block| {
        tally.merge(&block.tally);
        Ok(())
    })?;
    Ok(tally)
}

/// The same, and hands every trial to `each`, in order: its number and what it came to.
///
/// # Errors
/// As [`run`]; and whatever `each` fails with, which ends the run.
pub fn run_each(
    model: &Model,
    record: Option<&Facts>,
    plan: &Plan,
    watch: &Watch<'_>,
    mut each: impl FnMut(u64, &Summary) -> Result<(), Error>,
) -> Result<Tally, Error> {
    let mut tally = Tally::new(model);
    let counting = || Counting { simulator: Simulator::new(model, plan.seed), tally: Tally::new(model), record };
    let worker = || Keeping { counting: counting(), summaries: Vec::new() };
    // Short blocks, since their trials are held.
    work(plan, watch, SHORT_BLOCK, worker, |mut block| {
        block.summaries.sort_by_key(|&(trial, _)| trial);
        block.summaries.iter().try_for_each(|(trial, summary)| each(*trial, summary))?;
        tally.merge(&block.counting.tally);
        Ok(())
    })?;
    Ok(tally)
}

/// Runs each trial in all of several models, on the same luck, and counts them beside the first: what differs comes from
/// the models alone.
///
/// # Errors
/// As [`run`].
pub fn run_paired(models: &[&Model], plan: &Plan, watch: &Watch<'_>) -> Result<Paired, Error> {
    let mut paired = Paired::new(models);
    let worker = || Pairing {
        simulators: models.iter().map(|model| Simulator::new(model, plan.seed)).collect(),
        paired: Paired::new(models),
    };
    work(plan, watch, LONG_BLOCK, worker, |block| {
        paired.merge(&block.paired);
        Ok(())
    })?;
    Ok(paired)
}

/// How many trials the first block has; a stopped run drops the block that it is in.
const FIRST_BLOCK: u64 = 16 * CHUNK;
/// No block has more, where its trials are held.
const SHORT_BLOCK: u64 = 64 * CHUNK;
/// No block has more, where they are not.
const LONG_BLOCK: u64 = 256 * CHUNK;

/// What a thread does with trials, in memory of its own.
trait Worker: Send {
    /// Runs one trial.
    fn run(&mut self, trial: u64);
    /// Adds what another thread did.
    fn join(&mut self, other: Self);
}

/// Does a plan block by block, until it is done or stopped, and gives every block to `finish`. Blocks grow, so that a
/// short run can be stopped soon, and a long one seldom waits for its last thread.
fn work<W: Worker>(
    plan: &Plan,
    watch: &Watch<'_>,
    longest: u64,
    worker: impl Fn() -> W + Sync,
    mut finish: impl FnMut(W) -> Result<(), Error>,
) -> Result<(), Error> {
    if plan.trials.end > MOST_TRIALS {
        let message = format!("{} trials are more than the {MOST_TRIALS} that can be counted", plan.trials.end);
        let help = "ask for fewer; a million gives shares to within 0.1 %";
        return Err(Error::Usage(Problem::new(message).help(help)));
    }
    let threads = rayon::ThreadPoolBuilder::new().num_threads(plan.threads.unwrap_or(0));
    let pool = threads.build().map_err(|reason| {
        Error::Fault(Problem::new(format!("cannot start threads: {reason}")).help("try `--threads 1`"))
    })?;
    let done = AtomicU64::new(0);
    let (mut start, mut length) = (plan.trials.start, FIRST_BLOCK);
    while start < plan.trials.end {
        let end = plan.trials.end.min(start + length);
        let Some(block) = pool.install(|| block(start..end, plan.chunk.max(1), watch, &done, &worker)) else { break };
        finish(block)?;
        (start, length) = (end, (length * 2).min(longest));
    }
    Ok(())
}

/// Runs the trials of a block in chunks on all threads; none where the run was stopped before its end.
fn block<W: Worker>(
    trials: Range<u64>,
    chunk: u64,
    watch: &Watch<'_>,
    done: &AtomicU64,
    worker: &(impl Fn() -> W + Sync),
) -> Option<W> {
    let run = AtomicU64::new(0);
    let one_chunk = |mut worker: W, at: u64| {
        if watch.stop.load(Ordering::Relaxed) {
            return worker;
        }
        let start = trials.start + at * chunk;
        let own = start..trials.end.min(start + chunk);
        let count = own.end - own.start;
        own.for_each(|trial| worker.run(trial));
        run.fetch_add(count, Ordering::Relaxed);
        (watch.progress)(done.fetch_add(count, Ordering::Relaxed) + count);
        worker
    };
    let chunks = (trials.end - trials.start).div_ceil(chunk);
    let workers = (0..chunks).into_par_iter().fold(worker, one_chunk);
    let joined = workers.reduce_with(|mut one, other| {
        one.join(other);
        one
    })?;
    (run.into_inner() == trials.end - trials.start).then_some(joined)
}

/// Counts trials.
struct Counting<'m> {
    simulator: Simulator<'m>,
    tally: Tally,
    record: Option<&'m Facts>,
}

impl Counting<'_> {
    #[inline]
    fn count(&mut self, trial: u64) -> Summary {
        let summary = self.simulator.run(trial, &mut self.tally);
        self.tally.add(&summary, self.record);
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
struct Keeping<'m> {
    counting: Counting<'m>,
    summaries: Vec<(u64, Summary)>,
}

impl Worker for Keeping<'_> {
    fn run(&mut self, trial: u64) {
        self.summaries.push((trial, self.counting.count(trial)));
    }

    fn join(&mut self, mut other: Self) {
        self.counting.join(other.counting);
        self.summaries.append(&mut other.summaries);
    }
}

/// Counts trials in several models beside each other.
struct Pairing<'m> {
    simulators: Vec<Simulator<'m>>,
    paired: Paired,
}

impl Worker for Pairing<'_> {
    fn run(&mut self, trial: u64) {
        self.paired.count(trial, |at, tally| self.simulators[at].run(trial, tally));
    }

    fn join(&mut self, other: Self) {
        self.paired.merge(&other.paired);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, Settings};

    /// A stopped run has counted the first trials without a gap: as many as a run of that length, to the bit.
    #[test]
    fn a_stopped_run_is_a_shorter_run() {
        let scenario = Scenario::shipped("reference-class", &Settings::default()).unwrap();
        let stop = AtomicBool::new(false);
        let progress = |done| stop.store(done > 40_000, Ordering::Relaxed);
        let watch = Watch { progress: &progress, stop: &stop };
        let stopped = run(&scenario.model, None, &Plan::new(3, 10_000_000), &watch).unwrap();
        assert!((16_384..200_000).contains(&stopped.trials), "{}", stopped.trials);
        let never = AtomicBool::new(false);
        let quiet = Watch { progress: &|_| (), stop: &never };
        assert!(run(&scenario.model, None, &Plan::new(3, stopped.trials), &quiet).unwrap() == stopped);
    }

    #[test]
    fn each_trial_is_handed_over_once_and_in_order_and_the_tally_is_the_same() {
        let scenario = Scenario::shipped("reference-class", &Settings::default()).unwrap();
        let (stop, mut next, mut wars) = (AtomicBool::new(false), 100, 0);
        let watch = Watch { progress: &|_| (), stop: &stop };
        let plan = Plan { trials: 100..150_001, chunk: 999, ..Plan::new(3, 0) };
        let each = |trial, summary: &Summary| {
            assert_eq!(trial, next);
            next += 1;
            wars += u64::from(summary.outcome == crate::sim::Outcome::War);
            Ok(())
        };
        let tally = run_each(&scenario.model, None, &plan, &watch, each).unwrap();
        assert_eq!((next, wars), (150_001, tally.outcomes[crate::sim::Outcome::War as usize]));
        assert!(run(&scenario.model, None, &plan, &watch).unwrap() == tally);
        let refuse = |_, _: &Summary| Err(Error::Fault(Problem::new("full")));
        assert!(run_each(&scenario.model, None, &plan, &watch, refuse).is_err());
    }
}
