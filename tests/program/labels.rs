//! Labels: one for an outcome, and one for each of what has equal ones.

use crate::common::program::{err, offramp_in};
use crate::common::saying::{read, study, words};

/// For people an outcome has one label, the same in every table.
#[test]
fn outcomes_have_one_label() {
    let place = tempfile::tempdir().unwrap();
    let few = ["--trials", "100", "--no-files"];
    let axis = [
        "--vary",
        "relations.crisis_communication=[0, 1]",
        "--outcome",
        "one-sided",
    ];
    for command in [
        vec!["compare", "iran-pakistan-2024", "hotline", "--full"],
        [["sweep"].as_slice(), &axis].concat(),
        vec![
            "sweep",
            "--vary",
            "relations.crisis_communication=[0, 1]",
            "--vary",
            "relations.trust=[0, 1]",
            "--outcome",
            "one-sided",
        ],
        vec![
            "tip",
            "--vary",
            "relations.crisis_communication=0..1",
            "--outcome",
            "one-sided",
            "--share",
            "0.5",
        ],
    ] {
        let told = words(place.path(), &[command.as_slice(), &few].concat());
        assert!(told.contains("Only one side strikes"), "{told}");
        // What is typed has names.
        let shown = told.split("Try next").next().unwrap();
        for key in ["one-sided", "one-round", "no-force", "lim-war"] {
            assert!(!shown.contains(key), "{key}: {told}");
        }
    }
}

/// Actors and rungs whose labels are equal have their ids beside them, in tables and charts;
/// `check` says so.
#[test]
fn equal_labels_are_distinguished() {
    let place = tempfile::tempdir().unwrap();
    let text = "name = \"Same\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\nlabel = \"Same\"\n[actors.b]\n\
                label = \"Same\"\n[rungs.covert]\nlabel = \"Blow\"\n[rungs.campaign]\nlabel = \"Blow\"\n";
    std::fs::write(place.path().join("same.toml"), text).unwrap();
    let check = err(&offramp_in(place.path(), &["check", "same.toml"]));
    let check = check.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "the actors a, b have the same label, \"Same\"",
        "the rungs covert, campaign have the same label, \"Blow\"",
    ] {
        assert!(check.contains(says), "{check}");
    }
    assert_eq!(check.matches("--> same.toml:").count(), 2, "{check}");
    let told = study(
        place.path(),
        &["run", "same.toml", "--trials", "100", "--full"],
    );
    for row in [
        "Uses of force, Same (a)",
        "Uses of force, Same (b)",
        "Blow (covert)",
        "Blow (campaign)",
    ] {
        assert!(told.contains(row), "{told}");
    }
    assert!(read(place.path(), "x/charts/peak.svg").contains("Blow (covert)"));
    let again = err(&offramp_in(place.path(), &["check", "x/scenario.toml"]));
    assert!(!again.contains("the same label"), "{again}");
}
