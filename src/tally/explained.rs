//! Why trials go as they do, counted: what their answers rested on, the courses that they took, and
//! the uncertain values of those that agree with the record.

mod courses;
mod reasons;
mod values;

pub use courses::{Course, CourseEnd, CourseEnds, Courses, DEPTH};
pub use reasons::{AnswerCounts, AnswerKind, likeliest_force, split};
pub use values::{PlacedCounts, ValueCounts};

use crate::model::{Model, Side};
use crate::sim::{Act, Decision, Event, Moment, Observer, Summary};

use courses::CourseUnderWay;
use reasons::AnswersUnderWay;

/// Why many trials went as they did.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// How many trials were counted.
    pub trials: u64,
    /// What answers rested on: by side, then the first answer of a trial and all later ones.
    pub answers: [[AnswerCounts; AnswerKind::ALL.len()]; 2],
    /// The courses of the opening crisis.
    pub courses: Courses,
    /// The uncertain values, in the order of the model.
    pub values: Vec<ValueCounts>,
}

impl Explained {
    /// An empty count for trials of this model.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let none = AnswerCounts::new(model.rungs());
        let of_side = [none.clone(), none];
        Self {
            trials: 0,
            answers: [of_side.clone(), of_side],
            courses: Courses::default(),
            values: ValueCounts::of(model),
        }
    }

    /// What answers of this side and kind rested on.
    #[must_use]
    pub const fn answers(&self, side: Side, kind: AnswerKind) -> &AnswerCounts {
        &self.answers[side as usize][kind as usize]
    }

    /// Adds what another counted in trials of the same model.
    pub fn merge(&mut self, other: &Self) {
        self.trials += other.trials;
        let theirs = other.answers.iter().flatten();
        for (own, more) in self.answers.iter_mut().flatten().zip(theirs) {
            own.merge(more);
        }
        self.courses.merge(&other.courses);
        for (own, more) in self.values.iter_mut().zip(&other.values) {
            own.merge(more);
        }
    }
}

/// Watches one trial after the other, and counts each once it is over.
#[derive(Clone, Debug)]
pub struct Explainer<'m> {
    model: &'m Model,
    /// What was counted.
    pub explained: Explained,
    answers: AnswersUnderWay,
    course: CourseUnderWay,
    /// The uncertain values of the trial under way; empty before its first act or decision.
    values: Vec<f64>,
}

impl<'m> Explainer<'m> {
    /// Watches trials of this model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            explained: Explained::new(model),
            answers: AnswersUnderWay::new(model.rungs()),
            course: CourseUnderWay::default(),
            values: Vec::new(),
        }
    }

    /// Counts the trial that it has watched; `agrees` says whether it agrees with the record.
    pub fn end_trial(&mut self, trial: &Summary, agrees: bool) {
        self.explained.trials += 1;
        for side in Side::BOTH {
            for kind in AnswerKind::ALL {
                let counts = &mut self.explained.answers[side][kind as usize];
                self.answers.end(side, kind, counts);
            }
        }
        self.answers.restart();
        self.explained.courses.add(&self.course, trial);
        self.course = CourseUnderWay::default();
        for (counts, value) in self.explained.values.iter_mut().zip(self.values.drain(..)) {
            counts.add(value, agrees);
        }
    }

    /// Keeps the uncertain values of a trial as it begins.
    fn keep_values(&mut self, moment: &Moment<'_>) {
        if self.values.len() < self.model.uncertain_values.len() {
            let numbers = &moment.world.numbers;
            let slots = self.model.uncertain_values.iter().map(|one| one.slot);
            self.values = slots.filter_map(|slot| numbers.get(slot)).collect();
        }
    }
}

impl Observer for Explainer<'_> {
    fn decision(&mut self, _day: f64, decision: &Decision, odds: &[f64], moment: &Moment<'_>) {
        self.keep_values(moment);
        self.answers.decision(decision, odds, moment);
    }

    fn act(&mut self, _day: f64, act: &Act, moment: &Moment<'_>) {
        self.keep_values(moment);
        self.course.act(act.rung);
    }

    fn event(&mut self, _day: f64, event: Event) {
        match event {
            Event::Seen(_) => self.answers.comes(),
            Event::Slips => self.course.slips(),
            Event::Cut => self.course.is_cut(),
            Event::MediatorEngages(_)
            | Event::FrontOpens(_)
            | Event::GroupAttacks(_)
            | Event::Occasion(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;
