//! The rows and columns of a grid: whether each goes one way, and how far each goes.

use super::cells::longer_half;
use super::corners::{Corners, Effect, HARDLY, places_in_order};
use super::scale::span;
use crate::study::{Point, Sweep};

/// What goes back by less than this part of all that the grid spans still goes one way.
const BACK: f64 = 0.05;

/// A value and how well it is known.
#[derive(Clone, Copy)]
struct Cell {
    value: f64,
    half: f64,
}

impl Cell {
    fn of(point: &Point) -> Self {
        Self {
            value: point.shown,
            half: longer_half(point).unwrap_or(0.0),
        }
    }
}

/// The cells of a grid: its columns, each from the least value up, from the least value across.
pub struct Lines {
    columns: Vec<Vec<Cell>>,
}

impl Lines {
    /// Those of a sweep over two axes; none where the quantity cannot occur in one of its cells.
    pub fn of(sweep: &Sweep) -> Option<Self> {
        let [across, up] = sweep.axes.as_slice() else {
            return None;
        };
        let mut columns = Vec::new();
        for column in places_in_order(across) {
            let mut cells = Vec::new();
            for row in places_in_order(up) {
                let point = sweep.points.get(column * up.values().len() + row)?;
                cells.push(point.can_occur().then(|| Cell::of(point))?);
            }
            columns.push(cells);
        }
        Some(Self { columns })
    }

    /// With the two axes in each other's place.
    pub fn turned(&self) -> Self {
        let rows = self.columns.first().map_or(0, Vec::len);
        let mut turned = Vec::new();
        for row in 0..rows {
            let cells = self.columns.iter().filter_map(|column| column.get(row));
            turned.push(cells.copied().collect());
        }
        Self { columns: turned }
    }

    /// The values at the corners.
    pub fn corners(&self) -> Option<Corners> {
        let low = self.columns.first()?;
        let high = self.columns.last()?;
        Some(Corners {
            low_low: low.first()?.value,
            low_high: low.last()?.value,
            high_low: high.first()?.value,
            high_high: high.last()?.value,
        })
    }

    /// Whether each column goes one way, up or down, as far as its runs can tell.
    pub fn all_go(&self, rises: bool) -> bool {
        let back = self.most_back();
        self.columns
            .iter()
            .all(|column| goes_one_way(column, rises, back))
    }

    /// Whether all cells at both ends bear out that one end takes the effect of the other axis
    /// away.
    pub fn bear_out(&self, effect: Effect) -> bool {
        let [Some(low), Some(high)] = [self.columns.first(), self.columns.last()] else {
            return false;
        };
        let back = self.most_back();
        if effect.at_high.abs() >= effect.at_low.abs() {
            goes_one_way(high, effect.at_high > 0.0, back)
                && column_span(low) < HARDLY * effect.most()
        } else {
            goes_one_way(low, effect.at_low > 0.0, back)
                && column_span(high) < HARDLY * effect.most()
        }
    }

    /// How far any column goes.
    pub fn most_span(&self) -> f64 {
        let spans = self.columns.iter().map(|column| column_span(column));
        spans.fold(0.0, f64::max)
    }

    fn most_back(&self) -> f64 {
        let cells = self.columns.iter().flatten();
        let values: Vec<f64> = cells.map(|cell| cell.value).collect();
        BACK * span(&values)
    }
}

fn column_span(column: &[Cell]) -> f64 {
    let values: Vec<f64> = column.iter().map(|cell| cell.value).collect();
    span(&values)
}

/// Whether cells never go back by more than so much, and their intervals.
fn goes_one_way(cells: &[Cell], rises: bool, back: f64) -> bool {
    cells.iter().enumerate().all(|(at, from)| {
        cells[at + 1..].iter().all(|to| {
            let onward = if rises {
                to.value - from.value
            } else {
                from.value - to.value
            };
            -onward <= back.max(from.half + to.half)
        })
    })
}
