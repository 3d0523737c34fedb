//! A base and a variant, and what lies between them.

use super::{Contrast, Difference};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::sim::Outcome;
use crate::stats::{Interval, Mean, paired_interval};
use crate::study::{Case, Findings, QuantityMean};
use crate::tally::{Differing, Pair};

/// All there is of a base and a variant, the base first.
pub struct SideBySide<'p> {
    pub findings: [&'p Findings; 2],
    pub models: [&'p Model; 2],
    pub pair: &'p Pair,
    /// Whether both have the same inputs.
    pub same: bool,
    /// How many trials there are of each.
    pub n: u64,
}

impl SideBySide<'_> {
    pub fn outcome(&self, outcome: Outcome) -> Contrast<Case> {
        let [base, variant] = self.findings.map(|findings| *findings.outcome(outcome));
        let only = self.pair.outcome_only(outcome);
        let interval =
            self.known([base.share, variant.share].map(|share| (share.share, share.interval)));
        let difference = self.of_shares(only, interval);
        Contrast {
            base,
            variant,
            difference,
        }
    }

    pub fn means(&self) -> [Contrast<QuantityMean>; Pair::MEANS.len()] {
        std::array::from_fn(|place| self.mean(Pair::MEANS[place], &self.pair.differences[place]))
    }

    fn mean(&self, quantity: Quantity, differing: &Differing) -> Contrast<QuantityMean> {
        let [base, variant] = self.findings.map(|findings| findings.means.of(quantity));
        let known = self.known([base, variant].map(|side| (side.mean, side.interval)));
        let difference = if quantity.is_share() {
            self.of_shares(differing.trials, known)
        } else {
            let interval =
                known.unwrap_or_else(|| differing.interval(quantity, self.models, self.n));
            let of = Mean::new(differing.sums.mean(self.n), interval);
            Difference {
                value: of.mean,
                interval: of.interval,
                differ: differing.changed(),
            }
        };
        Contrast {
            base,
            variant,
            difference,
        }
    }

    /// The difference of shares that so many trials met in the base alone, and in the variant
    /// alone.
    fn of_shares(&self, [base, variant]: [u64; 2], known: Option<Interval>) -> Difference {
        let value = (variant as f64 - base as f64) / self.n as f64;
        let interval = known.unwrap_or_else(|| paired_interval(variant, base, self.n));
        Difference {
            value,
            interval,
            differ: base + variant,
        }
    }

    /// How well a difference is known where the inputs leave nothing to estimate, or nothing on one
    /// side.
    fn known(&self, sides: [(f64, Interval); 2]) -> Option<Interval> {
        if self.same && sides.iter().any(|(_, interval)| !interval.is_excluded()) {
            return Some(Interval::Fixed);
        }
        with_exact(sides)
    }
}

/// The interval of the difference of two values, second less first, where the inputs hold one of
/// them or both: it is as well known as the other. None where both are estimated.
pub fn with_exact(
    [(base, of_base), (variant, of_variant)]: [(f64, Interval); 2],
) -> Option<Interval> {
    match [of_base, of_variant] {
        [Interval::Excluded, Interval::Excluded] => Some(Interval::Excluded),
        [
            Interval::Excluded | Interval::Fixed,
            Interval::Excluded | Interval::Fixed,
        ] => Some(Interval::Fixed),
        [Interval::Excluded | Interval::Fixed, estimated] => Some(estimated.plus(-base)),
        [estimated, Interval::Excluded | Interval::Fixed] => {
            Some(estimated.negative().plus(variant))
        }
        [Interval::Estimated { .. }, Interval::Estimated { .. }] => None,
    }
}
