//! The opening crisis of one history, as far as it is drawn.

use std::cmp::Ordering;

use crate::report::words::outcome_label;
use crate::sim::Outcome;
use crate::study::History;

/// How a course ends within the days that are shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The crisis is over, on this day.
    Quiet(f64),
    /// It has become full-scale war, on this day.
    War(f64),
    /// It goes on beyond the last day.
    GoesOn,
}

/// How a history comes to "no crisis".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is never in one.
    NeverBegun,
    /// Its crisis ends so.
    Ended(Outcome),
}

impl Way {
    /// What came before "no crisis": the name of an end alone would read as the state itself.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NeverBegun => "from the start",
            Self::Ended(Outcome::NoForce) => "after a crisis without force",
            Self::Ended(Outcome::OneSided) => "after one side struck",
            Self::Ended(Outcome::OneRound) => "after each side struck once",
            Self::Ended(Outcome::SeveralRounds) => "after several rounds",
            Self::Ended(Outcome::LimitedWar) => "after a limited war",
            Self::Ended(outcome) => outcome_label(outcome),
        }
    }
}

/// The opening crisis of one history.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// From which day on it stands on which rung; none where no crisis begins.
    pub steps: Vec<(f64, usize)>,
    /// How it ends, in time or later.
    pub outcome: Outcome,
    /// How it ends within the days that are shown.
    pub end: End,
}

impl Course {
    /// The course of a history up to a day, on a ladder with this top.
    pub fn new(history: &History, top: usize, last: f64) -> Self {
        let mut course = Self {
            steps: Vec::new(),
            outcome: history.outcome,
            end: End::GoesOn,
        };
        for &(day, rung) in &history.steps {
            if day > last {
                break;
            }
            let Some(rung) = rung else {
                course.end = End::Quiet(day);
                break;
            };
            course.steps.push((day, rung));
            if rung == top {
                course.end = End::War(day);
                break;
            }
        }
        course
    }

    /// The calmer first, then the shorter.
    pub fn by_gravity(&self, other: &Self) -> Ordering {
        let outcomes = (self.outcome as usize).cmp(&(other.outcome as usize));
        let begun = other.steps.is_empty().cmp(&self.steps.is_empty());
        outcomes
            .then(begun)
            .then(self.last_day().total_cmp(&other.last_day()))
    }

    /// How it comes to "no crisis", if it does.
    pub const fn way(&self) -> Way {
        if self.steps.is_empty() {
            Way::NeverBegun
        } else {
            Way::Ended(self.outcome)
        }
    }

    /// The last rung it stands on; the foot where it has none.
    pub fn rung(&self) -> usize {
        self.steps.last().map_or(0, |step| step.1)
    }

    /// Whether it is ever on a rung.
    pub fn is_on(&self, rung: usize) -> bool {
        self.steps.iter().any(|step| step.1 == rung)
    }

    /// The day of its end, if that is shown; else none ever.
    pub fn last_day(&self) -> f64 {
        match self.end {
            End::Quiet(day) | End::War(day) => day,
            End::GoesOn => f64::INFINITY,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(steps: &[(f64, Option<usize>)], last: f64) -> Course {
        let history = History {
            trial: 0,
            steps: steps.to_vec(),
            outcome: Outcome::OneRound,
            end_day: 0.0,
        };
        Course::new(&history, 4, last)
    }

    #[test]
    fn a_course_ends_with_its_opening_crisis() {
        let later = [(0.0, Some(2)), (3.0, Some(3)), (5.0, None), (40.0, Some(2))];
        let whole = course(&later, 90.0);
        assert_eq!((whole.steps.len(), whole.end), (2, End::Quiet(5.0)));
        assert_eq!(course(&later, 4.0).end, End::GoesOn);
        let war = course(&[(0.0, Some(2)), (1.0, Some(4))], 90.0);
        assert_eq!((war.steps.len(), war.end), (2, End::War(1.0)));
        let none = course(&[(0.0, None), (9.0, Some(2))], 90.0);
        assert_eq!((none.steps.len(), none.end), (0, End::Quiet(0.0)));
    }
}
