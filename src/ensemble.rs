//! Many trials on many threads: the same tally, to the bit, for any number of threads and any size of chunks.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use crate::error::{Error, Problem};
use crate::model::Model;
use crate::sim::Simulator;
use crate::tally::{Facts, Tally};

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
    /// Once true, no further chunk is begun.
    pub stop: &'w AtomicBool,
}

/// Runs the trials of a plan and counts them, `record` included where there is one.
///
/// # Errors
/// More trials than the sums can hold; no threads to be had from the system.
pub fn run<'m>(model: &'m Model, record: Option<&Facts>, plan: &Plan, watch: &Watch<'_>) -> Result<Tally, Error> {
    if plan.trials.end > MOST_TRIALS {
        let message = format!("{} trials are more than the {MOST_TRIALS} that can be counted", plan.trials.end);
        return Err(Error::Usage(Problem::new(message).help("ask for fewer; a million gives shares to within 0.1 %")));
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(plan.threads.unwrap_or(0)).build().map_err(|reason| {
        Error::Fault(Problem::new(format!("cannot start threads: {reason}")).help("try `--threads 1`"))
    })?;
    let done = AtomicU64::new(0);
    let chunk = plan.chunk.max(1);
    let chunks = (plan.trials.end.saturating_sub(plan.trials.start)).div_ceil(chunk);
    let worker = || Worker { simulator: Simulator::new(model, plan.seed), tally: Tally::new(model) };
    let one_chunk = |mut worker: Worker<'m>, at: u64| {
        if !watch.stop.load(Ordering::Relaxed) {
            let start = plan.trials.start + at * chunk;
            let trials = start..plan.trials.end.min(start + chunk);
            let count = trials.end - trials.start;
            worker.run(trials, record);
            (watch.progress)(done.fetch_add(count, Ordering::Relaxed) + count);
        }
        worker
    };
    let tally = pool.install(|| {
        let workers = (0..chunks).into_par_iter().fold(worker, one_chunk);
        workers.map(|worker| worker.tally).reduce_with(|mut one, other| {
            one.merge(&other);
            one
        })
    });
    Ok(tally.unwrap_or_else(|| Tally::new(model)))
}

/// A thread's own memory.
struct Worker<'m> {
    simulator: Simulator<'m>,
    tally: Tally,
}

impl Worker<'_> {
    fn run(&mut self, trials: Range<u64>, record: Option<&Facts>) {
        for trial in trials {
            let summary = self.simulator.run(trial, &mut self.tally);
            self.tally.add(&summary, record);
        }
    }
}
