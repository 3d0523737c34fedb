//! Results on disk: a file appears whole under its name or not at all, one run at a time, and nothing is replaced but
//! what an earlier run wrote.
//!
//! All files of a run are made beside their places first, and get their names together once the last of them is whole:
//! where the disk is full, what an earlier run wrote stays as it was.
//!
//! Two hidden files keep this true. `.offramp.lock` is locked by the run that holds the folder, and says who that is; the
//! system lets go of it however the run ends. `.offramp.files` lists what runs have written here, with its digests; any
//! other file is somebody else's.

mod lock;
pub mod manifest;
mod own;
mod passing;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, Problem};

use own::Own;
use passing::Whole;
pub use passing::{Passing, write_new};

/// A folder that this run holds, and that can be written to.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// What is whole and waits for its name, in the order in which it was written.
    whole: Vec<(String, Whole)>,
    /// SHA-256 of what was written, by name.
    written: BTreeMap<String, String>,
    /// Held as long as the folder is.
    _lock: lock::Lock,
}

impl Folder {
    /// Makes the folder, with those above it, takes hold of it, and makes sure that files of these names can be put
    /// there: before a run, so that no work is lost. Names may lie in folders of their own, as `charts/peak.svg`.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where the system refuses, or a file of such a name is none of ours; [`Error::Held`] where
    /// another run holds the folder.
    pub fn open(path: &Path, names: &[String]) -> Result<Self, Error> {
        std::fs::create_dir_all(path).map_err(|reason| cannot_create(path, &reason))?;
        let lock = lock::Lock::take(path)?;
        let own = Own::read(path);
        if let Some(name) = names.iter().find(|name| !own.holds(path, name)) {
            return Err(foreign(&path.join(name), own.names().contains(name.as_str())));
        }
        for name in names {
            let place = path.join(name);
            let folder = place.parent().unwrap_or(path);
            std::fs::create_dir_all(folder).map_err(|reason| cannot_create(folder, &reason))?;
            passing::clear(folder);
        }
        let folder = Self { path: path.to_owned(), whole: Vec::new(), written: BTreeMap::new(), _lock: lock };
        folder.begin(own::FILES)?; // can anything be written here at all?
        Ok(folder)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// SHA-256 of every file written so far, by name.
    #[must_use]
    pub const fn written(&self) -> &BTreeMap<String, String> {
        &self.written
    }

    /// Writes a file beside its place; [`publish`](Self::publish) gives it its name.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where no file can be made, [`Error::Disk`] where writing it fails.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let mut passing = self.begin(name)?;
        passing.write_all(bytes).map_err(|reason| disk(passing.place(), &reason))?;
        self.finish(name, passing)
    }

    /// Begins a file that is written bit by bit; [`finish`](Self::finish) ends it.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where no file can be made.
    pub fn begin(&self, name: &str) -> Result<Passing, Error> {
        Passing::new(&self.path.join(name))
    }

    /// Ends a file that was begun.
    ///
    /// # Errors
    /// [`Error::Disk`] where what was written cannot be kept.
    pub fn finish(&mut self, name: &str, passing: Passing) -> Result<(), Error> {
        let whole = passing.whole()?;
        self.written.insert(name.to_owned(), whole.digest().to_owned());
        self.whole.push((name.to_owned(), whole));
        Ok(())
    }

    /// Gives all files their names, the last written last, in place of what an earlier run wrote; what that left under
    /// other names is taken away, so that nothing stale stays beside them. An earlier manifest goes first: no manifest
    /// ever tells of files that are not there.
    ///
    /// # Errors
    /// [`Error::Disk`] where the system refuses. Where there is no room, nothing has been replaced yet.
    pub fn publish(&mut self) -> Result<(), Error> {
        let (before, mut own) = (Own::read(&self.path), Own::default());
        let mut both = before.clone();
        for (name, digest) in &self.written {
            own.add(name, digest);
            both.add(name, digest);
        }
        self.list(&both)?;
        let is_stale = |name: &&str| !self.written.contains_key(*name) && before.holds(&self.path, name);
        let stale: Vec<&str> = before.names().into_iter().filter(is_stale).collect();
        for name in std::iter::once(manifest::NAME).chain(stale) {
            self.remove(name)?;
        }
        for (name, whole) in self.whole.drain(..) {
            whole.name(&self.path.join(name))?;
        }
        self.list(&own)
    }

    /// Writes the list of what is ours.
    fn list(&self, own: &Own) -> Result<(), Error> {
        let place = self.path.join(own::FILES);
        Passing::new(&place)?.complete(own.text().as_bytes())
    }

    fn remove(&self, name: &str) -> Result<(), Error> {
        let path = self.path.join(name);
        match std::fs::remove_file(&path) {
            Err(reason) if reason.kind() != std::io::ErrorKind::NotFound => Err(disk(&path, &reason)),
            _ => Ok(()),
        }
    }
}

/// Begins a file of its own in a folder that others may write to at the same time, before a run, so that no work is lost.
/// One that is there already is replaced where `is_ours` knows it.
///
/// # Errors
/// [`Error::CannotCreate`] where the system refuses, or the file is none of ours.
pub fn begin_alone(folder: &Path, name: &str, is_ours: impl Fn(&Path) -> bool) -> Result<Passing, Error> {
    std::fs::create_dir_all(folder).map_err(|reason| cannot_create(folder, &reason))?;
    let place = folder.join(name);
    if place.symlink_metadata().is_ok() && !is_ours(&place) {
        return Err(foreign(&place, false));
    }
    Passing::alone(&place)
}

fn foreign(place: &Path, was_ours: bool) -> Error {
    let why = if was_ours { "was changed since a run wrote it" } else { "is there already, and no run wrote it" };
    let problem = Problem::new(format!("{} {why}", place.display()));
    Error::CannotCreate(problem.help("move it away, or name another folder with `--out`"))
}

fn cannot_create(path: &Path, reason: &std::io::Error) -> Error {
    let problem = Problem::new(format!("cannot create {}: {}", path.display(), plain(reason)));
    Error::CannotCreate(problem.help("name another folder with `--out`, or `--no-files` to write none"))
}

/// The error of a write that failed.
#[must_use]
pub fn disk(path: &Path, reason: &std::io::Error) -> Error {
    let problem = Problem::new(format!("cannot write {}: {}", path.display(), plain(reason)));
    Error::Disk(problem.help("make room, or name another folder with `--out`"))
}

/// The system's reason, without the passing name that tempfile adds to it: where it does, the kind says the same.
fn plain(reason: &std::io::Error) -> String {
    reason.get_ref().map_or_else(|| reason.to_string(), |_| reason.kind().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn a_file_is_whole_and_replaces_the_one_before() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a/b");
        for content in ["one", "two"] {
            let mut folder = Folder::open(&path, &names(&["x.svg", "charts/y.svg"])).unwrap();
            folder.write("x.svg", content.as_bytes()).unwrap();
            folder.write("charts/y.svg", content.as_bytes()).unwrap();
            assert_eq!(folder.written().len(), 2);
            folder.publish().unwrap();
        }
        assert_eq!(std::fs::read(path.join("x.svg")).unwrap(), b"two");
        let visible = |entry: &std::fs::DirEntry| !entry.file_name().to_string_lossy().starts_with('.');
        let left = std::fs::read_dir(&path).unwrap().flatten().filter(visible).count();
        assert_eq!(left, 2, "nothing passing is left");
    }

    #[test]
    fn what_no_run_wrote_is_not_replaced() {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("mine.csv"), "precious").unwrap();
        let refused = Folder::open(place.path(), &names(&["mine.csv"])).unwrap_err();
        assert_eq!(refused.exit_code(), 73);
        assert!(Folder::open(place.path(), &names(&["other.csv"])).is_ok());
        assert_eq!(std::fs::read(place.path().join("mine.csv")).unwrap(), b"precious");
    }

    /// Of what a run wrote only its own content is ours: a file that was changed since, or put there after the run was
    /// killed, is its user's. What the run left under other names goes.
    #[test]
    fn what_was_changed_since_is_not_replaced_and_what_is_stale_goes() {
        let place = tempfile::tempdir().unwrap();
        let write = |written: &[&str]| -> Result<(), Error> {
            let mut folder = Folder::open(place.path(), &names(&["x.csv", "y.csv"]))?;
            written.iter().try_for_each(|name| folder.write(name, b"ours"))?;
            folder.publish()
        };
        write(&["x.csv", "y.csv"]).unwrap();
        write(&["x.csv"]).unwrap();
        assert!(!place.path().join("y.csv").exists());
        std::fs::write(place.path().join("y.csv"), "precious").unwrap();
        assert!(write(&["x.csv"]).unwrap_err().to_string().contains("no run wrote it"));
        std::fs::remove_file(place.path().join("y.csv")).unwrap();
        std::fs::write(place.path().join("x.csv"), "precious").unwrap();
        assert!(write(&["x.csv"]).unwrap_err().to_string().contains("was changed since"));
        assert_eq!(std::fs::read(place.path().join("x.csv")).unwrap(), b"precious");
    }

    /// Until all are whole, none has its name: a run that fails half way leaves what was there before.
    #[test]
    fn files_get_their_names_together() {
        let place = tempfile::tempdir().unwrap();
        for content in [b"one", b"two"] {
            let mut folder = Folder::open(place.path(), &names(&["x.csv", "y.csv"])).unwrap();
            folder.write("x.csv", content).unwrap();
            folder.write("y.csv", content).unwrap();
            if content == b"one" {
                folder.publish().unwrap();
            }
        }
        assert_eq!(["x.csv", "y.csv"].map(|name| std::fs::read(place.path().join(name)).unwrap()), [b"one", b"one"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_the_lock_is_not_followed() {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("target"), "precious").unwrap();
        std::os::unix::fs::symlink("target", place.path().join(".offramp.lock")).unwrap();
        assert_eq!(Folder::open(place.path(), &[]).unwrap_err().exit_code(), 73);
        assert_eq!(std::fs::read(place.path().join("target")).unwrap(), b"precious");
    }

    #[test]
    fn a_folder_is_held_by_one_run_at_a_time() {
        let place = tempfile::tempdir().unwrap();
        let first = Folder::open(place.path(), &[]).unwrap();
        let second = Folder::open(place.path(), &[]).unwrap_err();
        assert_eq!(second.exit_code(), 75);
        assert!(second.to_string().contains(&std::process::id().to_string()), "{second}");
        drop(first);
        assert!(Folder::open(place.path(), &[]).is_ok());
    }

    #[test]
    fn what_a_killed_run_left_is_cleared_away() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path(), &names(&["x.csv"])).unwrap();
        let passing = folder.begin("x.csv").unwrap();
        std::mem::forget(passing); // as kill -9 leaves it
        drop(folder);
        let count = || std::fs::read_dir(place.path()).unwrap().count();
        let before = count();
        drop(Folder::open(place.path(), &names(&["x.csv"])).unwrap());
        assert_eq!(count(), before - 1);
    }

    #[test]
    fn a_place_that_is_no_folder_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("file");
        std::fs::write(&file, b"").unwrap();
        assert_eq!(Folder::open(&file.join("sub"), &[]).unwrap_err().exit_code(), 73);
    }
}
