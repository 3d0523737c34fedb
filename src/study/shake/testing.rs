//! Shaken numbers for tests.

use std::sync::atomic::{AtomicBool, Ordering};

use super::ShakeStudy;
use crate::ensemble::Watch;
use crate::error::Error;
use crate::quantities::Quantity;
use crate::scenario::testing::shipped;
use crate::study::readings::{Doubt, Progressing};

/// Stages of which the one after so many is stopped.
pub struct Stages(pub usize);

/// All stages.
pub const ALL: usize = 9;

impl Progressing for Stages {
    fn stage<T>(
        &mut self,
        run: impl FnOnce(&Watch<'_>) -> Result<(T, u64), Error>,
    ) -> Result<T, Error> {
        let stop = AtomicBool::new(false);
        let at_end = self.0 == 0;
        self.0 = self.0.saturating_sub(1);
        let progress = |done| stop.store(at_end && done > 10_000, Ordering::Relaxed);
        let watch = Watch {
            progress: &progress,
            stop: &stop,
        };
        run(&watch).map(|(result, _)| result)
    }
}

/// A small doubt.
pub fn doubt() -> Doubt {
    Doubt {
        by: 0.3,
        readings: 256,
        trials: 512,
        seed: 3,
        quantity: Quantity::Wars,
        threads: Some(1),
    }
}

/// A scenario, shaken; stopped in the stage after so many.
pub fn shaken(name: &str, set: &[(&str, &str)], doubt: Doubt, stages: usize) -> Option<ShakeStudy> {
    doubt.run(&shipped(name, set), &mut Stages(stages)).unwrap()
}

/// The reference class with all numbers set but those whose paths end so.
pub fn only(key: &str, doubt: Doubt) -> ShakeStudy {
    let scenario = shipped("reference-class", &[]);
    let others: Vec<(String, String)> = scenario
        .judged()
        .list()
        .iter()
        .filter(|number| !number.path.ends_with(key))
        .map(|number| (number.path.clone(), format!("{:?}", number.value)))
        .collect();
    let set: Vec<(&str, &str)> = others
        .iter()
        .map(|(path, value)| (path.as_str(), value.as_str()))
        .collect();
    shaken("reference-class", &set, doubt, ALL).unwrap()
}
