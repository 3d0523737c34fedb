//! The mean of every quantity with its interval, or with the word that the inputs exclude or fix
//! it: every file and table takes it from here.

use serde::{Deserialize, Serialize};

use super::{Case, Exclusions, Reason};
use crate::model::Model;
use crate::quantities::{Kind, Quantity};
use crate::sim::Outcome;
use crate::stats::{Interval, Mean};
use crate::tally::Tally;

/// The mean of a quantity over the trials of a run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantityMean {
    /// The mean.
    pub mean: f64,
    /// How well it is known; excluded where the inputs hold it at 0.
    pub interval: Interval,
    /// Why the inputs hold it at 0.
    pub excluded: Option<Reason>,
}

impl QuantityMean {
    /// A mean that the inputs do not hold at 0.
    #[must_use]
    pub const fn new(mean: Mean) -> Self {
        Self {
            mean: mean.mean,
            interval: mean.interval,
            excluded: None,
        }
    }

    /// The mean of a quantity that the inputs hold at 0, and why.
    #[must_use]
    pub const fn excluded(reason: Reason) -> Self {
        Self {
            mean: 0.0,
            interval: Interval::Excluded,
            excluded: Some(reason),
        }
    }

    /// The share of trials that meet a case, as a mean.
    #[must_use]
    pub const fn of_case(case: &Case) -> Self {
        Self {
            mean: case.share.share,
            interval: case.share.interval,
            excluded: case.excluded,
        }
    }

    /// Mean, lower and upper end as every file holds them.
    #[must_use]
    pub const fn figures(self) -> [Option<f64>; 3] {
        self.interval.figures(self.mean)
    }
}

/// The mean of every quantity over the trials of a run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "Vec<WrittenMean>", try_from = "Vec<WrittenMean>")]
pub struct Means([QuantityMean; Quantity::COUNT]);

/// The mean of one quantity, as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMean {
    quantity: Quantity,
    mean: QuantityMean,
}

impl Means {
    /// The means of a tally of a model whose outcomes have these estimates.
    pub(super) fn new(
        model: &Model,
        exclusions: Exclusions<'_>,
        tally: &Tally,
        outcomes: &[Case; Outcome::ALL.len()],
    ) -> Self {
        Self(Quantity::ALL.map(|quantity| match quantity.outcome() {
            Some(outcome) => QuantityMean::of_case(&outcomes[outcome]),
            None => mean(quantity, model, exclusions, tally),
        }))
    }

    /// The mean of a quantity.
    #[must_use]
    pub const fn of(&self, quantity: Quantity) -> QuantityMean {
        self.0[quantity as usize]
    }

    /// One mean for every quantity.
    #[cfg(test)]
    pub(crate) const fn all(mean: QuantityMean) -> Self {
        Self([mean; Quantity::COUNT])
    }
}

impl From<Means> for Vec<WrittenMean> {
    fn from(means: Means) -> Self {
        Quantity::ALL
            .map(|quantity| WrittenMean {
                quantity,
                mean: means.of(quantity),
            })
            .into()
    }
}

impl TryFrom<Vec<WrittenMean>> for Means {
    type Error = String;

    fn try_from(entries: Vec<WrittenMean>) -> Result<Self, String> {
        if let Some((wanted, _)) = Quantity::ALL
            .iter()
            .zip(&entries)
            .find(|(wanted, entry)| **wanted != entry.quantity)
        {
            return Err(format!(
                "the mean of `{}` is not in its place",
                String::from(*wanted)
            ));
        }
        let means: Vec<QuantityMean> = entries.into_iter().map(|entry| entry.mean).collect();
        let many = |means: Vec<QuantityMean>| {
            format!("there are {} means, not {}", means.len(), Quantity::COUNT)
        };
        means.try_into().map(Self).map_err(many)
    }
}

fn mean(
    quantity: Quantity,
    model: &Model,
    exclusions: Exclusions<'_>,
    tally: &Tally,
) -> QuantityMean {
    match (exclusions.quantity(quantity), quantity.row().kind) {
        // In few words, since it stands beside a mean.
        (Some(_), Kind::FirstAct) => QuantityMean::excluded(Reason::OpeningWithoutForce),
        (Some(reason), _) => QuantityMean::excluded(reason),
        (None, _) if exclusions.fixes(quantity) => {
            QuantityMean::new(Mean::fixed(tally.mean(quantity, model)))
        }
        (None, _) => QuantityMean::new(tally.estimate(quantity, model)),
    }
}
