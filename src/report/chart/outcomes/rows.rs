//! A row for each outcome: its name, a bar with its interval, the figures.

use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular};
use crate::report::chart::parts::{self, lines};
use crate::report::chart::style::{GRID, INK, LEADING, MUTED, OUTLINE, outcome_colour, outcome_outline, size};
use crate::report::words::Shown;
use crate::report::words::outcome_label;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::Findings;

/// Right edge of the names, from the left of the rows.
const NAMES: f64 = 185.0;
/// Where 0 and 100 per cent are, from the left of the rows.
const SCALE: (f64, f64) = (199.0, 475.0);
/// Left edge of the figures, from the left of the rows.
const FIGURES: f64 = 492.0;
const HALF_BAR: f64 = 14.0;
const HALF_CAP: f64 = 7.0;

/// Draws the rows, and below them their scale.
pub fn draw(canvas: &Canvas, area: Area, findings: &Findings) -> Result<(), Error> {
    scale(canvas, area)?;
    let height = (area.bottom - area.top) / Outcome::ALL.len() as f64;
    for (outcome, at) in Outcome::ALL.into_iter().zip(0u8..) {
        let middle = area.top + (f64::from(at) + 0.5) * height;
        let names = canvas.ruler.balance(outcome_label(outcome), regular(size::LABEL), NAMES, 2);
        lines(canvas, &names, (area.left + NAMES, middle), regular(size::LABEL), INK, Align::Right)?;
        let case = findings.outcome(outcome);
        match Shown::of(case, findings.trials) {
            Shown::Excluded(why) => excluded(canvas, area, middle, &why)?,
            Shown::Estimated { value, interval } => {
                grid(canvas, area, (middle - height / 2.0, middle + height / 2.0))?;
                bar(canvas, area, middle, outcome, case.share)?;
                figures(canvas, area, middle, [&value, &interval])?;
            }
            Shown::Fixed(words) => {
                grid(canvas, area, (middle - height / 2.0, middle + height / 2.0))?;
                bar(canvas, area, middle, outcome, case.share)?;
                figures(canvas, area, middle, split(&words))?;
            }
        }
    }
    Ok(())
}

fn along(area: Area, share: f64) -> f64 {
    area.left + SCALE.0 + share.clamp(0.0, 1.0) * (SCALE.1 - SCALE.0)
}

/// The line of zero, and what the scale means.
fn scale(canvas: &Canvas, area: Area) -> Result<(), Error> {
    let zero = along(area, 0.0);
    canvas.line((zero, area.top), (zero, area.bottom), OUTLINE, 1.0)?;
    for half in 0..=2u8 {
        let below = (along(area, f64::from(half) / 2.0), area.bottom + size::NOTE * LEADING);
        canvas.text(&format!("{} %", 50 * half), below, regular(size::NOTE), MUTED, Align::Centre)?;
    }
    Ok(())
}

/// The scale's lines within a row; a row with nothing to measure has none.
fn grid(canvas: &Canvas, area: Area, (top, bottom): (f64, f64)) -> Result<(), Error> {
    for quarter in 1..=4u8 {
        let x = along(area, f64::from(quarter) / 4.0);
        canvas.line((x, top), (x, bottom), GRID, 1.0)?;
    }
    Ok(())
}

fn bar(canvas: &Canvas, area: Area, y: f64, outcome: Outcome, share: Share) -> Result<(), Error> {
    let right = along(area, share.share);
    if share.share > 0.0 {
        let bar = Area { left: along(area, 0.0), top: y - HALF_BAR, right, bottom: y + HALF_BAR };
        canvas.bar(bar, outcome_colour(outcome), OUTLINE, outcome_outline(outcome))?;
    }
    let Some((low, high)) = share.interval.ends() else { return Ok(()) };
    parts::whisker(canvas, (along(area, low), along(area, high)), y, HALF_CAP)
}

fn figures(canvas: &Canvas, area: Area, middle: f64, [value, interval]: [&str; 2]) -> Result<(), Error> {
    let (left, width) = (area.left + FIGURES, area.right - area.left - FIGURES);
    let (value, large) = canvas.ruler.fit(value, bold(size::LABEL), width);
    let (interval, small) = canvas.ruler.fit(interval, regular(size::NOTE), width);
    canvas.text(&value, (left, middle - 3.0), large, INK, Align::Left)?;
    canvas.text(&interval, (left, middle + 17.0), small, MUTED, Align::Left)
}

/// "always: the inputs fix it" on two lines.
fn split(words: &str) -> [&str; 2] {
    words.split_once(": ").map_or([words, ""], |(value, why)| [value, why])
}

fn excluded(canvas: &Canvas, area: Area, middle: f64, why: &str) -> Result<(), Error> {
    let left = area.left + SCALE.0 + 10.0;
    let set = canvas.ruler.fitting_size(why, regular(size::LABEL), area.right - left, size::NOTE);
    let words = canvas.ruler.wrap(why, set, area.right - left, 2);
    lines(canvas, &words, (left, middle), set, MUTED, Align::Left)
}
