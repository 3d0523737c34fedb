//! Results on disk: a file appears whole under its name or not at all, one run at a time, and nothing is replaced but
//! what an earlier run wrote.
//!
//! Two hidden files keep this true. `.offramp.lock` is locked by the run that holds the folder, and says who that is; the
//! system lets go of it however the run ends. `.offramp.files` lists the names that runs have written here; a file that
//! is not on it is somebody else's.

mod lock;
pub mod manifest;
mod passing;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, Problem};

pub use passing::{Passing, write_new};

/// The names of the files that runs have written into a folder.
const FILES: &str = ".offramp.files";

/// A folder that this run holds, and that can be written to.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
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
        let folder = Self { path: path.to_owned(), written: BTreeMap::new(), _lock: lock };
        let mut ours = folder.ours();
        let is_foreign = |name: &&String| !ours.contains(*name) && path.join(name).symlink_metadata().is_ok();
        if let Some(name) = names.iter().find(is_foreign) {
            return Err(foreign(&path.join(name)));
        }
        for name in names {
            let place = path.join(name);
            let own = place.parent().unwrap_or(path);
            std::fs::create_dir_all(own).map_err(|reason| cannot_create(own, &reason))?;
            passing::clear(own);
        }
        ours.extend(names.iter().cloned());
        let list: Vec<&str> = ours.iter().map(String::as_str).collect();
        folder.put(FILES, list.join("\n").as_bytes())?;
        Ok(folder)
    }

    /// The names that runs have written here.
    fn ours(&self) -> BTreeSet<String> {
        let list = std::fs::read_to_string(self.path.join(FILES)).unwrap_or_default();
        list.lines().map(str::to_owned).collect()
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

    /// Writes a file whole: under a passing name first, then renamed.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where no file can be made, [`Error::Disk`] where writing it fails; a file that was there
    /// before is then untouched.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let digest = self.put(name, bytes)?;
        self.written.insert(name.to_owned(), digest);
        Ok(())
    }

    /// Takes away a file that an earlier run wrote, if it is there: a manifest that tells of files about to be replaced.
    ///
    /// # Errors
    /// [`Error::Disk`] where the system refuses.
    pub fn retract(&self, name: &str) -> Result<(), Error> {
        let path = self.path.join(name);
        match std::fs::remove_file(&path) {
            Err(reason) if reason.kind() != std::io::ErrorKind::NotFound => Err(disk(&path, &reason)),
            _ => Ok(()),
        }
    }

    /// Takes away what earlier runs wrote under names that begin so, but for the files of this run: nothing stale stays
    /// beside them.
    ///
    /// # Errors
    /// [`Error::Disk`] where the system refuses.
    pub fn retract_stale(&self, beginnings: &[&str], names: &[String]) -> Result<(), Error> {
        let is_stale = |name: &&String| beginnings.iter().any(|start| name.starts_with(start)) && !names.contains(name);
        self.ours().iter().filter(is_stale).try_for_each(|name| self.retract(name))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<String, Error> {
        let mut passing = self.begin(name)?;
        passing.write_all(bytes).map_err(|reason| disk(passing.place(), &reason))?;
        passing.keep()
    }

    /// Begins a file that is written bit by bit; [`finish`](Self::finish) gives it its name.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where no file can be made.
    pub fn begin(&self, name: &str) -> Result<Passing, Error> {
        Passing::new(&self.path.join(name))
    }

    /// Gives a file that was begun its name.
    ///
    /// # Errors
    /// [`Error::Disk`] where what was written cannot be kept.
    pub fn finish(&mut self, name: &str, passing: Passing) -> Result<(), Error> {
        let digest = passing.keep()?;
        self.written.insert(name.to_owned(), digest);
        Ok(())
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
        return Err(foreign(&place));
    }
    Passing::alone(&place)
}

fn foreign(place: &Path) -> Error {
    let problem = Problem::new(format!("{} is there already, and no run wrote it", place.display()));
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

/// The system's reason, without the passing name that tempfile adds to it.
fn plain(reason: &std::io::Error) -> String {
    let inner = reason.get_ref().and_then(std::error::Error::source);
    inner.map_or_else(|| reason.to_string(), ToString::to_string)
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
