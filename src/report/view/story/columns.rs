//! The columns of the sheets of a story.

use crate::model::Consideration;
use crate::report::sheet::Column;

/// What happens, when and by whom.
const WHAT: [Column; 6] = [
    Column::new(
        "course",
        "Course",
        "",
        "The baseline, or what it is told against",
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
];

/// What is seen, decided and done.
const HOW: [Column; 8] = [
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
];

/// What the actor is left with.
const STATE: [Column; 4] = [
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
];

/// The columns of events.
#[must_use]
pub fn event_columns() -> Vec<Column> {
    WHAT.into_iter().chain(HOW).chain(STATE).collect()
}

/// The columns of reasons.
#[must_use]
pub fn reason_columns() -> Vec<Column> {
    let mut columns = vec![
        Column::new(
            "course",
            "Course",
            "",
            "The baseline, or what it is told against",
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
