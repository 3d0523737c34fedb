//! Readings: where each judged number lies in each of them.

use crate::error::Error;
use crate::model::Model;
use crate::scenario::{Change, Judged, JudgedKind, JudgedNumbers};
use crate::stats::Sobol;

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

    fn change(&self, number: &Judged, draw: f64) -> Change {
        match number.kind {
            JudgedKind::Range => Change::Draw(draw),
            JudgedKind::Step | JudgedKind::Fact | JudgedKind::Default => {
                Change::Times(factor(self.by, draw))
            }
        }
    }
}
