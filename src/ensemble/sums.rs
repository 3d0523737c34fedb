//! The sum of one quantity over trials, and nothing else: for studies that run very many models, a
//! few thousand trials each, and give every thread models of its own.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::model::Model;
use crate::quantities::Quantity;
use crate::sim::{Silent, Simulator};
use crate::stats::Moments;

/// The sums of a quantity over parts of the trials of a seed, in whole steps, run on the caller's
/// thread. None where it was stopped.
#[must_use]
pub fn sums(
    model: &Model,
    quantity: Quantity,
    seed: u64,
    parts: &[Range<u64>],
    stop: &AtomicBool,
) -> Option<Vec<Moments>> {
    let mut simulator = Simulator::new(model, seed);
    let mut sums = Vec::with_capacity(parts.len());
    for part in parts {
        let mut moments = Moments::default();
        for trial in part.clone() {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            let summary = simulator.run(trial, &mut Silent);
            moments.add(quantity.of_trial(model, summary));
        }
        sums.push(moments);
    }
    Some(sums)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::{Plan, Watch, run};
    use crate::scenario::{Scenario, Settings};

    /// The mean of every quantity is that of a run.
    #[test]
    fn the_means_are_those_of_a_run() {
        const TRIALS: u64 = 2_000;
        let model = Scenario::shipped("iran-pakistan-2024", &Settings::default())
            .unwrap()
            .model;
        let stop = AtomicBool::new(false);
        let watch = Watch {
            progress: &|_| (),
            stop: &stop,
        };
        let tally = run(&model, None, &Plan::new(3, TRIALS), &watch).unwrap();
        for quantity in Quantity::ALL {
            let parts = sums(&model, quantity, 3, &[0..700, 700..TRIALS], &stop).unwrap();
            let mut all = parts[0];
            all.merge(&parts[1]);
            let mean = all.mean(TRIALS);
            let expected = tally.mean(quantity, &model);
            assert!((mean - expected).abs() < 1e-9, "{quantity:?}: {mean}");
        }
        stop.store(true, Ordering::Relaxed);
        assert!(
            sums(
                &model,
                Quantity::Wars,
                3,
                std::slice::from_ref(&(0..9)),
                &stop
            )
            .is_none()
        );
    }
}
