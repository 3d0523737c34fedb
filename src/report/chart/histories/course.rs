//! The opening crisis of one history, or of what really happened.

use crate::model::Side;
use crate::sim::Outcome;
use crate::study::{History, Timeline};

/// How a course ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The crisis is over, on this day.
    Quiet(f64),
    /// It has become full-scale war, on this day.
    War(f64),
    /// The record ends with this day.
    LastAct(f64),
    /// It goes on at the horizon.
    GoesOn,
}

/// An act.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Act {
    pub day: f64,
    pub rung: usize,
    pub side: Side,
}

/// The opening crisis of one history.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Its acts, in the order of time; none where no crisis begins.
    pub acts: Vec<Act>,
    /// How it ends; none of what really happened.
    pub outcome: Option<Outcome>,
    pub end: End,
}

impl Course {
    /// The course of a history, on a ladder with this top.
    pub fn new(history: &History, top: usize) -> Self {
        let mut end = End::GoesOn;
        for &(day, rung) in &history.steps {
            match rung {
                None => end = End::Quiet(day),
                Some(rung) if rung == top => end = End::War(day),
                Some(_) => continue,
            }
            break;
        }
        let mut course = Self {
            acts: acts(history),
            outcome: Some(history.outcome),
            end,
        };
        let last = course.last_day();
        course.acts.retain(|act| act.day <= last);
        course
    }

    /// The course of what really happened; none without a record.
    pub fn of_record(timeline: &Timeline, off_ramp: usize, top: usize) -> Option<Self> {
        let authors = timeline.authors.iter().copied();
        let authors = authors.chain(std::iter::repeat(Side::Opener));
        let all = timeline.record.iter().zip(authors);
        let acts: Vec<Act> = all
            .map(|(&(day, rung), side)| Act { day, rung, side })
            .collect();
        let last = acts.last()?;
        let end = match last.rung {
            rung if rung == top => End::War(last.day),
            rung if rung <= off_ramp && acts.len() > 1 => End::Quiet(last.day),
            _ => End::LastAct(last.day),
        };
        Some(Self {
            acts,
            outcome: None,
            end,
        })
    }

    /// The rung that an act stands on; none where the act ends the crisis.
    pub fn rung(&self, act: &Act) -> Option<usize> {
        match self.end {
            End::Quiet(day) if act.day >= day => None,
            _ => Some(act.rung),
        }
    }

    /// The day of its end, if it has one; else none ever.
    pub const fn last_day(&self) -> f64 {
        match self.end {
            End::Quiet(day) | End::War(day) | End::LastAct(day) => day,
            End::GoesOn => f64::INFINITY,
        }
    }
}

/// The acts of a history; of one that was kept without them, the steps of its level, by turns.
fn acts(history: &History) -> Vec<Act> {
    let mut acts = Vec::new();
    if history.acts.is_empty() {
        let sides = [Side::Opener, Side::Other].into_iter().cycle();
        for (&(day, rung), side) in history.steps.iter().zip(sides) {
            acts.extend(rung.map(|rung| Act { day, rung, side }));
        }
    }
    for &(day, rung, side) in &history.acts {
        acts.push(Act { day, rung, side });
    }
    acts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(steps: &[(f64, Option<usize>)]) -> Course {
        let history = History {
            trial: 0,
            steps: steps.to_vec(),
            acts: Vec::new(),
            outcome: Outcome::OneRound,
            end_day: 0.0,
        };
        Course::new(&history, 4)
    }

    #[test]
    fn a_course_ends_with_its_opening_crisis() {
        let later = [(0.0, Some(2)), (3.0, Some(3)), (5.0, None), (40.0, Some(2))];
        let whole = course(&later);
        assert_eq!((whole.acts.len(), whole.end), (2, End::Quiet(5.0)));
        assert_eq!(whole.acts[1].side, Side::Other);
        assert_eq!(course(&later[..2]).end, End::GoesOn);
        let war = course(&[(0.0, Some(2)), (1.0, Some(4))]);
        assert_eq!((war.acts.len(), war.end), (2, End::War(1.0)));
        let none = course(&[(0.0, None), (9.0, Some(2))]);
        assert_eq!((none.acts.len(), none.end), (0, End::Quiet(0.0)));
    }
}
