//! Marks beside the ladder: the off-ramp, where limited war begins, which rungs use force.

use super::columns::PeakColumns;
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Type, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{INK, LEADING, MUTED, size};

/// What is said of the off-ramp, as much as there is room for.
const OFF_RAMP: [&str; 3] = [
    "off-ramp: an answer here or below ends the crisis",
    "off-ramp: it ends here",
    "off-ramp",
];
/// What is said of limited war.
const LIMITED_WAR: [&str; 2] = ["limited war begins here", "limited war"];
/// What is said of rungs with force.
const FORCE: [&str; 2] = ["armed force", "force"];
/// Between a mark and its words.
const GAP: f64 = 6.0;
const RULE: f64 = 1.0;
const BRACKET: f64 = 3.0;

/// Draws all marks.
pub fn draw(canvas: &Canvas, columns: &PeakColumns, rungs: &ChartRungs<'_>) -> Result<(), Error> {
    let right = columns.force - GAP;
    for boundary in [rungs.off_ramp + 1, rungs.limited_war] {
        let y = columns.foot(boundary);
        canvas.line(xy(columns.scale.zero, y), xy(right, y), MUTED, RULE)?;
    }
    let width = right - columns.notes;
    let below = columns.area.bottom - columns.foot(rungs.off_ramp + 1);
    let (words, set) = fitting(canvas, columns, &OFF_RAMP, (width, below));
    let height = words.len() as f64 * set.size * LEADING;
    let middle = columns.foot(rungs.off_ramp + 1) + inset(columns, set) + height / 2.0;
    lines(
        canvas,
        &words,
        xy(columns.notes, middle),
        set,
        INK,
        Align::Left,
    )?;
    let above = columns.foot(rungs.limited_war) - columns.area.top;
    let (words, set) = fitting(canvas, columns, &LIMITED_WAR, (width, above));
    let height = words.len() as f64 * set.size * LEADING;
    let middle = columns.foot(rungs.limited_war) - inset(columns, set) - height / 2.0;
    lines(
        canvas,
        &words,
        xy(columns.notes, middle),
        set,
        INK,
        Align::Left,
    )?;
    force(canvas, columns, rungs)
}

/// From a rule to its words: as in a row of one line, but no more than a little.
fn inset(columns: &PeakColumns, set: Type) -> f64 {
    ((columns.row - set.size * LEADING) / 2.0).clamp(0.0, GAP)
}

/// The longest of the words that fit a place, in lines; the last of them fit for certain.
fn fitting(
    canvas: &Canvas,
    columns: &PeakColumns,
    words: &[&str],
    (width, height): (f64, f64),
) -> (Vec<String>, Type) {
    let set = regular(columns.label.size.min(size::NOTE));
    let most = ((height - GAP) / (set.size * LEADING)).floor().max(1.0) as usize;
    let mut lines = Vec::new();
    for words in words {
        lines = canvas.ruler.balance(words, set, width, most);
        if !lines.iter().any(|line| line.ends_with('…')) {
            break;
        }
    }
    (lines, set)
}

/// A bracket beside every run of rungs that use force.
fn force(canvas: &Canvas, columns: &PeakColumns, rungs: &ChartRungs<'_>) -> Result<(), Error> {
    let mut first = 0;
    for run in rungs.force.chunk_by(|one, next| one == next) {
        let foot = columns.foot(first);
        let head = columns.foot(first + run.len());
        first += run.len();
        if run[0] {
            let x = columns.force + BRACKET / 2.0;
            canvas.line(xy(x, head + 2.0), xy(x, foot - 2.0), INK, BRACKET)?;
            let left = columns.force + BRACKET + GAP;
            let (words, set) = fitting(
                canvas,
                columns,
                &FORCE,
                (columns.area.right - left, foot - head),
            );
            lines(
                canvas,
                &words,
                xy(left, f64::midpoint(foot, head)),
                set,
                INK,
                Align::Left,
            )?;
        }
    }
    Ok(())
}
