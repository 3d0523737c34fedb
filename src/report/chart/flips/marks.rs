//! The marks of moves: their colours and their squares.

use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas};
use crate::report::chart::style::{BETTER, Colour, MUTED, PAPER, WORSE};
use crate::report::words::Move;
use crate::sim::Outcome;

/// The outline of a hollow square, as a part of its side, and at most as a multiple of the size of a
/// label.
const OUTLINE: f64 = 0.2;
const THICKEST: f64 = 0.2;

/// The colour of a move: calmer, worse, or neither.
pub fn hue(from: Outcome, to: Outcome) -> Colour {
    match () {
        () if from == Outcome::Unresolved || to == Outcome::Unresolved => MUTED,
        () if to < from => BETTER,
        () => WORSE,
    }
}

/// Draws the square of a move, or a sample of it: filled where it goes to a graver end, hollow where
/// it goes to a calmer one, so that the two differ without their hues.
pub fn draw_square(canvas: &Canvas, area: Area, colour: Colour) -> Result<(), Error> {
    if colour != BETTER {
        return canvas.fill(area, colour);
    }
    let side = area.right - area.left;
    let width = (side * OUTLINE).min(canvas.sizes.label * THICKEST);
    canvas.bar(area, PAPER, colour, width)
}

/// Whether a move is of fewer than one of so many histories, and so a dot.
pub fn is_dot(moved: &Move, trials: u64, of: u64) -> bool {
    moved.in_figures(trials, of).starts_with('<')
}
