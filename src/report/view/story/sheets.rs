//! A story as sheets: a row for each event, and a row for each rung of each decision.

use super::columns::{event_columns, reason_columns};
use super::document::{id, who};
use crate::report::sheet::{Cell, Sheet};
use crate::report::words::{PURPOSE, Teller, rival};
use crate::study::{DecisionPoint, Happening, Mind, StoryEvent, StoryStudy};

/// The sheet of events.
pub const EVENTS: &str = "story";
/// The sheet of reasons.
pub const REASONS: &str = "reasons";
/// The courses, as files name them.
const COURSES: [&str; 2] = ["base", "variant"];

/// The sheets of a story.
#[must_use]
pub fn sheets(study: &StoryStudy) -> Vec<Sheet<'_>> {
    vec![
        Sheet {
            name: EVENTS,
            columns: event_columns(),
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
    let is_rival = rung == rival(point).rung();
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
