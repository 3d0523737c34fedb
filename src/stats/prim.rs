//! Patient rule induction: the box of readings in which something is common.
//!
//! Friedman and Fisher 1999. A box limits a few numbers from below or above. It is found on one
//! half of the readings by peeling thin slices off all of them, each time the one after which the
//! mean of the rest is highest. What is reported of it is measured on the other half, which it has
//! not seen: on the half that it was found on, its density is too high by what luck added (Bryant
//! and Lempert 2010 for the use of both on scenarios).

mod halves;
mod measured;
mod peel;
mod shape;
#[cfg(test)]
mod tests;

pub use halves::{Halves, halves};
pub use measured::{Measured, Spreads, measured, spreads};
pub use peel::{Peeled, peel};
pub use shape::shape;

/// Which part of the readings a slice has that is peeled off.
pub const PEELED: f64 = 0.05;
/// No box has a smaller part of the readings.
pub const LEAST_MASS: f64 = 0.05;
/// How many numbers a box limits at most: more than a sentence can say.
pub const MOST_LIMITED: usize = 3;
/// A box holds this part of what is looked for at least.
pub const LEAST_COVERAGE: f64 = 0.5;

/// Readings: the values of numbers, and how many trials of each met something.
#[derive(Clone, Copy, Debug)]
pub struct Points<'p> {
    /// For each number its value in each reading.
    pub values: &'p [Vec<f64>],
    /// For each reading, how many of its trials met it.
    pub hits: &'p [u32],
    /// How many trials each has.
    pub trials: u64,
}

/// What a box says of one number: it lies above one value, below another, or both.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Limit {
    /// The place of the number.
    pub number: usize,
    /// Above this.
    pub low: Option<f64>,
    /// Below this.
    pub high: Option<f64>,
}

impl Limit {
    /// Whether a value lies within it.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        self.low.is_none_or(|low| low < value) && self.high.is_none_or(|high| value < high)
    }
}

/// Readings and hits of a box, in one half.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Counted {
    /// How many readings lie in the box.
    pub readings: u64,
    /// How many there are.
    pub of_readings: u64,
    /// How many of the trials of those in the box met it.
    pub hits: u64,
    /// How many of all trials met it.
    pub of_hits: u64,
}

impl Counted {
    /// The counts of a box among readings at these places.
    #[must_use]
    pub fn of(points: &Points<'_>, limits: &[Limit], places: &[usize]) -> Self {
        let mut counted = Self::default();
        for &place in places {
            let hits = u64::from(points.hits[place]);
            counted.of_readings += 1;
            counted.of_hits += hits;
            if points.is_inside(limits, place) {
                counted.readings += 1;
                counted.hits += hits;
            }
        }
        counted
    }

    /// The part of the readings that lies in the box; zero where there are none.
    #[must_use]
    pub fn mass(&self) -> f64 {
        ratio(self.readings, self.of_readings)
    }

    /// The share of trials in the box that met it, of so many trials of each reading.
    #[must_use]
    pub fn density(&self, trials: u64) -> f64 {
        ratio(self.hits, self.readings * trials)
    }

    /// The share of all that met it which lies in the box.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        ratio(self.hits, self.of_hits)
    }

    /// The share of all trials that met it.
    #[must_use]
    pub fn overall(&self, trials: u64) -> f64 {
        ratio(self.of_hits, self.of_readings * trials)
    }

    /// The share of trials outside the box that met it.
    #[must_use]
    pub fn elsewhere(&self, trials: u64) -> f64 {
        let outside = self.of_readings.saturating_sub(self.readings);
        ratio(self.of_hits.saturating_sub(self.hits), outside * trials)
    }
}

fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

impl Points<'_> {
    /// Whether a reading lies within all limits.
    #[must_use]
    pub fn is_inside(&self, limits: &[Limit], place: usize) -> bool {
        limits
            .iter()
            .all(|limit| limit.holds(self.values[limit.number][place]))
    }
}
