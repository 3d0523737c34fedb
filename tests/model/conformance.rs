//! The program against an independent implementation of the model: ten scenarios, and the baseline in a file of its own.
//!
//! `conformance/expected.json` holds what the other program gave. Two faithful programs differ by sampling error only:
//! level 1e-6 over the whole table, by the rule in `common`.

mod baseline;

use crate::common::verdicts::{Table, p_two_means};
use crate::common::{conformance, set, tally};
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Outcome;
use offramp::tally::Tally;
use serde_json::Value;

const TRIALS: u64 = 400_000;
const SEED: u64 = 20_240_116;

/// What the independent implementation gave, by file.
fn expected() -> Value {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/conformance/expected.json"
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The mean of every quantity that the table has, by its name there.
fn mean(tally: &Tally, scenario: &Scenario, key: &str) -> f64 {
    let [first, second] = scenario.names.actors_in_order();
    let quantity = match key {
        "force_a" => Quantity::Force.of_actor(first),
        "force_b" => Quantity::Force.of_actor(second),
        _ => Quantity::named(key)
            .unwrap_or_else(|| panic!("a quantity that the program does not have: {key}")),
    };
    tally.mean(quantity, &scenario.model)
}

/// Adds every cell of one scenario to the table.
fn compare(table: &mut Table, file: &str, expected: &Value, scenario: &Scenario) {
    let ours = tally(scenario, SEED, TRIALS);
    let trials = expected["trials"].as_u64().unwrap();
    let mut shares = |group: &str, name: &str, count: u64| {
        let share = expected[group][name]
            .as_f64()
            .unwrap_or_else(|| panic!("{file} has no {group}.{name}"));
        let theirs = (share * trials as f64).round() as u64;
        table.shares(
            format!("{file} {group} {name}"),
            (count, ours.trials),
            (theirs, trials),
        );
    };
    for outcome in Outcome::ALL {
        shares("outcomes", outcome.name(), ours.outcomes[outcome as usize]);
    }
    for (at, rung) in scenario.names.rungs.iter().enumerate() {
        shares("peak", &rung.id, ours.peak[at]);
        shares("first_act", &rung.id, ours.first_act[at]);
        shares("first_answer", &rung.id, ours.first_answer[at]);
    }
    for (key, theirs) in expected["means"].as_object().unwrap() {
        let (theirs, sd) = (
            theirs.as_f64().unwrap(),
            expected["sd"][key].as_f64().unwrap(),
        );
        let mean = mean(&ours, scenario, key);
        // Five decimals are given: half of the last is no difference.
        let near = theirs + (mean - theirs).clamp(-5e-6, 5e-6);
        let what = format!("{file} mean {key}: {mean:.5} against {theirs}");
        table.add(what, p_two_means(mean, ours.trials, near, trials, sd));
    }
}

/// The half of deaths in the lower half: the median of a whole number, where the other program gives one.
fn median_deaths(tally: &Tally) -> f64 {
    tally.deaths.ranked(tally.trials.div_ceil(2)).0 as f64
}

#[test]
fn ten_scenarios_agree_with_an_independent_implementation() {
    let expected = expected();
    let mut table = Table::default();
    for file in crate::common::CONFORMANCE {
        compare(
            &mut table,
            file,
            &expected[file],
            &conformance(file, &Settings::default()),
        );
    }
    assert!(
        table.len() > 400,
        "only {} cells were compared",
        table.len()
    );
    table.assert();
}

/// Medians have no simple error; where deaths are few whole numbers they must be the same to within one.
#[test]
fn median_deaths_agree() {
    let expected = expected();
    for file in crate::common::CONFORMANCE {
        let ours = median_deaths(&tally(
            &conformance(file, &Settings::default()),
            SEED,
            100_000,
        ));
        let theirs = expected[file]["deaths_p50"].as_f64().unwrap();
        assert!(
            (ours - theirs).abs() <= (0.02 * theirs).max(1.0),
            "{file}: {ours} against {theirs}"
        );
    }
}

/// The twin: a small fault in any one parameter is found.
#[test]
fn a_planted_fault_is_found() {
    let expected = expected();
    for (file, path, value) in [
        ("a-default.toml", "actors.b.sting", "0.14"),
        ("b-mediated.toml", "dynamics.mediator_cover", "0.4"),
        ("c-fronts.toml", "fronts.south.opens_per_day", "0.18"),
        ("d-spoilers.toml", "spoilers.one.blame", "0.78"),
        ("e-amends.toml", "dynamics.apology_relief", "0.55"),
        ("i-short.toml", "actors.b.response_days", "4.4"),
    ] {
        let mut table = Table::default();
        compare(
            &mut table,
            file,
            &expected[file],
            &conformance(file, &set(&[(path, value)])),
        );
        assert!(
            !table.failures().is_empty(),
            "{file} with {path} = {value} passes"
        );
    }
}
