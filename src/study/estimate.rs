//! The mean of every quantity with its interval, or with the word that the inputs exclude or fix it: every file and table
//! takes it from here.

use super::{Case, Exclusions};
use crate::model::Model;
use crate::quantities::{Kind, Quantity};
use crate::sim::Outcome;
use crate::stats::Mean;
use crate::tally::Tally;

/// The mean of every quantity over the trials of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Means([Mean; Quantity::COUNT]);

impl Means {
    /// The means of a tally of a model whose outcomes have these estimates.
    pub(super) fn new(
        model: &Model,
        exclusions: Exclusions<'_>,
        tally: &Tally,
        outcomes: &[Case; Outcome::ALL.len()],
    ) -> Self {
        Self(Quantity::ALL.map(|quantity| match quantity.outcome() {
            Some(outcome) => of_case(&outcomes[outcome as usize]),
            None => mean(quantity, model, exclusions, tally),
        }))
    }

    /// The mean of a quantity.
    #[must_use]
    pub const fn of(&self, quantity: Quantity) -> Mean {
        self.0[quantity as usize]
    }

    /// One mean for every quantity.
    #[cfg(test)]
    pub(crate) const fn all(mean: Mean) -> Self {
        Self([mean; Quantity::COUNT])
    }
}

fn of_case(case: &Case) -> Mean {
    Mean { excluded: case.excluded, ..Mean::of_share(case.share) }
}

fn mean(quantity: Quantity, model: &Model, exclusions: Exclusions<'_>, tally: &Tally) -> Mean {
    match (exclusions.quantity(quantity), quantity.row().kind) {
        // In few words, since it stands beside a mean.
        (Some(_), Kind::FirstAct) => Mean::excluded("the opening uses no force"),
        (Some(reason), _) => Mean::excluded(reason),
        (None, _) if exclusions.fixes(quantity) => Mean::fixed(tally.mean(quantity, model)),
        (None, _) => tally.estimate(quantity, model),
    }
}
