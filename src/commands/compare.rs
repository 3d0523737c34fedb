//! `offramp compare`: what-ifs on the same luck.

use super::delivery::{Delivery, Extra};
use super::luck::{self, Progress, SharedLuck};
use super::session::Session;
use super::shards;
use crate::cli::CompareCommand;
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::Destination;
use crate::folder::manifest::Manifest;
use crate::numerals::count;
use crate::report::view::compare::names;
use crate::report::words;
use crate::request::{self, CompareRequest, Recorder, Request, Texts};
use crate::scenario::Resolver;
use crate::study::{AskedComparison, CompareStudy, Study};
use crate::tally::Paired;

/// Runs the command.
pub fn compare(command: &CompareCommand) -> Result<(), Error> {
    let session = Session::new(&command.options.output, command.options.threads);
    match command.shard {
        Some(part) => shards::run(Request::Compare(command.request()), part, &session),
        None => carry_out(&command.request(), &Scenarios, &session).map(drop),
    }
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(
    request: &CompareRequest,
    texts: &dyn Resolver,
    session: &Session,
) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let cases = request.resolve(&texts)?;
    warn(request, &cases, session);
    let mut delivery = open(request, &cases, texts.texts(), session)?;
    let trials = session.again.map_or(request.trials, |again| again.trials);
    let luck = SharedLuck {
        seed: request.seed,
        trials,
        threads: session.threads,
    };
    let mut progress = Progress::new(trials * cases.models().len() as u64, session.quiet);
    let paired = luck.part(&cases.models(), 0..trials, &mut progress)?;
    drop(progress);
    session.refuse_part(
        paired
            .tallies
            .first()
            .is_none_or(|tally| tally.trials < trials),
    )?;
    report(request, &cases, &paired, &mut delivery)
}

/// Opens the folder before the first trial, and keeps what was asked for.
///
/// # Errors
/// Scenarios that are too large to be kept; as [`Delivery::open`].
pub fn open<'s>(
    request: &CompareRequest,
    cases: &request::Compared,
    texts: Texts,
    session: &'s Session,
) -> Result<Delivery<'s>, Error> {
    let place = Destination::of_comparison(&cases.base, &cases.variants);
    let kept = Request::Compare(request.clone());
    let mut delivery = Delivery::new(kept, texts, &cases.scenarios(), place, session)?;
    let labels = cases.variants.iter().map(|(label, _)| label.as_str());
    delivery.open(&names(labels), None)?;
    Ok(delivery)
}

/// Says what the user should know of the scenarios; what all of them share once.
pub fn warn(request: &CompareRequest, cases: &request::Compared, session: &Session) {
    let mut said = cases.base.warnings.clone();
    let warnings = cases
        .variants
        .iter()
        .flat_map(|(_, variant)| &variant.warnings);
    let mut of_variants = Vec::new();
    for warning in warnings {
        if !said.contains(warning) {
            said.push(warning.clone());
            of_variants.push(warning.clone());
        }
    }
    for ((_, variant), asked) in cases.variants.iter().zip(&request.variants) {
        of_variants.extend(variant.unheard(&asked.settings));
    }
    session.warn(&of_variants);
    session.warn(&cases.base.warnings);
    session.warn(&cases.base.unheard(&request.settings));
}

/// Prints and writes what was counted.
///
/// # Errors
/// [`Error::Stopped`] where there is nothing to report, or less than was asked for; disk trouble.
pub fn report(
    request: &CompareRequest,
    cases: &request::Compared,
    paired: &Paired,
    delivery: &mut Delivery<'_>,
) -> Result<Option<Manifest>, Error> {
    let trials = paired.tallies.first().map_or(0, |tally| tally.trials);
    let asked = AskedComparison {
        seed: request.seed,
        trials: request.trials,
        flipped: request.flipped.into(),
    };
    let study = CompareStudy::new(&cases.base, &cases.variants, paired, asked);
    let study = study.filter(|_| trials > 0).ok_or_else(luck::stopped)?;
    let is_complete = study.complete;
    let manifest = delivery.deliver(&Study::Compare(study), Ok(Extra::default()))?;
    if is_complete || delivery.session.again.is_some() {
        return Ok(manifest);
    }
    let message = format!(
        "stopped after {} of {} of each",
        count(trials),
        words::trials(request.trials)
    );
    Err(Error::Stopped(
        Problem::warning(message).help("what is reported is of those trials"),
    ))
}
