//! What holds among the counts of a record, and between them and all others.

use std::ops::RangeInclusive;

use super::rule;
use crate::quantities::Quantity;
use crate::tally::{Fact, Histogram, RecordFacts, Tally, whole_deaths};

impl Tally {
    /// Whether these may be the counts of trials that were held against this record, or against
    /// none.
    ///
    /// # Errors
    /// The first rule that is broken, in a clause.
    pub fn check_record(&self, facts: Option<&RecordFacts>) -> Result<(), String> {
        let Some(facts) = facts else {
            let none = self.record.all == 0 && self.record.facts.iter().all(|&count| count == 0);
            return rule(none, "`record` counts trials, and there is no record");
        };
        let mut stated = 0_u128;
        let mut sum = 0_u128;
        for (fact, count) in facts.in_places().into_iter().zip(self.record.facts) {
            let Some(fact) = fact else {
                rule(
                    count == 0,
                    "`record_facts` counts a fact that is not stated",
                )?;
                continue;
            };
            let fits = self.may_agree(fact).contains(&count);
            let broken = format!(
                "`record_facts` does not fit what was counted of `{}`",
                fact.name()
            );
            rule(fits, &broken)?;
            rule(
                self.record.all <= count,
                "`record` counts more trials than agree with a fact of it",
            )?;
            stated += 1;
            sum += u128::from(count);
        }
        // Whatever trial is not among `record` disagrees with a fact.
        let disagreeing = u128::from(self.trials.saturating_sub(self.record.all));
        rule(
            disagreeing + sum <= stated * u128::from(self.trials),
            "`record` counts fewer trials than agree with each fact of it",
        )
    }

    /// How many trials may agree with a fact: exactly those of its outcome or rung; of a range at
    /// least those whose rounded value lies between its rounded ends, at most those that may lie on
    /// them as well.
    fn may_agree(&self, fact: Fact) -> RangeInclusive<u64> {
        match fact {
            Fact::Outcome(outcome) => exactly(self.outcomes.get(outcome as usize)),
            Fact::Peak(rung) => exactly(self.peak.get(rung)),
            Fact::FirstAnswer(rung) => exactly(self.first_answer.get(rung)),
            Fact::EndDay(from, to) => {
                let values = &self.number(Quantity::EndDay).values;
                among(values, whole_steps(from), whole_steps(to))
            }
            Fact::Deaths(from, to) => {
                let low = whole_deaths(from.max(0.0));
                among(&self.deaths, low, whole_deaths(to.max(0.0)))
            }
        }
    }
}

/// As many as were counted.
fn exactly(count: Option<&u64>) -> RangeInclusive<u64> {
    let count = count.copied().unwrap_or_default();
    count..=count
}

/// A day in whole steps, rounded down as the days of trials are.
fn whole_steps(day: f64) -> u64 {
    let steps = Quantity::EndDay.steps().unwrap_or(1.0);
    (day * steps) as u64 // zero where it is less
}

/// How many values may lie in a range whose ends are rounded as the values are. A value may lie on
/// an end and not in the range, since both are rounded.
fn among(values: &Histogram, from: u64, to: u64) -> RangeInclusive<u64> {
    let mut least = 0;
    let mut most = 0;
    for (low, high, count) in values.between() {
        if from < low && high < to {
            least += count;
        }
        if from <= high && low <= to {
            most += count;
        }
    }
    least..=most
}
