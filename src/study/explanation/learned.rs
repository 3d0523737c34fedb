//! What the course of events teaches: the uncertain values of the trials that agree with the
//! record, beside those of all.

use serde::{Deserialize, Serialize};

use crate::scenario::Scenario;
use crate::stats::{Interval, Mean, Quantile, Z_95};
use crate::tally::{Explained, PlacedCounts, ValueCounts};

/// Fewer trials teach nothing.
pub const ENOUGH: u64 = 30;

/// An uncertain value, before and after the record is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnedParameter {
    /// Its path.
    pub path: String,
    /// The least value that it may have.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// In all trials.
    pub all: Spread,
    /// In those that agree with the record; none where they are fewer than [`ENOUGH`].
    pub agreeing: Option<Spread>,
}

/// How values are spread.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// Of how many trials.
    pub n: u64,
    /// Their mean.
    pub mean: Mean,
    /// The 5th percentile. Like the others it is known to within a thousandth of the range, or
    /// exactly where there are only a few values.
    pub p05: Quantile,
    /// The 50th.
    pub p50: Quantile,
    /// The 95th.
    pub p95: Quantile,
}

impl LearnedParameter {
    /// The uncertain values of a scenario that were counted, in the order of its model.
    pub(crate) fn all(scenario: &Scenario, explained: &Explained) -> Vec<Self> {
        let values = scenario.model.uncertain_values.iter();
        values
            .zip(&explained.values)
            .map(|(uncertain, counts)| Self {
                path: scenario.names.path(uncertain.slot),
                low: counts.low,
                high: counts.high,
                all: Spread::new(counts, &counts.all),
                agreeing: (counts.agreeing.n >= ENOUGH)
                    .then(|| Spread::new(counts, &counts.agreeing)),
            })
            .collect()
    }
}

impl Spread {
    /// The spread of at least one value.
    fn new(counts: &ValueCounts, placed: &PlacedCounts) -> Self {
        let n = placed.n.max(1);
        let (place, deviation) = placed.moments();
        let width = counts.high - counts.low;
        let mean = counts.low + width * place;
        let reach = Z_95 * width * deviation / (n as f64).sqrt();
        let interval = Interval::between(mean - reach, mean + reach);
        Self {
            n: placed.n,
            mean: Mean::new(mean, interval.within(counts.low, counts.high)),
            p05: quantile(counts, placed, 0.05),
            p50: quantile(counts, placed, 0.5),
            p95: quantile(counts, placed, 0.95),
        }
    }
}

fn quantile(counts: &ValueCounts, placed: &PlacedCounts, q: f64) -> Quantile {
    Quantile::new(placed.n.max(1), q, |rank| {
        let value = counts.middle(placed.part_of(rank));
        (value, value)
    })
}
