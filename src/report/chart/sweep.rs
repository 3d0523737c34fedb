//! How results change along a number, as curves; or along two, as a map.

mod axis_scale;
mod base;
mod contours;
mod curve;
mod curves;
mod labels;
mod map;
mod scale;

use super::frame;
use super::style::{LEFT, MUTED, RIGHT, size};
use crate::error::Error;
use crate::quantities::Quantity;
use crate::report::chart::backend::{Align, Canvas, Picture, fault, regular, xy};
use crate::report::figure::Caption;
use crate::report::words::{SHARED_LUCK, beyond_curves, sweep_headline, sweep_in_words};
use crate::study::Sweep;

/// Baseline of the note below the picture.
const NOTE: f64 = 609.0;

/// Draws a sweep: along one axis the shares of all outcomes, along two the mean of a quantity;
/// gives a picture.
///
/// # Errors
/// [`Error::Fault`] where there are no axes or more than two, or not as many points as they have,
/// or drawing fails.
pub fn sweep(sweep: &Sweep, quantity: Quantity, caption: &Caption<'_>) -> Result<Picture, Error> {
    check(sweep)?;
    let title = sweep_headline(sweep, quantity);
    Picture::draw(&title, &sweep_in_words(sweep, quantity), |canvas| {
        frame::title(canvas, &title)?;
        match sweep.axes.as_slice() {
            [axis] => curves::draw(canvas, sweep, axis, quantity)?,
            _ => map::draw(canvas, sweep, quantity)?,
        }
        note(canvas, beyond_curves(sweep, quantity))?;
        frame::caption(canvas, caption, " at each point")
    })
}

/// That there is a point for each combination of values.
fn check(sweep: &Sweep) -> Result<(), Error> {
    let axes = sweep.axes.len();
    let points: usize = sweep.axes.iter().map(|axis| axis.values().len()).product();
    let whole = sweep
        .points
        .iter()
        .all(|point| point.values.len() == axes && point.shown.is_finite());
    if (1..=2).contains(&axes) && points == sweep.points.len() && whole {
        return Ok(());
    }
    Err(fault(format!(
        "{axes} axes have {} points, not {points}",
        sweep.points.len()
    )))
}

fn note(canvas: &Canvas, before: Option<&str>) -> Result<(), Error> {
    let words: Vec<&str> = before.into_iter().chain([SHARED_LUCK]).collect();
    let (text, set) = canvas
        .ruler
        .fit(&words.join(" "), regular(size::SMALL), RIGHT - LEFT);
    canvas.text(&text, xy(LEFT, NOTE), set, MUTED, Align::Left)
}
