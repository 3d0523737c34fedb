//! Two halves of the readings: one to find a box on, one to measure it.

use crate::stats::resample::Indices;

/// Turns the seed into one of its own, so that the order of readings has nothing to do with the
/// draws of their numbers.
const APART: u64 = 0x5bd1_e995_97f4_a7c1;

/// The places of readings in two halves, each in rising order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Halves {
    /// Those on which a box is found.
    pub found: Vec<usize>,
    /// Those that it has not seen.
    pub held_out: Vec<usize>,
}

/// Splits so many readings by a seed alone: shuffled, then every other one. Neighbours of a sequence
/// that fills space evenly differ in a known way, so that odd and even ones would not be alike.
#[must_use]
pub fn halves(readings: usize, seed: u64) -> Halves {
    let mut order: Vec<usize> = (0..readings).collect();
    let mut indices = Indices::new(seed ^ APART);
    for at in (1..readings).rev() {
        order.swap(at, indices.below(at + 1));
    }
    let (mut found, mut held_out) = (Vec::new(), Vec::new());
    for (at, place) in order.into_iter().enumerate() {
        if at % 2 == 0 {
            found.push(place);
        } else {
            held_out.push(place);
        }
    }
    found.sort_unstable();
    held_out.sort_unstable();
    Halves { found, held_out }
}
