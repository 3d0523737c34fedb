//! A sweep as a figure.

use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::{BAND, sweep_headline, unresolved, widest};
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
    let subject = &study.subject;
    let interval = match widest(study) {
        Some(margin) if study.sweep.axes.len() > 1 => {
            format!("95 % intervals, simulation error only: within {margin} in each cell")
        }
        _ => BAND.to_owned(),
    };
    let mut points = study.sweep.points.iter();
    let interval = if points.any(|point| unresolved(study.quantity, point).is_some()) {
        format!("{interval}; what is unresolved at the horizon counts with the day of its last act")
    } else {
        interval
    };
    let caption = Caption {
        each: " at each point",
        interval,
        ..Caption::new(subject, study.seed, study.trials, !study.stopped)
    };
    vec![Figure {
        name: SWEEP.to_owned(),
        heading: Heading::new(sweep_headline(study), subject),
        caption,
        drawing: Drawing::Sweep(study),
    }]
}
