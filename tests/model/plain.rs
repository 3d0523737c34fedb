//! A second program, written from the model's page alone and as plainly as can be: the opening and its crisis, with luck
//! of its own. It shares the numbers of a scenario with the program and nothing else, so that both go wrong together only
//! where they read the page alike.

mod simulator;

use crate::common::verdicts::{Table, p_mean};
use crate::common::{Dice, baseline, conformance, set, tally};
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Outcome;
use offramp::stats::Moments;
use simulator::{Ended, Plain};

const TRIALS: u64 = 200_000;
const SEED: u64 = 61;

/// A quantity by name, as the program counts it and as the plain program does.
type Counted<'a> = (&'a str, &'a Moments, fn(&Ended) -> u64);

/// Adds the comparison of the program's run of one scenario with the plain program's of another.
fn compare(table: &mut Table, name: &str, ours: &Scenario, plain: &Scenario) {
    let ours = tally(ours, SEED, TRIALS);
    let mut dice = Dice(SEED);
    let results: Vec<Ended> = (0..TRIALS)
        .map(|_| Plain::run(&plain.model, dice.bits()))
        .collect();
    let count = |holds: &dyn Fn(&Ended) -> bool| {
        results.iter().filter(|result| holds(result)).count() as u64
    };
    for outcome in Outcome::ALL {
        let plain = count(&|result| result.outcome == outcome);
        table.shares(
            format!("{name} {}", outcome.name()),
            (ours.outcomes[outcome as usize], TRIALS),
            (plain, TRIALS),
        );
    }
    for (rung, &peaks) in ours.peak.iter().enumerate() {
        let plain = count(&|result| result.peak == rung);
        table.shares(
            format!("{name} peak {rung}"),
            (peaks, TRIALS),
            (plain, TRIALS),
        );
    }
    let n = TRIALS as f64;
    let sums = |quantity| &ours.number(quantity).sums;
    let quantities: [Counted<'_>; 3] = [
        ("acts", sums(Quantity::Acts), |result| result.acts),
        (
            "force of the opener",
            sums(Quantity::ForceOpener),
            |result| result.force[0],
        ),
        ("force of the other", sums(Quantity::ForceOther), |result| {
            result.force[1]
        }),
    ];
    for (what, moments, of) in quantities {
        let plain = results.iter().map(|result| of(result) as f64).sum::<f64>() / n;
        let (mean, sd) = (moments.mean(TRIALS), moments.standard_deviation(TRIALS));
        table.add(
            format!("{name} {what}: {mean:.4} and {plain:.4}"),
            p_mean(mean - plain, sd * (2.0 / n).sqrt()),
        );
    }
}

/// Scenarios without doubts; what comes after the first crisis is not looked at.
#[test]
fn the_opening_crisis_is_that_of_a_plain_program() {
    let mut table = Table::default();
    for file in [
        "b-mediated.toml",
        "c-fronts.toml",
        "e-amends.toml",
        "f-ladder.toml",
        "i-short.toml",
        "j-costs.toml",
    ] {
        let scenario = conformance(file, &Settings::default());
        compare(&mut table, file, &scenario, &scenario);
    }
    let choosing = baseline(&set(&[("opening.rung", "choose")]));
    compare(&mut table, "would Iran strike", &choosing, &choosing);
    table.assert();
}

/// The twin: a provocation that one side weighs two per cent higher is found.
#[test]
fn a_planted_fault_is_found() {
    let sound = conformance("b-mediated.toml", &Settings::default());
    let faulty = conformance(
        "b-mediated.toml",
        &set(&[("actors.a.proportionality", "1.22")]),
    );
    let mut table = Table::default();
    compare(&mut table, "b-mediated", &faulty, &sound);
    assert!(!table.failures().is_empty());
}
