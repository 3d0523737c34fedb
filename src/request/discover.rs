//! The condition under which something is common, in readings of a case.

use serde::{Deserialize, Serialize};

use super::{ShakeRequest, wire};
use crate::error::{Error, Problem};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::scenario::{Resolver, Scenario, Settings, Source};
use crate::stats::MOST_POINTS;
use crate::study::LEAST_DISCOVERED;

/// The condition under which something is common, in readings of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscoverRequest {
    /// Which scenario.
    pub scenario: Source,
    /// What to change in it.
    pub settings: Settings,
    /// How far a number may be off, as a share of its value.
    pub by: f64,
    /// How many readings.
    pub readings: usize,
    /// What is looked for: a share.
    #[serde(with = "wire::quantity")]
    pub quantity: Quantity,
    /// How many trials of each reading.
    pub trials: u64,
    /// On which luck: the same for all of them.
    pub seed: u64,
}

impl DiscoverRequest {
    /// The scenario, read and assembled.
    ///
    /// # Errors
    /// What cannot be run; every problem of the scenario and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Scenario, Error> {
        if !(LEAST_DISCOVERED..=MOST_POINTS).contains(&self.readings) {
            let problem = Problem::new(format!(
                "there must be {LEAST_DISCOVERED} to {} readings, not {}",
                count(MOST_POINTS as u64),
                count(self.readings as u64)
            ));
            return Err(Error::Usage(
                problem.help("half of them are held out; `--readings 2_000` is usual"),
            ));
        }
        self.readings_of().resolve(texts)
    }

    /// The same readings, to be shaken.
    fn readings_of(&self) -> ShakeRequest {
        ShakeRequest {
            scenario: self.scenario.clone(),
            settings: self.settings.clone(),
            by: self.by,
            readings: self.readings,
            quantity: self.quantity,
            trials: self.trials,
            seed: self.seed,
        }
    }
}
