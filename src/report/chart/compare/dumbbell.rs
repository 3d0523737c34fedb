//! The marks of a row: hollow for the baseline, filled for the variant, an arrow between, and the
//! numbers at the ends.

use super::plot::{Middle, Plot};
use super::rows::{CompareRow, Rank};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Position, Type, bold, regular, xy};
use crate::report::chart::style::{Colour, HALO, INK, MIDDLE, MUTED, PAPER};

/// How large a mark is, as a multiple of the size of a label: of the first row, whose two marks are
/// often near each other and matter most, of a part, and of the others.
const FIRST: f64 = 0.36;
const PART: f64 = 0.3;
const OTHER: f64 = 0.36;
/// From a mark to its number, likewise.
const GAP: f64 = 0.4;
/// The head of an arrow: how long, and half as wide, as multiples of the radius of a mark.
const HEAD: [f64; 2] = [0.95, 0.8];

/// A filled mark within a hollow one, as a part of its radius.
const INNER: f64 = 0.55;

/// The radius of the marks of a row.
pub fn radius(canvas: &Canvas, rank: Rank) -> f64 {
    let part = match rank {
        Rank::First => FIRST,
        Rank::Part => PART,
        Rank::Other => OTHER,
    };
    part * canvas.sizes.label
}

/// Draws the marks of a row around its middle.
pub fn draw(canvas: &Canvas, plot: &Plot, row: &CompareRow, middle: Middle) -> Result<(), Error> {
    let radius = radius(canvas, row.rank);
    match row.sides.map(|side| side.is_there()) {
        [true, true] if !row.moves => still(canvas, plot, row, middle, radius),
        [true, true] => moved(canvas, plot, row, middle, radius),
        [is_base, _] => alone(canvas, plot, row, middle, is_base),
    }
}

/// Both marks at their places, with an arrow from the first to the second.
fn moved(
    canvas: &Canvas,
    plot: &Plot,
    row: &CompareRow,
    middle: Middle,
    radius: f64,
) -> Result<(), Error> {
    let places = row
        .sides
        .map(|side| xy(plot.x(side.case.share.share), middle.y));
    let [from, to] = places;
    arrow(canvas, from, to, radius, row.colour)?;
    hollow(canvas, from, radius)?;
    if (to.x - from.x).abs() < radius {
        canvas.dot(to, radius * INNER, row.colour, (row.colour, 0.0))?;
    } else {
        filled(canvas, to, radius, row)?;
    }
    let rightward = to.x >= from.x;
    let gap = radius + GAP * canvas.sizes.label;
    let mut ends = [0.0; 2];
    for (side, place) in places.iter().enumerate() {
        let is_right = rightward == (side == 1);
        let set = number_type(canvas, row, side);
        let colour = number_colour(row, side);
        let words = row.sides[side].in_figures();
        let x = place.x + if is_right { gap } else { -gap };
        let align = if is_right { Align::Left } else { Align::Right };
        let baseline = xy(x, middle.y + MIDDLE * set.size);
        canvas.text(&words, baseline, set, colour, align)?;
        let width = canvas.ruler.width(&words, set);
        ends[usize::from(is_right)] = if is_right { x + width } else { x - width };
    }
    if row.is_sure {
        return Ok(());
    }
    aside(canvas, plot, middle, ends, "may be chance")
}

/// One mark where both stand, and its number once.
fn still(
    canvas: &Canvas,
    plot: &Plot,
    row: &CompareRow,
    middle: Middle,
    radius: f64,
) -> Result<(), Error> {
    let [before, after] = row.sides.map(|side| plot.x(side.case.share.share));
    hollow(canvas, xy(before, middle.y), radius)?;
    let place = xy(after, middle.y);
    canvas.dot(place, radius * INNER, row.colour, (row.colour, 0.0))?;
    let set = if row.rank == Rank::Part {
        regular(canvas.sizes.label)
    } else {
        regular(canvas.sizes.lead)
    };
    let words = row.sides[1].in_figures();
    let gap = radius + GAP * canvas.sizes.label;
    let x = before.max(after) + gap;
    canvas.text(
        &words,
        xy(x, middle.y + MIDDLE * set.size),
        set,
        INK,
        Align::Left,
    )?;
    let ends = [before.min(after) - gap, x + canvas.ruler.width(&words, set)];
    match row.remark() {
        Some(words) => aside(canvas, plot, middle, ends, &words),
        None => Ok(()),
    }
}

/// The mark of the one side in which it can occur, and which cannot have it.
fn alone(
    canvas: &Canvas,
    plot: &Plot,
    row: &CompareRow,
    middle: Middle,
    is_base: bool,
) -> Result<(), Error> {
    let radius = radius(canvas, row.rank);
    let side = usize::from(!is_base);
    let place = xy(plot.x(row.sides[side].case.share.share), middle.y);
    if is_base {
        hollow(canvas, place, radius)?;
    } else {
        filled(canvas, place, radius, row)?;
    }
    let set = number_type(canvas, row, side);
    let words = row.sides[side].in_figures();
    let gap = radius + GAP * canvas.sizes.label;
    let x = place.x + gap;
    let baseline = xy(x, middle.y + MIDDLE * set.size);
    canvas.text(&words, baseline, set, number_colour(row, side), Align::Left)?;
    let ends = [place.x - gap, x + canvas.ruler.width(&words, set)];
    let words = if is_base {
        "cannot occur with it"
    } else {
        "cannot occur in the baseline"
    };
    aside(canvas, plot, middle, ends, words)
}

/// Sets a quiet remark right of the ends of a row, or left of them where there is more room.
fn aside(
    canvas: &Canvas,
    plot: &Plot,
    middle: Middle,
    [left, right]: [f64; 2],
    words: &str,
) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let gap = canvas.sizes.label * 0.6;
    let y = middle.y + MIDDLE * set.size;
    let width = canvas.ruler.width(words, set) + gap;
    let [from, to] = plot.limits;
    if right + width <= to {
        canvas.text(words, xy(right + gap, y), set, MUTED, Align::Left)
    } else if left - width >= from {
        canvas.text(words, xy(left - gap, y), set, MUTED, Align::Right)
    } else {
        Ok(()) // there is no room, and the numbers say it
    }
}

fn hollow(canvas: &Canvas, place: Position, radius: f64) -> Result<(), Error> {
    let width = radius * 0.3;
    canvas.dot(place, radius - width / 2.0, PAPER, (INK, width))
}

fn filled(canvas: &Canvas, place: Position, radius: f64, row: &CompareRow) -> Result<(), Error> {
    canvas.dot(place, radius + HALO, PAPER, (PAPER, 0.0))?;
    canvas.dot(place, radius, row.colour, (row.colour, 0.0))
}

/// An arrow from the edge of one mark to the edge of another, where there is room between them.
fn arrow(
    canvas: &Canvas,
    from: Position,
    to: Position,
    radius: f64,
    colour: Colour,
) -> Result<(), Error> {
    let way = (to.x - from.x).signum();
    let start = from.x + way * radius;
    let tip = to.x - way * (radius + 1.0);
    let head = HEAD[0] * radius;
    if (tip - start) * way < head {
        return Ok(());
    }
    let neck = tip - way * head;
    canvas.line(xy(start, from.y), xy(neck, from.y), colour, radius * 0.45)?;
    let half = HEAD[1] * radius;
    let corners = [
        xy(tip, from.y),
        xy(neck, from.y - half),
        xy(neck, from.y + half),
    ];
    canvas.shape(&corners, colour)
}

/// How a number is set: that of the variant stands out, that of wars most.
fn number_type(canvas: &Canvas, row: &CompareRow, side: usize) -> Type {
    let sizes = canvas.sizes;
    let size = match row.rank {
        Rank::First => sizes.number,
        Rank::Part => sizes.label,
        Rank::Other => sizes.lead,
    };
    if side == 1 && row.is_sure {
        bold(size)
    } else {
        regular(size)
    }
}

fn number_colour(row: &CompareRow, side: usize) -> Colour {
    if side == 1 && row.is_sure {
        row.colour
    } else {
        INK
    }
}
