//! Trials on threads, block by block: what a run that can be stopped at any moment is made of.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{CHUNK, MOST_TRIALS, Plan, Threads, Watch};
use crate::error::{Error, Problem};

/// How many trials the first block has. A stopped run drops the block that it is in, and a scenario may have trials of
/// many thousand acts: the first are done within a second all the same.
pub const FIRST_BLOCK: u64 = 128;
/// Minimum chunks per block, so that every thread has work.
const CHUNKS: u64 = 64;
/// Minimum trials per chunk: entity streams are generated for this many trials at a time.
pub const LEAST_CHUNK: u64 = 32;
/// Maximum block size if its trials are kept in memory.
pub const SHORT_BLOCK: u64 = 64 * CHUNK;
/// Maximum block size if they are not.
pub const LONG_BLOCK: u64 = 256 * CHUNK;

/// What a thread does with trials, in memory of its own.
pub trait Worker: Send {
    /// Runs one trial.
    fn run(&mut self, trial: u64);
    /// Adds what another thread did.
    fn join(&mut self, other: Self);
}

/// Does a plan block by block, until it is done or stopped, and gives every block to `finish`. Blocks grow, so that a
/// short run can be stopped soon, and a long one seldom waits for its last thread.
///
/// # Errors
/// More trials than can be counted, and any error of `finish`.
pub fn work<W: Worker>(
    plan: &Plan,
    watch: &Watch<'_>,
    longest: u64,
    worker: impl Fn() -> W + Sync,
    mut finish: impl FnMut(W) -> Result<(), Error>,
) -> Result<(), Error> {
    if plan.trials.end > MOST_TRIALS {
        let message = format!(
            "{} trials are more than the {MOST_TRIALS} that can be counted",
            plan.trials.end
        );
        let help = "ask for fewer; a million gives shares to within 0.1 %";
        return Err(Error::Usage(Problem::new(message).help(help)));
    }
    let threads = Threads::new(plan.threads);
    let done = AtomicU64::new(0);
    let (mut start, mut length) = (plan.trials.start, FIRST_BLOCK);
    while start < plan.trials.end {
        let end = plan.trials.end.min(start + length);
        let chunk = plan.chunk.clamp(1, (length / CHUNKS).max(LEAST_CHUNK));
        let Some(block) = block(&threads, start..end, chunk, watch, &done, &worker) else {
            break;
        };
        finish(block)?;
        (start, length) = (end, (length * 2).min(longest));
    }
    Ok(())
}

/// Runs the trials of a block in chunks on all threads; none where the run was stopped before its end.
fn block<W: Worker>(
    threads: &Threads,
    trials: Range<u64>,
    chunk: u64,
    watch: &Watch<'_>,
    done: &AtomicU64,
    worker: &(impl Fn() -> W + Sync),
) -> Option<W> {
    let run = AtomicU64::new(0);
    let one_chunk = |mut worker: W, at: u64| {
        let start = trials.start + at * chunk;
        let own = start..trials.end.min(start + chunk);
        let count = own.end - own.start;
        for trial in own {
            if watch.stop.load(Ordering::Relaxed) {
                return worker;
            }
            worker.run(trial);
        }
        run.fetch_add(count, Ordering::Relaxed);
        (watch.progress)(done.fetch_add(count, Ordering::Relaxed) + count);
        worker
    };
    let chunks = (trials.end - trials.start).div_ceil(chunk);
    let join = |mut one: W, other| {
        one.join(other);
        one
    };
    let joined = threads.fold(chunks, worker, one_chunk, join);
    (run.into_inner() == trials.end - trials.start).then_some(joined)
}
