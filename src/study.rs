//! What runs show: estimates with their intervals, what the inputs exclude, and plain words for both.

mod exclusions;
mod figures;
mod findings;
pub mod words;

pub use exclusions::Exclusions;
pub use figures::Shown;
pub use findings::{Case, DEATH_QUANTILES, Findings, Means};
