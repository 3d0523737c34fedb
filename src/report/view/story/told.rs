//! A history told day by day.

use std::ops::Range;

use crate::report::prose::{Detail, Prose, Table, Track};
use crate::report::words::{Pull, Teller, chance_in_words, day_in_words, pulls, rival};
use crate::study::{DecisionPoint, Happening, Mind, StoryEvent};

/// In short, the reasons of so many decisions are told, and so many events after them.
const DECISIONS: usize = 6;
const EVENTS: usize = 40;
/// How long a bar is at most.
const BAR: usize = 12;
/// The width of a rung's label in a table.
const LABEL: usize = 46;

/// Who tells, and how much.
#[derive(Clone, Copy)]
pub struct Telling<'s> {
    /// Who tells.
    pub teller: Teller<'s>,
    /// How much.
    pub detail: Detail,
}

/// Tells these events of the history.
pub fn tell(prose: &mut Prose, telling: Telling<'_>, events: Range<usize>) {
    let all = &telling.teller.story.events;
    let mut day = None;
    let mut plainly = 0;
    for at in events.clone() {
        let event = &all[at];
        let is_detailed = match event.what {
            Happening::Decides(place) => telling.detail == Detail::Full || place < DECISIONS,
            _ => true,
        };
        let is_late = matches!(event.what, Happening::Decides(place) if place >= DECISIONS);
        plainly += usize::from(is_late || plainly > 0);
        if telling.detail == Detail::Short && plainly > EVENTS {
            return prose.paragraph(format!(
                "And so on: {} more events, which --full tells.",
                events.end - at
            ));
        }
        if !is_detailed || !is_told(event) {
            continue;
        }
        let today = day_in_words(event.day);
        if day.as_ref() != Some(&today) {
            prose.gap();
            prose.line(format!("Day {today}"));
            day = Some(today);
        }
        one(prose, telling, event);
    }
}

/// Whether there is something to say of an event.
const fn is_told(event: &StoryEvent) -> bool {
    !matches!(event.what, Happening::War | Happening::Over)
}

/// Tells one event.
pub fn one(prose: &mut Prose, telling: Telling<'_>, event: &StoryEvent) {
    if let Some(words) = telling.teller.event(event) {
        prose.indented(2, words);
    }
    match event.what {
        Happening::Decides(at) => {
            if let Some((point, mind)) = telling.teller.story.decision(at) {
                decision(prose, telling, point, mind);
            }
        }
        Happening::Acts(deed) if telling.detail == Detail::Full => {
            prose.indented(2, telling.teller.marks(&deed));
        }
        _ => {}
    }
}

fn decision(prose: &mut Prose, telling: Telling<'_>, point: &DecisionPoint, mind: &Mind) {
    let Telling { teller, detail } = telling;
    let is_short = detail == Detail::Short;
    let who = teller.actor(point.side);
    prose.indented(2, format!("{who} decides. {}", teller.mind(mind)));
    if is_short {
        prose.indented(2, teller.chances(point));
    } else {
        prose.indented(2, teller.rest_of_mind(mind));
        prose.indented(2, "Chances of 100:");
        prose.table(chances(teller, point));
    }
    prose.indented(2, teller.draw(point));
    let rival = rival(point, teller.subject.ladder.off_ramp);
    let pulls = pulls(point, mind, rival, is_short);
    if !pulls.is_empty() {
        let words = format!(
            "What pulled it there rather than to {}, and how many times likelier (+) or less likely (-) each \
             made it:",
            teller.rung(rival)
        );
        prose.indented(2, words);
        prose.table(reasons(&pulls));
    }
    prose.indented(2, teller.together(point, mind, rival));
}

/// The chance of every rung, with bars.
fn chances(teller: Teller<'_>, point: &DecisionPoint) -> Table {
    let mut table = Table {
        indent: 4,
        columns: vec![Track::label(LABEL), Track::right(2, 8), Track::left(2, BAR)],
        ..Table::default()
    };
    let most = point.chances.iter().copied().fold(0.0, f64::max);
    for (rung, &chance) in point.chances.iter().enumerate() {
        table.cells([
            teller.rung_label(rung),
            chance_in_words(chance),
            bar(chance, most),
        ]);
    }
    table
}

/// What pulled, strongest first: the direction, a bar, the factor, and the reason.
fn reasons(pulls: &[Pull]) -> Table {
    let mut table = Table {
        indent: 4,
        columns: vec![
            Track::left(0, 1),
            Track::left(1, BAR),
            Track::right(1, factors(pulls)),
            Track::left(2, 0),
        ],
        ..Table::default()
    };
    let most = pulls.iter().map(|pull| pull.part.abs()).fold(0.0, f64::max);
    for pull in pulls {
        let words = pull.in_words();
        let sign = if words.is_for { "+" } else { "-" };
        table.cells([
            sign.to_owned(),
            bar(pull.part.abs(), most),
            words.factor,
            words.clause.to_owned(),
        ]);
    }
    table
}

/// The width of the factors.
fn factors(pulls: &[Pull]) -> usize {
    let widths = pulls.iter().map(|pull| pull.in_words().factor.len());
    widths.max().unwrap_or_default()
}

/// A bar in proportion to the longest; what is something has one sign at least.
pub fn bar(value: f64, most: f64) -> String {
    if value <= 0.0 || most <= 0.0 {
        return String::new();
    }
    let long = (value / most * BAR as f64).round() as usize;
    "#".repeat(long.clamp(1, BAR))
}
