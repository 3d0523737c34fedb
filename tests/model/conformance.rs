//! The program against an independent implementation of the model: twelve scenarios, and the
//! baseline in a file of its own.
//!
//! `conformance/expected.json` holds what the other program gave. Two faithful programs differ by
//! sampling error only: level 1e-6 over the whole table, by the rule in `common`.

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
/// |z| beyond this has a two-sided chance of 1e-6 shared out among twelve medians.
const Z_MEDIANS: f64 = 5.36;

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

/// The deaths between which another program's median must lie: those of the ranks that a median of
/// its trials would have among ours, at level 1e-6 for all scenarios.
fn median_deaths(tally: &Tally, theirs: u64) -> (f64, f64) {
    let ours = tally.trials;
    let both = 1.0 / ours as f64 + 1.0 / theirs as f64;
    let apart = (Z_MEDIANS * 0.5 * both.sqrt() * ours as f64).ceil() as u64;
    let middle = ours.div_ceil(2);
    let ranked = |rank| tally.deaths.ranked(rank).0 as f64;
    (ranked(middle - apart), ranked(middle + apart))
}

/// Whether the median of deaths in a scenario agrees with that of the other program, to within a
/// whole one or a thousandth, by which tallies round.
fn medians_agree(expected: &Value, scenario: &Scenario) -> Result<(), String> {
    let trials = expected["trials"].as_u64().unwrap();
    let (low, high) = median_deaths(&tally(scenario, SEED, TRIALS), trials);
    let theirs = expected["deaths_p50"].as_f64().unwrap();
    let rounded = (0.001 * theirs).max(1.0);
    if low - rounded <= theirs && theirs <= high + rounded {
        Ok(())
    } else {
        Err(format!("{low} to {high} against {theirs}"))
    }
}

#[test]
fn twelve_scenarios_agree_with_an_independent_implementation() {
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

/// The ranks of a median have an error that needs no shape of the distribution.
#[test]
fn median_deaths_agree() {
    let expected = expected();
    for file in crate::common::CONFORMANCE {
        let scenario = conformance(file, &Settings::default());
        let agree = medians_agree(&expected[file], &scenario);
        assert_eq!(agree, Ok(()), "{file}");
    }
    // The twins: deaths a quarter higher, and defences that spare nobody.
    for (file, path, value) in [
        ("b-mediated.toml", "rungs.strike-military.deaths", "31"),
        ("l-shield.toml", "actors.a.denial", "0"),
    ] {
        let fault = conformance(file, &set(&[(path, value)]));
        assert!(medians_agree(&expected[file], &fault).is_err(), "{file}");
    }
}

/// The twin: a small fault in any one parameter is found.
#[test]
fn a_planted_fault_is_found() {
    let expected = expected();
    for (file, path, value) in [
        ("a-default.toml", "actors.b.shock_of_surprise", "0.14"),
        ("b-mediated.toml", "dynamics.mediator_cover", "0.4"),
        ("c-fronts.toml", "fronts.south.opens_per_day", "0.18"),
        ("d-armed-groups.toml", "armed_groups.one.blame", "0.78"),
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
