//! A ranking: what is said of it, and what is written.

mod document;
mod figures;
mod numbers;
mod prose;
mod rows;
mod screen;
mod sheets;
#[cfg(test)]
pub(in crate::report) mod testing;

pub use document::{RankDocument, document};
use figures::figure_names;
pub use figures::figures;
pub use prose::prose;
pub use sheets::{RANK, RANK_COLUMNS, sheets};

use super::FileNames;

/// The names of what a ranking has.
#[must_use]
pub fn names() -> FileNames {
    FileNames {
        document: "rank",
        sheets: vec![RANK],
        figures: figure_names(),
        on_request: Vec::new(),
        others: Vec::new(),
    }
}
