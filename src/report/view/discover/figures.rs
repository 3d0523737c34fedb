//! A condition as a figure.

use super::columns::DISCOVER;
use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::{discover_band, discover_headline};
use crate::study::DiscoverStudy;

/// The figures of a study.
#[must_use]
pub fn figures(study: &DiscoverStudy) -> Vec<Figure<'_>> {
    let subject = &study.subject;
    let caption = Caption {
        each: " of each reading",
        interval: discover_band(study),
        ..Caption::new(subject, study.seed, study.trials, study.complete)
    };
    vec![Figure {
        name: DISCOVER.to_owned(),
        heading: Heading::new(discover_headline(study), subject),
        caption,
        drawing: Drawing::Discover(study),
    }]
}
