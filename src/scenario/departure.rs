//! What is changed in a scenario, compared with another.

use serde::{Deserialize, Serialize};

/// An input in which two scenarios differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputDifference {
    /// Its path.
    pub path: String,
    /// Its value in the first; none where the first has no such thing.
    pub before: Option<String>,
    /// Its value in the second.
    pub after: Option<String>,
}

/// What is changed in a scenario, compared with what it builds on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// The name of the scenario that it builds on: the last of those that it extends, or its own
    /// where it extends none.
    pub from: String,
    /// Where that came from: the name of a shipped scenario, or a path.
    pub source: String,
    /// The inputs that differ.
    pub inputs: Vec<InputDifference>,
}
