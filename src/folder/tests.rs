//! What the guard promises, one promise after the other.

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::report::sealed;

/// A folder to write into, with a file beside it that is none of ours.
struct TestFolder {
    _all: tempfile::TempDir,
    path: PathBuf,
    thesis: PathBuf,
}

const PRECIOUS: &str = "precious";

fn place() -> TestFolder {
    let all = tempfile::tempdir().unwrap();
    let (path, thesis) = (all.path().join("r"), all.path().join("thesis.txt"));
    fs::write(&thesis, PRECIOUS).unwrap();
    fs::create_dir(&path).unwrap();
    TestFolder {
        _all: all,
        path,
        thesis,
    }
}

impl TestFolder {
    fn at(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn text(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.at(name)).ok()
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.at(name), text).unwrap();
    }

    fn open_as(&self, names: &[&str], what: &str, is_chosen: bool) -> Result<Folder, Error> {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        Folder::open(&Claim {
            path: &self.path,
            names: &names,
            what,
            is_chosen,
        })
    }

    fn open(&self, names: &[&str]) -> Result<Folder, Error> {
        self.open_as(names, "hotline", true)
    }

    /// What a run writes: these files, all with this content.
    fn run(&self, names: &[&str], content: &str) -> Result<Vec<String>, Error> {
        let mut folder = self.open(names)?;
        names
            .iter()
            .try_for_each(|name| folder.write(name, content.as_bytes()))?;
        folder.publish()?;
        Ok(folder.notes())
    }

    /// The names of all that lies in it, those of the lock and the list left out.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.path).unwrap().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.retain(|name| name != names::LIST && name != names::LOCK);
        names.sort();
        names
    }
}

/// Refused before the run, with exit code 73 and these words.
fn refused<T: std::fmt::Debug>(result: Result<T, Error>, words: &str) {
    let error = result.unwrap_err();
    assert_eq!(error.exit_code(), 73, "{error}");
    assert!(error.to_string().contains(words), "{error}");
}

const RUN: [&str; 3] = ["summary.json", "levels.csv", "charts/peak.svg"];

#[test]
fn a_file_is_whole_and_replaces_the_one_before() {
    let place = place();
    assert_eq!(place.run(&RUN, "one").unwrap(), Vec::<String>::new());
    let messages = place.run(&RUN, "two").unwrap();
    assert!(
        messages[0].starts_with("replaced the earlier run in "),
        "{messages:?}"
    );
    assert_eq!(
        RUN.map(|name| place.text(name).unwrap()),
        ["two", "two", "two"]
    );
    assert_eq!(
        place.names(),
        ["charts", "levels.csv", "summary.json"],
        "nothing passing is left"
    );
    assert_eq!(fs::read_dir(place.at("charts")).unwrap().count(), 1);
}

/// Until all are whole, none has its name: a run that fails half way leaves what was there before.
#[test]
fn files_get_their_names_together() {
    let place = place();
    place.run(&RUN, "one").unwrap();
    let mut folder = place.open(&RUN).unwrap();
    folder.write("summary.json", b"two").unwrap();
    drop(folder);
    assert_eq!(
        RUN.map(|name| place.text(name).unwrap()),
        ["one", "one", "one"]
    );
    assert_eq!(place.names(), ["charts", "levels.csv", "summary.json"]);
}

#[test]
fn names_that_the_program_does_not_write_are_its_own_fault() {
    let place = place();
    for names in [
        &["thesis.txt"][..],
        &["summary.json", "../thesis.txt"],
        &["summary.json", "compare.json"],
        &[],
    ] {
        assert_eq!(place.open(names).unwrap_err().exit_code(), 70, "{names:?}");
    }
    let mut folder = place.open(&RUN).unwrap();
    assert_eq!(
        folder.write("../thesis.txt", b"x").unwrap_err().exit_code(),
        70
    );
}

/// A list or a manifest that names anything else is none of ours, though its digests fit.
#[test]
fn a_name_that_was_read_leads_nowhere_else() {
    let place = place();
    let digest = sealed::sha256(PRECIOUS.as_bytes());
    for name in [
        "../thesis.txt",
        place.thesis.to_str().unwrap(),
        "notes.txt",
        "charts/../../thesis.txt",
        "compare.json",
    ] {
        place.put("notes.txt", PRECIOUS);
        let mut list = list::List::new(ResultKind::Run, "");
        list.add(name, &digest, PRECIOUS.len() as u64);
        place.put(names::LIST, &list.text());
        refused(
            place.run(&RUN, "ours"),
            "is no list that this program wrote",
        );
        fs::remove_file(place.at(names::LIST)).unwrap();
        let files = [("summary.json", &digest), (name, &digest)]
            .map(|(name, digest)| (name.into(), digest.clone()));
        let manifest = kinds::manifest_of(files.into()).json().unwrap();
        place.put(manifest::NAME, &manifest);
        refused(
            place.run(&["summary.json", manifest::NAME], "ours"),
            "no run wrote it",
        );
        fs::remove_file(place.at(manifest::NAME)).unwrap();
        assert_eq!(fs::read_to_string(&place.thesis).unwrap(), PRECIOUS);
        assert_eq!(place.text("notes.txt").unwrap(), PRECIOUS);
    }
}

#[test]
fn what_no_run_wrote_is_not_replaced() {
    let place = place();
    place.put("summary.json", PRECIOUS);
    refused(place.open(&RUN), "is there already, and no run wrote it");
    assert!(place.open(&["compare.json"]).is_ok());
    assert_eq!(place.text("summary.json").unwrap(), PRECIOUS);
}

/// Only what a run wrote itself is ours: a file that was changed since, or put there after the run
/// was killed, is its user's. What the run left under other names goes.
#[test]
fn what_was_changed_since_is_not_replaced_and_what_is_stale_goes() {
    let place = place();
    place.run(&RUN, "ours").unwrap();
    place
        .run(&["summary.json", "charts/peak.svg"], "ours")
        .unwrap();
    assert_eq!(place.text("levels.csv"), None);
    place.put("levels.csv", PRECIOUS);
    refused(place.run(&RUN, "ours"), "no run wrote it");
    fs::remove_file(place.at("levels.csv")).unwrap();
    place.put("summary.json", "OURS"); // as long as it was
    refused(place.run(&RUN, "ours"), "was changed since a run wrote it");
    // What was changed is no more ours to remove, either.
    place.put("charts/peak.svg", PRECIOUS);
    place.put("summary.json", "ours");
    place.run(&["summary.json"], "new").unwrap();
    assert_eq!(place.text("charts/peak.svg").unwrap(), PRECIOUS);
}

/// What its user annotates, or puts there, while the run goes on, is asked for again.
#[test]
fn what_changes_while_the_run_goes_on_is_kept_and_so_are_the_new_files() {
    for changed in ["summary.json", "charts/peak.svg", "levels.csv"] {
        let place = place();
        place.run(&RUN[..2], "old").unwrap();
        let mut folder = place.open(&RUN).unwrap();
        RUN.iter()
            .try_for_each(|name| folder.write(name, b"new"))
            .unwrap();
        place.put(changed, PRECIOUS);
        let error = folder.publish().unwrap_err();
        assert!(
            error.to_string().contains("the new files lie in") && error.exit_code() == 73,
            "{error}"
        );
        assert_eq!(place.text(changed).unwrap(), PRECIOUS);
        for name in RUN {
            assert_eq!(place.text(&format!("new-1/{name}")).unwrap(), "new");
            assert!(
                name == changed || place.text(name).is_none_or(|text| text == "old"),
                "{name}"
            );
        }
        drop(folder);
        let kept = TestFolder {
            path: place.at("new-1"),
            ..place
        };
        kept.run(&RUN, "newer").unwrap(); // they are known to be ours
        assert_eq!(kept.names(), ["charts", "levels.csv", "summary.json"]);
    }
}

#[test]
fn a_place_that_is_no_folder_is_refused() {
    let place = place();
    let names = vec!["summary.json".to_owned()];
    let path = place.thesis.join("sub");
    let request = Claim {
        path: &path,
        names: &names,
        what: "",
        is_chosen: true,
    };
    assert_eq!(Folder::open(&request).unwrap_err().exit_code(), 73);
    place.put("charts", PRECIOUS);
    refused(place.open(&RUN), "charts is no folder");
    assert!(place.open(&RUN[..2]).is_ok());
}

#[cfg(unix)]
mod few;
mod hidden;
mod kinds;
mod shared;
#[cfg(unix)]
mod unix;
