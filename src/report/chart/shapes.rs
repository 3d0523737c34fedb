//! Marks that have a shape of their own.

use plotters::style::RGBColor;

use crate::error::Error;
use crate::model::Side;
use crate::report::chart::backend::{Area, Canvas, Position, xy};

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

/// A square is as large to the eye as a circle of this much more radius.
const SQUARE: f64 = 0.92;

/// Draws the mark of a side: a circle for the one that opens, a square for the other.
pub fn mark_of(
    canvas: &Canvas,
    side: Side,
    (centre, radius): (Position, f64),
    fill: RGBColor,
    (outline, width): (RGBColor, f64),
) -> Result<(), Error> {
    match side {
        Side::Opener => canvas.dot(centre, radius, fill, (outline, width)),
        Side::Other => {
            let half = SQUARE * radius;
            let area = Area {
                left: centre.x - half,
                top: centre.y - half,
                right: centre.x + half,
                bottom: centre.y + half,
            };
            canvas.bar(area, fill, outline, width)
        }
    }
}
