//! Which histories a change made end differently: from the base's outcomes to the variant's.

mod annotation;
mod matrix;

use super::frame;
use super::style::{LEFT, RIGHT};
use crate::error::Error;
use crate::report::chart::backend::{Area, Picture};
use crate::report::figure::Caption;
use crate::report::words::{flips_headline, flips_in_words};
use crate::study::Variant;
use matrix::Matrix;

/// Where the cells stand, between the names of their rows and what is said beside them.
const CELLS: Area = Area {
    left: LEFT + 200.0,
    top: 182.0,
    right: 862.0,
    bottom: 594.0,
};
/// Left edge of what is said beside them.
const BESIDE: f64 = 896.0;

/// Draws how `trials` histories of a base end in a variant of this name; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where drawing fails, which no counts can cause.
pub fn flips(
    variant: &Variant,
    name: &str,
    trials: u64,
    caption: &Caption<'_>,
) -> Result<Picture, Error> {
    let title = flips_headline(variant, name, trials);
    Picture::draw(&title, &flips_in_words(variant, name, trials), |canvas| {
        let matrix = Matrix::new(variant, trials, CELLS);
        frame::title(canvas, &title)?;
        let heading = format!("… to, histories per 1,000: how it ends with {name}");
        frame::heading(canvas, CELLS.left, CELLS.right, &heading)?;
        matrix.draw(canvas, variant)?;
        let area = Area {
            left: BESIDE,
            top: CELLS.top,
            right: RIGHT,
            bottom: CELLS.bottom,
        };
        annotation::draw(canvas, area, variant, trials, &matrix)?;
        frame::caption(canvas, caption, " of each")
    })
}
