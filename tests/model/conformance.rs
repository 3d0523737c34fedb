//! The program against an independent implementation of the model: ten scenarios and the baseline.
//!
//! `conformance/expected.json` holds what the other program gave. Two faithful programs differ by sampling error only:
//! level 1e-6 over the whole table, by the rule in `common`.

use crate::common::verdicts::{Table, p_mean, p_two_means};
use crate::common::{baseline, conformance, set, tally};
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Outcome;
use offramp::tally::Tally;
use serde_json::Value;

const TRIALS: u64 = 400_000;
const SEED: u64 = 20_240_116;

/// What the independent implementation gave, by file.
fn expected() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/expected.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The mean of every quantity that the table has, by its name there.
fn mean(tally: &Tally, scenario: &Scenario, key: &str) -> f64 {
    let [first, second] = scenario.names.actors_in_order();
    let quantity = match key {
        "force_a" => Quantity::Force.of_actor(first),
        "force_b" => Quantity::Force.of_actor(second),
        _ => Quantity::named(key).unwrap_or_else(|| panic!("a quantity that the program does not have: {key}")),
    };
    tally.mean(quantity, &scenario.model)
}

/// Adds every cell of one scenario to the table.
fn compare(table: &mut Table, file: &str, expected: &Value, scenario: &Scenario) {
    let ours = tally(scenario, SEED, TRIALS);
    let trials = expected["trials"].as_u64().unwrap();
    let mut shares = |group: &str, name: &str, count: u64| {
        let share = expected[group][name].as_f64().unwrap_or_else(|| panic!("{file} has no {group}.{name}"));
        let theirs = (share * trials as f64).round() as u64;
        table.shares(format!("{file} {group} {name}"), (count, ours.trials), (theirs, trials));
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
        let (theirs, sd) = (theirs.as_f64().unwrap(), expected["sd"][key].as_f64().unwrap());
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
        compare(&mut table, file, &expected[file], &conformance(file, &Settings::default()));
    }
    assert!(table.len() > 400, "only {} cells were compared", table.len());
    table.assert();
}

/// Medians have no simple error; where deaths are few whole numbers they must be the same to within one.
#[test]
fn median_deaths_agree() {
    let expected = expected();
    for file in crate::common::CONFORMANCE {
        let ours = median_deaths(&tally(&conformance(file, &Settings::default()), SEED, 100_000));
        let theirs = expected[file]["deaths_p50"].as_f64().unwrap();
        assert!((ours - theirs).abs() <= (0.02 * theirs).max(1.0), "{file}: {ours} against {theirs}");
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
        compare(&mut table, file, &expected[file], &conformance(file, &set(&[(path, value)])));
        assert!(!table.failures().is_empty(), "{file} with {path} = {value} passes");
    }
}

/// Trials of the other program behind the baseline's figures, which have three or four decimals.
const THEIRS: u64 = 1_000_000;
/// Trials behind the figures for an opening that is left to Iran.
const THEIRS_CHOOSING: u64 = 20_000_000;

fn outcome_share(tally: &Tally, outcome: Outcome) -> f64 {
    tally.outcomes[outcome as usize] as f64 / tally.trials as f64
}

/// Adds a share that another program gives with `digits` decimals from a number of trials.
fn add_share(table: &mut Table, what: &str, ours: f64, (theirs, digits, trials): (f64, i32, u64)) {
    let near = theirs + (ours - theirs).clamp(-0.5 * 10_f64.powi(-digits), 0.5 * 10_f64.powi(-digits));
    let sd = (theirs * (1.0 - theirs)).sqrt();
    table.add(format!("{what}: {ours:.5} against {theirs}"), p_two_means(ours, TRIALS, near, trials, sd));
}

/// Adds a mean that is given with three decimals; the spread is our own run's.
fn add_mean(table: &mut Table, what: &str, (ours, sd): (f64, f64), theirs: f64) {
    let near = theirs + (ours - theirs).clamp(-5e-4, 5e-4);
    let standard_error = sd * (1.0 / TRIALS as f64 + 1.0 / THEIRS as f64).sqrt();
    table.add(format!("{what}: {ours:.5} against {theirs}"), p_mean(ours - near, standard_error));
}

/// The baseline's table: with 31 arguments and the opening as it was.
fn baseline_table(settings: &Settings) -> Table {
    let scenario = baseline(settings);
    let ours = tally(&scenario, SEED, TRIALS);
    let mut table = Table::default();
    for (outcome, share) in [
        (Outcome::OneSided, 0.1005),
        (Outcome::OneRound, 0.6195),
        (Outcome::Feud, 0.2140),
        (Outcome::LimitedWar, 0.0502),
        (Outcome::War, 0.0158),
    ] {
        add_share(&mut table, outcome.name(), outcome_share(&ours, outcome), (share, 4, THEIRS));
    }
    let answers = ours.first_answer.iter().zip(&scenario.model.force).filter(|&(_, &force)| force);
    let answered: u64 = answers.map(|(count, _)| count).sum();
    add_share(&mut table, "first answer with force", answered as f64 / TRIALS as f64, (0.885, 3, THEIRS));
    let mediated = ours.flag(Quantity::EndedWithMediator) as f64 / TRIALS as f64;
    add_share(&mut table, "ended with mediator", mediated, (0.610, 3, THEIRS));
    for (what, quantity, theirs) in [
        ("acts", Quantity::Acts, 3.780),
        ("force of Iran", Quantity::ForceOpener, 1.217),
        ("force of Pakistan", Quantity::ForceOther, 1.088),
        ("later crises", Quantity::LaterCrises, 0.320),
    ] {
        let moments = &ours.number(quantity).sums;
        add_mean(&mut table, what, (moments.mean(TRIALS), moments.standard_deviation(TRIALS)), theirs);
    }
    assert!(outcome_share(&ours, Outcome::Unresolved) < 2e-4);
    table
}

#[test]
fn the_baseline_agrees_with_an_independent_implementation() {
    let scenario = baseline(&Settings::default());
    assert_eq!(scenario.arguments.iter().filter(|argument| argument.weight > 0.0).count(), 31);
    assert_eq!(scenario.names.actors.each_ref().map(|actor| actor.id.as_str()), ["iran", "pakistan"]);
    baseline_table(&Settings::default()).assert();
}

/// The twin: an argument forgotten, or half forgotten, is found.
#[test]
fn a_baseline_without_one_argument_is_found() {
    for settings in [
        Settings { without: vec!["message-to-kabul".into()], ..Settings::default() },
        set(&[("arguments.no-apology", "0.5")]),
    ] {
        assert!(!baseline_table(&settings).failures().is_empty());
    }
}

/// The baseline with the opening left to Iran, against 20 million trials of a program as plain as that of `plain.rs`, with
/// the baseline's numbers put in by hand.
///
/// The figures that the design gives for this case (no-force 0.506, one-sided 0.203, one-round 0.197, feud 0.072,
/// limited-war 0.016, war 0.0065) cannot come from a million trials of this model: 20 million of either program put
/// one-sided at 0.1988, nine standard errors below. The other five lie within three.
fn choosing_table(settings: &Settings) -> Table {
    let ours = tally(&baseline(settings), SEED, TRIALS);
    let mut table = Table::default();
    for (outcome, share) in [
        (Outcome::NoForce, 0.5077),
        (Outcome::OneSided, 0.1988),
        (Outcome::OneRound, 0.1976),
        (Outcome::Feud, 0.0731),
        (Outcome::LimitedWar, 0.0161),
        (Outcome::War, 0.0067),
    ] {
        add_share(&mut table, outcome.name(), outcome_share(&ours, outcome), (share, 4, THEIRS_CHOOSING));
    }
    for (rung, count) in [(3, 5_588_117), (4, 3_813_159), (5, 3_618_240), (6, 440_906), (7, 25_544), (8, 1_120)] {
        let what = format!("first act on rung {rung}");
        table.shares(what, (ours.first_act[rung], TRIALS), (count, THEIRS_CHOOSING));
    }
    table
}

#[test]
fn the_opening_left_to_iran_agrees_with_a_program_written_for_this_test() {
    choosing_table(&set(&[("opening.rung", "choose")])).assert();
}

/// The twin: a slightly smaller provocation is found.
#[test]
fn an_opening_left_to_iran_with_a_fault_is_found() {
    let fault = set(&[("opening.rung", "choose"), ("opening.provocation", "0.39")]);
    assert!(!choosing_table(&fault).failures().is_empty());
}

/// At level 1e-6 for the difference from the runner-up, which is many times as large.
#[test]
fn without_any_argument_one_sided_is_the_most_common_end() {
    let scenario = baseline(&set(&[("arguments.*", "0")]));
    assert!(scenario.arguments.iter().all(|argument| argument.weight == 0.0));
    let ours = tally(&scenario, SEED, TRIALS);
    let most = ours.outcomes[Outcome::OneSided as usize] as f64;
    for outcome in Outcome::ALL.into_iter().filter(|&outcome| outcome != Outcome::OneSided) {
        let other = ours.outcomes[outcome as usize] as f64;
        assert!(
            (most - other) / (most + other).sqrt() > crate::common::verdicts::Z_LEVEL,
            "{}: {other} of {most}",
            outcome.name()
        );
    }
}
