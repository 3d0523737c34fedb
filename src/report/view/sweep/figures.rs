//! A sweep as a figure.

use crate::report::figure::{Caption, Drawing, Figure};
use crate::report::words::title;
use crate::study::SweepStudy;

const SWEEP: &str = "sweep";

/// The names of the figures of a sweep, known before it.
#[must_use]
pub fn figure_names() -> Vec<String> {
    vec![SWEEP.to_owned()]
}

/// The figures of a sweep.
#[must_use]
pub fn figures(study: &SweepStudy) -> Vec<Figure<'_>> {
    let early = if study.stopped { ", stopped early" } else { "" };
    let scenario = title(&study.subject) + early;
    let caption = Caption {
        scenario: scenario.into(),
        trials: study.trials,
        seed: study.seed,
    };
    vec![Figure {
        name: SWEEP.to_owned(),
        caption,
        drawing: Drawing::Sweep(&study.sweep, study.quantity),
    }]
}
