//! Results on disk: a file appears whole under its name or not at all, one run at a time, and
//! nothing is replaced but what an earlier run wrote. What is promised stands at the head of
//! `folder/guard.rs`, which keeps it.
//!
//! All files of a run are made beside their places first, and get their names together once the
//! last of them is whole: where the disk is full, what an earlier run wrote stays as it was.
//!
//! Two hidden files keep this true. `.offramp.lock` is locked by the run that holds the folder, and
//! says who that is; the system lets go of it however the run ends. `.offramp.files` lists what
//! runs have written here, with its digests; any other file is somebody else's.

mod dir;
mod exchange;
mod guard;
mod hidden;
mod known;
mod list;
mod lock;
mod look;
pub mod manifest;
mod names;
mod pending;
mod place;
mod shards;
mod trouble;
mod undo;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, Problem};

use guard::Guard;
use list::List;
use names::ResultKind;
use pending::FinishedFile;
pub use pending::PendingFile;
pub use place::Destination;
pub use shards::{NewShard, write_new};
pub use trouble::disk;

/// What a command wants to write, and where.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'r> {
    /// The path of the folder.
    pub path: &'r Path,
    /// The files to write. Names may lie in a folder of their own, as `charts/peak.svg`.
    pub names: &'r [String],
    /// What the results are of, in words.
    pub what: &'r str,
    /// Whether the user named the folder: only then may the results of another scenario be
    /// replaced.
    pub is_chosen: bool,
}

/// A folder that this run holds, and that can be written to.
#[derive(Debug)]
pub struct Folder {
    guard: Guard,
    kind: ResultKind,
    what: String,
    /// What is whole and waits for its name, in the order in which it was written.
    whole: Vec<(String, FinishedFile)>,
    /// SHA-256 of what was written, by name.
    written: BTreeMap<String, String>,
    /// Where what a stopped run came to lies, beside a whole result.
    kept_aside: Option<PathBuf>,
}

impl Folder {
    /// Makes the folder, with those above it, takes hold of it, and makes sure that files of these
    /// names can be put there: before a run, so that no work is lost.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where the system refuses, a file of such a name is none of ours, or the folder holds another
    /// kind of result; [`Error::Held`] where another run holds the folder.
    pub fn open(request: &Claim<'_>) -> Result<Self, Error> {
        let kind = ResultKind::of(request.names.iter().map(String::as_str))
            .ok_or_else(|| unknown(request.names))?;
        if request.names.iter().any(|name| !kind.has(name)) {
            return Err(unknown(request.names));
        }
        let guard = Guard::open(request, kind)?;
        let what = request.what.to_owned();
        Ok(Self {
            guard,
            kind,
            what,
            whole: Vec::new(),
            written: BTreeMap::new(),
            kept_aside: None,
        })
    }

    /// Where the files lie, or shall lie.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.kept_aside.as_deref().unwrap_or(&self.guard.path)
    }

    /// Whether it holds a whole result, which no part may replace.
    #[must_use]
    pub fn holds_whole(&self) -> bool {
        look::is_whole(&self.guard.root)
    }

    /// What the results are of, in words, no longer than are kept.
    #[must_use]
    pub fn what(&self) -> String {
        list::shortened(&self.what)
    }

    /// SHA-256 of every file written so far, by name.
    #[must_use]
    pub const fn written(&self) -> &BTreeMap<String, String> {
        &self.written
    }

    /// What its user should know once the files have their places: what was replaced, and what
    /// cannot be promised here.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let place = self.guard.path.display();
        let unlocked = format!(
            "the file system of {place} does not support file locks: make sure that no other run writes there"
        );
        self.replaced()
            .into_iter()
            .chain((!self.guard.lock.is_held).then_some(unlocked))
            .collect()
    }

    /// What a user who wants quiet should know: what was replaced, if it was not equal to the byte.
    #[must_use]
    pub fn notes_in_quiet(&self) -> Vec<String> {
        let was_the_same = self.kept_aside.is_none() && self.guard.own.is_of(&self.written);
        self.replaced()
            .filter(|_| !was_the_same)
            .into_iter()
            .collect()
    }

    fn replaced(&self) -> Option<String> {
        let before = self.guard.before.as_ref()?;
        Some(match &self.kept_aside {
            Some(kept_aside) => {
                format!(
                    "kept {before}, which is whole; what was stopped lies in {}",
                    kept_aside.display()
                )
            }
            None => format!("replaced {before}"),
        })
    }

    /// Writes a file beside its place; [`publish`](Self::publish) gives it its name.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where no file can be made, [`Error::Disk`] where writing it fails.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let mut pending = self.begin(name)?;
        pending
            .write_all(bytes)
            .map_err(|reason| disk(pending.place(), &reason))?;
        self.finish(name, pending)
    }

    /// Begins a file that is written bit by bit; [`finish`](Self::finish) ends it.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where no file can be made.
    pub fn begin(&self, name: &str) -> Result<PendingFile, Error> {
        let known = self.guard.at(name).filter(|_| self.kind.has(name));
        let (folder, _) = known.ok_or_else(|| unknown(&[name.to_owned()]))?;
        PendingFile::new(folder, &self.path().join(name))
    }

    /// Ends a file that was begun.
    ///
    /// # Errors
    /// [`Error::Disk`] where what was written cannot be kept.
    pub fn finish(&mut self, name: &str, pending: PendingFile) -> Result<(), Error> {
        let whole = pending.finish()?.closed();
        self.written.insert(name.to_owned(), whole.digest.clone());
        self.whole.push((name.to_owned(), whole));
        Ok(())
    }

    /// Gives all files their names, the last written last, in place of what an earlier run wrote;
    /// what that left under other names is taken away, so that nothing stale stays beside them. An
    /// earlier manifest goes first: no manifest ever lists files that are not there.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where a file is none of ours by now, [`Error::Disk`] where the system refuses. Then all is
    /// as it was, and the error says where the new files are kept.
    pub fn publish(&mut self) -> Result<(), Error> {
        self.guard
            .publish(std::mem::take(&mut self.whole), &self.what)
    }

    /// Publishes what a stopped run came to: where a whole result is there, it stays, and the new
    /// files get a folder of their own in it.
    ///
    /// # Errors
    /// As [`publish`](Self::publish).
    pub fn publish_part(&mut self) -> Result<(), Error> {
        if !self.holds_whole() {
            return self.publish();
        }
        let files = std::mem::take(&mut self.whole);
        let mut own = List::new(self.kind, &self.what);
        for (name, whole) in &files {
            own.add(name, &whole.digest, whole.length);
        }
        self.kept_aside = Some(undo::keep_aside(&self.guard, files, &own)?);
        Ok(())
    }
}

/// Whether two paths lead to one folder, in any way: links, or a folder that is shown in two
/// places.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    dir::is_same(one, other)
}

/// The program asks for files that it does not know.
fn unknown(names: &[String]) -> Error {
    Error::Fault(Problem::new(format!(
        "no kind of result has the files {}",
        names.join(", ")
    )))
}

/// The names in a list of files, `.offramp.files`; none where a text is no list that this program
/// wrote.
#[must_use]
pub fn listed(text: &str) -> Option<Vec<String>> {
    list::List::parse(text).map(|list| list.names().into_iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests;
