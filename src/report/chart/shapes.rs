//! Marks of different shapes, so that grey print and all eyes tell apart what colours tell.

use plotters::style::RGBColor;

use super::style::{OUTLINE, PAPER};
use crate::error::Error;
use crate::report::chart::backend::{Canvas, Position, xy};

/// How thick the outline of a mark is, of its radius and at the most: lines run up to it.
const EDGE: (f64, f64) = (0.22, 1.2);
/// How thick a ring is, of its radius.
const RING: f64 = 0.3;

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
    centre: Position,
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
        canvas.shape(&grown(&corners(shape), centre, radius, more), colour)?;
    }
    Ok(())
}

/// The corners of a shape of radius 1 around its centre; a circle has none.
fn corners(shape: Shape) -> Vec<Position> {
    match shape {
        Shape::Disc | Shape::Ring => vec![],
        Shape::Diamond => vec![xy(0.0, -1.2), xy(1.2, 0.0), xy(0.0, 1.2), xy(-1.2, 0.0)],
        Shape::Square => vec![
            xy(-0.85, -0.85),
            xy(0.85, -0.85),
            xy(0.85, 0.85),
            xy(-0.85, 0.85),
        ],
        Shape::Up => vec![xy(0.0, -1.15), xy(1.15, 0.9), xy(-1.15, 0.9)],
        Shape::Down => vec![xy(0.0, 1.15), xy(1.15, -0.9), xy(-1.15, -0.9)],
        Shape::Plus => vec![
            xy(-0.4, -1.2),
            xy(0.4, -1.2),
            xy(0.4, -0.4),
            xy(1.2, -0.4),
            xy(1.2, 0.4),
            xy(0.4, 0.4),
            xy(0.4, 1.2),
            xy(-0.4, 1.2),
            xy(-0.4, 0.4),
            xy(-1.2, 0.4),
            xy(-1.2, -0.4),
            xy(-0.4, -0.4),
        ],
        Shape::Right => vec![xy(1.15, 0.0), xy(-0.9, 1.15), xy(-0.9, -1.15)],
    }
}

/// The corners of a shape of this radius, and so much larger on all sides, or nearly.
fn grown(shape: &[Position], centre: Position, radius: f64, more: f64) -> Vec<Position> {
    shape
        .iter()
        .map(|corner| {
            xy(
                centre.x + reach(corner.x, radius, more),
                centre.y + reach(corner.y, radius, more),
            )
        })
        .collect()
}

/// How far a corner is from the centre along one side. What is narrow grows by as much as what is
/// wide.
fn reach(part: f64, radius: f64, more: f64) -> f64 {
    let direction = if part.abs() < 0.05 {
        0.0
    } else {
        part.signum()
    };
    part * radius + more * direction
}
