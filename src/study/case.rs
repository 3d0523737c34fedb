//! Cases that trials meet or do not.

use serde::{Deserialize, Serialize};

use super::Reason;
use crate::stats::Share;

/// A case with its share of trials.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The share, and how well it is known.
    pub share: Share,
    /// Why the inputs exclude it.
    pub excluded: Option<Reason>,
}
