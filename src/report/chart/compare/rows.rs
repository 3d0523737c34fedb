//! A single variant: a row for each outcome, with both shares, and the change around zero in a mark and in figures.

use super::layout::{FIGURES, Layout, NAMES, OutcomeRow};
use super::marks;
use crate::error::Error;
use crate::numerals::number;
use crate::report::chart::backend::{Align, Canvas, bold, regular};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{GRID, INK, LEADING, LEFT, MUTED, OUTLINE, size};
use crate::report::words::Shown;
use crate::report::words::{outcome_label, points};
use crate::stats::Interval;
use crate::study::{Case, Comparison, Contrast, Difference};

/// From the middle of a mark to its edge.
const RADIUS: f64 = 7.0;
/// Steps of the scale of shares.
const STEPS: u8 = 4;

/// Draws all rows, and below them their scales.
pub fn draw(canvas: &Canvas, layout: &Layout, comparison: &Comparison) -> Result<(), Error> {
    scales(canvas, layout)?;
    for (at, row) in layout.rows.iter().enumerate() {
        if at > 0 {
            canvas.line((LEFT, row.edges.0), (layout.right, row.edges.0), GRID, 0.8)?;
        }
        let middle = row.middle();
        let set = regular(size::LABEL);
        let most = if row.excluded { 1 } else { 2 };
        let name = outcome_label(row.outcome);
        let set = if row.excluded { canvas.ruler.fitting_size(name, set, NAMES - LEFT, size::LEAST) } else { set };
        let words = canvas.ruler.balance(name, set, NAMES - LEFT, most);
        lines(canvas, &words, (NAMES, middle), set, if row.excluded { MUTED } else { INK }, Align::Right)?;
        if row.excluded {
            excluded(canvas, layout, row, comparison)?;
        } else {
            grid(canvas, layout, row)?;
            for variant in &comparison.variants {
                contrast(canvas, layout, row, &variant.outcomes[row.outcome as usize])?;
            }
        }
    }
    Ok(())
}

/// What the scales mean.
fn scales(canvas: &Canvas, layout: &Layout) -> Result<(), Error> {
    let (set, y) = (regular(size::NOTE), layout.bottom() + size::NOTE * LEADING);
    for half in 0..=2u8 {
        let share = f64::from(half) / 2.0 * layout.end;
        let text = format!("{} %", number(share));
        canvas.text(&text, (layout.share(share / 100.0), y), set, MUTED, Align::Centre)?;
    }
    for &change in &layout.ticks {
        let sign = if change > 0.0 { "+" } else { "" };
        let text = format!("{sign}{}", number(change));
        canvas.text(&text, (layout.change(change), y), set, MUTED, Align::Centre)?;
    }
    Ok(())
}

/// The scales' lines within a row; zero stands out.
fn grid(canvas: &Canvas, layout: &Layout, row: &OutcomeRow) -> Result<(), Error> {
    let line = |x: f64, zero: bool| {
        let (colour, width) = if zero { (OUTLINE, 1.4) } else { (GRID, 1.0) };
        canvas.line((x, row.edges.0), (x, row.edges.1), colour, width)
    };
    for step in 0..=STEPS {
        line(layout.share(f64::from(step) / f64::from(STEPS) * layout.end / 100.0), step == 0)?;
    }
    layout.ticks.iter().try_for_each(|&change| line(layout.change(change), change == 0.0))
}

fn contrast(canvas: &Canvas, layout: &Layout, row: &OutcomeRow, contrast: &Contrast<Case>) -> Result<(), Error> {
    for (at, case) in [contrast.base, contrast.variant].into_iter().enumerate() {
        let y = row.marks()[at];
        match case.share.interval {
            Interval::Excluded => continue,
            Interval::Fixed => {}
            Interval::Estimated { low, high } => {
                let ends = [low.at().unwrap_or(0.0), high.at().unwrap_or(1.0)];
                marks::interval(canvas, ends.map(|share| layout.share(share)), y)?;
            }
        }
        let centre = (layout.share(case.share.share), y);
        if at == 0 { marks::base(canvas, centre, RADIUS)? } else { marks::variant(canvas, centre, RADIUS)? }
    }
    let difference = &contrast.difference;
    let Some((low, high)) = difference.ends() else { return Ok(()) };
    let y = row.middle();
    marks::interval(canvas, [low, high].map(|share| layout.change(share * 100.0)), y)?;
    marks::change(canvas, (layout.change(difference.value * 100.0), y), RADIUS, difference.is_sure())?;
    figures(canvas, layout, y, difference)
}

fn figures(canvas: &Canvas, layout: &Layout, middle: f64, difference: &Difference) -> Result<(), Error> {
    let Some((value, interval)) = points(difference) else { return Ok(()) };
    let (interval, set) = canvas.ruler.fit(&interval, regular(size::NOTE), layout.right - FIGURES);
    canvas.text(&value, (FIGURES, middle - 3.0), bold(size::LABEL), INK, Align::Left)?;
    canvas.text(&interval, (FIGURES, middle + 17.0), set, MUTED, Align::Left)
}

fn excluded(canvas: &Canvas, layout: &Layout, row: &OutcomeRow, comparison: &Comparison) -> Result<(), Error> {
    let reason = match Shown::of(comparison.base.outcome(row.outcome), comparison.trials) {
        Shown::Excluded(reason) => reason,
        Shown::Fixed(_) | Shown::Estimated { .. } => "cannot occur here".to_owned(),
    };
    let left = layout.shares.0 + 8.0;
    let (text, set) = canvas.ruler.fit(&reason, regular(size::NOTE), layout.right - left);
    let middle = row.middle();
    lines(canvas, &[text], (left, middle), set, MUTED, Align::Left)
}
