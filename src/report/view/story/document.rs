//! A story as a document: the whole record of the trial. Its keys are stable.

use serde::Serialize;

use crate::model::Consideration;
use crate::report::view::estimates::Estimate;
use crate::report::view::origin::{ScenarioOrigin, StudyHeading};
use crate::report::words::{Teller, end_in_words, found_in_words};
use crate::sim::Summary;
use crate::study::{Divergence, FoundBy, Happening, Mind, Story, StoryStudy};

/// A story, as programs read it.
#[derive(Serialize)]
pub struct StoryDocument<'s> {
    #[serde(flatten)]
    heading: StudyHeading<'s>,
    found: Found,
    considerations: Vec<&'static str>,
    story: Course<'s>,
    against: Option<Against<'s>>,
}

/// How the trial was found, and how common what was wanted is.
#[derive(Serialize)]
struct Found {
    trial: u64,
    by: FoundBy,
    words: String,
    met: Estimate,
}

/// The course of a trial.
#[derive(Serialize)]
struct Course<'s> {
    end: String,
    summary: &'s Summary,
    first_act: Option<&'s str>,
    peak: &'s str,
    events: Vec<Event<'s>>,
}

/// The course in a variant.
#[derive(Serialize)]
struct Against<'s> {
    name: &'s str,
    scenario: ScenarioOrigin<'s>,
    divergence: &'s Divergence,
    story: Course<'s>,
}

/// An event of a trial.
#[derive(Serialize)]
struct Event<'s> {
    day: f64,
    #[serde(rename = "event")]
    kind: &'static str,
    who: Option<&'s str>,
    words: Option<String>,
    record: &'s Happening,
    decision: Option<Decision<'s>>,
}

/// A decision, with all that it rested on.
#[derive(Serialize)]
struct Decision<'s> {
    saw: f64,
    draw: f64,
    drawn: &'s str,
    rung: &'s str,
    overridden: bool,
    chances: Vec<Chance<'s>>,
    mind: &'s Mind,
}

/// The chance of a rung.
#[derive(Serialize)]
struct Chance<'s> {
    rung: &'s str,
    chance: f64,
}

/// The document of a story.
#[must_use]
pub fn document(study: &StoryStudy) -> StoryDocument<'_> {
    let teller = Teller {
        subject: &study.subject,
        parties: &study.parties,
        story: &study.story,
    };
    StoryDocument {
        heading: StudyHeading::new(&study.subject, study.seed, study.trials, true),
        found: Found {
            trial: study.story.trial,
            by: study.found_by,
            words: found_in_words(study),
            met: study.met.into(),
        },
        considerations: Consideration::ALL.map(Consideration::name).into(),
        story: course(teller),
        against: study.against.as_ref().map(|against| Against {
            name: &against.name,
            scenario: (&against.subject).into(),
            divergence: &against.divergence,
            story: course(Teller {
                subject: &against.subject,
                parties: &against.parties,
                story: &against.story,
            }),
        }),
    }
}

fn course(teller: Teller<'_>) -> Course<'_> {
    let summary = &teller.story.trace.summary;
    Course {
        end: end_in_words(teller.story),
        summary,
        first_act: summary.first_act.map(|rung| id(teller, rung)),
        peak: id(teller, summary.peak),
        events: teller
            .story
            .events
            .iter()
            .map(|event| Event {
                day: event.day,
                kind: event.what.name(),
                who: who(teller, &event.what),
                words: teller.event(event),
                record: &event.what,
                decision: decision(teller, &event.what),
            })
            .collect(),
    }
}

/// The id of a rung.
pub fn id(teller: Teller<'_>, rung: usize) -> &str {
    let named = teller.subject.names.rungs.get(rung);
    named.map_or("", |named| named.id.as_str())
}

/// The id of whoever an event is of; none where it is nobody's.
pub fn who<'s>(teller: Teller<'s>, what: &Happening) -> Option<&'s str> {
    let names = &teller.subject.names;
    let story: &Story = teller.story;
    let side = match *what {
        Happening::Decides(at) => story.trace.points.get(at)?.side,
        Happening::Acts(deed) => deed.side,
        Happening::Sees(sight) => sight.side,
        Happening::Occasion(side) => side,
        Happening::Engages(at) => return names.mediators.get(at).map(|named| named.id.as_str()),
        Happening::Opens(at) => return names.fronts.get(at).map(|named| named.id.as_str()),
        Happening::Attacks { group, .. } => {
            return names.armed_groups.get(group).map(|named| named.id.as_str());
        }
        Happening::Slips { .. } | Happening::War | Happening::Over | Happening::Cut => return None,
    };
    Some(&names.actors[side as usize].id)
}

fn decision<'s>(teller: Teller<'s>, what: &Happening) -> Option<Decision<'s>> {
    let &Happening::Decides(at) = what else {
        return None;
    };
    let (point, mind) = teller.story.decision(at)?;
    let chances = point.chances.iter().enumerate();
    Some(Decision {
        saw: point.provocation,
        draw: point.draw,
        drawn: id(teller, point.drawn()),
        rung: id(teller, point.rung),
        overridden: point.overridden,
        chances: chances
            .map(|(rung, &chance)| Chance {
                rung: id(teller, rung),
                chance,
            })
            .collect(),
        mind,
    })
}
