//! How common something is where a condition holds and elsewhere, and how much of it lies there: three
//! large numbers.

use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::style::{Colour, GRID, INK, LEADING, MUTED, SINGLE};
use crate::report::words::{of_100, such_ends};
use crate::study::{Condition, DiscoverStudy};

/// How large a number is, as a multiple of the size of numbers that carry a finding.
const NUMBER: f64 = 1.5;
/// How high a number with its words is at most, as a multiple of the size of a label.
const MOST_HEIGHT: f64 = 8.0;
/// How many lines the words below a number have at most.
const LINES: usize = 2;

/// A number with what it is.
struct Big {
    number: String,
    words: String,
    colour: Colour,
}

/// Draws the numbers.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    study: &DiscoverStudy,
    condition: &Condition,
) -> Result<(), Error> {
    let shares = condition.held_out.shares;
    let all = [
        Big {
            number: of_100(shares.density.share),
            words: match condition.limits.len() {
                1 => "histories where this holds".to_owned(),
                _ => "histories where all of this holds".to_owned(),
            },
            colour: SINGLE,
        },
        Big {
            number: of_100(shares.elsewhere.share),
            words: "histories elsewhere".to_owned(),
            colour: MUTED,
        },
        Big {
            number: of_100(shares.coverage.share),
            words: format!(
                "of {} lie there, in {} of 100 readings",
                such_ends(study),
                of_100(shares.mass.share)
            ),
            colour: INK,
        },
    ];
    let height = (area.bottom - area.top) / all.len() as f64;
    let height = height.min(MOST_HEIGHT * canvas.sizes.label);
    for (big, at) in all.iter().zip(0u8..) {
        let top = area.top + f64::from(at) * height;
        if at > 0 {
            let y = top - 0.25 * canvas.sizes.label;
            canvas.line(xy(area.left, y), xy(area.right, y), GRID, 1.0)?;
        }
        draw_one(canvas, Area { top, ..area }, big)?;
    }
    Ok(())
}

fn draw_one(canvas: &Canvas, area: Area, big: &Big) -> Result<(), Error> {
    let set = bold(NUMBER * canvas.sizes.number);
    let label = regular(canvas.sizes.label);
    let baseline = area.top + set.size * 0.95;
    let at = xy(area.left, baseline);
    canvas.text(&big.number, at, set, big.colour, Align::Left)?;
    let beside = canvas.ruler.width(&big.number, set) + 0.5 * label.size;
    let words = "of 100";
    let at = xy(area.left + beside, baseline);
    canvas.text(words, at, label, MUTED, Align::Left)?;
    let width = area.right - area.left;
    let lines = canvas.ruler.balance(&big.words, label, width, LINES);
    for (line, at) in lines.iter().zip(1u8..) {
        let y = baseline + 0.35 * label.size + f64::from(at) * label.size * LEADING;
        canvas.text(line, xy(area.left, y), label, INK, Align::Left)?;
    }
    Ok(())
}
