//! Where the scenario stands as it is, on a map of what it might be.

use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas, Position, xy};
use crate::report::chart::style::{INK, PAPER};

/// The radius of the dot, as on a curve, and the width of its edge.
pub const RADIUS: f64 = 9.0;
const EDGE: f64 = 3.5;
/// How thick the frame is, and the light on each of its sides.
const WIDTH: f64 = 3.0;
const LIGHT: f64 = 1.6;

/// Draws a dot at a place.
pub fn dot(canvas: &Canvas, at: Position) -> Result<(), Error> {
    canvas.dot(at, RADIUS + EDGE / 2.0 + LIGHT, PAPER, (PAPER, 0.0))?;
    canvas.dot(at, RADIUS, PAPER, (INK, EDGE))
}

/// Draws a frame within a cell, around its number.
pub fn frame(canvas: &Canvas, cell: Area) -> Result<(), Error> {
    let inset = LIGHT + WIDTH / 2.0;
    let Area {
        left,
        top,
        right,
        bottom,
    } = cell;
    let left = left + inset;
    let top = top + inset;
    let right = right - inset;
    let bottom = bottom - inset;
    for (colour, width) in [(PAPER, WIDTH + 2.0 * LIGHT), (INK, WIDTH)] {
        let half = width / 2.0;
        // Corners are whole: lines across reach as far as those down are wide.
        for y in [top, bottom] {
            canvas.line(xy(left - half, y), xy(right + half, y), colour, width)?;
        }
        for x in [left, right] {
            canvas.line(xy(x, top), xy(x, bottom), colour, width)?;
        }
    }
    Ok(())
}
