//! A story as sheets: a row for each event, and a row for each rung of each decision.

use super::document::{id, who};
use crate::model::Consideration;
use crate::report::sheet::{Cell, Column, Sheet};
use crate::report::words::{PURPOSE, Teller, rival};
use crate::study::{DecisionPoint, Happening, Mind, StoryEvent, StoryStudy};

/// The sheet of events.
pub const EVENTS: &str = "story";
/// The sheet of reasons.
pub const REASONS: &str = "reasons";
/// The courses, as files name them.
const COURSES: [&str; 2] = ["base", "variant"];

/// The columns of events.
pub const fn event_columns() -> [Column; 18] {
    [
        Column::new(
            "course",
            "Course",
            "",
            "As it was, or with what it is told against",
        ),
        Column::new("trial", "Trial", "", "Which trial it is, counted from 0"),
        Column::new("day", "Day", "days", "The day"),
        Column::new(
            "event",
            "Event",
            "",
            "What happens: decides, acts, sees, engages, opens, attacks, occasion, slips, war, over or cut",
        ),
        Column::new(
            "who",
            "Who",
            "",
            "The id of the actor, mediator, front or armed group",
        ),
        Column::new("rung", "Rung", "", "The rung that is decided or acted on"),
        Column::new(
            "severity",
            "Severity",
            "0 to 1",
            "How severe the act that is seen was meant",
        ),
        Column::new("harm", "Harm", "", "What its victim suffers from it"),
        Column::new(
            "provocation",
            "Provocation",
            "0 to 1.5",
            "What is seen in it; of a decision, what it answers",
        ),
        Column::new(
            "draw",
            "Draw",
            "0 to 1",
            "The draw that picked the rung, in the order of the ladder",
        ),
        Column::new(
            "overridden",
            "Overridden",
            "",
            "Whether a part of the state overrode the choice",
        ),
        Column::new(
            "announced",
            "Announced",
            "",
            "Whether the author says that it acted",
        ),
        Column::new("known", "Known", "", "Whether the act becomes known"),
        Column::new(
            "deaths",
            "Deaths",
            "deaths",
            "Deaths of the act, the attack or the war",
        ),
        Column::new(
            "anger",
            "Anger",
            "",
            "Anger at home of the actor, at its decision or after its act",
        ),
        Column::new(
            "reputation",
            "Reputation",
            "0 to 1",
            "Its reputation for resolve, likewise",
        ),
        Column::new(
            "trust",
            "Trust",
            "0 to 1",
            "Trust between the two, likewise",
        ),
        Column::new("purpose", "Purpose", "", "What the file is"),
    ]
}

/// The columns of reasons.
#[must_use]
pub fn reason_columns() -> Vec<Column> {
    let mut columns = vec![
        Column::new(
            "course",
            "Course",
            "",
            "As it was, or with what it is told against",
        ),
        Column::new(
            "decision",
            "Decision",
            "",
            "Which decision of the trial, counted from 1",
        ),
        Column::new("day", "Day", "days", "The day"),
        Column::new("who", "Who", "", "The id of the actor"),
        Column::new("rung", "Rung", "", "The id of the rung"),
        Column::new("chance", "Chance", "share", "The chance of the rung"),
        Column::new("chosen", "Chosen", "", "Whether the draw picked it"),
        Column::new(
            "rival",
            "Rival",
            "",
            "Whether the text compares the chosen rung with it",
        ),
    ];
    for consideration in Consideration::ALL {
        columns.push(Column {
            key: consideration.name().replace(' ', "_").into(),
            heading: consideration.name().into(),
            unit: "log-odds",
            meaning: "This consideration times the actor's precision; differences between two rungs of a decision add up \
                      to their log-odds"
                .into(),
        });
    }
    columns.push(Column::new("purpose", "Purpose", "", "What the file is"));
    columns
}

/// The sheets of a story.
#[must_use]
pub fn sheets(study: &StoryStudy) -> Vec<Sheet<'_>> {
    vec![
        Sheet {
            name: EVENTS,
            columns: event_columns().into(),
            rows: Box::new(courses(study).flat_map(|(course, teller)| {
                let events = teller.story.events.iter();
                events.map(move |event| event_row(course, teller, event))
            })),
        },
        Sheet {
            name: REASONS,
            columns: reason_columns(),
            rows: Box::new(courses(study).flat_map(|(course, teller)| reason_rows(course, teller))),
        },
    ]
}

/// The course as it was and, where there is one, that of the variant.
fn courses(study: &StoryStudy) -> impl Iterator<Item = (&'static str, Teller<'_>)> {
    let base = Teller {
        subject: &study.subject,
        parties: &study.parties,
        story: &study.story,
    };
    let variant = study.against.as_ref().map(|against| Teller {
        subject: &against.subject,
        parties: &against.parties,
        story: &against.story,
    });
    COURSES
        .into_iter()
        .zip(std::iter::once(base).chain(variant))
}

/// What an event has, beside its day and its kind.
#[derive(Default)]
struct EventCells {
    rung: Option<usize>,
    seen: [Option<f64>; 3],
    draw: Option<f64>,
    overridden: Option<bool>,
    open: [Option<bool>; 2],
    deaths: Option<f64>,
    state: [Option<f64>; 3],
}

fn event_row<'s>(course: &'static str, teller: Teller<'s>, event: &StoryEvent) -> Vec<Cell<'s>> {
    let cells = event_cells(teller, &event.what);
    let [severity, harm, provocation] = cells.seen.map(number);
    let [announced, known] = cells.open.map(truth);
    let [anger, reputation, trust] = cells.state.map(number);
    let row: [Cell<'s>; 18] = [
        Cell::text(course),
        Cell::Count(teller.story.trial),
        Cell::Number(event.day),
        Cell::text(event.what.name()),
        Cell::maybe(who(teller, &event.what)),
        Cell::maybe(cells.rung.map(|rung| id(teller, rung))),
        severity,
        harm,
        provocation,
        number(cells.draw),
        truth(cells.overridden),
        announced,
        known,
        number(cells.deaths),
        anger,
        reputation,
        trust,
        Cell::text(PURPOSE),
    ];
    row.into()
}

fn event_cells(teller: Teller<'_>, what: &Happening) -> EventCells {
    match *what {
        Happening::Decides(at) => teller
            .story
            .decision(at)
            .map_or_else(EventCells::default, decided),
        Happening::Acts(deed) => EventCells {
            rung: Some(deed.rung),
            open: [Some(deed.announced), Some(deed.known)],
            deaths: Some(deed.deaths),
            state: [deed.anger, deed.reputation, deed.trust].map(Some),
            ..EventCells::default()
        },
        Happening::Sees(sight) => EventCells {
            seen: [sight.severity, sight.harm, sight.provocation].map(Some),
            ..EventCells::default()
        },
        Happening::Attacks { deaths, .. } | Happening::Slips { deaths } => EventCells {
            deaths: Some(deaths),
            ..EventCells::default()
        },
        _ => EventCells::default(),
    }
}

fn decided((point, mind): (&DecisionPoint, &Mind)) -> EventCells {
    EventCells {
        rung: Some(point.rung),
        seen: [None, None, Some(point.provocation)],
        draw: Some(point.draw),
        overridden: Some(point.overridden),
        state: [mind.anger, mind.reputation, mind.trust].map(Some),
        ..EventCells::default()
    }
}

/// A decision of a trial, counted from 1.
#[derive(Clone, Copy)]
struct NumberedDecision<'s> {
    point: &'s DecisionPoint,
    mind: &'s Mind,
    number: u64,
}

fn reason_rows<'s>(
    course: &'static str,
    teller: Teller<'s>,
) -> impl Iterator<Item = Vec<Cell<'s>>> {
    let story = teller.story;
    let decisions = story.trace.points.iter().zip(&story.minds).zip(1..);
    decisions.flat_map(move |((point, mind), number)| {
        let decision = NumberedDecision {
            point,
            mind,
            number,
        };
        (0..point.chances.len()).map(move |rung| reason_row(course, teller, decision, rung))
    })
}

fn reason_row<'s>(
    course: &'static str,
    teller: Teller<'s>,
    decision: NumberedDecision<'s>,
    rung: usize,
) -> Vec<Cell<'s>> {
    let NumberedDecision {
        point,
        mind,
        number,
    } = decision;
    let is_rival = rung == rival(point, teller.subject.ladder.off_ramp);
    let mut row = vec![
        Cell::text(course),
        Cell::Count(number),
        Cell::Number(point.day),
        Cell::text(teller.subject.names.actors[point.side as usize].id.as_str()),
        Cell::text(id(teller, rung)),
        Cell::Number(point.chance(rung)),
        Cell::Truth(rung == point.drawn()),
        Cell::Truth(is_rival),
    ];
    let reasons = mind.reasons.get(rung).into_iter().flatten();
    row.extend(reasons.map(|&reason| Cell::Number(reason)));
    row.push(Cell::text(PURPOSE));
    row
}

fn number(value: Option<f64>) -> Cell<'static> {
    value.map_or(Cell::Nothing, Cell::Number)
}

fn truth(value: Option<bool>) -> Cell<'static> {
    value.map_or(Cell::Nothing, Cell::Truth)
}
