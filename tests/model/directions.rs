//! Which way things move: a table of directions (docs/model.md, section 7). The directions of
//! arguments stand in a file of their own.
//!
//! Each comparison runs the same trials on the same luck twice and looks at the differences trial
//! by trial. A direction counts as shown where the mean difference lies more than 4.9 standard
//! errors on its side (one test of level 1e-6, two-sided). The effects are so large that 40,000
//! trials are enough for every row: the smallest of the table lies 22 standard errors out, the
//! smallest of an argument 12.

mod arguments;
mod table;

use crate::common::verdicts::{Z_LEVEL, z_paired};
use crate::common::{baseline, each_trial, set};
use offramp::model::Model;
use offramp::quantities::Quantity;
use offramp::scenario::Scenario;
use offramp::sim::Summary;
use table::{ALL_UP, ROWS, Row};

const SEED: u64 = 9_021;
const TRIALS: u64 = 40_000;

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

use Way::Up;

/// The two scenarios of a row.
fn scenarios(row: &Row) -> [Scenario; 2] {
    [row.from, row.to].map(|value| {
        let mut pairs = row.beside.to_vec();
        pairs.push((row.path, value));
        if row.opening {
            pairs.push(("opening.rung", "choose"));
        }
        let mut settings = set(&pairs);
        if row.opening {
            settings.without.push("public-warning".to_owned());
        }
        baseline(&settings)
    })
}

/// What a row says and the run does not show.
fn not_shown(row: &Row) -> Vec<String> {
    let [from_there, to_there] = scenarios(row);
    let before = trials(&from_there, TRIALS);
    let after = trials(&to_there, TRIALS);
    let Row { path, from, to, .. } = row;
    let wrong = row.moves.iter().filter_map(|&(what, way)| {
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
    for row in ROWS.into_iter().step_by(6) {
        let swapped = Row {
            from: row.to,
            to: row.from,
            ..row
        };
        assert_eq!(not_shown(&swapped).len(), row.moves.len(), "{}", row.path);
    }
}

/// Two runs of one scenario differ in nothing, so that no direction is shown where nothing moves.
#[test]
fn a_row_that_changes_nothing_shows_nothing() {
    let row = Row {
        path: "relations.trust",
        to: ROWS[0].from,
        moves: ALL_UP,
        ..ROWS[0]
    };
    assert_eq!(not_shown(&row).len(), 3);
}
