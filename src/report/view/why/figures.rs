//! Why histories go as they do, as figures.

use crate::report::figure::Figure;
use crate::study::WhyStudy;

/// The names of the figures, known before they are drawn.
#[must_use]
pub fn figure_names() -> Vec<String> {
    Vec::new()
}

/// The figures.
#[must_use]
pub fn figures(_study: &WhyStudy) -> Vec<Figure<'_>> {
    Vec::new()
}
