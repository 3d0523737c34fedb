//! What bad luck leaves of a run: a signal, a full disk, a reader that goes away. All on the
//! program itself.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use crate::common::processes::{kill, passing, signal, spawn, wait_until};
use crate::common::program::{
    done_line_in, entries, err, files, line_in, offramp_in, out, shell_in,
};
use crate::common::whole::broken;
use serde_json::Value;

/// Files that are not those that the manifest beside them tells of.
fn mixed(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    use sha2::{Digest, Sha256};
    let Some(manifest) = files.get("manifest.json") else {
        return Vec::new();
    };
    let manifest: Value = serde_json::from_slice(manifest).unwrap();
    let told = manifest["files"].as_object().unwrap().iter();
    let hex = |bytes: &[u8]| {
        Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<Vec<_>>()
            .concat()
    };
    let other = told.filter(|(name, sha)| {
        files
            .get(*name)
            .is_none_or(|bytes| hex(bytes) != sha.as_str().unwrap())
    });
    other.map(|(name, _)| name.clone()).collect()
}

/// A run that goes on until it is stopped.
const ENDLESS: &str = "run --trials 900_000_000 --out r --trials-csv";

/// A run that goes on until it is stopped, and holds its folder.
fn endless_run(folder: &Path) -> Child {
    let process = spawn(folder, ENDLESS);
    wait_until(|| folder.join("r/.offramp.lock").exists());
    process
}

#[test]
fn a_stopped_run_reports_what_it_has_and_can_be_run_again() {
    let place = tempfile::tempdir().unwrap();
    let process = endless_run(place.path());
    std::thread::sleep(Duration::from_millis(400));
    signal(&process, "INT");
    let asked = Instant::now();
    let output = process.wait_with_output().unwrap();
    assert!(
        asked.elapsed() < Duration::from_secs(10),
        "{:?}",
        asked.elapsed()
    );
    assert_eq!(output.status.code(), Some(130), "{}", err(&output));
    assert!(
        err(&output).contains("stopped after") && err(&output).contains("of 900,000,000 trials"),
        "{}",
        err(&output)
    );
    assert!(out(&output).contains(" run, stopped early)"));
    let found = files(&place.path().join("r"));
    assert_eq!(
        found
            .iter()
            .filter_map(|(name, bytes)| broken(name, bytes))
            .count(),
        0
    );
    let manifest: Value = serde_json::from_slice(&found["manifest.json"]).unwrap();
    let done = manifest["trials_done"].as_u64().unwrap();
    assert_eq!(manifest["complete"], false);
    let lines = String::from_utf8_lossy(&found["trials.csv"])
        .lines()
        .count() as u64;
    assert_eq!(lines, done + 1);
    let again = offramp_in(place.path(), &["rerun", "r/manifest.json", "--quiet"]);
    assert!(again.status.success(), "{}", err(&again));
}

#[test]
fn a_run_stopped_at_once_says_that_it_has_nothing() {
    let place = tempfile::tempdir().unwrap();
    // Long trials, so that not even the first of them are done.
    let long =
        "--set horizon_days=3650 --set actors.*.response_days=0.05 --set actors.*.unauthorised=1";
    let process = spawn(
        place.path(),
        &format!("run --trials 1_000_000 --out r --threads 1 {long}"),
    );
    wait_until(|| place.path().join("r/.offramp.lock").exists());
    signal(&process, "INT");
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let found = files(&place.path().join("r"));
    assert!(
        err(&output).contains("stopped")
            && (found.is_empty() || found.contains_key("manifest.json")),
        "{}",
        err(&output)
    );
}

#[test]
fn of_two_runs_into_one_folder_one_says_who_holds_it() {
    let place = tempfile::tempdir().unwrap();
    let first = endless_run(place.path());
    let second = line_in(place.path(), "run --trials 100 --out r");
    assert_eq!(second.status.code(), Some(75), "{}", err(&second));
    assert!(
        err(&second).contains(&format!("process {}", first.id())),
        "{}",
        err(&second)
    );
    kill(first);
    done_line_in(place.path(), "run --trials 100 --out r --quiet");
}

/// A run that takes a moment, and writes every kind of file.
const WITH_TRIALS: &str = "run --trials 60_000 --trials-csv --out r --quiet";

/// kill -9 at many moments: no file under a final name is broken, and the next run clears up and
/// succeeds.
#[test]
fn a_killed_run_leaves_no_broken_file() {
    let place = tempfile::tempdir().unwrap();
    let moments: u64 = std::env::var("OFFRAMP_KILLS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(25);
    let begun = Instant::now();
    done_line_in(place.path(), WITH_TRIALS);
    let whole = begun.elapsed();
    let mut random = crate::common::Dice(20_240_116);
    for moment in 0..moments {
        let mut process = spawn(
            place.path(),
            &format!("{WITH_TRIALS} --seed {}", moment + 2),
        );
        std::thread::sleep(whole.mul_f64(random.between(0.0, 1.2)));
        let _ = process.kill();
        process.wait().unwrap();
        let found = files(&place.path().join("r"));
        let broken: Vec<String> = found
            .iter()
            .filter_map(|(name, bytes)| broken(name, bytes))
            .collect();
        assert!(broken.is_empty(), "at moment {moment}: {broken:?}");
        assert!(
            mixed(&found).is_empty(),
            "at moment {moment}: {:?} of another run",
            mixed(&found)
        );
    }
    done_line_in(
        place.path(),
        "run --trials 1_000 --trials-csv --out r --quiet",
    );
    let passing = ["r", "r/charts"].map(|folder| passing(&place.path().join(folder)).len());
    assert_eq!(passing, [0, 0], "the next run clears up");
}

/// A disk that is full after so many blocks of 512 bytes: told, with the file, and what was there
/// is intact.
#[test]
fn a_full_disk_is_reported_and_earlier_files_stay() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(
        place.path(),
        "run --trials 2_000 --trials-csv --out r --quiet",
    );
    let before = files(&place.path().join("r"));
    for blocks in [0, 1, 2, 5, 11, 17, 33, 64, 100, 240, 280] {
        let script = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec offramp run --trials 2_000 --seed 2 --trials-csv --out r --quiet"
        );
        let output = shell_in(place.path(), &script);
        let code = output.status.code();
        assert!(
            code == Some(74) || code == Some(73) && blocks == 0,
            "{blocks}: {code:?} {}",
            err(&output)
        );
        assert!(
            (err(&output).contains(" r/") || err(&output).contains(" r:"))
                && err(&output).contains("help: "),
            "{}",
            err(&output)
        );
        assert!(files(&place.path().join("r")) == before, "{blocks}");
    }
}

#[test]
fn a_closed_pipe_ends_quietly_with_its_files_complete() {
    let place = tempfile::tempdir().unwrap();
    let output = shell_in(place.path(), "offramp run --trials 1000 --out r | true");
    assert!(err(&output).is_empty(), "{}", err(&output));
    assert!(files(&place.path().join("r")).contains_key("manifest.json"));
    assert_eq!(entries(place.path()), 1);
}

#[test]
fn a_second_ctrl_c_ends_at_once() {
    let place = tempfile::tempdir().unwrap();
    let process = endless_run(place.path());
    std::thread::sleep(Duration::from_millis(300));
    signal(&process, "INT");
    std::thread::sleep(Duration::from_millis(20));
    signal(&process, "INT");
    let asked = Instant::now();
    let output = process.wait_with_output().unwrap();
    assert!(output.status.code() == Some(130) && asked.elapsed() < Duration::from_secs(2));
}
