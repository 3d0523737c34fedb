//! Shares over readings of the judged numbers: for each a bar over nine of ten readings, the
//! authors' numbers as a dot, and beside it the numbers that move it most.

use super::Frame;
use super::along::nothing_to_draw;
use super::parts::lines;
use super::style::{Colour, GRID, INK, LEADING, MIDDLE, MUTED, PAPER, SINGLE};
use super::ticks;
use crate::error::Error;
use crate::numerals::figure;
use crate::quantities::Quantity;
use crate::report::chart::backend::{Align, Area, Canvas, Picture, Type, bold, regular, xy};
use crate::report::cut::begun;
use crate::report::words::{
    constant, judged_in_words, own_in_words, range_of_100, shake_in_words, shaken_in_order,
};
use crate::study::{ReadingRange, ShakeStudy, ShakenShare};

/// The parts of the width that labels take, and bars; the rest is for the numbers that move them.
const LABELS: f64 = 0.22;
const BARS: f64 = 0.4;
/// Between two of these, in points.
const GUTTER: f64 = 22.0;
/// How thick a bar is, and how large the dot, as multiples of the size of a label.
const BAR: f64 = 0.8;
const DOT: f64 = 0.3;
/// A share whose bar ends below this is left out, unless it was asked for: it would be no more than
/// a point.
const LEAST: f64 = 0.005;
/// How many steps the axis has, about.
const STEPS: u8 = 4;
/// How many numbers are named beside a share at most.
const NAMED: usize = 2;
/// A name is cut to no fewer columns than these.
const LEAST_NAME: usize = 8;
/// So many rows have room for the larger words.
const FEW: usize = 5;

/// Draws shares over readings; gives a picture.
///
/// # Errors
/// Drawing fails.
pub fn shake(study: &ShakeStudy, frame: &Frame) -> Result<Picture, Error> {
    frame.picture(&shake_in_words(study), |canvas, body| {
        draw(canvas, body, study)
    })
}

/// A share with its range.
struct Row<'s> {
    share: &'s ShakenShare,
    range: ReadingRange,
    is_asked: bool,
}

fn rows(study: &ShakeStudy) -> Vec<Row<'_>> {
    let shares = shaken_in_order(study).into_iter();
    let has_both = shares.clone().any(|share| share.quantity == Quantity::Wars);
    let rows = shares.filter_map(|share| {
        Some(Row {
            share,
            range: share.range?,
            is_asked: share.quantity == study.quantity,
        })
    });
    // Both wars together stand for their parts.
    let is_part = |row: &Row<'_>| {
        has_both && matches!(row.share.quantity, Quantity::LimitedWar | Quantity::War)
    };
    rows.filter(|row| row.is_asked || row.range.high.value >= LEAST && !is_part(row))
        .collect()
}

/// Where everything stands.
#[derive(Clone, Copy)]
struct Plan {
    /// The bars.
    bars: Area,
    /// How much of the width of the bars a share of 1 takes.
    scale: f64,
    /// The left edge of the numbers that move shares.
    movers: f64,
    /// The right edge of everything.
    right: f64,
    /// How high a row is.
    row: f64,
    /// The size of the words of a row.
    size: f64,
}

impl Plan {
    fn x(&self, share: f64) -> f64 {
        self.bars.left + share * self.scale
    }
}

fn draw(canvas: &Canvas, body: Area, study: &ShakeStudy) -> Result<(), Error> {
    let rows = rows(study);
    if rows.is_empty() {
        let why = study
            .asked_share()
            .map_or_else(|| "no reading changes it".to_owned(), constant);
        return nothing_to_draw(canvas, body, &why);
    }
    let label = canvas.sizes.label;
    let width = body.right - body.left;
    let bars = Area {
        left: body.left + LABELS * width + GUTTER,
        top: body.top + label * 1.5,
        right: body.left + (LABELS + BARS) * width,
        bottom: body.bottom - label * 1.6,
    };
    let ends = rows
        .iter()
        .flat_map(|row| [row.range.high.value, row.share.authors.share.share]);
    let most = ends.fold(0.0, f64::max);
    let axis = ticks::around(0.0, 100.0 * most, STEPS);
    let last = axis.last().copied().unwrap_or(1.0);
    // Room for the figures behind the longest bar.
    let size = if rows.len() <= FEW {
        canvas.sizes.lead
    } else {
        label
    };
    let figures = canvas.ruler.width("under 1 to 00", bold(size)) + 0.8 * label;
    let plan = Plan {
        scale: (bars.right - bars.left - figures) / (last / 100.0),
        movers: bars.right + GUTTER,
        right: body.right,
        row: (bars.bottom - bars.top) / rows.len() as f64,
        size,
        bars,
    };
    heads(canvas, body, &plan, study)?;
    grid(canvas, &plan, &axis)?;
    for (row, at) in rows.iter().zip(0u8..) {
        let middle = plan.bars.top + (f64::from(at) + 0.5) * plan.row;
        draw_row(canvas, body, &plan, row, middle)?;
        movers(canvas, &plan, study, row, middle)?;
    }
    Ok(())
}

/// What stands above the columns.
fn heads(canvas: &Canvas, body: Area, plan: &Plan, study: &ShakeStudy) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let baseline = body.top + canvas.sizes.label;
    let radius = DOT * canvas.sizes.label;
    let dot = xy(plan.bars.left + radius, baseline - MIDDLE * set.size);
    canvas.dot(dot, radius, PAPER, (INK, 2.0))?;
    let words = own_in_words(study);
    let at = xy(plan.bars.left + 3.0 * radius, baseline);
    canvas.text(words, at, set, MUTED, Align::Left)?;
    if study.shares.iter().any(|share| !share.movers.is_empty()) {
        let at = xy(plan.movers, baseline);
        canvas.text("what moves it most", at, set, MUTED, Align::Left)?;
    }
    Ok(())
}

/// Thin lines along the scale, and their figures at the foot.
fn grid(canvas: &Canvas, plan: &Plan, axis: &[f64]) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    for &of_100 in axis {
        let x = plan.x(of_100 / 100.0);
        canvas.line(xy(x, plan.bars.top), xy(x, plan.bars.bottom), GRID, 1.0)?;
        let baseline = plan.bars.bottom + set.size * 1.2;
        canvas.text(&figure(of_100), xy(x, baseline), set, MUTED, Align::Centre)?;
    }
    let end = axis.last().copied().unwrap_or_default();
    let half = canvas.ruler.width(&figure(end), set) / 2.0;
    let at = xy(
        plan.x(end / 100.0) + half + 0.5 * set.size,
        plan.bars.bottom + set.size * 1.2,
    );
    canvas.text("of 100 histories", at, set, MUTED, Align::Left)
}

/// The label of a row, its bar, its dot and its figures.
fn draw_row(
    canvas: &Canvas,
    body: Area,
    plan: &Plan,
    row: &Row<'_>,
    middle: f64,
) -> Result<(), Error> {
    let colour: Colour = if row.is_asked { SINGLE } else { MUTED };
    let set = if row.is_asked {
        bold(plan.size)
    } else {
        regular(plan.size)
    };
    let width = plan.bars.left - GUTTER - body.left;
    let most = fitting_lines(plan, set.size).min(2);
    let label = canvas
        .ruler
        .label(row.share.quantity.label(), set, width, most);
    lines(canvas, &label, xy(body.left, middle), set, INK, Align::Left)?;
    let half = BAR * plan.size / 2.0;
    let [low, high] = [row.range.low.value, row.range.high.value].map(|share| plan.x(share));
    let bar = Area {
        left: low,
        top: middle - half,
        right: high.max(low + 2.0),
        bottom: middle + half,
    };
    canvas.fill(bar, colour)?;
    let own = plan.x(row.share.authors.share.share);
    let radius = DOT * plan.size;
    canvas.dot(xy(own, middle), radius, PAPER, (INK, 2.0))?;
    let words = range_of_100(row.share).unwrap_or_default();
    let set = bold(plan.size);
    let x = bar.right.max(own + radius) + 0.4 * set.size;
    let baseline = middle + MIDDLE * set.size;
    canvas.text(&words, xy(x, baseline), set, INK, Align::Left)
}

/// How many lines of a size a row has room for.
fn fitting_lines(plan: &Plan, size: f64) -> usize {
    ((plan.row / (size * LEADING)) as usize).max(1)
}

/// The numbers that move a share most, as many as there is room for.
fn movers(
    canvas: &Canvas,
    plan: &Plan,
    study: &ShakeStudy,
    row: &Row<'_>,
    middle: f64,
) -> Result<(), Error> {
    let set = regular(plan.size);
    let width = plan.right - plan.movers;
    let room = Plan {
        row: plan.row - GUTTER / 2.0,
        ..*plan
    };
    let most = fitting_lines(&room, set.size);
    let named = row.share.movers.iter().take(NAMED);
    let names: Vec<Vec<String>> = named
        .map(|&at| {
            let words = judged_in_words(&study.numbers[at], &study.subject.names);
            whole_words(canvas, &words, set, width)
        })
        .collect();
    let mut fitting = (1..=names.len()).rev().map(|many| names[..many].concat());
    let words = fitting
        .find(|lines| lines.len() <= most)
        .unwrap_or_default();
    let colour = if row.is_asked { INK } else { MUTED };
    lines(
        canvas,
        &words,
        xy(plan.movers, middle),
        set,
        colour,
        Align::Left,
    )
}

/// A name in lines: whole words, the last left out where two lines do not hold them.
fn whole_words(canvas: &Canvas, name: &str, set: Type, width: f64) -> Vec<String> {
    let is_within = |lines: &Vec<String>| {
        lines
            .iter()
            .all(|line| canvas.ruler.width(line, set) <= width)
    };
    let most = name.chars().count();
    let shorter = (LEAST_NAME.min(most)..=most).rev();
    let mut fitting = shorter
        .map(|columns| canvas.ruler.broken(&begun(name, columns), set, width, 2))
        .filter(is_within);
    fitting
        .next()
        .unwrap_or_else(|| canvas.ruler.wrap(name, set, width, 1))
}
