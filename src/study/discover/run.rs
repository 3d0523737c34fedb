//! The readings of a case, run, and what is common in some of them.

use super::{DiscoverStudy, LEAST_DISCOVERED};
use crate::ensemble::{Readings, Threads, run_readings};
use crate::error::Error;
use crate::scenario::{JudgedNumbers, Scenario};
use crate::study::Exclusions;
use crate::study::readings::{Doubt, Progressing, Set};

impl Doubt {
    /// Runs the readings, and looks for the condition under which the quantity is common. None where
    /// it was stopped before there were enough of them.
    ///
    /// # Errors
    /// A model that cannot be.
    pub fn discover(
        self,
        scenario: &Scenario,
        progress: &mut impl Progressing,
    ) -> Result<Option<DiscoverStudy>, Error> {
        let numbers = scenario.judged();
        let readings = self.hits(&numbers, progress)?;
        if readings.len() < LEAST_DISCOVERED.min(self.readings) {
            return Ok(None);
        }
        let mut study = DiscoverStudy {
            subject: scenario.into(),
            seed: self.seed,
            by: self.by,
            trials: self.trials,
            asked: self.readings,
            complete: readings.len() == self.readings,
            quantity: self.quantity,
            excluded: None,
            numbers: numbers.list().to_vec(),
            drawn: self.reader(&numbers).drawn(readings.len()),
            readings,
            way: Vec::new(),
            condition: None,
        };
        if study.overall() <= 0.0 {
            study.excluded = Exclusions::new(&scenario.model).quantity(self.quantity);
        }
        if !study.is_constant() {
            self.find(scenario, &numbers, &mut study);
        }
        Ok(Some(study))
    }

    /// How many trials of each reading met the quantity, of as many readings as were run.
    fn hits(
        self,
        numbers: &JudgedNumbers,
        progress: &mut impl Progressing,
    ) -> Result<Vec<u32>, Error> {
        let reader = self.reader(numbers);
        let readings = Readings {
            model: &|row| reader.model(row, |_| Set::First),
            marks: &|model, trial| u16::from(self.quantity.of_trial(model, trial) > 0.5),
            count: self.readings,
            trials: self.trials,
            seed: self.seed,
        };
        let threads = Threads::new(self.threads);
        progress.stage(|watch| {
            let mut hits = Vec::new();
            let done = run_readings(&readings, &threads, watch, |_, marks| {
                hits.push(marks.iter().map(|&mark| u32::from(mark)).sum());
            })?;
            Ok((hits, done as u64 * self.trials))
        })
    }
}
