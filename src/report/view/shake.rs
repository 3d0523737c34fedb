//! A case with its judged numbers drawn anew: what is said of it, and what is written.

mod columns;
mod document;
mod figures;
mod more;
mod movers;
mod prose;
mod sheets;

pub use columns::{DRIVER_COLUMNS, DRIVERS, READINGS, SHAKE, SHARE_COLUMNS, reading_columns};
pub use document::{ShakeDocument, document};
pub use figures::figures;
pub use more::kind_name;
pub use prose::{prose, stopped};
pub use sheets::sheets;

use super::FileNames;

/// The names of what it has.
#[must_use]
pub fn names() -> FileNames {
    FileNames {
        document: SHAKE,
        sheets: vec![SHAKE, DRIVERS, READINGS],
        figures: vec![SHAKE.to_owned()],
        on_request: Vec::new(),
        others: Vec::new(),
    }
}
