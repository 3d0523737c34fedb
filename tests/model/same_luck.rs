//! Common random numbers: the same trial meets the same luck in every scenario with the same seed,
//! so that what a scenario does not read, how it is written and how a run is cut up changes
//! nothing, trial by trial and bit by bit.

mod cut_up;
mod unread;
mod written;

use crate::common::{histories, scenario, scenario_with, set};
use offramp::scenario::Scenario;

const TRIALS: u64 = 20_000;
const SEED: u64 = 77;

/// The text of a file of `tests/conformance`.
fn text(file: &str) -> String {
    std::fs::read_to_string(format!(
        "{}/tests/conformance/{file}",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

/// The share of trials whose histories differ.
fn changed(one: &Scenario, two: &Scenario) -> f64 {
    let pairs = histories(&one.model, SEED, TRIALS)
        .into_iter()
        .zip(histories(&two.model, SEED, TRIALS));
    pairs.filter(|(one, two)| one != two).count() as f64 / TRIALS as f64
}

#[track_caller]
fn assert_same(one: &Scenario, two: &Scenario, what: &str) {
    let changed = changed(one, two);
    assert!(
        changed == 0.0,
        "{what} changes {:.2} % of the trials",
        100.0 * changed
    );
}

/// The share of trials that end otherwise.
fn end_otherwise(one: &Scenario, two: &Scenario, seeds: [u64; 2]) -> f64 {
    let ends = |scenario: &Scenario, seed| {
        crate::common::each_trial(&scenario.model, seed, TRIALS, |trial| trial.outcome)
    };
    let (one, two) = (ends(one, seeds[0]), ends(two, seeds[1]));
    one.iter().zip(&two).filter(|(one, two)| one != two).count() as f64 / TRIALS as f64
}

#[test]
fn a_small_change_of_a_parameter_changes_few_ends() {
    let plain = scenario(&text("b-mediated.toml"));
    for (path, value) in [
        ("actors.a.reciprocity", "2.02"),
        ("actors.b.fear_of_retaliation", "2.424"),
        ("actors.a.choice_precision", "3.03"),
        ("actors.*.misperception", "0.202"),
        ("actors.a.response_days", "6.06"),
        ("relations.crisis_communication", "0.606"),
        ("mediators.third.engages_per_day", "0.404"),
        ("dynamics.reputation_rate", "0.505"),
    ] {
        let share = end_otherwise(
            &plain,
            &scenario_with(&text("b-mediated.toml"), &set(&[(path, value)])),
            [SEED; 2],
        );
        assert!(
            share < 0.05,
            "1 % more of {path} changes the end of {:.1} % of the trials",
            100.0 * share
        );
    }
    // The twin: other luck changes most of them.
    assert!(end_otherwise(&plain, &plain, [SEED, SEED + 1]) > 0.5);
}
