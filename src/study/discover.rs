//! Under which conditions is something common? From readings of the judged numbers, as `shake`
//! draws them: the box of numbers in which it is, found on one half and measured on the other.

mod find;
mod run;
mod slices;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::readings::{Drawn, factor};
use super::{Reason, Subject};
use crate::quantities::Quantity;
use crate::scenario::{Judged, StepKind};
use crate::stats::Sobol;
use crate::stats::prim::{Counted, Limit, Measured, Points};

pub use slices::Slice;

/// The fewest readings of which a condition is reported.
pub const LEAST_DISCOVERED: usize = 100;

/// The condition under which something is common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscoverStudy {
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
    /// What is looked for.
    pub quantity: Quantity,
    /// Why the inputs exclude it, where no reading has it.
    pub excluded: Option<Reason>,
    /// The judged numbers.
    pub numbers: Vec<Judged>,
    /// The values of numbers that have a range of their own, in each reading.
    pub drawn: Vec<Drawn>,
    /// For each reading, how many of its trials met it.
    pub readings: Vec<u32>,
    /// The boxes from all readings to few. Empty where all readings are alike.
    pub way: Vec<WayStep>,
    /// The box that was chosen; none where no box has more of it than all readings.
    pub condition: Option<Condition>,
}

/// A box on the way from all readings to few.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayStep {
    /// What it limits.
    pub limits: Vec<Limit>,
    /// What it holds of the readings that it was found on.
    pub found: Counted,
    /// What it holds of those that it has not seen.
    pub held_out: Counted,
}

/// A box of readings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// From which place on the way it was taken.
    pub step: usize,
    /// What it limits, the number first that was limited first.
    pub limits: Vec<LimitedNumber>,
    /// What it holds of the readings that it was found on.
    pub found: Counted,
    /// What it holds of those that it has not seen: what is reported.
    pub held_out: Measured,
    /// Numbers of the scenario that lie in the middle of it.
    pub settings: Vec<SetTo>,
}

/// A number that a box limits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitedNumber {
    /// The limit.
    pub limit: Limit,
    /// What the number does, where it is the step of an argument.
    pub effect: Option<StepKind>,
    /// The lowest value over all readings.
    pub least: f64,
    /// The highest.
    pub most: f64,
    /// What the box holds without this limit, of the readings that it has not seen.
    pub without: Counted,
}

/// A number of a scenario with a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetTo {
    /// Its path.
    pub path: String,
    /// The value.
    pub value: f64,
}

impl DiscoverStudy {
    /// The condition, where readings that it has not seen bear it out.
    #[must_use]
    pub fn found(&self) -> Option<&Condition> {
        let condition = self.condition.as_ref();
        condition.filter(|condition| condition.held_out.is_borne_out())
    }

    /// The share of histories of all readings that met it.
    #[must_use]
    pub fn overall(&self) -> f64 {
        let hits: u64 = self.readings.iter().map(|&hits| u64::from(hits)).sum();
        hits as f64 / (self.readings.len() as u64 * self.trials) as f64
    }

    /// The value of a limited number in a reading.
    #[must_use]
    pub fn value(&self, limited: &LimitedNumber, reading: usize) -> f64 {
        let at = limited.limit.number;
        if let Some(drawn) = self.drawn.iter().find(|drawn| drawn.number == at) {
            return drawn.values[reading];
        }
        let factor = factor(self.by, Sobol::new(self.seed).coordinate(reading, at));
        let value = self.numbers[at].value;
        match limited.effect {
            Some(StepKind::Scales) => libm::pow(value, factor),
            _ => value * factor,
        }
    }

    /// Whether all readings are alike in it: none of the histories, or all of them.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        let mut readings = self.readings.iter();
        readings.all(|&hits| hits == 0)
            || self
                .readings
                .iter()
                .all(|&hits| u64::from(hits) == self.trials)
    }

    /// Counts of the halves, of the whole: how many readings each has.
    #[must_use]
    pub fn halves(&self) -> [usize; 2] {
        let all = self.readings.len();
        [all.div_ceil(2), all / 2]
    }
}

impl LimitedNumber {
    /// The part of its range that counts: its lower end and its upper.
    #[must_use]
    pub fn part(&self) -> [f64; 2] {
        let low = self.limit.low.unwrap_or(self.least);
        let high = self.limit.high.unwrap_or(self.most);
        [low, high]
    }

    /// The middle of the part that counts.
    #[must_use]
    pub fn middle(&self) -> f64 {
        let [low, high] = self.part();
        f64::midpoint(low, high)
    }
}

/// The readings as what a box is found in.
const fn points<'p>(values: &'p [Vec<f64>], hits: &'p [u32], trials: u64) -> Points<'p> {
    Points {
        values,
        hits,
        trials,
    }
}
