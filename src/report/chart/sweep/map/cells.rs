//! The cells of a map: their colours, their numbers, and lines of equal value.

use super::Map;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, Type, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{INK, PAPER, text_on};
use crate::report::chart::sweep::contours::{self, Corner};

/// How thick a contour is, and the light on each of its sides.
const CONTOUR: f64 = 1.6;
const LIGHT: f64 = 1.0;
/// Cells reach so far below their neighbours, which are drawn after them: no seams.
const LAP: f64 = 0.6;

impl Map<'_> {
    /// All cells, from the top left, each a little below the next.
    pub fn cells(&self, canvas: &Canvas) -> Result<(), Error> {
        for row in (0..self.orders[1].len()).rev() {
            for column in 0..self.orders[0].len() {
                let place = self.place(column, row);
                let right = (place.right + LAP).min(self.area.right);
                let bottom = (place.bottom + LAP).min(self.area.bottom);
                let area = Area {
                    right,
                    bottom,
                    ..place
                };
                canvas.fill(area, self.fill(column, row))?;
            }
        }
        Ok(())
    }

    /// The lines of equal value.
    pub fn contours(&self, canvas: &Canvas) -> Result<(), Error> {
        let mut lines = Vec::new();
        for row in 0..self.orders[1].len() - 1 {
            for column in 0..self.orders[0].len() - 1 {
                let Some(square) = self.square(column, row) else {
                    continue;
                };
                for level in self.colours.levels() {
                    lines.extend(contours::lines(square, level));
                }
            }
        }
        for (colour, width) in [(PAPER, CONTOUR + 2.0 * LIGHT), (INK, CONTOUR)] {
            lines
                .iter()
                .try_for_each(|&[from, to]| canvas.line(from, to, colour, width))?;
        }
        Ok(())
    }

    /// The corners around which a cell meets its neighbours to the right and above; none where one
    /// cannot occur.
    fn square(&self, column: usize, row: usize) -> Option<[Corner; 4]> {
        Some([
            self.corner(column, row)?,
            self.corner(column + 1, row)?,
            self.corner(column + 1, row + 1)?,
            self.corner(column, row + 1)?,
        ])
    }

    fn corner(&self, column: usize, row: usize) -> Option<Corner> {
        Some(Corner {
            middle: middle(self.place(column, row)),
            value: self.shown(column, row)?,
        })
    }

    /// The numbers of all cells.
    pub fn numbers(&self, canvas: &Canvas, set: Type) -> Result<(), Error> {
        for row in 0..self.orders[1].len() {
            for column in 0..self.orders[0].len() {
                let place = self.place(column, row);
                let middle = middle(place);
                let fill = self.fill(column, row);
                let text = self
                    .point(column, row)
                    .map_or_else(String::new, |point| self.in_cell(point));
                lines(canvas, &[text], middle, set, text_on(fill), Align::Centre)?;
            }
        }
        Ok(())
    }
}

/// The middle of an area.
fn middle(area: Area) -> Position {
    xy(
        f64::midpoint(area.left, area.right),
        f64::midpoint(area.top, area.bottom),
    )
}
