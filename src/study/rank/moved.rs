//! Judged numbers, each moved a little either way by itself, on the same luck.

use serde::{Deserialize, Serialize};

use super::{size_of, sort_by_size};
use crate::scenario::JudgedKind;
use crate::study::Difference;

/// By how much every number is moved: a fifth of it.
pub const NUMBER_STEP: f64 = 0.2;

/// What a number does that is moved either way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovedNumber {
    /// Its name, which no other has.
    pub id: String,
    /// The path of the number that it makes or changes.
    pub path: String,
    /// What the parameter means.
    pub meaning: String,
    /// The claim of the argument that it is a step of; empty where it is none.
    pub claim: String,
    /// Who says it; empty where nobody is named.
    pub who: String,
    /// What kind of judgement it is.
    pub kind: JudgedKind,
    /// The number as it is.
    pub value: f64,
    /// A fifth less, less as it is.
    pub less: Difference,
    /// A fifth more, less as it is.
    pub more: Difference,
}

impl MovedNumber {
    /// The larger of the two changes.
    #[must_use]
    pub fn widest(&self) -> &Difference {
        if size_of(&self.less) > size_of(&self.more) {
            &self.less
        } else {
            &self.more
        }
    }

    /// How far the larger of the two changes lies from zero.
    #[must_use]
    pub fn size(&self) -> f64 {
        size_of(self.widest())
    }

    /// Sorts numbers: the one that moves most first.
    pub fn sort(numbers: &mut [Self]) {
        sort_by_size(numbers, Self::size, |number| &number.id);
    }

    /// Whether either change is surely not zero.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.less.is_sure() || self.more.is_sure()
    }
}
