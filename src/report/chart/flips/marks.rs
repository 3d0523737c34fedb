//! The marks of moves: their colours and their squares.

use crate::report::chart::backend::Canvas;
use crate::report::chart::style::{BETTER, Colour, MUTED, WORSE};
use crate::report::words::Move;
use crate::sim::Outcome;

/// The side of the square of a tenth of all histories, as a multiple of the size of a label: the
/// same in every chart, so that two of them can be laid beside each other.
const TENTH: f64 = 2.5;

/// The colour of a move: to a milder end, to a worse one, or neither. Both are filled alike; where
/// they stand, left or right of what stays, tells them apart without their hues.
pub fn hue(from: Outcome, to: Outcome) -> Colour {
    match () {
        () if from == Outcome::Unresolved || to == Outcome::Unresolved => MUTED,
        () if to < from => BETTER,
        () => WORSE,
    }
}

/// The side of the square of a share of all histories: its area is the share.
pub fn side(canvas: &Canvas, share: f64) -> f64 {
    TENTH * canvas.sizes.label * (share.max(0.0) * 10.0).sqrt()
}

/// Whether a move is of fewer than one of so many histories, and so not drawn.
pub fn is_rare(moved: &Move, trials: u64, of: u64) -> bool {
    moved.in_figures(trials, of).starts_with('<')
}
