//! Whether what came out is what the scenario expects.

use serde::{Deserialize, Serialize};

use super::QuantityMean;
use crate::scenario::Band;

/// What a scenario says should come out, and what did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedBand {
    /// The range that the mean should lie in.
    pub band: Band,
    /// The mean.
    pub mean: QuantityMean,
}

/// Whether a mean lies where it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Met,
    /// It does not, as far as trials can say.
    NotMet,
    /// It does not, but its interval reaches there, or is not there: so few trials cannot say.
    WithinError,
}

impl JudgedBand {
    /// Judges the mean.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let Self { band, mean } = self;
        let is_below = mean.interval.high().is_some_and(|high| high < band.low);
        let is_above = mean.interval.low().is_some_and(|low| low > band.high);
        if band.holds(mean.mean) {
            Verdict::Met
        } else if mean.interval.is_fixed() || is_below || is_above {
            Verdict::NotMet
        } else {
            Verdict::WithinError
        }
    }
}
