//! Nobody's file is replaced or removed, and no work is lost: each trick on the program itself.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Output, Stdio};
use std::time::{Duration, Instant};

use crate::common::program::{err, files, offramp_in, out, program};
use sha2::{Digest, Sha256};

const PRECIOUS: &str = "precious";

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// A list of a run in the right form.
fn list(entries: &[(&str, &str)]) -> String {
    let line = |(name, content): &(&str, &str)| format!("{} {} {name}\n", hex(content.as_bytes()), content.len());
    let body = format!("offramp files 1\nrun\nhotline\n{}", entries.iter().map(line).collect::<String>());
    format!("{body}sha256 {}\n", hex(body.as_bytes()))
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let output = offramp_in(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    output
}

/// Refused with this exit code and these words.
fn refused(folder: &Path, arguments: &[&str], words: &str) {
    let output = offramp_in(folder, arguments);
    assert_eq!(output.status.code(), Some(73), "{arguments:?}: {}", err(&output));
    let told = err(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(words) && told.contains("help: "), "{told}");
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn spawn(folder: &Path, arguments: &[&str]) -> Child {
    program().args(arguments).current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits until something is there.
fn wait_until(is_there: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_there() {
        assert!(begun.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Passing files in a folder.
fn passing(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(".offramp-passing-")).collect()
}

const HOTLINE: [&str; 7] = ["run", "hotline", "--trials", "50", "--quiet", "--out", "results/r"];

/// A folder that came with a repository names a file of its user, with its digest.
#[test]
fn a_list_that_names_another_file_deletes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let thesis = place.path().join("thesis.txt");
    fs::create_dir_all(place.path().join("results/r")).unwrap();
    fs::write(&thesis, PRECIOUS).unwrap();
    for name in ["../../thesis.txt", thesis.to_str().unwrap()] {
        fs::write(place.path().join("results/r/.offramp.files"), list(&[(name, PRECIOUS)])).unwrap();
        refused(place.path(), &HOTLINE, ".offramp.files is no list that this program wrote");
        assert_eq!(text(&thesis), PRECIOUS);
    }
}

/// A table that its user annotates while the run goes on stays; the run's own files are kept, and its table is printed.
#[test]
fn a_table_that_is_annotated_meanwhile_stays() {
    let place = tempfile::tempdir().unwrap();
    let table = place.path().join("r/outcomes.csv");
    run(place.path(), &["run", "hotline", "--trials", "50", "--out", "r"]);
    let before = files(&place.path().join("r"));
    let process = spawn(place.path(), &["run", "hotline", "--trials", "1_500_000", "--trials-csv", "--out", "r"]);
    wait_until(|| !passing(&place.path().join("r")).is_empty());
    fs::write(&table, "my notes").unwrap();
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(73), "{}", err(&output));
    assert!(
        err(&output).contains("was changed since a run wrote it; the new files lie in r/new-1"),
        "{}",
        err(&output)
    );
    assert!(out(&output).contains("How the opening crisis ends"), "what was computed is printed");
    let mut after = files(&place.path().join("r"));
    let new: Vec<String> = after.keys().filter(|name| name.starts_with("new-1/")).cloned().collect();
    assert_eq!(new.len(), before.len() + 1, "with trials.csv: {new:?}");
    after.retain(|name, _| !name.starts_with("new-1/"));
    assert_eq!(after.insert("outcomes.csv".into(), before["outcomes.csv"].clone()).unwrap(), b"my notes");
    assert!(after == before);
    assert!(passing(&place.path().join("r")).is_empty());
}

#[test]
fn charts_that_are_a_link_lead_nowhere() {
    let place = tempfile::tempdir().unwrap();
    run(place.path(), &["run", "hotline", "--trials", "50", "--out", "other", "--quiet"]);
    let before = files(&place.path().join("other"));
    fs::create_dir_all(place.path().join("results/r")).unwrap();
    symlink("../../other/charts", place.path().join("results/r/charts")).unwrap();
    refused(place.path(), &HOTLINE, "results/r/charts is a link to another folder");
    symlink("r", place.path().join("results/link")).unwrap();
    refused(place.path(), &["run", "--out", "results/link/"], "results/link is a link to another folder");
    assert!(files(&place.path().join("other")) == before);
}

/// Also through a second name.
#[test]
fn a_lock_and_a_list_of_somebody_else_are_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("results/r");
    fs::create_dir_all(&folder).unwrap();
    fs::write(place.path().join("thesis"), PRECIOUS).unwrap();
    for name in [".offramp.lock", ".offramp.files"] {
        fs::write(folder.join(name), PRECIOUS).unwrap();
        refused(place.path(), &HOTLINE, "that this program wrote");
        assert_eq!(text(&folder.join(name)), PRECIOUS);
        fs::remove_file(folder.join(name)).unwrap();
        fs::hard_link(place.path().join("thesis"), folder.join(name)).unwrap();
        refused(place.path(), &HOTLINE, "that this program wrote");
        fs::remove_file(folder.join(name)).unwrap();
        assert_eq!(text(&place.path().join("thesis")), PRECIOUS);
    }
}

/// What is there is what the new files are compared with.
#[test]
fn a_run_again_does_not_replace_what_it_is_compared_with() {
    let place = tempfile::tempdir().unwrap();
    run(place.path(), &["run", "hotline", "--trials", "50", "--out", "r", "--quiet"]);
    let options = ["--trials", "50", "--out", "s", "--quiet"];
    run(place.path(), &[&["sweep", "--vary", "relations.channel=0..1:2"], &options[..]].concat());
    symlink("r/manifest.json", place.path().join("link.json")).unwrap();
    symlink("r", place.path().join("same")).unwrap();
    for (manifest, out) in
        [("r/manifest.json", "r"), ("r/manifest.json", "./s/../r/"), ("link.json", "same"), ("s/manifest.json", "s")]
    {
        let before = (files(&place.path().join("r")), files(&place.path().join("s")));
        refused(place.path(), &["rerun", manifest, "--out", out], "is the folder of the manifest itself");
        assert!(before == (files(&place.path().join("r")), files(&place.path().join("s"))));
    }
    for _ in 0..2 {
        run(place.path(), &["rerun", "r/manifest.json"]);
    }
}

#[test]
fn results_of_two_scenarios_do_not_share_a_folder() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("sub")).unwrap();
    let spiral = "extends = \"spiral\"\nname = \"Another\"\n";
    let names = [
        "spiral.toml",
        "sub/spiral.toml",
        "My Case.toml",
        "my-case.toml",
        "\u{62c}\u{646}\u{6af}.toml",
        "\u{548c}\u{5e73}.toml",
        "com1.toml",
    ];
    for name in names {
        fs::write(place.path().join(name), spiral).unwrap();
    }
    let options = ["--trials", "20", "--charts", "none", "--quiet"];
    for (at, name) in names.iter().chain(&["spiral"]).enumerate() {
        let output = run(place.path(), &[&["run", name], &options[..]].concat());
        assert!(err(&output).is_empty());
        assert_eq!(fs::read_dir(place.path().join("results")).unwrap().count(), at + 1, "{name}");
    }
    for change in
        ["--without=china-counsels", "--set=relations.channel=0.9", "--set=relations.channel={ uniform = [0, 1] }"]
    {
        run(place.path(), &[&["run", change], &options[..]].concat());
    }
    for folder in
        ["spiral", "my-case", "iran-pakistan-2024--without-china-counsels", "iran-pakistan-2024--relations.channel=0.9"]
    {
        assert!(place.path().join("results").join(folder).is_dir(), "{folder}");
    }
    let folders = fs::read_dir(place.path().join("results")).unwrap().flatten().map(|entry| entry.file_name());
    assert!(folders.into_iter().all(|name| !name.to_string_lossy().starts_with("com1")));
    // More trials are no other result: they replace it, and a line says so.
    let output = run(place.path(), &["run", "spiral", "--trials", "30", "--charts", "none"]);
    assert!(err(&output).contains("note: replaced the earlier run in results/spiral"), "{}", err(&output));
    // A folder that came to hold another scenario is not replaced in silence.
    fs::rename(place.path().join("results/my-case"), place.path().join("results/hotline")).unwrap();
    refused(place.path(), &["run", "hotline"], "results/hotline holds the run of my-case.toml");
    let output = run(place.path(), &["run", "hotline", "--trials", "20", "--out", "results/hotline"]);
    assert!(err(&output).contains("replaced the earlier run of my-case.toml in results/hotline"), "{}", err(&output));
}

#[test]
fn a_folder_holds_one_kind_of_result() {
    let place = tempfile::tempdir().unwrap();
    let small = ["--trials", "20", "--charts", "none", "--quiet"];
    let commands: [&[&str]; 5] = [
        &["run", "--trials-csv"],
        &["compare", "hotline", "spiral"],
        &["sweep", "--vary", "relations.channel=0..1:2"],
        &["tip", "--vary", "relations.channel=0..1", "--outcome", "wars", "--share", "0.9"],
        &["run", "--shard", "1/2"],
    ];
    for (at, command) in commands.iter().enumerate() {
        let out = format!("{at}");
        run(place.path(), &[command, &small[..], &["--out", &out]].concat());
        let before = files(&place.path().join(&out));
        for other in commands.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other) {
            refused(place.path(), &[other, &small[..], &["--out", &out]].concat(), "a folder holds one kind of result");
        }
        assert!(files(&place.path().join(&out)) == before);
    }
    // A shard of another seed, scenario or number of trials does not replace the one that is there; the same does.
    let shard = ["run", "--shard", "1/2", "--charts", "none", "--quiet", "--out", "4"];
    for other in [&["--trials", "20", "--seed", "2"][..], &["hotline", "--trials", "20"], &["--trials", "22"]] {
        refused(place.path(), &[&shard[..], other].concat(), "is not this part of this run");
    }
    let before = files(&place.path().join("4"));
    run(place.path(), &[&shard[..], &["--trials", "20"]].concat());
    assert!(files(&place.path().join("4")) == before);
}

/// What a killed shard left is cleared away by the next; what a live one holds is not.
#[test]
fn what_killed_shards_leave_is_cleared_away() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("parts");
    let shard = |part: &'static str, trials: &'static str| {
        ["run", "--shard", part, "--trials", trials, "--out", "parts", "--quiet"]
    };
    let mut killed = spawn(place.path(), &shard("1/3", "900_000_000"));
    wait_until(|| passing(&folder).len() == 1);
    let mut live = spawn(place.path(), &shard("2/3", "900_000_000"));
    wait_until(|| passing(&folder).len() == 2);
    killed.kill().unwrap();
    killed.wait().unwrap();
    run(place.path(), &shard("3/3", "300"));
    assert_eq!(passing(&folder).len(), 1, "that of the live one");
    live.kill().unwrap();
    live.wait().unwrap();
    run(place.path(), &shard("3/3", "300"));
    assert_eq!(passing(&folder), Vec::<PathBuf>::new());
}

#[test]
fn a_new_scenario_replaces_nothing() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("mine.toml"), PRECIOUS).unwrap();
    symlink("nowhere", place.path().join("link.toml")).unwrap();
    for name in ["mine", "link"] {
        refused(place.path(), &["new", name], "is there already");
    }
    assert_eq!(text(&place.path().join("mine.toml")), PRECIOUS);
    assert!(!place.path().join("nowhere").exists());
    run(place.path(), &["new", "yours"]);
    assert!(passing(place.path()).is_empty());
}
