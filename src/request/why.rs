//! Why histories of a scenario go as they do.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::scenario::{Document, Resolver, Scenario, Settings, Source};

/// Why histories of a scenario go as they do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhyRequest {
    /// Which scenario.
    pub scenario: Source,
    /// What to change in it.
    pub settings: Settings,
    /// Whether to show each side's later answers as well.
    pub later: bool,
    /// How many trials.
    pub trials: u64,
    /// On which luck.
    pub seed: u64,
}

impl WhyRequest {
    /// The scenario, read and assembled.
    ///
    /// # Errors
    /// Every problem of the scenario and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Scenario, Error> {
        Document::read(self.scenario.clone(), texts)?.case(&self.settings)
    }
}
