//! The baseline against an independent implementation: as it was, with its opening left to Iran,
//! and without any argument.

use crate::common::verdicts::{Table, p_mean, p_two_means};
use crate::common::{baseline, set, tally};
use offramp::quantities::Quantity;
use offramp::scenario::Settings;
use offramp::sim::Outcome;
use offramp::tally::Tally;

use super::{SEED, TRIALS};

/// Trials of the other program.
const THEIRS: u64 = 1_000_000;

/// A share that the other program gives, with so many decimals.
type Given = (f64, i32);

/// Adds a share.
fn add_share(table: &mut Table, what: &str, ours: f64, given: Given) {
    let (theirs, digits) = given;
    let half = 0.5 * 10_f64.powi(-digits);
    let near = theirs + (ours - theirs).clamp(-half, half);
    let sd = (theirs * (1.0 - theirs)).sqrt();
    table.add(
        format!("{what}: {ours:.5} against {theirs}"),
        p_two_means(ours, TRIALS, near, THEIRS, sd),
    );
}

/// Adds shares of outcomes, with so many decimals.
fn add_outcomes(table: &mut Table, ours: &Tally, digits: i32, given: &[(Outcome, f64)]) {
    for &(outcome, share) in given {
        let count = ours.outcomes[outcome as usize];
        let own = count as f64 / TRIALS as f64;
        add_share(table, outcome.name(), own, (share, digits));
    }
}

/// Adds a mean that is given with three decimals; the spread is our own run's.
fn add_mean(table: &mut Table, ours: &Tally, quantity: Quantity, theirs: f64) {
    let moments = &ours.number(quantity).sums;
    let mean = moments.mean(TRIALS);
    let near = theirs + (mean - theirs).clamp(-5e-4, 5e-4);
    let standard_error =
        moments.standard_deviation(TRIALS) * (1.0 / TRIALS as f64 + 1.0 / THEIRS as f64).sqrt();
    table.add(
        format!("{quantity:?}: {mean:.5} against {theirs}"),
        p_mean(mean - near, standard_error),
    );
}

/// The baseline's table: with the arguments that are switched on and the opening as it was.
fn baseline_table(settings: &Settings) -> Table {
    let scenario = baseline(settings);
    let ours = tally(&scenario, SEED, TRIALS);
    let mut table = Table::default();
    let outcomes = [
        (Outcome::OneSided, 0.1011),
        (Outcome::OneRound, 0.6860),
        (Outcome::SeveralRounds, 0.1333),
        (Outcome::LimitedWar, 0.0614),
        (Outcome::War, 0.0182),
    ];
    add_outcomes(&mut table, &ours, 4, &outcomes);
    for (quantity, share) in [
        (Quantity::Answer, 0.886),
        (Quantity::EndedWithMediator, 0.591),
        (Quantity::AnyWar, 0.083),
    ] {
        let own = ours.mean(quantity, &scenario.model);
        add_share(&mut table, quantity.name(), own, (share, 3));
    }
    for (quantity, theirs) in [
        (Quantity::Acts, 3.491),
        (Quantity::ForceOpener, 1.113),
        (Quantity::ForceOther, 1.032),
        (Quantity::LaterCrises, 0.224),
        (Quantity::FrontsOpened, 0.292),
    ] {
        add_mean(&mut table, &ours, quantity, theirs);
    }
    assert!(ours.outcomes[Outcome::Unresolved as usize] < TRIALS / 5_000);
    table
}

#[test]
fn the_baseline_agrees_with_an_independent_implementation() {
    let scenario = baseline(&Settings::default());
    let on = scenario
        .arguments
        .iter()
        .filter(|argument| argument.weight > 0.0);
    assert_eq!(on.count(), 45);
    let actors = scenario.names.actors.each_ref();
    assert_eq!(actors.map(|actor| actor.id.as_str()), ["iran", "pakistan"]);
    baseline_table(&Settings::default()).assert();
}

/// The twin: an argument forgotten, or half forgotten, is found.
#[test]
fn a_baseline_without_one_argument_is_found() {
    for settings in [
        Settings {
            without: vec!["message-to-kabul".into()],
            ..Settings::default()
        },
        set(&[("arguments.no-apology", "0.5")]),
    ] {
        assert!(!baseline_table(&settings).failures().is_empty());
    }
}

/// The baseline with the opening left to Iran, without what Pakistan said after the strike.
fn choosing_table(change: &[(&str, &str)]) -> Table {
    let settings = Settings {
        without: vec!["public-warning".into()],
        ..set(&[&[("opening.rung", "choose")], change].concat())
    };
    let scenario = baseline(&settings);
    let ours = tally(&scenario, SEED, TRIALS);
    let mut table = Table::default();
    let outcomes = [
        (Outcome::NoForce, 0.622),
        (Outcome::OneSided, 0.192),
        (Outcome::OneRound, 0.136),
        (Outcome::SeveralRounds, 0.034),
        (Outcome::LimitedWar, 0.011),
        (Outcome::War, 0.004),
    ];
    add_outcomes(&mut table, &ours, 3, &outcomes);
    let opening = ours.mean(Quantity::Opening, &scenario.model);
    add_share(&mut table, "first act with force", opening, (0.296, 3));
    table
}

#[test]
fn the_opening_left_to_iran_agrees_with_an_independent_implementation() {
    choosing_table(&[]).assert();
}

/// The twin: a slightly smaller provocation is found.
#[test]
fn an_opening_left_to_iran_with_a_fault_is_found() {
    let fault = choosing_table(&[("opening.provocation", "0.37")]);
    assert!(!fault.failures().is_empty());
}

/// The baseline without any argument, and with what a fault changes.
fn bare_table(change: &[(&str, &str)]) -> Table {
    let scenario = baseline(&set(&[&[("arguments.*", "0")], change].concat()));
    let ours = tally(&scenario, SEED, TRIALS);
    let mut table = Table::default();
    let outcomes = [
        (Outcome::OneSided, 0.350),
        (Outcome::OneRound, 0.256),
        (Outcome::SeveralRounds, 0.251),
        (Outcome::LimitedWar, 0.075),
        (Outcome::War, 0.068),
    ];
    add_outcomes(&mut table, &ours, 3, &outcomes);
    let answer = ours.mean(Quantity::Answer, &scenario.model);
    add_share(&mut table, "first answer with force", answer, (0.623, 3));
    table
}

#[test]
fn the_bare_facts_agree_with_an_independent_implementation() {
    let scenario = baseline(&set(&[("arguments.*", "0")]));
    let mut arguments = scenario.arguments.iter();
    assert!(arguments.all(|argument| argument.weight == 0.0));
    bare_table(&[]).assert();
}

/// The twin: one argument that is left is found.
#[test]
fn bare_facts_with_one_argument_left_are_found() {
    for left in ["no-apology", "channels-open"] {
        let fault = bare_table(&[(&format!("arguments.{left}"), "1")]);
        assert!(!fault.failures().is_empty(), "{left}");
    }
}
