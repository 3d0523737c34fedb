//! The record of a case: its facts, which trials agree with, and how many agree with each.

use crate::sim::{Outcome, Summary};

/// How many facts a record can state.
pub const FACTS: usize = 5;

/// Facts of a case's record that a trial can agree with. Every trial agrees with a fact that is not
/// stated.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RecordFacts {
    /// The outcome.
    pub outcome: Option<Outcome>,
    /// The peak rung.
    pub peak: Option<usize>,
    /// The rung of the first answer.
    pub first_answer: Option<usize>,
    /// The day the crisis ended: from, to.
    pub end_day: Option<(f64, f64)>,
    /// Deaths in the whole trial: from, to.
    pub deaths: Option<(f64, f64)>,
}

/// A fact that a record states.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum Fact {
    /// The outcome.
    Outcome(Outcome),
    /// The peak rung.
    Peak(usize),
    /// The rung of the first answer.
    FirstAnswer(usize),
    /// The day the crisis ended: from, to.
    EndDay(f64, f64),
    /// Deaths in the whole trial: from, to.
    Deaths(f64, f64),
}

impl Fact {
    /// Its name in files: its key in `[record]`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outcome(_) => "outcome",
            Self::Peak(_) => "peak",
            Self::FirstAnswer(_) => "first_answer",
            Self::EndDay(..) => "end_day",
            Self::Deaths(..) => "deaths",
        }
    }
}

impl RecordFacts {
    /// Each fact in its place, which is that of its count; none where it is not stated.
    #[must_use]
    pub fn in_places(&self) -> [Option<Fact>; FACTS] {
        [
            self.outcome.map(Fact::Outcome),
            self.peak.map(Fact::Peak),
            self.first_answer.map(Fact::FirstAnswer),
            self.end_day.map(|(from, to)| Fact::EndDay(from, to)),
            self.deaths.map(|(from, to)| Fact::Deaths(from, to)),
        ]
    }

    /// Whether it states a fact, so that there is something to agree with.
    #[must_use]
    pub fn state_any(&self) -> bool {
        *self != Self::default()
    }

    /// Whether a trial agrees with every fact.
    #[must_use]
    pub fn agree(&self, trial: &Summary) -> bool {
        all_agree(self.each_agrees(trial))
    }

    /// Whether a trial agrees with each fact, in its place; none where it is not stated. It is
    /// written out, since it stands in the loop of trials.
    #[inline]
    fn each_agrees(&self, trial: &Summary) -> [Option<bool>; FACTS] {
        [
            self.outcome.map(|outcome| outcome == trial.outcome),
            self.peak.map(|peak| peak == trial.peak),
            self.first_answer
                .map(|answer| trial.first_answer == Some(answer)),
            self.end_day.map(|range| within(range, trial.end_day)),
            self.deaths.map(|range| within(range, trial.deaths)),
        ]
    }
}

#[inline]
fn all_agree(each: [Option<bool>; FACTS]) -> bool {
    each.iter().all(|agrees| agrees.unwrap_or(true))
}

/// Whether a value lies in a range, its ends included.
#[inline]
fn within(range: (f64, f64), value: f64) -> bool {
    range.0 <= value && value <= range.1
}

/// How many trials agree with a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordCounts {
    /// Trials that agree with every fact.
    pub all: u64,
    /// Trials that agree with each fact, in the order of [`RecordFacts::in_places`]; zero where it
    /// is not stated.
    pub facts: [u64; FACTS],
}

impl RecordCounts {
    /// Counts a trial.
    #[inline]
    pub(super) fn add(&mut self, facts: &RecordFacts, trial: &Summary) {
        let each = facts.each_agrees(trial);
        self.all += u64::from(all_agree(each));
        for (count, agrees) in self.facts.iter_mut().zip(each) {
            *count += u64::from(agrees.unwrap_or(false));
        }
    }

    /// Adds what another counted of the same record.
    pub(super) fn merge(&mut self, other: &Self) {
        self.all += other.all;
        super::add_all(&mut self.facts, &other.facts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: RecordFacts = RecordFacts {
        outcome: Some(Outcome::OneRound),
        peak: Some(5),
        first_answer: Some(5),
        end_day: Some((3.0, 10.0)),
        deaths: Some((9.0, 14.0)),
    };

    /// A trial that agrees with every fact.
    fn trial() -> Summary {
        Summary {
            outcome: Outcome::OneRound,
            peak: 5,
            end_day: 4.5,
            acts: 3,
            force: [1, 1],
            first_act: Some(5),
            first_answer: Some(5),
            deaths: 11.0,
            ..Summary::default()
        }
    }

    /// Trials that each disagree with one fact, in the order of the facts.
    fn others() -> [Summary; FACTS] {
        let mut others = [trial(); FACTS];
        others[0].outcome = Outcome::SeveralRounds;
        others[1].peak = 6;
        others[2].first_answer = None;
        others[3].end_day = 10.1;
        others[4].deaths = 8.0;
        others
    }

    #[test]
    fn a_trial_agrees_with_the_record_only_in_every_fact() {
        assert!(RECORD.agree(&trial()) && RecordFacts::default().agree(&trial()));
        for other in others() {
            assert!(!RECORD.agree(&other), "{other:?}");
        }
    }

    #[test]
    fn each_fact_is_counted_by_itself() {
        let mut counts = RecordCounts::default();
        counts.add(&RECORD, &trial());
        assert_eq!(
            counts,
            RecordCounts {
                all: 1,
                facts: [1; FACTS]
            }
        );
        for (at, other) in others().iter().enumerate() {
            let mut more = RecordCounts::default();
            more.add(&RECORD, other);
            let facts = std::array::from_fn(|fact| u64::from(fact != at));
            assert_eq!(more, RecordCounts { all: 0, facts });
            counts.merge(&more);
        }
        assert_eq!(
            counts,
            RecordCounts {
                all: 1,
                facts: [5; FACTS]
            }
        );
    }

    #[test]
    fn a_fact_that_is_not_stated_is_not_counted() {
        let stated = RecordFacts {
            peak: Some(6),
            ..RecordFacts::default()
        };
        assert!(stated.state_any() && !RecordFacts::default().state_any());
        assert_eq!(
            stated.in_places(),
            [None, Some(Fact::Peak(6)), None, None, None]
        );
        let mut counts = RecordCounts::default();
        for trial in others() {
            counts.add(&stated, &trial);
        }
        assert_eq!(
            counts,
            RecordCounts {
                all: 1,
                facts: [0, 1, 0, 0, 0]
            }
        );
    }

    #[test]
    fn the_ends_of_a_range_agree() {
        for (end_day, agrees) in [(2.99, false), (3.0, true), (10.0, true), (10.01, false)] {
            let trial = Summary { end_day, ..trial() };
            assert_eq!(RECORD.agree(&trial), agrees, "{end_day}");
        }
    }
}
