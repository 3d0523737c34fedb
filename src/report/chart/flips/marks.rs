//! The marks of moves: their colours and their squares.

use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas};
use crate::report::chart::style::{BETTER, Colour, LEADING, MUTED, PAPER, WORSE};
use crate::report::words::Move;
use crate::sim::Outcome;

/// Height of the line of the scale, as a multiple of the size of a label.
pub const SCALE_HIGH: f64 = 1.7;

/// The side of the square of a tenth of all histories, as a multiple of the size of a label: the
/// same in every chart where it has room, so that two of them can be held beside each other.
const TENTH: f64 = 2.5;

/// How thick the line around a hollow square is, as a part of its side and at most.
const LINE: (f64, f64) = (0.2, 3.5);

/// The colour of a move: to a milder end, to a worse one, or neither.
pub fn hue(from: Outcome, to: Outcome) -> Colour {
    match () {
        () if from == Outcome::Unresolved || to == Outcome::Unresolved => MUTED,
        () if to < from => BETTER,
        () => WORSE,
    }
}

/// Draws the square of a move: that to a milder end is hollow, so that print in grey tells it from
/// one to a worse end.
pub fn draw(canvas: &Canvas, square: Area, colour: Colour) -> Result<(), Error> {
    canvas.fill(square, colour)?;
    let side = square.right - square.left;
    let line = (side * LINE.0).min(LINE.1);
    if colour != BETTER {
        return Ok(());
    }
    let inside = Area {
        left: square.left + line,
        top: square.top + line,
        right: square.right - line,
        bottom: square.bottom - line,
    };
    canvas.fill(inside, PAPER)
}

/// The side of the square of a share of all histories: its area is the share.
pub fn side(canvas: &Canvas, share: f64) -> f64 {
    TENTH * canvas.sizes.label * (share.max(0.0) * 10.0).sqrt()
}

/// Whether a move is of fewer than one of so many histories, and so not drawn.
pub fn is_rare(moved: &Move, trials: u64, of: u64) -> bool {
    moved.in_figures(trials, of).starts_with('<')
}

/// The height of all that stands below the cells.
pub fn below(label: f64) -> f64 {
    label * (SCALE_HIGH + LEADING)
}
