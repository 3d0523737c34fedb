//! Where along a number a share crosses a value: an answer that its evidence bears.
//!
//! What is certain rests on the looks along the axis, all judged at once: that any of them is taken
//! for clear of the value on the wrong side has a chance of one in a hundred at most, however they
//! share their luck. Where the looks do not bear an answer, that is the answer, with about how many
//! trials would bear one.
//!
//! A crossing lies between the places where looks become clear. Where few seeds make it certain,
//! those that do are the ones whose luck has moved it: of them, the intervals of 95 % of the looks
//! would miss it more often than they say.

mod clear;
mod crossings;
mod search;
mod statement;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::stats::Share;

pub use clear::ValueSide;
pub use search::tip;
pub use statement::Statement;

/// What is known of a share along an axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tip {
    /// The answer.
    pub answer: Answer,
    /// The share at each value of the axis: the first of them where it was stopped.
    pub shares: Vec<Share>,
    /// Whether it came to its end. If not, the answer is that of the looks that are there, and
    /// crossings are placed less narrowly.
    pub complete: bool,
}

/// Whether a share crosses a value along an axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Answer {
    /// The inputs exclude the case at every look.
    Excluded,
    /// The inputs bring it about in every trial at every look.
    Always,
    /// The number changes nothing in these trials: all looks came to the same counts, and the first
    /// and the last to the same histories.
    Unchanged,
    /// Every look is clear of the value on this side, by more than the share changes nearby.
    Never(ValueSide),
    /// Looks on both sides are clear of the value, so that it crosses between them.
    Crosses {
        /// Each crossing that is certain, in their order along the axis; at least one.
        crossings: Vec<Crossing>,
        /// Where the looks cannot tell whether there are more, from one value to another.
        unsure: Option<(f64, f64)>,
    },
    /// The number of trials is too small for an answer.
    CannotTell(Doubt),
}

/// Why it stays open whether a share crosses a value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// What is in the way.
    pub why: Why,
    /// From where.
    pub from: f64,
    /// To where.
    pub to: f64,
    /// How many trials each look would need, to one digit; none where no number of them may do.
    pub needs: Option<TrialsNeeded>,
}

/// How many trials would give an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrialsNeeded {
    /// About this many.
    About(u64),
    /// More than these: the looks come so close to the value that luck alone may keep them apart
    /// from it.
    MoreThan(u64),
}

impl TrialsNeeded {
    /// The number.
    #[must_use]
    pub const fn trials(self) -> u64 {
        match self {
            Self::About(trials) | Self::MoreThan(trials) => trials,
        }
    }
}

/// What is in the way of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// No look is clear of the value.
    Flat,
    /// The looks at an end of the axis are not clear of the value.
    End,
    /// Some looks are not clear of the value, between others that are, all on one side.
    Touch,
    /// All looks are clear, but the share changes so much between two of them that it could cross
    /// and come back.
    Between,
}

/// A crossing: the share passes the value here.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crossing {
    /// Where the estimate crosses; of several crossings between the same clear looks, the middle
    /// one.
    pub at: f64,
    /// All values around it at which a look is not clear of the value: simulation error only. They
    /// hold the crossing in 95 of 100 seeds at least; also of the seeds that tell of it, unless
    /// hardly any does.
    pub low: f64,
    /// The upper end of these.
    pub high: f64,
    /// Whether the share rises there, along the axis.
    pub rises: bool,
    /// How often the estimates cross between the two looks that make it certain.
    pub times: usize,
}

impl Answer {
    /// Its kind, as files name it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Excluded => "excluded",
            Self::Always => "always",
            Self::Unchanged => "unchanged",
            Self::Never(ValueSide::Below) => "stays-below",
            Self::Never(ValueSide::Above) => "stays-above",
            Self::Crosses { .. } => "crosses",
            Self::CannotTell(_) => "cannot-tell",
        }
    }
}

impl Why {
    /// As files name it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Flat => "flat",
            Self::End => "end",
            Self::Touch => "touch",
            Self::Between => "between",
        }
    }
}
