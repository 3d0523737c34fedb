//! Shaken numbers as a figure.

use super::columns::SHAKE;
use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::{shake_band, shake_title};
use crate::study::ShakeStudy;

/// The figures of a study.
#[must_use]
pub fn figures(study: &ShakeStudy) -> Vec<Figure<'_>> {
    let subject = &study.subject;
    let caption = Caption {
        each: " of each reading",
        interval: shake_band(study),
        ..Caption::new(subject, study.seed, study.trials, study.complete)
    };
    vec![Figure {
        name: SHAKE.to_owned(),
        heading: Heading::new(shake_title(study), subject),
        caption,
        drawing: Drawing::Shake(study),
    }]
}
