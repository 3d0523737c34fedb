//! What the cells of a map are worth, in figures and by lines of equal value.

use super::Map;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Type, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{INK, LEADING, PAPER, text_on};
use crate::report::chart::sweep::contours::{self, Corner};

/// How thick a contour is, and the light on each of its sides.
const CONTOUR: f64 = 1.3;
const LIGHT: f64 = 1.0;
/// A number's patch reaches so far beyond it to either side.
const PATCH: f64 = 2.0;

impl Map<'_> {
    /// The lines of equal value.
    pub fn contours(&self, canvas: &Canvas) -> Result<(), Error> {
        let mut lines = Vec::new();
        for row in 0..self.orders[1].len() - 1 {
            for column in 0..self.orders[0].len() - 1 {
                let Some(square) = self.square(column, row) else {
                    continue;
                };
                for level in self.range.levels() {
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
        let place = self.place(column, row);
        Some(Corner {
            middle: xy(
                f64::midpoint(place.left, place.right),
                f64::midpoint(place.top, place.bottom),
            ),
            value: self.shown(column, row)?,
        })
    }

    /// The numbers of all cells, each on a patch of its cell: lines do not cross them.
    pub fn numbers(&self, canvas: &Canvas, set: Type) -> Result<(), Error> {
        for row in 0..self.orders[1].len() {
            for column in 0..self.orders[0].len() {
                let place = self.place(column, row);
                let fill = self.fill(column, row);
                let middle = xy(
                    f64::midpoint(place.left, place.right),
                    f64::midpoint(place.top, place.bottom),
                );
                let text = self
                    .point(column, row)
                    .map_or_else(String::new, |point| self.range.in_cell(point));
                let wide = canvas.ruler.width(&text, set) / 2.0 + PATCH;
                let high = set.size * LEADING / 2.0;
                let patch = Area {
                    left: middle.x - wide,
                    top: middle.y - high,
                    right: middle.x + wide,
                    bottom: middle.y + high,
                };
                canvas.fill(patch, fill)?;
                lines(canvas, &[text], middle, set, text_on(fill), Align::Centre)?;
            }
        }
        Ok(())
    }
}
