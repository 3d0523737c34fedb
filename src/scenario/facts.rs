//! The facts of a scenario: who there is, and what its tables say about the numbers.

use super::document::{Entry, Node, Value};
use super::ladder::{Rungs, read_numbers};
use super::names::{Named, Names, id_problem, position};
use super::parties::{read_mediators, read_parties, side};
use super::section::{Problems, Section, listed, number, suggestion, text};
use super::values::Values;
use crate::error::Problem;
use crate::model::{FirstMove, Side, Slot};
use crate::parameters::{Actor, Dynamics, Front, Horizon, Listed, Opening, Parameter, Relations, Spoiler};

/// Who and what a scenario is made of, apart from its numbers.
pub struct Facts {
    /// All names.
    pub names: Names,
    /// The ladder.
    pub rungs: Rungs,
    /// How the crisis begins.
    pub first_move: FirstMove,
    /// Days a trial is followed.
    pub horizon_days: u32,
    /// The rungs named at the top level.
    pub marks: Marks,
    /// Whose front each front is.
    pub front_actors: Vec<Side>,
    /// Whom each spoiler attacks.
    pub spoiler_victims: Vec<Side>,
}

/// The rungs that a scenario gives a part to.
pub struct Marks {
    /// An answer at or below it ends the crisis.
    pub off_ramp: usize,
    /// A peak at or above it is a limited war.
    pub limited_war: usize,
    /// Where a part of the state that overrides the choice acts.
    pub unauthorised_rung: usize,
}

/// The keys at the top level that are read here.
pub const KEYS: [&str; 14] = [
    "ladder",
    "rungs",
    "off_ramp",
    "limited_war",
    "unauthorised_rung",
    "horizon_days",
    "opening",
    "actors",
    "relations",
    "dynamics",
    "mediators",
    "fronts",
    "spoilers",
    "sources",
];

/// Reads all facts; the numbers go to `values`.
pub fn read(root: &mut Section<'_>, values: &mut Values, problems: &mut Problems) -> Option<Facts> {
    let rungs = Rungs::read(root, values, problems);
    let marks = Marks::read(root, &rungs, problems);
    let horizon_days = root.get("horizon_days").and_then(|node| whole_days(node, problems));
    let opening = root.require("opening", problems).and_then(|node| Section::open(node, "[opening]", problems));
    let Some(mut opening) = opening else {
        root.require("actors", problems);
        return None;
    };
    let (actors, opener_first) = read_actors(root, &mut opening, values, problems)?;
    let first_move = opening.require("rung", problems).and_then(|node| first_move(node, &rungs, problems));
    read_numbers::<Opening>(&mut opening, Slot::Opening, values, problems);
    opening.close(problems);
    read_table::<Relations>(root, "relations", "[relations]", Slot::Relations, values, problems);
    read_table::<Dynamics>(root, "dynamics", "[dynamics]", Slot::Dynamics, values, problems);
    let mediators = read_mediators(root, &actors, values, problems);
    let mut front_actors = Vec::new();
    let fronts = read_parties::<Front>(root, "fronts", Slot::Front, values, problems, &mut |section, problems| {
        front_actors.push(side(section, "actor", &actors, problems));
    });
    let mut spoiler_victims = Vec::new();
    let spoilers =
        read_parties::<Spoiler>(root, "spoilers", Slot::Spoiler, values, problems, &mut |section, problems| {
            spoiler_victims.push(side(section, "victim", &actors, problems));
        });
    let names = Names { actors, opener_first, rungs: rungs.names.clone(), mediators, fronts, spoilers };
    let horizon_days = horizon_days.unwrap_or(Horizon::default().horizon_days as u32);
    // What could not be read has left a problem; a placeholder lets the rest be looked at.
    let sides = |list: Vec<Option<Side>>| list.into_iter().map(|side| side.unwrap_or(Side::Opener)).collect();
    Some(Facts {
        names,
        rungs,
        first_move: first_move.unwrap_or(FirstMove::Choose),
        horizon_days,
        marks: marks?,
        front_actors: sides(front_actors),
        spoiler_victims: sides(spoiler_victims),
    })
}

impl Marks {
    fn read(root: &mut Section<'_>, rungs: &Rungs, problems: &mut Problems) -> Option<Self> {
        let off_ramp = mark(root, "off_ramp", "downgrade", rungs, problems);
        let limited_war = mark(root, "limited_war", "campaign", rungs, problems);
        let unauthorised_rung = mark(root, "unauthorised_rung", "strike-militants", rungs, problems);
        let (off_ramp, limited_war, unauthorised_rung) = (off_ramp?, limited_war?, unauthorised_rung?);
        let place = |root: &mut Section<'_>, key| root.get(key).map_or(root.spot(), |node| &node.spot).place();
        let top = rungs.names.len().saturating_sub(1);
        let mut must = |holds: bool, root: &mut Section<'_>, key, what: &str| {
            if !holds {
                let problem = Problem::new(format!("`{key}` must name a rung {what}")).at(place(root, key));
                let ids: Vec<&str> = rungs.names.iter().map(|rung| rung.id.as_str()).collect();
                problems.push(problem.help(format!("the ladder, from the foot up: {}", listed(&ids))));
            }
        };
        must(limited_war < top, root, "limited_war", "below the last");
        must(rungs.force[limited_war], root, "limited_war", "that uses force");
        must(off_ramp < limited_war, root, "off_ramp", "below `limited_war`");
        must(unauthorised_rung < top, root, "unauthorised_rung", "below the last");
        must(rungs.force[unauthorised_rung], root, "unauthorised_rung", "that uses force");
        Some(Self { off_ramp, limited_war, unauthorised_rung })
    }
}

/// The rung that a top-level key names.
fn mark(
    root: &mut Section<'_>,
    key: &'static str,
    default: &str,
    rungs: &Rungs,
    problems: &mut Problems,
) -> Option<usize> {
    let Some(node) = root.get(key) else {
        return position(default, &rungs.names)
            .map_err(|_| {
                let message = format!("`{key}` must name a rung of the scenario's own ladder");
                let help = format!("add `{key} = \"...\"`; its default, `{default}`, is not in this ladder");
                problems.push(Problem::new(message).at(root.spot().place()).help(help));
            })
            .ok();
    };
    rung(node, key, rungs, problems)
}

/// The rung that a text names.
pub fn rung(node: &Node, key: &str, rungs: &Rungs, problems: &mut Problems) -> Option<usize> {
    let id = text(node, key, problems)?;
    let found = position(id, &rungs.names);
    found
        .map_err(|help| {
            let problem = Problem::new(format!("`{key}` names `{id}`, which is no rung of the ladder"));
            problems.push(Problem { help, ..problem.at(node.spot.place()) });
        })
        .ok()
}

/// The rung of the opening, or `choose`.
pub fn first_move(node: &Node, rungs: &Rungs, problems: &mut Problems) -> Option<FirstMove> {
    if matches!(&node.value, Value::Text(text) if text == "choose") {
        return Some(FirstMove::Choose);
    }
    rung(node, "rung", rungs, problems).map(FirstMove::Rung)
}

/// A whole number of days within the horizon's range.
pub fn whole_days(node: &Node, problems: &mut Problems) -> Option<u32> {
    let parameter: &Parameter = &Horizon::LIST[0];
    let days = number(node, parameter.key, problems)?;
    if parameter.allows(days) && days.fract() == 0.0 {
        return Some(days as u32);
    }
    let message = format!(
        "`{}` must be a whole number between {} and {}, but it is {days}",
        parameter.key, parameter.min, parameter.max
    );
    problems.push(Problem::new(message).at(node.spot.place()).help("count whole days: `horizon_days = 90`"));
    None
}

/// The two actors, the opener first, and whether the opener comes first in the file.
fn read_actors(
    root: &mut Section<'_>,
    opening: &mut Section<'_>,
    values: &mut Values,
    problems: &mut Problems,
) -> Option<([Named; 2], bool)> {
    let section = root.require("actors", problems).and_then(|node| Section::open(node, "[actors]", problems));
    let opener = opening.require("actor", problems);
    let (section, opener) = (section?, opener?);
    if let [one, two, rest @ ..] = section.entries()
        && let Some(more) = rest.iter().find(|entry| entry.spot.depth() < one.spot.depth())
    {
        let known = [&one.key, &two.key];
        let help = suggestion(&more.key, &known).unwrap_or_else(|| format!("known: {}, {}", one.key, two.key));
        let message = format!("there must be two actors, and `{}` is a third", more.key);
        problems.push(Problem::new(message).at(more.spot.place()).help(help));
        return None;
    }
    let [first, second] = section.entries() else {
        let message = format!("there must be two actors, but there are {}", section.entries().len());
        problems.push(Problem::new(message).at(section.spot().place()).help("write [actors.ID] twice"));
        return None;
    };
    let opener_id = text(opener, "actor", problems)?;
    let opener_first = if opener_id == first.key {
        true
    } else if opener_id == second.key {
        false
    } else {
        let known = [&first.key, &second.key];
        let help = suggestion(opener_id, &known).unwrap_or_else(|| format!("known: {}, {}", first.key, second.key));
        let message = format!("the opening names `{opener_id}`, which is no actor");
        problems.push(Problem::new(message).at(opener.spot.place()).help(help));
        return None;
    };
    let mut read = |entry: &Entry, at: usize| {
        let mut section = Section::open(&entry.node, format!("[actors.{}]", entry.key), problems)?;
        let named = read_named(entry, &mut section, values, problems);
        read_numbers::<Actor>(&mut section, |key| Slot::Actor(at, key), values, problems);
        section.close(problems);
        Some(named)
    };
    let (opener, other) = if opener_first { (first, second) } else { (second, first) };
    let (opener, other) = (read(opener, 0), read(other, 1));
    Some(([opener?, other?], opener_first))
}

/// The name of an actor or third party, and where its table stands.
pub fn read_named(entry: &Entry, section: &mut Section<'_>, values: &mut Values, problems: &mut Problems) -> Named {
    values.table(&section.title, &entry.spot);
    problems.extend(id_problem(&entry.key).map(|problem| problem.at(entry.spot.place())));
    let label = section.label("label", problems).unwrap_or(&entry.key).to_owned();
    Named { id: entry.key.clone(), label }
}

fn read_table<T: Listed>(
    root: &mut Section<'_>,
    key: &'static str,
    title: &str,
    slot: impl Fn(usize) -> Slot,
    values: &mut Values,
    problems: &mut Problems,
) {
    if let Some(mut section) = root.get(key).and_then(|node| Section::open(node, title, problems)) {
        read_numbers::<T>(&mut section, slot, values, problems);
        section.close(problems);
    }
}
