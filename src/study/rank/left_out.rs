//! Each argument left out by itself, on the same luck.

use serde::{Deserialize, Serialize};

use super::{Flips, Player, size_of, sort_by_size};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::study::{Comparison, Difference, QuantityMean};
use crate::tally::Paired;

/// What came of leaving out each by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// Those without which some history differs: the one that moves the quantity most first.
    pub entries: Vec<LeftOutEntry>,
    /// Those without which no history differs at all, by name.
    pub idle: Vec<Player>,
    /// What explains an opening that the scenario takes as given; none where there is nothing of
    /// that.
    pub opening: Option<OpeningRank>,
}

/// What explains the opening, measured where the opener may choose it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningRank {
    /// The share of histories whose first act uses force, where the opener may choose.
    pub base: QuantityMean,
    /// Without each: the one that moves that share most first.
    pub entries: Vec<LeftOutEntry>,
}

/// What one that is left out changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOutEntry {
    /// What was left out.
    pub player: Player,
    /// The quantity without it.
    pub without: QuantityMean,
    /// Without it less as it is.
    pub difference: Difference,
    /// How many histories end differently without it.
    pub flips: Flips,
}

/// A player beside the model without it.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What is left out.
    pub player: Player,
    /// The scenario without it.
    pub model: Model,
    /// Whether its inputs are those of the base.
    pub is_base: bool,
}

/// What a batch of trials shows: the base, and each player left out, with how many histories differ
/// in anything.
pub struct Batch {
    /// The quantity as it is.
    pub base: QuantityMean,
    /// What each changes, in their order, and whether any history differs.
    pub entries: Vec<(LeftOutEntry, bool)>,
}

impl Batch {
    /// What paired counts of a base and of it without each of some players show.
    #[must_use]
    pub fn new(
        base: &Model,
        trials: &[Trial],
        paired: &Paired,
        quantity: Quantity,
    ) -> Option<Self> {
        let models: Vec<&Model> = std::iter::once(base)
            .chain(trials.iter().map(|trial| &trial.model))
            .collect();
        let identical: Vec<bool> = trials.iter().map(|trial| trial.is_base).collect();
        let comparison = Comparison::new(&models, paired, &identical)?;
        let entries = trials
            .iter()
            .zip(&comparison.variants)
            .zip(&paired.pairs)
            .map(|((trial, variant), pair)| {
                let entry = LeftOutEntry {
                    player: trial.player.clone(),
                    without: variant.findings.means.of(quantity),
                    difference: variant.difference(quantity),
                    flips: Flips::of(variant),
                };
                (entry, pair.different > 0)
            });
        Some(Self {
            entries: entries.collect(),
            base: comparison.base.means.of(quantity),
        })
    }
}

impl LeftOut {
    /// The ranking of what each changes.
    #[must_use]
    pub fn new(entries: Vec<(LeftOutEntry, bool)>, opening: Option<OpeningRank>) -> Self {
        let mut moving = Vec::new();
        let mut idle = Vec::new();
        for (entry, differs) in entries {
            if differs {
                moving.push(entry);
            } else {
                idle.push(entry.player);
            }
        }
        sort(&mut moving);
        Self {
            entries: moving,
            idle,
            opening,
        }
    }
}

impl OpeningRank {
    /// The ranking of what each changes where the opener may choose.
    #[must_use]
    pub fn new(base: QuantityMean, mut entries: Vec<LeftOutEntry>) -> Self {
        sort(&mut entries);
        Self { base, entries }
    }
}

fn sort(entries: &mut [LeftOutEntry]) {
    sort_by_size(
        entries,
        |entry| size_of(&entry.difference),
        |entry| &entry.player.id,
    );
}
