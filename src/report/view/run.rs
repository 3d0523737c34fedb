//! A run: what is said of it, and what is written.

mod changed;
mod columns;
mod document;
mod endings;
mod figures;
mod prose;
mod record;
mod screen;
mod sheets;
mod tables;
mod trials;

pub use changed::changed;
pub use columns::{LEVEL_COLUMNS, OUTCOME_COLUMNS};
pub use document::{RunDocument, document};
use figures::figure_names;
pub use figures::figures;
pub use prose::prose;
pub use record::record_table;
pub use screen::Screen;
pub use sheets::{LEVELS, OUTCOMES, sheets};
pub use trials::{TRIALS, Trials, trial_columns};

use super::FileNames;

/// The name of the file of what was run, resolved.
pub const SCENARIO: &str = "scenario.toml";

/// The names of what a run has.
#[must_use]
pub fn names() -> FileNames {
    FileNames {
        document: "summary",
        sheets: vec![OUTCOMES, LEVELS],
        figures: figure_names(),
        on_request: vec![TRIALS],
        others: vec![SCENARIO],
    }
}
