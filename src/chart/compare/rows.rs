//! A row for each outcome: the shares of all scenarios, and the changes of the variants around nought.

use super::layout::{FIGURES, Layout, NAMES, Row};
use super::marks;
use crate::chart::canvas::{Align, Canvas};
use crate::chart::font::{bold, regular};
use crate::chart::parts::lines;
use crate::chart::style::{GRID, INK, LEADING, LEFT, MUTED, OUTLINE, WHISKER, size};
use crate::error::Error;
use crate::study::words::{number, outcome_label, points};
use crate::study::{Case, Comparison, Difference, Shown};

/// Steps of the scale of shares.
const STEPS: u8 = 4;

/// Draws all rows, and below them their scales.
pub fn draw(canvas: &Canvas<'_>, layout: &Layout, comparison: &Comparison) -> Result<(), Error> {
    scales(canvas, layout)?;
    for (at, row) in layout.rows.iter().enumerate() {
        if at > 0 {
            canvas.line((LEFT, row.edges.0), (layout.right, row.edges.0), GRID, 0.8)?;
        }
        let middle = f64::midpoint(row.edges.0, row.edges.1);
        let set = regular(size::LABEL);
        let most = if row.excluded { 1 } else { 2 };
        let name = outcome_label(row.outcome);
        let set = if row.excluded { canvas.ruler.shrink(name, set, NAMES - LEFT, size::LEAST) } else { set };
        let words = canvas.ruler.balance(name, set, NAMES - LEFT, most);
        lines(canvas, &words, (NAMES, middle), set, if row.excluded { MUTED } else { INK }, Align::Right)?;
        if row.excluded {
            excluded(canvas, layout, row, comparison)?;
        } else {
            grid(canvas, layout, row)?;
            shares(canvas, layout, row, comparison)?;
            changes(canvas, layout, row, comparison)?;
        }
    }
    Ok(())
}

/// What the scales mean.
fn scales(canvas: &Canvas<'_>, layout: &Layout) -> Result<(), Error> {
    let (set, y) = (regular(size::NOTE), layout.bottom() + size::NOTE * LEADING);
    for half in 0..=2u8 {
        let share = f64::from(half) / 2.0 * layout.end;
        let text = format!("{} %", number(share));
        canvas.text(&text, (layout.share(share / 100.0), y), set, MUTED, Align::Centre)?;
    }
    for &change in &layout.ticks {
        let sign = if change > 0.0 { "+" } else { "" };
        let text = format!("{sign}{}", number(change)).replace('-', "−");
        canvas.text(&text, (layout.change(change), y), set, MUTED, Align::Centre)?;
    }
    Ok(())
}

/// The scales' lines within a row; nought stands out.
fn grid(canvas: &Canvas<'_>, layout: &Layout, row: &Row) -> Result<(), Error> {
    let line = |x: f64, zero: bool| {
        let (colour, width) = if zero { (OUTLINE, 1.4) } else { (GRID, 1.0) };
        canvas.line((x, row.edges.0), (x, row.edges.1), colour, width)
    };
    for step in 0..=STEPS {
        line(layout.share(f64::from(step) / f64::from(STEPS) * layout.end / 100.0), step == 0)?;
    }
    layout.ticks.iter().try_for_each(|&change| line(layout.change(change), change == 0.0))
}

fn shares(canvas: &Canvas<'_>, layout: &Layout, row: &Row, comparison: &Comparison) -> Result<(), Error> {
    let cases = comparison.variants.iter().map(|variant| variant.findings.outcome(row.outcome));
    let base = comparison.base.outcome(row.outcome);
    let drawn: Vec<(usize, &Case)> = [base].into_iter().chain(cases).enumerate().collect();
    for &(scenario, case) in &drawn {
        let Some((low, high)) = case.share.interval else { continue };
        interval(canvas, [low, high].map(|share| layout.share(share)), layout.mark(row, scenario))?;
    }
    for (scenario, case) in drawn.into_iter().filter(|(_, case)| case.share.interval.is_some()) {
        let centre = (layout.share(case.share.share), layout.mark(row, scenario));
        marks::draw(canvas, scenario, centre, layout.radius())?;
    }
    Ok(())
}

fn changes(canvas: &Canvas<'_>, layout: &Layout, row: &Row, comparison: &Comparison) -> Result<(), Error> {
    for (variant, scenario) in comparison.variants.iter().zip(1..) {
        let difference = &variant.outcomes[row.outcome as usize].difference;
        let Some((low, high)) = difference.interval else { continue };
        // A single one stands in the middle, beside its figures.
        let (first, last) = (layout.mark(row, 0), layout.mark(row, 1));
        let y = if layout.figures { f64::midpoint(first, last) } else { layout.mark(row, scenario) };
        interval(canvas, [low, high].map(|share| layout.change(share * 100.0)), y)?;
        marks::draw(canvas, scenario, (layout.change(difference.value * 100.0), y), layout.radius())?;
        if layout.figures {
            figures(canvas, layout, y, difference)?;
        }
    }
    Ok(())
}

fn interval(canvas: &Canvas<'_>, [low, high]: [f64; 2], y: f64) -> Result<(), Error> {
    canvas.line((low, y), (high, y), INK, WHISKER)
}

fn figures(canvas: &Canvas<'_>, layout: &Layout, middle: f64, difference: &Difference) -> Result<(), Error> {
    let Some((value, interval)) = points(difference) else { return Ok(()) };
    let (interval, set) = canvas.ruler.squeeze(&interval, regular(size::NOTE), layout.right - FIGURES);
    canvas.text(&value, (FIGURES, middle - 3.0), bold(size::LABEL), INK, Align::Left)?;
    canvas.text(&interval, (FIGURES, middle + 17.0), set, MUTED, Align::Left)
}

fn excluded(canvas: &Canvas<'_>, layout: &Layout, row: &Row, comparison: &Comparison) -> Result<(), Error> {
    let reason = match Shown::of(comparison.base.outcome(row.outcome), comparison.trials) {
        Shown::Excluded(reason) => reason,
        Shown::Estimated { .. } => "cannot occur here".to_owned(),
    };
    let left = layout.shares.0 + 8.0;
    let (text, set) = canvas.ruler.squeeze(&reason, regular(size::NOTE), layout.right - left);
    let middle = f64::midpoint(row.edges.0, row.edges.1);
    lines(canvas, &[text], (left, middle), set, MUTED, Align::Left)
}
