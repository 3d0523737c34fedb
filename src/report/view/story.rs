//! A story: what is said of one history, and what is written.

mod columns;
mod decided;
mod document;
mod figures;
mod prose;
mod sheets;
mod telling;
#[cfg(test)]
mod tests;
mod told;
mod ways;

pub use columns::{event_columns, reason_columns};
pub use document::{StoryDocument, document};
use figures::figure_names;
pub use figures::figures;
pub use prose::prose;
pub use sheets::{EVENTS, REASONS, sheets};

use super::FileNames;

/// The names of what a story has.
#[must_use]
pub fn names() -> FileNames {
    FileNames {
        document: "story",
        sheets: vec![EVENTS, REASONS],
        figures: figure_names(),
        on_request: Vec::new(),
        others: Vec::new(),
    }
}
