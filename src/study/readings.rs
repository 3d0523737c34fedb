//! Readings: where each judged number lies in each of them, and what follows while they are run.

use serde::{Deserialize, Serialize};

use crate::ensemble::Watch;
use crate::error::Error;
use crate::model::Model;
use crate::quantities::Quantity;
use crate::scenario::{Change, Judged, JudgedKind, JudgedNumbers};
use crate::stats::Sobol;

/// What is doubted, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubt {
    /// How far a number may be off, as a share of its value.
    pub by: f64,
    /// How many readings.
    pub readings: usize,
    /// How many trials of each.
    pub trials: u64,
    /// The seed of readings and luck.
    pub seed: u64,
    /// The share whose causes are told.
    pub quantity: Quantity,
    /// How many threads at most; none for as many as the machine has.
    pub threads: Option<usize>,
}

/// What follows a run through its stages: the trials that are done in this stage, and at its end
/// all of it.
pub trait Progressing {
    /// Runs a stage, which gets what to call with the trials that it has done, and says how many it
    /// did.
    ///
    /// # Errors
    /// What the stage fails with.
    fn stage<T>(
        &mut self,
        run: impl FnOnce(&Watch<'_>) -> Result<(T, u64), Error>,
    ) -> Result<T, Error>;
}

/// The values of a number that has a range of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// The place of the number.
    pub number: usize,
    /// Its value in each reading.
    pub values: Vec<f64>,
}

impl Doubt {
    /// Where the judged numbers lie in each reading.
    pub(super) const fn reader(self, numbers: &JudgedNumbers) -> Reader<'_> {
        Reader {
            numbers,
            by: self.by,
            sobol: Sobol::new(self.seed),
        }
    }
}

/// By what a number that may be off by a share of its value is multiplied, at a draw from 0 to 1.
#[must_use]
pub fn factor(by: f64, draw: f64) -> f64 {
    1.0 + by * (2.0 * draw - 1.0)
}

/// The readings of a case.
pub struct Reader<'n> {
    pub numbers: &'n JudgedNumbers,
    pub by: f64,
    pub sobol: Sobol,
}

/// From which of two independent sets a number is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// The readings.
    First,
    /// Others, that share nothing with them.
    Second,
}

impl Reader<'_> {
    /// The draw of a number in a row of a set.
    pub fn draw(&self, row: usize, number: usize, set: Set) -> f64 {
        let offset = match set {
            Set::First => 0,
            Set::Second => self.numbers.list().len(),
        };
        self.sobol.coordinate(row, offset + number)
    }

    /// The model of a row, each number from the set that `set` gives.
    ///
    /// # Errors
    /// A model that cannot be.
    pub fn model(&self, row: usize, set: impl Fn(usize) -> Set) -> Result<Model, Error> {
        let numbers = self.numbers.list().iter().enumerate();
        let changes: Vec<(usize, Change)> = numbers
            .map(|(at, number)| (at, self.change(number, self.draw(row, at, set(at)))))
            .collect();
        self.numbers.model(&changes)
    }

    /// What is done to a number at a draw.
    pub fn change(&self, number: &Judged, draw: f64) -> Change {
        match number.kind {
            JudgedKind::Range => Change::Draw(draw),
            JudgedKind::Step | JudgedKind::Fact | JudgedKind::Default => {
                Change::Times(factor(self.by, draw))
            }
        }
    }

    /// The values of numbers that have ranges of their own, in the first readings.
    pub fn drawn(&self, readings: usize) -> Vec<Drawn> {
        let list = self.numbers.list();
        let ranges = (0..list.len()).filter(|&at| list[at].kind == JudgedKind::Range);
        let drawn = ranges.map(|number| Drawn {
            number,
            values: (0..readings)
                .map(|row| self.draw(row, number, Set::First))
                .map(|draw| self.numbers.value_at(number, draw).unwrap_or_default())
                .collect(),
        });
        drawn.collect()
    }
}
