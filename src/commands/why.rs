//! `offramp why`: what answers rest on, and the paths that histories take.

use super::delivery::{Delivery, Extra};
use super::progress::Progress;
use super::session::Session;
use super::stop;
use crate::cli::WhyCommand;
use crate::ensemble::{self, Plan, Watch};
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::Destination;
use crate::folder::manifest::Manifest;
use crate::numerals::count;
use crate::report::view::why::names;
use crate::report::words;
use crate::request::{Recorder, Request, WhyRequest};
use crate::scenario::{Resolver, Scenario};
use crate::study::{Study, WhyAsked, WhyStudy};
use crate::tally::{Explained, Tally};

/// Runs the command.
pub fn why(command: &WhyCommand) -> Result<(), Error> {
    let session = Session::new(&command.options.output, command.options.threads);
    carry_out(&command.request(), &Scenarios, &session).map(drop)
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(
    request: &WhyRequest,
    texts: &dyn Resolver,
    session: &Session,
) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let scenario = request.resolve(&texts)?;
    session.warn(&scenario.warnings);
    session.warn(&scenario.unheard(&request.settings));
    let mut delivery = Delivery::new(
        Request::Why(request.clone()),
        texts.texts(),
        &[&scenario],
        Destination::of_why(&scenario),
        session,
    )?;
    delivery.open(&names(), None)?;
    // What was stopped then is run again as far as it came.
    let trials = session.again.map_or(request.trials, |again| again.trials);
    let (tally, explained) = explain(request, &scenario, trials, session)?;
    session.refuse_part(explained.trials < trials)?;
    if explained.trials == 0 {
        let problem = Problem::warning("stopped before the first trials were done");
        return Err(Error::Stopped(problem.help("no results were written")));
    }
    let asked = WhyAsked {
        trials: request.trials,
        later: request.later,
    };
    let study = WhyStudy::new(&scenario, request.seed, &tally, &explained, asked);
    let stopped = !study.complete && session.again.is_none();
    let manifest = delivery.deliver(&Study::Why(study), Ok(Extra::default()))?;
    if stopped {
        return Err(ended_early(explained.trials, request.trials));
    }
    Ok(manifest)
}

/// Runs the trials and counts why they go as they do, as far as the user lets it.
fn explain(
    request: &WhyRequest,
    scenario: &Scenario,
    trials: u64,
    session: &Session,
) -> Result<(Tally, Explained), Error> {
    let plan = Plan {
        threads: session.threads,
        ..Plan::new(request.seed, trials)
    };
    let facts = scenario.record.as_ref().map(|record| &record.facts);
    let mut progress = Progress::new(trials, session.quiet);
    progress.follow(|report| {
        let watch = Watch {
            progress: report,
            stop: stop::flag(),
        };
        let both = ensemble::explain(&scenario.model, facts, &plan, &watch)?;
        let done = both.1.trials;
        Ok((both, done))
    })
}

/// What is said of trials that the user stopped, once everything is written and printed.
fn ended_early(done: u64, asked: u64) -> Error {
    let message = format!("stopped after {} of {}", count(done), words::trials(asked));
    Error::Stopped(Problem::warning(message).help("what is reported is of those trials"))
}
