//! How a quantity changes along a number, as a curve; or along two, as a map.

mod base;
mod contours;
mod curve;
mod map;
mod scale;

use super::Frame;
use crate::error::Error;
use crate::report::chart::backend::{Picture, fault};
use crate::report::words::sweep_in_words;
use crate::study::{Sweep, SweepStudy};

/// Draws a sweep: the quantity that was asked for along one axis, or over two; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where there are no axes or more than two, or not as many points as they have,
/// or drawing fails.
pub fn sweep(study: &SweepStudy, frame: &Frame) -> Result<Picture, Error> {
    check(&study.sweep)?;
    frame.picture(&sweep_in_words(study), |canvas, body| {
        match study.sweep.axes.as_slice() {
            [axis] => curve::draw(canvas, body, study, axis),
            _ => map::draw(canvas, body, study),
        }
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
    if (1..=2).contains(&axes) && points == sweep.points.len() && sweep.base.len() == axes && whole
    {
        return Ok(());
    }
    Err(fault(format!(
        "{axes} axes have {} points, not {points}",
        sweep.points.len()
    )))
}
