//! What a change makes of it: the same trials on the same luck, before and after.

use serde::{Deserialize, Serialize};

mod side_by_side;

use side_by_side::{SideBySide, with_exact};

use super::{Case, Findings, QuantityMean};
use crate::model::Model;
use crate::quantities::{Kind, Quantity};
use crate::sim::Outcome;
use crate::stats::{Interval, Share, paired_interval};
use crate::tally::{Change, Pair, Paired};

/// Maximum number of variants that can be read side by side.
pub const MOST_VARIANTS: usize = 8;

/// A base and its variants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// How many trials were run in each.
    pub trials: u64,
    /// What the base shows by itself.
    pub base: Findings,
    /// Its variants, each beside it.
    pub variants: Vec<Variant>,
}

/// A variant beside its base.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// What it shows by itself.
    pub findings: Findings,
    /// Shares of the outcomes, in the order of [`Outcome::ALL`].
    pub outcomes: [Contrast<Case>; Outcome::ALL.len()],
    /// Means, in the order of [`Pair::MEANS`].
    pub means: [Contrast<QuantityMean>; Pair::MEANS.len()],
    /// How many histories ended how, in the base and in the variant: `flips[base][variant]`.
    pub flips: [[u64; Outcome::ALL.len()]; Outcome::ALL.len()],
    /// How many ended differently.
    pub changed: u64,
    /// How many of these changed in which way, in the order of [`Change::ALL`].
    pub changes: [u64; Change::ALL.len()],
}

/// An estimate in the base and in the variant, and what lies between them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contrast<T> {
    /// In the base.
    pub base: T,
    /// In the variant.
    pub variant: T,
    /// Variant less base.
    pub difference: Difference,
}

/// A paired difference. The interval is 95 %, simulation error only.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Variant less base.
    pub value: f64,
    /// How well it is known: excluded where the inputs exclude the case in both, fixed where they
    /// fix it in both or are the same in both.
    pub interval: Interval,
    /// How many histories differ in it.
    pub differ: u64,
}

impl Comparison {
    /// What paired counts show; `models` are those that were counted, the base first, and
    /// `identical` says of each variant whether its inputs are those of the base.
    #[must_use]
    pub fn new(models: &[&Model], paired: &Paired, identical: &[bool]) -> Option<Self> {
        let base = findings(models, paired, 0)?;
        let mut variants = Vec::with_capacity(paired.pairs.len());
        for (at, pair) in paired.pairs.iter().enumerate() {
            let findings = findings(models, paired, at + 1)?;
            let side_by_side = SideBySide {
                findings: [&base, &findings],
                models: [models.first()?, models.get(at + 1)?],
                pair,
                same: identical.get(at).copied().unwrap_or(false),
                n: base.trials.max(1),
            };
            variants.push(Variant {
                outcomes: Outcome::ALL.map(|outcome| side_by_side.outcome(outcome)),
                means: side_by_side.means(),
                findings,
                flips: pair.flips,
                changed: pair.changed(),
                changes: pair.changes,
            });
        }
        Some(Self {
            trials: base.trials,
            base,
            variants,
        })
    }
}

/// What one of the models that were counted shows by itself.
fn findings(models: &[&Model], paired: &Paired, at: usize) -> Option<Findings> {
    let model = models.get(at)?;
    let tally = paired.tallies.get(at)?;
    Some(Findings::new(model, tally, None))
}

impl Variant {
    /// What lies between the two in a quantity.
    #[must_use]
    pub fn difference(&self, quantity: Quantity) -> Difference {
        match quantity.row().kind {
            Kind::Outcomes(&[outcome]) => self.outcomes[outcome].difference,
            Kind::Outcomes(outcomes) => self.of_outcomes(outcomes),
            _ => {
                let place = Pair::MEANS.iter().position(|&mean| mean == quantity);
                place.map_or(Difference::NONE, |place| self.means[place].difference)
            }
        }
    }

    /// What lies between the two in several outcomes together.
    fn of_outcomes(&self, outcomes: &[Outcome]) -> Difference {
        let mut base_only = 0;
        let mut variant_only = 0;
        for base in Outcome::ALL {
            for variant in Outcome::ALL {
                let flips = self.flips[base as usize][variant as usize];
                match (outcomes.contains(&base), outcomes.contains(&variant)) {
                    (true, false) => base_only += flips,
                    (false, true) => variant_only += flips,
                    (true, true) | (false, false) => {}
                }
            }
        }
        let n = self.findings.trials.max(1);
        let exact = with_exact([
            self.together(outcomes, |contrast| &contrast.base),
            self.together(outcomes, |contrast| &contrast.variant),
        ]);
        Difference {
            value: (variant_only as f64 - base_only as f64) / n as f64,
            interval: exact.unwrap_or_else(|| paired_interval(variant_only, base_only, n)),
            differ: base_only + variant_only,
        }
    }

    /// The share of several outcomes together on one side, and how well it is known.
    fn together(
        &self,
        outcomes: &[Outcome],
        side: fn(&Contrast<Case>) -> &Case,
    ) -> (f64, Interval) {
        let mut others = Outcome::ALL
            .into_iter()
            .filter(|outcome| !outcomes.contains(outcome));
        if others.all(|outcome| side(&self.outcomes[outcome]).excluded.is_some()) {
            return (1.0, Interval::Fixed);
        }
        let share: f64 = Outcome::ALL
            .into_iter()
            .filter(|outcome| outcomes.contains(outcome))
            .map(|outcome| side(&self.outcomes[outcome]).share.share)
            .sum();
        let n = self.findings.trials.max(1);
        let count = (share * n as f64).round() as u64;
        (share, Share::new(count, n).interval)
    }

    /// How many times the trials independent runs would need for as sure a difference of this
    /// outcome's shares: the variance of a difference without the same luck over that with it. None
    /// where no history changed in it, or all changed alike.
    #[must_use]
    pub fn gain(&self, outcome: Outcome) -> Option<f64> {
        let at = outcome as usize;
        let n = self.findings.trials.max(1) as f64;
        let base = self.flips[at].iter().sum::<u64>();
        let variant = self.flips.iter().map(|row| row[at]).sum::<u64>();
        let both = self.flips[at][at];
        let [base, variant, changed] =
            [base, variant, base + variant - 2 * both].map(|trials| trials as f64 / n);
        let paired = changed - (base - variant) * (base - variant);
        (paired > 0.0).then(|| (base * (1.0 - base) + variant * (1.0 - variant)) / paired)
    }

    /// The middle of the gains of all outcomes that changed.
    #[must_use]
    pub fn middle_gain(&self) -> Option<f64> {
        let mut gains: Vec<f64> = Outcome::ALL
            .into_iter()
            .filter_map(|outcome| self.gain(outcome))
            .collect();
        gains.sort_by(f64::total_cmp);
        gains.get(gains.len() / 2).copied()
    }

    /// How many histories that ended differently changed so.
    #[must_use]
    pub const fn how_many(&self, change: Change) -> u64 {
        self.changes[change as usize]
    }
}

impl Difference {
    /// Between two cases that the inputs exclude.
    pub const NONE: Self = Self {
        value: 0.0,
        interval: Interval::Excluded,
        differ: 0,
    };

    /// Both ends, where there are any; those of what the inputs fix are the value.
    #[must_use]
    pub fn ends(&self) -> Option<(f64, f64)> {
        let [_, low, high] = self.figures();
        low.zip(high)
    }

    /// Difference, lower and upper end as every file holds them.
    #[must_use]
    pub const fn figures(&self) -> [Option<f64>; 3] {
        self.interval.figures(self.value)
    }

    /// Whether it is surely not zero.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.ends()
            .is_some_and(|(low, high)| low > 0.0 || high < 0.0)
    }
}
