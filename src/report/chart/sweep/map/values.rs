//! What the cells of a map are worth, in figures and by lines of equal value.

use super::Map;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Type};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{INK, LEADING, PAPER, text_on};
use crate::report::chart::sweep::contours;

/// How thick a contour is, and the light on each of its sides.
const CONTOUR: f64 = 1.3;
const LIGHT: f64 = 1.0;
/// A number's patch reaches so far beyond it to either side.
const PATCH: f64 = 2.0;

impl Map<'_> {
    /// The lines of equal value.
    pub fn contours(&self, canvas: &Canvas) -> Result<(), Error> {
        let corner = |column: usize, row: usize| {
            let place = self.place(column, row);
            let middle = (
                f64::midpoint(place.left, place.right),
                f64::midpoint(place.top, place.bottom),
            );
            Some((middle, self.shown(column, row)?))
        };
        let [columns, rows] = [0, 1].map(|axis| self.orders[axis].len() - 1);
        let squares = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        let round = |(column, row): (usize, usize)| {
            let [one, two, three, four] = [
                (column, row),
                (column + 1, row),
                (column + 1, row + 1),
                (column, row + 1),
            ]
            .map(|(x, y)| corner(x, y));
            Some([one?, two?, three?, four?])
        };
        let levels = |square| {
            self.range
                .levels()
                .flat_map(move |level| contours::lines(square, level))
        };
        let lines: Vec<_> = squares.filter_map(round).flat_map(levels).collect();
        for (colour, width) in [(PAPER, CONTOUR + 2.0 * LIGHT), (INK, CONTOUR)] {
            lines
                .iter()
                .try_for_each(|&[from, to]| canvas.line(from, to, colour, width))?;
        }
        Ok(())
    }

    /// The numbers of all cells, each on a patch of its cell: lines do not cross them.
    pub fn numbers(&self, canvas: &Canvas, set: Type) -> Result<(), Error> {
        for row in 0..self.orders[1].len() {
            for column in 0..self.orders[0].len() {
                let place = self.place(column, row);
                let fill = self.fill(column, row);
                let middle = (
                    f64::midpoint(place.left, place.right),
                    f64::midpoint(place.top, place.bottom),
                );
                let text = self
                    .point(column, row)
                    .map_or_else(String::new, |point| self.range.in_cell(point));
                let wide = canvas.ruler.width(&text, set) / 2.0 + PATCH;
                let high = set.size * LEADING / 2.0;
                let patch = Area {
                    left: middle.0 - wide,
                    top: middle.1 - high,
                    right: middle.0 + wide,
                    bottom: middle.1 + high,
                };
                canvas.fill(patch, fill)?;
                lines(canvas, &[text], middle, set, text_on(fill), Align::Centre)?;
            }
        }
        Ok(())
    }
}
