//! A sweep as a figure.

use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::{band, case_name, sweep_headline, unresolved, widest};
use crate::study::{Axis, SweepStudy};

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
        _ => band_of(study).to_owned(),
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
        heading: Heading {
            case: moved_together(&case_name(subject), study),
            ..Heading::new(sweep_headline(study), subject)
        },
        caption,
        drawing: Drawing::Sweep(study),
    }]
}

/// What is said of the intervals of a curve.
fn band_of(study: &SweepStudy) -> &'static str {
    let points = study.sweep.points.iter().filter(|point| point.can_occur());
    let mut shown = Vec::new();
    let mut half = 0.0_f64;
    for point in points {
        shown.push(point.shown);
        half = half.max(point.interval.longer_side(point.shown));
    }
    band(&shown, half)
}

/// The case, and that both sides have the value of an axis, where one is of both.
fn moved_together(case: &str, study: &SweepStudy) -> String {
    let mut paths = study.sweep.axes.iter().map(Axis::path);
    if paths.any(|path| path.starts_with("actors.*.")) {
        format!("{case} (both sides moved together)")
    } else {
        case.to_owned()
    }
}
