//! The numbers that a condition limits: the whole range as a line, the part that counts as a bar, and
//! columns on them.

use super::columns::{self, Columns};
use super::scale::Scale;
use crate::error::Error;
use crate::numerals::figure;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::style::{GRID, INK, LEADING, MUTED, PAPER, SINGLE};
use crate::report::words::{gloss, limit_in_words, limited_in_words, subject_in_words};
use crate::study::{Condition, DiscoverStudy, LimitedNumber};

/// How thick the line of the range is, and the part that counts, as multiples of a label.
const RANGE: f64 = 0.3;
const BAR: f64 = 0.5;
/// How large the dot of the authors' number is.
const DOT: f64 = 0.42;
/// How high the line with the words below it is, as a multiple of a label.
const BELOW: f64 = 3.4;
/// Between two rows, as a multiple of a label.
const APART: f64 = 0.4;
/// How high columns are at least where there is room for what the number means, as a multiple of a
/// label.
const COLUMNS: f64 = 3.5;

/// Draws all rows.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    study: &DiscoverStudy,
    condition: &Condition,
) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let set = regular(label);
    let words = heading(canvas, area, study);
    let at = xy(area.left, area.top + label);
    canvas.text(&words, at, set, MUTED, Align::Left)?;
    let top = area.top + (LEADING + 0.5) * label;
    let many = condition.limits.len().max(1) as f64;
    let height = (area.bottom - top) / many;
    let limits = condition.limits.iter();
    let all: Vec<Columns> = limits.map(|it| Columns::of(study, it)).collect();
    let most = all.iter().map(|columns| columns.most).fold(0.0, f64::max);
    for ((limited, at), own) in condition.limits.iter().zip(0u8..).zip(all) {
        let top = top + f64::from(at) * height;
        let row = Area {
            top,
            bottom: top + height - APART * label,
            ..area
        };
        let columns = Columns { most, ..own };
        draw_row(canvas, row, study, limited, &columns)?;
    }
    Ok(())
}

/// What the columns are, in one line.
fn heading(canvas: &Canvas, area: Area, study: &DiscoverStudy) -> String {
    let of = subject_in_words(study.quantity);
    let words = format!("Columns: {of}, of 100 histories, in ten equal parts of the range");
    if canvas.ruler.width(&words, regular(canvas.sizes.label)) <= area.right - area.left {
        words
    } else {
        "Columns: how many of 100 histories, in ten equal parts of the range".to_owned()
    }
}

fn draw_row(
    canvas: &Canvas,
    row: Area,
    study: &DiscoverStudy,
    limited: &LimitedNumber,
    columns: &Columns,
) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let line = row.bottom - BELOW * label;
    let top = names(canvas, row, line, study, limited)?;
    let scale = Scale {
        area: row,
        least: limited.least,
        most: limited.most,
        y: line + BAR * label,
    };
    let room = Area {
        top: top + 0.3 * label,
        bottom: line,
        ..row
    };
    columns::draw(canvas, scale, room, columns, limited)?;
    bars(canvas, scale, limited)?;
    figures(canvas, scale, limited)?;
    authors(canvas, scale, study.numbers[limited.limit.number].value)
}

/// Sets the name of a number and, where there is room above `line`, what it means; gives the lower
/// edge.
fn names(
    canvas: &Canvas,
    row: Area,
    line: f64,
    study: &DiscoverStudy,
    limited: &LimitedNumber,
) -> Result<f64, Error> {
    let lead = bold(canvas.sizes.lead);
    let width = row.right - row.left;
    let room = line - row.top;
    let most = if room > 5.0 * lead.size { 2 } else { 1 };
    let words = limited_in_words(limited, study);
    let mut edge = row.top;
    for words in canvas.ruler.label(&words, lead, width, most) {
        let at = xy(row.left, edge + lead.size);
        canvas.text(&words, at, lead, INK, Align::Left)?;
        edge += lead.size * LEADING;
    }
    let set = regular(canvas.sizes.label);
    let meaning = gloss(limited, study).unwrap_or_default();
    let lines = canvas.ruler.wrap(&meaning, set, width, 2);
    let height = lines.len() as f64 * set.size * LEADING;
    if line - edge - height < COLUMNS * set.size {
        return Ok(edge);
    }
    for words in lines {
        let at = xy(row.left, edge + set.size);
        canvas.text(&words, at, set, MUTED, Align::Left)?;
        edge += set.size * LEADING;
    }
    Ok(edge)
}

/// The range and the part of it that counts.
fn bars(canvas: &Canvas, scale: Scale, limited: &LimitedNumber) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let [low, high] = limited.part().map(|value| scale.x(value));
    let range = Area {
        left: scale.area.left,
        top: scale.y - RANGE * label / 2.0,
        right: scale.area.right,
        bottom: scale.y + RANGE * label / 2.0,
    };
    let part = Area {
        left: low,
        top: scale.y - BAR * label / 2.0,
        right: high.max(low + 2.0),
        bottom: scale.y + BAR * label / 2.0,
    };
    canvas.fill(range, GRID)?;
    canvas.fill(part, SINGLE)
}

/// The authors' number, with its name in the lowest line.
fn authors(canvas: &Canvas, scale: Scale, value: f64) -> Result<(), Error> {
    if !(scale.least..=scale.most).contains(&value) {
        return Ok(());
    }
    let set = regular(canvas.sizes.label);
    let x = scale.x(value);
    let radius = DOT * set.size;
    canvas.dot(xy(x, scale.y), radius, PAPER, (INK, 2.0))?;
    let words = format!("authors' number: {}", figure(value));
    let half = canvas.ruler.width(&words, set) / 2.0;
    let least = scale.area.left + half;
    let x = x.clamp(least, (scale.area.right - half).max(least));
    let y = scale.y + BAR * set.size / 2.0 + 2.4 * set.size;
    canvas.text(&words, xy(x, y), set, MUTED, Align::Centre)
}

/// The ends of the range, and the part that counts in words below the bar.
fn figures(canvas: &Canvas, scale: Scale, limited: &LimitedNumber) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let y = scale.y + BAR * label / 2.0 + 1.2 * label;
    let ends = regular(label);
    let [least, most] = [limited.least, limited.most].map(end);
    let room = 0.8 * label;
    let left = scale.area.left + canvas.ruler.width(&least, ends) + room;
    let right = scale.area.right - canvas.ruler.width(&most, ends) - room;
    canvas.text(&least, xy(scale.area.left, y), ends, MUTED, Align::Left)?;
    canvas.text(&most, xy(scale.area.right, y), ends, MUTED, Align::Right)?;
    let words = limit_in_words(limited);
    let set = bold(label);
    let half = canvas.ruler.width(&words, set) / 2.0;
    let [low, high] = limited.part().map(|value| scale.x(value));
    let least = left + half;
    let x = f64::midpoint(low, high).clamp(least, (right - half).max(least));
    canvas.text(&words, xy(x, y), set, SINGLE, Align::Centre)
}

/// An end of a range to two digits.
fn end(value: f64) -> String {
    figure(format!("{value:.1e}").parse().unwrap_or(value))
}
