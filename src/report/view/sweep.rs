//! A sweep: what is said of it, and what is written.

mod averages;
mod curve;
mod document;
mod figures;
mod grid;
mod points;
mod prose;
mod sheets;

pub use document::{SweepDocument, document};
use figures::figure_names;
pub use figures::figures;
pub use prose::prose;
pub use sheets::{SWEEP, columns, sheets};

use super::FileNames;

/// The names of what a sweep has.
#[must_use]
pub fn names() -> FileNames {
    FileNames {
        document: "sweep",
        sheets: vec![SWEEP],
        figures: figure_names(),
        on_request: Vec::new(),
        others: Vec::new(),
    }
}
