//! Which histories a change made end differently: from the base's outcomes to the variant's.

mod foot;
mod heads;
mod largest;
mod marks;
mod matrix;

use super::Frame;
use super::style::{LEFT, RIGHT};
use crate::error::Error;
use crate::report::chart::backend::{Area, Picture};
use crate::report::words::flips_in_words;
use crate::study::Variant;
use matrix::Matrix;

/// Width of what is said beside the squares, and what is left free before it, as multiples of the
/// size of a label.
const BESIDE: f64 = 18.0;
const APART: f64 = 2.0;

/// Draws how `trials` histories of a base end in a variant, with a head over each of the two; gives a
/// picture.
///
/// # Errors
/// [`Error::Fault`] where drawing fails, which no counts can cause.
pub fn flips(
    variant: &Variant,
    trials: u64,
    heads: [&'static str; 2],
    frame: &Frame,
) -> Result<Picture, Error> {
    frame.picture(&flips_in_words(variant, trials), |canvas, body| {
        let beside = RIGHT - BESIDE * canvas.sizes.label;
        let squares = Area {
            left: LEFT,
            right: beside - APART * canvas.sizes.label,
            ..body
        };
        let matrix = Matrix::new(canvas, squares, variant, trials, heads);
        matrix.draw()?;
        foot::draw(&matrix)?;
        let right = Area {
            left: beside,
            right: RIGHT,
            ..body
        };
        largest::draw(canvas, right, variant, trials)
    })
}
