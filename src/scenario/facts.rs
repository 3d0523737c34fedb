//! The facts of a scenario: who there is, and what its tables say about the numbers.

pub mod actors;
pub mod guide;
pub mod ladder;
pub mod parties;
pub mod placeholders;
pub mod record;

use super::names::{Named, Names, ids, position};
use super::read::tree::{Node, Value};
use super::read::words::listed;
use super::read::{input_value::number, section::Section};
use super::values::Values;
use crate::error::{Problem, Problems};
use crate::model::{FirstMove, Side, Slot};
use crate::numerals::figure;
use crate::parameters::{
    ArmedGroup, Dynamics, Front, Horizon, Listed, Opening, Parameter, Relations,
};
use ladder::{CHOOSE, NamedRungs, read_numbers, rung, rung_or};
use parties::{read_mediators, read_parties, side};

/// Who and what a scenario is made of, apart from its numbers.
pub struct CaseFacts {
    /// All names.
    pub names: Names,
    /// The ladder.
    pub rungs: NamedRungs,
    /// How the crisis begins.
    pub first_move: FirstMove,
    /// Days a trial is followed.
    pub horizon_days: u32,
    /// The rungs named at the top level.
    pub marks: Marks,
    /// Whose front each front is.
    pub front_actors: Vec<Side>,
    /// Whom each armed group attacks.
    pub armed_group_victims: Vec<Side>,
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

/// Reads all facts; the numbers go to `values`. What could not be read has left a problem; a
/// placeholder lets the rest be looked at.
pub fn read(root: &mut Section<'_>, values: &mut Values, problems: &mut Problems) -> CaseFacts {
    let rungs = NamedRungs::read(root, values, problems);
    let marks = Marks::read(root, &rungs, problems);
    let horizon_days = root
        .get("horizon_days")
        .and_then(|node| whole_days(node, problems));
    let mut opening = root
        .get("opening")
        .and_then(|node| Section::open(node, "[opening]", problems));
    let (actors, opener_first) = actors::read(root, opening.as_mut(), values, problems);
    let first_move = opening.map(|opening| read_opening(opening, &rungs, values, problems));
    read_table::<Relations>(
        root,
        "relations",
        "[relations]",
        Slot::Relations,
        values,
        problems,
    );
    read_table::<Dynamics>(
        root,
        "dynamics",
        "[dynamics]",
        Slot::Dynamics,
        values,
        problems,
    );
    let mediators = read_mediators(root, &actors, values, problems);
    let (fronts, front_actors) = read_fronts(root, &actors, values, problems);
    let (armed_groups, armed_group_victims) = read_armed_groups(root, &actors, values, problems);
    let names = Names {
        actors,
        opener_first,
        rungs: rungs.names.clone(),
        mediators,
        fronts,
        armed_groups,
    };
    placeholders::check(root, &names, problems);
    let horizon_days = horizon_days.unwrap_or(Horizon::default().horizon_days as u32);
    CaseFacts {
        names,
        rungs,
        first_move: first_move.flatten().unwrap_or(FirstMove::Choose),
        horizon_days,
        marks,
        front_actors: or_opener(front_actors),
        armed_group_victims: or_opener(armed_group_victims),
    }
}

/// The fronts, and the actor against whom each opens.
fn read_fronts(
    root: &mut Section<'_>,
    actors: &[Named; 2],
    values: &mut Values,
    problems: &mut Problems,
) -> (Vec<Named>, Vec<Option<Side>>) {
    let mut against = Vec::new();
    let fronts = read_parties::<Front>(
        root,
        "fronts",
        Slot::Front,
        values,
        problems,
        &mut |section, problems| {
            against.push(side(section, "actor", actors, problems));
        },
    );
    (fronts, against)
}

/// The armed groups, and the victim of each.
fn read_armed_groups(
    root: &mut Section<'_>,
    actors: &[Named; 2],
    values: &mut Values,
    problems: &mut Problems,
) -> (Vec<Named>, Vec<Option<Side>>) {
    let mut victims = Vec::new();
    let armed_groups = read_parties::<ArmedGroup>(
        root,
        "armed_groups",
        Slot::ArmedGroup,
        values,
        problems,
        &mut |section, problems| {
            victims.push(side(section, "victim", actors, problems));
        },
    );
    (armed_groups, victims)
}

/// The actors that were named; a placeholder for one whose name is wrong.
fn or_opener(named: Vec<Option<Side>>) -> Vec<Side> {
    named
        .into_iter()
        .map(|side| side.unwrap_or(Side::Opener))
        .collect()
}

fn read_opening(
    mut opening: Section<'_>,
    rungs: &NamedRungs,
    values: &mut Values,
    problems: &mut Problems,
) -> Option<FirstMove> {
    let first_move = opening
        .require("rung", problems)
        .and_then(|node| first_move(node, rungs, problems));
    read_numbers::<Opening>(&mut opening, Slot::Opening, values, problems);
    opening.close(problems);
    first_move
}

impl Marks {
    fn read(root: &mut Section<'_>, rungs: &NamedRungs, problems: &mut Problems) -> Self {
        let off_ramp = mark(root, "off_ramp", "downgrade", rungs, problems);
        let limited_war = mark(root, "limited_war", "campaign", rungs, problems);
        let unauthorised_rung = mark(
            root,
            "unauthorised_rung",
            "strike-militants",
            rungs,
            problems,
        );
        let top = rungs.names.len().saturating_sub(1);
        // Of a rung that is none, or a placeholder, nothing more is said.
        let [off_ramp, limited_war, unauthorised_rung] = [off_ramp, limited_war, unauthorised_rung]
            .map(|at| at.filter(|&at| !rungs.names[at].is_any()));
        let rules = [
            (
                limited_war.map(|at| at < top),
                "limited_war",
                "below the last",
            ),
            (
                limited_war.map(|at| rungs.force[at]),
                "limited_war",
                "that uses force",
            ),
            (
                off_ramp.zip(limited_war).map(|(off, war)| off < war),
                "off_ramp",
                "below `limited_war`",
            ),
            (
                unauthorised_rung.map(|at| at < top),
                "unauthorised_rung",
                "below the last",
            ),
            (
                unauthorised_rung.map(|at| rungs.force[at]),
                "unauthorised_rung",
                "that uses force",
            ),
        ];
        for (_, key, what) in rules
            .into_iter()
            .filter(|(holds, ..)| *holds == Some(false))
        {
            let place = root.get(key).map_or(root.spot(), |node| &node.spot).place();
            let problem = Problem::new(format!("`{key}` must name a rung {what}")).at(place);
            problems.push(problem.help(format!(
                "the ladder, from the foot up: {}",
                listed(&ids(&rungs.names))
            )));
        }
        let [off_ramp, limited_war, unauthorised_rung] =
            [off_ramp, limited_war, unauthorised_rung].map(|at| at.unwrap_or(0));
        Self {
            off_ramp,
            limited_war,
            unauthorised_rung,
        }
    }
}

/// The rung that a top-level key names.
fn mark(
    root: &mut Section<'_>,
    key: &'static str,
    default: &str,
    rungs: &NamedRungs,
    problems: &mut Problems,
) -> Option<usize> {
    let Some(node) = root.get(key) else {
        return position(default, &rungs.names)
            .map_err(|_| {
                let message = format!("`{key}` must name a rung of the scenario's own ladder");
                let help = format!(
                    "add `{key} = \"...\"`; its default, `{default}`, is not in this ladder"
                );
                problems.push(Problem::new(message).at(root.spot().place()).help(help));
            })
            .ok();
    };
    rung(node, key, rungs, problems)
}

/// The rung of the opening, or `choose`.
pub fn first_move(node: &Node, rungs: &NamedRungs, problems: &mut Problems) -> Option<FirstMove> {
    if matches!(&node.value, Value::Text(text) if text == CHOOSE) {
        return Some(FirstMove::Choose);
    }
    rung_or(&[CHOOSE], node, "rung", rungs, problems).map(FirstMove::Rung)
}

/// A whole number of days within the horizon's range.
pub fn whole_days(node: &Node, problems: &mut Problems) -> Option<u32> {
    let parameter: &Parameter = &Horizon::LIST[0];
    let days = number(node, parameter.key, problems)?;
    if parameter.allows(days) && days.fract() == 0.0 {
        return Some(days as u32);
    }
    let message = format!(
        "`{}` must be a whole number between {} and {}, but it is {}",
        parameter.key,
        parameter.min,
        parameter.max,
        figure(days)
    );
    problems.push(
        Problem::new(message)
            .at(node.spot.place())
            .help("count whole days: `horizon_days = 90`"),
    );
    None
}

fn read_table<T: Listed>(
    root: &mut Section<'_>,
    key: &'static str,
    title: &str,
    slot: impl Fn(usize) -> Slot,
    values: &mut Values,
    problems: &mut Problems,
) {
    if let Some(mut section) = root
        .get(key)
        .and_then(|node| Section::open(node, title, problems))
    {
        read_numbers::<T>(&mut section, slot, values, problems);
        section.close(problems);
    }
}
