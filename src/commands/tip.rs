//! `offramp tip`: where along a number a share crosses a value.

use super::charts::Drawn;
use super::study::{self, Progress, Study};
use super::sweep::at;
use super::{output, varied};
use crate::cli::{StudyOptions, TipCommand};
use crate::error::{Error, Problem};
use crate::files;
use crate::folder::{Folder, Place};
use crate::model::Model;
use crate::report::csv;
use crate::report::tip::{self, Tipped};
use crate::scenario::Scenario;
use crate::stats::{Mean, Share};
use crate::study::{Answer, Findings, Reason, Tip, tip as look_along};
use crate::tally::Tally;

const FILES: [&str; 3] = ["tip.json", "tip.csv", "dictionary.csv"];

/// Runs the command.
pub fn tip(command: &TipCommand) -> Result<(), Error> {
    let options = &command.options;
    let all = study::affordable(&[command.vary.values().len()], options.trials)?;
    if command.vary.path() == "horizon_days" {
        let problem = Problem::new("`horizon_days` is a whole number, and has no values in between to look at");
        return Err(Error::Usage(problem.help("look along it with `offramp sweep --vary horizon_days=[30, 60, 90]`")));
    }
    let settings = options.settings.settings();
    let document = files::document(&command.scenario)?;
    let base = document.assemble(&settings)?;
    if !options.output.quiet {
        output::warn(&base.warnings);
        output::warn(&base.unheard(&settings));
    }
    let axes = std::slice::from_ref(&command.vary);
    varied::check(options, &base, axes)?;
    // The ends first, so that a value out of range costs no time.
    for &end in [command.vary.values().first(), command.vary.values().last()].into_iter().flatten() {
        at(&document, &settings, axes, &[end])?;
    }
    let place = Place::of_tip(&base, &command.vary, command.outcome.name(), command.share);
    let mut folder = study::open(options, &place, &FILES, &[])?;
    let mut progress = Progress::new(all, !options.output.has_notes());
    let (mut alike, mut reasons) = (Alike::default(), Vec::new());
    let look = |value: f64, more: u64| -> Result<Option<Share>, Error> {
        // Where all looks come to the same counts, the histories of two are compared as well.
        let beside = if alike.differ { 0 } else { 2 };
        progress.expect(options.trials * (1 + more + beside));
        let model = at(&document, &settings, axes, &[value])?.model;
        let Some(tally) = unless_stopped(study::run(&model, options, &mut progress))? else { return Ok(None) };
        let findings = Findings::new(&model, &tally, false);
        let Mean { mean, interval, excluded } = findings.means.of(command.outcome);
        // The looks along the axis come first.
        reasons.push(excluded);
        alike.see(model, tally);
        Ok(Some(Share { share: mean, interval }))
    };
    let mut tip = look_along(&command.vary, command.share, options.trials, look)?.ok_or_else(nothing)?;
    if tip.complete && matches!(tip.answer, Answer::Never(_) | Answer::CannotTell(_)) {
        match unless_stopped(alike.histories(options, &mut progress))? {
            Some(true) => tip.answer = Answer::Unchanged,
            Some(false) => {}
            None => tip.complete = false,
        }
    }
    drop(progress);
    report(command, &base, &tip, &reasons, folder.as_mut())
}

/// What something came to; none where the user stopped it.
fn unless_stopped<T>(result: Result<T, Error>) -> Result<Option<T>, Error> {
    match result {
        Err(Error::Stopped(_)) => Ok(None),
        other => other.map(Some),
    }
}

/// One look alone says nothing of a crossing.
fn nothing() -> Error {
    let problem = Problem::warning("stopped before two looks were done");
    Error::Stopped(problem.help("no results were written; ask for fewer `--trials`"))
}

/// Prints and writes what the looks bear.
fn report(
    command: &TipCommand,
    base: &Scenario,
    tip: &Tip,
    reasons: &[Option<Reason>],
    folder: Option<&mut Folder>,
) -> Result<(), Error> {
    let options = &command.options;
    study::check_again(options, tip.complete)?;
    let tipped = Tipped {
        scenario: base,
        seed: options.seed,
        trials: options.trials,
        axis: &command.vary.beginning(tip.shares.len()).ok_or_else(nothing)?,
        quantity: command.outcome,
        share: command.share,
        reasons,
        asked: command.vary.values().len(),
        tip,
    };
    let json = tip::json(&tipped)?;
    let printed = study::print(options, &json, || tip::table(&tipped));
    output::both(printed, folder.map_or(Ok(()), |folder| write(command, &tipped, json, folder)))?;
    if tip.complete {
        return Ok(());
    }
    Err(Error::Stopped(Problem::warning(tip::stopped(&tipped)).help("what is reported is of those looks")))
}

/// Whether all looks are at the same histories: first by what they came to, then one by one.
#[derive(Default)]
struct Alike {
    first: Option<(Model, Tally)>,
    last: Option<Model>,
    differ: bool,
}

impl Alike {
    /// Takes in a look.
    fn see(&mut self, model: Model, tally: Tally) {
        match &self.first {
            None => self.first = Some((model, tally)),
            Some((_, first)) => {
                self.differ |= *first != tally;
                self.last = Some(model);
            }
        }
    }

    /// Whether every history of the last look is that of the first.
    fn histories(&self, options: &StudyOptions, progress: &mut Progress) -> Result<bool, Error> {
        let (false, Some((first, _)), Some(last)) = (self.differ, &self.first, &self.last) else { return Ok(false) };
        progress.expect(2 * options.trials);
        Ok(study::paired(&[first, last], options, progress)?.is_alike())
    }
}

fn write(command: &TipCommand, tipped: &Tipped<'_>, json: String, folder: &mut Folder) -> Result<(), Error> {
    let files = [
        (FILES[0].to_owned(), json.into_bytes()),
        (FILES[1].to_owned(), tip::csv(tipped)?),
        (FILES[2].to_owned(), csv::dictionary()?),
    ];
    let studied = Study { scenarios: &[tipped.scenario], trials: tipped.trials, complete: tipped.tip.complete };
    study::write(folder, &command.options, &studied, &files, Drawn::default())
}
