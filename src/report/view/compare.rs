//! A comparison: what is said of it, and what is written.

mod columns;
mod document;
mod figures;
mod history;
mod prose;
mod sheets;
mod tables;

pub use columns::{DIFFERENCE_COLUMNS, FLIP_COLUMNS, INPUT_COLUMNS};
pub use document::{CompareDocument, document};
use figures::figure_names;
pub use figures::figures;
pub use prose::prose;
pub use sheets::{DIFFERENCES, FLIPS, INPUTS, sheets};

use super::FileNames;

/// The names of what a comparison of so many variants has.
#[must_use]
pub fn names(variants: usize) -> FileNames {
    FileNames {
        document: "compare",
        sheets: vec![DIFFERENCES, FLIPS, INPUTS],
        figures: figure_names(variants),
        on_request: Vec::new(),
        others: Vec::new(),
    }
}
