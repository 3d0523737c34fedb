//! Marks of different shapes, so that grey print and all eyes tell apart what colours tell.

use plotters::style::RGBColor;

use super::style::{OUTLINE, PAPER};
use crate::error::Error;
use crate::report::chart::backend::Canvas;

/// How thick the outline of a mark is, of its radius and at the most: lines run up to it.
const EDGE: (f64, f64) = (0.22, 1.2);
/// How thick a ring is, of its radius.
const RING: f64 = 0.3;

type Point = (f64, f64);

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled circle.
    Disc,
    /// An empty circle.
    Ring,
    /// A square on a corner.
    Diamond,
    /// A square on a side.
    Square,
    /// A triangle on a side.
    Up,
    /// A triangle on a corner.
    Down,
    /// Two bars crossed.
    Plus,
    /// A triangle that points to the right.
    Right,
}

/// Draws a mark.
pub fn draw(
    canvas: &Canvas,
    shape: Shape,
    centre: Point,
    radius: f64,
    fill: RGBColor,
) -> Result<(), Error> {
    let edge = (EDGE.0 * radius).min(EDGE.1);
    match shape {
        Shape::Disc => return canvas.dot(centre, radius, fill, (OUTLINE, edge)),
        Shape::Ring => {
            return canvas.dot(
                centre,
                radius * (1.05 - RING / 2.0),
                PAPER,
                (fill, radius * RING),
            );
        }
        _ => {}
    }
    for (colour, more) in [(OUTLINE, edge), (fill, 0.0)] {
        canvas.shape(&grown(corners(shape), centre, radius, more), colour)?;
    }
    Ok(())
}

const fn corners(shape: Shape) -> &'static [Point] {
    match shape {
        Shape::Disc | Shape::Ring => &[],
        Shape::Diamond => &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
        Shape::Square => &[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
        Shape::Up => &[(0.0, -1.15), (1.15, 0.9), (-1.15, 0.9)],
        Shape::Down => &[(0.0, 1.15), (1.15, -0.9), (-1.15, -0.9)],
        Shape::Plus => &[
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
        ],
        Shape::Right => &[(1.15, 0.0), (-0.9, 1.15), (-0.9, -1.15)],
    }
}

/// The corners of a shape of this radius, and so much larger on all sides, or nearly.
fn grown(shape: &[Point], (x, y): Point, radius: f64, more: f64) -> Vec<Point> {
    shape
        .iter()
        .map(|&(across, down)| {
            (
                x + reach(across, radius, more),
                y + reach(down, radius, more),
            )
        })
        .collect()
}

/// How far a corner is from the centre along one side. What is narrow grows by as much as what is wide.
fn reach(part: f64, radius: f64, more: f64) -> f64 {
    let direction = if part.abs() < 0.05 {
        0.0
    } else {
        part.signum()
    };
    part * radius + more * direction
}
