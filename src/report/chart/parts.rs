//! What several charts are made of: texts around a middle, intervals, labels that keep apart.

use plotters::style::RGBColor;

use super::style::{LEADING, MIDDLE};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, Type, xy};

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

/// Sets lines at the foot of an area; gives their upper edge.
pub fn below(
    canvas: &Canvas,
    texts: &[String],
    area: Area,
    set: Type,
    colour: RGBColor,
) -> Result<f64, Error> {
    let leading = set.size * LEADING;
    let top = area.bottom - texts.len() as f64 * leading;
    for (text, at) in texts.iter().zip(0u8..) {
        let baseline = top + f64::from(at) * leading + set.size;
        canvas.text(text, xy(area.left, baseline), set, colour, Align::Left)?;
    }
    Ok(top)
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
