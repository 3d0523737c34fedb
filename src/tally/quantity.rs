//! Quantities that can be asked for by name: what arguments are expected to move, what scenarios say they show.

use super::{Measured, Tally};
use crate::model::Model;
use crate::sim::{Outcome, Summary};
use crate::stats::{Mean, Share};

/// One number of every trial, whose mean over trials is of interest. A mean of zeros and ones is a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Whether the opening crisis ends so.
    Outcome(Outcome),
    /// Whether it ends in limited war or war.
    Wars,
    /// Whether the first act of the trial uses force.
    Opening,
    /// Whether the first answer, in whatever crisis, uses force.
    Answer,
    /// Uses of force by both in the opening crisis.
    Force,
    /// Acts in the opening crisis.
    Acts,
    /// The day the opening crisis ends.
    EndDay,
    /// Whether it ends with a mediator (in association, not as cause).
    EndedWithMediator,
    /// Trust at the end of the trial.
    Trust,
    /// Fronts opened in the trial.
    FrontsOpened,
    /// Later crises of the trial.
    LaterCrises,
    /// Whether a later crisis becomes war.
    LaterWar,
}

impl Quantity {
    /// All of them, with their names.
    pub const ALL: [(&'static str, Self); 18] = [
        ("no-force", Self::Outcome(Outcome::NoForce)),
        ("one-sided", Self::Outcome(Outcome::OneSided)),
        ("one-round", Self::Outcome(Outcome::OneRound)),
        ("feud", Self::Outcome(Outcome::Feud)),
        ("limited-war", Self::Outcome(Outcome::LimitedWar)),
        ("war", Self::Outcome(Outcome::War)),
        ("unresolved", Self::Outcome(Outcome::Unresolved)),
        ("wars", Self::Wars),
        ("opening", Self::Opening),
        ("answer", Self::Answer),
        ("force", Self::Force),
        ("acts", Self::Acts),
        ("end_day", Self::EndDay),
        ("ended_with_mediator", Self::EndedWithMediator),
        ("trust", Self::Trust),
        ("fronts_opened", Self::FrontsOpened),
        ("later_crises", Self::LaterCrises),
        ("later_war", Self::LaterWar),
    ];

    /// The quantity with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find_map(|(known, quantity)| (known == name).then_some(quantity))
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find_map(|(name, quantity)| (quantity == self).then_some(name)).unwrap_or_default()
    }

    /// Whether its values are zeros and ones, so that its mean is a share.
    #[must_use]
    pub const fn is_share(self) -> bool {
        self.measured().is_none()
    }

    /// What is counted of it value by value; none of a share.
    #[must_use]
    pub const fn measured(self) -> Option<Measured> {
        match self {
            Self::Force => Some(Measured::ForceOfBoth),
            Self::Acts => Some(Measured::Acts),
            Self::EndDay => Some(Measured::EndDay),
            Self::Trust => Some(Measured::Trust),
            Self::FrontsOpened => Some(Measured::FrontsOpened),
            Self::LaterCrises => Some(Measured::LaterCrises),
            Self::Outcome(_) | Self::Wars | Self::Opening | Self::Answer | Self::EndedWithMediator | Self::LaterWar => {
                None
            }
        }
    }

    /// What it is, as the label of a row.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Outcome(outcome) => outcome.name(),
            Self::Wars => "Limited or full-scale war",
            Self::Opening => "First act uses force",
            Self::Answer => "First answer uses force",
            Self::Force => "Uses of force by both",
            Self::Acts => "Acts",
            Self::EndDay => "Day of its last act",
            Self::EndedWithMediator => "Ended with a mediator",
            Self::Trust => "Trust at the trial's end",
            Self::FrontsOpened => "Fronts opened",
            Self::LaterCrises => "Later crises",
            Self::LaterWar => "A later crisis became war",
        }
    }

    /// Its value in one trial of a model.
    #[must_use]
    pub fn of_trial(self, model: &Model, trial: &Summary) -> f64 {
        self.of(&model.force, trial)
    }

    /// The same, where `force` says of each rung whether it uses force.
    #[inline]
    pub(super) fn of(self, force: &[bool], trial: &Summary) -> f64 {
        let forceful = |rung: Option<usize>| share(rung.is_some_and(|rung| force[rung]));
        match self {
            Self::Outcome(outcome) => share(trial.outcome == outcome),
            Self::Wars => share(matches!(trial.outcome, Outcome::War | Outcome::LimitedWar)),
            Self::Opening => forceful(trial.first_act),
            Self::Answer => forceful(trial.first_answer),
            Self::Force => (trial.force[0] + trial.force[1]) as f64,
            Self::Acts => trial.acts as f64,
            Self::EndDay => trial.end_day,
            Self::EndedWithMediator => share(trial.ended_with_mediator),
            Self::Trust => trial.trust,
            Self::FrontsOpened => trial.fronts_opened as f64,
            Self::LaterCrises => trial.later_crises as f64,
            Self::LaterWar => share(trial.later_war),
        }
    }

    /// The estimate of its mean over the trials of a tally of a model, with its interval. What the inputs exclude it does
    /// not know: that the studies do.
    #[must_use]
    pub fn estimate(self, model: &Model, tally: &Tally) -> Mean {
        let n = tally.trials.max(1);
        match self.measured() {
            Some(measured) => tally.estimate(measured, model),
            None => Mean::of_share(Share::new((self.mean(model, tally) * n as f64).round() as u64, n)),
        }
    }

    /// Its mean over the trials of a tally of a model; 0 where there are none.
    #[must_use]
    pub fn mean(self, model: &Model, tally: &Tally) -> f64 {
        let n = tally.trials.max(1);
        let share = |count: u64| count as f64 / n as f64;
        let forceful = |counts: &[u64]| {
            share(counts.iter().zip(&model.force).filter(|&(_, &force)| force).map(|(count, _)| count).sum())
        };
        let outcome = |outcome: Outcome| tally.outcomes[outcome as usize];
        match self {
            Self::Outcome(which) => share(outcome(which)),
            Self::Wars => share(outcome(Outcome::War) + outcome(Outcome::LimitedWar)),
            Self::Opening => forceful(&tally.first_act),
            Self::Answer => forceful(&tally.first_answer),
            Self::Force => tally.force_of_both.mean(n),
            Self::Acts => tally.acts.mean(n),
            Self::EndDay => tally.end_day.mean(n),
            Self::EndedWithMediator => share(tally.ended_with_mediator),
            Self::Trust => tally.trust.mean(n),
            Self::FrontsOpened => tally.fronts_opened.mean(n),
            Self::LaterCrises => tally.later_crises.mean(n),
            Self::LaterWar => share(tally.later_war),
        }
    }
}

fn share(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_their_quantities_and_back() {
        for (name, quantity) in Quantity::ALL {
            assert_eq!((Quantity::named(name), quantity.name()), (Some(quantity), name));
        }
        assert_eq!(Quantity::named("Feud"), None);
        assert!(
            Outcome::ALL.iter().all(|&outcome| Quantity::named(outcome.name()) == Some(Quantity::Outcome(outcome)))
        );
    }
}
