//! What several charts are made of: texts around a middle, intervals, labels that keep apart.

use plotters::style::RGBColor;

use super::style::{HALO, INK, LEADING, MIDDLE, PAPER, WHISKER};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Position, Type, xy};

/// Sets lines around a middle.
pub fn lines<T: AsRef<str>>(
    canvas: &Canvas,
    texts: &[T],
    middle: Position,
    set: Type,
    colour: RGBColor,
    align: Align,
) -> Result<(), Error> {
    let leading = set.size * LEADING;
    let first =
        middle.y + MIDDLE * set.size - (texts.len().saturating_sub(1)) as f64 * leading / 2.0;
    for (text, at) in texts.iter().zip(0u8..) {
        canvas.text(
            text.as_ref(),
            xy(middle.x, first + f64::from(at) * leading),
            set,
            colour,
            align,
        )?;
    }
    Ok(())
}

/// An interval along a row: a line with a cap at each end, white around it so that it shows on dark
/// bars.
pub fn whisker(
    canvas: &Canvas,
    (low, high): (f64, f64),
    y: f64,
    half_cap: f64,
) -> Result<(), Error> {
    for (colour, more) in [(PAPER, HALO), (INK, 0.0)] {
        let width = WHISKER + 2.0 * more;
        canvas.line(xy(low - more, y), xy(high + more, y), colour, width)?;
        for end in [low, high] {
            canvas.line(
                xy(end, y - half_cap - more),
                xy(end, y + half_cap + more),
                colour,
                width,
            )?;
        }
    }
    Ok(())
}

/// Moves labels of these heights as little as need be, in their order from the top, so that they
/// stand `apart` and none above `top`; should there be more than fits, the last stand below
/// `bottom`.
pub fn spread(wanted: &[f64], heights: &[f64], (top, bottom): (f64, f64), apart: f64) -> Vec<f64> {
    let mut middles = wanted.to_vec();
    // Upwards first, so that labels stay beside what they name where there is room, then downwards
    // from the top.
    let mut limit = bottom;
    for (middle, height) in middles.iter_mut().zip(heights).rev() {
        *middle = middle.min(limit - height / 2.0);
        limit = *middle - height / 2.0 - apart;
    }
    let mut limit = top;
    for (middle, height) in middles.iter_mut().zip(heights) {
        *middle = middle.max(limit + height / 2.0);
        limit = *middle + height / 2.0 + apart;
    }
    middles
}
