//! Many models on the same luck, each run alone: what came of each trial in each of them.

use std::sync::atomic::{AtomicU64, Ordering};

use super::{Threads, Watch};
use crate::error::Error;
use crate::model::Model;
use crate::sim::{Silent, Simulator, Summary};

/// How many trials are held at a time, about.
const HELD: u64 = 1 << 20;
/// How many readings are run at a time, at most.
const MOST_AT_A_TIME: u64 = 256;

/// Readings of a case: models that differ in their numbers.
pub struct Readings<'r> {
    /// The model of each reading, by its number.
    pub model: &'r (dyn Fn(usize) -> Result<Model, Error> + Sync),
    /// What a trial met, as bits.
    pub marks: &'r (dyn Fn(&Model, &Summary) -> u16 + Sync),
    /// How many readings there are.
    pub count: usize,
    /// How many trials of each: the first of the seed.
    pub trials: u64,
    /// The seed.
    pub seed: u64,
}

/// Runs every reading, and passes the marks of its trials to `each`, in order. Gives how many
/// readings were passed: the first ones, fewer than there are where the run was stopped.
///
/// # Errors
/// A model that cannot be.
pub fn run_readings(
    readings: &Readings<'_>,
    threads: &Threads,
    watch: &Watch<'_>,
    mut each: impl FnMut(usize, &[u16]),
) -> Result<usize, Error> {
    let done = AtomicU64::new(0);
    let at_a_time = (HELD / readings.trials.max(1)).clamp(4, MOST_AT_A_TIME) as usize;
    let mut start = 0;
    while start < readings.count {
        let end = readings.count.min(start + at_a_time);
        let block = threads.map((start..end).collect(), |at| {
            let marks = readings.run(at, watch)?;
            if let Some(marks) = &marks {
                let more = marks.len() as u64;
                (watch.progress)(done.fetch_add(more, Ordering::Relaxed) + more);
            }
            Ok(marks)
        });
        for (at, marks) in (start..end).zip(block) {
            match marks? {
                Some(marks) => each(at, &marks),
                None => return Ok(at),
            }
        }
        start = end;
    }
    Ok(readings.count)
}

impl Readings<'_> {
    /// Runs a reading; none where it was stopped.
    fn run(&self, at: usize, watch: &Watch<'_>) -> Result<Option<Vec<u16>>, Error> {
        let model = (self.model)(at)?;
        let mut simulator = Simulator::new(&model, self.seed);
        let mut marks = Vec::new();
        for trial in 0..self.trials {
            if watch.stop.load(Ordering::Relaxed) {
                return Ok(None);
            }
            marks.push((self.marks)(&model, simulator.run(trial, &mut Silent)));
        }
        Ok(Some(marks))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::scenario::{Scenario, Settings};
    use crate::sim::Outcome;

    fn marks_on(threads: usize, stop_at: usize) -> (usize, Vec<Vec<u16>>) {
        let scenario = Scenario::shipped("reference-class", &Settings::default()).unwrap();
        let judged = scenario.judged();
        let stop = AtomicBool::new(false);
        let model = |at: usize| {
            stop.store(at >= stop_at, Ordering::Relaxed);
            judged.model(&[(0, crate::scenario::Change::Times(1.0 + at as f64 / 100.0))])
        };
        let readings = Readings {
            model: &model,
            marks: &|_, trial| u16::from(trial.outcome == Outcome::War),
            count: 20,
            trials: 300,
            seed: 4,
        };
        let watch = Watch {
            progress: &|_| (),
            stop: &stop,
        };
        let mut all = Vec::new();
        let threads = Threads::new(Some(threads));
        let done = run_readings(&readings, &threads, &watch, |at, marks| {
            assert_eq!(at, all.len());
            all.push(marks.to_vec());
        });
        (done.unwrap(), all)
    }

    #[test]
    fn readings_come_in_order_and_alike_on_any_number_of_threads() {
        let (done, one) = marks_on(1, usize::MAX);
        assert_eq!((done, one.len()), (20, 20));
        assert!(one.iter().all(|marks| marks.len() == 300));
        assert!(one.iter().flatten().any(|&mark| mark == 1));
        assert_eq!(marks_on(3, usize::MAX).1, one);
    }

    #[test]
    fn a_stopped_run_has_passed_the_first() {
        let (done, marks) = marks_on(1, 7);
        assert_eq!((done, marks.len()), (7, 7));
    }
}
