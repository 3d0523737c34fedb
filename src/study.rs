//! What runs show: estimates with their intervals, and what the inputs exclude.

mod exclusions;
mod findings;

pub use exclusions::Exclusions;
pub use findings::{Case, DEATH_QUANTILES, Findings, Means};
