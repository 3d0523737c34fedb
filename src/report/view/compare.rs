//! A comparison: what is said of it, and what is written.

mod changed;
mod columns;
mod course;
mod details;
mod document;
mod figures;
mod file_names;
mod history;
mod open;
mod order;
mod prose;
mod sheets;
mod side_by_side;
mod sides;
mod tables;

pub use columns::{DIFFERENCE_COLUMNS, FLIP_COLUMNS, INPUT_COLUMNS};
pub use document::{CompareDocument, document};
pub use figures::figures;
use file_names::figure_names;
pub use file_names::is_figure_name;
pub use prose::prose;
pub use sheets::{DIFFERENCES, FLIPS, INPUTS, sheets};

use super::FileNames;

/// The names of what a comparison of variants with these labels has.
#[must_use]
pub fn names<'n>(labels: impl IntoIterator<Item = &'n str>) -> FileNames {
    FileNames {
        document: "compare",
        sheets: vec![DIFFERENCES, FLIPS, INPUTS],
        figures: figure_names(labels),
        on_request: Vec::new(),
        others: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
