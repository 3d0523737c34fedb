//! The courses that the opening crisis takes: the opening act, the answer, the counter-answer, and
//! how it ends there.

use std::collections::BTreeMap;

use crate::parameters::MAX_RUNGS;
use crate::sim::{Outcome, Summary};

/// How many acts of a course are told apart.
pub const DEPTH: usize = 5;
/// Bits for the rung of an act: one more than there are rungs can be told apart.
const BITS: u32 = 6;

const _: () = assert!(MAX_RUNGS < 1 << BITS && DEPTH as u32 * BITS <= u32::BITS);

/// The rungs of the first acts of a crisis, in order. Sorts as a tree is read: what begins alike
/// stands together, the shorter first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Course(u32);

impl Course {
    /// The course of these acts, the first of them where there are more than are told apart.
    #[must_use]
    pub fn of(rungs: &[usize]) -> Self {
        let mut bits = 0;
        for (at, &rung) in rungs.iter().take(DEPTH).enumerate() {
            bits |= (rung as u32 + 1) << Self::shift(at);
        }
        Self(bits)
    }

    const fn shift(at: usize) -> u32 {
        (DEPTH - 1 - at) as u32 * BITS
    }

    /// The rungs of its acts.
    #[must_use]
    pub fn rungs(self) -> Vec<usize> {
        let acts = (0..DEPTH).map(|at| (self.0 >> Self::shift(at)) & ((1 << BITS) - 1));
        acts.take_while(|&act| act > 0)
            .map(|act| act as usize - 1)
            .collect()
    }
}

/// How a crisis goes on after an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourseEnd {
    /// It ends: the answer is at or below the off-ramp, or nothing happens at all.
    Over,
    /// Full-scale war was chosen.
    War,
    /// The act slips into war.
    Slipped,
    /// The horizon cuts it.
    Cut,
    /// It goes on beyond the acts that are told apart.
    GoesOn,
}

/// How many trials end in each way after a course.
pub type CourseEnds = [u64; CourseEnd::ALL.len()];

impl CourseEnd {
    /// All of them, in the order of counts.
    pub const ALL: [Self; 5] = [
        Self::Over,
        Self::War,
        Self::Slipped,
        Self::Cut,
        Self::GoesOn,
    ];
}

/// How many trials took each course, by how they ended there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Courses {
    ends: BTreeMap<Course, CourseEnds>,
}

impl Courses {
    /// Every course that a trial took, as a tree is read, with its ends.
    pub fn all(&self) -> impl Iterator<Item = (Course, &CourseEnds)> {
        self.ends.iter().map(|(&course, ends)| (course, ends))
    }

    /// How many trials begin with these acts, however they go on.
    #[must_use]
    pub fn begin_with(&self, rungs: &[usize]) -> u64 {
        let begin = |course: &Course| course.rungs().starts_with(rungs);
        let ends = self.ends.range(Course::of(rungs)..);
        ends.take_while(|(course, _)| begin(course))
            .map(|(_, ends)| ends.iter().sum::<u64>())
            .sum()
    }

    /// Counts a trial.
    pub(super) fn add(&mut self, under_way: &CourseUnderWay, trial: &Summary) {
        let acts = trial.acts as usize; // those of the opening crisis
        let course = Course::of(&under_way.rungs[..acts.min(DEPTH)]);
        let end = under_way.end(acts, trial.outcome);
        self.ends.entry(course).or_default()[end as usize] += 1;
    }

    /// Adds what another counted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (&course, ends) in &other.ends {
            let own = self.ends.entry(course).or_default();
            crate::tally::add_all(own, ends);
        }
    }
}

/// The course of a trial under way.
#[derive(Clone, Debug, Default)]
pub(super) struct CourseUnderWay {
    /// The rungs of its first acts.
    rungs: [usize; DEPTH],
    /// How many acts there were, of all crises.
    acts: usize,
    /// After how many acts one slipped into war.
    slipped: Option<usize>,
    /// After how many acts the horizon cut a crisis.
    cut: Option<usize>,
}

impl CourseUnderWay {
    /// An act is done on this rung.
    pub(super) const fn act(&mut self, rung: usize) {
        if self.acts < DEPTH {
            self.rungs[self.acts] = rung;
        }
        self.acts += 1;
    }

    /// The last act slips into war.
    pub(super) const fn slips(&mut self) {
        self.slipped = Some(self.acts);
    }

    /// The horizon cuts the crisis.
    pub(super) const fn is_cut(&mut self) {
        self.cut = Some(self.acts);
    }

    /// How a first crisis of so many acts, with this outcome, ended.
    fn end(&self, acts: usize, outcome: Outcome) -> CourseEnd {
        if acts > DEPTH {
            CourseEnd::GoesOn
        } else if self.slipped == Some(acts) {
            CourseEnd::Slipped
        } else if acts > 0 && self.cut == Some(acts) {
            CourseEnd::Cut
        } else if outcome == Outcome::War {
            CourseEnd::War
        } else {
            CourseEnd::Over
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn courses_come_back_and_sort_as_a_tree_is_read() {
        for rungs in [&[][..], &[0], &[31, 0, 5], &[1, 2, 3, 4, 5]] {
            assert_eq!(Course::of(rungs).rungs(), rungs);
        }
        assert_eq!(Course::of(&[1; 7]).rungs(), [1; 5]);
        let read: [&[usize]; 6] = [&[], &[0], &[0, 3], &[0, 3, 31], &[0, 4], &[1]];
        assert!(read.map(Course::of).is_sorted());
    }
}
