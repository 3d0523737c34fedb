//! What one run shows: every estimate with its interval.

use serde::{Deserialize, Serialize};

use super::record_findings::FoundCases;
use super::{Case, Exclusions, Means, Reason, RecordFindings};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::sim::Outcome;
use crate::stats::{Quantile, Share};
use crate::tally::{RecordFacts, Tally, levels};

/// The quantiles of deaths that are estimated, with their names.
pub const DEATH_QUANTILES: [(&str, f64); 5] = [
    ("p05", 0.05),
    ("p25", 0.25),
    ("p50", 0.5),
    ("p75", 0.75),
    ("p95", 0.95),
];

/// What a run shows. Shares are of all trials; intervals are 95 %, simulation error only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Findings {
    /// How many trials were counted.
    pub trials: u64,
    /// Shares of the outcomes, in the order of [`Outcome::ALL`].
    pub outcomes: [Case; Outcome::ALL.len()],
    /// Trials that are unresolved at the horizon: they have no end, and in its mean the day of
    /// their last act.
    pub unresolved: u64,
    /// Shares of trials by peak rung.
    pub peak: Vec<Case>,
    /// Shares of trials by the rung of the first act.
    pub first_act: Vec<Case>,
    /// The share of trials without a first act.
    pub no_act: Case,
    /// Shares of trials by the rung of the first answer in any crisis.
    pub first_answer: Vec<Case>,
    /// The share of trials without any answer.
    pub no_answer: Case,
    /// The mean of every quantity.
    pub means: Means,
    /// Quantiles of deaths, as in [`DEATH_QUANTILES`].
    pub deaths: [Quantile; DEATH_QUANTILES.len()],
    /// Trials on each level, day by day from 0 to the horizon; "no crisis" first, see [`levels`].
    pub levels: Vec<Vec<u64>>,
    /// Why the inputs exclude a level on day 0, and on every later day.
    pub levels_excluded: [Vec<Option<Reason>>; 2],
    /// The shares of trials that agree with the record, where it states a fact.
    pub record: Option<RecordFindings>,
}

impl Findings {
    /// The estimates of a tally of at least one trial of this model.
    #[must_use]
    pub fn new(model: &Model, tally: &Tally, record: Option<&RecordFacts>) -> Self {
        let exclusions = Exclusions::new(model);
        let n = tally.trials.max(1);
        let mut outcomes = Outcome::ALL
            .map(|outcome| case(tally.outcomes[outcome], n, exclusions.outcome(outcome)));
        let mut peak = cases(&tally.peak, n, |rung| exclusions.peak(rung));
        let mut first_act = cases(&tally.first_act, n, |rung| exclusions.first_act(rung));
        let mut no_act = none_of(&tally.first_act, n, exclusions.no_act());
        let mut first_answer = cases(&tally.first_answer, n, |rung| exclusions.first_answer(rung));
        let mut no_answer = none_of(&tally.first_answer, n, None);
        settle(&mut outcomes.iter_mut());
        settle(&mut peak.iter_mut());
        settle(&mut first_act.iter_mut().chain([&mut no_act]));
        settle(&mut first_answer.iter_mut().chain([&mut no_answer]));
        let found = FoundCases {
            trials: n,
            outcomes: &outcomes,
            peak: &peak,
            first_answer: &first_answer,
        };
        let record = record.and_then(|facts| RecordFindings::new(&found, facts, &tally.record));
        Self {
            trials: tally.trials,
            outcomes,
            unresolved: tally.outcomes[Outcome::Unresolved],
            peak,
            first_act,
            no_act,
            first_answer,
            no_answer,
            means: Means::new(model, exclusions, tally, &outcomes),
            deaths: DEATH_QUANTILES
                .map(|(_, q)| Quantile::new(n, q, |rank| ranked_deaths(tally, rank))),
            levels: tally.levels.by_day(),
            levels_excluded: [0, 1].map(|day| {
                (0..=model.rungs())
                    .map(|place| exclusions.level(day, levels::rung(place)))
                    .collect()
            }),
            record,
        }
    }

    /// Shares of trials by level on a day, "no crisis" first; none after the horizon.
    #[must_use]
    pub fn level(&self, day: usize) -> Vec<Case> {
        let counts = self.levels.get(day).into_iter().flatten();
        let excluded = &self.levels_excluded[day.min(1)];
        let n = self.trials.max(1);
        let mut cases: Vec<Case> = counts
            .zip(excluded)
            .map(|(&count, &why)| case(count, n, why))
            .collect();
        settle(&mut cases.iter_mut());
        cases
    }

    /// The share of limited and full-scale war together.
    #[must_use]
    pub fn wars(&self) -> Case {
        let wars = self.means.of(Quantity::Wars);
        Case {
            share: Share {
                share: wars.mean,
                interval: wars.interval,
            },
            excluded: wars.excluded,
        }
    }

    /// The share of an outcome.
    #[must_use]
    pub const fn outcome(&self, outcome: Outcome) -> &Case {
        &self.outcomes[outcome as usize]
    }

    /// The share of histories in which a crisis begins and ends so.
    #[must_use]
    pub fn begun_share(&self, outcome: Outcome) -> f64 {
        let share = self.outcome(outcome).share.share;
        if outcome == Outcome::NoForce {
            (share - self.no_act.share.share).max(0.0)
        } else {
            share
        }
    }

    /// The most common outcome; the calmer one of two that are equally common.
    #[must_use]
    pub fn most_common(&self) -> Outcome {
        Outcome::ALL
            .into_iter()
            .fold(Outcome::NoForce, |best, next| {
                if self.outcome(next).share.share > self.outcome(best).share.share {
                    next
                } else {
                    best
                }
            })
    }
}

/// The ends of the cell of deaths that holds the trial of a rank.
fn ranked_deaths(tally: &Tally, rank: u64) -> (f64, f64) {
    let (low, high) = tally.deaths.ranked(rank);
    (low as f64, high as f64)
}

/// The cases that trials were counted in.
fn cases(counts: &[u64], n: u64, why: impl Fn(usize) -> Option<Reason>) -> Vec<Case> {
    counts
        .iter()
        .enumerate()
        .map(|(at, &count)| case(count, n, why(at)))
        .collect()
}

/// The case of the trials that met none of those counted.
fn none_of(counts: &[u64], n: u64, why: Option<Reason>) -> Case {
    let met: u64 = counts.iter().sum();
    case(n - met.min(n), n, why)
}

fn case(count: u64, n: u64, excluded: Option<Reason>) -> Case {
    // Should a case be met all the same, the count speaks, not the reason.
    match excluded {
        Some(reason) if count == 0 => Case {
            share: Share::excluded(),
            excluded: Some(reason),
        },
        _ => Case {
            share: Share::new(count, n),
            excluded: None,
        },
    }
}

/// Settles cases of which every trial meets one: where the inputs exclude all but one, they fix
/// that one.
fn settle(cases: &mut dyn Iterator<Item = &mut Case>) {
    let mut possible: Vec<&mut Case> = cases.filter(|case| case.excluded.is_none()).collect();
    // Should another be met all the same, the count speaks.
    if let [only] = possible.as_mut_slice()
        && only.share.share >= 1.0
    {
        only.share = Share::certain();
    }
}
