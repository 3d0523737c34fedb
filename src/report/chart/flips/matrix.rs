//! A square for each way to move, from an end in the base to another in the variant; its area is
//! how many histories do.

use super::heads::head;
use super::marks::{self, hue, is_rare};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{BETTER, GRID, INK, LEADING, MIDDLE, MUTED, WORSE};
use crate::report::words::{Move, moves, moves_of, outcome_label};
use crate::sim::Outcome;
use crate::study::Variant;

/// Width of the names of rows at most, as a multiple of the size of a label.
const NAMES: f64 = 9.4;
/// Between names and cells, and within a cell around what it holds, likewise.
pub(super) const GAP: f64 = 0.6;
pub(super) const AIR: f64 = 0.25;
/// Maximum width and height of a cell, likewise.
const WIDEST: f64 = 8.0;
const HIGHEST: f64 = 7.0;
/// The side of a sample of colour, likewise.
const SAMPLE: f64 = 0.72;
/// Maximum lines of the name of a column.
const LINES: usize = 3;

/// The squares.
pub struct Matrix<'c> {
    pub(super) canvas: &'c Canvas,
    variant: &'c Variant,
    pub(super) trials: u64,
    /// The ends that histories have in the base, and in the variant.
    pub(super) rows: Vec<Outcome>,
    columns: Vec<Outcome>,
    pub(super) cells: Area,
    pub(super) moves: Vec<Move>,
    /// Of how many histories they are counted.
    pub(super) of: u64,
    /// What rows and columns are ends of.
    heads: [&'static str; 2],
}

impl<'c> Matrix<'c> {
    /// Without the rows and columns in which no history is.
    pub fn new(
        canvas: &'c Canvas,
        area: Area,
        variant: &'c Variant,
        trials: u64,
        heads: [&'static str; 2],
    ) -> Self {
        let mut rows: Vec<Outcome> = Outcome::ALL.into();
        rows.retain(|&from| variant.flips[from].iter().any(|&count| count > 0));
        let mut columns: Vec<Outcome> = Outcome::ALL.into();
        columns.retain(|&to| variant.flips.iter().any(|row| row[to as usize] > 0));
        let label = canvas.sizes.label;
        let left = area.left + NAMES * label;
        let above = canvas.sizes.label * LEADING * (LINES as f64 + 1.1);
        let moves = moves(variant, trials);
        let of = moves_of(trials);
        Self {
            canvas,
            variant,
            trials,
            rows,
            columns,
            cells: Area {
                left,
                top: area.top + above,
                bottom: area.bottom - marks::below(label),
                ..area
            },
            of,
            moves,
            heads,
        }
    }

    /// Draws names, squares and numbers.
    pub fn draw(&self) -> Result<(), Error> {
        self.heads()?;
        for (row, &from) in self.rows.iter().enumerate() {
            for (column, &to) in self.columns.iter().enumerate() {
                let place = self.place(row, column);
                if from == to {
                    self.unmoved(place, from)?;
                } else if let Some(moved) = self.drawn(from, to) {
                    self.square(place, moved)?;
                }
            }
        }
        Ok(())
    }

    /// The move from an end to another, where it is drawn.
    fn drawn(&self, from: Outcome, to: Outcome) -> Option<&Move> {
        self.moves
            .iter()
            .find(|moved| moved.from == from && moved.to == to)
            .filter(|moved| !is_rare(moved, self.trials, self.of))
    }

    /// The names of rows and columns, and lines between rows.
    fn heads(&self) -> Result<(), Error> {
        let canvas = self.canvas;
        let label = canvas.sizes.label;
        let set = regular(label);
        let first = self.cells.top - label * LEADING * (LINES as f64 + 0.6);
        let to = xy(self.cells.left, first);
        canvas.text(self.heads[1], to, bold(label), INK, Align::Left)?;
        self.key(first)?;
        let from = xy(self.left(), self.cells.top - label * 0.6);
        canvas.text(self.heads[0], from, bold(label), INK, Align::Left)?;
        for (row, &outcome) in self.rows.iter().enumerate() {
            let place = self.place(row, 0);
            canvas.line(
                xy(self.left(), place.top),
                xy(self.cells.right, place.top),
                GRID,
                1.0,
            )?;
            let width = (NAMES - GAP) * label;
            let words = canvas.ruler.balance(outcome_label(outcome), set, width, 2);
            let middle = f64::midpoint(place.top, place.bottom);
            lines(
                canvas,
                &words,
                xy(self.left(), middle),
                set,
                INK,
                Align::Left,
            )?;
        }
        for (column, &outcome) in self.columns.iter().enumerate() {
            let place = self.place(0, column);
            let width = place.right - place.left - label * AIR;
            let words = canvas.ruler.balance(head(outcome), set, width, LINES);
            let high = words.len() as f64 * label * LEADING;
            let middle = self.cells.top - label * 0.35 - high / 2.0;
            lines(
                canvas,
                &words,
                xy(place.left, middle),
                set,
                INK,
                Align::Left,
            )?;
        }
        Ok(())
    }

    /// What the two colours mean, at the right above the columns.
    fn key(&self, baseline: f64) -> Result<(), Error> {
        let canvas = self.canvas;
        let label = canvas.sizes.label;
        let set = regular(label);
        let mut right = self.cells.right;
        for (words, colour) in [("to a worse end", WORSE), ("to a milder end", BETTER)] {
            let mut hues = self.moves.iter().map(|moved| hue(moved.from, moved.to));
            if hues.all(|hue| hue != colour) {
                continue;
            }
            let left = right - canvas.ruler.width(words, set);
            canvas.text(words, xy(left, baseline), set, INK, Align::Left)?;
            let sample = Area {
                left: left - label * (SAMPLE + 0.35),
                top: baseline - label * SAMPLE,
                right: left - label * 0.35,
                bottom: baseline,
            };
            marks::draw(canvas, sample, colour)?;
            right = sample.left - label;
        }
        Ok(())
    }

    /// The left edge of all.
    pub(super) fn left(&self) -> f64 {
        self.cells.left - NAMES * self.canvas.sizes.label
    }

    /// How many end alike.
    fn unmoved(&self, place: Area, outcome: Outcome) -> Result<(), Error> {
        let count = self.variant.flips[outcome][outcome];
        if count == 0 {
            return Ok(());
        }
        let stays = Move::of(outcome, outcome, count, self.trials);
        let set = bold(self.canvas.sizes.label);
        let middle = f64::midpoint(place.top, place.bottom);
        let baseline = xy(place.left, middle + MIDDLE * set.size);
        let number = stays.in_figures(self.trials, self.of);
        let verb = if number == "1" { "stays" } else { "stay" };
        let mut words = format!("{number} {verb}");
        if self.canvas.ruler.width(&words, set) > place.right - place.left {
            words = number;
        }
        self.canvas.text(&words, baseline, set, MUTED, Align::Left)
    }

    /// A square and, beside it, its number.
    fn square(&self, place: Area, moved: &Move) -> Result<(), Error> {
        let canvas = self.canvas;
        let label = canvas.sizes.label;
        let share = moved.count as f64 / self.trials.max(1) as f64;
        let side = self.side(share);
        let middle = f64::midpoint(place.top, place.bottom);
        let square = Area {
            left: place.left,
            top: middle - side / 2.0,
            right: place.left + side,
            bottom: middle + side / 2.0,
        };
        let colour = hue(moved.from, moved.to);
        marks::draw(canvas, square, colour)?;
        let words = moved.in_figures(self.trials, self.of);
        let set = regular(label);
        let baseline = xy(square.right + label * GAP * 0.6, middle + MIDDLE * label);
        canvas.text(&words, baseline, set, INK, Align::Left)
    }

    pub(super) fn place(&self, row: usize, column: usize) -> Area {
        let cells = self.cells;
        let label = self.canvas.sizes.label;
        let wide = (cells.right - cells.left) / self.columns.len().max(1) as f64;
        let high = (cells.bottom - cells.top) / self.rows.len().max(1) as f64;
        let wide = wide.min(label * WIDEST);
        let high = high.min(label * HIGHEST);
        let left = cells.left + column as f64 * wide;
        let top = cells.top + row as f64 * high;
        Area {
            left: left + label * AIR,
            top,
            right: left + wide - label * AIR,
            bottom: top + high,
        }
    }
}
