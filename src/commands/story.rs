//! `offramp story`: one history, told with the reasons of every decision.

use super::delivery::{Delivery, Extra};
use super::progress::Progress;
use super::session::Session;
use super::stop;
use crate::cli::StoryCommand;
use crate::ensemble::{self, Plan, Watch};
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::Destination;
use crate::folder::manifest::Manifest;
use crate::report::view::story::names;
use crate::report::words::{self, not_found};
use crate::request::{Recorder, Request, StoryRequest, Told};
use crate::scenario::{Resolver, Scenario};
use crate::study::{Finder, Found, StoryStudy, Study};
use crate::tally::Tally;

/// Runs the command.
pub fn story(command: &StoryCommand) -> Result<(), Error> {
    let session = Session::new(&command.options.output, command.options.threads);
    carry_out(&command.request(), &Scenarios, &session).map(drop)
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(
    request: &StoryRequest,
    texts: &dyn Resolver,
    session: &Session,
) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let told = request.resolve(&texts)?;
    warn(request, &told, session);
    let against = told.against.as_ref();
    let place = Destination::of_story(
        &told.base,
        request.choice,
        against.map(|(label, variant)| (label.as_str(), variant)),
    );
    let kept = Request::Story(request.clone());
    let mut delivery = Delivery::new(kept, texts.texts(), &told.scenarios(), place, session)?;
    delivery.open(&names(), None)?;
    let found = find(request, &told.base, session)?;
    let mut study = StoryStudy::new(&told.base, request.seed, found);
    if let Some((label, variant)) = &told.against {
        study = study.beside(&told.base, label, variant);
    }
    delivery.deliver(&Study::Story(study), Ok(Extra::default()))
}

/// Says what the user should know of the scenarios.
fn warn(request: &StoryRequest, told: &Told, session: &Session) {
    session.warn(&told.base.warnings);
    session.warn(&told.base.unheard(&request.settings));
    if let (Some((_, variant)), Some(asked)) = (&told.against, &request.against) {
        let warnings: Vec<Problem> = variant
            .warnings
            .iter()
            .filter(|warning| !told.base.warnings.contains(warning))
            .cloned()
            .collect();
        session.warn(&warnings);
        session.warn(&variant.unheard(&asked.settings));
    }
}

/// Runs the trials that are searched, and finds the one to tell.
fn find(request: &StoryRequest, scenario: &Scenario, session: &Session) -> Result<Found, Error> {
    let mut finder = Finder::new(scenario, request.choice);
    let mut progress = Progress::new(request.trials, session.quiet);
    let tally = search(request, scenario, session, &mut finder, &mut progress)?;
    drop(progress);
    if tally.trials < request.trials {
        let problem = Problem::warning(format!(
            "stopped after {} of {} were searched",
            words::histories(tally.trials),
            words::histories(request.trials)
        ));
        return Err(Error::Stopped(
            problem.help("no story was written; ask for fewer `--trials`"),
        ));
    }
    finder.found(&tally, request.seed).ok_or_else(|| {
        Error::Usage(not_found(
            request.choice,
            tally.trials,
            finder.excluded(&tally),
        ))
    })
}

/// Shows the finder every trial, in order, and counts them.
fn search(
    request: &StoryRequest,
    scenario: &Scenario,
    session: &Session,
    finder: &mut Finder<'_>,
    progress: &mut Progress,
) -> Result<Tally, Error> {
    let plan = Plan {
        threads: session.threads,
        ..Plan::new(request.seed, request.trials)
    };
    let record = scenario.record.as_ref().map(|record| &record.facts);
    progress.follow(|report| {
        let watch = Watch {
            progress: report,
            stop: stop::flag(),
        };
        let tally =
            ensemble::run_each(&scenario.model, record, &plan, &watch, |trial, summary| {
                finder.see(trial, summary);
                Ok(())
            })?;
        let trials = tally.trials;
        Ok((tally, trials))
    })
}
