//! One variant beside its base: a dumbbell in each row, and at the right how many histories end
//! differently.

use super::beside::Beside;
use super::flipped;
use super::plot::{Middle, Plot, Scale};
use super::rows::{CompareRow, Rank, Side, cannot_occur, rows};
use super::{dumbbell, label_row};
use crate::error::Error;
use crate::numerals::number;
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::style::{GRID, INK, LEADING, LEFT, MIDDLE, MUTED, OUTLINE, RIGHT};
use crate::report::words::{ends_of, histories};
use crate::study::{Comparison, Variant};

/// Height of the names above the first row, of the axis below the last, as multiples of the size
/// of a label.
const NAMES: f64 = 1.7;
const AXIS: f64 = 2.0;
/// Maximum height of a row of usual rank, as a multiple of the size of a number.
const HIGHEST: f64 = 3.4;
/// Width of what stands at the right, and what is left of it free, as multiples of the size of a
/// label.
const BESIDE: f64 = 10.5;
const APART: f64 = 2.4;
/// Maximum lines of what cannot occur.
const LINES: usize = 3;

/// Draws it within an area.
pub fn draw(
    canvas: &Canvas,
    body: Area,
    comparison: &Comparison,
    variant: &Variant,
    names: [&str; 2],
    of: Beside,
) -> Result<(), Error> {
    let rows = rows(comparison, variant);
    let label = canvas.sizes.label;
    let note = cannot_occur(variant);
    let set = regular(label);
    let notes = canvas.ruler.wrap(&note, set, RIGHT - LEFT, LINES);
    let foot = body.bottom - notes.len() as f64 * label * LEADING;
    for (at, line) in (1u8..).zip(&notes) {
        let y = foot + f64::from(at) * label * LEADING - label * 0.2;
        canvas.text(line, xy(LEFT, y), set, MUTED, Align::Left)?;
    }
    let beside = match of {
        Beside::Change => RIGHT - BESIDE * label,
        Beside::Case => RIGHT,
    };
    let area = Area {
        left: LEFT,
        top: body.top + NAMES * label,
        right: beside - APART * label,
        bottom: foot - AXIS * label,
    };
    let middles = middles(canvas, &rows, area);
    let plot = plot(canvas, area, &rows, comparison);
    let bottom = axis(canvas, &plot, &rows, &middles, comparison)?;
    draw_rows(canvas, &plot, &rows, &middles)?;
    if let (Some(first), Some(middle)) = (rows.first(), middles.first()) {
        label_row::draw(canvas, &plot, first, middle.y, names, of)?;
    }
    // Two cases differ in so much that histories of one are no changed histories of the other.
    if of == Beside::Case {
        return Ok(());
    }
    let right = Area {
        left: beside,
        right: RIGHT,
        bottom: bottom.max(f64::midpoint(body.top, foot)),
        ..body
    };
    flipped::draw(canvas, right, comparison, variant)
}

/// The largest share of these rows.
fn most(rows: &[CompareRow]) -> f64 {
    let sides = rows.iter().flat_map(|row| row.sides);
    let shares = sides
        .filter(Side::is_there)
        .map(|side| side.case.share.share);
    shares.fold(0.0, f64::max)
}

/// Draws rows: their labels and their marks.
fn draw_rows(
    canvas: &Canvas,
    plot: &Plot,
    rows: &[CompareRow],
    middles: &[Middle],
) -> Result<(), Error> {
    for (row, middle) in rows.iter().zip(middles) {
        let set = label_type(canvas, row.rank);
        let indent = if row.rank == Rank::Part {
            canvas.sizes.label
        } else {
            0.0
        };
        let start = xy(LEFT + indent, middle.y + MIDDLE * set.size);
        canvas.text(row.label, start, set, INK, Align::Left)?;
        dumbbell::draw(canvas, plot, row, *middle)?;
    }
    Ok(())
}

/// How the label of a row is set.
fn label_type(canvas: &Canvas, rank: Rank) -> Type {
    match rank {
        Rank::First => bold(canvas.sizes.lead),
        Rank::Part => regular(canvas.sizes.label),
        Rank::Other => regular(canvas.sizes.lead),
    }
}

/// How high a row is among others.
fn weight(row: &CompareRow) -> f64 {
    match row.rank {
        Rank::First => 1.2,
        Rank::Part => 0.72,
        Rank::Other => 1.0,
    }
}

/// The middles of rows below each other.
fn middles(canvas: &Canvas, rows: &[CompareRow], area: Area) -> Vec<Middle> {
    let all: f64 = rows.iter().map(weight).sum();
    let unit = (area.bottom - area.top) / all.max(1.0);
    let unit = unit.min(HIGHEST * canvas.sizes.number);
    let mut top = area.top;
    let mut middles = Vec::new();
    for row in rows {
        let height = weight(row) * unit;
        middles.push(Middle {
            y: top + height / 2.0,
        });
        top += height;
    }
    middles
}

/// The room for marks, between the labels and the right edge, less what numbers take at its ends.
fn plot(canvas: &Canvas, area: Area, rows: &[CompareRow], comparison: &Comparison) -> Plot {
    let widths = rows
        .iter()
        .map(|row| canvas.ruler.width(row.label, label_type(canvas, row.rank)));
    let labels = area.left + widths.fold(0.0, f64::max);
    let numbers = rows
        .iter()
        .flat_map(|row| row.sides.map(|side| side.in_figures()))
        .map(|words| canvas.ruler.width(&words, bold(canvas.sizes.number)))
        .fold(0.0, f64::max);
    let edge = numbers + canvas.sizes.label * 1.2;
    Plot {
        scale: Scale::to(most(rows), ends_of(comparison)),
        left: labels + edge,
        right: area.right - edge,
        limits: [labels + canvas.sizes.label * 0.6, area.right],
        top: area.top - NAMES * canvas.sizes.label,
    }
}

/// Draws the axis below the rows; gives its lower edge.
fn axis(
    canvas: &Canvas,
    plot: &Plot,
    rows: &[CompareRow],
    middles: &[Middle],
    comparison: &Comparison,
) -> Result<f64, Error> {
    let label = canvas.sizes.label;
    let last = middles.last().map_or(plot.top, |middle| middle.y);
    let is_part = rows.last().is_some_and(|row| row.rank == Rank::Part);
    let y = last + label * if is_part { 0.9 } else { 1.25 };
    let set = regular(label);
    canvas.line(xy(plot.left, y), xy(plot.right, y), GRID, 1.2)?;
    let baseline = y + label * 1.3;
    for tick in plot.scale.ticks() {
        let x = plot.x(tick / plot.scale.of);
        canvas.line(xy(x, y), xy(x, y + label * 0.3), OUTLINE, 1.0)?;
        canvas.text(&number(tick), xy(x, baseline), set, MUTED, Align::Centre)?;
    }
    let of = ends_of(comparison);
    let words = format!("of {}", histories(of));
    canvas.text(&words, xy(LEFT, baseline), set, MUTED, Align::Left)?;
    Ok(baseline)
}
