//! Where the scenario stands as it is, on a map of what it might be.

use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas, Position, xy};
use crate::report::chart::style::{INK, PAPER};
use crate::report::chart::sweep::map::CellSize;

/// How large the ring is at the most and at the least, and how much of a cell it may take.
const RADIUS: f64 = 18.0;
const LEAST_RADIUS: f64 = 9.0;
const PART: f64 = 0.42;
/// How many straight pieces make a ring.
const PIECES: u32 = 48;
/// How thick the ring is, and the light on each of its sides.
const WIDTH: f64 = 3.0;
const LIGHT: f64 = 1.6;

/// Draws a ring around a place, so that its number can be read.
pub fn ring(canvas: &Canvas, centre: Position, cell: CellSize) -> Result<(), Error> {
    let Position { x, y } = centre;
    let radius = (PART * cell.wide.min(cell.high)).clamp(LEAST_RADIUS, RADIUS);
    let mut points = Vec::new();
    for piece in 0..=PIECES {
        let angle = std::f64::consts::TAU * f64::from(piece) / f64::from(PIECES);
        points.push(xy(
            x + radius * libm::cos(angle),
            y + radius * libm::sin(angle),
        ));
    }
    for (colour, width) in [(PAPER, WIDTH + 2.0 * LIGHT), (INK, WIDTH)] {
        for ends in points.windows(2) {
            canvas.line(ends[0], ends[1], colour, width)?;
        }
    }
    Ok(())
}

/// Draws a frame within a cell, around its number, or within several.
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
