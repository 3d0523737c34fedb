//! Work is kept: what was computed is printed whatever becomes of the files, a run that is stopped
//! says what it has, and signals that are ignored stay ignored.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::common::program::{err, files, offramp_in, out, place_with_case, program, shell_in};
use serde_json::Value;

/// Every command that runs trials and writes files, briefly.
const RUNS: [&[&str]; 5] = [
    &["run", "case.toml", "--trials", "500"],
    &["run", "case.toml", "--trials", "500", "--trials-csv"],
    &["compare", "case.toml", "spiral", "--trials", "500"],
    &[
        "sweep",
        "case.toml",
        "--vary",
        "relations.crisis_communication=0..1:3",
        "--trials",
        "500",
    ],
    &[
        "tip",
        "case.toml",
        "--vary",
        "relations.crisis_communication=0..1",
        "--outcome",
        "wars",
        "--share",
        "0.1",
        "--trials",
        "50",
    ],
];

/// What was computed is printed, the same to the byte, where its files cannot be written; and the
/// exit code says so.
#[test]
fn what_was_computed_is_printed_on_a_full_disk() {
    for command in RUNS {
        for format in ["table", "json"] {
            let place = place_with_case();
            let line = [command, &["--format", format]].concat();
            let alone = out(&offramp_in(
                place.path(),
                &[&line[..], &["--no-files"]].concat()[..]
                    .iter()
                    .copied()
                    .filter(|word| *word != "--trials-csv")
                    .collect::<Vec<_>>(),
            ));
            let shown = alone.split("\nTry next").next().unwrap().trim_end();
            for blocks in [1, 8] {
                let script = format!(
                    "trap '' XFSZ; ulimit -f {blocks}; exec offramp {} --out r",
                    line.join(" ")
                );
                let output = shell_in(place.path(), &script);
                assert_eq!(
                    output.status.code(),
                    Some(74),
                    "{blocks} blocks, {line:?}: {}",
                    err(&output)
                );
                assert_eq!(
                    out(&output).trim_end(),
                    shown,
                    "{blocks} blocks, {line:?}: {}",
                    err(&output)
                );
                assert!(!err(&output).contains("other error"), "{}", err(&output));
            }
        }
    }
}

/// The counts of a shard on a full disk: printed to the byte, so that saved they can be put
/// together with the others.
#[test]
fn a_shard_is_printed_on_a_full_disk() {
    for options in ["", " --quiet", " --format json"] {
        for blocks in [1, 8] {
            let place = place_with_case();
            let shard =
                |part: &str| format!("run case.toml --trials 500 --shard {part} --out r{options}");
            let script = format!(
                "trap '' XFSZ; ulimit -f {blocks}; exec offramp {}",
                shard("1/2")
            );
            let output = shell_in(place.path(), &script);
            assert_eq!(output.status.code(), Some(74), "{}", err(&output));
            assert!(
                err(&output).contains("the counts of shard 1 of 2 are printed instead"),
                "{}",
                err(&output)
            );
            assert!(
                err(&output).contains("cannot write r/shard-1-of-2.json"),
                "{}",
                err(&output)
            );
            std::fs::write(place.path().join("saved.json"), &output.stdout).unwrap();
            for words in [
                &shard("2/2"),
                "merge saved.json r/shard-2-of-2.json --out merged --quiet",
            ] {
                let output = offramp_in(place.path(), &words.split(' ').collect::<Vec<_>>());
                assert!(output.status.success(), "{words}: {}", err(&output));
            }
        }
    }
}

/// Begins a tip in `r`, stops it after a while, and waits for its end.
fn stopped_tip(folder: &Path, more: &str, after: Duration) -> Output {
    let words = format!("tip --outcome answer --out r {more}");
    let mut tip = program();
    tip.args(words.split(' '))
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let tip = tip.spawn().unwrap();
    let begun = Instant::now();
    while !folder.join("r/.offramp.lock").exists() {
        assert!(begun.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(5));
    }
    std::thread::sleep(after);
    let sent = Command::new("kill")
        .args(["-TERM", &tip.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
    tip.wait_with_output().unwrap()
}

/// A tip that is stopped reports what its looks bear, as stopped runs and sweeps do, and keeps its
/// files.
#[test]
fn a_stopped_tip_reports_its_looks() {
    let place = tempfile::tempdir().unwrap();
    // A quarter of a second for each of 41 points.
    let begun = Instant::now();
    offramp_in(place.path(), &["run", "--trials", "200_000", "--no-files"]);
    let trials = (200_000.0 * 0.25 / begun.elapsed().as_secs_f64()).ceil();
    let long =
        format!("--vary actors.pakistan.shock_of_surprise=0..1 --share 0.8 --trials {trials}");
    let output = stopped_tip(place.path(), &long, Duration::from_millis(2500));
    let (told, shown) = (err(&output), out(&output));
    assert_eq!(output.status.code(), Some(130), "{told}");
    assert!(
        told.contains("stopped after ") && told.contains(" of 41 points"),
        "{told}"
    );
    assert!(
        told.contains("what is reported is of those points"),
        "{told}"
    );
    assert!(
        shown.contains("(stopped early)")
            && shown.contains("\nIt was stopped after ")
            && shown.contains("First answer uses force, of "),
        "{shown}"
    );
    let found = files(&place.path().join("r"));
    let json: Value = serde_json::from_slice(&found["tip.json"]).unwrap();
    let looks = json["looks"].as_array().unwrap().len();
    assert!(
        (2..41).contains(&looks) && json["complete"] == false,
        "{looks}"
    );
    assert_eq!(
        String::from_utf8_lossy(&found["tip.csv"]).lines().count(),
        looks + 1
    );
    let manifest: Value = serde_json::from_slice(&found["manifest.json"]).unwrap();
    assert_eq!(manifest["complete"], false);
}

#[test]
fn a_tip_that_is_stopped_at_once_says_that_it_has_nothing() {
    let place = tempfile::tempdir().unwrap();
    let long = "--vary actors.pakistan.shock_of_surprise=0..1 --share 0.8 --trials 900_000_000";
    let output = stopped_tip(place.path(), long, Duration::ZERO);
    assert_eq!(output.status.code(), Some(130), "{}", err(&output));
    assert!(
        err(&output).contains("stopped before two points were done"),
        "{}",
        err(&output)
    );
    assert!(output.stdout.is_empty() && files(&place.path().join("r")).is_empty());
}

/// Where the system gives no more threads, one does the work, the charts included; and what comes
/// of it is the same to the byte.
#[cfg(target_os = "linux")]
#[test]
fn without_threads_the_same_results_are_made() {
    use std::os::unix::fs::PermissionsExt;
    let place = place_with_case();
    let words = "run case.toml --trials 3_000 --seed 5";
    for threads in [1, 2] {
        let output = shell_in(
            place.path(),
            &format!("offramp {words} --threads {threads} --out of-{threads}"),
        );
        assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    }
    let made = |name: &str| files(&place.path().join(name));
    assert!(made("of-1") == made("of-2"));
    // The limit holds for no root: another user's rights are taken, and a copy of the program that
    // it may run.
    std::fs::set_permissions(place.path(), std::fs::Permissions::from_mode(0o777)).unwrap();
    std::fs::copy(env!("CARGO_BIN_EXE_offramp"), place.path().join("copy")).unwrap();
    let alone = "ulimit -p 1 2>/dev/null || ulimit -u 1; exec ./copy";
    let as_another = |line: &str| {
        let line = format!("{alone} {line}");
        let script = format!(
            "if [ $(id -u) = 0 ]; then exec setpriv --reuid 65534 --regid 65534 --clear-groups sh -c '{line}'; else {line}; fi"
        );
        shell_in(place.path(), &script)
    };
    if as_another("--version").status.success() {
        let run = as_another(&format!("{words} --threads 8 --out r"));
        assert_eq!((run.status.code(), err(&run).as_str()), (Some(0), ""));
        assert!(made("r") == made("of-1"));
        let compared = as_another("compare case.toml spiral --trials 300 --threads 8 --out c");
        assert_eq!(
            (compared.status.code(), err(&compared).as_str()),
            (Some(0), "")
        );
    }
}

/// A signal that was ignored when the program began stays ignored, as `nohup` has it; the others
/// end a run as ever.
#[test]
fn a_signal_that_was_ignored_stays_ignored() {
    let run = "offramp run case.toml --trials 900_000_000_000 --no-files & pid=$!; sleep 0.6";
    let end = "sleep 0.6; kill -0 $pid && echo lives; kill -KILL $pid; wait $pid; echo code $?";
    for (ignored, sent, lives) in [
        ("trap '' HUP", "HUP", true),
        ("trap '' TERM", "TERM", true),
        ("trap '' HUP", "TERM", false),
        (":", "HUP", false),
        (":", "TERM", false),
        // A shell without job control starts what runs beside it with SIGINT ignored.
        (":", "INT", true),
    ] {
        let place = place_with_case();
        let output = shell_in(
            place.path(),
            &format!("{ignored}; {run}; kill -{sent} $pid; {end}"),
        );
        let told = out(&output);
        assert_eq!(
            told.contains("lives"),
            lives,
            "{ignored}, {sent}: {told} {}",
            err(&output)
        );
        if !lives {
            assert!(
                told.contains("code 130") && told.contains("stopped early"),
                "{ignored}, {sent}: {told}"
            );
        }
    }
}
