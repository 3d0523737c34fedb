//! Where the cells of a map are, and where the scenario stands among them.

use plotters::style::RGBColor;

use super::Map;
use crate::report::chart::backend::{Area, Position, xy};
use crate::report::chart::style::{PAPER, quantity_colour};
use crate::study::{Axis, Point};

/// A place counted in cells: columns from the left, rows from the foot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellPlace {
    /// Columns.
    pub column: f64,
    /// Rows.
    pub row: f64,
}

/// How large a cell is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellSize {
    /// Its width.
    pub wide: f64,
    /// Its height.
    pub high: f64,
}

impl Map<'_> {
    /// Where the scenario stands as it is; none beyond the cells, or where it has several values.
    pub fn base(&self) -> Option<CellPlace> {
        Some(CellPlace {
            column: self.base_along(0)?,
            row: self.base_along(1)?,
        })
    }

    fn base_along(&self, axis: usize) -> Option<f64> {
        let value = self.sweep.base.get(axis)?.single()?;
        along(&self.sorted(axis), value)
    }

    /// Where a place is.
    pub fn at(&self, place: CellPlace) -> Position {
        let CellSize { wide, high } = self.size();
        xy(
            self.area.left + (place.column + 0.5) * wide,
            self.area.bottom - (place.row + 0.5) * high,
        )
    }

    /// The cell in which the scenario itself was run, if it was.
    pub fn own_cell(&self) -> Option<Area> {
        let CellPlace { column, row } = self.base()?;
        let is_whole = column.fract() == 0.0 && row.fract() == 0.0;
        is_whole.then(|| self.place(column as usize, row as usize))
    }

    /// The values of an axis from the least.
    pub fn sorted(&self, axis: usize) -> Vec<f64> {
        let values = self.sweep.axes.get(axis).map_or(&[][..], Axis::values);
        self.orders[axis]
            .iter()
            .filter_map(|&at| values.get(at).copied())
            .collect()
    }

    /// How large a cell is.
    pub fn size(&self) -> CellSize {
        CellSize {
            wide: (self.area.right - self.area.left) / self.orders[0].len() as f64,
            high: (self.area.bottom - self.area.top) / self.orders[1].len() as f64,
        }
    }

    /// The cell in this column from the left and this row from the foot.
    pub fn place(&self, column: usize, row: usize) -> Area {
        let CellSize { wide, high } = self.size();
        let left = self.area.left + column as f64 * wide;
        let bottom = self.area.bottom - row as f64 * high;
        Area {
            left,
            top: bottom - high,
            right: left + wide,
            bottom,
        }
    }

    /// The point of a cell.
    pub fn point(&self, column: usize, row: usize) -> Option<&Point> {
        let column = self.orders[0].get(column)?;
        let row = self.orders[1].get(row)?;
        self.sweep.points.get(column * self.orders[1].len() + row)
    }

    /// The value of a cell; none where it cannot occur.
    pub fn shown(&self, column: usize, row: usize) -> Option<f64> {
        self.point(column, row)
            .filter(|point| point.can_occur())
            .map(|point| point.shown)
    }

    /// The colour of a cell.
    pub fn fill(&self, column: usize, row: usize) -> RGBColor {
        self.shown(column, row)
            .map_or(PAPER, |shown| quantity_colour(self.colours.part(shown)))
    }
}

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
