//! The looks along the axis of a tip.

use crate::study::{Case, TipStudy};

/// The looks: value, share, and why the inputs exclude it.
pub fn looks(study: &TipStudy) -> impl Iterator<Item = (f64, Case)> {
    let reasons = study.reasons.iter().copied().chain(std::iter::repeat(None));
    let cases = study
        .tip
        .shares
        .iter()
        .zip(reasons)
        .map(|(&share, excluded)| Case { share, excluded });
    study.axis.values().iter().copied().zip(cases)
}
