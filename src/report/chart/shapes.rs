//! Marks that have a shape of their own.

use plotters::style::RGBColor;

use crate::error::Error;
use crate::report::chart::backend::{Canvas, Position, xy};

/// The corners of a triangle of radius 1 that points to the right.
const POINTING: [Position; 3] = [xy(1.15, 0.0), xy(-0.9, 1.15), xy(-0.9, -1.15)];

/// Draws a triangle that points to the right: what goes on beyond the end of an axis.
pub fn goes_on(
    canvas: &Canvas,
    centre: Position,
    radius: f64,
    fill: RGBColor,
) -> Result<(), Error> {
    let corners =
        POINTING.map(|corner| xy(centre.x + radius * corner.x, centre.y + radius * corner.y));
    canvas.shape(&corners, fill)
}
