//! `offramp shake`: what if the judged numbers are off?

use super::delivery::{Delivery, Extra};
use super::progress::{Progress, Stages};
use super::session::Session;
use crate::cli::ShakeCommand;
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::Destination;
use crate::folder::manifest::Manifest;
use crate::report::view::shake::{names, stopped};
use crate::request::{Recorder, Request, ShakeRequest};
use crate::scenario::Resolver;
use crate::study::{ShakenDoubt, Study};

/// Runs the command.
pub fn shake(command: &ShakeCommand) -> Result<(), Error> {
    let session = Session::new(&command.output, command.threads);
    carry_out(&command.request(), &Scenarios, &session).map(drop)
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(
    request: &ShakeRequest,
    texts: &dyn Resolver,
    session: &Session,
) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let scenario = request.resolve(&texts)?;
    session.warn(&scenario.warnings);
    session.warn(&scenario.unheard(&request.settings));
    let place = Destination::of_readings("shake-", &scenario, request.by, request.quantity.name());
    let kept = Request::Shake(request.clone());
    let mut delivery = Delivery::new(kept, texts.texts(), &[&scenario], place, session)?;
    delivery.open(&names(), None)?;
    let doubt = ShakenDoubt {
        by: request.by,
        readings: request.readings,
        trials: request.trials,
        seed: request.seed,
        quantity: request.quantity,
        threads: session.threads,
    };
    let all = doubt.trials_in_all(&scenario.judged());
    let mut stages = Stages(Progress::new(all, session.quiet));
    let study = doubt.run(&scenario, &mut stages)?;
    drop(stages);
    let study = study.ok_or_else(nothing)?;
    session.refuse_part(!study.complete)?;
    let stopped = (!study.complete).then(|| stopped(&study));
    let manifest = delivery.deliver(&Study::Shake(study), Ok(Extra::default()))?;
    match stopped {
        None => Ok(manifest),
        Some(message) => Err(Error::Stopped(
            Problem::warning(message).help("what is reported is of what was done"),
        )),
    }
}

/// A few readings say nothing of a range.
fn nothing() -> Error {
    let problem = Problem::warning("stopped before there were enough readings to tell of");
    Error::Stopped(
        problem.help("no results were written; ask for fewer `--readings` or `--trials`"),
    )
}
