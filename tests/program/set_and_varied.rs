//! Options that concern one number: what counts is said, and what would not count at all is
//! refused.

use std::process::Output;

use crate::common::program::{done_line_in, err, line_in, offramp_in};
use crate::common::saying::words;

/// Options of which one would not count at all, and what the refusal says.
const REFUSED: [(&str, &str); 12] = [
    (
        "--set relations.crisis_communication=0.3 --vary relations.crisis_communication=0..1",
        "both set and varied",
    ),
    (
        "--set horizon_days=30 --vary 'horizon_days=[30, 60]'",
        "both set and varied",
    ),
    (
        "--set actors.iran.shock_of_surprise=1 --vary actors.*.shock_of_surprise=0..1",
        "both set and varied",
    ),
    (
        "--set arguments.channels-open=0.5 --vary arguments.channels-open=0..1",
        "both set and varied",
    ),
    (
        "--set arguments.channels-open=0.5 --vary arguments.*=0..1",
        "both set and varied",
    ),
    (
        "--without channels-open --vary arguments.channels-open=0..1",
        "argument `channels-open` is switched off, and its weight is varied",
    ),
    (
        "--with channels-open --vary arguments.*=0..1",
        "argument `channels-open` is switched on, and its weight is varied",
    ),
    (
        "--set relations.crisis_communication=0.5 --vary arguments.channels-open=0..1",
        "`--set relations.crisis_communication` has the last word on all that `arguments.channels-open` changes",
    ),
    (
        "--set arguments.channels-open=0.5 --vary relations.crisis_communication=0..1",
        "all that `arguments.channels-open` changes is varied with `relations.crisis_communication`",
    ),
    (
        "--vary actors.*.shock_of_surprise=0..1 --vary actors.iran.shock_of_surprise=0..1",
        "both vary `actors.iran.shock_of_surprise`",
    ),
    (
        "--vary 'horizon_days=[30, 60]' --vary 'horizon_days=[30, 60]'",
        "is varied twice",
    ),
    (
        "--vary arguments.channels-open=0..1 --vary relations.crisis_communication=0..1",
        "`relations.crisis_communication` has the last word on all that `arguments.channels-open` changes",
    ),
];

/// Options for all of a kind that do not count for the one that is varied, and what the warning
/// says.
const OVERRIDDEN_FOR_ONE: [(&str, &str); 2] = [
    (
        "--set actors.*.shock_of_surprise=1 --vary actors.iran.shock_of_surprise=0..1",
        "`--set actors.*.shock_of_surprise` does not count for `actors.iran.shock_of_surprise`, which is varied",
    ),
    (
        "--set arguments.*=0.5 --vary arguments.channels-open=0..1",
        "does not count for the weight of argument `channels-open`",
    ),
];

/// Options that override a part of what an argument changes, and what the warning says.
const OVERRIDDEN_IN_PART: [(&str, &str); 3] = [
    (
        "--set actors.pakistan.restraint=0.9 --vary 'arguments.militants-not-soldiers=[0, 1]'",
        "`--set actors.pakistan.restraint` has the last word on `actors.pakistan.restraint`, which \
         `arguments.militants-not-soldiers` changes too: there its weight does nothing",
    ),
    (
        "--set arguments.militants-not-soldiers=0.5 --vary 'actors.pakistan.restraint=[0, 1]'",
        "`actors.pakistan.restraint` has the last word on `actors.pakistan.restraint`, which",
    ),
    (
        "--vary 'actors.pakistan.restraint=[0, 1]' --vary 'arguments.militants-not-soldiers=[0, 1]'",
        "`arguments.militants-not-soldiers` changes too",
    ),
];

/// What the program says on standard error, as one line of words.
fn said(output: &Output) -> String {
    err(output).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs a sweep with these options; holds its exit code, and returns what it says on standard
/// error, as one line of words.
#[track_caller]
fn said_of(options: &str, code: i32) -> String {
    let place = tempfile::tempdir().unwrap();
    let output = line_in(
        place.path(),
        &format!("sweep --trials 10 --no-files {options}"),
    );
    let told = said(&output);
    assert_eq!(output.status.code(), Some(code), "{options}: {told}");
    told
}

#[test]
fn an_option_that_would_not_count_is_refused() {
    for (options, says) in REFUSED {
        let told = said_of(options, 2);
        assert!(told.contains(says), "{options}: {told}");
    }
}

#[test]
fn an_option_that_does_not_count_for_one_is_reported() {
    for (options, says) in OVERRIDDEN_FOR_ONE {
        let told = said_of(options, 0);
        assert!(told.contains(says), "{options}: {told}");
    }
}

/// What one option overrides a part of counts for the rest, and the command line says so.
#[test]
fn partly_overridden_arguments_are_reported() {
    for (options, says) in OVERRIDDEN_IN_PART {
        let told = said_of(options, 0);
        assert!(told.contains(says), "{options}: {told}");
    }
}

#[test]
fn options_for_different_numbers_are_taken_in_silence() {
    assert_eq!(
        said_of(
            "--vary actors.pakistan.shock_of_surprise=0..1:2 --vary actors.iran.shock_of_surprise=0..1:2",
            0
        ),
        ""
    );
}

/// Lines with a switch that has no effect, since the weight of its argument is set too.
const SWITCHED_AND_WEIGHED: [&str; 7] = [
    "run --trials 500 --no-files --without soft-target --set arguments.soft-target=0.5",
    "compare iran-pakistan-2024 hotline --trials 500 --no-files --without soft-target \
     --set arguments.soft-target=0.5",
    "compare iran-pakistan-2024 --variant 'x: --without soft-target --set arguments.soft-target=0.5' --trials 500 \
     --no-files",
    "sweep iran-pakistan-2024 --vary relations.crisis_communication=0..1 --trials 500 --no-files --without soft-target \
     --set arguments.soft-target=0.5",
    "tip iran-pakistan-2024 --vary relations.crisis_communication=0..1 --outcome wars --share 0.5 --trials 500 --no-files \
     --without soft-target --set arguments.soft-target=0.5",
    "show --without soft-target --set arguments.soft-target=0.5",
    "check iran-pakistan-2024 --without soft-target --set arguments.soft-target=0.5",
];

/// A weight comes after a switch: in one command line the switch does nothing, and a warning says
/// so.
#[test]
fn a_weight_has_the_last_word_over_a_switch() {
    let place = tempfile::tempdir().unwrap();
    let says = "warning: `--without soft-target` has no effect: `--set arguments.soft-target=0.5` has the last word";
    for line in SWITCHED_AND_WEIGHED {
        let told = said(&done_line_in(place.path(), line));
        assert_eq!(told.matches(says).count(), 1, "{line}: {told}");
    }
}

/// A weight of a variant comes after the settings of all; there a switch counts for the base. What
/// the argument changes is shown: all of it is 0.35, half of it 0.425.
#[test]
fn a_weight_of_a_variant_has_the_last_word_over_a_switch_of_all() {
    let place = tempfile::tempdir().unwrap();
    let variant = "half: --set arguments.soft-target=0.5";
    let compare = [
        "compare",
        "iran-pakistan-2024",
        "--without",
        "soft-target",
        "--variant",
        variant,
    ];
    let compare = [compare.as_slice(), &["--trials", "500", "--no-files"]].concat();
    let told = words(place.path(), &compare);
    assert!(
        told.contains("belief that the other hits back (Iran) 0.5 -> 0.425"),
        "{told}"
    );
    assert!(!err(&offramp_in(place.path(), &compare)).contains("has no effect"));
}
