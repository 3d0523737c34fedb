//! The marks of moves: their colours and their squares.

use crate::report::chart::style::{AWAY, Colour, MUTED, WORSE};
use crate::report::words::Move;
use crate::sim::Outcome;

/// The side of the square of one history of a thousand, as a multiple of the size of a label: the
/// same in every chart, so that two of them can be compared.
const UNIT: f64 = 1.0 / 6.0;

/// The colour of a move: away from war, towards it, or neither. They differ in lightness as well.
pub fn hue(from: Outcome, to: Outcome) -> Colour {
    match () {
        () if from == Outcome::Unresolved || to == Outcome::Unresolved => MUTED,
        () if to < from => AWAY,
        () => WORSE,
    }
}

/// The side of the square of a share of all histories, as a multiple of the size of a label.
pub fn side(share: f64) -> f64 {
    UNIT * (share * 1000.0).sqrt()
}

/// Whether a move is of fewer than one of so many histories, and so a dot.
pub fn is_dot(moved: &Move, trials: u64, of: u64) -> bool {
    moved.in_figures(trials, of).starts_with('<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_in_proportion() {
        let ratio = side(0.163) / side(0.001);
        assert!((ratio * ratio - 163.0).abs() < 1e-6);
    }
}
