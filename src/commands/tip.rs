//! `offramp tip`: where along a number a share crosses a value.

use super::delivery::{Delivery, Extra};
use super::luck::{Progress, SharedLuck};
use super::session::Session;
use crate::cli::TipCommand;
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::Destination;
use crate::folder::manifest::Manifest;
use crate::model::Model;
use crate::report::view::tip::{names, stopped};
use crate::request::{Along, Recorder, Request, TipRequest};
use crate::scenario::Resolver;
use crate::stats::Share;
use crate::study::{
    Answer, Findings, QuantityMean, Reason, Standing, Study, Tip, TipStudy, tip as look_along,
};
use crate::tally::Tally;

/// Runs the command.
pub fn tip(command: &TipCommand) -> Result<(), Error> {
    let session = Session::new(&command.options.output, command.options.threads);
    carry_out(&command.request(), &Scenarios, &session).map(drop)
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(
    request: &TipRequest,
    texts: &dyn Resolver,
    session: &Session,
) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let along = request.resolve(&texts)?;
    session.warn(&along.base.warnings);
    session.warn(&along.base.unheard(&request.settings));
    session.warn(&along.overlaps()?);
    // The ends first, so that a value out of range costs no time.
    for &end in [request.axis.values().first(), request.axis.values().last()]
        .into_iter()
        .flatten()
    {
        along.at(&[end])?;
    }
    let place = Destination::of_tip(
        &along.base,
        &request.axis,
        request.quantity.name(),
        request.share,
    );
    let kept = Request::Tip(request.clone());
    let mut delivery = Delivery::new(kept, texts.texts(), &[&along.base], place, session)?;
    delivery.open(&names(), None)?;
    let mut progress = Progress::new(along.points() as u64 * request.trials, session.quiet);
    let luck = SharedLuck {
        seed: request.seed,
        trials: request.trials,
        threads: session.threads,
    };
    let looked = look(request, &along, luck, &mut progress)?;
    drop(progress);
    session.refuse_part(!looked.tip.complete)?;
    report(request, &along, looked, &mut delivery)
}

/// What looks along an axis came to.
struct Looked {
    tip: Tip,
    /// For each look why the inputs exclude what is looked for, where they do.
    reasons: Vec<Option<Reason>>,
}

/// Looks along the axis.
fn look(
    request: &TipRequest,
    along: &Along,
    luck: SharedLuck,
    progress: &mut Progress,
) -> Result<Looked, Error> {
    let mut looks = AxisLooks {
        request,
        along,
        luck,
        progress,
        alike: SameHistories::default(),
        reasons: Vec::new(),
    };
    let mut tip = look_along(
        &request.axis,
        request.share,
        request.trials,
        |value, more| looks.at(value, more),
    )?
    .ok_or_else(nothing)?;
    let AxisLooks {
        progress,
        alike,
        reasons,
        ..
    } = looks;
    if tip.complete && matches!(tip.answer, Answer::Never(_) | Answer::CannotTell(_)) {
        match unless_stopped(alike.histories(luck, progress))? {
            Some(true) => tip.answer = Answer::Unchanged,
            Some(false) => {}
            None => tip.complete = false,
        }
    }
    Ok(Looked { tip, reasons })
}

/// Looks along an axis while they are taken.
struct AxisLooks<'l> {
    request: &'l TipRequest,
    along: &'l Along,
    luck: SharedLuck,
    progress: &'l mut Progress,
    alike: SameHistories,
    reasons: Vec<Option<Reason>>,
}

impl AxisLooks<'_> {
    /// Looks at a value, before so many more looks. Gives none where the user stopped it.
    fn at(&mut self, value: f64, more: u64) -> Result<Option<Share>, Error> {
        // Where all looks come to the same counts, the histories of two are compared as well.
        let beside = if self.alike.differ { 0 } else { 2 };
        self.progress
            .expect(self.request.trials * (1 + more + beside));
        let model = self.along.at(&[value])?.model;
        let Some(tally) = unless_stopped(self.luck.run(&model, self.progress))? else {
            return Ok(None);
        };
        let findings = Findings::new(&model, &tally, None);
        let QuantityMean {
            mean,
            interval,
            excluded,
        } = findings.means.of(self.request.quantity);
        // The looks along the axis come first.
        self.reasons.push(excluded);
        self.alike.see(model, tally);
        Ok(Some(Share {
            share: mean,
            interval,
        }))
    }
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
    let problem = Problem::warning("stopped before two points were done");
    Error::Stopped(problem.help("no results were written; ask for fewer `--trials`"))
}

/// Prints and writes what the looks bear.
fn report(
    request: &TipRequest,
    along: &Along,
    looked: Looked,
    delivery: &mut Delivery<'_>,
) -> Result<Option<Manifest>, Error> {
    let Looked { tip, reasons } = looked;
    let study = TipStudy {
        subject: (&along.base).into(),
        seed: request.seed,
        trials: request.trials,
        axis: request
            .axis
            .beginning(tip.shares.len())
            .ok_or_else(nothing)?,
        base: Standing::new(&along.base, request.axis.path()),
        quantity: request.quantity,
        share: request.share,
        reasons,
        asked: request.axis.values().len(),
        tip,
    };
    let stopped = (!study.tip.complete).then(|| stopped(&study));
    let manifest = delivery.deliver(&Study::Tip(study), Ok(Extra::default()))?;
    match stopped {
        None => Ok(manifest),
        Some(message) => Err(Error::Stopped(
            Problem::warning(message).help("what is reported is of those points"),
        )),
    }
}

/// Whether all looks are at the same histories: first by what they came to, then one by one.
#[derive(Default)]
struct SameHistories {
    first: Option<(Model, Tally)>,
    last: Option<Model>,
    differ: bool,
}

impl SameHistories {
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
    fn histories(&self, luck: SharedLuck, progress: &mut Progress) -> Result<bool, Error> {
        let (false, Some((first, _)), Some(last)) = (self.differ, &self.first, &self.last) else {
            return Ok(false);
        };
        progress.expect(2 * luck.trials);
        Ok(luck.paired(&[first, last], progress)?.is_alike())
    }
}
