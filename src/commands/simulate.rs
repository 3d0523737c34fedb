//! The trials of a run, followed on the terminal and stopped by its user or by their own precision.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use super::progress::Progress;
use super::{output, stop};
use crate::ensemble::{self, Plan, Watch};
use crate::error::{Error, Problem};
use crate::folder::manifest::FIRST_LOOK;
use crate::folder::{self, Folder, PendingFile};
use crate::report::view::run::{TRIALS, Trials};
use crate::report::view::sheet_file;
use crate::report::words;
use crate::scenario::Scenario;
use crate::sim::Summary;
use crate::study::Findings;
use crate::tally::Tally;

/// Which trials to run, and how.
pub struct Job<'j> {
    /// What to run.
    pub scenario: &'j Scenario,
    /// On which seed.
    pub seed: u64,
    /// Which trials.
    pub trials: Range<u64>,
    /// Threads; none for as many as the machine has.
    pub threads: Option<usize>,
    /// End once every outcome's interval is this narrow to either side.
    pub precision: Option<f64>,
    /// Show no progress.
    pub quiet: bool,
}

/// What came of it.
pub struct Done {
    /// The counts of the trials from the first of the job on, without a gap.
    pub tally: Tally,
    /// Whether the user stopped it.
    pub stopped: bool,
    /// Whether it is as precise as was asked for.
    pub precise: bool,
    /// The table of the trials, whole but without its name: dropped, it is gone. Or what kept it
    /// from being written, which ends no run.
    pub trials_csv: Result<Option<PendingFile>, Error>,
}

/// Runs the job; its trials go to `trials.csv` of the folder where there is one.
///
/// # Errors
/// A table that cannot be begun.
pub fn simulate(job: &Job<'_>, trials_csv: Option<&Folder>) -> Result<Done, Error> {
    let stop = stop::flag();
    let mut progress = Progress::new(job.trials.end - job.trials.start, job.quiet);
    let mut table = match trials_csv {
        Some(folder) => Some(begin(job.scenario, folder)?),
        None => None,
    };
    let mut tally = Tally::new(&job.scenario.model);
    let mut looks = FIRST_LOOK;
    let mut precise = job.precision.is_none();
    while job.trials.start + tally.trials < job.trials.end && !stop.load(Ordering::Relaxed) {
        let next = job.precision.map_or(job.trials.end, |_| {
            job.trials.end.min(job.trials.start + looks)
        });
        let stretch = job.trials.start + tally.trials..next;
        let wanted = stretch.end - stretch.start;
        let counted = progress.follow(|report| {
            let counted = run(job, stretch, stop, report, table.as_mut())?;
            let trials = counted.trials;
            Ok((counted, trials))
        })?;
        tally.merge(&counted);
        looks *= 2;
        // A look at whatever number of trials its user stopped it at would be one look more than
        // the rule allows.
        if let Some(precision) = job.precision
            && counted.trials == wanted
            && is_precise(job, &tally, precision)
        {
            precise = true;
            break;
        }
    }
    drop(progress);
    let trials_csv = table.map(TrialTable::finish).transpose();
    // Stopped where there was more to do.
    let short =
        job.trials.start + tally.trials < job.trials.end && !(job.precision.is_some() && precise);
    Ok(Done {
        tally,
        stopped: short && stop.load(Ordering::Relaxed),
        precise,
        trials_csv,
    })
}

/// The table of the trials on its way, and where it shall have its place.
struct TrialTable<'s> {
    trials: Trials<'s, PendingFile>,
    place: PathBuf,
    /// Why nothing more can be written.
    trouble: Option<Error>,
}

impl TrialTable<'_> {
    /// Adds a trial, as long as there is no trouble: that is reported when it comes, and the trials
    /// go on.
    fn add(&mut self, trial: u64, summary: &Summary) {
        if self.trouble.is_some() {
            return;
        }
        if let Err(reason) = self.trials.add(trial, summary) {
            let error = folder::disk(&self.place, &reason);
            let message = error
                .problems()
                .first()
                .map(|problem| problem.message.clone())
                .unwrap_or_default();
            let problem = Problem::warning(format!("{message}, after {}", words::trials(trial)));
            output::warn(&[problem
                .help("the run goes on without that table; what it counts is printed at its end")]);
            self.trouble = Some(error);
        }
    }

    fn finish(self) -> Result<PendingFile, Error> {
        match self.trouble {
            Some(trouble) => Err(trouble),
            None => self
                .trials
                .finish()
                .map_err(|reason| folder::disk(&self.place, &reason)),
        }
    }
}

fn run(
    job: &Job<'_>,
    trials: Range<u64>,
    stop: &AtomicBool,
    progress: &(dyn Fn(u64) + Sync),
    table: Option<&mut TrialTable<'_>>,
) -> Result<Tally, Error> {
    let plan = Plan {
        trials,
        threads: job.threads,
        ..Plan::new(job.seed, 0)
    };
    let watch = Watch { progress, stop };
    let model = &job.scenario.model;
    let record = job.scenario.record.as_ref().map(|record| &record.facts);
    match table {
        Some(table) => ensemble::run_each(model, record, &plan, &watch, |trial, summary| {
            table.add(trial, summary);
            Ok(())
        }),
        None => ensemble::run(model, record, &plan, &watch),
    }
}

/// Whether the interval of every outcome that can occur reaches less far than this, on its longer
/// side: one that begins at 0 is all on one side.
fn is_precise(job: &Job<'_>, tally: &Tally, precision: f64) -> bool {
    let findings = Findings::new(&job.scenario.model, tally, None);
    findings
        .outcomes
        .iter()
        .all(|case| case.share.interval.longer_side(case.share.share) < precision)
}

fn begin<'s>(scenario: &'s Scenario, folder: &Folder) -> Result<TrialTable<'s>, Error> {
    let name = sheet_file(TRIALS);
    let place = folder.path().join(&name);
    let trials = Trials::new(scenario, folder.begin(&name)?)
        .map_err(|reason| folder::disk(&place, &reason))?;
    Ok(TrialTable {
        trials,
        place,
        trouble: None,
    })
}
