//! A square for each way to move, from an end in the base to another in the variant; its area is
//! how many histories do.

use super::columns::column_name;
use super::marks::{hue, is_dot, side};
use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{AWAY, GRID, INK, LEADING, MIDDLE, MUTED, WORSE};
use crate::report::words::{Move, histories, moves, moves_of, outcome_label};
use crate::sim::Outcome;
use crate::study::Variant;

/// Width of the names of rows at most, as a multiple of the size of a label.
const NAMES: f64 = 9.4;
/// Between names and cells, and within a cell around what it holds, likewise.
const GAP: f64 = 0.6;
const AIR: f64 = 0.25;
/// The side of the smallest square, and the radius of the dot of fewer than one, likewise.
const LEAST: f64 = 0.15;
const DOT: f64 = 0.12;
/// Height of what is said of dots below the squares, likewise.
const FOOT: f64 = 1.6;
/// Maximum width and height of a cell, likewise.
const WIDEST: f64 = 8.0;
const HIGHEST: f64 = 7.0;
/// The share that the sample of the scale stands for.
const SAMPLE_SHARE: f64 = 0.05;
/// The side of a sample of colour, likewise.
const SAMPLE: f64 = 0.72;
/// Maximum lines of the name of a column.
const LINES: usize = 3;

/// The squares.
pub struct Matrix<'c> {
    canvas: &'c Canvas,
    variant: &'c Variant,
    trials: u64,
    /// The ends that histories have in the base, and in the variant.
    rows: Vec<Outcome>,
    columns: Vec<Outcome>,
    cells: Area,
    moves: Vec<Move>,
    /// Of how many histories they are counted.
    of: u64,
}

impl<'c> Matrix<'c> {
    /// Without the rows and columns in which no history is.
    pub fn new(canvas: &'c Canvas, area: Area, variant: &'c Variant, trials: u64) -> Self {
        let mut rows: Vec<Outcome> = Outcome::ALL.into();
        rows.retain(|&from| variant.flips[from].iter().any(|&count| count > 0));
        let mut columns: Vec<Outcome> = Outcome::ALL.into();
        columns.retain(|&to| variant.flips.iter().any(|row| row[to as usize] > 0));
        let label = canvas.sizes.label;
        let left = area.left + NAMES * label;
        let heads = canvas.sizes.label * LEADING * (LINES as f64 + 1.1);
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
                top: area.top + heads,
                bottom: area.bottom - FOOT * label,
                ..area
            },
            of,
            moves,
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
                } else if let Some(moved) = self.moved(from, to) {
                    self.square(place, moved)?;
                }
            }
        }
        self.foot()
    }

    /// The scale of the squares, below them, and what dots are, where there are any.
    fn foot(&self) -> Result<(), Error> {
        let canvas = self.canvas;
        let label = canvas.sizes.label;
        let set = regular(label);
        let last = self.place(self.rows.len().saturating_sub(1), 0);
        let baseline = last.bottom + label * (FOOT - 0.3);
        let sample_side = self.scale() * side(SAMPLE_SHARE) * label;
        let sample = Area {
            left: self.left(),
            top: baseline - sample_side,
            right: self.left() + sample_side,
            bottom: baseline,
        };
        canvas.fill(sample, MUTED)?;
        let words = format!(
            "{} of {}",
            count((SAMPLE_SHARE * self.of as f64).round() as u64),
            histories(self.of)
        );
        let x = sample.right + label * 0.4;
        canvas.text(&words, xy(x, baseline), set, MUTED, Align::Left)?;
        let Some(dot) = self
            .moves
            .iter()
            .find(|moved| is_dot(moved, self.trials, self.of))
        else {
            return Ok(());
        };
        let x = x + canvas.ruler.width(&words, set) + 1.5 * label;
        let colour = hue(dot.from, dot.to);
        let centre = xy(x, baseline - MIDDLE * label);
        canvas.dot(centre, DOT * label, colour, (colour, 0.0))?;
        let words = format!("fewer than 1 of {}", count(self.of));
        let start = xy(x + label * 0.4, baseline);
        canvas.text(&words, start, set, MUTED, Align::Left)
    }

    fn moved(&self, from: Outcome, to: Outcome) -> Option<&Move> {
        self.moves
            .iter()
            .find(|moved| moved.from == from && moved.to == to)
    }

    /// The names of rows and columns, and lines between rows.
    fn heads(&self) -> Result<(), Error> {
        let canvas = self.canvas;
        let label = canvas.sizes.label;
        let set = regular(label);
        let first = self.cells.top - label * LEADING * (LINES as f64 + 0.6);
        let to = xy(self.cells.left, first);
        canvas.text("… becomes", to, bold(label), INK, Align::Left)?;
        self.key(first)?;
        let from = xy(self.left(), self.cells.top - label * 0.6);
        canvas.text("As it is …", from, bold(label), INK, Align::Left)?;
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
            let words =
                canvas
                    .ruler
                    .balance(column_name(canvas, outcome, width), set, width, LINES);
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
        for (words, colour) in [("towards war", WORSE), ("away from war", AWAY)] {
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
            canvas.fill(sample, colour)?;
            right = sample.left - label;
        }
        Ok(())
    }

    /// The left edge of all.
    fn left(&self) -> f64 {
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
        self.canvas.text(&words, baseline, set, INK, Align::Left)
    }

    /// A square and, beside it, its number.
    fn square(&self, place: Area, moved: &Move) -> Result<(), Error> {
        let canvas = self.canvas;
        let label = canvas.sizes.label;
        let side = (self.scale() * side(self.share(moved)) * label).max(LEAST * label);
        let middle = f64::midpoint(place.top, place.bottom);
        let square = Area {
            left: place.left,
            top: middle - side / 2.0,
            right: place.left + side,
            bottom: middle + side / 2.0,
        };
        let colour = hue(moved.from, moved.to);
        if is_dot(moved, self.trials, self.of) {
            let centre = xy(place.left + DOT * label, middle);
            return canvas.dot(centre, DOT * label, colour, (colour, 0.0));
        }
        canvas.fill(square, colour)?;
        let words = moved.in_figures(self.trials, self.of);
        let set = regular(label);
        let baseline = xy(square.right + label * GAP * 0.6, middle + MIDDLE * label);
        canvas.text(&words, baseline, set, INK, Align::Left)
    }

    /// How much smaller squares are than in other charts: not at all, if the largest has room
    /// with its number beside it.
    fn scale(&self) -> f64 {
        let label = self.canvas.sizes.label;
        let place = self.place(0, 0);
        let Some(first) = self.moves.first() else {
            return 1.0;
        };
        let words = first.in_figures(self.trials, self.of);
        let number = self.canvas.ruler.width(&words, regular(label));
        let wide = place.right - place.left - number - label * GAP;
        let high = place.bottom - place.top - 2.0 * label * AIR;
        let largest = side(self.share(first)) * label;
        (wide.min(high) / largest.max(f64::MIN_POSITIVE)).clamp(0.1, 1.0)
    }

    /// The share of all histories that move so.
    fn share(&self, moved: &Move) -> f64 {
        moved.count as f64 / self.trials.max(1) as f64
    }

    fn place(&self, row: usize, column: usize) -> Area {
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
