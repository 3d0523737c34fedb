//! A row for each outcome: its name, a bar with its interval, the figures.

use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::rows::{Bar, FigureColumn, ShareScale};
use crate::report::chart::style::{INK, MUTED, outcome_colour, outcome_outline, size};
use crate::report::words::{Shown, outcome_label};
use crate::sim::Outcome;
use crate::study::Findings;

/// Right edge of the names, from the left of the rows.
const NAMES: f64 = 185.0;
/// Where 0 and 100 per cent are, from the left of the rows.
const ZERO: f64 = 199.0;
const FULL: f64 = 475.0;
/// Left edge of the figures, from the left of the rows.
const FIGURES: f64 = 492.0;
const HALF_BAR: f64 = 14.0;
const HALF_CAP: f64 = 7.0;

/// The columns of the rows.
struct OutcomeColumns {
    area: Area,
    scale: ShareScale,
    figures: FigureColumn,
}

/// Draws the rows, and below them their scale.
pub fn draw(canvas: &Canvas, area: Area, findings: &Findings) -> Result<(), Error> {
    let scale = ShareScale {
        zero: area.left + ZERO,
        full: area.left + FULL,
        end: 100.0,
    };
    let columns = OutcomeColumns {
        area,
        scale,
        figures: FigureColumn {
            left: area.left + FIGURES,
            right: area.right,
        },
    };
    scale.zero_line(canvas, area.top, area.bottom, 1.0)?;
    scale.figures(canvas, area.bottom)?;
    let height = (area.bottom - area.top) / Outcome::ALL.len() as f64;
    for (outcome, at) in Outcome::ALL.into_iter().zip(0u8..) {
        let middle = area.top + (f64::from(at) + 0.5) * height;
        columns.row(canvas, middle, height, outcome, findings)?;
    }
    Ok(())
}

impl OutcomeColumns {
    fn row(
        &self,
        canvas: &Canvas,
        middle: f64,
        height: f64,
        outcome: Outcome,
        findings: &Findings,
    ) -> Result<(), Error> {
        let names = canvas
            .ruler
            .balance(outcome_label(outcome), regular(size::LABEL), NAMES, 2);
        lines(
            canvas,
            &names,
            xy(self.area.left + NAMES, middle),
            regular(size::LABEL),
            INK,
            Align::Right,
        )?;
        let case = findings.outcome(outcome);
        let shown = Shown::of(case, findings.trials);
        let (value, interval) = match &shown {
            Shown::Excluded(why) => return self.excluded(canvas, middle, why),
            Shown::Estimated { value, interval } => (value.as_str(), interval.as_str()),
            // "always: the inputs fix it" on two lines.
            Shown::Fixed(words) => words.split_once(": ").unwrap_or((words, "")),
        };
        let look = Bar {
            half: HALF_BAR,
            half_cap: HALF_CAP,
            fill: outcome_colour(outcome),
            outline: outcome_outline(outcome),
        };
        self.scale
            .grid(canvas, middle - height / 2.0, middle + height / 2.0)?;
        self.scale.bar(canvas, middle, case.share, &look)?;
        self.figures.draw(canvas, middle, value, interval)
    }

    /// Says why there is nothing to measure.
    fn excluded(&self, canvas: &Canvas, middle: f64, why: &str) -> Result<(), Error> {
        let left = self.scale.zero + 10.0;
        let width = self.area.right - left;
        let set = canvas
            .ruler
            .fitting_size(why, regular(size::LABEL), width, size::NOTE);
        let words = canvas.ruler.wrap(why, set, width, 2);
        lines(canvas, &words, xy(left, middle), set, MUTED, Align::Left)
    }
}
