//! Where the scenario stands as it is, on a map of what it might be.

use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas, Position, xy};
use crate::report::chart::style::{INK, PAPER};

/// How large the ring is at the most, and how much of a cell it may take.
const RADIUS: f64 = 22.0;
const PART: f64 = 0.42;
/// How many straight pieces make a ring.
const PIECES: u32 = 48;
/// How thick the ring is, and the light on each of its sides.
const WIDTH: f64 = 2.4;
const LIGHT: f64 = 1.4;

/// Half the width of an arrow, and its length.
const ARROW: (f64, f64) = (6.0, 10.0);

/// How far along rising values a value stands, counted in steps from the first; none beyond them.
pub fn along(values: &[f64], value: f64) -> Option<f64> {
    let next = values.iter().position(|&known| value <= known)?;
    match next {
        0 => (values[0] == value).then_some(0.0),
        _ => {
            Some((next - 1) as f64 + (value - values[next - 1]) / (values[next] - values[next - 1]))
        }
    }
}

/// Draws a ring around a place, so that what stands in it can be read.
pub fn ring(canvas: &Canvas, centre: Position, (wide, high): (f64, f64)) -> Result<(), Error> {
    let Position { x, y } = centre;
    let radius = RADIUS.min(PART * wide.min(high));
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

/// Points from above and from the right at a place between cells, whose numbers are not those of
/// the place.
pub fn arrows(canvas: &Canvas, place: Position, cells: Area) -> Result<(), Error> {
    let Position { x, y } = place;
    let top = cells.top - 1.0;
    let right = cells.right + 1.0;
    canvas.shape(
        &[
            xy(x, top),
            xy(x - ARROW.0, top - ARROW.1),
            xy(x + ARROW.0, top - ARROW.1),
        ],
        INK,
    )?;
    canvas.shape(
        &[
            xy(right, y),
            xy(right + ARROW.1, y - ARROW.0),
            xy(right + ARROW.1, y + ARROW.0),
        ],
        INK,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_between_its_neighbours() {
        let values = [0.0, 1.0, 4.0];
        for (value, place) in [
            (0.0, Some(0.0)),
            (0.5, Some(0.5)),
            (2.5, Some(1.5)),
            (4.0, Some(2.0)),
            (4.1, None),
            (-1.0, None),
        ] {
            assert_eq!(along(&values, value), place, "{value}");
        }
    }
}
