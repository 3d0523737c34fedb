//! What really happened, as far as a trial can agree with it.

use super::ladder::{NamedRungs, rung};
use super::parties::no_actor;
use crate::error::{Problem, Problems};
use crate::model::Side;
use crate::scenario::names::{Names, position};
use crate::scenario::read::input_value::{interval, number};
use crate::scenario::read::kinds::wrong_kind;
use crate::scenario::read::section::{Section, text};
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::read::words::suggestion;
use crate::sim::Outcome;
use crate::tally::RecordFacts;

/// The record of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What a trial must agree with to meet the record.
    pub facts: RecordFacts,
    /// The course of events, for charts; no trial is held to it.
    pub acts: Vec<RecordedAct>,
}

/// One act of the recorded course.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedAct {
    /// The day, from 0.
    pub day: f64,
    /// Who acted.
    pub actor: Side,
    /// On which rung.
    pub rung: usize,
    /// What happened, in a sentence.
    pub note: String,
}

/// How a range of days or deaths is written.
const EXAMPLE: &str = "[3, 10]";

/// Reads `[record]`.
pub fn read(
    root: &mut Section<'_>,
    names: &Names,
    rungs: &NamedRungs,
    problems: &mut Problems,
) -> Option<Record> {
    let node = root.get("record")?;
    let mut section = Section::open(node, "[record]", problems)?;
    let outcome = section
        .get("outcome")
        .and_then(|node| outcome(node, problems));
    let peak = section
        .get("peak")
        .and_then(|node| rung(node, "peak", rungs, problems));
    let first_answer = section
        .get("first_answer")
        .and_then(|node| rung(node, "first_answer", rungs, problems));
    let end_day = section
        .get("end_day")
        .and_then(|node| interval(node, "end_day", EXAMPLE, problems));
    let deaths = section
        .get("deaths")
        .and_then(|node| interval(node, "deaths", EXAMPLE, problems));
    let acts = section
        .get("acts")
        .map(|node| acts(node, names, rungs, problems))
        .unwrap_or_default();
    section.close(problems);
    Some(Record {
        facts: RecordFacts {
            outcome,
            peak,
            first_answer,
            end_day,
            deaths,
        },
        acts,
    })
}

fn outcome(node: &Node, problems: &mut Problems) -> Option<Outcome> {
    let name = text(node, "outcome", problems)?;
    let found = Outcome::named(name);
    if found.is_none() {
        let known = Outcome::ALL.map(Outcome::name);
        let help =
            suggestion(name, &known).unwrap_or_else(|| format!("known: {}", known.join(", ")));
        problems.push(
            Problem::new(format!("there is no outcome `{name}`"))
                .at(node.spot.place())
                .help(help),
        );
    }
    found
}

fn acts(
    node: &Node,
    names: &Names,
    rungs: &NamedRungs,
    problems: &mut Problems,
) -> Vec<RecordedAct> {
    let Value::List(items) = &node.value else {
        problems.push(wrong_kind(
            "acts",
            "a list of tables, [[record.acts]]",
            &node.value,
            &node.spot,
        ));
        return Vec::new();
    };
    items
        .iter()
        .filter_map(|item| act(item, names, rungs, problems))
        .collect()
}

fn act(
    node: &Node,
    names: &Names,
    rungs: &NamedRungs,
    problems: &mut Problems,
) -> Option<RecordedAct> {
    let mut section = Section::open(node, "[[record.acts]]", problems)?;
    let day = section.require("day", problems).and_then(|node| {
        let day = number(node, "day", problems)?;
        if day < 0.0 {
            let problem = Problem::new("`day` must not be below 0").at(node.spot.place());
            problems.push(problem.help("days are counted from the opening, which is day 0"));
        }
        Some(day)
    });
    let actor = section.require("actor", problems).and_then(|node| {
        let id = text(node, "actor", problems)?;
        let found = position(id, &names.actors).map(|at| Side::BOTH[at]);
        found
            .map_err(|help| problems.push(no_actor("actor", id, help, &node.spot)))
            .ok()
    });
    let on = section
        .require("rung", problems)
        .and_then(|node| rung(node, "rung", rungs, problems));
    let note = section
        .text("note", problems)
        .unwrap_or_default()
        .to_owned();
    section.close(problems);
    Some(RecordedAct {
        day: day?,
        actor: actor?,
        rung: on?,
        note,
    })
}
