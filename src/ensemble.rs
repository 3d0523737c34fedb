//! Many trials on many threads: the same tally, to the bit, for any number of threads and any size
//! of chunks.

mod blocks;
mod readings;
mod sums;
mod threads;
mod workers;

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use blocks::{LONG_BLOCK, SHORT_BLOCK, work};
pub use readings::{Readings, run_readings};
pub use sums::sums;
pub use threads::{Threads, has_room};
use workers::{Counting, Explaining, Keeping, Pairing};

use crate::error::Error;
use crate::model::Model;
use crate::sim::Summary;
use crate::tally::{Explained, Paired, RecordFacts, Tally};

/// How many trials a thread takes at a time, at most; a multiple of 32, which the streams of named
/// luck run along.
pub const CHUNK: u64 = 1024;
/// Maximum number of trials in a request. The sums of a tally can hold that many.
pub const MOST_TRIALS: u64 = 1_000_000_000_000;

/// The trials to run, and the threads to run them on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The seed.
    pub seed: u64,
    /// The trials, by number.
    pub trials: Range<u64>,
    /// How many threads at most; none for as many as the machine has.
    pub threads: Option<usize>,
    /// How many trials a thread takes at a time, at most; changes no result.
    pub chunk: u64,
}

impl Plan {
    /// The first `trials` trials of a seed, on all threads.
    #[must_use]
    pub const fn new(seed: u64, trials: u64) -> Self {
        Self {
            seed,
            trials: 0..trials,
            threads: None,
            chunk: CHUNK,
        }
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
/// A run that is stopped has counted the first trials of its plan, without a gap: [`Tally::trials`]
/// says how many.
///
/// # Errors
/// More trials than the sums can hold.
pub fn run(
    model: &Model,
    record: Option<&RecordFacts>,
    plan: &Plan,
    watch: &Watch<'_>,
) -> Result<Tally, Error> {
    let mut tally = Tally::new(model);
    work(
        plan,
        watch,
        LONG_BLOCK,
        || Counting::new(model, record, plan.seed),
        |block| {
            tally.merge(&block.tally);
            Ok(())
        },
    )?;
    Ok(tally)
}

/// Runs trials as [`run`] does, and passes the number and summary of every trial to `each`, in
/// order.
///
/// # Errors
/// The errors of [`run`], and any error of `each`, which ends the run.
pub fn run_each(
    model: &Model,
    record: Option<&RecordFacts>,
    plan: &Plan,
    watch: &Watch<'_>,
    mut each: impl FnMut(u64, &Summary) -> Result<(), Error>,
) -> Result<Tally, Error> {
    let mut tally = Tally::new(model);
    // Short blocks, since their trials are held.
    work(
        plan,
        watch,
        SHORT_BLOCK,
        || Keeping::new(model, record, plan.seed),
        |mut block| {
            block.summaries.sort_by_key(|&(trial, _)| trial);
            for (trial, summary) in &block.summaries {
                each(*trial, summary)?;
            }
            tally.merge(&block.counting.tally);
            Ok(())
        },
    )?;
    Ok(tally)
}

/// Runs each trial in all of several models, on the same luck, and counts them beside the first:
/// what differs comes from the models alone.
///
/// # Errors
/// As [`run`].
pub fn run_paired(models: &[&Model], plan: &Plan, watch: &Watch<'_>) -> Result<Paired, Error> {
    let mut paired = Paired::new(models);
    work(
        plan,
        watch,
        LONG_BLOCK,
        || Pairing::new(models, plan.seed),
        |block| {
            paired.merge(&block.paired);
            Ok(())
        },
    )?;
    Ok(paired)
}

/// Runs trials as [`run`] does, and counts as well why they go as they do.
///
/// # Errors
/// As [`run`].
pub fn explain(
    model: &Model,
    record: Option<&RecordFacts>,
    plan: &Plan,
    watch: &Watch<'_>,
) -> Result<(Tally, Explained), Error> {
    let mut tally = Tally::new(model);
    let mut explained = Explained::new(model);
    work(
        plan,
        watch,
        LONG_BLOCK,
        || Explaining::new(model, record, plan.seed),
        |block| {
            tally.merge(&block.counting.tally);
            explained.merge(&block.explainer.explained);
            Ok(())
        },
    )?;
    Ok((tally, explained))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::blocks::{FIRST_BLOCK, LEAST_CHUNK};
    use super::*;
    use crate::error::Problem;
    use crate::scenario::{Scenario, Setting, Settings};
    use crate::sim::Simulator;

    /// A stopped run has counted the first trials without a gap: as many as a run of that length,
    /// to the bit.
    #[test]
    fn a_stopped_run_is_a_shorter_run() {
        let scenario = Scenario::shipped("reference-class", &Settings::default()).unwrap();
        let stop = AtomicBool::new(false);
        let progress = |done| stop.store(done > 40_000, Ordering::Relaxed);
        let watch = Watch {
            progress: &progress,
            stop: &stop,
        };
        let stopped = run(&scenario.model, None, &Plan::new(3, 10_000_000), &watch).unwrap();
        assert!(
            (20_000..200_000).contains(&stopped.trials),
            "{}",
            stopped.trials
        );
        let never = AtomicBool::new(false);
        let quiet = Watch {
            progress: &|_| (),
            stop: &never,
        };
        assert!(
            run(&scenario.model, None, &Plan::new(3, stopped.trials), &quiet).unwrap() == stopped
        );
    }

    /// Trials of thousands of acts: a run stopped in the middle of them keeps what was done, and
    /// goes on for no more than the trials under way.
    #[test]
    fn long_trials_are_stopped_one_by_one() {
        let long = [
            ("horizon_days", "3650"),
            ("actors.*.response_days", "0.2"),
            ("actors.*.unauthorised", "1"),
            ("actors.*.choice_precision", "100"),
            ("actors.*.fear_of_escalation", "20"),
            ("rungs.*.war_risk", "0"),
        ];
        let set = long.map(|(path, value)| Setting::set(path, value)).to_vec();
        let scenario = Scenario::shipped(
            "reference-class",
            &Settings {
                set,
                ..Settings::default()
            },
        )
        .unwrap();
        let mut simulator = Simulator::new(&scenario.model, 1);
        assert!(simulator.run(0, &mut Tally::new(&scenario.model)).acts > 5_000);
        let (stop, begun) = (AtomicBool::new(false), AtomicU64::new(0));
        let progress = |done| {
            begun.store(done, Ordering::Relaxed);
            stop.store(done >= 160, Ordering::Relaxed);
        };
        let watch = Watch {
            progress: &progress,
            stop: &stop,
        };
        let stopped = run(&scenario.model, None, &Plan::new(1, 1_000_000), &watch).unwrap();
        assert_eq!(stopped.trials, FIRST_BLOCK);
        assert!(begun.into_inner() < 160 + 2 * LEAST_CHUNK * rayon::current_num_threads() as u64);
    }

    #[test]
    fn each_trial_is_handed_over_once_and_in_order_and_the_tally_is_the_same() {
        let scenario = Scenario::shipped("reference-class", &Settings::default()).unwrap();
        let (stop, mut next, mut wars) = (AtomicBool::new(false), 100, 0);
        let watch = Watch {
            progress: &|_| (),
            stop: &stop,
        };
        let plan = Plan {
            trials: 100..150_001,
            chunk: 999,
            ..Plan::new(3, 0)
        };
        let each = |trial, summary: &Summary| {
            assert_eq!(trial, next);
            next += 1;
            wars += u64::from(summary.outcome == crate::sim::Outcome::War);
            Ok(())
        };
        let tally = run_each(&scenario.model, None, &plan, &watch, each).unwrap();
        assert_eq!(
            (next, wars),
            (150_001, tally.outcomes[crate::sim::Outcome::War])
        );
        assert!(run(&scenario.model, None, &plan, &watch).unwrap() == tally);
        let refuse = |_, _: &Summary| Err(Error::Fault(Problem::new("full")));
        assert!(run_each(&scenario.model, None, &plan, &watch, refuse).is_err());
    }
}
