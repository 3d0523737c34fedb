//! The cells of a map: their colours, their numbers, and lines of equal value.

use super::Map;
use crate::error::Error;
use crate::report::chart::along::Clear;
use crate::report::chart::backend::{Align, Area, Canvas, Position, Type, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{INK, PAPER, text_on};
use crate::report::chart::sweep::base::RADIUS;
use crate::report::chart::sweep::contours::{self, Corner};

/// How thick a contour is, and the light on each of its sides.
const CONTOUR: f64 = 1.6;
const LIGHT: f64 = 1.0;
/// From the mark of the scenario to a number beside it, its radius included.
const BESIDE: f64 = 14.0;
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
                let text = self.number(column, row);
                let middle = self.number_place(canvas, column, row, set);
                let fill = self.fill(column, row);
                lines(canvas, &[text], middle, set, text_on(fill), Align::Centre)?;
            }
        }
        Ok(())
    }
}

impl Map<'_> {
    /// The number of a cell.
    fn number(&self, column: usize, row: usize) -> String {
        let point = self.point(column, row);
        point.map_or_else(String::new, |point| self.in_cell(point))
    }

    /// Where the middle of a number is: in the middle of its cell, or beside the mark of the
    /// scenario where that would cover it.
    fn number_place(&self, canvas: &Canvas, column: usize, row: usize, set: Type) -> Position {
        let cell = self.place(column, row);
        let middle = middle(cell);
        let Some(base) = self.base().filter(|_| self.own_cell().is_none()) else {
            return middle;
        };
        let mark = self.at(base);
        let wide = canvas.ruler.width(&self.number(column, row), set) / 2.0 + BESIDE;
        let high = set.size * 0.5 + BESIDE;
        let places = [
            middle,
            xy(mark.x + wide, middle.y),
            xy(mark.x - wide, middle.y),
            xy(middle.x, mark.y + high),
            xy(middle.x, mark.y - high),
        ];
        let is_clear =
            |place: &Position| (place.x - mark.x).abs() >= wide || (place.y - mark.y).abs() >= high;
        let is_inside = |place: &Position| {
            place.x - wide + BESIDE > cell.left
                && place.x + wide - BESIDE < cell.right
                && place.y - high + BESIDE > cell.top
                && place.y + high - BESIDE < cell.bottom
        };
        let found = places
            .into_iter()
            .find(|place| is_clear(place) && is_inside(place));
        found.unwrap_or(middle)
    }

    /// Names the dot of the scenario beside it, in a map without numbers.
    pub fn name_dot(&self, canvas: &Canvas, at: Position) -> Result<(), Error> {
        let mut clear = Clear::new(self.area);
        clear.take_line([at, at], RADIUS + 3.0);
        let words = match self.sweep.own_shown() {
            Some(shown) => format!("baseline: {}", self.scale.figure(shown)),
            None => "baseline".to_owned(),
        };
        let words = words.as_str();
        let label = regular(canvas.sizes.label);
        match clear.label(&canvas.ruler, words, label, at) {
            Some(place) => {
                canvas.fill(place.area, PAPER)?;
                canvas.text(words, place.baseline, label, INK, Align::Left)
            }
            None => Ok(()),
        }
    }
}

/// The middle of an area.
fn middle(area: Area) -> Position {
    xy(
        f64::midpoint(area.left, area.right),
        f64::midpoint(area.top, area.bottom),
    )
}
