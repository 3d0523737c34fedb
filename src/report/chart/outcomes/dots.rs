//! The dots, in rows of ten.

use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas, Position, xy};
use crate::report::chart::style::{OUTLINE, outcome_colour, outcome_outline};
use crate::report::words::dots_of_a_hundred;
use crate::sim::Outcome;
use crate::study::Findings;

/// Dots of a row.
const ROW: u32 = 10;
/// The widest that the dots may be, as a part of the chart.
const WIDTH: f64 = 0.6;
/// From row to row at most: a few dots are no balloons.
const MOST: f64 = 110.0;
/// From dot to dot along a row at most, as a multiple of that from row to row: rows are read as
/// rows.
const STRETCH: f64 = 1.2;
/// How large a dot is, as a multiple of the distance to the next.
const RADIUS: f64 = 0.41;

/// Where the dots stand.
pub struct Grid {
    /// How many end in each way.
    pub counts: [u32; Outcome::ALL.len()],
    /// The upper left corner.
    corner: Position,
    /// From dot to dot along a row and from row to row.
    pitch: Position,
}

impl Grid {
    /// As large as there is room for.
    pub fn new(area: Area, findings: &Findings) -> Self {
        let counts = dots_of_a_hundred(findings);
        let all: u32 = counts.iter().sum();
        let rows = f64::from(all.div_ceil(ROW).max(1));
        let columns = f64::from(all.clamp(1, ROW));
        let across = (area.right - area.left) * WIDTH / columns;
        let down = ((area.bottom - area.top) / rows).min(across).min(MOST);
        Self {
            counts,
            corner: xy(area.left, area.top),
            pitch: xy(across.min(down * STRETCH), down),
        }
    }

    /// How large a dot is.
    pub fn radius(&self) -> f64 {
        self.pitch.y * RADIUS
    }

    /// The right edge of the dots.
    pub fn right(&self) -> f64 {
        let all: u32 = self.counts.iter().sum();
        let last = f64::from(all.clamp(1, ROW)) - 1.0;
        self.corner.x + last * self.pitch.x + 2.0 * self.radius()
    }

    /// The upper and the lower edge of so many dots after so many others: of the rows that end with
    /// one of them, or of the row that they stand in.
    pub fn rows(&self, before: u32, count: u32) -> (f64, f64) {
        let all: u32 = self.counts.iter().sum();
        let next = before + count.max(1);
        let first = before / ROW;
        let last = (next - 1) / ROW;
        let ends = next.is_multiple_of(ROW) || next >= all;
        let last = if ends || last == first {
            last
        } else {
            last - 1
        };
        let top = self.corner.y + f64::from(first) * self.pitch.y;
        let bottom = self.corner.y + f64::from(last) * self.pitch.y + 2.0 * self.radius();
        (top, bottom)
    }

    /// Draws the dots.
    pub fn draw(&self, canvas: &Canvas) -> Result<(), Error> {
        let radius = self.radius();
        let in_order = Outcome::ALL
            .into_iter()
            .zip(self.counts)
            .flat_map(|(outcome, count)| (0..count).map(move |_| outcome));
        for (outcome, dot) in in_order.zip(0..) {
            let centre = xy(
                self.corner.x + f64::from(dot % ROW) * self.pitch.x + radius,
                self.corner.y + f64::from(dot / ROW) * self.pitch.y + radius,
            );
            Self::dot(canvas, centre, radius, outcome)?;
        }
        Ok(())
    }

    /// Draws one dot; its outline lies inside, so that all are of one size.
    pub fn dot(
        canvas: &Canvas,
        centre: Position,
        radius: f64,
        outcome: Outcome,
    ) -> Result<(), Error> {
        let width = outcome_outline(outcome);
        canvas.dot(
            centre,
            radius - width / 2.0,
            outcome_colour(outcome),
            (OUTLINE, width),
        )
    }
}
