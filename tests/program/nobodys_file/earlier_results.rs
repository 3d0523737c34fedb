//! Results that lie in a folder already: which run has which folder, and what may replace what.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::refused;
use crate::common::program::{done_line_in, err, files};

/// What is there is what the new files are compared with.
#[test]
fn a_run_again_does_not_replace_what_it_is_compared_with() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    done_line_in(place, "run hotline --trials 50 --out r --quiet");
    done_line_in(
        place,
        "sweep --vary relations.crisis_communication=0..1:2 --trials 50 --out s --quiet",
    );
    symlink("r/manifest.json", place.join("link.json")).unwrap();
    symlink("r", place.join("same")).unwrap();
    for again in [
        "rerun r/manifest.json --out r",
        "rerun r/manifest.json --out ./s/../r/",
        "rerun link.json --out same",
        "rerun s/manifest.json --out s",
    ] {
        let before = ["r", "s"].map(|folder| files(&place.join(folder)));
        refused(place, again, "is the folder of the manifest itself");
        assert!(before == ["r", "s"].map(|folder| files(&place.join(folder))));
    }
    for _ in 0..2 {
        done_line_in(place, "rerun r/manifest.json");
    }
}

/// Another scenario than the shipped one of that name.
const SPIRAL: &str = "extends = \"spiral\"\nname = \"Another\"\n";

/// Names of files that hold it. Much of them cannot be part of a folder's name, and some then look
/// alike.
const NAMES: [&str; 7] = [
    "spiral.toml",
    "sub/spiral.toml",
    "My Case.toml",
    "my-case.toml",
    "\u{62c}\u{646}\u{6af}.toml",
    "\u{548c}\u{5e73}.toml",
    "com1.toml",
];

/// The options of a run that takes a moment.
const SMALL: &str = "--trials 20 --charts none --quiet";

#[test]
fn results_of_two_scenarios_do_not_share_a_folder() {
    let place = tempfile::tempdir().unwrap();
    let results = place.path().join("results");
    fs::create_dir(place.path().join("sub")).unwrap();
    for name in NAMES {
        fs::write(place.path().join(name), SPIRAL).unwrap();
    }
    for (at, name) in NAMES.iter().chain(&["spiral"]).enumerate() {
        let output = done_line_in(place.path(), &format!("run '{name}' {SMALL}"));
        assert!(err(&output).is_empty());
        assert_eq!(fs::read_dir(&results).unwrap().count(), at + 1, "{name}");
    }
    assert_are_folders(&results, &["spiral", "my-case"]);
    let mut folders = fs::read_dir(results)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name());
    assert!(folders.all(|name| !name.to_string_lossy().starts_with("com1")));
}

/// Changes to the inputs of the baseline.
const CHANGES: [&str; 3] = [
    "--without=china-counsels",
    "--set=relations.crisis_communication=0.9",
    "--set=relations.crisis_communication={ uniform = [0, 1] }",
];

#[test]
fn results_of_changed_inputs_have_folders_of_their_own() {
    let place = tempfile::tempdir().unwrap();
    for (at, change) in CHANGES.iter().enumerate() {
        done_line_in(place.path(), &format!("run '{change}' {SMALL}"));
        assert_eq!(
            fs::read_dir(place.path().join("results")).unwrap().count(),
            at + 1,
            "{change}"
        );
    }
    let names = [
        "iran-pakistan-2024--without-china-counsels",
        "iran-pakistan-2024--relations.crisis_communication=0.9",
    ];
    assert_are_folders(&place.path().join("results"), &names);
}

fn assert_are_folders(results: &Path, names: &[&str]) {
    for name in names {
        assert!(results.join(name).is_dir(), "{name}");
    }
}

#[test]
fn a_run_that_replaces_another_says_so() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    for name in ["spiral.toml", "my-case.toml"] {
        fs::write(place.join(name), SPIRAL).unwrap();
    }
    for name in ["spiral", "spiral.toml", "my-case.toml"] {
        done_line_in(place, &format!("run {name} {SMALL}"));
    }
    // More trials are no other result: they replace it, and a line says so.
    let told = err(&done_line_in(place, "run spiral --trials 30 --charts none"));
    assert!(
        told.contains("note: replaced the earlier run in results/spiral"),
        "{told}"
    );
    // A folder that came to hold another scenario is not replaced in silence.
    fs::rename(place.join("results/my-case"), place.join("results/hotline")).unwrap();
    refused(
        place,
        "run hotline",
        "results/hotline holds the run of my-case.toml",
    );
    let told = err(&done_line_in(
        place,
        "run hotline --trials 20 --out results/hotline",
    ));
    assert!(
        told.contains("replaced the earlier run of my-case.toml in results/hotline"),
        "{told}"
    );
}

/// Commands of all kinds, each of which writes into the folder that has its number.
const KINDS: [&str; 5] = [
    "run --trials-csv",
    "compare hotline spiral",
    "sweep --vary relations.crisis_communication=0..1:2",
    "tip --vary relations.crisis_communication=0..1 --outcome wars --share 0.9",
    "run --shard 1/2",
];

#[test]
fn a_folder_holds_one_kind_of_result() {
    let place = tempfile::tempdir().unwrap();
    for (at, command) in KINDS.iter().enumerate() {
        done_line_in(place.path(), &format!("{command} {SMALL} --out {at}"));
        let folder = place.path().join(at.to_string());
        let before = files(&folder);
        for other in KINDS.iter().filter(|other| *other != command) {
            let line = format!("{other} {SMALL} --out {at}");
            refused(place.path(), &line, "a folder holds one kind of result");
        }
        assert!(files(&folder) == before);
    }
}

/// A shard of another seed, scenario or number of trials does not replace the one that is there;
/// the same does.
#[test]
fn a_shard_is_replaced_by_the_same_alone() {
    let place = tempfile::tempdir().unwrap();
    let shard = "run --shard 1/2 --charts none --quiet --out parts";
    done_line_in(place.path(), &format!("{shard} --trials 20"));
    for other in ["--trials 20 --seed 2", "hotline --trials 20", "--trials 22"] {
        refused(
            place.path(),
            &format!("{shard} {other}"),
            "is not this part of this run",
        );
    }
    let before = files(&place.path().join("parts"));
    done_line_in(place.path(), &format!("{shard} --trials 20"));
    assert!(files(&place.path().join("parts")) == before);
}
