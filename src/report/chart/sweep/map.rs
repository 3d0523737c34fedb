//! The mean of a quantity at every point of two axes, as a map: the darker, the more.

use plotters::style::RGBColor;

use super::{axis_scale, base, contours, scale};
use crate::error::Error;
use crate::numerals::numbers;
use crate::quantities::Quantity;
use crate::report::chart::backend::{Align, Area, Canvas, Type, regular};
use crate::report::chart::frame;
use crate::report::chart::parts::lines;
use crate::report::chart::style::{INK, LEADING, LEFT, MIDDLE, MUTED, OUTLINE, PAPER, quantity_colour, size, text_on};
use crate::report::chart::ticks;
use crate::study::{Axis, Point, Sweep};

/// Upper, right and lower edge of the cells, and the least and the most room for the figures at their left.
const EDGES: (f64, f64, f64) = (160.0, 985.0, 545.0);
const FIGURES: (f64, f64) = (34.0, 110.0);
/// Cells reach so far below their neighbours, which are drawn after them: no seams.
const LAP: f64 = 0.6;
/// How thick a contour is, and the light on each of its sides.
const CONTOUR: f64 = 1.3;
const LIGHT: f64 = 1.0;
/// With fewer values on an axis contours would be guesses.
const LEAST_VALUES: usize = 4;
/// A number's patch reaches so far beyond it to either side.
const PATCH: f64 = 2.0;
/// Between figures of an axis.
const APART: f64 = 10.0;

/// The cells.
struct Map<'a> {
    sweep: &'a Sweep,
    area: Area,
    /// The places of the values of each axis in their order: of the first from the left, of the second from the foot.
    orders: [Vec<usize>; 2],
    range: scale::ColourRange,
}

/// Draws the cells, their axes and the scale beside them.
pub fn draw(canvas: &Canvas, sweep: &Sweep, quantity: Quantity) -> Result<(), Error> {
    let [across, up] = sweep.axes.as_slice() else { return Ok(()) };
    let set = regular(size::NOTE);
    let widest = up.figures().iter().map(|figure| canvas.ruler.width(figure, set)).fold(0.0, f64::max);
    let left = LEFT + widest.clamp(FIGURES.0, FIGURES.1) + 10.0;
    let area = Area { left, top: EDGES.0, right: EDGES.1, bottom: EDGES.2 };
    let range = scale::ColourRange::of(sweep, quantity);
    let map = Map { sweep, area, orders: [order(across), order(up)], range };
    let unit = if quantity.is_share() { "per cent of runs" } else { "mean" };
    let numbers = map.number_set(canvas);
    let lined = map.orders.iter().all(|order| order.len() >= LEAST_VALUES);
    let contours = if lined { "; lines at the figures of the scale" } else { "" };
    let base = match map.base() {
        None => "",
        Some(_) if numbers.is_none() => "; ring: the scenario as it is",
        Some(place) if cell_of(place).is_some() => "; frame: the scenario as it is",
        Some(_) => "; arrows: the scenario as it is, between cells",
    };
    let white = if sweep.points.iter().all(Point::can_occur) { "" } else { "; white: cannot occur" };
    let heading = format!("{}: {unit}; the darker, the more{white}{contours}{base}", quantity.label());
    frame::heading(canvas, LEFT, EDGES.1, &heading)?;
    let (name, small) = canvas.ruler.fit(&format!("↑ {}", up.path()), set, EDGES.1 - LEFT);
    canvas.text(&name, (LEFT, EDGES.0 - 14.0), small, INK, Align::Left)?;
    map.cells(canvas)?;
    if lined {
        map.contours(canvas)?;
    }
    if let Some(set) = numbers {
        map.numbers(canvas, set)?;
    }
    if let Some(place) = map.base() {
        match cell_of(place) {
            _ if numbers.is_none() => base::ring(canvas, map.at(place), map.size())?,
            Some((column, row)) => base::frame(canvas, map.place(column, row))?,
            None => base::arrows(canvas, map.at(place), area)?,
        }
    }
    map.figures(canvas, across, up)?;
    axis_scale::name(canvas, &format!("{} →", across.path()), (area.left, area.right), area.bottom + 43.0)?;
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
    let whole = |along: f64| (along.fract() == 0.0).then_some(along as usize);
    Some((whole(column)?, whole(row)?))
}

impl Map<'_> {
    /// Where the scenario stands as it is, in columns from the left and rows from the foot; none beyond the cells.
    fn base(&self) -> Option<(f64, f64)> {
        let along = |axis: usize| base::along(&self.sorted(axis), (*self.sweep.base.get(axis)?)?);
        Some((along(0)?, along(1)?))
    }

    /// Where a place is.
    fn at(&self, (column, row): (f64, f64)) -> (f64, f64) {
        let (wide, high) = self.size();
        (self.area.left + (column + 0.5) * wide, self.area.bottom - (row + 0.5) * high)
    }

    /// The values of an axis from the least.
    fn sorted(&self, axis: usize) -> Vec<f64> {
        let values = self.sweep.axes.get(axis).map_or(&[][..], Axis::values);
        self.orders[axis].iter().filter_map(|&at| values.get(at).copied()).collect()
    }

    fn size(&self) -> (f64, f64) {
        let [across, up] = [0, 1].map(|axis| self.orders[axis].len() as f64);
        ((self.area.right - self.area.left) / across, (self.area.bottom - self.area.top) / up)
    }

    /// The cell in this column from the left and this row from the foot.
    fn place(&self, column: usize, row: usize) -> Area {
        let (wide, high) = self.size();
        let left = self.area.left + column as f64 * wide;
        let bottom = self.area.bottom - row as f64 * high;
        Area { left, top: bottom - high, right: left + wide, bottom }
    }

    fn point(&self, column: usize, row: usize) -> Option<&Point> {
        self.sweep.points.get(self.orders[0][column] * self.orders[1].len() + self.orders[1][row])
    }

    /// The value of a cell; none where it cannot occur.
    fn shown(&self, column: usize, row: usize) -> Option<f64> {
        self.point(column, row).filter(|point| point.can_occur()).map(|point| point.shown)
    }

    /// The colour of a cell.
    fn fill(&self, column: usize, row: usize) -> RGBColor {
        self.shown(column, row).map_or(PAPER, |shown| quantity_colour(self.range.part(shown)))
    }

    /// All cells, from the top left, each a little below the next.
    fn cells(&self, canvas: &Canvas) -> Result<(), Error> {
        for row in (0..self.orders[1].len()).rev() {
            for column in 0..self.orders[0].len() {
                let place = self.place(column, row);
                let fill = self.fill(column, row);
                let right = (place.right + LAP).min(self.area.right);
                canvas.fill(Area { right, bottom: (place.bottom + LAP).min(self.area.bottom), ..place }, fill)?;
            }
        }
        Ok(())
    }

    /// The lines of equal value.
    fn contours(&self, canvas: &Canvas) -> Result<(), Error> {
        let corner = |column: usize, row: usize| {
            let place = self.place(column, row);
            let middle = (f64::midpoint(place.left, place.right), f64::midpoint(place.top, place.bottom));
            Some((middle, self.shown(column, row)?))
        };
        let [columns, rows] = [0, 1].map(|axis| self.orders[axis].len() - 1);
        let squares = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        let round = |(column, row): (usize, usize)| {
            let [one, two, three, four] =
                [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)].map(|(x, y)| corner(x, y));
            Some([one?, two?, three?, four?])
        };
        let levels = |square| self.range.levels().flat_map(move |level| contours::lines(square, level));
        let lines: Vec<_> = squares.filter_map(round).flat_map(levels).collect();
        for (colour, width) in [(PAPER, CONTOUR + 2.0 * LIGHT), (INK, CONTOUR)] {
            lines.iter().try_for_each(|&[from, to]| canvas.line(from, to, colour, width))?;
        }
        Ok(())
    }

    /// The numbers of all cells, each on a patch of its cell: lines do not cross them.
    fn numbers(&self, canvas: &Canvas, set: Type) -> Result<(), Error> {
        for row in 0..self.orders[1].len() {
            for column in 0..self.orders[0].len() {
                let place = self.place(column, row);
                let fill = self.fill(column, row);
                let middle = (f64::midpoint(place.left, place.right), f64::midpoint(place.top, place.bottom));
                let text = self.point(column, row).map_or_else(String::new, |point| self.range.in_cell(point));
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

    /// How numbers are set so that all fit their cells, if they can.
    fn number_set(&self, canvas: &Canvas) -> Option<Type> {
        let (wide, high) = self.size();
        let widths = |set: Type| {
            let width = |point: &Point| canvas.ruler.width(&self.range.in_cell(point), set);
            self.sweep.points.iter().map(width).fold(0.0, f64::max)
        };
        let sizes = [size::LABEL, size::NOTE, size::SMALL, size::LEAST].map(regular);
        sizes.into_iter().find(|&set| high >= set.size * LEADING + 2.0 && wide >= widths(set) + 6.0)
    }

    /// The values of both axes beside their cells, or round ones where not all find room.
    fn figures(&self, canvas: &Canvas, across: &Axis, up: &Axis) -> Result<(), Error> {
        let set = regular(size::NOTE);
        let (wide, high) = self.size();
        let widths = across.figures().into_iter().map(|figure| canvas.ruler.width(&figure, set));
        let least = widths.fold(0.0, f64::max) + APART;
        for (column, figure) in self.ticks(0, across, least / wide) {
            let (x, _) = self.at((column, 0.0));
            canvas.line((x, self.area.bottom), (x, self.area.bottom + 4.0), OUTLINE, 1.0)?;
            canvas.text(&figure, (x, self.area.bottom + 21.0), set, MUTED, Align::Centre)?;
        }
        for (row, figure) in self.ticks(1, up, set.size * LEADING * 1.1 / high) {
            let (_, y) = self.at((0.0, row));
            canvas.line((self.area.left - 4.0, y), (self.area.left, y), OUTLINE, 1.0)?;
            let (text, set) = canvas.ruler.fit(&figure, set, FIGURES.1);
            canvas.text(&text, (self.area.left - 8.0, y + MIDDLE * set.size), set, MUTED, Align::Right)?;
        }
        Ok(())
    }

    /// Figures of an axis, and where they stand, in cells from the first and at least so many apart.
    fn ticks(&self, axis: usize, of: &Axis, apart: f64) -> Vec<(f64, String)> {
        let values = self.sorted(axis);
        let all = || values.iter().enumerate().map(|(at, &value)| (at as f64, of.figure(value)));
        let last = values.len().saturating_sub(1);
        if apart <= 1.0 || of.is_list() {
            return all().step_by(apart.ceil().max(1.0) as usize).collect();
        }
        let (Some(&low), Some(&high)) = (values.first(), values.last()) else { return Vec::new() };
        let room = (last as f64 / apart).clamp(1.0, 20.0);
        let round = if of.is_log() {
            ticks::ratios(low, high).into_iter().next().unwrap_or_default()
        } else {
            ticks::around(low, high, room as u8)
        };
        let mut taken: Vec<(f64, f64)> = Vec::new();
        for value in round {
            // What arithmetic adds in the last bit does not lead beyond the ends.
            let near = |end: &&f64| (value - **end).abs() < 1e-9 * (high - low);
            let value = [low, high].iter().find(near).copied().unwrap_or(value);
            let Some(place) = base::along(&values, value) else { continue };
            if taken.iter().all(|&(other, _)| (place - other).abs() >= apart) {
                taken.push((place, value));
            }
        }
        let figures = numbers(&taken.iter().map(|&(_, value)| value).collect::<Vec<f64>>());
        taken.into_iter().map(|(place, _)| place).zip(figures).collect()
    }
}
