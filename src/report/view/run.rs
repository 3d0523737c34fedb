//! A run: what is said of it, and what is written.

mod document;
mod figures;
mod prose;
mod sheets;
mod trials;

pub use document::{Document, document};
use figures::figure_names;
pub use figures::figures;
pub use prose::prose;
pub use sheets::{LEVELS, OUTCOMES, level_columns, outcome_columns, sheets};
pub use trials::{TRIALS, Trials, trial_columns};

use super::Names;

/// The names of what a run has.
#[must_use]
pub fn names() -> Names {
    Names { document: "summary", sheets: vec![OUTCOMES, LEVELS], figures: figure_names() }
}
