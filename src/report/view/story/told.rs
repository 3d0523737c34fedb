//! A history told day by day.

use std::ops::Range;

use super::decided::decision;
use super::telling::Telling;
use crate::report::prose::{Detail, Prose};
use crate::report::words::{Teller, day_in_words};
use crate::study::{Happening, Story, StoryEvent};

/// In short, the reasons of so many decisions of the opening crisis are told, and so many events
/// after them.
const DECISIONS: usize = 6;
const EVENTS: usize = 24;

/// Tells these events of the history.
pub fn tell(prose: &mut Prose, telling: Telling<'_>, events: Range<usize>) {
    let with_reasons = match telling.detail {
        Detail::Full => events.end,
        Detail::Short => in_detail(telling.teller.story).min(events.end),
    };
    let all = &telling.teller.story.events;
    let mut day = None;
    let in_detail = all.iter().enumerate().take(with_reasons);
    for (at, event) in in_detail.skip(events.start) {
        if matches!(event.what, Happening::War | Happening::Over) {
            continue;
        }
        let today = day_in_words(event.day);
        if day.as_ref() != Some(&today) {
            prose.gap();
            prose.line(format!("Day {today}"));
            day = Some(today);
        }
        one(prose, telling, at);
    }
    let rest = with_reasons.max(events.start)..events.end;
    if !rest.is_empty() {
        prose.gap();
        prose.line("Then, in short, as the model has it");
        briefly(prose, telling.teller, rest, EVENTS);
    }
}

/// How many events are told with their reasons in short.
fn in_detail(story: &Story) -> usize {
    let opening = story.opening_events();
    let is_late =
        |event: &StoryEvent| matches!(event.what, Happening::Decides(at) if at >= DECISIONS);
    let late = story.events.iter().position(is_late);
    late.map_or(opening, |late| opening.min(late))
}

/// Tells events without reasons: what was done, and what was let pass.
pub fn briefly(prose: &mut Prose, teller: Teller<'_>, events: Range<usize>, most: usize) {
    let lines: Vec<String> = events.filter_map(|at| brief(teller, at)).collect();
    for line in lines.iter().take(most) {
        prose.indented(2, line);
    }
    if lines.len() > most {
        let more = lines.len() - most;
        let events = if more == 1 { "event" } else { "events" };
        prose.indented(
            2,
            format!("And so on: {more} more {events}, which --full tells."),
        );
    }
}

/// An event without reasons; none where there is nothing to say.
fn brief(teller: Teller<'_>, at: usize) -> Option<String> {
    let event = &teller.story.events[at];
    let words = match event.what {
        Happening::Sees(_) => return None,
        Happening::Decides(place) => {
            lets_pass(teller, at, place).or_else(|| acts_alone(teller, place))?
        }
        _ => teller.event(event)?,
    };
    Some(format!("Day {}: {words}", day_in_words(event.day)))
}

/// That an actor does nothing; none where it acts.
fn lets_pass(teller: Teller<'_>, at: usize, place: usize) -> Option<String> {
    let next = teller.story.events.get(at + 1);
    let acts = next.is_some_and(|next| matches!(next.what, Happening::Acts(_)));
    let point = teller.story.trace.points.get(place)?;
    let who = teller.actor(point.side);
    (!acts).then(|| format!("{who} lets it pass."))
}

/// That an act was not what its actor had chosen; none where it was.
fn acts_alone(teller: Teller<'_>, place: usize) -> Option<String> {
    let point = teller.story.trace.points.get(place)?;
    let is_other = point.rung != point.drawn();
    let who = teller.actor(point.side);
    is_other.then(|| format!("In {who} a part of the state acts on its own."))
}

/// Tells the event in a place.
fn one(prose: &mut Prose, telling: Telling<'_>, place: usize) {
    let event = &telling.teller.story.events[place];
    if let Some(words) = telling.teller.event(event) {
        prose.indented(2, words);
    }
    match event.what {
        Happening::Decides(at) => {
            if let Some((point, mind)) = telling.teller.story.decision(at) {
                decision(prose, telling, point, mind);
            }
            if let Some(words) = lets_pass(telling.teller, place, at) {
                prose.indented(2, words);
            }
        }
        Happening::Acts(deed) if telling.detail == Detail::Full => {
            prose.indented(2, telling.teller.marks(&deed));
        }
        _ => {}
    }
}
