//! Trials of the commands that run several models on the same luck.

use std::ops::Range;

pub use super::progress::Progress;
use super::stop;
use crate::ensemble::{self, Plan, Watch};
use crate::error::{Error, Problem};
use crate::model::Model;
use crate::tally::{Paired, Tally};

/// On which luck the models of a study are run.
#[derive(Clone, Copy, Debug)]
pub struct SharedLuck {
    /// The seed.
    pub seed: u64,
    /// How many trials of each.
    pub trials: u64,
    /// How many threads at most; none for as many as the machine has.
    pub threads: Option<usize>,
}

impl SharedLuck {
    fn plan(self, trials: Range<u64>) -> Plan {
        Plan {
            trials,
            threads: self.threads,
            ..Plan::new(self.seed, 0)
        }
    }

    /// Runs one model.
    ///
    /// # Errors
    /// [`Error::Stopped`] where the user stopped it.
    pub fn run(self, model: &Model, progress: &mut Progress) -> Result<Tally, Error> {
        let tally = progress.follow(|report| {
            let watch = Watch {
                progress: report,
                stop: stop::flag(),
            };
            let tally = ensemble::run(model, None, &self.plan(0..self.trials), &watch)?;
            let trials = tally.trials;
            Ok((tally, trials))
        })?;
        if tally.trials < self.trials {
            Err(stopped())
        } else {
            Ok(tally)
        }
    }

    /// Runs several models beside each other, the base first.
    ///
    /// # Errors
    /// [`Error::Stopped`] where the user stopped it.
    pub fn paired(self, models: &[&Model], progress: &mut Progress) -> Result<Paired, Error> {
        let paired = self.part(models, 0..self.trials, progress)?;
        let whole = paired
            .tallies
            .iter()
            .all(|tally| tally.trials == self.trials);
        if whole { Ok(paired) } else { Err(stopped()) }
    }

    /// Runs these trials of several models beside each other, the base first: as far as the user
    /// lets it.
    ///
    /// # Errors
    /// None that a run can cause.
    pub fn part(
        self,
        models: &[&Model],
        trials: Range<u64>,
        progress: &mut Progress,
    ) -> Result<Paired, Error> {
        progress.follow(|report| {
            let watch = Watch {
                // Each trial is run in all of them.
                progress: &|trials| report(trials * models.len() as u64),
                stop: stop::flag(),
            };
            let paired = ensemble::run_paired(models, &self.plan(trials), &watch)?;
            let trials = paired.tallies.iter().map(|tally| tally.trials).sum();
            Ok((paired, trials))
        })
    }
}

/// A study is whole or not at all.
pub fn stopped() -> Error {
    let problem = Problem::warning("stopped before all runs were done");
    Error::Stopped(problem.help("no results were written; ask for fewer `--trials` or points"))
}
