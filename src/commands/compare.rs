//! `offramp compare`: what-ifs on the same luck.

use super::charts::Drawn;
use super::study::{self, Progress, Study};
use super::{output, stop};
use crate::chart::{self, Caption};
use crate::cli::CompareCommand;
use crate::ensemble::{self, Plan, Watch};
use crate::error::{Error, Problem};
use crate::files;
use crate::folder::{Folder, Place};
use crate::model::Model;
use crate::report;
use crate::report::compare::Compared;
use crate::scenario::{Document, Named, Scenario, Settings};
use crate::study::words::{self, count};
use crate::study::{Comparison, MOST_VARIANTS, parted};
use crate::tally::Pair;

const FILES: [&str; 5] = ["compare.json", "differences.csv", "flips.csv", "inputs.csv", "dictionary.csv"];

/// Runs the command.
pub fn compare(command: &CompareCommand) -> Result<(), Error> {
    let options = &command.options;
    let settings = options.settings.settings();
    let document = files::document(&command.base)?;
    let base = document.assemble(&settings)?;
    let variants = variants(command, &document, &settings)?;
    if !options.output.quiet {
        // What all of them share is said once.
        let mut told = Vec::new();
        for warning in variants.iter().flat_map(|(_, variant)| &variant.warnings) {
            if !told.contains(warning) && !base.warnings.contains(warning) {
                told.push(warning.clone());
            }
        }
        let own = variants.iter().skip(command.variants.len()).zip(&command.in_place);
        told.extend(own.flat_map(|((_, variant), in_place)| variant.unheard(&in_place.settings)));
        output::warn(&told);
    }
    study::warn(options, &base, &variants.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>())?;
    let mut folder = study::open(options, &Place::of_comparison(&base, &variants), &FILES, &charts(variants.len()))?;
    let differences: Vec<_> = variants.iter().map(|(_, variant)| base.differences(variant)).collect();
    let models: Vec<&Model> = std::iter::once(&base)
        .chain(variants.iter().map(|(_, variant)| variant))
        .map(|scenario| &scenario.model)
        .collect();
    let plan = Plan { threads: options.threads.map(Into::into), ..Plan::new(options.seed, options.trials) };
    let mut progress = Progress::new(options.trials, !options.output.has_notes());
    let paired = progress.follow(|told| {
        let watch = Watch { progress: told, stop: stop::flag() };
        let paired = ensemble::run_paired(&models, &plan, &watch)?;
        Ok((paired, options.trials))
    })?;
    drop(progress);
    let identical: Vec<bool> = differences.iter().map(Vec::is_empty).collect();
    let trials = paired.tallies.first().map_or(0, |tally| tally.trials);
    let comparison = Comparison::new(&models, &paired, &identical).filter(|_| trials > 0).ok_or_else(study::stopped)?;
    let most = command.flipped.map_or(0, usize::from);
    let told = |(variant, pair): (&Scenario, &Pair)| {
        let first = &pair.flipped[..pair.flipped.len().min(most)];
        let why = if first.is_empty() { None } else { strangers(&base, variant) };
        why.map_or_else(|| Ok(parted(&base.model, &variant.model, options.seed, first)), Err)
    };
    let compared = Compared {
        base: &base,
        flipped: variants.iter().map(|(_, variant)| variant).zip(&paired.pairs).map(told).collect(),
        variants: variants
            .iter()
            .zip(differences)
            .map(|((name, scenario), inputs)| (name.clone(), scenario, inputs))
            .collect(),
        seed: options.seed,
        complete: trials == options.trials,
        comparison: &comparison,
    };
    print_and_write(command, &compared, folder.as_mut())?;
    if compared.complete {
        return Ok(());
    }
    let message = format!("stopped after {} of {} of each", count(trials), words::trials(options.trials));
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

/// The variants, each with what to call it.
fn variants(command: &CompareCommand, base: &Document, settings: &Settings) -> Result<Vec<(String, Scenario)>, Error> {
    let count = command.variants.len() + command.in_place.len();
    if !(1..=MOST_VARIANTS).contains(&count) {
        let problem = Problem::new(format!("there must be 1 to {MOST_VARIANTS} variants, but there are {count}"));
        let help = "name a scenario behind the base, or change the base in place: --variant 'hotline: --set relations.channel=0.9'";
        return Err(Error::Usage(problem.help(help)));
    }
    let mut variants = Vec::new();
    for name in &command.variants {
        let variant = files::document(name)?.assemble(settings)?;
        variants.push((variant.source.clone(), variant));
    }
    for in_place in &command.in_place {
        variants.push((in_place.label.clone(), base.assemble(&settings.with(&in_place.settings))?));
    }
    let twice = (1..variants.len()).find(|&at| variants[..at].iter().any(|(name, _)| *name == variants[at].0));
    if let Some(at) = twice {
        let problem = Problem::new(format!("two variants are called `{}`", variants[at].0));
        return Err(Error::Usage(problem.help("give each a label of its own")));
    }
    Ok(variants)
}

fn print_and_write(
    command: &CompareCommand,
    compared: &Compared<'_>,
    folder: Option<&mut Folder>,
) -> Result<(), Error> {
    study::check_again(&command.options, compared.complete)?;
    let json = report::compare::json(compared)?;
    let printed = study::print(&command.options, &json, || report::compare::table(compared));
    output::both(printed, folder.map_or(Ok(()), |folder| write(command, compared, json, folder)))
}

fn write(command: &CompareCommand, compared: &Compared<'_>, json: String, folder: &mut Folder) -> Result<(), Error> {
    // Everything is made before the first file is replaced.
    let files = [
        (FILES[0].to_owned(), json.into_bytes()),
        (FILES[1].to_owned(), report::csv::differences(compared)?),
        (FILES[2].to_owned(), report::csv::flips(compared)?),
        (FILES[3].to_owned(), report::csv::inputs(compared)?),
        (FILES[4].to_owned(), report::csv::dictionary()?),
    ];
    let drawn = drawn(command, compared)?;
    let scenarios: Vec<&Scenario> =
        std::iter::once(compared.base).chain(compared.variants.iter().map(|variant| variant.1)).collect();
    let (trials, complete) = (compared.comparison.trials, compared.complete);
    study::write(folder, &command.options, &Study { scenarios: &scenarios, trials, complete }, &files, drawn)
}

/// The names of the charts: one of all variants, and the flips of each.
fn charts(variants: usize) -> Vec<String> {
    std::iter::once("compare".to_owned()).chain((1..=variants).map(|variant| format!("flips-{variant}"))).collect()
}

/// The charts that are wanted.
fn drawn(command: &CompareCommand, compared: &Compared<'_>) -> Result<Drawn, Error> {
    let options = &command.options;
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
    super::charts::draw(&charts(names.len()), &options.output.charts, options.threads.map(Into::into), picture)
}
