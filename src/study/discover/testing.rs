//! Discoveries for tests.

use super::DiscoverStudy;
use crate::quantities::Quantity;
use crate::scenario::testing::shipped;
use crate::study::readings::Doubt;
use crate::study::shake::testing::{ALL, Stages};

/// A small doubt.
pub fn doubt() -> Doubt {
    Doubt {
        by: 0.3,
        readings: 256,
        trials: 128,
        seed: 3,
        quantity: Quantity::Wars,
        threads: Some(1),
    }
}

/// What is discovered of a scenario.
pub fn discovered(name: &str, set: &[(&str, &str)], doubt: Doubt) -> DiscoverStudy {
    let scenario = shipped(name, set);
    let study = doubt.discover(&scenario, &mut Stages(ALL)).unwrap();
    study.unwrap()
}
