//! Which way things move: a table of directions (docs/model.md, section 7). The directions of arguments stand in a file of
//! their own.
//!
//! Each comparison runs the same trials on the same luck twice and looks at the differences trial by trial. A direction
//! counts as shown where the mean difference lies more than 4.9 standard errors on its side (one test of level 1e-6,
//! two-sided). The effects are so large that 100,000 trials are enough for every row: the smallest lies 28
//! standard errors out.

mod arguments;

use crate::common::verdicts::{Z_LEVEL, z_paired};
use crate::common::{baseline, each_trial, set};
use offramp::model::Model;
use offramp::quantities::Quantity;
use offramp::scenario::Scenario;
use offramp::sim::Summary;

const SEED: u64 = 9_021;
const TRIALS: u64 = 100_000;

/// The first trials of a scenario, and its model.
fn trials(scenario: &Scenario, count: u64) -> (&Model, Vec<Summary>) {
    (
        &scenario.model,
        each_trial(&scenario.model, SEED, count, |trial| *trial),
    )
}

/// How many standard errors the second run lies above the first.
fn rise(first: &(&Model, Vec<Summary>), second: &(&Model, Vec<Summary>), what: Quantity) -> f64 {
    assert_eq!(first.1.len(), second.1.len());
    let value = |run: &(&Model, Vec<Summary>), at: usize| what.of_trial(run.0, &run.1[at]);
    z_paired((0..first.1.len()).map(|at| value(second, at) - value(first, at)))
}

/// The sign of what must move.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Up,
    Down,
}

use Quantity::{Answer, Force, Wars};
use Way::{Down, Up};

/// A row: the path, from, to, what must move and which way.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static [(Quantity, Way)],
);

/// The table of directions, row by row.
const ROWS: [Row; 28] = [
    (
        "actors.*.restraint",
        "0",
        "0.6",
        &[(Force, Down), (Answer, Down), (Wars, Down)],
    ),
    (
        "actors.*.fear_of_retaliation",
        "0.5",
        "4",
        &[(Force, Down), (Answer, Down), (Wars, Down)],
    ),
    (
        "actors.*.fear_of_war",
        "0",
        "4",
        &[(Force, Down), (Wars, Down)],
    ),
    (
        "actors.*.strain",
        "0",
        "1",
        &[(Force, Down), (Answer, Down)],
    ),
    (
        "actors.*.value_of_ties",
        "0",
        "2",
        &[(Force, Down), (Wars, Down)],
    ),
    (
        "actors.*.response_days",
        "0.5",
        "10",
        &[(Force, Down), (Wars, Down)],
    ),
    (
        "actors.*.forewarning",
        "0",
        "1",
        &[(Force, Down), (Answer, Down)],
    ),
    (
        "actors.*.apology",
        "0",
        "1",
        &[(Force, Down), (Answer, Down)],
    ),
    (
        "actors.*.belief_in_retaliation",
        "0.1",
        "0.9",
        &[(Force, Down), (Wars, Down)],
    ),
    (
        "actors.*.standing",
        "0.1",
        "0.9",
        &[(Force, Down), (Answer, Down)],
    ),
    ("relations.trust", "0", "1", &[(Force, Down), (Wars, Down)]),
    (
        "relations.interdependence",
        "0",
        "1",
        &[(Force, Down), (Wars, Down)],
    ),
    ("relations.channel", "0", "1", &[(Wars, Down), (Answer, Up)]),
    (
        "mediators.china.engages_per_day",
        "0",
        "2",
        &[(Force, Down), (Wars, Down)],
    ),
    (
        "rungs.strike-militants.war_risk",
        "0.004",
        "0.2",
        &[(Force, Down), (Wars, Up)],
    ),
    ("actors.*.misperception", "0", "0.6", &[(Wars, Up)]),
    (
        "actors.*.hostile_bias",
        "-0.1",
        "0.2",
        &[(Force, Up), (Answer, Up), (Wars, Up)],
    ),
    (
        "actors.*.public_sensitivity",
        "0",
        "1.5",
        &[(Force, Up), (Answer, Up)],
    ),
    (
        "actors.*.domestic_pressure",
        "0",
        "1.5",
        &[(Force, Up), (Answer, Up)],
    ),
    (
        "actors.*.proportionality",
        "0.6",
        "1.4",
        &[(Force, Up), (Answer, Up), (Wars, Up)],
    ),
    (
        "actors.*.concern_for_reputation",
        "0",
        "2.5",
        &[(Force, Up), (Answer, Up)],
    ),
    (
        "actors.*.signalling",
        "0",
        "1.2",
        &[(Force, Up), (Wars, Up)],
    ),
    ("actors.*.publicity", "0", "1", &[(Force, Up)]),
    ("actors.*.unauthorised", "0", "0.3", &[(Force, Up)]),
    (
        "actors.*.sting",
        "0",
        "1",
        &[(Force, Up), (Answer, Up), (Wars, Up)],
    ),
    ("actors.*.audience_cost", "0", "3", &[(Force, Up)]),
    ("fronts.india.watching", "0", "2", &[(Answer, Up)]),
    ("fronts.israel-us.watching", "0", "2", &[(Force, Up)]),
];

/// What a row says and the run does not show.
fn not_shown(&(path, from, to, moves): &Row) -> Vec<String> {
    let [from_there, to_there] = [from, to].map(|value| baseline(&set(&[(path, value)])));
    let (before, after) = (trials(&from_there, TRIALS), trials(&to_there, TRIALS));
    let wrong = moves.iter().filter_map(|&(what, way)| {
        let z = rise(&before, &after, what);
        let shown = if way == Up { z > Z_LEVEL } else { z < -Z_LEVEL };
        println!("{path} {from} to {to}: {what:?} {way:?}, z = {z:.1}");
        (!shown).then(|| format!("{path} {from} to {to}: {what:?} must go {way:?}, but z = {z:.1}"))
    });
    wrong.collect()
}

#[test]
fn every_row_of_the_table_of_directions_holds() {
    let wrong: Vec<String> = ROWS.iter().flat_map(not_shown).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The twin: with from and to swapped, every claim of a row fails.
#[test]
fn a_row_with_from_and_to_swapped_fails() {
    for &(path, from, to, moves) in &[ROWS[0], ROWS[12], ROWS[14], ROWS[18]] {
        assert_eq!(
            not_shown(&(path, to, from, moves)).len(),
            moves.len(),
            "{path}"
        );
    }
}

/// Two runs of one scenario differ in nothing, so that no direction is shown where nothing moves.
#[test]
fn a_row_that_changes_nothing_shows_nothing() {
    let moves = &[(Force, Up), (Answer, Up), (Wars, Up)];
    assert_eq!(
        not_shown(&("actors.*.sting", "0.12", "0.12", moves)).len(),
        3
    );
}
