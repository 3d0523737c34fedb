//! A row for each rung: its name, a bar with its interval, the figures; what cannot occur says why.

use super::columns::{Columns, interval_set};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular};
use crate::report::chart::parts::{lines, whisker};
use crate::report::chart::rungs::Rungs;
use crate::report::chart::style::{GRID, INK, LEADING, MIDDLE, MUTED, OUTLINE, ladder_colour, size};
use crate::report::words::Shown;
use crate::stats::Share;
use crate::study::Findings;

/// Where scales may end: a ladder of many rungs has small shares on each.
const ENDS: [u8; 3] = [10, 20, 50];
const HALF_BAR: f64 = 14.0;
const HALF_CAP: f64 = 7.0;
/// How far the bracket around rungs that cannot occur keeps from its neighbours, and how deep it is.
const BRACKET: f64 = 4.0;
/// From that bracket to the reason.
const REASON: f64 = 8.0;

/// Draws the rows, and below them their scale.
pub fn draw(
    canvas: &Canvas,
    columns: &Columns,
    findings: &Findings,
    shown: &[Shown],
    rungs: &Rungs<'_>,
) -> Result<(), Error> {
    let end = end(findings);
    scale(canvas, columns, end)?;
    for (rung, (case, figures)) in findings.peak.iter().zip(shown).enumerate() {
        let middle = columns.middle(rung);
        let place = (columns.labels_right, middle);
        let (value, interval) = match figures {
            Shown::Excluded(_) => {
                lines(canvas, &columns.labels[rung], place, columns.label, MUTED, Align::Right)?;
                continue;
            }
            Shown::Fixed(words) => (words.as_str(), ""),
            Shown::Estimated { value, interval } => (value.as_str(), interval.as_str()),
        };
        lines(canvas, &columns.labels[rung], place, columns.label, INK, Align::Right)?;
        grid(canvas, columns, rung)?;
        bar(canvas, columns, rung, case.share, end)?;
        self::figures(canvas, columns, middle, [value, interval])?;
    }
    excluded(canvas, columns, shown, [rungs.off_ramp + 1, rungs.limited_war])
}

/// The per cent at which the scale ends: the least of a few above every interval.
fn end(findings: &Findings) -> u8 {
    let high = |share: Share| share.interval.high().unwrap_or(share.share);
    let most = findings.peak.iter().map(|case| high(case.share)).fold(0.0, f64::max);
    ENDS.into_iter().find(|&end| most * 100.0 <= f64::from(end)).unwrap_or(100)
}

fn along(columns: &Columns, share: f64, end: u8) -> f64 {
    let (zero, full) = columns.scale;
    zero + (share * 100.0 / f64::from(end)).clamp(0.0, 1.0) * (full - zero)
}

/// What the scale means.
fn scale(canvas: &Canvas, columns: &Columns, end: u8) -> Result<(), Error> {
    let (zero, full) = columns.scale;
    for half in 0..=2u8 {
        let x = zero + f64::from(half) / 2.0 * (full - zero);
        let below = (x, columns.area.bottom + size::NOTE * LEADING);
        canvas.text(&format!("{} %", end / 2 * half), below, regular(size::NOTE), MUTED, Align::Centre)?;
    }
    Ok(())
}

/// The scale's lines within a row, zero first; a row with nothing to measure has none.
fn grid(canvas: &Canvas, columns: &Columns, rung: usize) -> Result<(), Error> {
    let (zero, full) = columns.scale;
    for quarter in 0..=4u8 {
        let x = zero + f64::from(quarter) / 4.0 * (full - zero);
        let colour = if quarter == 0 { OUTLINE } else { GRID };
        canvas.line((x, columns.foot(rung + 1)), (x, columns.foot(rung)), colour, 1.0)?;
    }
    Ok(())
}

fn bar(canvas: &Canvas, columns: &Columns, rung: usize, share: Share, end: u8) -> Result<(), Error> {
    let (y, half) = (columns.middle(rung), HALF_BAR.min(columns.row * 0.36));
    let right = along(columns, share.share, end);
    if share.share > 0.0 {
        let bar = Area { left: columns.scale.0, top: y - half, right, bottom: y + half };
        canvas.bar(bar, ladder_colour(rung, columns.len), OUTLINE, 1.0)?;
    }
    let Some((low, high)) = share.interval.ends() else { return Ok(()) };
    whisker(canvas, (along(columns, low, end), along(columns, high, end)), y, HALF_CAP.min(half * 0.6))
}

fn figures(canvas: &Canvas, columns: &Columns, middle: f64, [value, interval]: [&str; 2]) -> Result<(), Error> {
    let (left, right) = columns.figures;
    let small = interval_set(columns.label, columns.stacked);
    if columns.stacked {
        let (value, large) = canvas.ruler.fit(value, bold(columns.label.size), right - left);
        let (interval, small) = canvas.ruler.fit(interval, small, right - left);
        canvas.text(&value, (left, middle - 3.0), large, INK, Align::Left)?;
        return canvas.text(&interval, (left, middle + 17.0), small, MUTED, Align::Left);
    }
    // Intervals stand in a column of their own, at the right edge, so that they are easily compared.
    let baseline = middle + MIDDLE * small.size;
    canvas.text(value, (left, baseline), bold(columns.label.size), INK, Align::Left)?;
    canvas.text(interval, (right, baseline), small, MUTED, Align::Right)
}

/// Says of each run of rungs that the inputs exclude for one reason what that is: once, beside all of them. `rules` are the
/// rungs at whose feet lines cross.
fn excluded(canvas: &Canvas, columns: &Columns, shown: &[Shown], rules: [usize; 2]) -> Result<(), Error> {
    let mut first = 0;
    for run in shown.chunk_by(|one, next| one == next && matches!(one, Shown::Excluded(_))) {
        let rungs = first..first + run.len();
        first = rungs.end;
        let [Shown::Excluded(reason), ..] = run else { continue };
        let (head, foot) = (columns.foot(rungs.end) + BRACKET, columns.foot(rungs.start) - BRACKET);
        let (left, right) = (columns.scale.0, columns.scale.0 + BRACKET);
        canvas.path(&[(left, head), (right, head), (right, foot), (left, foot)], MUTED, 1.0)?;
        let left = right + REASON;
        let (text, set) = canvas.ruler.fit(reason, columns.label, columns.figures.1 - left);
        // In the middle of the widest stretch without a line across.
        let inside = rules.into_iter().filter(|rule| rungs.start < *rule && *rule < rungs.end);
        let mut edges: Vec<usize> = [rungs.start, rungs.end].into_iter().chain(inside).collect();
        edges.sort_unstable();
        let widest = edges.windows(2).max_by_key(|pair| pair[1] - pair[0]);
        let (from, to) = widest.map_or((rungs.start, rungs.end), |pair| (pair[0], pair[1]));
        let middle = f64::midpoint(columns.foot(from), columns.foot(to));
        lines(canvas, &[text], (left, middle), set, MUTED, Align::Left)?;
    }
    Ok(())
}
