//! How common something is along a number: a column for each part of its range, coloured where the
//! condition holds.

use super::scale::Scale;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::style::{Colour, INK, SINGLE};
use crate::report::words::of_100;
use crate::study::{DiscoverStudy, LimitedNumber, Slice};

/// Columns where the condition does not hold.
const ELSEWHERE: Colour = plotters::style::RGBColor(170, 170, 170);
/// Between two columns, in points.
const APART: f64 = 3.0;
/// The least room for columns, and for columns with their figures, as multiples of a label.
const LEAST: f64 = 0.8;
const WITH_FIGURES: f64 = 2.0;

/// The parts of a number's range, and what they are of.
pub struct Columns {
    pub slices: Vec<Slice>,
    pub trials: u64,
    /// The share that the highest column of all numbers stands for.
    pub most: f64,
}

impl Columns {
    /// Those of a number.
    pub fn of(study: &DiscoverStudy, limited: &LimitedNumber) -> Self {
        let slices = study.slices(limited);
        let shares = slices.iter().filter_map(|slice| slice.share(study.trials));
        Self {
            most: shares.fold(0.0, f64::max),
            trials: study.trials,
            slices,
        }
    }
}

/// Draws columns that stand on the line `bottom` and have room up to `top`; none where that is too
/// little.
pub fn draw(
    canvas: &Canvas,
    scale: Scale,
    room: Area,
    columns: &Columns,
    limited: &LimitedNumber,
) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let whole = room.bottom - room.top;
    if whole < LEAST * label || columns.most <= 0.0 {
        return Ok(());
    }
    let figures = if whole < WITH_FIGURES * label {
        0.0
    } else {
        1.1 * label
    };
    for slice in &columns.slices {
        let Some(share) = slice.share(columns.trials) else {
            continue;
        };
        let column = Area {
            left: scale.x(slice.low) + APART / 2.0,
            right: scale.x(slice.high) - APART / 2.0,
            top: room.bottom - (whole - figures) * (share / columns.most).min(1.0),
            bottom: room.bottom,
        };
        canvas.fill(column, ELSEWHERE)?;
        let [low, high] = limited.part().map(|value| scale.x(value));
        let inside = Area {
            left: column.left.max(low),
            right: column.right.min(high),
            ..column
        };
        if inside.left < inside.right {
            canvas.fill(inside, SINGLE)?;
        }
        if figures > 0.0 {
            let middle = f64::midpoint(column.left, column.right);
            let at = xy(middle, column.top - 0.25 * label);
            canvas.text(&short(share), at, regular(label), INK, Align::Centre)?;
        }
    }
    Ok(())
}

/// A share of 100 histories in few letters.
fn short(share: f64) -> String {
    of_100(share).replace("under ", "<").replace("over ", ">")
}
