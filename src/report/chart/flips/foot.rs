//! How large the squares are, and what is said below them: their scale, what is not drawn, and what
//! counts as milder.

use super::marks::{SCALE_HIGH, hue, is_rare, side};
use super::matrix::{AIR, GAP, Matrix};
use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, regular, xy};
use crate::report::chart::style::{LEADING, MUTED};

/// The share of the square that shows the scale.
const SCALE: f64 = 0.01;
/// The side of the largest square at the least, likewise.
const LEAST: f64 = 0.2;
/// Maximum lines of what counts as milder.
const LINES: usize = 2;
/// What counts as milder.
const MILDER: &str = "Milder: nearer to no force; no answer counts as milder than one strike each";

impl Matrix<'_> {
    /// The side of the square of a share. All squares are as many times smaller than in other charts
    /// as the largest has to be for its cell.
    pub fn side(&self, share: f64) -> f64 {
        let largest = self.moves.first().map_or(0.0, |first| first.count as f64);
        let largest = side(self.canvas, largest / self.trials.max(1) as f64);
        let shrunk = (self.largest_side() / largest.max(f64::MIN_POSITIVE)).min(1.0);
        side(self.canvas, share) * shrunk
    }

    /// The side of a square at most: the number of the largest move has room beside it.
    fn largest_side(&self) -> f64 {
        let label = self.canvas.sizes.label;
        let place = self.place(0, 0);
        let numbers = self.moves.first().map_or(0.0, |first| {
            let words = first.in_figures(self.trials, self.of);
            self.canvas.ruler.width(&words, regular(label))
        });
        let wide = place.right - place.left - numbers - label * GAP;
        let high = place.bottom - place.top - 2.0 * label * AIR;
        wide.min(high).max(label * LEAST)
    }
}

/// Draws the scale of the squares, below them, what is not drawn, and what counts as milder.
pub fn draw(matrix: &Matrix<'_>) -> Result<(), Error> {
    let canvas = matrix.canvas;
    let label = canvas.sizes.label;
    let set = regular(label);
    let last = matrix.place(matrix.rows.len().saturating_sub(1), 0);
    let mut baseline = last.bottom + label * (SCALE_HIGH - 0.3);
    let mut words = Vec::new();
    let mut x = matrix.left();
    if matrix.of >= 1000 && !matrix.moves.is_empty() {
        let side = matrix.side(SCALE);
        let sample = Area {
            left: x,
            top: baseline - side,
            right: x + side,
            bottom: baseline,
        };
        canvas.fill(sample, MUTED)?;
        x = sample.right + label * GAP;
        words.push(format!("10 of {}", count(matrix.of)));
    }
    let mut moves = matrix.moves.iter();
    if moves.any(|moved| is_rare(moved, matrix.trials, matrix.of)) {
        words.push(format!("not drawn: fewer than 1 of {}", count(matrix.of)));
    }
    if !words.is_empty() {
        let words = words.join("; ");
        canvas.text(&words, xy(x, baseline), set, MUTED, Align::Left)?;
        baseline += label * LEADING;
    }
    let mut hues = matrix.moves.iter().map(|moved| hue(moved.from, moved.to));
    if hues.all(|hue| hue == MUTED) {
        return Ok(());
    }
    let width = matrix.cells.right - matrix.left();
    for line in canvas.ruler.wrap(MILDER, set, width, LINES) {
        canvas.text(&line, xy(matrix.left(), baseline), set, MUTED, Align::Left)?;
        baseline += label * LEADING;
    }
    Ok(())
}
