//! Which argument carries how much: each left out by itself, the whole split among all, and every
//! judged number moved a little.

mod left_out;
mod moved;
mod split;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::{Difference, QuantityMean, Subject};
use crate::quantities::Quantity;
use crate::tally::Change;

pub use left_out::{Batch, LeftOut, LeftOutEntry, OpeningRank, Trial};
pub use moved::{MovedNumber, NUMBER_STEP};
pub use split::{Shares, Split, SplitEntry, block_ranges};

/// A ranking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankStudy {
    /// What was run.
    pub subject: Subject,
    /// On which seed.
    pub seed: u64,
    /// Trials of each scenario.
    pub trials: u64,
    /// The quantity that is carried.
    pub quantity: Quantity,
    /// What is ranked.
    pub by: RankBy,
    /// The quantity as it is, with all that counts.
    pub base: QuantityMean,
    /// What came of it.
    pub ranking: Ranking,
}

/// What is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankBy {
    /// Every argument by itself.
    Argument,
    /// The arguments of a theme together.
    Theme,
}

/// How it is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankMethod {
    /// Each is left out by itself.
    LeaveOut,
    /// The whole is split among all (Shapley values).
    Split,
    /// Every judged number is moved a fifth either way.
    Numbers,
}

/// What came of a ranking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ranking {
    /// Each left out by itself.
    LeftOut(LeftOut),
    /// The whole split among all.
    Split(Split),
    /// Judged numbers moved, the one that moves most first.
    Numbers(Vec<MovedNumber>),
}

/// What may be left out: an argument, or all of a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Player {
    /// The id of the argument, or the theme.
    pub id: String,
    /// What is claimed; of a theme, one of its claims.
    pub claim: String,
    /// Who says it; empty for a theme.
    pub who: String,
    /// How many arguments it has that count.
    pub arguments: u64,
}

/// How many histories a change made end differently.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flips {
    /// How many end differently.
    pub changed: u64,
    /// How many of them calmer.
    pub calmer: u64,
    /// How many of them worse.
    pub worse: u64,
}

impl Flips {
    /// Those of a variant beside its base.
    #[must_use]
    pub const fn of(variant: &super::Variant) -> Self {
        Self {
            changed: variant.changed,
            calmer: variant.how_many(Change::Calmer),
            worse: variant.how_many(Change::Worse),
        }
    }
}

impl RankMethod {
    /// Its name in files and folders.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeaveOut => "leave-out",
            Self::Split => "split",
            Self::Numbers => "numbers",
        }
    }
}

impl RankBy {
    /// Its name in files and folders.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Argument => "argument",
            Self::Theme => "theme",
        }
    }
}

impl Ranking {
    /// How it was made.
    #[must_use]
    pub const fn method(&self) -> RankMethod {
        match self {
            Self::LeftOut(_) => RankMethod::LeaveOut,
            Self::Split(_) => RankMethod::Split,
            Self::Numbers(_) => RankMethod::Numbers,
        }
    }
}

/// Sorts entries by the size of what they change, the largest first; of those alike in size, by
/// name.
fn sort_by_size<T>(entries: &mut [T], size: impl Fn(&T) -> f64, name: impl Fn(&T) -> &str) {
    entries.sort_by(|one, other| {
        size(other)
            .total_cmp(&size(one))
            .then_with(|| name(one).cmp(name(other)))
    });
}

/// How far a difference lies from zero.
fn size_of(difference: &Difference) -> f64 {
    difference.value.abs()
}
