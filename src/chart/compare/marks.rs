//! A mark for each scenario: of its own shape as well as colour, so that grey print and all eyes tell them apart.

use crate::chart::canvas::Canvas;
use crate::chart::style::{INK, OUTLINE, PAPER, variant_colour};
use crate::error::Error;

/// How thick the outline of a mark is, of its radius and at the most: intervals run up to it.
const EDGE: (f64, f64) = (0.2, 1.2);
/// How thick the ring of the base is, of its radius.
const RING: f64 = 0.3;

type Point = (f64, f64);

const SQUARE: &[Point] = &[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)];
const DIAMOND: &[Point] = &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)];
const UP: &[Point] = &[(0.0, -1.15), (1.15, 0.9), (-1.15, 0.9)];
const DOWN: &[Point] = &[(0.0, 1.15), (1.15, -0.9), (-1.15, -0.9)];
const WIDE: &[Point] = &[(-1.4, -0.55), (1.4, -0.55), (1.4, 0.55), (-1.4, 0.55)];
const TALL: &[Point] = &[(-0.5, -1.2), (0.5, -1.2), (0.5, 1.2), (-0.5, 1.2)];
const PLUS: &[Point] = &[
    (-0.4, -1.2),
    (0.4, -1.2),
    (0.4, -0.4),
    (1.2, -0.4),
    (1.2, 0.4),
    (0.4, 0.4),
    (0.4, 1.2),
    (-0.4, 1.2),
    (-0.4, 0.4),
    (-1.2, 0.4),
    (-1.2, -0.4),
    (-0.4, -0.4),
];
const RIGHTWARDS: &[Point] = &[(1.15, 0.0), (-0.9, 1.15), (-0.9, -1.15)];

/// Draws the mark of a scenario, the base first: the base is a ring, and empty.
pub fn draw(canvas: &Canvas<'_>, scenario: usize, centre: Point, radius: f64) -> Result<(), Error> {
    let shape = match scenario {
        0 => return ring(canvas, centre, radius),
        1 => DIAMOND,
        2 => SQUARE,
        3 => UP,
        4 => DOWN,
        5 => PLUS,
        6 => WIDE,
        7 => TALL,
        _ => RIGHTWARDS,
    };
    for (colour, more) in [(OUTLINE, (EDGE.0 * radius).min(EDGE.1)), (variant_colour(scenario), 0.0)] {
        canvas.shape(&grown(shape, centre, radius, more), colour)?;
    }
    Ok(())
}

fn ring(canvas: &Canvas<'_>, centre: Point, radius: f64) -> Result<(), Error> {
    canvas.dot(centre, radius * (1.05 - RING / 2.0), PAPER, (INK, radius * RING))
}

/// The corners of a shape of this radius, and so much larger on all sides, or nearly.
fn grown(shape: &[Point], (x, y): Point, radius: f64, more: f64) -> Vec<Point> {
    // What is narrow grows by as much as what is wide.
    let side = |part: f64| part * radius + more * if part.abs() < 0.05 { 0.0 } else { part.signum() };
    shape.iter().map(|&(across, down)| (x + side(across), y + side(down))).collect()
}
