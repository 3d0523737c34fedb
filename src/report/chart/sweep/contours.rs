//! Lines of equal value over a map: straight between the middles of neighbouring cells.

use crate::report::chart::backend::{Position, xy};

/// A corner of a square of four neighbouring cells.
#[derive(Clone, Copy)]
pub struct Corner {
    /// The middle of its cell.
    pub middle: Position,
    /// The value of its cell.
    pub value: f64,
}

/// The lines of a level within a square, whose corners go round it.
pub fn lines(corners: [Corner; 4], level: f64) -> Vec<[Position; 2]> {
    let crossings: Vec<Position> = (0..4)
        .filter_map(|at| crossing(corners[at], corners[(at + 1) % 4], level))
        .collect();
    // A saddle has four, and two lines; which two of the ways to draw them nobody can tell.
    crossings
        .chunks_exact(2)
        .map(|pair| [pair[0], pair[1]])
        .collect()
}

/// Where a level lies between two corners, if it does.
fn crossing(from: Corner, to: Corner, level: f64) -> Option<Position> {
    let part = (level - from.value) / (to.value - from.value);
    let Position { x, y } = from.middle;
    let crosses = (from.value < level) ^ (to.value < level);
    crosses.then_some(xy(
        x + part * (to.middle.x - x),
        y + part * (to.middle.y - y),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(values: [f64; 4]) -> [Corner; 4] {
        let places = [xy(0.0, 0.0), xy(1.0, 0.0), xy(1.0, 1.0), xy(0.0, 1.0)];
        std::array::from_fn(|at| Corner {
            middle: places[at],
            value: values[at],
        })
    }

    #[test]
    fn a_line_lies_between_what_is_below_and_what_is_not() {
        assert_eq!(
            lines(square([0.0, 4.0, 4.0, 0.0]), 1.0),
            [[xy(0.25, 0.0), xy(0.25, 1.0)]]
        );
        assert!(lines(square([0.0, 0.0, 0.0, 0.0]), 0.0).is_empty());
        assert_eq!(lines(square([0.0, 2.0, 0.0, 2.0]), 1.0).len(), 2);
    }
}
