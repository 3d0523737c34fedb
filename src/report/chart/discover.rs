//! A condition: on the left each number that it limits, with how common something is along its range,
//! the part that counts and the authors' number; on the right how common it is there, and elsewhere,
//! in fields of a hundred dots.

mod columns;
mod rows;
mod scale;
mod shares;

use super::Frame;
use super::along::nothing_to_draw;
use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas, Picture};
use crate::report::words::{discover_headline, discover_in_words};
use crate::study::DiscoverStudy;

/// The part of the width that the numbers take.
const NUMBERS: f64 = 0.6;
/// Between numbers and shares, as a part of the width.
const GUTTER: f64 = 0.07;

/// Draws a condition; gives a picture.
///
/// # Errors
/// Drawing fails.
pub fn discover(study: &DiscoverStudy, frame: &Frame) -> Result<Picture, Error> {
    frame.picture(&discover_in_words(study), |canvas, body| {
        draw(canvas, body, study)
    })
}

fn draw(canvas: &Canvas, body: Area, study: &DiscoverStudy) -> Result<(), Error> {
    let Some(condition) = study.found() else {
        return nothing_to_draw(canvas, body, &discover_headline(study));
    };
    let width = body.right - body.left;
    let left = Area {
        right: body.left + NUMBERS * width,
        ..body
    };
    let right = Area {
        left: body.left + (NUMBERS + GUTTER) * width,
        ..body
    };
    rows::draw(canvas, left, study, condition)?;
    shares::draw(canvas, right, study, condition)
}
