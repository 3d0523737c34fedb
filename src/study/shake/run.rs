//! The readings of a case, run.

use super::parts::{Input, PartCounts, Rows, inputs, rows, trials_of_rows};
use super::plain::Plain;
use super::{AUTHORS_TRIALS, LEAST_READINGS, ShakeStudy, shaken_quantities};
use crate::ensemble::{Plan, Readings, Threads, run, run_readings};
use crate::error::Error;
use crate::model::Model;
use crate::quantities::Quantity;
use crate::scenario::{JudgedNumbers, Scenario};
use crate::sim::Summary;
use crate::stats::Share;
use crate::study::readings::{Doubt, Progressing, Reader, Set};
use crate::study::{Case, Findings, QuantityMean};

/// A run in its stages.
pub(super) struct Shaking<'s> {
    pub(super) scenario: &'s Scenario,
    pub(super) doubt: Doubt,
    pub(super) numbers: JudgedNumbers,
    pub(super) quantities: Vec<Quantity>,
    pub(super) threads: Threads,
}

impl Doubt {
    /// Runs everything: the authors' numbers, the readings, and the rows that tell what moves the
    /// shares. None where it was stopped before there was anything to tell.
    ///
    /// # Errors
    /// A model that cannot be.
    pub fn run(
        self,
        scenario: &Scenario,
        progress: &mut impl Progressing,
    ) -> Result<Option<ShakeStudy>, Error> {
        let shaking = Shaking {
            scenario,
            doubt: self,
            numbers: scenario.judged(),
            quantities: shaken_quantities(self.quantity),
            threads: Threads::new(self.threads),
        };
        shaking.run(progress)
    }

    /// How many trials there are to run, with so many judged numbers.
    #[must_use]
    pub fn trials_in_all(self, numbers: &JudgedNumbers) -> u64 {
        let inputs = inputs(numbers.list(), self.by).len();
        let rows = rows(self.readings, inputs) as u64 * (inputs as u64 + 1);
        AUTHORS_TRIALS + self.readings as u64 * self.trials + rows * trials_of_rows(self.trials)
    }
}

impl Shaking<'_> {
    fn run(&self, progress: &mut impl Progressing) -> Result<Option<ShakeStudy>, Error> {
        let Some(authors) = self.authors(progress)? else {
            return Ok(None);
        };
        let inputs = inputs(self.numbers.list(), self.doubt.by);
        let count = rows(self.doubt.readings, inputs.len());
        let plain = self.plain(count, progress)?;
        if plain.readings.len() < LEAST_READINGS.min(self.doubt.readings) {
            return Ok(None);
        }
        let is_whole = plain.readings.len() == self.doubt.readings;
        let mut study = self.study(authors, &plain);
        let rows = if is_whole && count > 0 {
            self.rows(plain.rows, &inputs, progress)?
        } else {
            None
        };
        study.complete = is_whole && (rows.is_some() || count == 0);
        if let Some(rows) = rows {
            self.tell_parts(&mut study, inputs, &rows);
        }
        Ok(Some(study))
    }

    pub(super) fn reader(&self) -> Reader<'_> {
        self.doubt.reader(&self.numbers)
    }

    /// The shares with the authors' numbers.
    fn authors(&self, progress: &mut impl Progressing) -> Result<Option<Vec<Case>>, Error> {
        let model = &self.scenario.model;
        let plan = Plan {
            threads: self.doubt.threads,
            ..Plan::new(self.doubt.seed, AUTHORS_TRIALS)
        };
        let tally = progress.stage(|watch| {
            let tally = run(model, None, &plan, watch)?;
            let trials = tally.trials;
            Ok((tally, trials))
        })?;
        if tally.trials < AUTHORS_TRIALS {
            return Ok(None);
        }
        let findings = Findings::new(model, &tally, None);
        let cases = self.quantities.iter().map(|&quantity| {
            if let Some(outcome) = quantity.outcome() {
                return *findings.outcome(outcome);
            }
            let QuantityMean {
                mean,
                interval,
                excluded,
            } = findings.means.of(quantity);
            Case {
                share: Share {
                    share: mean,
                    interval,
                },
                excluded,
            }
        });
        Ok(Some(cases.collect()))
    }

    /// What a trial met, a bit for each share.
    fn marks(&self, model: &Model, trial: &Summary) -> u16 {
        let mut marks = 1 << trial.outcome as usize;
        for (at, &quantity) in self.quantities.iter().enumerate() {
            if quantity.outcome().is_none() && quantity.of_trial(model, trial) > 0.5 {
                marks |= 1 << at;
            }
        }
        marks
    }

    /// The plain readings, as many as were run.
    fn plain(&self, rows: usize, progress: &mut impl Progressing) -> Result<Plain, Error> {
        let reader = self.reader();
        let shares = self.quantities.len();
        let trials = self.doubt.trials;
        let of_row = trials_of_rows(trials) as usize;
        let mut plain = Plain {
            readings: Vec::new(),
            of_trials: vec![vec![0; trials as usize]; shares],
            rows: Vec::new(),
        };
        let readings = Readings {
            model: &|row| reader.model(row, |_| Set::First),
            marks: &|model, trial| self.marks(model, trial),
            count: self.doubt.readings,
            trials,
            seed: self.doubt.seed,
        };
        progress.stage(|watch| {
            let done = run_readings(&readings, &self.threads, watch, |row, marks| {
                plain.add(marks, shares);
                if row < rows {
                    plain.rows.push(PartCounts::of(&marks[..of_row], shares));
                }
            })?;
            Ok(((), done as u64 * trials))
        })?;
        Ok(plain)
    }

    /// The rows that tell what moves the shares; none where they were stopped.
    fn rows(
        &self,
        first: Vec<PartCounts>,
        inputs: &[Input],
        progress: &mut impl Progressing,
    ) -> Result<Option<Rows>, Error> {
        let reader = self.reader();
        let count = first.len();
        let shares = self.quantities.len();
        let trials = trials_of_rows(self.doubt.trials);
        // For each row, that of the second set, then one for each input.
        let of_row = inputs.len() + 1;
        let model = |at: usize| {
            let (row, input) = (at / of_row, at % of_row);
            match input.checked_sub(1) {
                None => reader.model(row, |_| Set::Second),
                Some(input) => {
                    let second = &inputs[input].numbers;
                    reader.model(row, |number| {
                        if second.contains(&number) {
                            Set::Second
                        } else {
                            Set::First
                        }
                    })
                }
            }
        };
        let readings = Readings {
            model: &model,
            marks: &|model, trial| self.marks(model, trial),
            count: count * of_row,
            trials,
            seed: self.doubt.seed,
        };
        let mut rows = Rows {
            trials,
            first,
            second: Vec::new(),
            mixed: inputs.iter().map(|_| Vec::new()).collect(),
        };
        let done = progress.stage(|watch| {
            let done = run_readings(&readings, &self.threads, watch, |at, marks| {
                let counts = PartCounts::of(marks, shares);
                match (at % of_row).checked_sub(1) {
                    None => rows.second.push(counts),
                    Some(input) => rows.mixed[input].push(counts),
                }
            })?;
            Ok((done, done as u64 * trials))
        })?;
        Ok((done == readings.count).then_some(rows))
    }
}
