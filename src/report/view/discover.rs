//! A condition under which something is common: what is said of it, and what is written.

mod columns;
mod document;
mod figures;
mod prose;
mod sheets;

pub use columns::{DISCOVER, LIMIT_COLUMNS, MORE_OF_READINGS, TRAJECTORY, TRAJECTORY_COLUMNS};
pub use document::{DiscoverDocument, document};
pub use figures::figures;
pub use prose::{prose, stopped};
pub use sheets::sheets;

use super::FileNames;
use super::shake::READINGS;

/// The names of what it has.
#[must_use]
pub fn names() -> FileNames {
    FileNames {
        document: DISCOVER,
        sheets: vec![DISCOVER, TRAJECTORY, READINGS],
        figures: vec![DISCOVER.to_owned()],
        on_request: Vec::new(),
        others: Vec::new(),
    }
}
