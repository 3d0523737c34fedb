//! What the author of every argument would expect it to move.

use crate::common::verdicts::Z_LEVEL;
use crate::common::{baseline, set};
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Settings};

use super::Way::{Down, Up};
use super::{TRIALS, Way, rise, trials};

/// What an argument must move, and which way.
fn expected(scenario: &Scenario, id: &str) -> (Quantity, Way, bool) {
    let argument = scenario
        .arguments
        .iter()
        .find(|argument| argument.id == id)
        .unwrap();
    let expects = argument
        .expects
        .as_ref()
        .unwrap_or_else(|| panic!("`{id}` expects nothing"));
    let what = if argument.explains_opening {
        Quantity::Opening
    } else {
        expects.quantity
    };
    (
        what,
        if expects.raises { Up } else { Down },
        argument.explains_opening,
    )
}

/// The baseline with one argument switched off or on; where it explains the opening, with the
/// opening left to Iran, without what was said after the strike.
fn with_and_without(id: &str, choose: bool) -> [Scenario; 2] {
    let mut settings = Settings::default();
    if choose {
        settings = set(&[("opening.rung", "choose")]);
        settings.without.push("public-warning".to_owned());
    }
    let mut without = settings.clone();
    without.without.push(id.to_owned());
    settings.with.push(id.to_owned());
    [baseline(&without), baseline(&settings)]
}

/// How many standard errors an argument moves what its author would expect, counted in the
/// direction expected.
fn strength(id: &str) -> (f64, Quantity) {
    let (what, way, choose) = expected(&baseline(&Settings::default()), id);
    let [without, with] = with_and_without(id, choose);
    let z = rise(&trials(&without, TRIALS), &trials(&with, TRIALS), what);
    (if way == Up { z } else { -z }, what)
}

/// All 49 arguments of the baseline, the four that are switched off included.
#[test]
fn every_argument_moves_what_its_author_would_expect() {
    let arguments = baseline(&Settings::default()).arguments;
    assert_eq!(arguments.len(), 49);
    let mut wrong = Vec::new();
    for argument in &arguments {
        let (z, what) = strength(&argument.id);
        println!("{}: {what:?}, z = {z:.1} the way expected", argument.id);
        if z <= Z_LEVEL {
            wrong.push(format!(
                "`{}`: {what:?}, z = {z:.1} the way expected",
                argument.id
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The ten that explain the opening are measured where Iran chooses, and on nothing else.
#[test]
fn arguments_that_explain_the_opening_are_measured_where_iran_chooses() {
    let scenario = baseline(&Settings::default());
    let explain = scenario
        .arguments
        .iter()
        .filter(|argument| argument.explains_opening);
    assert_eq!(explain.count(), 10);
    assert_eq!(
        expected(&scenario, "broaden-the-war"),
        (Quantity::Opening, Up, true)
    );
}
