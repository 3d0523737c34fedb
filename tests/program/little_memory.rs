//! Little memory: what a picture lacks costs that picture, and nothing else.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::Output;

use crate::common::program::{err, files, offramp_in, out, shell_in};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// So many kilobytes are allowed.
const ALLOWED: [u32; 12] = [
    20_000, 24_000, 28_000, 31_000, 34_000, 38_000, 45_000, 52_000, 60_000, 80_000, 100_000,
    150_000,
];

/// Commands that draw, and the files besides charts that each writes.
const COMMANDS: [(&str, &[&str]); 3] = [
    (
        "run --trials 500 --threads 4",
        &[
            "dictionary.csv",
            "levels.csv",
            "manifest.json",
            "outcomes.csv",
            "scenario.toml",
            "study.json",
            "summary.json",
        ],
    ),
    (
        "compare iran-pakistan-2024 hotline spiral --trials 200",
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
        "sweep --vary relations.crisis_communication=0..1:5 --trials 100",
        &[
            "dictionary.csv",
            "manifest.json",
            "study.json",
            "sweep.csv",
            "sweep.json",
        ],
    ),
];

fn with(kilobytes: u32, folder: &Path, command: &str) -> Output {
    shell_in(
        folder,
        &format!("ulimit -v {kilobytes}; exec offramp {command}"),
    )
}

/// The files are those that the manifest beside them tells of, to the byte.
fn assert_whole(folder: &Path) {
    let found = files(folder);
    let manifest: Value = serde_json::from_slice(&found["manifest.json"]).unwrap();
    let told = manifest["files"].as_object().unwrap();
    assert_eq!(told.len() + 1, found.len());
    for (name, digest) in told {
        let ours = Sha256::digest(&found[name])
            .iter()
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        assert_eq!(digest, &Value::from(ours), "{name}");
    }
}

#[test]
fn a_chart_without_memory_loses_no_other_file() {
    for (command, data) in COMMANDS {
        let (mut short, mut enough) = (0, 0);
        for kilobytes in ALLOWED {
            let place = tempfile::tempdir().unwrap();
            let output = with(kilobytes, place.path(), &format!("{command} --out r"));
            let told = err(&output);
            match output.status.code() {
                Some(0) => enough += 1,
                Some(71) => {
                    assert!(
                        told.contains("too little memory to draw a chart: charts/"),
                        "{told}"
                    );
                    assert!(
                        told.contains("all other files are there")
                            && told.contains("--charts none"),
                        "{told}"
                    );
                    short += 1;
                }
                // As little as that is too little for the program itself.
                code => panic!("{command}, {kilobytes} kB: {code:?} {told}"),
            }
            assert!(
                out(&output).contains("Files:"),
                "{command}, {kilobytes} kB: {}",
                out(&output)
            );
            let found = files(&place.path().join("r"));
            let others: Vec<&str> = found
                .keys()
                .map(String::as_str)
                .filter(|name| !name.starts_with("charts/"))
                .collect();
            assert_eq!(others, data, "{command}, {kilobytes} kB");
            assert_whole(&place.path().join("r"));
        }
        assert!(short > 0 && enough > 0, "{command}: {short}, {enough}");
    }
}

/// With more memory the charts come, and what was there is the same.
#[test]
fn a_run_again_draws_the_charts_that_were_missing() {
    for (command, _) in COMMANDS {
        let place = tempfile::tempdir().unwrap();
        assert_eq!(
            with(20_000, place.path(), &format!("{command} --out r"))
                .status
                .code(),
            Some(71)
        );
        let again = offramp_in(place.path(), &["rerun", "r/manifest.json"]);
        assert_eq!((again.status.code(), err(&again).as_str()), (Some(0), ""));
        assert!(
            files(&place.path().join("r-again"))
                .keys()
                .any(|name| name.contains(".png"))
        );
        assert_whole(&place.path().join("r-again"));
    }
}

/// A sweep of many points is refused before its first.
#[test]
fn too_many_points_for_the_memory_are_reported_beforehand() {
    let place = tempfile::tempdir().unwrap();
    let sweep = "sweep --vary relations.crisis_communication=0..1:100 --vary relations.trust=0..1:100 --trials 100 --out r";
    let output = with(28_000, place.path(), sweep);
    assert_eq!(output.status.code(), Some(71), "{}", err(&output));
    assert!(
        err(&output).contains("too little memory for 10,000 points"),
        "{}",
        err(&output)
    );
    assert!(output.stdout.is_empty() && !place.path().join("r").exists());
}
