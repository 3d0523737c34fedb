//! `offramp rank`: which argument carries how much.

mod left_out;
mod numbers;
mod split;

use super::delivery::{Delivery, Extra};
use super::luck::SharedLuck;
use super::session::Session;
use crate::cli::RankCommand;
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::Destination;
use crate::folder::manifest::Manifest;
use crate::report::view::rank::names;
use crate::request::{Arguments, RankRequest, Recorder, Request};
use crate::scenario::Resolver;
use crate::study::{QuantityMean, RankMethod, RankStudy, Ranking, Study};

/// Runs the command.
pub fn rank(command: &RankCommand) -> Result<(), Error> {
    let session = Session::new(&command.options.output, command.options.threads);
    carry_out(&command.request(), &Scenarios, &session).map(drop)
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(
    request: &RankRequest,
    texts: &dyn Resolver,
    session: &Session,
) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let arguments = request.resolve(&texts)?;
    let base = &arguments.base;
    session.warn(&base.warnings);
    session.warn(&base.unheard(&request.settings));
    let words = [
        request.quantity.name(),
        request.method.name(),
        request.by.name(),
    ];
    let place = Destination::of_rank(base, &words);
    let kept = Request::Rank(request.clone());
    let mut delivery = Delivery::new(kept, texts.texts(), &[base], place, session)?;
    delivery.open(&names(), None)?;
    let job = Job {
        request,
        arguments: &arguments,
        session,
    };
    let Ranked {
        base: as_it_is,
        ranking,
    } = job.run()?;
    let study = RankStudy {
        subject: base.into(),
        seed: request.seed,
        trials: request.trials,
        quantity: request.quantity,
        by: request.by,
        base: as_it_is,
        ranking,
    };
    delivery.deliver(&Study::Rank(study), Ok(Extra::default()))
}

/// A ranking to be made.
struct Job<'j> {
    request: &'j RankRequest,
    arguments: &'j Arguments,
    session: &'j Session,
}

/// What came of a ranking, and the quantity as it is.
struct Ranked {
    base: QuantityMean,
    ranking: Ranking,
}

impl Job<'_> {
    fn run(&self) -> Result<Ranked, Error> {
        match self.request.method {
            RankMethod::LeaveOut => left_out::rank(self),
            RankMethod::Split => split::rank(self),
            RankMethod::Numbers => numbers::rank(self),
        }
    }

    const fn luck(&self) -> SharedLuck {
        SharedLuck {
            seed: self.request.seed,
            trials: self.request.trials,
            threads: self.session.threads,
        }
    }
}

/// What was counted fits no model: no scenario can cause that.
fn fault() -> Error {
    Error::Fault(Problem::new(
        "what was counted is not of the models that were run",
    ))
}
