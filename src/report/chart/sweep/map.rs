//! The mean of a quantity at every point of two axes, as a map: the darker, the more.

mod figures;
mod values;

use plotters::style::RGBColor;

use super::{axis_scale, base, scale};
use crate::error::Error;
use crate::quantities::Quantity;
use crate::report::chart::backend::{Align, Area, Canvas, Position, Type, regular, xy};
use crate::report::chart::frame;
use crate::report::chart::style::{INK, LEADING, LEFT, PAPER, quantity_colour, size};
use crate::study::{Axis, Point, Sweep};

/// Upper, right and lower edge of the cells, and the least and the most room for the figures at
/// their left.
const EDGES: (f64, f64, f64) = (160.0, 985.0, 545.0);
const FIGURES: (f64, f64) = (34.0, 110.0);
/// Cells reach so far below their neighbours, which are drawn after them: no seams.
const LAP: f64 = 0.6;
/// With fewer values on an axis contours would be guesses.
const LEAST_VALUES: usize = 4;

/// The cells.
struct Map<'a> {
    sweep: &'a Sweep,
    area: Area,
    /// The places of the values of each axis in their order: of the first from the left, of the
    /// second from the foot.
    orders: [Vec<usize>; 2],
    range: scale::ColourRange,
}

/// Draws the cells, their axes and the scale beside them.
pub fn draw(canvas: &Canvas, sweep: &Sweep, quantity: Quantity) -> Result<(), Error> {
    let [across, up] = sweep.axes.as_slice() else {
        return Ok(());
    };
    let set = regular(size::NOTE);
    let widest = up
        .figures()
        .iter()
        .map(|figure| canvas.ruler.width(figure, set))
        .fold(0.0, f64::max);
    let left = LEFT + widest.clamp(FIGURES.0, FIGURES.1) + 10.0;
    let area = Area {
        left,
        top: EDGES.0,
        right: EDGES.1,
        bottom: EDGES.2,
    };
    let range = scale::ColourRange::of(sweep, quantity);
    let map = Map {
        sweep,
        area,
        orders: [order(across), order(up)],
        range,
    };
    let numbers = map.number_set(canvas);
    let heading = map.heading(quantity, numbers.is_some());
    frame::heading(canvas, LEFT, EDGES.1, &heading)?;
    let (name, small) = canvas
        .ruler
        .fit(&format!("↑ {}", up.path()), set, EDGES.1 - LEFT);
    canvas.text(&name, xy(LEFT, EDGES.0 - 14.0), small, INK, Align::Left)?;
    map.cells(canvas)?;
    if map.has_contours() {
        map.contours(canvas)?;
    }
    if let Some(set) = numbers {
        map.numbers(canvas, set)?;
    }
    map.mark_base(canvas, numbers.is_some())?;
    map.figures(canvas, across, up)?;
    axis_scale::name(
        canvas,
        &format!("{} →", across.path()),
        (area.left, area.right),
        area.bottom + 43.0,
    )?;
    scale::draw(canvas, area, &map.range, sweep, quantity)
}

/// The places of an axis's values, from the least.
fn order(axis: &Axis) -> Vec<usize> {
    let values = axis.values();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    order
}

/// The cell at whose middle a place is, if there is one.
fn cell_of((column, row): (f64, f64)) -> Option<(usize, usize)> {
    Some((whole(column)?, whole(row)?))
}

/// A number of cells, where it is a whole one.
fn whole(along: f64) -> Option<usize> {
    (along.fract() == 0.0).then_some(along as usize)
}

impl Map<'_> {
    /// What stands above the cells: what they show, and how to read them.
    fn heading(&self, quantity: Quantity, has_numbers: bool) -> String {
        let unit = if quantity.is_share() {
            "per cent of runs"
        } else {
            "mean"
        };
        let contours = if self.has_contours() {
            "; lines at the figures of the scale"
        } else {
            ""
        };
        let base = match self.base() {
            None => "",
            Some(_) if !has_numbers => "; ring: the scenario as it is",
            Some(place) if cell_of(place).is_some() => "; frame: the scenario as it is",
            Some(_) => "; arrows: the scenario as it is, between cells",
        };
        let white = if self.sweep.points.iter().all(Point::can_occur) {
            ""
        } else {
            "; white: cannot occur"
        };
        format!(
            "{}: {unit}; the darker, the more{white}{contours}{base}",
            quantity.label()
        )
    }

    /// Whether there are enough values on both axes for lines of equal value.
    fn has_contours(&self) -> bool {
        self.orders.iter().all(|order| order.len() >= LEAST_VALUES)
    }

    /// Marks where the scenario stands as it is.
    fn mark_base(&self, canvas: &Canvas, has_numbers: bool) -> Result<(), Error> {
        let Some(place) = self.base() else {
            return Ok(());
        };
        match cell_of(place) {
            _ if !has_numbers => base::ring(canvas, self.at(place), self.size()),
            Some((column, row)) => base::frame(canvas, self.place(column, row)),
            None => base::arrows(canvas, self.at(place), self.area),
        }
    }

    /// Where the scenario stands as it is, in columns from the left and rows from the foot; none
    /// beyond the cells.
    fn base(&self) -> Option<(f64, f64)> {
        Some((self.base_along(0)?, self.base_along(1)?))
    }

    fn base_along(&self, axis: usize) -> Option<f64> {
        let value = self.sweep.base.get(axis).copied().flatten()?;
        base::along(&self.sorted(axis), value)
    }

    /// Where a place is.
    fn at(&self, (column, row): (f64, f64)) -> Position {
        let (wide, high) = self.size();
        xy(
            self.area.left + (column + 0.5) * wide,
            self.area.bottom - (row + 0.5) * high,
        )
    }

    /// The values of an axis from the least.
    fn sorted(&self, axis: usize) -> Vec<f64> {
        let values = self.sweep.axes.get(axis).map_or(&[][..], Axis::values);
        self.orders[axis]
            .iter()
            .filter_map(|&at| values.get(at).copied())
            .collect()
    }

    fn size(&self) -> (f64, f64) {
        let [across, up] = [0, 1].map(|axis| self.orders[axis].len() as f64);
        (
            (self.area.right - self.area.left) / across,
            (self.area.bottom - self.area.top) / up,
        )
    }

    /// The cell in this column from the left and this row from the foot.
    fn place(&self, column: usize, row: usize) -> Area {
        let (wide, high) = self.size();
        let left = self.area.left + column as f64 * wide;
        let bottom = self.area.bottom - row as f64 * high;
        Area {
            left,
            top: bottom - high,
            right: left + wide,
            bottom,
        }
    }

    fn point(&self, column: usize, row: usize) -> Option<&Point> {
        self.sweep
            .points
            .get(self.orders[0][column] * self.orders[1].len() + self.orders[1][row])
    }

    /// The value of a cell; none where it cannot occur.
    fn shown(&self, column: usize, row: usize) -> Option<f64> {
        self.point(column, row)
            .filter(|point| point.can_occur())
            .map(|point| point.shown)
    }

    /// The colour of a cell.
    fn fill(&self, column: usize, row: usize) -> RGBColor {
        self.shown(column, row)
            .map_or(PAPER, |shown| quantity_colour(self.range.part(shown)))
    }

    /// All cells, from the top left, each a little below the next.
    fn cells(&self, canvas: &Canvas) -> Result<(), Error> {
        for row in (0..self.orders[1].len()).rev() {
            for column in 0..self.orders[0].len() {
                let place = self.place(column, row);
                let fill = self.fill(column, row);
                let right = (place.right + LAP).min(self.area.right);
                canvas.fill(
                    Area {
                        right,
                        bottom: (place.bottom + LAP).min(self.area.bottom),
                        ..place
                    },
                    fill,
                )?;
            }
        }
        Ok(())
    }

    /// How numbers are set so that all fit their cells, if they can.
    fn number_set(&self, canvas: &Canvas) -> Option<Type> {
        let (wide, high) = self.size();
        let sizes = [size::LABEL, size::NOTE, size::SMALL, size::LEAST].map(regular);
        sizes.into_iter().find(|&set| {
            high >= set.size * LEADING + 2.0 && wide >= self.widest_number(canvas, set) + 6.0
        })
    }

    fn widest_number(&self, canvas: &Canvas, set: Type) -> f64 {
        self.sweep
            .points
            .iter()
            .map(|point| canvas.ruler.width(&self.range.in_cell(point), set))
            .fold(0.0, f64::max)
    }
}
