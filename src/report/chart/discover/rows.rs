//! The numbers that a condition limits: the whole range as a line, the part that counts as a bar.

use crate::error::Error;
use crate::numerals::figure;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::style::{GRID, INK, LEADING, MUTED, PAPER, SINGLE};
use crate::report::words::{limit_in_words, limited_in_words};
use crate::study::{Condition, DiscoverStudy, LimitedNumber};

/// How thick the line of the range is, and the bar, as multiples of the size of a label.
const RANGE: f64 = 0.3;
const BAR: f64 = 0.9;
/// How large the dot of the authors' number is.
const DOT: f64 = 0.42;
/// How high a row is at most, as a multiple of the size of a name.
const MOST_ROW: f64 = 7.5;
/// How high the scale of a row is, with what stands above and below it, as a multiple of the size of
/// a label.
const SCALE: f64 = 4.9;

/// Draws all rows.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    study: &DiscoverStudy,
    condition: &Condition,
) -> Result<(), Error> {
    let many = condition.limits.len().max(1) as f64;
    let height = ((area.bottom - area.top) / many).min(MOST_ROW * canvas.sizes.lead);
    for (limited, at) in condition.limits.iter().zip(0u8..) {
        let top = area.top + f64::from(at) * height;
        let row = Area {
            top,
            bottom: top + height,
            ..area
        };
        draw_row(canvas, row, study, limited)?;
    }
    Ok(())
}

/// The scale of a number along its row.
#[derive(Clone, Copy)]
struct Scale {
    area: Area,
    least: f64,
    most: f64,
    /// The line of the range.
    y: f64,
}

impl Scale {
    fn x(self, value: f64) -> f64 {
        let part = (value - self.least) / (self.most - self.least).max(f64::MIN_POSITIVE);
        self.area.left + part.clamp(0.0, 1.0) * (self.area.right - self.area.left)
    }
}

fn draw_row(
    canvas: &Canvas,
    row: Area,
    study: &DiscoverStudy,
    limited: &LimitedNumber,
) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let set = regular(canvas.sizes.lead);
    let leading = set.size * LEADING;
    let room = row.bottom - row.top - SCALE * label;
    let most = ((room / leading) as usize).clamp(1, 2);
    let words = limited_in_words(limited, study);
    let name = canvas.ruler.label(&words, set, row.right - row.left, most);
    let mut baseline = row.top + set.size;
    for line in &name {
        canvas.text(line, xy(row.left, baseline), set, INK, Align::Left)?;
        baseline += leading;
    }
    let scale = Scale {
        area: row,
        least: limited.least,
        most: limited.most,
        y: baseline - leading + label * 2.6,
    };
    bars(canvas, scale, limited)?;
    authors(canvas, scale, study.numbers[limited.limit.number].value)?;
    figures(canvas, scale, limited)
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

/// The authors' number, with its name above it.
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
    let y = scale.y - BAR * set.size / 2.0 - 0.4 * set.size;
    canvas.text(&words, xy(x, y), set, MUTED, Align::Centre)
}

/// The ends of the range, and the part that counts in words below the bar.
fn figures(canvas: &Canvas, scale: Scale, limited: &LimitedNumber) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let y = scale.y + BAR * label / 2.0 + 1.1 * label;
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
