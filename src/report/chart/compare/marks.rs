//! The mark of a base, the mark of a change, and their intervals.

use crate::error::Error;
use crate::report::chart::backend::{Canvas, Position, xy};
use crate::report::chart::shapes::{self, Shape};
use crate::report::chart::style::{INK, PAPER, VARIANT, WHISKER};

/// Draws the mark of the base.
pub fn base(canvas: &Canvas, centre: Position, radius: f64) -> Result<(), Error> {
    shapes::draw(canvas, Shape::Ring, centre, radius, INK)
}

/// Draws the mark of a variant.
pub fn variant(canvas: &Canvas, centre: Position, radius: f64) -> Result<(), Error> {
    shapes::draw(canvas, Shape::Diamond, centre, radius, VARIANT)
}

/// Draws the mark of a change: filled where its interval excludes zero.
pub fn change(canvas: &Canvas, centre: Position, radius: f64, sure: bool) -> Result<(), Error> {
    shapes::draw(
        canvas,
        Shape::Diamond,
        centre,
        radius,
        if sure { VARIANT } else { PAPER },
    )
}

/// Draws an interval along a row.
pub fn interval(canvas: &Canvas, [low, high]: [f64; 2], y: f64) -> Result<(), Error> {
    canvas.line(xy(low, y), xy(high, y), INK, WHISKER)
}
