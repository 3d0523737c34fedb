//! Several variants: a row for each, a column for each outcome; the base's shares on top, below
//! them what each change adds, as a mark around zero and in figures.

mod cell;

use super::changes;
use super::layout::is_excluded;
use crate::error::Error;
use crate::numerals::number;
use crate::report::chart::backend::{Align, Canvas, Type, bold, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{GRID, INK, LEADING, LEFT, MUTED, OUTLINE, RIGHT, size};
use crate::report::words::Shown;
use crate::report::words::outcome_label;
use crate::sim::Outcome;
use crate::study::Comparison;

/// Right edge of the names of rows, and left edge of the columns.
const NAMES: f64 = LEFT + 190.0;
const COLUMNS: f64 = NAMES + 18.0;
/// No column is wider.
const WIDEST: f64 = 300.0;
/// Air on each side of a column.
const AIR: f64 = 6.0;
/// Upper edge of the names of columns, of the base's row, of the rows of the variants; lower edge
/// of these.
const HEAD: f64 = 112.0;
const BASE: f64 = 158.0;
const TOP: f64 = 206.0;
const BOTTOM: f64 = 572.0;
/// No row is higher.
const HIGHEST: f64 = 104.0;

/// The places of rows and columns.
struct Grid {
    outcomes: Vec<Outcome>,
    column: f64,
    row: f64,
    rows: usize,
    /// Figures along the scale of changes, in percentage points.
    ticks: Vec<f64>,
}

/// Draws the base, called by this name, and its variants.
pub fn draw(
    canvas: &Canvas,
    comparison: &Comparison,
    base: &str,
    names: &[&str],
) -> Result<(), Error> {
    let grid = Grid::new(comparison);
    for (at, &outcome) in grid.outcomes.iter().enumerate() {
        let set = canvas.ruler.fitting_size(
            outcome_label(outcome),
            bold(size::NOTE),
            1.7 * grid.width(),
            size::LEAST,
        );
        let words = canvas
            .ruler
            .balance(outcome_label(outcome), set, grid.width(), 3);
        let y = BASE - 5.0 - words.len() as f64 * set.size * LEADING / 2.0;
        lines(
            canvas,
            &words,
            xy(grid.centre(at), y.max(HEAD)),
            set,
            INK,
            Align::Centre,
        )?;
    }
    grid.base(canvas, comparison, base)?;
    for ((variant, name), row) in comparison.variants.iter().zip(names).zip(0..) {
        row_name(canvas, name, (grid.top(row), grid.row))?;
        canvas.line(
            xy(LEFT, grid.top(row)),
            xy(grid.right(), grid.top(row)),
            GRID,
            1.0,
        )?;
        for (at, &outcome) in grid.outcomes.iter().enumerate() {
            grid.cell(canvas, variant, outcome, (at, row), comparison.trials)?;
        }
    }
    grid.scales(canvas)
}

/// The outcomes that can occur in the base or in one of the variants.
pub fn possible(comparison: &Comparison) -> Vec<Outcome> {
    Outcome::ALL
        .into_iter()
        .filter(|&outcome| !is_excluded(comparison, outcome))
        .collect()
}

impl Grid {
    fn new(comparison: &Comparison) -> Self {
        let outcomes = possible(comparison);
        let rows = comparison.variants.len();
        let column = ((RIGHT - COLUMNS) / outcomes.len().max(1) as f64).min(WIDEST);
        let row = ((BOTTOM - TOP) / rows.max(1) as f64).min(HIGHEST);
        Self {
            outcomes,
            column,
            row,
            rows,
            ticks: changes::ticks(comparison, 5, 0.3),
        }
    }

    fn top(&self, row: usize) -> f64 {
        TOP + row as f64 * self.row
    }

    fn right(&self) -> f64 {
        COLUMNS + self.outcomes.len() as f64 * self.column
    }

    fn width(&self) -> f64 {
        self.column - 2.0 * AIR
    }

    fn centre(&self, column: usize) -> f64 {
        COLUMNS + (column as f64 + 0.5) * self.column
    }

    /// Where a change of so many percentage points is in a column.
    fn x(&self, column: usize, points: f64) -> f64 {
        self.centre(column) - self.width() / 2.0 + changes::part(&self.ticks, points) * self.width()
    }

    /// What the base shows by itself.
    fn base(&self, canvas: &Canvas, comparison: &Comparison, name: &str) -> Result<(), Error> {
        row_name(canvas, &format!("base: {name}"), (BASE, TOP - BASE))?;
        canvas.line(xy(LEFT, BASE), xy(self.right(), BASE), OUTLINE, 1.2)?;
        for (at, &outcome) in self.outcomes.iter().enumerate() {
            let (value, interval) =
                match Shown::of(comparison.base.outcome(outcome), comparison.trials) {
                    Shown::Excluded(_) => ("cannot occur".to_owned(), String::new()),
                    Shown::Fixed(_) => ("always".to_owned(), String::new()),
                    Shown::Estimated { value, interval } => (value, interval),
                };
            self.line(canvas, &value, (at, BASE + 21.0), bold(size::NOTE), INK)?;
            self.line(
                canvas,
                &interval,
                (at, BASE + 39.0),
                regular(size::SMALL),
                MUTED,
            )?;
        }
        Ok(())
    }

    fn line(
        &self,
        canvas: &Canvas,
        words: &str,
        (column, y): (usize, f64),
        set: Type,
        colour: plotters::style::RGBColor,
    ) -> Result<(), Error> {
        let (words, set) = canvas.ruler.fit(words, set, self.width());
        canvas.text(
            &words,
            xy(self.centre(column), y),
            set,
            colour,
            Align::Centre,
        )
    }

    /// What the places of marks mean: the same in all columns.
    fn scales(&self, canvas: &Canvas) -> Result<(), Error> {
        let bottom = self.top(self.rows);
        canvas.line(xy(LEFT, bottom), xy(self.right(), bottom), GRID, 1.0)?;
        let set = regular(size::LEAST);
        let y = bottom + 4.0 + set.size * LEADING;
        let ends = [self.ticks.first(), Some(&0.0), self.ticks.last()];
        for column in 0..self.outcomes.len() {
            for (at, tick) in ends.into_iter().flatten().copied().enumerate() {
                let x = self.x(column, tick);
                canvas.line(xy(x, bottom), xy(x, bottom + 4.0), OUTLINE, 1.0)?;
                let sign = if tick > 0.0 { "+" } else { "" };
                let align = [Align::Left, Align::Centre, Align::Right][at];
                canvas.text(
                    &format!("{sign}{}", number(tick)),
                    xy(x, y),
                    set,
                    MUTED,
                    align,
                )?;
            }
        }
        Ok(())
    }
}

/// The name of a row, in as many lines as it has room for.
fn row_name(canvas: &Canvas, name: &str, (top, height): (f64, f64)) -> Result<(), Error> {
    let set =
        canvas
            .ruler
            .fitting_size(name, regular(size::NOTE), 1.7 * (NAMES - LEFT), size::SMALL);
    let most = (height / (set.size * LEADING)).floor().clamp(1.0, 3.0) as usize;
    let words = canvas.ruler.balance(name, set, NAMES - LEFT, most);
    lines(
        canvas,
        &words,
        xy(NAMES, top + height / 2.0),
        set,
        INK,
        Align::Right,
    )
}
