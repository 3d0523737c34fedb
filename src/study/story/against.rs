//! A trial told beside itself: with something changed, on the same luck.

use serde::{Deserialize, Serialize};

use super::{Parties, Story, record_story};
use crate::scenario::{InputDifference, Scenario};
use crate::study::divergence::{first_divergence, side_by_side};
use crate::study::{DecisionPoint, Divergence, Subject};

/// A trial in a variant of its scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgainstStory {
    /// What the variant is called.
    pub name: String,
    /// What was run.
    pub subject: Subject,
    /// The inputs that differ.
    pub inputs: Vec<InputDifference>,
    /// Whose the third parties are.
    pub parties: Parties,
    /// The trial.
    pub story: Story,
    /// Where the two courses part.
    pub divergence: Divergence,
}

impl AgainstStory {
    pub(super) fn new(
        base: &Scenario,
        told: &Story,
        seed: u64,
        name: &str,
        variant: &Scenario,
    ) -> Self {
        let story = record_story(&variant.model, seed, told.trial);
        Self {
            name: name.to_owned(),
            subject: variant.into(),
            inputs: base.differences(variant),
            parties: (&variant.model).into(),
            divergence: first_divergence([&told.trace, &story.trace]),
            story,
        }
    }

    /// The decisions of the base and of the variant, those at one place belonging together.
    #[must_use]
    pub fn decisions<'s>(&'s self, base: &'s Story) -> [&'s [DecisionPoint]; 2] {
        side_by_side([&base.trace, &self.story.trace])
    }

    /// The decision in a place of [`decisions`](Self::decisions), by its place in the history of
    /// the base and of the variant.
    #[must_use]
    pub fn places(&self, base: &Story, at: usize) -> [usize; 2] {
        let both = self.decisions(base);
        let skipped = [
            base.trace.points.len() - both[0].len(),
            self.story.trace.points.len() - both[1].len(),
        ];
        skipped.map(|skipped| at + skipped)
    }
}
