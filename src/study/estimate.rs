//! The mean of any quantity with its interval, or with the word that the inputs exclude or fix it: the same wherever it
//! is asked for.

use super::{Case, Exclusions, Findings};
use crate::model::{FirstMove, Model};
use crate::sim::Outcome;
use crate::stats::Mean;
use crate::tally::{Quantity, Tally};

/// The mean of a quantity over the trials of a tally of a model, whose findings these are.
#[must_use]
pub fn estimate(quantity: Quantity, model: &Model, findings: &Findings, tally: &Tally) -> Mean {
    match quantity {
        Quantity::Outcome(outcome) => {
            Mean { excluded: findings.outcome(outcome).excluded, ..Mean::of_share(findings.outcome(outcome).share) }
        }
        Quantity::Wars if wars_alone(findings) => Mean::fixed(1.0),
        Quantity::Opening => opening(model, tally),
        Quantity::Answer => answer(model, tally),
        Quantity::Force if findings.means.force[0].interval.is_fixed() => Mean::fixed(quantity.mean(model, tally)),
        Quantity::EndDay => findings.means.end_day,
        Quantity::Acts => findings.means.acts,
        Quantity::Trust => findings.means.trust,
        Quantity::EndedWithMediator => findings.means.ended_with_mediator,
        Quantity::FrontsOpened => findings.means.fronts_opened,
        Quantity::LaterCrises => findings.means.later_crises,
        Quantity::LaterWar => findings.means.later_war,
        Quantity::Wars | Quantity::Force => quantity.estimate(model, tally),
    }
}

/// The share of first acts that use force.
fn opening(model: &Model, tally: &Tally) -> Mean {
    match model.first_move {
        FirstMove::Rung(rung) if model.force[rung] => Mean::fixed(1.0),
        FirstMove::Rung(_) => Mean::excluded("the opening uses no force"),
        FirstMove::Choose => Quantity::Opening.estimate(model, tally),
    }
}

/// The share of first answers that use force.
fn answer(model: &Model, tally: &Tally) -> Mean {
    let estimated = || Quantity::Answer.estimate(model, tally);
    Exclusions::new(model).any_answer().map_or_else(estimated, Mean::excluded)
}

/// Whether the inputs leave nothing but war, limited or not.
fn wars_alone(findings: &Findings) -> bool {
    let other = |outcome: &Outcome| !matches!(outcome, Outcome::LimitedWar | Outcome::War);
    Outcome::ALL.into_iter().filter(other).all(|outcome| excluded(findings.outcome(outcome)))
}

fn excluded(case: &Case) -> bool {
    case.excluded.is_some()
}
