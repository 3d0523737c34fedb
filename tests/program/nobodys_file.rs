//! Nobody's file is replaced or removed, and no work is lost: each trick on the program itself.
#![cfg(unix)]

mod earlier_results;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::common::processes::{kill, passing, spawn, wait_until};
use crate::common::program::{done_line_in, err, files, line_in, out};
use sha2::{Digest, Sha256};

const PRECIOUS: &str = "precious";

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// A list of a run in the right form.
fn list(entries: &[(&str, &str)]) -> String {
    let line = |(name, content): &(&str, &str)| {
        format!("{} {} {name}\n", hex(content.as_bytes()), content.len())
    };
    let body = format!(
        "offramp files 1\nrun\nhotline\n{}",
        entries.iter().map(line).collect::<String>()
    );
    format!("{body}sha256 {}\n", hex(body.as_bytes()))
}

/// A line that is refused since a file cannot be made, with these words.
#[track_caller]
fn refused(folder: &Path, line: &str, words: &str) {
    let output = line_in(folder, line);
    assert_eq!(output.status.code(), Some(73), "{line}: {}", err(&output));
    let told = err(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(told.contains(words) && told.contains("help: "), "{told}");
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// A run into the folder that each trick prepares.
const HOTLINE: &str = "run hotline --trials 50 --quiet --out results/r";

/// A folder that came with a repository names a file of its user, with its digest.
#[test]
fn a_list_that_names_another_file_deletes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let thesis = place.path().join("thesis.txt");
    fs::create_dir_all(place.path().join("results/r")).unwrap();
    fs::write(&thesis, PRECIOUS).unwrap();
    for name in ["../../thesis.txt", thesis.to_str().unwrap()] {
        fs::write(
            place.path().join("results/r/.offramp.files"),
            list(&[(name, PRECIOUS)]),
        )
        .unwrap();
        refused(
            place.path(),
            HOTLINE,
            ".offramp.files is no list that this program wrote",
        );
        assert_eq!(text(&thesis), PRECIOUS);
    }
}

/// A table that its user annotates while the run goes on stays; the run's own files are kept, and
/// its table is printed.
#[test]
fn a_table_that_is_annotated_meanwhile_stays() {
    let place = tempfile::tempdir().unwrap();
    let table = place.path().join("r/outcomes.csv");
    done_line_in(place.path(), "run hotline --trials 50 --out r");
    let before = files(&place.path().join("r"));
    let process = spawn(
        place.path(),
        "run hotline --trials 1_500_000 --trials-csv --out r",
    );
    wait_until(|| !passing(&place.path().join("r")).is_empty());
    fs::write(&table, "my notes").unwrap();
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(73), "{}", err(&output));
    assert!(
        err(&output).contains("was changed since a run wrote it; the new files lie in r/new-1"),
        "{}",
        err(&output)
    );
    assert!(
        out(&output).contains("How the first crisis ends"),
        "what was computed is printed"
    );
    let mut after = files(&place.path().join("r"));
    let new: Vec<String> = after
        .keys()
        .filter(|name| name.starts_with("new-1/"))
        .cloned()
        .collect();
    assert_eq!(new.len(), before.len() + 1, "with trials.csv: {new:?}");
    after.retain(|name, _| !name.starts_with("new-1/"));
    assert_eq!(
        after
            .insert("outcomes.csv".into(), before["outcomes.csv"].clone())
            .unwrap(),
        b"my notes"
    );
    assert!(after == before);
    assert!(passing(&place.path().join("r")).is_empty());
}

#[test]
fn charts_that_are_a_link_lead_nowhere() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(place.path(), "run hotline --trials 50 --out other --quiet");
    let before = files(&place.path().join("other"));
    fs::create_dir_all(place.path().join("results/r")).unwrap();
    symlink("../../other/charts", place.path().join("results/r/charts")).unwrap();
    refused(
        place.path(),
        HOTLINE,
        "results/r/charts is a link to another folder",
    );
    symlink("r", place.path().join("results/link")).unwrap();
    refused(
        place.path(),
        "run --out results/link/",
        "results/link is a link to another folder",
    );
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
        refused(place.path(), HOTLINE, "that this program wrote");
        assert_eq!(text(&folder.join(name)), PRECIOUS);
        fs::remove_file(folder.join(name)).unwrap();
        fs::hard_link(place.path().join("thesis"), folder.join(name)).unwrap();
        refused(place.path(), HOTLINE, "that this program wrote");
        fs::remove_file(folder.join(name)).unwrap();
        assert_eq!(text(&place.path().join("thesis")), PRECIOUS);
    }
}

/// What a killed shard left is cleared away by the next; what a live one holds is not.
#[test]
fn what_killed_shards_leave_is_cleared_away() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("parts");
    let shard = |part: &str, trials: &str| {
        format!("run --shard {part} --trials {trials} --out parts --quiet")
    };
    let killed = spawn(place.path(), &shard("1/3", "900_000_000"));
    wait_until(|| passing(&folder).len() == 1);
    let live = spawn(place.path(), &shard("2/3", "900_000_000"));
    wait_until(|| passing(&folder).len() == 2);
    kill(killed);
    done_line_in(place.path(), &shard("3/3", "300"));
    assert_eq!(passing(&folder).len(), 1, "that of the live one");
    kill(live);
    done_line_in(place.path(), &shard("3/3", "300"));
    assert_eq!(passing(&folder), Vec::<PathBuf>::new());
}

#[test]
fn a_new_scenario_replaces_nothing() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("mine.toml"), PRECIOUS).unwrap();
    symlink("nowhere", place.path().join("link.toml")).unwrap();
    for name in ["mine", "link"] {
        refused(place.path(), &format!("new {name}"), "is there already");
    }
    assert_eq!(text(&place.path().join("mine.toml")), PRECIOUS);
    assert!(!place.path().join("nowhere").exists());
    done_line_in(place.path(), "new yours");
    assert!(passing(place.path()).is_empty());
}
