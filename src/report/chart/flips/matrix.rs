//! A cell for each way to end in the base and each in the variant.

use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{
    GRID, INK, LEADING, LEFT, MUTED, PAPER, count_colour, size, text_on,
};
use crate::report::words::{outcome_label, thousandths};
use crate::sim::Outcome;
use crate::study::Variant;

/// Between a cell and its neighbours, on each side.
const AIR: f64 = 1.5;
/// Between names and cells.
const GAP: f64 = 12.0;
/// What is unresolved stands apart by so much: it is neither calmer nor more severe than the
/// others.
const ASIDE: f64 = 16.0;
/// How thick the outline of a cell on the diagonal is.
const DIAGONAL: f64 = 2.0;

/// The cells.
pub struct Matrix {
    /// The outcomes that can occur in one of the two, from calm to war.
    pub outcomes: Vec<Outcome>,
    area: Area,
    trials: u64,
    most: u64,
}

impl Matrix {
    /// Without the outcomes that the inputs exclude in both.
    pub fn new(variant: &Variant, trials: u64, area: Area) -> Self {
        let outcomes: Vec<Outcome> = Outcome::ALL
            .into_iter()
            .filter(|&outcome| !variant.outcomes[outcome].difference.interval.is_excluded())
            .collect();
        let mut most = 0;
        for from in Outcome::ALL {
            for to in Outcome::ALL {
                if from != to {
                    most = most.max(variant.flips[from][to]);
                }
            }
        }
        Self {
            outcomes,
            area,
            trials,
            most,
        }
    }

    /// Draws names and cells.
    pub fn draw(&self, canvas: &Canvas, variant: &Variant) -> Result<(), Error> {
        self.names(canvas)?;
        for (row, &from) in self.outcomes.iter().enumerate() {
            for (column, &to) in self.outcomes.iter().enumerate() {
                let count = variant.flips[from][to];
                self.cell(canvas, self.place(row, column), count, from == to)?;
            }
        }
        Ok(())
    }

    /// The names of rows and columns.
    fn names(&self, canvas: &Canvas) -> Result<(), Error> {
        let names = self.area.left - GAP;
        let set = regular(size::NOTE);
        let (from, heading) =
            canvas
                .ruler
                .fit("From: in the base …", bold(size::LABEL), names - LEFT);
        canvas.text(
            &from,
            xy(names, self.area.top - GAP),
            heading,
            INK,
            Align::Right,
        )?;
        for (at, &outcome) in self.outcomes.iter().enumerate() {
            let place = self.place(at, at);
            let words = canvas
                .ruler
                .balance(outcome_label(outcome), set, names - LEFT, 2);
            let middle = f64::midpoint(place.top, place.bottom);
            lines(canvas, &words, xy(names, middle), set, INK, Align::Right)?;
            self.column(canvas, outcome, place)?;
        }
        Ok(())
    }

    /// The name of a column, its last line just above the cells.
    fn column(&self, canvas: &Canvas, outcome: Outcome, place: Area) -> Result<(), Error> {
        let set = regular(size::SMALL);
        let words = canvas.ruler.balance(
            outcome_label(outcome),
            set,
            place.right - place.left - 2.0,
            3,
        );
        let centre = f64::midpoint(place.left, place.right);
        let height = words.len() as f64 * set.size * LEADING;
        lines(
            canvas,
            &words,
            xy(centre, self.area.top - 5.0 - height / 2.0),
            set,
            INK,
            Align::Centre,
        )
    }

    fn cell(&self, canvas: &Canvas, place: Area, count: u64, same: bool) -> Result<(), Error> {
        let fill = if same || count == 0 {
            PAPER
        } else {
            self.colour(count)
        };
        let (outline, width) = if same { (MUTED, DIAGONAL) } else { (GRID, 1.0) };
        canvas.bar(place, fill, outline, width)?;
        let (set, colour) = if same {
            (regular(size::LABEL), MUTED)
        } else {
            (bold(size::LABEL), text_on(fill))
        };
        let middle = xy(
            f64::midpoint(place.left, place.right),
            f64::midpoint(place.top, place.bottom),
        );
        match thousandths(count, self.trials) {
            words if words.is_empty() => Ok(()),
            words => lines(canvas, &[words], middle, set, colour, Align::Centre),
        }
    }

    /// The colour of so many histories that ended differently: by the root, so that small counts
    /// show.
    pub fn colour(&self, count: u64) -> plotters::style::RGBColor {
        count_colour((count as f64 / self.most.max(1) as f64).sqrt())
    }

    fn place(&self, row: usize, column: usize) -> Area {
        let Area {
            left,
            top,
            right,
            bottom,
        } = self.area;
        let n = self.outcomes.len().max(1) as f64;
        let all = self.aside(self.outcomes.len().saturating_sub(1));
        let wide = (right - left - all) / n;
        let high = (bottom - top - all) / n;
        let x = left + column as f64 * wide + self.aside(column);
        let y = top + row as f64 * high + self.aside(row);
        Area {
            left: x + AIR,
            top: y + AIR,
            right: x + wide - AIR,
            bottom: y + high - AIR,
        }
    }

    /// How far a row or column is moved away from those before it.
    fn aside(&self, at: usize) -> f64 {
        if self.apart(at) { ASIDE } else { 0.0 }
    }

    /// Whether a row or column is that of what is unresolved, with others beside it.
    pub fn apart(&self, at: usize) -> bool {
        at > 0 && self.outcomes.get(at) == Some(&Outcome::Unresolved)
    }
}
