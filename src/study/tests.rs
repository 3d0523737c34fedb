//! Every result is written as JSON and read back: equal, and to the bit. A text that is cut or
//! spoilt is refused.

mod comparison;
mod findings;
mod rank;
pub(super) mod spoilt;
mod story;
mod sweep;
mod tip;
mod why;

use std::sync::atomic::AtomicBool;

use super::*;
use crate::ensemble::{self, Plan, Watch};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::scenario::testing::shipped;
use crate::sim::Outcome;
use crate::tally::{Paired, Tally};
pub(super) use spoilt::comes_back;

const SEED: u64 = 5;

/// Numbers of trials: one, few, and enough for every interval.
const TRIALS: [u64; 3] = [1, 30, 1_000];

/// Settings of the baseline that make much impossible or certain.
const EXTREMES: [&[(&str, &str)]; 5] = [
    &[],
    &[("opening.rung", "war")],
    &[("opening.rung", "choose"), ("horizon_days", "1")],
    &[
        ("rungs.*.war_risk", "1"),
        ("relations.crisis_communication", "0"),
    ],
    &[
        ("fronts.*.opens_per_day", "0"),
        ("mediators.*.engages_per_day", "0"),
        ("armed_groups.*.attacks_per_day", "0"),
    ],
];

/// The baseline at its extremes, and some of the others.
fn scenarios() -> Vec<Scenario> {
    let others = [
        "would-iran-strike",
        "brinkmanship",
        "rogue-unit",
        "pure-tit-for-tat",
        "no-mediation",
    ];
    let extremes = EXTREMES
        .iter()
        .map(|set| shipped("iran-pakistan-2024", set));
    extremes
        .chain(others.iter().map(|name| shipped(name, &[])))
        .collect()
}

fn run(scenario: &Scenario, trials: u64) -> Tally {
    let record = scenario.record.as_ref().map(|record| &record.facts);
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    ensemble::run(&scenario.model, record, &Plan::new(SEED, trials), &watch).unwrap()
}

fn run_paired(models: &[&Model], trials: u64) -> Paired {
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    ensemble::run_paired(models, &Plan::new(SEED, trials), &watch).unwrap()
}

#[test]
fn outcomes_are_written_by_their_names() {
    for outcome in Outcome::ALL {
        assert_eq!(serde_json::to_value(outcome).unwrap(), outcome.name());
    }
}
