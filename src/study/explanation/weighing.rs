//! What answers rest on, on average.

use serde::{Deserialize, Serialize};

use crate::model::{Consideration, PerConsideration};
use crate::stats::Mean;
use crate::tally::AnswerCounts;

/// What the answers of one side and kind rest on: how likely its likeliest use of force is beside
/// the off-ramp, and why. Intervals take a trial, not an answer, for what is drawn at random.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighing {
    /// How many answers there are; at least one.
    pub answers: u64,
    /// In how many trials.
    pub trials: u64,
    /// How many of the answers use force, what a part of the state does on its own included.
    pub forceful: u64,
    /// The mean log-odds of the likeliest use of force against the off-ramp.
    pub log_odds: Mean,
    /// Its parts, in the order of [`Consideration::ALL`]: they add up to it.
    pub parts: PerConsideration<Mean>,
    /// How often each rung is the likeliest use of force.
    pub likeliest: Vec<u64>,
    /// The mean chance of any use of force, before anything is done without authority.
    pub chance_of_force: Mean,
    /// The mean chance of each rung, likewise.
    pub chances: Vec<Mean>,
}

/// A consideration with its mean part of the log-odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// Which it is.
    pub consideration: Consideration,
    /// Its part: above zero it speaks for force.
    pub part: Mean,
}

impl Weighing {
    /// What was counted; none where there is no answer.
    pub(super) fn new(counts: &AnswerCounts) -> Option<Self> {
        let sizes = &counts.sizes;
        (sizes.values > 0).then(|| Self {
            answers: sizes.values,
            trials: sizes.clusters,
            forceful: counts.forceful,
            log_odds: counts.log_odds.mean(sizes),
            parts: counts.parts.map(|part| part.mean(sizes)),
            likeliest: counts.likeliest.clone(),
            chance_of_force: counts.chance_of_force.mean(sizes),
            chances: counts.chances.iter().map(|one| one.mean(sizes)).collect(),
        })
    }

    /// The twelve considerations, the strongest first; of those that are alike in the order of the
    /// list.
    #[must_use]
    pub fn pulls(&self) -> Vec<Pull> {
        let each = Consideration::ALL.into_iter().zip(self.parts);
        let mut pulls: Vec<Pull> = each
            .map(|(consideration, part)| Pull {
                consideration,
                part,
            })
            .collect();
        pulls.sort_by(|one, other| other.part.mean.abs().total_cmp(&one.part.mean.abs()));
        pulls
    }

    /// The rung that is most often the likeliest use of force; of several the lowest.
    #[must_use]
    pub fn usual_force(&self) -> usize {
        let most = self.likeliest.iter().copied().max().unwrap_or(0);
        let place = self.likeliest.iter().position(|&count| count == most);
        place.unwrap_or(0)
    }
}
