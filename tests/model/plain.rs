//! A second program, written from the model's page alone and as plainly as can be: the opening and
//! its crisis, with luck of its own. It shares the numbers of a scenario with the program and
//! nothing else, so that both go wrong together only where they read the page alike.

mod simulator;

use crate::common::verdicts::{Table, p_mean};
use crate::common::{Dice, baseline, conformance, set, tally};
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Outcome;
use offramp::tally::Tally;
use rayon::prelude::*;
use simulator::{Ended, Fault, Plain};

const TRIALS: u64 = 200_000;
const SEED: u64 = 61;

/// Runs the plain program.
fn plain_trials(scenario: &Scenario, fault: Fault) -> Vec<Ended> {
    let mut dice = Dice(SEED);
    let seeds: Vec<u64> = (0..TRIALS).map(|_| dice.bits()).collect();
    seeds
        .into_par_iter()
        .map(|seed| Plain::run(&scenario.model, seed, fault))
        .collect()
}

/// Of the plain trials, how many have what is asked for.
fn count(plain: &[Ended], holds: impl Fn(&Ended) -> bool) -> u64 {
    plain.iter().filter(|ended| holds(ended)).count() as u64
}

/// Adds what is counted by outcome and by rung.
fn compare_shares(table: &mut Table, name: &str, ours: &Tally, plain: &[Ended]) {
    for outcome in Outcome::ALL {
        table.shares(
            format!("{name} {}", outcome.name()),
            (ours.outcomes[outcome as usize], TRIALS),
            (count(plain, |ended| ended.outcome == outcome), TRIALS),
        );
    }
    for (rung, &peaks) in ours.peak.iter().enumerate() {
        table.shares(
            format!("{name} peak {rung}"),
            (peaks, TRIALS),
            (count(plain, |ended| ended.peak == rung), TRIALS),
        );
    }
}

/// Adds the first answers, which are those of the opening crisis where no later one can follow an
/// opening that came to nothing.
fn compare_answers(table: &mut Table, name: &str, ours: &Tally, plain: &[Ended]) {
    for (rung, &answers) in ours.first_answer.iter().enumerate() {
        table.shares(
            format!("{name} first answer {rung}"),
            (answers, TRIALS),
            (
                count(plain, |ended| ended.first_answer == Some(rung)),
                TRIALS,
            ),
        );
    }
}

/// Adds a mean.
fn compare_means(
    table: &mut Table,
    what: &str,
    (ours, quantity): (&Tally, Quantity),
    plain: impl Iterator<Item = u64>,
) {
    let n = TRIALS as f64;
    let moments = &ours.number(quantity).sums;
    let mean = moments.mean(TRIALS);
    let sd = moments.standard_deviation(TRIALS);
    let theirs = plain.sum::<u64>() as f64 / n;
    table.add(
        format!("{what}: {mean:.4} and {theirs:.4}"),
        p_mean(mean - theirs, sd * (2.0 / n).sqrt()),
    );
}

/// Adds the comparison of the program's run of one scenario with the plain program's, with a fault
/// or without.
fn compare(table: &mut Table, name: &str, ours: &Scenario, plain: (&Scenario, Fault)) {
    let later_crises = ours.model.may_find_occasions() || !ours.model.armed_group_luck.is_empty();
    let ours = tally(ours, SEED, TRIALS);
    let plain = plain_trials(plain.0, plain.1);
    compare_shares(table, name, &ours, &plain);
    if !later_crises {
        compare_answers(table, name, &ours, &plain);
    }
    compare_means(
        table,
        &format!("{name} acts"),
        (&ours, Quantity::Acts),
        plain.iter().map(|ended| ended.acts),
    );
    for (at, quantity) in [Quantity::ForceOpener, Quantity::ForceOther]
        .into_iter()
        .enumerate()
    {
        compare_means(
            table,
            &format!("{name} force of actor {at}"),
            (&ours, quantity),
            plain.iter().map(|ended| ended.force[at]),
        );
    }
}

/// All scenarios without doubts; what comes after the first crisis is not looked at.
#[test]
fn the_opening_crisis_is_that_of_a_plain_program() {
    let mut table = Table::default();
    for file in crate::common::CONFORMANCE {
        let scenario = conformance(file, &Settings::default());
        if scenario.model.uncertain_values.is_empty() {
            compare(&mut table, file, &scenario, (&scenario, Fault::None));
        }
    }
    let choosing = baseline(&set(&[("opening.rung", "choose")]));
    compare(
        &mut table,
        "would Iran strike",
        &choosing,
        (&choosing, Fault::None),
    );
    assert!(table.len() > 200, "only {} cells", table.len());
    table.assert();
}

/// Armed groups that strikes feed, so often that what they do shows within the first crisis.
#[test]
fn armed_groups_that_are_struck_are_those_of_a_plain_program() {
    let struck = |degraded| {
        conformance(
            "i-short.toml",
            &set(&[
                ("armed_groups.s.degraded", degraded),
                ("actors.a.response_ratio", "1"),
                ("horizon_days", "90"),
            ]),
        )
    };
    let fed = struck("-0.9");
    let mut table = Table::default();
    compare(&mut table, "groups that grow", &fed, (&fed, Fault::None));
    table.assert();
    // The twin: groups that strikes leave as they are.
    let mut twin = Table::default();
    compare(
        &mut twin,
        "groups that stay",
        &struck("0"),
        (&fed, Fault::None),
    );
    assert!(!twin.failures().is_empty());
}

/// The twin: a provocation that one side weighs two per cent higher is found.
#[test]
fn a_planted_fault_is_found() {
    let sound = conformance("b-mediated.toml", &Settings::default());
    let faulty = conformance(
        "b-mediated.toml",
        &set(&[("actors.a.response_ratio", "1.22")]),
    );
    let mut table = Table::default();
    compare(&mut table, "b-mediated", &faulty, (&sound, Fault::None));
    assert!(!table.failures().is_empty());
}

/// The twins: a mechanism that is left out is found.
#[test]
fn a_mechanism_that_is_forgotten_is_found() {
    let scenario = conformance("l-shield.toml", &Settings::default());
    for fault in [Fault::NoContrition, Fault::NoDisclosure] {
        let mut table = Table::default();
        compare(&mut table, "l-shield", &scenario, (&scenario, fault));
        assert!(!table.failures().is_empty(), "{fault:?} is not found");
    }
}
