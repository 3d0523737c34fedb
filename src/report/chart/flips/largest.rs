//! The largest moves in words.

use super::marks::{self, hue};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, bold, regular, xy};
use crate::report::chart::style::{INK, LEADING, MUTED};
use crate::report::words::{Move, histories, moves, moves_of};
use crate::study::Variant;

/// Maximum moves that are listed.
const MOST: usize = 3;
/// Maximum lines of what one does.
const LINES: usize = 3;
/// Between one and the next, as a multiple of the size of a label.
const APART: f64 = 0.7;
/// The side of the square before a number, as a multiple of its size.
const SAMPLE: f64 = 0.7;

/// Sets them below each other from the top of an area, the number above the words.
pub fn draw(canvas: &Canvas, area: Area, variant: &Variant, trials: u64) -> Result<(), Error> {
    let sizes = canvas.sizes;
    let of = moves_of(trials);
    let moves = moves(variant, trials);
    let heading = match moves.len() {
        0 => format!("None of {} moves", histories(trials)),
        1 => format!("The only move, of {}", histories(of)),
        2..=MOST => format!("All moves, of {}", histories(of)),
        _ => format!("Largest moves, of {}", histories(of)),
    };
    let set = regular(sizes.label);
    let mut y = area.top;
    for line in canvas.ruler.wrap(&heading, set, area.right - area.left, 2) {
        let baseline = xy(area.left, y + sizes.label);
        canvas.text(&line, baseline, set, MUTED, Align::Left)?;
        y += sizes.label * LEADING;
    }
    y += sizes.label * 0.5;
    for moved in moves.iter().take(MOST) {
        let number = moved.in_figures(trials, of);
        let lines = in_lines(canvas, moved, area.right - area.left);
        let lines_high = lines.len() as f64 * sizes.lead * LEADING;
        if y + sizes.number * LEADING + lines_high > area.bottom {
            break; // there is no room for it
        }
        y = draw_move(canvas, xy(area.left, y), moved, &number, &lines)?;
        y += sizes.label * APART;
    }
    Ok(())
}

/// What a move does, in lines.
fn in_lines(canvas: &Canvas, moved: &Move, width: f64) -> Vec<String> {
    let set = regular(canvas.sizes.lead);
    canvas.ruler.balance(&moved.becomes(), set, width, LINES)
}

/// Sets one move from a corner; gives where it ends.
fn draw_move(
    canvas: &Canvas,
    corner: Position,
    moved: &Move,
    number: &str,
    lines: &[String],
) -> Result<f64, Error> {
    let sizes = canvas.sizes;
    let mut y = corner.y + sizes.number;
    let large = bold(sizes.number);
    let colour = hue(moved.from, moved.to);
    let side = sizes.number * SAMPLE;
    let sample = Area {
        left: corner.x,
        top: y - side,
        right: corner.x + side,
        bottom: y,
    };
    marks::draw(canvas, sample, colour)?;
    let start = xy(sample.right + side * 0.4, y);
    canvas.text(number, start, large, colour, Align::Left)?;
    let set = regular(sizes.lead);
    for line in lines {
        y += set.size * LEADING;
        canvas.text(line, xy(corner.x, y), set, INK, Align::Left)?;
    }
    Ok(y + set.size * 0.3)
}
