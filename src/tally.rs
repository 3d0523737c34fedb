//! Trials counted: whole numbers that merge in any order, so that results are the same bits for any
//! number of threads, any size of chunks and any shards. No trial is held.

mod changes;
mod counts;
mod explained;
mod histogram;
pub mod levels;
mod lists;
mod means;
mod number;
mod paired;
mod record;
mod relations;

pub use changes::Differing;
pub use explained::{
    AnswerCounts, AnswerKind, Course, CourseEnd, CourseEnds, Courses, DEPTH, Explained, Explainer,
    PlacedCounts, ValueCounts, likeliest_force, split,
};
pub use histogram::Histogram;
pub use levels::Levels;
pub use number::Number;
pub use paired::{Change, Pair, Paired};
pub use record::{FACTS, Fact, RecordCounts, RecordFacts};

use crate::model::Model;
use crate::quantities::{Kind, Quantity, each_counted};
use crate::sim::{Observer, Outcome, Summary};

/// Upper bound on trials, so that sums cannot overflow.
const MOST_TRIALS: u64 = 1 << 40;
/// Upper bound on the steps of a quantity in one trial.
const MOST_STEPS: u128 = 1 << 40;

/// What many trials came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// How many trials were counted.
    pub trials: u64,
    /// Trials by outcome, in the order of [`Outcome::ALL`].
    pub outcomes: [u64; Outcome::ALL.len()],
    /// Trials by peak rung.
    pub peak: Vec<u64>,
    /// Trials by the rung of the first act.
    pub first_act: Vec<u64>,
    /// Trials by the rung of the first answer.
    pub first_answer: Vec<u64>,
    /// Trials that meet each quantity that is a flag, in the order of the list of quantities; of
    /// the others none.
    pub flags: [u64; Quantity::COUNT],
    /// What was counted of each quantity that is a number, in that order; of the others nothing.
    pub numbers: [Number; Quantity::COUNT],
    /// Deaths, a part of one counted as one: of an armed group's attack there may be a part of one
    /// on average. So it is true of a quantile that so many trials stay at or below it.
    pub deaths: Histogram,
    /// The level of the crisis by day.
    pub levels: Levels,
    /// Trials that agree with the record, with all of it and with each of its facts.
    pub record: RecordCounts,
}

impl Tally {
    /// An empty tally for trials of this model.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let rungs = model.rungs();
        Self {
            trials: 0,
            outcomes: [0; Outcome::ALL.len()],
            peak: vec![0; rungs],
            first_act: vec![0; rungs],
            first_answer: vec![0; rungs],
            flags: [0; Quantity::COUNT],
            numbers: std::array::from_fn(|_| Number::default()),
            deaths: Histogram::default(),
            levels: Levels::new(rungs, model.horizon_days),
            record: RecordCounts::default(),
        }
    }

    /// Counts a trial whose levels it has witnessed.
    pub fn add(&mut self, trial: &Summary, record: Option<&RecordFacts>) {
        self.trials += 1;
        self.outcomes[trial.outcome] += 1;
        self.peak[trial.peak] += 1;
        for (counts, rung) in [
            (&mut self.first_act, trial.first_act),
            (&mut self.first_answer, trial.first_answer),
        ] {
            if let Some(rung) = rung {
                counts[rung] += 1;
            }
        }
        each_counted(
            trial,
            #[inline(always)]
            |quantity, value| match quantity.row().kind {
                Kind::Number { steps, .. } => self.numbers[quantity].add(value, steps),
                _ => self.flags[quantity] += u64::from(value > 0.0),
            },
        );
        self.deaths.add(whole_deaths(trial.deaths));
        if let Some(facts) = record {
            self.record.add(facts, trial);
        }
        self.levels.end_trial();
    }

    /// How many trials meet a quantity that is a flag.
    #[must_use]
    pub const fn flag(&self, quantity: Quantity) -> u64 {
        self.flags[quantity as usize]
    }

    /// What was counted of a quantity that is a number.
    #[must_use]
    pub const fn number(&self, quantity: Quantity) -> &Number {
        &self.numbers[quantity as usize]
    }

    /// Adds another tally of the same model.
    pub fn merge(&mut self, other: &Self) {
        self.trials += other.trials;
        add_all(&mut self.outcomes, &other.outcomes);
        add_all(&mut self.peak, &other.peak);
        add_all(&mut self.first_act, &other.first_act);
        add_all(&mut self.first_answer, &other.first_answer);
        add_all(&mut self.flags, &other.flags);
        for (own, more) in self.numbers.iter_mut().zip(&other.numbers) {
            own.merge(more);
        }
        self.deaths.merge(&other.deaths);
        self.levels.merge(&other.levels);
        self.record.merge(&other.record);
    }
}

impl Observer for Tally {
    #[inline]
    fn level(&mut self, day: f64, rung: Option<usize>) {
        self.levels.change(day, rung);
    }
}

/// Deaths as a whole number, rounded up but for what adding up parts leaves in the last digits.
#[inline]
fn whole_deaths(deaths: f64) -> u64 {
    const GUARD: f64 = 1e-6;
    // At most 2^63, and without the platform's rounding function.
    let whole = deaths as i64;
    whole as u64 + u64::from(deaths - whole as f64 > GUARD + deaths * 1e-12)
}

fn add_all(counts: &mut [u64], others: &[u64]) {
    for (count, other) in counts.iter_mut().zip(others) {
        *count += other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_death_is_one_and_noise_is_none() {
        let cases = [
            (0.0, 0),
            (0.45, 1),
            (1.0, 1),
            (1.35, 2),
            (2.000_000_000_1, 2),
            (1.999_999_999_9, 2),
            (1e9, 1_000_000_000),
        ];
        for (deaths, whole) in cases {
            assert_eq!(whole_deaths(deaths), whole, "{deaths}");
        }
        let sum = |part: f64, times: usize| (0..times).fold(0.0, |sum, _| sum + part);
        assert_eq!(
            [sum(0.1, 30), sum(0.7, 1000), 1e9 + sum(0.1, 10)].map(whole_deaths),
            [3, 700, 1_000_000_001]
        );
    }
}
