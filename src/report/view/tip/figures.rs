//! A tip as a figure.

use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::{band, tip_headline};
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
        interval: format!(
            "{}; black bar on the axis: 95 % range of the crossing",
            band_of(study)
        ),
        ..Caption::new(subject, study.seed, study.trials, study.tip.complete)
    };
    vec![Figure {
        name: TIP.to_owned(),
        heading: Heading::new(tip_headline(study), subject),
        caption,
        drawing: Drawing::Tip(study),
    }]
}

/// What is said of the intervals of the curve.
fn band_of(study: &TipStudy) -> &'static str {
    let mut shown = Vec::new();
    let mut half = 0.0_f64;
    for share in &study.tip.shares {
        shown.push(share.share);
        half = half.max(share.interval.longer_side(share.share));
    }
    band(&shown, half)
}
