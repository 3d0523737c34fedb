//! The mean of every quantity over the trials of a tally.

use super::Tally;
use super::number::Stepped;
use crate::model::Model;
use crate::quantities::{Kind, Quantity};
use crate::stats::{Mean, Sample, Share};

impl Tally {
    /// The mean of a quantity over the trials, which were of this model; 0 where there are none.
    #[must_use]
    pub fn mean(&self, quantity: Quantity, model: &Model) -> f64 {
        let n = self.trials.max(1);
        match self.met(quantity, model) {
            Some(trials) => trials as f64 / n as f64,
            None => self.number(quantity).sums.mean(n),
        }
    }

    /// The mean of a quantity over at least one trial of this model, with its interval. It does not
    /// know what the inputs exclude: the studies do.
    #[must_use]
    pub fn estimate(&self, quantity: Quantity, model: &Model) -> Mean {
        let n = self.trials.max(1);
        if let Some(trials) = self.met(quantity, model) {
            return Mean::of_share(Share::new(trials, n));
        }
        let number = self.number(quantity);
        let Stepped { values, rounded } = number.stepped(quantity);
        let mean = number.sums.mean(n);
        let sd = number.sums.standard_deviation(n);
        let sample = Sample {
            values: &values,
            rounded,
            n,
            mean,
            sd,
            most: quantity.most(model).value(),
        };
        Mean::new(
            mean,
            sample
                .interval()
                .within(quantity.least(model), f64::INFINITY),
        )
    }

    /// How many trials meet a quantity; none where it is no share of trials.
    pub(super) fn met(&self, quantity: Quantity, model: &Model) -> Option<u64> {
        match quantity.row().kind {
            Kind::Outcomes(outcomes) => {
                Some(outcomes.iter().map(|&outcome| self.outcomes[outcome]).sum())
            }
            Kind::FirstAct => Some(forceful(&self.first_act, model)),
            Kind::FirstAnswer => Some(forceful(&self.first_answer, model)),
            Kind::Flag => Some(self.flag(quantity)),
            Kind::Number { .. } => None,
        }
    }
}

/// What was counted on the rungs that use force.
fn forceful(counts: &[u64], model: &Model) -> u64 {
    counts
        .iter()
        .zip(&model.force)
        .filter(|&(_, &force)| force)
        .map(|(count, _)| count)
        .sum()
}
