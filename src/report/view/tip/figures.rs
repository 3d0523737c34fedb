//! A tip as a figure.

use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::{BAND, tip_title};
use crate::study::TipStudy;

const TIP: &str = "tip";

/// The names of the figures of a tip, known before it.
#[must_use]
pub fn figure_names() -> Vec<String> {
    vec![TIP.to_owned()]
}

/// The figures of a tip.
#[must_use]
pub fn figures(study: &TipStudy) -> Vec<Figure<'_>> {
    let subject = &study.subject;
    let caption = Caption {
        each: " at each point",
        interval: format!("{BAND}; bar on the axis: where it crosses, likewise"),
        ..Caption::new(subject, study.seed, study.trials, study.tip.complete)
    };
    vec![Figure {
        name: TIP.to_owned(),
        heading: Heading::new(tip_title(study), subject),
        caption,
        drawing: Drawing::Tip(study),
    }]
}
