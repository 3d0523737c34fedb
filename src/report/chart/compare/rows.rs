//! A single variant: a row for each outcome, with both shares, and the change around zero in a mark
//! and in figures.

use super::layout::{Layout, NAMES, OutcomeRow};
use super::marks;
use crate::error::Error;
use crate::numerals::number;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{GRID, INK, LEADING, LEFT, MUTED, OUTLINE, size};
use crate::report::words::Shown;
use crate::report::words::{outcome_label, points};
use crate::stats::Interval;
use crate::study::{Case, Comparison, Contrast};

/// From the middle of a mark to its edge.
const RADIUS: f64 = 7.0;
/// How thick the lines of zero are.
const ZERO_LINE: f64 = 1.4;

/// Draws all rows, and below them their scales.
pub fn draw(canvas: &Canvas, layout: &Layout, comparison: &Comparison) -> Result<(), Error> {
    scales(canvas, layout)?;
    for (at, row) in layout.rows.iter().enumerate() {
        if at > 0 {
            canvas.line(
                xy(LEFT, row.edges.0),
                xy(layout.right, row.edges.0),
                GRID,
                0.8,
            )?;
        }
        let middle = row.middle();
        let set = regular(size::LABEL);
        let most = if row.excluded { 1 } else { 2 };
        let name = outcome_label(row.outcome);
        let set = if row.excluded {
            canvas
                .ruler
                .fitting_size(name, set, NAMES - LEFT, size::LEAST)
        } else {
            set
        };
        let words = canvas.ruler.balance(name, set, NAMES - LEFT, most);
        lines(
            canvas,
            &words,
            xy(NAMES, middle),
            set,
            if row.excluded { MUTED } else { INK },
            Align::Right,
        )?;
        if row.excluded {
            excluded(canvas, layout, row, comparison)?;
        } else {
            grid(canvas, layout, row)?;
            for variant in &comparison.variants {
                contrast(canvas, layout, row, &variant.outcomes[row.outcome])?;
            }
        }
    }
    Ok(())
}

/// What the scales mean.
fn scales(canvas: &Canvas, layout: &Layout) -> Result<(), Error> {
    layout.shares.figures(canvas, layout.bottom())?;
    let baseline = layout.bottom() + size::NOTE * LEADING;
    for &change in &layout.ticks {
        let sign = if change > 0.0 { "+" } else { "" };
        let text = format!("{sign}{}", number(change));
        canvas.text(
            &text,
            xy(layout.change(change), baseline),
            regular(size::NOTE),
            MUTED,
            Align::Centre,
        )?;
    }
    Ok(())
}

/// The scales' lines within a row; zero stands out.
fn grid(canvas: &Canvas, layout: &Layout, row: &OutcomeRow) -> Result<(), Error> {
    let (top, bottom) = row.edges;
    layout.shares.zero_line(canvas, top, bottom, ZERO_LINE)?;
    layout.shares.grid(canvas, top, bottom)?;
    for &change in &layout.ticks {
        let x = layout.change(change);
        let (colour, width) = if change == 0.0 {
            (OUTLINE, ZERO_LINE)
        } else {
            (GRID, 1.0)
        };
        canvas.line(xy(x, top), xy(x, bottom), colour, width)?;
    }
    Ok(())
}

fn contrast(
    canvas: &Canvas,
    layout: &Layout,
    row: &OutcomeRow,
    contrast: &Contrast<Case>,
) -> Result<(), Error> {
    for (at, case) in [contrast.base, contrast.variant].into_iter().enumerate() {
        let y = row.marks()[at];
        match case.share.interval {
            Interval::Excluded => continue,
            Interval::Fixed => {}
            Interval::Estimated { low, high } => {
                let ends = [low.at().unwrap_or(0.0), high.at().unwrap_or(1.0)];
                marks::interval(canvas, ends.map(|share| layout.shares.x(share)), y)?;
            }
        }
        let centre = xy(layout.shares.x(case.share.share), y);
        if at == 0 {
            marks::base(canvas, centre, RADIUS)?;
        } else {
            marks::variant(canvas, centre, RADIUS)?;
        }
    }
    let difference = &contrast.difference;
    let Some((low, high)) = difference.ends() else {
        return Ok(());
    };
    let y = row.middle();
    marks::interval(
        canvas,
        [low, high].map(|share| layout.change(share * 100.0)),
        y,
    )?;
    marks::change(
        canvas,
        xy(layout.change(difference.value * 100.0), y),
        RADIUS,
        difference.is_sure(),
    )?;
    match points(difference) {
        Some((value, interval)) => layout.figures.draw(canvas, y, &value, &interval),
        None => Ok(()),
    }
}

fn excluded(
    canvas: &Canvas,
    layout: &Layout,
    row: &OutcomeRow,
    comparison: &Comparison,
) -> Result<(), Error> {
    let reason = match Shown::of(comparison.base.outcome(row.outcome), comparison.trials) {
        Shown::Excluded(reason) => reason,
        Shown::Fixed(_) | Shown::Estimated { .. } => "cannot occur here".to_owned(),
    };
    let left = layout.shares.zero + 8.0;
    let (text, set) = canvas
        .ruler
        .fit(&reason, regular(size::NOTE), layout.right - left);
    let middle = row.middle();
    lines(canvas, &[text], xy(left, middle), set, MUTED, Align::Left)
}
