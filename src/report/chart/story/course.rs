//! The opening crisis of a history as it is drawn.

use crate::model::Side;
use crate::report::words::Teller;
use crate::study::Happening;

/// An act, or a choice that came to none.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// The day.
    pub day: f64,
    /// Its author.
    pub side: Side,
    /// The name of its author.
    pub who: String,
    /// The rung.
    pub rung: usize,
    /// The place of the decision; none where the scenario fixes the act.
    pub decision: Option<usize>,
    /// Whether it came to an act.
    pub is_done: bool,
}

/// How a course ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// With its last act.
    Over,
    /// The last act slips into war.
    Slips,
    /// It goes on beyond the horizon.
    GoesOn,
}

/// A course.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Its acts.
    pub acts: Vec<Act>,
    /// Its end.
    pub end: End,
    /// The day it ends.
    pub last: f64,
    /// The top rung.
    pub top: usize,
}

impl Course {
    /// The course of the opening crisis of a history.
    pub fn new(teller: Teller<'_>) -> Self {
        let story = teller.story;
        let mut course = Self {
            acts: Vec::new(),
            end: End::Over,
            last: story.trace.summary.end_day,
            top: teller.subject.names.rungs.len().saturating_sub(1),
        };
        let mut decided = None;
        for event in &story.events[..story.opening_events()] {
            match event.what {
                Happening::Decides(at) => decided = Some(at),
                Happening::Acts(deed) => course.acts.push(Act {
                    day: event.day,
                    side: deed.side,
                    who: teller.actor(deed.side),
                    rung: deed.rung,
                    decision: decided.take(),
                    is_done: true,
                }),
                Happening::Slips { .. } => course.end = End::Slips,
                Happening::Cut => course.end = End::GoesOn,
                _ => {}
            }
        }
        let undone = decided.filter(|_| course.acts.is_empty());
        if let Some((point, _)) = undone.and_then(|at| story.decision(at)) {
            course.acts.push(Act {
                day: point.day,
                side: point.side,
                who: teller.actor(point.side),
                rung: point.rung,
                decision: undone,
                is_done: false,
            });
        }
        course
    }

    /// Whether all of it is on a ladder of so many rungs.
    pub fn is_on(&self, rungs: usize) -> bool {
        self.top < rungs && self.acts.iter().all(|act| act.rung < rungs)
    }

    /// The rungs that it touches.
    pub fn rungs(&self) -> impl Iterator<Item = usize> + '_ {
        let war = (self.end == End::Slips).then_some(self.top);
        self.acts.iter().map(|act| act.rung).chain(war)
    }
}
