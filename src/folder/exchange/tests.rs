//! What happens between the second asking and the last name, played out by hand.

use std::fs;
use std::path::Path;

use super::super::Claim;
use super::super::names::ResultKind;
use super::super::pending::PendingFile;
use super::*;

const OLD: [&str; 2] = ["levels.csv", "summary.json"];
const NEW: [&str; 3] = ["levels.csv", "outcomes.csv", "summary.json"];

fn open(path: &Path) -> Guard {
    let names = NEW.map(str::to_owned);
    Guard::open(
        &Claim {
            path,
            names: &names,
            what: "hotline",
            is_chosen: true,
        },
        ResultKind::Run,
    )
    .unwrap()
}

fn files(guard: &Guard, names: &[&str], content: &[u8]) -> Vec<(String, FinishedFile)> {
    let whole = |name: &str| {
        PendingFile::new(&guard.root, &guard.path.join(name))
            .unwrap()
            .complete(content)
            .unwrap()
    };
    names
        .iter()
        .map(|&name| (name.to_owned(), whole(name)))
        .collect()
}

fn list(files: &[(String, FinishedFile)]) -> List {
    let mut own = List::new(ResultKind::Run, "hotline");
    for (name, whole) in files {
        own.add(name, &whole.digest, whole.length);
    }
    own
}

/// What `meanwhile` does to a folder of old results after the second asking; gives the error and
/// the guard's folder.
fn exchanged(path: &Path, meanwhile: impl Fn()) -> Error {
    let guard = open(path);
    guard
        .publish(files(&guard, &OLD, b"old"), "hotline")
        .unwrap();
    drop(guard);
    let guard = open(path);
    let mut new = files(&guard, &NEW, b"new");
    let own = list(&new);
    let ours = |name: &str| match guard.ask(name) {
        Standing::Ours(known) => (name.to_owned(), known),
        other => panic!("{name}: {other:?}"),
    };
    let old = OLD.map(ours).into_iter().collect();
    meanwhile();
    let mut aside = Vec::new();
    let error = guard.exchange(&mut new, old, &mut aside).unwrap_err();
    undo::undone(&guard, &mut new, &aside, &own, error)
}

fn text(path: &Path, name: &str) -> String {
    fs::read_to_string(path.join(name)).unwrap()
}

fn visible(path: &Path) -> usize {
    let is_visible = |entry: &fs::DirEntry| !entry.file_name().to_string_lossy().starts_with('.');
    fs::read_dir(path)
        .unwrap()
        .flatten()
        .filter(is_visible)
        .count()
}

#[test]
fn a_file_that_comes_at_the_last_moment_is_not_replaced_and_all_is_put_back() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path();
    let error = exchanged(path, || {
        fs::write(path.join("outcomes.csv"), "precious").unwrap();
    })
    .to_string();
    assert!(
        error.contains("outcomes.csv was changed while")
            && error.contains("earlier files are as they were"),
        "{error}"
    );
    assert_eq!(
        ["outcomes.csv", OLD[0], OLD[1]].map(|name| text(path, name)),
        ["precious", "old", "old"]
    );
    assert_eq!(NEW.map(|name| text(&path.join("new-1"), name)), ["new"; 3]);
    assert_eq!(
        visible(path),
        4,
        "three files and the folder of the new ones"
    );
}

#[test]
fn a_file_that_is_annotated_at_the_last_moment_is_put_back_as_it_is() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path();
    let error = exchanged(path, || {
        fs::write(path.join("summary.json"), "mine").unwrap();
    })
    .to_string();
    assert!(error.contains("summary.json was changed while"), "{error}");
    assert_eq!(OLD.map(|name| text(path, name)), ["old", "mine"]);
    assert_eq!(NEW.map(|name| text(&path.join("new-1"), name)), ["new"; 3]);
}

/// Where not all can be put back, the error says which files are new and where the old ones lie.
#[test]
fn files_that_cannot_be_restored_are_reported() {
    let place = tempfile::tempdir().unwrap();
    let guard = open(place.path());
    guard
        .publish(files(&guard, &OLD, b"old"), "hotline")
        .unwrap();
    drop(guard);
    let guard = open(place.path());
    let mut new = files(&guard, &["outcomes.csv"], b"new");
    let own = list(&new);
    let Standing::Ours(known) = guard.ask("summary.json") else {
        panic!("it is ours")
    };
    let aside = [Aside::take(&guard.root, "summary.json", known).unwrap()];
    fs::write(place.path().join("summary.json"), "somebody else's").unwrap();
    let error = undo::undone(
        &guard,
        &mut new,
        &aside,
        &own,
        undo::changed(Path::new("r/x")),
    )
    .to_string();
    let message = format!("summary.json is now named {}", aside[0].hidden());
    assert!(error.contains(&message), "{error}");
    assert_eq!(text(place.path(), aside[0].hidden()), "old");
    assert_eq!(text(place.path(), "summary.json"), "somebody else's");
    // It is there until the files of a later run are in their places.
    let hidden = place.path().join(aside[0].hidden());
    drop((aside, new, guard));
    fs::remove_file(place.path().join("summary.json")).unwrap();
    let guard = open(place.path());
    assert!(hidden.exists());
    guard
        .publish(files(&guard, &OLD, b"newer"), "hotline")
        .unwrap();
    assert!(!hidden.exists());
}

/// An old file that was set aside is removed only as it was written: a user may have opened it
/// before and saved it since.
#[test]
fn an_old_file_that_somebody_wrote_into_is_not_removed() {
    let place = tempfile::tempdir().unwrap();
    let guard = open(place.path());
    guard
        .publish(files(&guard, &OLD, b"old"), "hotline")
        .unwrap();
    drop(guard);
    let guard = open(place.path());
    let aside = OLD.map(|name| match guard.ask(name) {
        Standing::Ours(known) => Aside::take(&guard.root, name, known).unwrap(),
        other => panic!("{name}: {other:?}"),
    });
    let [kept, removed] = [0, 1].map(|at| place.path().join(aside[at].hidden()));
    fs::write(&kept, "annotated").unwrap();
    guard.settle(aside.into());
    assert_eq!(fs::read_to_string(&kept).unwrap(), "annotated");
    assert!(!removed.exists());
}

/// A run that is killed once all old files are set aside leaves no visible one. The result is there
/// still: a run of another kind is refused, and the next one of this kind replaces it.
#[test]
fn a_result_that_a_killed_run_set_aside_is_replaced_by_the_next_run_alone() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path();
    let guard = open(path);
    guard
        .publish(files(&guard, &OLD, b"old"), "hotline")
        .unwrap();
    drop(guard);
    let guard = open(path);
    for name in OLD {
        let Standing::Ours(known) = guard.ask(name) else {
            panic!("{name} is ours")
        };
        Aside::take(&guard.root, name, known).unwrap(); // dropped, it stays where it is
    }
    drop(guard);
    assert_eq!(visible(path), 0);
    let names = ["compare.json".to_owned()];
    let other = Guard::open(
        &Claim {
            path,
            names: &names,
            what: "hotline",
            is_chosen: true,
        },
        ResultKind::Compare,
    );
    assert!(other.unwrap_err().to_string().contains("holds a run"));
    let guard = open(path);
    assert!(
        guard
            .before
            .as_ref()
            .is_some_and(|before| before.starts_with("the earlier run")),
        "{:?}",
        guard.before
    );
    guard
        .publish(files(&guard, &OLD, b"new"), "hotline")
        .unwrap();
    drop(guard);
    assert_eq!(OLD.map(|name| text(path, name)), ["new", "new"]);
    assert_eq!(
        fs::read_dir(path).unwrap().count(),
        OLD.len() + 2,
        "the files, the list and the lock"
    );
}

/// One new file that has no place any more does not take the others with it.
#[test]
fn new_files_are_kept_one_by_one() {
    let place = tempfile::tempdir().unwrap();
    let guard = open(place.path());
    let mut new = files(&guard, &NEW, b"new");
    let own = list(&new);
    let hidden = fs::read_dir(place.path())
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    let first = hidden
        .filter(|path| path.to_string_lossy().contains("passing"))
        .min()
        .unwrap();
    fs::remove_file(&first).unwrap();
    let error = undo::kept(&guard, &mut new, &own, undo::changed(Path::new("r/x"))).to_string();
    let there: Vec<&str> = NEW
        .into_iter()
        .filter(|name| place.path().join("new-1").join(name).exists())
        .collect();
    let lost: Vec<&str> = NEW
        .into_iter()
        .filter(|name| !there.contains(name))
        .collect();
    assert_eq!((there.len(), lost.len()), (2, 1));
    assert!(
        error.contains(&format!("new-1, but for {}", lost[0])),
        "{error}"
    );
}

/// Its user would look for the files in vain.
#[cfg(unix)]
#[test]
fn a_folder_that_was_moved_away_is_reported() {
    let place = tempfile::tempdir().unwrap();
    let (path, away) = (place.path().join("r"), place.path().join("away"));
    let guard = open(&path);
    let new = files(&guard, &NEW, b"new");
    fs::rename(&path, &away).unwrap();
    fs::create_dir(&path).unwrap();
    let error = guard.publish(new, "hotline").unwrap_err().to_string();
    assert!(
        error.contains("was moved or replaced while the run went on"),
        "{error}"
    );
    assert_eq!(NEW.map(|name| text(&away, name)), ["new"; 3]);
    assert_eq!(fs::read_dir(&path).unwrap().count(), 0);
}
