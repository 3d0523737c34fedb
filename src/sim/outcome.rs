//! What a trial yields (docs/model.md section 6).

use crate::model::indexed::indexed_by;

/// How the opening and its crisis end: the first of these that holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
#[repr(usize)]
pub enum Outcome {
    /// Nobody used force.
    #[default]
    NoForce,
    /// Only one actor used force.
    OneSided,
    /// Each used force exactly once.
    OneRound,
    /// Both used force, and more than once in all.
    SeveralRounds,
    /// The peak reached the rung of limited war.
    LimitedWar,
    /// The top rung was reached, by choice or by accident.
    War,
    /// The horizon fell inside the crisis.
    Unresolved,
}

indexed_by!(Outcome, Outcome::ALL.len());

impl Outcome {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::NoForce,
        Self::OneSided,
        Self::OneRound,
        Self::SeveralRounds,
        Self::LimitedWar,
        Self::War,
        Self::Unresolved,
    ];

    /// Its name in files and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoForce => "no-force",
            Self::OneSided => "one-sided",
            Self::OneRound => "one-round",
            Self::SeveralRounds => "several-rounds",
            Self::LimitedWar => "limited-war",
            Self::War => "war",
            Self::Unresolved => "unresolved",
        }
    }

    /// The outcome of a crisis with this peak and these uses of force by each actor, on a ladder
    /// with this top and rung of limited war; `unresolved` if the horizon fell inside it.
    #[must_use]
    pub const fn of(
        peak: usize,
        force: [u64; 2],
        top: usize,
        limited_war: usize,
        unresolved: bool,
    ) -> Self {
        if peak == top {
            Self::War
        } else if peak >= limited_war {
            Self::LimitedWar
        } else if unresolved {
            Self::Unresolved
        } else {
            match force {
                [0, 0] => Self::NoForce,
                [0, _] | [_, 0] => Self::OneSided,
                [1, 1] => Self::OneRound,
                _ => Self::SeveralRounds,
            }
        }
    }

    /// The outcome with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

/// What one trial came to. All but the last eight fields are of the opening and the crisis that
/// follows from it. The list of quantities reads these fields: one that is new stands here, where a
/// trial counts it, and in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Summary {
    /// How it ended.
    pub outcome: Outcome,
    /// The highest rung reached; 0 where nothing happened.
    pub peak: usize,
    /// The day it ended: of the last answer, of war, or the horizon where that cut it; 0 where
    /// nothing happened.
    pub end_day: f64,
    /// How many acts there were, the one that ended it included.
    pub acts: u64,
    /// Uses of force by each actor, the opener first.
    pub force: [u64; 2],
    /// Whether it ended while an engaged mediator had leverage on the one who ended it.
    pub ended_with_mediator: bool,
    /// The rung of the first act; none where nothing happened.
    pub first_act: Option<usize>,
    /// The rung of the first answer in any crisis of the whole trial; none if there was no answer.
    pub first_answer: Option<usize>,
    /// Deaths in the whole trial, armed groups' included: whole numbers from acts, averages from
    /// everything else.
    pub deaths: f64,
    /// Trust at the last event of the whole trial.
    pub trust: f64,
    /// Fronts opened in the whole trial.
    pub fronts_opened: u64,
    /// Crises after the first.
    pub later_crises: u64,
    /// Later crises that an actor began on an occasion.
    pub challenges: u64,
    /// Whether a later crisis became full-scale war.
    pub later_war: bool,
    /// Whether any crisis, the first or a later one, reached limited or full-scale war.
    pub any_war: bool,
}

impl Summary {
    /// Settles the outcome of the first crisis from what was counted.
    pub(super) fn settle(&mut self, top: usize, limited_war: usize, unresolved: bool) {
        self.outcome = Outcome::of(self.peak, self.force, top, limited_war, unresolved);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_outcome_that_holds() {
        let outcome = |peak, force, unresolved| {
            let mut summary = Summary {
                peak,
                force,
                ..Summary::default()
            };
            summary.settle(8, 7, unresolved);
            summary.outcome
        };
        assert_eq!(outcome(8, [3, 2], true), Outcome::War);
        assert_eq!(outcome(7, [3, 2], true), Outcome::LimitedWar);
        assert_eq!(outcome(6, [1, 0], true), Outcome::Unresolved);
        assert_eq!(outcome(3, [0, 0], false), Outcome::NoForce);
        assert_eq!(outcome(5, [0, 4], false), Outcome::OneSided);
        assert_eq!(outcome(5, [1, 1], false), Outcome::OneRound);
        assert_eq!(outcome(5, [2, 1], false), Outcome::SeveralRounds);
    }

    #[test]
    fn names_lead_back_to_outcomes() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::named(outcome.name()), Some(outcome));
        }
        assert_eq!(Outcome::named("peace"), None);
    }
}
