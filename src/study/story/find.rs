//! The trial that is told: the first that is as wanted.

use serde::{Deserialize, Serialize};

use super::Found;
use crate::quantities::Quantity;
use crate::scenario::Scenario;
use crate::sim::{Outcome, Summary};
use crate::study::{Case, Findings};
use crate::tally::Tally;

/// Among so many of the first trials the most common end is looked for.
pub const FIRST_ONES: u64 = 1000;

/// Which trial is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoryChoice {
    /// The first that meets the record, where there is one; else the first that ends as most do.
    Usual,
    /// This one.
    Trial(u64),
    /// The first that ends so.
    Outcome(Quantity),
    /// The first that meets the record.
    LikeRecord,
}

/// How a trial was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    /// By its number.
    Number,
    /// As the first that ends so.
    Outcome(Quantity),
    /// As the first that meets the record.
    Record,
    /// As the first that ends as most of the first trials do.
    MostCommon,
}

/// Looks at trials, in their order.
#[derive(Clone, Debug)]
pub struct Finder<'s> {
    scenario: &'s Scenario,
    choice: StoryChoice,
    /// The first trial that ends in each way.
    ends: [Option<u64>; Outcome::ALL.len()],
    /// How many of the first trials end in each way.
    among_first: [u64; Outcome::ALL.len()],
    /// The first trial that meets the record.
    like_record: Option<u64>,
}

impl<'s> Finder<'s> {
    /// Looks for this among the trials of a scenario.
    #[must_use]
    pub const fn new(scenario: &'s Scenario, choice: StoryChoice) -> Self {
        Self {
            scenario,
            choice,
            ends: [None; Outcome::ALL.len()],
            among_first: [0; Outcome::ALL.len()],
            like_record: None,
        }
    }

    /// Looks at a trial.
    pub fn see(&mut self, trial: u64, summary: &Summary) {
        let end = &mut self.ends[summary.outcome];
        *end = end.or(Some(trial));
        if trial < FIRST_ONES {
            self.among_first[summary.outcome] += 1;
        }
        let record = self.scenario.record.as_ref();
        let meets = |facts: &crate::tally::RecordFacts| facts.state_any() && facts.agree(summary);
        if self.like_record.is_none() && record.is_some_and(|record| meets(&record.facts)) {
            self.like_record = Some(trial);
        }
    }

    /// The trial that was found, once all were seen and counted; none where no trial is as wanted.
    #[must_use]
    pub fn found(&self, tally: &Tally, seed: u64) -> Option<Found> {
        let findings = self.findings(tally);
        let (trial, by) = match self.choice {
            StoryChoice::Trial(trial) => (trial, FoundBy::Number),
            StoryChoice::Outcome(quantity) => {
                (self.first_end(quantity)?, FoundBy::Outcome(quantity))
            }
            StoryChoice::LikeRecord => (self.like_record?, FoundBy::Record),
            StoryChoice::Usual => match self.like_record {
                Some(trial) => (trial, FoundBy::Record),
                None => (self.most_common()?, FoundBy::MostCommon),
            },
        };
        let story = super::record_story(&self.scenario.model, seed, trial);
        let ends = *findings.outcome(story.trace.summary.outcome);
        let met = match by {
            FoundBy::Record => findings.record.as_ref()?.all,
            FoundBy::Outcome(quantity) => case_of(&findings, quantity),
            FoundBy::Number | FoundBy::MostCommon => ends,
        };
        let record = findings.record.iter().flat_map(|record| &record.facts);
        Some(Found {
            trial,
            by,
            trials: tally.trials,
            met,
            ends,
            wars: findings.wars(),
            record: record.map(|fact| fact.fact).collect(),
        })
    }

    /// What the trials showed.
    #[must_use]
    pub fn findings(&self, tally: &Tally) -> Findings {
        let record = self.scenario.record.as_ref();
        Findings::new(
            &self.scenario.model,
            tally,
            record.map(|record| &record.facts),
        )
    }

    /// Why the inputs exclude what was wanted, where they do.
    #[must_use]
    pub fn excluded(&self, tally: &Tally) -> Option<&'static str> {
        let findings = self.findings(tally);
        let reason = match self.choice {
            StoryChoice::Outcome(quantity) => case_of(&findings, quantity).excluded,
            StoryChoice::LikeRecord => findings.record.and_then(|record| record.all.excluded),
            StoryChoice::Usual | StoryChoice::Trial(_) => None,
        };
        reason.map(crate::study::Reason::words)
    }

    /// The first trial that ends in one of the ways of a quantity.
    fn first_end(&self, quantity: Quantity) -> Option<u64> {
        let ends = quantity.outcomes().iter();
        ends.filter_map(|&outcome| self.ends[outcome]).min()
    }

    /// The first trial that ends as most of the first do; of ends that are equally common, the
    /// calmest.
    fn most_common(&self) -> Option<u64> {
        let mut best = Outcome::ALL[0];
        for outcome in Outcome::ALL {
            if self.among_first[outcome] > self.among_first[best] {
                best = outcome;
            }
        }
        self.ends[best]
    }
}

/// The share of trials of a quantity that is a share of outcomes.
fn case_of(findings: &Findings, quantity: Quantity) -> Case {
    let mean = findings.means.of(quantity);
    Case {
        share: crate::stats::Share {
            share: mean.mean,
            interval: mean.interval,
        },
        excluded: mean.excluded,
    }
}
