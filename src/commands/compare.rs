//! `offramp compare`: what-ifs on the same luck.

use super::charts::{self, Drawn};
use super::delivery::{Delivery, Extent};
use super::session::Session;
use super::study::{self, Luck, Progress};
use super::{output, shards};
use crate::cli::CompareCommand;
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::Destination;
use crate::folder::manifest::Manifest;
use crate::numerals::count;
use crate::report;
use crate::report::chart::{self, Caption};
use crate::report::compare::Compared;
use crate::report::words;
use crate::request::{self, Compare, Recorder, Request, Texts};
use crate::scenario::{Named, Resolver, Scenario};
use crate::study::{Comparison, trace_pairs};
use crate::tally::{Pair, Paired};

const FILES: [&str; 5] = ["compare.json", "differences.csv", "flips.csv", "inputs.csv", "dictionary.csv"];

/// Runs the command.
pub fn compare(command: &CompareCommand) -> Result<(), Error> {
    let session = Session::new(&command.options.output, command.options.threads);
    match command.shard {
        Some(part) => shards::run(Request::Compare(command.request()), part, &session),
        None => carry_out(&command.request(), &Scenarios, &session).map(drop),
    }
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(request: &Compare, texts: &dyn Resolver, session: &Session) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let cases = request.resolve(&texts)?;
    warn(request, &cases, session);
    warn_of_missing_characters(&cases, session)?;
    let mut delivery = open(request, &cases, texts.texts(), session)?;
    let trials = session.again.map_or(request.trials, |again| again.trials);
    let luck = Luck { seed: request.seed, trials, threads: session.threads };
    let mut progress = Progress::new(trials * cases.models().len() as u64, session.quiet);
    let paired = luck.part(&cases.models(), 0..trials, &mut progress)?;
    drop(progress);
    session.refuse_part(paired.tallies.first().is_none_or(|tally| tally.trials < trials))?;
    report(request, &cases, &paired, &mut delivery)
}

/// Opens the folder before the first trial, and keeps what was asked for.
///
/// # Errors
/// Scenarios that are too large to be kept; as [`Delivery::open`].
pub fn open<'s>(
    request: &Compare,
    cases: &request::Compared,
    texts: Texts,
    session: &'s Session,
) -> Result<Delivery<'s>, Error> {
    let place = Destination::of_comparison(&cases.base, &cases.variants);
    let kept = Request::Compare(request.clone());
    let mut delivery = Delivery::new(kept, texts, &cases.scenarios(), place, session)?;
    delivery.open(&FILES, &charts(cases.variants.len()))?;
    Ok(delivery)
}

/// Says what the user should know of the scenarios; what all of them share once.
pub fn warn(request: &Compare, cases: &request::Compared, session: &Session) {
    let mut said = cases.base.warnings.clone();
    let warnings = cases.variants.iter().flat_map(|(_, variant)| &variant.warnings);
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

/// Says where the charts lack characters of the base or of a label.
///
/// # Errors
/// A fault of the program.
pub fn warn_of_missing_characters(cases: &request::Compared, session: &Session) -> Result<(), Error> {
    let labels: Vec<&str> = cases.variants.iter().map(|(label, _)| label.as_str()).collect();
    session.warn_of_missing_characters(&cases.base, &labels)
}

/// Prints and writes what was counted.
///
/// # Errors
/// [`Error::Stopped`] where there is nothing to report, or less than was asked for; disk trouble.
pub fn report(
    request: &Compare,
    cases: &request::Compared,
    paired: &Paired,
    delivery: &mut Delivery<'_>,
) -> Result<Option<Manifest>, Error> {
    let base = &cases.base;
    let differences: Vec<_> = cases.variants.iter().map(|(_, variant)| base.differences(variant)).collect();
    let identical: Vec<bool> = differences.iter().map(Vec::is_empty).collect();
    let trials = paired.tallies.first().map_or(0, |tally| tally.trials);
    let comparison = Comparison::new(&cases.models(), paired, &identical);
    let comparison = comparison.filter(|_| trials > 0).ok_or_else(study::stopped)?;
    let divergences = |(variant, pair): (&Scenario, &Pair)| {
        let first = &pair.flipped[..pair.flipped.len().min(request.flipped.into())];
        let why = if first.is_empty() { None } else { strangers(base, variant) };
        why.map_or_else(|| Ok(trace_pairs(&base.model, &variant.model, request.seed, first)), Err)
    };
    let compared = Compared {
        base,
        flipped: cases.variants.iter().map(|(_, variant)| variant).zip(&paired.pairs).map(divergences).collect(),
        variants: cases
            .variants
            .iter()
            .zip(differences)
            .map(|((name, scenario), inputs)| (name.clone(), scenario, inputs))
            .collect(),
        seed: request.seed,
        complete: trials == request.trials,
        comparison: &comparison,
    };
    let json = report::compare::json(&compared)?;
    let session = delivery.session;
    let printed = session.print(&json, || report::compare::table(&compared));
    let manifest = output::both(printed, write(&compared, json, delivery))?;
    if compared.complete || session.again.is_some() {
        return Ok(manifest);
    }
    let message = format!("stopped after {} of {} of each", count(trials), words::trials(request.trials));
    Err(Error::Stopped(Problem::warning(message).help("what is reported is of those trials")))
}

/// Why the courses of a trial in two scenarios cannot be shown side by side, where they cannot.
fn strangers(base: &Scenario, variant: &Scenario) -> Option<&'static str> {
    let ids = |named: &[Named]| named.iter().map(|named| named.id.clone()).collect::<Vec<String>>();
    let [[opener, other], theirs] =
        [base, variant].map(|scenario| scenario.names.actors.each_ref().map(|actor| &actor.id));
    if theirs == [other, opener] {
        return Some("in the two scenarios another actor opens");
    }
    if theirs != [opener, other] {
        return Some("the two scenarios have other actors");
    }
    let same = ids(&base.names.rungs) == ids(&variant.names.rungs);
    (!same).then_some("the two scenarios have other ladders")
}

fn write(compared: &Compared<'_>, json: String, delivery: &mut Delivery<'_>) -> Result<Option<Manifest>, Error> {
    if delivery.folder.is_none() {
        return Ok(None);
    }
    // Everything is made before the first file is replaced.
    let files = vec![
        (FILES[0].to_owned(), json.into_bytes()),
        (FILES[1].to_owned(), report::csv::differences(compared)?),
        (FILES[2].to_owned(), report::csv::flips(compared)?),
        (FILES[3].to_owned(), report::csv::inputs(compared)?),
        (FILES[4].to_owned(), report::csv::dictionary()?),
    ];
    let drawn = drawn(compared, delivery.session)?;
    let came = Extent { trials: compared.comparison.trials, complete: compared.complete };
    study::write(delivery, files, drawn, came)
}

/// The names of the charts: one of all variants, and the flips of each.
fn charts(variants: usize) -> Vec<String> {
    std::iter::once("compare".to_owned()).chain((1..=variants).map(|variant| format!("flips-{variant}"))).collect()
}

/// The charts that are wanted.
fn drawn(compared: &Compared<'_>, session: &Session) -> Result<Drawn, Error> {
    let comparison = compared.comparison;
    let early = if compared.complete { "" } else { ", stopped early" };
    let title = report::title(compared.base) + early;
    let caption = Caption { scenario: &title, trials: comparison.trials, seed: compared.seed };
    let names: Vec<&str> = compared.variants.iter().map(|(name, ..)| name.as_str()).collect();
    let picture = |at: usize| match at
        .checked_sub(1)
        .and_then(|variant| Some((comparison.variants.get(variant)?, names[variant])))
    {
        Some((variant, name)) => chart::flips(variant, name, comparison.trials, &caption),
        None => chart::compare(comparison, &names, &caption),
    };
    charts::draw(&charts(names.len()), session, session.threads, picture)
}
