//! A cell of the panels: what a change adds to an outcome.

use super::Grid;
use crate::error::Error;
use crate::report::chart::backend::{Canvas, bold, regular, xy};
use crate::report::chart::compare::marks;
use crate::report::chart::style::{GRID, INK, LEADING, MUTED, OUTLINE, size};
use crate::report::words::{Shown, points};
use crate::sim::Outcome;
use crate::study::{Case, Contrast, Difference, Variant};

/// Rows as high as this have larger figures, and the variant's share as well.
const ROOMY: f64 = 78.0;
/// From the middle of a mark to its edge, at the most.
const RADIUS: f64 = 5.5;

impl Grid {
    /// A change: its mark, its figures and, where there is room, the share that it leads to.
    pub fn cell(
        &self,
        canvas: &Canvas,
        variant: &Variant,
        outcome: Outcome,
        (column, row): (usize, usize),
        trials: u64,
    ) -> Result<(), Error> {
        let Contrast {
            variant: case,
            difference,
            ..
        } = &variant.outcomes[outcome];
        let (Some((low, high)), Some((value, interval))) = (difference.ends(), points(difference))
        else {
            let middle = self.top(row) + self.row / 2.0;
            return self.line(
                canvas,
                "cannot occur",
                (column, middle),
                regular(size::SMALL),
                MUTED,
            );
        };
        let large = if self.is_roomy() {
            bold(size::LABEL)
        } else {
            bold(size::SMALL)
        };
        let small = regular(if self.is_roomy() {
            size::SMALL
        } else {
            size::LEAST
        });
        let share = self.leads_to(case, trials);
        // Mark, figure, interval, share: as one block in the middle of the row.
        let gap = large.size * 0.52;
        let steps = if share.is_some() { 2.0 } else { 1.0 };
        let block = 2.0 * gap + large.size + steps * small.size * LEADING;
        let y = self.top(row) + ((self.row - block) / 2.0).max(0.0) + gap;
        self.mark(canvas, column, y, gap, difference, [low, high])?;
        let first = y + gap + large.size * 0.86;
        self.line(canvas, &value, (column, first), large, INK)?;
        self.line(
            canvas,
            &interval,
            (column, first + small.size * LEADING),
            small,
            MUTED,
        )?;
        let last = first + 2.0 * small.size * LEADING;
        share.map_or(Ok(()), |share| {
            self.line(canvas, &share, (column, last), small, MUTED)
        })
    }

    /// Whether a row has room for the share that a change leads to.
    const fn is_roomy(&self) -> bool {
        self.row >= ROOMY
    }

    /// The share that a change leads to, where there is room for it.
    fn leads_to(&self, case: &Case, trials: u64) -> Option<String> {
        match Shown::of(case, trials) {
            _ if !self.is_roomy() => None,
            Shown::Excluded(_) => Some("cannot occur".to_owned()),
            Shown::Fixed(_) => Some("always".to_owned()),
            Shown::Estimated { value, .. } => Some(format!("to {value}")),
        }
    }

    /// The mark of a change around zero, with its interval.
    fn mark(
        &self,
        canvas: &Canvas,
        column: usize,
        y: f64,
        gap: f64,
        difference: &Difference,
        ends: [f64; 2],
    ) -> Result<(), Error> {
        let zero = self.x(column, 0.0);
        canvas.line(xy(zero, y - gap), xy(zero, y + gap), OUTLINE, 1.2)?;
        canvas.line(
            xy(self.x(column, f64::MIN), y),
            xy(self.x(column, f64::MAX), y),
            GRID,
            1.0,
        )?;
        marks::interval(canvas, ends.map(|change| self.x(column, change * 100.0)), y)?;
        let place = xy(self.x(column, difference.value * 100.0), y);
        marks::change(canvas, place, RADIUS.min(gap), difference.is_sure())
    }
}
