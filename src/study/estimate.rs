//! The mean of any quantity with its interval, and without one where the inputs fix it: the same wherever it is asked for.

use super::{Case, Findings};
use crate::model::{FirstMove, Model};
use crate::stats::Mean;
use crate::tally::{Quantity, Tally};

/// The mean of a quantity over the trials of a tally of a model, whose findings these are. Without an interval where the
/// inputs exclude the case, or fix the value.
#[must_use]
pub fn estimate(quantity: Quantity, model: &Model, findings: &Findings, tally: &Tally) -> Mean {
    let excluded = |case: &Case| case.excluded.is_some();
    match quantity {
        Quantity::Outcome(outcome) => {
            let case = findings.outcome(outcome);
            if excluded(case) { Mean::excluded() } else { Mean::of_share(case.share) }
        }
        Quantity::EndedWithMediator => findings.means.ended_with_mediator,
        Quantity::FrontsOpened => findings.means.fronts_opened,
        Quantity::LaterCrises => findings.means.later_crises,
        Quantity::LaterWar => findings.means.later_war,
        Quantity::Answer if findings.first_answer.iter().all(excluded) => Mean::excluded(),
        Quantity::Opening if model.first_move != FirstMove::Choose => {
            Mean { mean: quantity.mean(model, tally), interval: None }
        }
        _ => quantity.estimate(model, tally),
    }
}
