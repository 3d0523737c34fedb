//! What tables, charts and files say in words is so, on the program itself.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may panic

mod common;

use std::path::Path;

use common::program::{err, offramp_in, out};

/// What the program prints on standard output, as one line of words.
fn words(place: &Path, arguments: &[&str]) -> String {
    let output = offramp_in(place, arguments);
    let table = out(&output);
    assert!(!table.is_empty(), "{}", err(&output));
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    table.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same of a study, and its files in the folder `x`.
fn study(place: &Path, arguments: &[&str]) -> String {
    words(place, &[arguments, &["--out", "x", "--charts", "svg"]].concat())
}

fn read(place: &Path, file: &str) -> String {
    std::fs::read_to_string(place.join(file)).unwrap()
}

/// A cell that cannot occur is not the least of a grid.
#[test]
fn a_grid_crowns_no_cell_that_cannot_occur() {
    let place = tempfile::tempdir().unwrap();
    let axes = ["--vary", "mediators.*.engages_per_day=[0, 0.1]", "--vary", "actors.*.misperception=[0, 0.5]"];
    let more = ["--outcome", "ended_with_mediator", "--trials", "200"];
    let told = study(place.path(), &[["sweep"].as_slice(), &axes, &more].concat());
    assert!(told.contains("at 2 of 4 points it cannot occur."), "{told}");
    assert!(!told.contains("under 1 %") && !told.contains("engages_per_day=0 "), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/sweep.json")).unwrap();
    for end in ["from", "to"] {
        assert_eq!(json["beside"][0][end][0], 0.1, "{json}");
    }
    let svg = read(place.path(), "x/charts/sweep.svg");
    assert!(svg.contains("white: cannot occur"), "{svg}");
}

/// What cannot occur is not said to be as expected, or not.
#[test]
fn what_cannot_occur_is_not_judged() {
    let place = tempfile::tempdir().unwrap();
    let text = "extends = \"iran-pakistan-2024\"\nname = \"X\"\n[expected]\nno-force = [0, 0.1]\nwars = [0, 1]\n";
    std::fs::write(place.path().join("x.toml"), text).unwrap();
    let told = words(place.path(), &["run", "x.toml", "--trials", "30", "--no-files"]);
    assert!(told.contains("No force is used 0 to 10 %: cannot occur here: the opening uses force"), "{told}");
    assert!(told.contains("Limited or full-scale war 0 to 100 %: "), "{told}");
}

/// Why a case cannot occur is asked where it cannot.
#[test]
fn a_tip_says_why_at_each_look() {
    let place = tempfile::tempdir().unwrap();
    let tip = ["tip", "--vary", "mediators.*.engages_per_day=0..1", "--share", "0.5", "--trials", "200"];
    let told = study(place.path(), &[tip.as_slice(), &["--outcome", "ended_with_mediator"]].concat());
    assert!(told.contains("cannot occur here: no mediator engages"), "{told}");
    assert!(!told.contains("the inputs exclude it"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/tip.json")).unwrap();
    assert_eq!(json["looks"][0]["reason"], "no mediator engages");
    assert!(json["looks"][1]["reason"].is_null());
    let csv = read(place.path(), "x/tip.csv");
    assert!(csv.lines().next().unwrap().ends_with(",purpose,excluded,interval"), "{csv}");
    assert!(csv.lines().nth(1).unwrap().ends_with(",no mediator engages,the inputs exclude it"), "{csv}");
}

/// Every column stands in the dictionary, in its order.
#[test]
fn the_dictionary_names_every_column() {
    let place = tempfile::tempdir().unwrap();
    let few = ["--trials", "20", "--charts", "none", "--out"];
    let wars = ["--outcome", "wars"];
    for (arguments, folder) in [
        (vec!["run", "--trials-csv"], "run"),
        (vec!["compare", "iran-pakistan-2024", "hotline"], "compare"),
        ([&["sweep", "--vary", "relations.channel=[0, 1]"], wars.as_slice()].concat(), "sweep"),
        ([&["tip", "--vary", "relations.channel=0..1", "--share", "0.5"], wars.as_slice()].concat(), "tip"),
    ] {
        let output = offramp_in(place.path(), &[arguments.as_slice(), &few, &[folder]].concat());
        assert!(output.status.success(), "{}", err(&output));
        let dictionary = read(place.path(), &format!("{folder}/dictionary.csv"));
        for (file, bytes) in common::program::files(&place.path().join(folder)) {
            if !file.ends_with(".csv") || file == "dictionary.csv" {
                continue;
            }
            let table = String::from_utf8(bytes).unwrap();
            let columns = table.lines().next().unwrap().replace("relations.channel", "PATH");
            let named: Vec<&str> = dictionary
                .lines()
                .filter_map(|line| line.strip_prefix(&format!("{file},")))
                .map(|rest| rest.split(',').next().unwrap())
                .collect();
            let columns: Vec<&str> = columns.split(',').collect();
            let columns: Vec<&str> =
                columns.iter().map(|name| if name.starts_with("force_") { "force_ACTOR" } else { name }).collect();
            let mut known = columns.clone();
            known.dedup();
            assert_eq!(known, named, "{file}");
        }
    }
}
