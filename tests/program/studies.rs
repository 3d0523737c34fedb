//! Sweeps, tips and their files, on the program itself: each point is the single run, and what
//! makes no sense is refused.

use std::collections::BTreeSet;

use crate::common::program::{done_line_in, entries, err, json, line_in, out};

/// Every point of a sweep is the single run with the same `--set`, in all its estimates.
#[test]
fn every_point_of_a_sweep_is_the_single_run() {
    let settings = [
        "--trials",
        "3_000",
        "--seed",
        "8",
        "--without",
        "few-deaths",
    ];
    for (vary, second) in [
        ("actors.*.restraint=0..1:4", None),
        ("arguments.china-counsels=0..1:3", None),
        ("mediators.china.engages_per_day=0.01..1:3:log", None),
        (
            "relations.crisis_communication=[0.1, 0.7]",
            Some("horizon_days=[30, 60]"),
        ),
    ] {
        let more: Vec<&str> = second
            .iter()
            .flat_map(|second| ["--vary", second])
            .collect();
        let sweep = json(&[&["sweep", "--vary", vary], more.as_slice(), &settings].concat());
        let paths: Vec<&str> = sweep["axes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|axis| axis["path"].as_str().unwrap())
            .collect();
        let points = sweep["points"].as_array().unwrap();
        assert!(points.len() >= 3);
        for point in points {
            let set: Vec<String> = paths
                .iter()
                .zip(point["values"].as_array().unwrap())
                .map(|(path, value)| format!("--set={path}={}", value.as_f64().unwrap()))
                .collect();
            let set: Vec<&str> = set.iter().map(String::as_str).collect();
            let single = json(&[&["run", "--quiet"], set.as_slice(), &settings].concat());
            for (key, estimates) in point["findings"].as_object().unwrap() {
                assert_eq!(estimates, &single[key], "{vary} at {set:?}: {key}");
            }
        }
    }
}

#[test]
fn a_tip_is_where_the_share_crosses() {
    let options = ["--trials", "4_000"];
    let words = [
        "tip",
        "--vary",
        "actors.pakistan.shock_of_surprise=0..1",
        "--outcome",
        "answer",
        "--share",
        "0.9",
    ];
    let tip = json(&[&words[..], &options].concat());
    assert_eq!(tip["crossings"].as_array().unwrap().len(), 1);
    let [at, low, high] =
        ["value", "low", "high"].map(|key| tip["crossings"][0][key].as_f64().unwrap());
    assert!(low < at && at < high);
    let answer = |shock_of_surprise: f64| {
        let set = format!("--set=actors.pakistan.shock_of_surprise={shock_of_surprise:?}");
        let run = json(&[&["run", "--quiet", &set], &options[..]].concat());
        let forceful = [
            "covert",
            "strike-militants",
            "strike-military",
            "campaign",
            "war",
        ];
        forceful
            .iter()
            .map(|rung| run["first_answer"][rung]["share"].as_f64().unwrap())
            .sum::<f64>()
    };
    assert!(answer(at - 0.01) < 0.9 && answer(at + 0.01) > 0.9, "{at}");
}

#[test]
fn a_share_that_is_never_reached_has_no_tip() {
    let place = tempfile::tempdir().unwrap();
    let line = "tip --vary relations.trust=0..1 --outcome war --share 0.9 --trials 300 --no-files";
    let never = out(&line_in(place.path(), line));
    assert!(never.contains("stay below 90 of 100 histories"), "{never}");
}

/// Lines that make no sense, the exit code of each, and what the refusal says.
const NONSENSE: [(&str, i32, &str); 26] = [
    ("sweep --vary x=0..1", 65, "leads nowhere"),
    (
        "sweep --vary relations.crisis_comunication=0..1",
        65,
        "did you mean `crisis_communication`?",
    ),
    (
        "sweep --vary relations.crisis_communication=0..0",
        2,
        "two different ends",
    ),
    (
        "sweep --vary relations.crisis_communication=0..1:0",
        2,
        "2 to 10000 points",
    ),
    (
        "sweep --vary relations.crisis_communication=0..1:1",
        2,
        "2 to 10000 points",
    ),
    (
        "sweep --vary relations.crisis_communication=0..1:100000000000000000000",
        2,
        "more than any axis can have",
    ),
    (
        "sweep --vary relations.crisis_communication=0..1:1e20",
        2,
        "number of points",
    ),
    (
        "sweep --vary relations.crisis_communication=0..1:5:log",
        2,
        "above 0",
    ),
    (
        "sweep --vary relations.crisis_communication=0..nan",
        2,
        "no number",
    ),
    (
        "sweep --vary relations.crisis_communication=0..2",
        65,
        "between 0 and 1",
    ),
    (
        "sweep --vary relations.crisis_communication=0..2",
        65,
        " --> --vary:1:",
    ),
    ("sweep --vary opening.rung=0..1", 65, "must be text"),
    (
        "sweep --vary relations.crisis_communication",
        2,
        "PATH=FROM..TO",
    ),
    (
        "sweep --vary relations.crisis_communication=0..1:200 --vary relations.trust=0..1:200",
        2,
        "200 x 200 = 40,000 points",
    ),
    (
        "sweep --vary relations.crisis_communication=0..1 --vary relations.crisis_communication=0..1",
        2,
        "is varied twice",
    ),
    (
        "sweep --vary relations.crisis_communication=0..1 --set relations.crisis_communication=0.3",
        2,
        "both set and varied",
    ),
    (
        "tip --vary relations.crisis_communication=0..1 --outcome acts --share 0.5",
        2,
        "no share",
    ),
    (
        "tip --vary relations.crisis_communication=0..1 --outcome one-roun --share 0.5",
        2,
        "did you mean `one-round`?",
    ),
    (
        "tip --vary relations.crisis_communication=0..1 --outcome several-rounds --share 1.5",
        2,
        "between 0 and 1",
    ),
    (
        "tip --vary horizon_days=30..90 --outcome war --share 0.1",
        2,
        "whole number",
    ),
    (
        "compare hotline apologised apologised",
        2,
        "two variants are called",
    ),
    ("compare iran-pakistan-2024", 2, "1 to 8 variants"),
    (
        "compare iran-pakistan-2024 hotlin",
        66,
        "did you mean `hotline`?",
    ),
    (
        "compare iran-pakistan-2024 --variant 'no label'",
        2,
        "LABEL:",
    ),
    (
        "compare iran-pakistan-2024 --variant 'x: --sett a=1'",
        2,
        "unexpected argument",
    ),
    (
        "compare iran-pakistan-2024 --variant 'x: --set relations.crisis_comunication=1'",
        65,
        "did you mean `crisis_communication`?",
    ),
];

#[test]
fn what_makes_no_sense_is_refused_before_anything_is_run() {
    for (line, code, says) in NONSENSE {
        let place = tempfile::tempdir().unwrap();
        let output = line_in(place.path(), line);
        assert_eq!(output.status.code(), Some(code), "{line}: {}", err(&output));
        assert!(err(&output).contains(says), "{line}: {}", err(&output));
        assert!(
            output.stdout.is_empty() && entries(place.path()) == 0,
            "{line}"
        );
    }
}

/// Studies, the folder that each is written to, and the files in it.
const FILES: [(&str, &str, &[&str]); 3] = [
    (
        "compare iran-pakistan-2024 hotline",
        "compare-iran-pakistan-2024--hotline",
        &[
            "compare.json",
            "dictionary.csv",
            "differences.csv",
            "flips.csv",
            "inputs.csv",
            "manifest.json",
            "study.json",
        ],
    ),
    (
        "sweep --vary relations.crisis_communication=0..1:3",
        "sweep-iran-pakistan-2024--relations.crisis_communication=0..1x3,wars",
        &[
            "dictionary.csv",
            "manifest.json",
            "study.json",
            "sweep.csv",
            "sweep.json",
        ],
    ),
    (
        "tip --vary relations.crisis_communication=0..1 --outcome wars --share 0.08",
        "tip-iran-pakistan-2024--relations.crisis_communication=0..1,wars,0.08",
        &[
            "dictionary.csv",
            "manifest.json",
            "study.json",
            "tip.csv",
            "tip.json",
        ],
    ),
];

#[test]
fn files_of_studies_are_whole_and_named() {
    let place = tempfile::tempdir().unwrap();
    for (line, folder, wanted) in FILES {
        done_line_in(place.path(), &format!("{line} --trials 400"));
        let folder = place.path().join("results").join(folder);
        let names: BTreeSet<String> = std::fs::read_dir(&folder)
            .unwrap()
            .flatten()
            .filter(|entry| entry.path().is_file())
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        assert_eq!(names.into_iter().collect::<Vec<_>>(), wanted);
        for name in wanted.iter().filter(|name| !name.ends_with("json")) {
            let bytes = std::fs::read(folder.join(name)).unwrap();
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            assert!(
                reader.records().all(|record| record.is_ok()) && bytes.ends_with(b"\n"),
                "{name}"
            );
        }
    }
}
