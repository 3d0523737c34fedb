//! A row for each rung: its name, a bar with its interval, the figures; what cannot occur says why.

use super::columns::{PeakColumns, interval_set};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, bold, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::rows::{Bar, end};
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{INK, MIDDLE, MUTED, ladder_colour};
use crate::report::words::Shown;
use crate::stats::Share;
use crate::study::Findings;

/// Where scales may end: a ladder of many rungs has small shares on each.
const ENDS: [f64; 3] = [10.0, 20.0, 50.0];
const HALF_BAR: f64 = 14.0;
const HALF_CAP: f64 = 7.0;
/// How far the bracket around rungs that cannot occur keeps from its neighbours, and how deep it
/// is.
const BRACKET: f64 = 4.0;
/// From that bracket to the reason.
const REASON: f64 = 8.0;

/// The per cent at which the scale of a run ends.
pub fn scale_end(findings: &Findings) -> f64 {
    end(findings.peak.iter().map(|case| case.share), &ENDS)
}

/// Draws the rows, and below them their scale.
pub fn draw(
    canvas: &Canvas,
    columns: &PeakColumns,
    findings: &Findings,
    shown: &[Shown],
    rungs: &ChartRungs<'_>,
) -> Result<(), Error> {
    columns.scale.figures(canvas, columns.area.bottom)?;
    for (rung, (case, shown)) in findings.peak.iter().zip(shown).enumerate() {
        row(canvas, columns, rung, case.share, shown)?;
    }
    excluded(
        canvas,
        columns,
        shown,
        [rungs.off_ramp + 1, rungs.limited_war],
    )
}

fn row(
    canvas: &Canvas,
    columns: &PeakColumns,
    rung: usize,
    share: Share,
    shown: &Shown,
) -> Result<(), Error> {
    let middle = columns.middle(rung);
    let place = xy(columns.labels_right, middle);
    let (value, interval) = match shown {
        Shown::Excluded(_) => {
            return lines(
                canvas,
                &columns.labels[rung],
                place,
                columns.label,
                MUTED,
                Align::Right,
            );
        }
        Shown::Fixed(words) => (words.as_str(), ""),
        Shown::Estimated { value, interval } => (value.as_str(), interval.as_str()),
    };
    lines(
        canvas,
        &columns.labels[rung],
        place,
        columns.label,
        INK,
        Align::Right,
    )?;
    let [top, bottom] = [columns.foot(rung + 1), columns.foot(rung)];
    columns.scale.zero_line(canvas, top, bottom, 1.0)?;
    columns.scale.grid(canvas, top, bottom)?;
    let half = HALF_BAR.min(columns.row * 0.36);
    let fill = ladder_colour(rung, columns.len);
    let look = Bar {
        half,
        half_cap: HALF_CAP.min(half * 0.6),
        fill,
        outline: 1.0,
    };
    columns.scale.bar(canvas, middle, share, &look)?;
    if columns.stacked {
        columns.figures.draw(canvas, middle, value, interval)
    } else {
        figures_on_a_line(canvas, columns, middle, value, interval)
    }
}

/// Sets a share and its interval side by side. Intervals stand in a column of their own, at the
/// right edge, so that they are easily compared.
fn figures_on_a_line(
    canvas: &Canvas,
    columns: &PeakColumns,
    middle: f64,
    value: &str,
    interval: &str,
) -> Result<(), Error> {
    let small = interval_set(columns.label, false);
    let baseline = middle + MIDDLE * small.size;
    canvas.text(
        value,
        xy(columns.figures.left, baseline),
        bold(columns.label.size),
        INK,
        Align::Left,
    )?;
    canvas.text(
        interval,
        xy(columns.figures.right, baseline),
        small,
        MUTED,
        Align::Right,
    )
}

/// Says of each run of rungs that the inputs exclude for one reason what that is: once, beside all
/// of them. `rules` are the rungs at whose feet lines cross.
fn excluded(
    canvas: &Canvas,
    columns: &PeakColumns,
    shown: &[Shown],
    rules: [usize; 2],
) -> Result<(), Error> {
    let mut first = 0;
    for run in shown.chunk_by(|one, next| one == next && matches!(one, Shown::Excluded(_))) {
        let rungs = first..first + run.len();
        first = rungs.end;
        let [Shown::Excluded(reason), ..] = run else {
            continue;
        };
        let head = columns.foot(rungs.end) + BRACKET;
        let foot = columns.foot(rungs.start) - BRACKET;
        let left = columns.scale.zero;
        let right = left + BRACKET;
        canvas.path(
            &[
                xy(left, head),
                xy(right, head),
                xy(right, foot),
                xy(left, foot),
            ],
            MUTED,
            1.0,
        )?;
        let left = right + REASON;
        let (text, set) = canvas
            .ruler
            .fit(reason, columns.label, columns.figures.right - left);
        // In the middle of the widest stretch without a line across.
        let inside = rules
            .into_iter()
            .filter(|rule| rungs.start < *rule && *rule < rungs.end);
        let mut edges: Vec<usize> = [rungs.start, rungs.end].into_iter().chain(inside).collect();
        edges.sort_unstable();
        let widest = edges.windows(2).max_by_key(|pair| pair[1] - pair[0]);
        let (from, to) = widest.map_or((rungs.start, rungs.end), |pair| (pair[0], pair[1]));
        let middle = f64::midpoint(columns.foot(from), columns.foot(to));
        lines(canvas, &[text], xy(left, middle), set, MUTED, Align::Left)?;
    }
    Ok(())
}
