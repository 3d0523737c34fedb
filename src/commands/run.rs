//! `offramp run`: a scenario in, the spread of outcomes out.

use super::results::{self, CountedRun};
use super::session::Session;
use super::simulate::{Job, simulate};
use super::{output, shards};
use crate::cli::RunCommand;
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::manifest::Manifest;
use crate::report::words;
use crate::request::{Recorder, Request, RunRequest};
use crate::scenario::Resolver;

/// Runs the command.
pub fn run(command: &RunCommand) -> Result<(), Error> {
    let options = &command.options;
    let session = Session {
        trials_csv: options.trials_csv,
        ..Session::new(&options.output, options.threads)
    };
    match options.shard {
        Some(part) => shards::run(Request::Run(command.request()), part, &session),
        None => carry_out(&command.request(), &Scenarios, &session).map(drop),
    }
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(
    request: &RunRequest,
    texts: &dyn Resolver,
    session: &Session,
) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let scenario = request.resolve(&texts)?;
    session.warn(&scenario.warnings);
    session.warn(&scenario.unheard(&request.settings));
    let mut delivery = results::open(request, &scenario, texts.texts(), session)?;
    let job = Job {
        scenario: &scenario,
        seed: request.seed,
        trials: 0..session.again.map_or(request.trials, |again| again.trials),
        threads: session.threads,
        precision: request.precision.filter(|_| session.again.is_none()),
        quiet: session.quiet,
    };
    let done = simulate(
        &job,
        delivery.folder.as_ref().filter(|_| session.trials_csv),
    )?;
    session.refuse_part(done.stopped)?;
    if !done.precise && !done.stopped {
        let problem = Problem::warning(format!(
            "the precision asked for takes more than {}",
            words::trials(request.trials)
        ));
        output::warn(&[problem.help("see the intervals, and allow more with `--trials`")]);
    }
    // What was stopped then is run again as far as it came.
    let stopped = session.again.map_or(done.stopped, |again| !again.complete);
    let counted = CountedRun {
        request,
        scenario: &scenario,
        tally: &done.tally,
        stopped,
    };
    let manifest = results::report(&counted, &mut delivery, done.trials_csv)?;
    if session.again.is_none() {
        results::end(&counted)?;
    }
    Ok(manifest)
}
