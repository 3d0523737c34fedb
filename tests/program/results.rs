//! Results to keep: what a run writes, on the program itself.

use std::collections::BTreeMap;
use std::path::Path;

use crate::common::program::{entries, err, files, offramp_in, out};
use crate::common::whole::broken;
use serde_json::Value;

fn run(folder: &Path, arguments: &[&str]) -> std::process::Output {
    let output = offramp_in(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    output
}

#[test]
fn a_run_writes_its_files_and_the_manifest_knows_them_all() {
    let place = tempfile::tempdir().unwrap();
    run(place.path(), &["run", "hotline", "--trials", "3_000", "--trials-csv"]);
    let folder = place.path().join("results/hotline");
    let found = files(&folder);
    for name in [
        "summary.json",
        "outcomes.csv",
        "levels.csv",
        "trials.csv",
        "dictionary.csv",
        "scenario.toml",
        "charts/outcomes.svg",
    ] {
        assert!(found.contains_key(name), "{name} in {:?}", found.keys());
    }
    assert_eq!(found.iter().filter_map(|(name, bytes)| broken(name, bytes)).collect::<Vec<_>>(), Vec::<String>::new());
    let manifest: Value = serde_json::from_slice(&found["manifest.json"]).unwrap();
    let listed: Vec<&String> = manifest["files"].as_object().unwrap().keys().collect();
    assert_eq!(listed, found.keys().filter(|name| *name != "manifest.json").collect::<Vec<_>>());
    assert_eq!((&manifest["trials_done"], &manifest["complete"]), (&Value::from(3000), &Value::from(true)));
    let json = out(&run(place.path(), &["run", "hotline", "--trials", "3_000", "--format", "json", "--no-files"]));
    assert_eq!(json.as_bytes(), found["summary.json"], "what is printed is what is kept");
}

/// The tables say the same as the document, and as the trials themselves.
#[test]
fn tables_document_and_trials_agree() {
    let place = tempfile::tempdir().unwrap();
    run(place.path(), &["run", "--trials", "2_000", "--trials-csv", "--out", "r", "--charts", "none"]);
    let found = files(&place.path().join("r"));
    let document: Value = serde_json::from_slice(&found["summary.json"]).unwrap();
    let table = |name: &str| -> Vec<BTreeMap<String, String>> {
        csv::Reader::from_reader(found[name].as_slice()).deserialize().map(Result::unwrap).collect()
    };
    let number = |cell: &str| cell.parse::<f64>().unwrap();
    let outcomes = table("outcomes.csv");
    let estimate = |quantity: &str, case: &str| {
        let row = outcomes.iter().find(|row| row["quantity"] == quantity && row["case"] == case).unwrap();
        number(&row["estimate"])
    };
    assert_eq!(estimate("outcome", "feud"), document["outcomes"]["feud"]["share"].as_f64().unwrap());
    assert_eq!(estimate("mean", "force_iran"), document["means"]["force"]["iran"]["mean"].as_f64().unwrap());
    assert_eq!(estimate("deaths", "p95"), document["deaths"]["p95"]["value"].as_f64().unwrap());
    assert_eq!(estimate("record", "agrees"), document["record"]["share"].as_f64().unwrap());
    let excluded = outcomes.iter().find(|row| row["case"] == "no-force").unwrap();
    assert!(excluded["estimate"].is_empty() && excluded["excluded"].contains("opening uses force"));
    for rows in [&outcomes, &table("levels.csv")] {
        for row in rows {
            let ends = !row["low"].is_empty() && !row["high"].is_empty() && row["low"] != row["high"];
            assert_eq!(row["interval"] == "95 %, simulation error only", ends, "{row:?}");
        }
    }
    assert_eq!(excluded["interval"], "the inputs exclude it");
    let trials = table("trials.csv");
    assert_eq!(trials.len(), 2000);
    let mean = |value: &dyn Fn(&BTreeMap<String, String>) -> f64| trials.iter().map(value).sum::<f64>() / 2000.0;
    assert_eq!(mean(&|row| f64::from(u8::from(row["outcome"] == "feud"))), estimate("outcome", "feud"));
    assert!((mean(&|row| number(&row["trust"])) - estimate("mean", "trust")).abs() < 1e-6);
    assert_eq!(mean(&|row| number(&row["force_pakistan"])), estimate("mean", "force_pakistan"));
    let levels = table("levels.csv");
    assert_eq!(levels.len(), 91 * 9);
    let occurs = |row: &&BTreeMap<String, String>| row["excluded"].is_empty();
    let day_two = levels.iter().filter(|row| row["day"] == "2").filter(occurs);
    let day_two = day_two.map(|row| number(&row["share"])).sum::<f64>();
    assert!((day_two - 1.0).abs() < 1e-12);
    // The opening is a fixed strike: on day 0 there is that, or war.
    let empty = levels
        .iter()
        .filter(|row| row["day"] == "0" && ["share", "low", "high"].map(|key| row[key].as_str()) == [""; 3]);
    assert_eq!((empty.clone().count(), empty.filter(occurs).count()), (7, 0));
    let known: Vec<(String, String)> =
        table("dictionary.csv").iter().map(|row| (row["file"].clone(), row["column"].clone())).collect();
    for name in ["outcomes.csv", "levels.csv", "trials.csv"] {
        for column in csv::Reader::from_reader(found[name].as_slice()).headers().unwrap() {
            let column = if column.starts_with("force_") { "force_ACTOR" } else { column };
            assert!(known.contains(&(name.into(), column.into())), "{name}: {column} is not in the dictionary");
        }
    }
}

#[test]
fn precision_ends_a_run_and_says_where_it_is_not_reached() {
    let place = tempfile::tempdir().unwrap();
    let run = |options: &[&str]| {
        offramp_in(place.path(), &[&["run", "reference-class", "--no-files", "--format", "json"], options].concat())
    };
    let reached = run(&["--precision", "0.004"]);
    let document: Value = serde_json::from_str(&out(&reached)).unwrap();
    let trials = document["trials"].as_u64().unwrap();
    assert!(trials.is_multiple_of(10_000) && (trials / 10_000).is_power_of_two(), "{trials}");
    let half = |outcome: &Value| (outcome["high"].as_f64()? - outcome["low"].as_f64()?).into();
    let widest = document["outcomes"].as_object().unwrap().values().filter_map(half).fold(0.0, f64::max) / 2.0;
    assert!(widest < 0.004 && err(&reached).is_empty());
    assert_eq!(document["complete"], true);
    let short = run(&["--precision", "0.0001", "--trials", "15_000"]);
    assert!(short.status.success() && err(&short).contains("the precision asked for takes more than 15,000 trials"));
}

#[test]
fn nothing_is_replaced_but_what_a_run_wrote() {
    let place = tempfile::tempdir().unwrap();
    std::fs::create_dir(place.path().join("mine")).unwrap();
    std::fs::write(place.path().join("mine/summary.json"), "my own").unwrap();
    let output = offramp_in(place.path(), &["run", "--trials", "100", "--out", "mine"]);
    assert_eq!(output.status.code(), Some(73));
    assert!(err(&output).contains("no run wrote it") && output.stdout.is_empty());
    assert_eq!(std::fs::read(place.path().join("mine/summary.json")).unwrap(), b"my own");
    for _ in 0..2 {
        run(place.path(), &["run", "--trials", "100", "--out", "ours", "--quiet"]);
    }
    std::fs::write(place.path().join("ours/notes.txt"), "kept").unwrap();
    // A copy without hidden files, such as a clone, is known by its manifest.
    std::fs::remove_file(place.path().join("ours/.offramp.files")).unwrap();
    run(place.path(), &["run", "--trials", "100", "--out", "ours", "--quiet", "--charts", "none"]);
    assert_eq!(std::fs::read(place.path().join("ours/notes.txt")).unwrap(), b"kept");
    assert_eq!(entries(&place.path().join("ours/charts")), 0, "no stale charts stay beside them");
    // Another command does not take the place of a run.
    let compare = ["compare", "iran-pakistan-2024", "hotline", "--trials", "100", "--out", "ours"];
    let before = files(&place.path().join("ours"));
    let output = offramp_in(place.path(), &compare);
    assert!(output.status.code() == Some(73) && err(&output).contains("holds a run"), "{}", err(&output));
    assert!(files(&place.path().join("ours")) == before);
    // What its user changed is its user's.
    std::fs::write(place.path().join("ours/outcomes.csv"), "my own").unwrap();
    let output = offramp_in(place.path(), &["run", "--out", "ours"]);
    assert!(output.status.code() == Some(73) && err(&output).contains("was changed since a run wrote it"));
}
