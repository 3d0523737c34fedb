//! A tip: what is said of it, and what is written.

mod document;
mod figures;
mod looks;
mod prose;
mod sentence;
mod sheets;

pub use document::{TipDocument, document};
use figures::figure_names;
pub use figures::figures;
pub use prose::{prose, stopped};
pub use sheets::{TIP, columns, sheets};

use super::FileNames;

/// The names of what a tip has.
#[must_use]
pub fn names() -> FileNames {
    FileNames {
        document: "tip",
        sheets: vec![TIP],
        figures: figure_names(),
        on_request: Vec::new(),
        others: Vec::new(),
    }
}
