//! What if the judged numbers are off? Many readings of them, each run on the same luck.
//!
//! A reading draws every judged number anew: within a share of its value to either side, or from
//! its own range. Doubt (which reading holds) and luck (which trial) are kept apart: what a share
//! comes to over all readings is told without the noise of trials.

mod parts;
mod plain;
mod run;
mod telling;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod usual;

use serde::{Deserialize, Serialize};

use super::readings::Drawn;
use super::{Case, Subject};
use crate::quantities::Quantity;
use crate::scenario::Judged;
use crate::sim::Outcome;
use crate::stats::{Interval, LuckParts, Part, Quantile};

pub use usual::UsualEnd;

/// How many trials are run with the authors' numbers: as many as `run` has.
pub const AUTHORS_TRIALS: u64 = 100_000;
/// The fewest readings that a range is told of.
pub const LEAST_READINGS: usize = 32;
/// How many numbers are named beside each share.
pub const NAMED: usize = 3;

/// A case with its judged numbers drawn anew, many times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShakeStudy {
    /// What was shaken.
    pub subject: Subject,
    /// On which seed, of the readings and of the luck.
    pub seed: u64,
    /// How far a number may be off, as a share of its value.
    pub by: f64,
    /// Trials of each reading.
    pub trials: u64,
    /// How many readings were asked for; more than there are where it was stopped.
    pub asked: usize,
    /// Whether all is there that was asked for.
    pub complete: bool,
    /// The share whose causes are told.
    pub quantity: Quantity,
    /// The judged numbers.
    pub numbers: Vec<Judged>,
    /// The values of numbers that have a range of their own, in each reading.
    pub drawn: Vec<Drawn>,
    /// What each share comes to.
    pub shares: Vec<ShakenShare>,
    /// The end that is most common with the authors' numbers, and in how many readings it stays so;
    /// none where two are equally common.
    pub usual: Option<UsualEnd>,
    /// For each reading, how many of its trials met each of the shares.
    pub readings: Vec<Vec<u32>>,
    /// What luck does to a single history, in the share that was asked for; none where all
    /// histories are alike in it.
    pub luck: Option<LuckParts>,
    /// How many rows the parts of the variance rest on, and how many trials each has.
    pub rows: RowsOfParts,
    /// What moves the share that was asked for: numbers, arguments and kinds. Empty where nothing
    /// does, or it was stopped.
    pub inputs: Vec<InputParts>,
    /// For each number, the share that was asked for where it is low, and where it is high. Empty
    /// where there is nothing to tell.
    pub swings: Vec<Swing>,
}

/// How many rows the parts of the variance rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowsOfParts {
    /// Rows of each of the two sets; 0 where none were run.
    pub count: usize,
    /// Trials of each row.
    pub trials: u64,
}

/// A share over all readings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingRange {
    /// The value that 5 of 100 readings stay below.
    pub low: Quantile,
    /// The value that 5 of 100 readings exceed.
    pub high: Quantile,
    /// The mean over readings.
    pub mean: f64,
    /// The standard deviation of the true shares over readings.
    pub spread: f64,
    /// The standard deviation that is seen, with the noise of trials.
    pub seen: f64,
}

/// A share with the authors' numbers, and over all readings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShakenShare {
    /// The share of what.
    pub quantity: Quantity,
    /// With the authors' numbers.
    pub authors: Case,
    /// Over readings; none where the inputs exclude or fix it.
    pub range: Option<ReadingRange>,
    /// The numbers that move it most, by their places, the first first.
    pub movers: Vec<usize>,
}

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// One number.
    Number,
    /// An argument of several numbers.
    Argument,
    /// All numbers of a kind.
    Kind,
}

/// The part of the variance of the share over readings that an input is behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputParts {
    /// What it is.
    pub what: InputKind,
    /// Its name: a number's, an argument's, a kind's.
    pub id: String,
    /// The numbers that it holds, by their places.
    pub numbers: Vec<usize>,
    /// What it does alone.
    pub first: Part,
    /// What it does alone and with others.
    pub total: Part,
    /// What it does alone, by another way: from the plain readings. None for several numbers.
    pub plain: Option<Part>,
}

/// A mean with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwingEnd {
    /// The mean share over these readings.
    pub mean: f64,
    /// Its interval.
    pub interval: Interval,
}

/// The share where a number is low and where it is high.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swing {
    /// In the fifth of readings in which the number is lowest.
    pub low: SwingEnd,
    /// In the fifth in which it is highest.
    pub high: SwingEnd,
}

impl InputParts {
    /// Whether the two ways to its part alone agree: their intervals meet.
    #[must_use]
    pub fn agrees(&self) -> Option<bool> {
        let plain = self.plain?;
        let (low, high) = self.first.interval.ends()?;
        let (plain_low, plain_high) = plain.interval.ends()?;
        Some(plain_low <= high && low <= plain_high)
    }
}

impl ShakeStudy {
    /// The share that was asked for.
    #[must_use]
    pub fn asked_share(&self) -> Option<&ShakenShare> {
        let mut shares = self.shares.iter();
        shares.find(|share| share.quantity == self.quantity)
    }

    /// The inputs of one number each, those that move the share most first.
    #[must_use]
    pub fn ranked_numbers(&self) -> Vec<&InputParts> {
        let mut numbers: Vec<&InputParts> = self
            .inputs
            .iter()
            .filter(|input| input.what == InputKind::Number)
            .collect();
        numbers.sort_by(|one, other| other.total.part.total_cmp(&one.total.part));
        numbers
    }
}

/// The shares that are told: each outcome, both wars, and the one that was asked for.
#[must_use]
pub fn shaken_quantities(asked: Quantity) -> Vec<Quantity> {
    let mut all: Vec<Quantity> = Outcome::ALL.map(Quantity::of_outcome).into();
    all.push(Quantity::Wars);
    if !all.contains(&asked) {
        all.push(asked);
    }
    all
}
