//! Results to keep: what a run writes, on the program itself.

use crate::common::program::{done_line_in, entries, err, files, line_in, offramp_in, out};
use crate::common::whole::broken;
use serde_json::Value;

#[test]
fn a_run_writes_its_files_and_the_manifest_knows_them_all() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(place.path(), "run hotline --trials 3_000 --trials-csv");
    let folder = place.path().join("results/hotline");
    let found = files(&folder);
    for name in [
        "summary.json",
        "study.json",
        "outcomes.csv",
        "levels.csv",
        "trials.csv",
        "dictionary.csv",
        "scenario.toml",
        "charts/outcomes.svg",
    ] {
        assert!(found.contains_key(name), "{name} in {:?}", found.keys());
    }
    assert_eq!(
        found
            .iter()
            .filter_map(|(name, bytes)| broken(name, bytes))
            .collect::<Vec<_>>(),
        Vec::<String>::new()
    );
    let manifest: Value = serde_json::from_slice(&found["manifest.json"]).unwrap();
    let listed: Vec<&String> = manifest["files"].as_object().unwrap().keys().collect();
    assert_eq!(
        listed,
        found
            .keys()
            .filter(|name| *name != "manifest.json")
            .collect::<Vec<_>>()
    );
    assert_eq!(
        (&manifest["trials_done"], &manifest["complete"]),
        (&Value::from(3000), &Value::from(true))
    );
    let json = out(&done_line_in(
        place.path(),
        "run hotline --trials 3_000 --format json --no-files",
    ));
    assert_eq!(
        json.as_bytes(),
        found["summary.json"],
        "what is printed is what is kept"
    );
}

#[test]
fn precision_ends_a_run_and_says_where_it_is_not_reached() {
    let place = tempfile::tempdir().unwrap();
    let run = |options: &[&str]| {
        offramp_in(
            place.path(),
            &[
                &["run", "reference-class", "--no-files", "--format", "json"],
                options,
            ]
            .concat(),
        )
    };
    let reached = run(&["--precision", "0.004"]);
    let document: Value = serde_json::from_str(&out(&reached)).unwrap();
    let trials = document["trials"].as_u64().unwrap();
    assert!(
        trials.is_multiple_of(10_000) && (trials / 10_000).is_power_of_two(),
        "{trials}"
    );
    let half = |outcome: &Value| (outcome["high"].as_f64()? - outcome["low"].as_f64()?).into();
    let widest = document["outcomes"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(half)
        .fold(0.0, f64::max)
        / 2.0;
    assert!(widest < 0.004 && err(&reached).is_empty());
    assert_eq!(document["complete"], true);
    let short = run(&["--precision", "0.0001", "--trials", "15_000"]);
    assert!(
        short.status.success()
            && err(&short).contains("the precision asked for takes more than 15,000 trials")
    );
}

/// A run whose results are replaced.
const OURS: &str = "run --trials 100 --out ours --quiet";

#[test]
fn nothing_is_replaced_but_what_a_run_wrote() {
    let place = tempfile::tempdir().unwrap();
    std::fs::create_dir(place.path().join("mine")).unwrap();
    std::fs::write(place.path().join("mine/summary.json"), "my own").unwrap();
    let output = line_in(place.path(), "run --trials 100 --out mine");
    assert_eq!(output.status.code(), Some(73));
    assert!(err(&output).contains("no run wrote it") && output.stdout.is_empty());
    assert_eq!(
        std::fs::read(place.path().join("mine/summary.json")).unwrap(),
        b"my own"
    );
    for _ in 0..2 {
        done_line_in(place.path(), OURS);
    }
    // What its user changed is its user's.
    std::fs::write(place.path().join("ours/outcomes.csv"), "my own").unwrap();
    let output = line_in(place.path(), "run --out ours");
    assert_eq!(output.status.code(), Some(73));
    assert!(
        err(&output).contains("was changed since a run wrote it"),
        "{}",
        err(&output)
    );
}

/// A copy without hidden files, such as a clone, is known by its manifest.
#[test]
fn a_copy_without_hidden_files_is_replaced_as_a_run() {
    let place = tempfile::tempdir().unwrap();
    let ours = place.path().join("ours");
    done_line_in(place.path(), OURS);
    std::fs::write(ours.join("notes.txt"), "kept").unwrap();
    std::fs::remove_file(ours.join(".offramp.files")).unwrap();
    done_line_in(place.path(), &format!("{OURS} --charts none"));
    assert_eq!(std::fs::read(ours.join("notes.txt")).unwrap(), b"kept");
    assert_eq!(
        entries(&ours.join("charts")),
        0,
        "no stale charts stay beside them"
    );
    // Another command does not take the place of a run.
    let before = files(&ours);
    let output = line_in(
        place.path(),
        "compare iran-pakistan-2024 hotline --trials 100 --out ours",
    );
    assert_eq!(output.status.code(), Some(73));
    assert!(err(&output).contains("holds a run"), "{}", err(&output));
    assert!(files(&ours) == before);
}
