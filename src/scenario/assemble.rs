//! From a document to a scenario, in the order in which its parts may speak.

use std::collections::BTreeSet;

use super::assembled::Scenario;
use super::entries::Entries;
use super::facts::guide::Guide;
use super::facts::ladder::check_severities;
use super::facts::record::Record;
use super::facts::{CaseFacts, guide, record};
use super::names::{Named, Names};
use super::read::section::Section;
use super::read::text::Spot;
use super::read::tree::Node;
use super::settings::arguments::Argument;
use super::settings::overrides::Overrides;
use super::settings::{Settings, arguments, switches};
use super::show::resolved;
use super::source::Source;
use super::values::{Values, address};
use super::warnings::contradictions;
use super::warnings::contradictions::Excluded;
use super::{facts, known, warnings};
use crate::error::{Error, Problem, Problems, WrittenIn};
use crate::model::{Blueprint, Model, Numbers, Side, Slot, Uncertain};
use crate::parameters::{ArmedGroup, Front, Leverage, Mediator, Rung};

/// Resolves and checks a scenario.
pub fn assemble(root: &Node, source: &Source, settings: &Settings) -> Result<Scenario, Error> {
    let mut problems = Problems::new();
    let scenario = read(root, source, settings, &mut problems);
    match scenario {
        Some(scenario) if problems.is_empty() => Ok(scenario),
        _ => Err(Error::Scenario(problems)),
    }
}

/// Puts problems in the order of the lines: those of the scenario itself, then those of settings,
/// then those of the files that it extends; last those that lie nowhere.
fn in_order(problems: &mut Problems, source: &str) {
    problems.sort_by(|one, other| place_in(one, source).cmp(&place_in(other, source)));
}

fn place_in<'p>(problem: &'p Problem, source: &str) -> (u8, &'p str, usize, usize) {
    let Some(place) = &problem.place else {
        return (3, "", 0, 0);
    };
    let (rank, file) = match &place.written_in {
        WrittenIn::Scenario(name) if name == source => (0, ""),
        WrittenIn::Set | WrittenIn::Vary => (1, ""),
        WrittenIn::Scenario(name) => (2, name.as_str()),
    };
    (rank, file, place.line, place.column)
}

/// The parts of a scenario, before they are put together.
struct Parts<'r> {
    name: String,
    guide: Guide,
    facts: CaseFacts,
    values: Values,
    arguments: Vec<Argument>,
    record: Option<Record>,
    known: BTreeSet<Slot>,
    warnings: Problems,
    entries: Entries<'r>,
    /// Whether it was printed resolved.
    printed: bool,
}

fn read(
    root: &Node,
    source: &Source,
    settings: &Settings,
    problems: &mut Problems,
) -> Option<Scenario> {
    let source = source.shown();
    let mut root = Section::open(root, "the scenario", problems)?;
    let parts = parts(&mut root, settings, problems);
    let ladder_spot = root
        .get("ladder")
        .map_or(root.spot(), |node| &node.spot)
        .clone();
    let mut missing = missing(&mut root);
    root.close(problems);
    let (numbers, uncertain_values) =
        settle(&parts.facts.names, &parts.values, &ladder_spot, problems);
    in_order(problems, &source);
    problems.append(&mut missing); // often the consequence of a heading that is misspelt
    if !problems.is_empty() {
        return None;
    }
    let model = model(&parts.facts, numbers, uncertain_values, problems)?;
    let warnings = warn(&parts, &model, settings, &source);
    let Parts {
        name,
        guide,
        facts,
        values,
        arguments,
        record,
        known,
        ..
    } = parts;
    let changes = settings.in_words();
    // What happened is no measure of a scenario in which something was changed.
    let record = record.filter(|_| changes.is_empty());
    let mut names = facts.names;
    names.tell_apart();
    Some(Scenario {
        name,
        guide,
        source,
        changes,
        departure: None,
        names,
        arguments,
        record,
        warnings,
        known,
        values,
        model,
    })
}

/// Reads the parts in the order in which they may speak.
fn parts<'r>(root: &mut Section<'r>, settings: &Settings, problems: &mut Problems) -> Parts<'r> {
    let extends = root.get("extends"); // followed already
    let name = root.label("name", problems).unwrap_or_default().to_owned();
    let guide = guide::read(root, problems);
    let mut values = Values::default();
    let mut facts = facts::read(root, &mut values, problems);
    let mut arguments = arguments::read(root, problems);
    switches::apply(root, &mut arguments, settings, problems);
    arguments::apply(&arguments, &facts.names, &mut values, problems);
    let record = record::read(root, &facts.names, &facts.rungs, problems);
    let known = known::read(root, &facts.names, problems);
    let mut warnings = Problems::new();
    warnings.extend(borrowed_name(root, extends));
    let mut overrides = Overrides {
        facts: &mut facts,
        values: &mut values,
        warnings: &mut warnings,
    };
    overrides.overrides(root, problems);
    overrides.settings(&settings.set, problems);
    let printed = root.spot().first_line().ends_with(resolved::PRINTED);
    let entries = Entries::of(root);
    Parts {
        name,
        guide,
        facts,
        values,
        arguments,
        record,
        known,
        warnings,
        entries,
        printed,
    }
}

/// What the user should know of a scenario in which nothing is wrong.
fn warn(parts: &Parts<'_>, model: &Model, settings: &Settings, source: &str) -> Problems {
    let Parts {
        facts,
        values,
        arguments,
        printed,
        entries,
        ..
    } = parts;
    let mut warnings = parts.warnings.clone();
    let read = warnings::checked::Checked {
        names: &facts.names,
        arguments,
        values,
        model,
        printed: *printed,
    };
    warnings::find(read, &mut warnings);
    // With settings it is another case, which need not end as this one did.
    if *settings == Settings::default() {
        let excluded = Excluded {
            model,
            names: &facts.names,
        };
        excluded.record(entries.record, parts.record.as_ref(), &mut warnings);
        excluded.expected(entries.expected, &parts.guide.expected, &mut warnings);
    }
    let Entries {
        sources, arguments, ..
    } = entries;
    contradictions::sources(sources, arguments, &parts.guide, &mut warnings);
    in_order(&mut warnings, source);
    warnings
}

/// Warns of a scenario that has the name of the one it extends.
fn borrowed_name(root: &mut Section<'_>, extends: Option<&Node>) -> Option<Problem> {
    root.get("name").filter(|node| node.spot.depth() > 0)?;
    let problem = Problem::warning(
        "the scenario has no `name` of its own, and bears that of the one it extends",
    );
    let place = extends.and_then(|node| node.spot.place());
    Some(problem.at(place).help("give it a line `name = \"...\"`"))
}

/// The problems of what every scenario must have and this one lacks.
fn missing(root: &mut Section<'_>) -> Problems {
    let mut missing = Problems::new();
    for key in ["name", "opening", "actors"] {
        root.require(key, &mut missing);
    }
    missing
}

/// The numbers, and those that are uncertain; what is out of its range is a problem.
fn settle(
    names: &Names,
    values: &Values,
    ladder_spot: &Spot,
    problems: &mut Problems,
) -> (Numbers, Vec<Uncertain>) {
    let mut numbers = Numbers {
        rungs: vec![Rung::default(); names.rungs.len()],
        mediators: vec![Mediator::default(); names.mediators.len()],
        leverage: vec![[Leverage::default(); 2]; names.mediators.len()],
        fronts: vec![Front::default(); names.fronts.len()],
        armed_groups: vec![ArmedGroup::default(); names.armed_groups.len()],
        ..Numbers::default()
    };
    let uncertain_values = values.settle(names, &mut numbers, problems);
    let severities: Vec<Option<f64>> = (0..names.rungs.len())
        .map(|at| values.plain(Slot::Rung(at, 0)))
        .collect();
    check_severities(
        &severities,
        &names.rungs,
        |rung| values.spot(Slot::Rung(rung, 0)).unwrap_or(ladder_spot),
        problems,
    );
    (numbers, uncertain_values)
}

/// The addresses of the luck of third parties.
fn luck_of(table: &str, list: &[Named]) -> Vec<u128> {
    list.iter()
        .map(|named| address(&format!("{table}.{}", named.id)))
        .collect()
}

/// The model of what was read, in which nothing is wrong.
fn model(
    facts: &CaseFacts,
    numbers: Numbers,
    uncertain_values: Vec<Uncertain>,
    problems: &mut Problems,
) -> Option<Model> {
    let names = &facts.names;
    let blueprint = Blueprint {
        force: facts.rungs.force.clone(),
        deniable: facts.rungs.deniable.clone(),
        off_ramp: facts.marks.off_ramp,
        limited_war: facts.marks.limited_war,
        unauthorised_rung: facts.marks.unauthorised_rung,
        first_move: facts.first_move,
        horizon_days: facts.horizon_days,
        front_actors: facts.front_actors.clone(),
        armed_group_victims: facts.armed_group_victims.clone(),
        mediator_luck: luck_of("mediators", &names.mediators),
        front_luck: luck_of("fronts", &names.fronts),
        armed_group_luck: luck_of("armed_groups", &names.armed_groups),
        // By its part, as uncertain values of an actor: names change no luck.
        occasion_luck: Side::BOTH.map(|side| address(&format!("actors.{}", side as usize))),
        uncertain_values,
        numbers,
    };
    match Model::new(blueprint) {
        Ok(model) => Some(model),
        Err(error) => {
            problems.extend(error.problems().iter().cloned());
            None
        }
    }
}
