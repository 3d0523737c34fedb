//! What is stopped takes no whole result's place, and what is replaced is told.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::common::program::{err, files, offramp_in, out, place_with_case, program, shell_in};
use serde_json::Value;

fn run(folder: &Path, line: &str) -> Output {
    let output = offramp_in(folder, &line.split(' ').collect::<Vec<_>>());
    assert!(output.status.success(), "{line}: {}", err(&output));
    output
}

/// Runs a line and stops it after a while.
fn stopped(folder: &Path, line: &str, after: Duration) -> Output {
    let mut command = program();
    command
        .args(line.split(' '))
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let process = command.spawn().unwrap();
    std::thread::sleep(after);
    assert!(
        Command::new("kill")
            .args(["-TERM", &process.id().to_string()])
            .status()
            .unwrap()
            .success()
    );
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{line}: {}", err(&output));
    output
}

fn is_complete(manifest: &Path) -> bool {
    let manifest: Value = serde_json::from_slice(&std::fs::read(manifest).unwrap()).unwrap();
    manifest["complete"].as_bool().unwrap()
}

/// How many trials take about a tenth of a second on this machine.
fn trials_in_a_tenth_of_a_second() -> f64 {
    let place = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    run(
        place.path(),
        "run reference-class --trials 200_000 --no-files",
    );
    (20_000.0 / begun.elapsed().as_secs_f64()).ceil()
}

/// Of every command that reports what it has when it is stopped: a whole result stays, and the part
/// lies beside it; the next part takes nothing's place either, and a whole result takes that of the
/// earlier one.
#[test]
fn a_part_replaces_no_whole_result() {
    let tenth = trials_in_a_tenth_of_a_second();
    for (line, seconds) in [
        ("run case.toml", 1.0),
        ("compare case.toml spiral", 1.0),
        ("why case.toml", 1.0),
        (
            "sweep case.toml --vary relations.crisis_communication=0..1:80 --charts none",
            3.0,
        ),
        (
            "tip case.toml --vary relations.crisis_communication=0..1 --outcome wars --share 0.1",
            3.0,
        ),
    ] {
        let place = place_with_case();
        let long = if ["run", "compare", "why"]
            .iter()
            .any(|command| line.starts_with(command))
        {
            90_000_000.0
        } else {
            tenth
        };
        run(place.path(), &format!("{line} --trials 60 --out r --quiet"));
        let before = files(&place.path().join("r"));
        for beside in ["r/new-1", "r/new-2"] {
            let line = format!("{line} --trials {long} --out r");
            let output = stopped(place.path(), &line, Duration::from_secs_f64(seconds));
            assert!(
                err(&output).contains("note: kept the earlier"),
                "{line}: {}",
                err(&output)
            );
            let lies = format!("which is whole; what was stopped lies in {beside}\n");
            assert!(err(&output).contains(&lies), "{line}: {}", err(&output));
            assert!(
                out(&output)
                    .lines()
                    .any(|line| line.split("    ").next() == Some(&format!("Files:  {beside}"))),
                "{line}: {}",
                out(&output)
            );
            assert!(
                !is_complete(&place.path().join(beside).join("manifest.json")),
                "{line}"
            );
        }
        let mut after = files(&place.path().join("r"));
        after.retain(|name, _| !name.starts_with("new-"));
        assert!(after == before, "{line}");
        run(place.path(), &format!("{line} --trials 70 --out r --quiet"));
        assert!(
            is_complete(&place.path().join("r/manifest.json"))
                && files(&place.path().join("r")) != before
        );
    }
}

/// Where there is no whole result, a part has the place, and gives way to the next.
#[test]
fn a_part_gives_way_to_what_comes_later() {
    let place = place_with_case();
    for _ in 0..2 {
        stopped(
            place.path(),
            "run case.toml --trials 90_000_000 --out r",
            Duration::from_secs(1),
        );
        assert!(
            !is_complete(&place.path().join("r/manifest.json"))
                && !place.path().join("r/new-1").exists()
        );
    }
    run(
        place.path(),
        "run case.toml --trials 50 --out whole --quiet",
    );
    let refused = offramp_in(
        place.path(),
        &["rerun", "r/manifest.json", "--out", "whole"],
    );
    assert_eq!(refused.status.code(), Some(73), "{}", err(&refused));
    assert!(
        err(&refused).contains("holds a whole result, and the one to run again was stopped"),
        "{}",
        err(&refused)
    );
    run(place.path(), "run case.toml --trials 50 --out r --quiet");
    assert!(is_complete(&place.path().join("r/manifest.json")));
}

/// A rerun that is stopped writes nothing, of a study as of a run.
#[test]
fn a_rerun_that_is_stopped_writes_nothing() {
    let place = place_with_case();
    let begun = Instant::now();
    run(
        place.path(),
        "sweep case.toml --vary relations.crisis_communication=0..1:40 --trials 20_000 --out s --charts none",
    );
    let whole = begun.elapsed();
    run(
        place.path(),
        "run case.toml --trials 600_000 --out r --charts none",
    );
    run(place.path(), "rerun s/manifest.json");
    run(place.path(), "rerun r/manifest.json");
    for (name, after) in [("s", whole.mul_f64(0.5)), ("r", Duration::from_millis(60))] {
        let before = files(&place.path().join(format!("{name}-again")));
        let mut rerun = program();
        rerun
            .args(["rerun", &format!("{name}/manifest.json")])
            .current_dir(place.path());
        let rerun = rerun
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        std::thread::sleep(after);
        let _ = Command::new("kill")
            .args(["-TERM", &rerun.id().to_string()])
            .status();
        let output = rerun.wait_with_output().unwrap();
        // A quick one may have come to its end.
        if output.status.code() == Some(130) {
            assert!(
                err(&output).contains("again") && err(&output).contains("nothing was written"),
                "{}",
                err(&output)
            );
        }
        assert!(
            files(&place.path().join(format!("{name}-again"))) == before,
            "{name}"
        );
    }
}

/// `--quiet` is no leave to replace a result in silence: only what is the same to the byte goes
/// without a word.
#[test]
fn what_is_replaced_is_reported_also_in_quiet() {
    let place = place_with_case();
    let few = "--trials 60 --charts none";
    for line in [
        format!("run case.toml {few}"),
        format!("compare case.toml spiral {few}"),
        format!("sweep case.toml --vary relations.crisis_communication=0..1:3 {few}"),
        format!(
            "tip case.toml --vary relations.crisis_communication=0..1 --outcome wars --share 0.1 {few}"
        ),
    ] {
        let out = line.split(' ').next().unwrap();
        let told = |more: &str| {
            err(&run(
                place.path(),
                &format!("{line} --out {out} --quiet{more}"),
            ))
        };
        assert_eq!([told(""), told("")], ["", ""], "{line}");
        assert!(
            told(" --seed 2").contains("note: replaced the earlier"),
            "{line}"
        );
        let again = format!("rerun {out}/manifest.json --out again-{out} --quiet");
        assert_eq!(
            [(); 2].map(|()| err(&run(place.path(), &again))),
            ["", ""],
            "{line}"
        );
        run(
            place.path(),
            &format!("{line} --seed 3 --out {out} --quiet"),
        );
        assert!(
            err(&run(place.path(), &again)).contains("note: replaced the earlier"),
            "{line}"
        );
    }
}

/// What was replaced is told whatever becomes of standard output, and that standard output fails is
/// told once.
#[test]
fn what_is_replaced_is_reported_where_standard_output_fails() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    for line in [
        "run case.toml",
        "sweep case.toml --vary relations.crisis_communication=0..1:3",
    ] {
        let place = place_with_case();
        let full = format!("offramp {line} --trials 60 --charts none --out r > /dev/full");
        for note in [false, true] {
            let output = shell_in(place.path(), &full);
            assert_eq!(output.status.code(), Some(74), "{line}");
            assert_eq!(
                err(&output).contains("note: replaced the earlier"),
                note,
                "{line}: {}",
                err(&output)
            );
            assert_eq!(
                err(&output)
                    .matches("cannot write to standard output")
                    .count(),
                1,
                "{}",
                err(&output)
            );
        }
    }
}
