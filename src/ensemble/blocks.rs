//! Trials on threads, block by block: what a run that can be stopped at any moment is made of.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{CHUNK, MOST_TRIALS, Plan, Threads, Watch};
use crate::error::{Error, Problem};

/// How many trials the first block has. A stopped run drops the block that it is in, and a scenario
/// may have trials of many thousand acts: the first are done within a second all the same.
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

/// Does a plan block by block, until it is done or stopped, and gives every block to `finish`.
/// Blocks grow, so that a short run can be stopped soon, and a long one seldom waits for its last
/// thread.
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
    let mut start = plan.trials.start;
    let mut length = FIRST_BLOCK;
    while start < plan.trials.end {
        let end = plan.trials.end.min(start + length);
        let chunk = plan.chunk.clamp(1, (length / CHUNKS).max(LEAST_CHUNK));
        let Some(block) = block(&threads, start..end, chunk, watch, &done, &worker) else {
            break;
        };
        finish(block)?;
        start = end;
        length = (length * 2).min(longest);
    }
    Ok(())
}

/// Runs the trials of a block in chunks on all threads; none where the run was stopped before its
/// end.
fn block<W: Worker>(
    threads: &Threads,
    trials: Range<u64>,
    chunk: u64,
    watch: &Watch<'_>,
    done: &AtomicU64,
    worker: &(impl Fn() -> W + Sync),
) -> Option<W> {
    let count = trials.end - trials.start;
    let chunks = Chunks {
        trials,
        length: chunk,
        watch,
        run: AtomicU64::new(0),
        done,
    };
    let joined = threads.fold(
        count.div_ceil(chunk),
        worker,
        |worker, at| chunks.run(worker, at),
        join,
    );
    (chunks.run.into_inner() == count).then_some(joined)
}

fn join<W: Worker>(mut one: W, other: W) -> W {
    one.join(other);
    one
}

/// The trials of a block in parts for threads.
struct Chunks<'b> {
    trials: Range<u64>,
    /// How many trials a chunk has.
    length: u64,
    watch: &'b Watch<'b>,
    /// How many trials of the block were run.
    run: AtomicU64,
    /// How many trials of the plan were.
    done: &'b AtomicU64,
}

impl Chunks<'_> {
    /// Runs the trials of a chunk; one that is stopped does not count.
    fn run<W: Worker>(&self, mut worker: W, at: u64) -> W {
        let start = self.trials.start + at * self.length;
        let own = start..self.trials.end.min(start + self.length);
        let count = own.end - own.start;
        for trial in own {
            if self.watch.stop.load(Ordering::Relaxed) {
                return worker;
            }
            worker.run(trial);
        }
        self.run.fetch_add(count, Ordering::Relaxed);
        let done = self.done.fetch_add(count, Ordering::Relaxed) + count;
        (self.watch.progress)(done);
        worker
    }
}
