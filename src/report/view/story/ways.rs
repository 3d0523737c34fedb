//! A history told against a variant: together until the two courses part, there side by side, then
//! each course in short.

use super::telling::Telling;
use super::told;
use crate::error::printable;
use crate::report::prose::{Prose, Table, Track};
use crate::report::words::{Teller, chance_in_words, day_in_words, end_in_words, hundredths};
use crate::study::{
    AgainstStory, DecisionPoint, Divergence, Happening, Mind, Story, StoryEvent, StoryStudy,
};

/// An act with a smaller chance in both is not listed, unless it was chosen.
const SELDOM: f64 = 0.005;
/// The width of a label.
const LABEL: usize = 42;
/// The width of the figures of a course.
const FIGURES: usize = 13;
/// What the courses are called in the table.
const HEADS: [&str; 2] = ["baseline", "changed"];
/// How many acts of a course are told.
const ACTS: usize = 12;

/// Tells a history and its variant.
pub fn tell(prose: &mut Prose, study: &StoryStudy, against: &AgainstStory, telling: Telling<'_>) {
    let base = &study.story;
    let variant = Teller {
        subject: &against.subject,
        parties: &against.parties,
        story: &against.story,
    };
    let cuts = cuts(base, against);
    told::tell(prose, telling, 0..cuts[0]);
    prose.gap();
    prose.paragraph(where_they_part(study, against, telling.teller));
    if let Divergence::Decision(at) = against.divergence {
        let [one, other] = against.places(base, at);
        if let (Some(one), Some(other)) = (base.decision(one), against.story.decision(other)) {
            prose.table(side_by_side(telling.teller, [one, other]));
            draws(prose, telling.teller, [one.0, other.0]);
        }
    }
    if against.divergence == Divergence::Alike {
        return prose.paragraph(format!(
            "{}. {}",
            end_in_words(base),
            telling.teller.in_all()
        ));
    }
    let name = format!("With “{}”", printable(&against.name));
    course(prose, "In the baseline", telling.teller, cuts[0]);
    course(prose, &name, variant, cuts[1]);
}

/// From which event on each course goes its own way.
fn cuts(base: &Story, against: &AgainstStory) -> [usize; 2] {
    let stories = [base, &against.story];
    let at = match against.divergence {
        Divergence::Opening(..) => return [0, 0],
        Divergence::Decision(at) | Divergence::Before(at) => at,
        Divergence::Nowhere | Divergence::Alike => {
            return stories.map(|story| story.events.len());
        }
    };
    let places = against.places(base, at);
    [0, 1].map(|course| cut(stories[course], places[course]))
}

/// The event after the last act before the decision in this place.
fn cut(story: &Story, place: usize) -> usize {
    let decides = |event: &StoryEvent| matches!(event.what, Happening::Decides(at) if at == place);
    let until = story
        .events
        .iter()
        .position(decides)
        .unwrap_or(story.events.len());
    let acts = |event: &StoryEvent| matches!(event.what, Happening::Acts(_));
    let before = story.events[..until].iter().rposition(acts);
    before.map_or(0, |last| last + 1)
}

/// Where the courses part, in a sentence.
fn where_they_part(study: &StoryStudy, against: &AgainstStory, teller: Teller<'_>) -> String {
    match against.divergence {
        Divergence::Opening(..) => "The two courses part at the first act.".to_owned(),
        Divergence::Decision(at) => {
            let place = against.places(&study.story, at)[0];
            let point = study.story.trace.points.get(place);
            let who = point.map_or_else(String::new, |point| teller.actor(point.side));
            format!("Here the two courses part: {who} decides otherwise.")
        }
        Divergence::Before(_) => {
            "Here the two courses part, before the next decision: in one of them the act slips into war, the \
             horizon comes, or something else comes first."
                .to_owned()
        }
        Divergence::Nowhere => {
            "The two courses part nowhere: all decisions are the same, and only days and numbers differ."
                .to_owned()
        }
        Divergence::Alike => "Both courses are the same, act by act and day by day; only what was felt and seen may differ.".to_owned(),
    }
}

/// A figure of a decision.
type FigureOf = fn(&DecisionPoint, &Mind) -> String;

/// Both decisions in a table.
fn side_by_side(teller: Teller<'_>, both: [(&DecisionPoint, &Mind); 2]) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![
            Track::label(LABEL),
            Track::right(2, FIGURES),
            Track::right(2, FIGURES),
        ],
        heading: ["", HEADS[0], HEADS[1]].map(str::to_owned).into(),
        rows: Vec::new(),
    };
    let rows: [(&str, FigureOf); 7] = [
        ("day", |point, _| day_in_words(point.day)),
        ("act as it was seen", |point, _| {
            hundredths(point.provocation)
        }),
        ("anger at home", |_, mind| hundredths(mind.anger)),
        ("reputation for resolve", |_, mind| {
            hundredths(mind.reputation)
        }),
        ("trust", |_, mind| hundredths(mind.trust)),
        ("pull of mediators", |_, mind| hundredths(mind.mediation)),
        ("chance of being hit back, of 100", |_, mind| {
            chance_in_words(mind.belief)
        }),
    ];
    for (label, figure) in rows {
        let [one, other] = both.map(|(point, mind)| figure(point, mind));
        table.cells([label.to_owned(), one, other]);
    }
    table.label("  and of 100 the chance of");
    for rung in 0..both[0].0.chances.len() {
        let is_listed = both
            .iter()
            .any(|(point, _)| point.chance(rung) >= SELDOM || point.rung == rung);
        if is_listed {
            let [one, other] = both.map(|(point, _)| chance(point, rung));
            table.cells([teller.rung_label(rung), one, other]);
        }
    }
    table
}

/// The chance of a rung, with a star where it was chosen.
fn chance(point: &DecisionPoint, rung: usize) -> String {
    let star = if point.rung == rung { "* " } else { "" };
    format!("{star}{}", chance_in_words(point.chance(rung)))
}

/// The draw in both courses.
fn draws(prose: &mut Prose, teller: Teller<'_>, both: [&DecisionPoint; 2]) {
    let heads = ["In the baseline", "With the change"];
    for (head, point) in heads.into_iter().zip(both) {
        prose.indented(2, format!("{head}: {}", teller.draw(point)));
    }
}

/// A course from an event on, in short: its acts and its end.
fn course(prose: &mut Prose, head: &str, teller: Teller<'_>, from: usize) {
    prose.gap();
    prose.line(format!("{head}:"));
    told::briefly(prose, teller, from..teller.story.events.len(), ACTS);
    prose.indented(
        2,
        format!("{}. {}", end_in_words(teller.story), teller.in_all()),
    );
}
