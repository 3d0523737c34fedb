//! A case with its judged numbers drawn anew.

use serde::{Deserialize, Serialize};

use super::wire;
use crate::ensemble::MOST_TRIALS;
use crate::error::{Error, Problem};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::scenario::{Document, JudgedKind, Resolver, Scenario, Settings, Source};
use crate::stats::MOST_POINTS;
use crate::study::LEAST_READINGS;

/// The fewest trials of a reading.
const LEAST_TRIALS: u64 = 64;
/// The most trials of a reading: all of them are held while it is counted.
const MOST_OF_A_READING: u64 = 1_000_000;

/// A case with its judged numbers drawn anew, many times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShakeRequest {
    /// Which scenario.
    pub scenario: Source,
    /// What to change in it.
    pub settings: Settings,
    /// How far a number may be off, as a share of its value.
    pub by: f64,
    /// How many readings.
    pub readings: usize,
    /// The share that is explained.
    #[serde(with = "wire::quantity")]
    pub quantity: Quantity,
    /// How many trials of each reading.
    pub trials: u64,
    /// On which luck: the same for all of them.
    pub seed: u64,
}

impl ShakeRequest {
    /// The scenario, read and assembled.
    ///
    /// # Errors
    /// What cannot be run; every problem of the scenario and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Scenario, Error> {
        self.check().map_err(Error::Usage)?;
        let scenario = Document::read(self.scenario.clone(), texts)?.case(&self.settings)?;
        let judged = scenario.judged();
        if judged.list().is_empty() {
            let problem = Problem::new("the scenario has no number that somebody judged");
            return Err(Error::Usage(problem.help(
                "all of them are zero, `known` or set; leave out some of the settings",
            )));
        }
        let mut ranges = judged
            .list()
            .iter()
            .filter(|it| it.kind == JudgedKind::Range);
        if self.by == 0.0 && ranges.next().is_none() {
            let problem = Problem::new("the scenario has no ranges, and no number is off by 0");
            return Err(Error::Usage(problem.help(
                "doubt all numbers, for instance `--by 0.3`, or give a range: `--set 'relations.trust={ uniform = [0.3, 0.6] }'`",
            )));
        }
        Ok(scenario)
    }

    fn check(&self) -> Result<(), Problem> {
        if !(0.0..=1.0).contains(&self.by) {
            let problem = Problem::new("numbers are off by 0 to 1 of themselves");
            return Err(problem.help("for instance `--by 0.3`: up to 30 % to either side"));
        }
        if !(LEAST_READINGS..=MOST_POINTS).contains(&self.readings) {
            let problem = Problem::new(format!(
                "there must be {LEAST_READINGS} to {} readings, not {}",
                count(MOST_POINTS as u64),
                count(self.readings as u64)
            ));
            return Err(problem.help("`--readings 2_000` is usual"));
        }
        if !(LEAST_TRIALS..=MOST_OF_A_READING).contains(&self.trials)
            || self.readings as u64 * self.trials > MOST_TRIALS
        {
            let problem = Problem::new(format!(
                "each reading must have {LEAST_TRIALS} to {} trials, not {}",
                count(MOST_OF_A_READING),
                count(self.trials)
            ));
            return Err(problem.help("`--trials 2_000` is usual"));
        }
        if !self.quantity.is_share() {
            let problem = Problem::new("what is shaken is a share of trials");
            return Err(problem.help("for instance `--outcome wars`"));
        }
        Ok(())
    }
}
