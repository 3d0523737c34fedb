//! Why histories go as they do: what is said of it, and what is written.

mod columns;
mod document;
mod figures;
mod lines;
mod prose;
mod screen;
mod sheets;
mod tables;

pub use columns::{CONSIDERATION_COLUMNS, LEARNED_COLUMNS, PATH_COLUMNS};
pub use document::{ExplanationEntry, WhyDocument, document, explanation};
pub use figures::{explained, explained_names, figures};
pub use prose::prose;
pub use sheets::{CONSIDERATIONS, LEARNED, PATHS, sheets};

use super::FileNames;

/// The names of what an explanation has.
#[must_use]
pub fn names() -> FileNames {
    FileNames {
        document: "why",
        sheets: vec![CONSIDERATIONS, PATHS, LEARNED],
        figures: explained_names(),
        on_request: Vec::new(),
        others: Vec::new(),
    }
}
