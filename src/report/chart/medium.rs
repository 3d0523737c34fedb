//! What pictures are made for: on a projector letters are larger than on a page.

use serde::{Deserialize, Serialize};

/// What a figure is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// A projector: it is read from the last row.
    #[default]
    Slide,
    /// A page: it is read from near by.
    Page,
}
