//! The one hand that this program has on the disk: it decides what is written, replaced and removed, and does it.
//!
//! What it promises:
//!
//! 1. **Names.** Only files of the names in `names.rs` are written, replaced or removed, besides hidden ones of our own, and
//!    only those of the kind of result at hand. A list or manifest that names anything else is none of ours. `offramp new`
//!    writes one file, of the name that its user gave, where there is none.
//! 2. **Place.** Nothing outside the folder is touched, but folders above it are made where there are none. The folder, and
//!    `charts/` in it, is no link, is held open, and everything is done in what is open, whatever its path leads to by then.
//! 3. **Whose.** Nothing is replaced or removed but regular files of one name that this program wrote and nobody changed
//!    since: their length and SHA-256 are in a list or a manifest; a shard has a digest of its own, and gives way only to
//!    the same part of the same run.
//! 4. **When.** That is asked before the run begins, and again right before anything is moved. Then the old file is set
//!    aside under a hidden name and looked at once more; a new file takes only a name that nothing has.
//! 5. **Work is kept.** Where a file may not be replaced by then, or the system refuses half way, all is put back as it
//!    was, and the new files are kept in a new folder, `new-1`, which the error names. There goes what a stopped run came
//!    to as well, where a whole result has the place.
//! 6. **Not ours.** A lock, list or passing file that this program did not write is left alone; an error names the first two.
//! 7. **One kind.** A folder holds one kind of result; another kind is refused, and so is another scenario or other changes
//!    where the user did not name the folder.
//! 8. **Left over.** What killed runs left under hidden names of our own, and no process holds, is cleared away: new files
//!    before a run, old ones, if nobody wrote into them, once their successors are in their places.
//!
//! `move_to` of an open folder never replaces anything, and there is no other way in which a file gets its name. Only a file
//! system with neither hard links nor a rename that refuses leaves a moment between the look and the move.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::dir::Dir;
use super::hidden::{self, Aside, Hidden, Known};
use super::list::{self, List};
use super::lock::{Lock, Share};
use super::look::{self, NO_LIST};
use super::names::{CHARTS, Kind, LIST};
use super::passing::Whole;
use super::trouble::{cannot_create, foreign, no_folder, refused};
use super::{Request, manifest, undo};
use crate::error::Error;

/// What has a name.
#[derive(Debug)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// A file of ours, as it was written.
    Ours(Known),
    /// Something else, and why it is not ours.
    Foreign(&'static str),
}

/// A folder that this run holds.
#[derive(Debug)]
pub struct Guard {
    /// What to call it.
    pub path: PathBuf,
    pub(super) root: Arc<Dir>,
    charts: Option<Arc<Dir>>,
    /// What of it is ours.
    pub(super) own: List,
    /// What is there already that will be replaced, in words.
    pub before: Option<String>,
    /// Held as long as the folder is.
    pub lock: Lock,
}

impl Guard {
    /// Makes a folder where there is none, takes hold of it, and sees that all that was asked for can be written there.
    pub fn open(request: &Request<'_>, kind: Kind) -> Result<Self, Error> {
        let (path, root) = folder(request.path)?;
        let share = if kind == Kind::Shards { Share::WithOthers } else { Share::Alone };
        let lock = Lock::take(&root, &path, share)?;
        let own = look::known(&root, &path)?.unwrap_or_else(|| List::new(kind, request.what));
        let mut guard = Self { path, root, charts: None, own, before: None, lock };
        let is_needed = request.names.iter().any(|name| name.starts_with(CHARTS));
        guard.charts = guard.charts(is_needed)?;
        guard.one_kind(request, kind)?;
        for name in request.names {
            if kind == Kind::Shards {
                continue; // they know themselves
            }
            if let Standing::Foreign(why) = guard.ask(name) {
                return Err(foreign(&guard.path.join(name), why));
            }
        }
        if is_needed && guard.charts.is_none() {
            guard.charts = Some(guard.make_charts()?);
        }
        hidden::prepare(&guard.root).map_err(|reason| cannot_create(&guard.path, &reason))?;
        match guard.charts.as_ref().map(hidden::prepare) {
            Some(Err(reason)) if is_needed => return Err(cannot_create(&guard.path.join(CHARTS), &reason)),
            Some(Err(_)) => guard.charts = None, // what is there stays
            _ => {}
        }
        Ok(guard)
    }

    /// The folder that a name lies in, and its name there; none where `charts/` is not there.
    pub fn at<'n>(&self, name: &'n str) -> Option<(&Arc<Dir>, &'n str)> {
        match name.split_once('/') {
            Some((_, name)) => Some((self.charts.as_ref()?, name)),
            None => Some((&self.root, name)),
        }
    }

    /// Opens `charts/` where it is there. Where it is needed, it must be a folder.
    fn charts(&self, is_needed: bool) -> Result<Option<Arc<Dir>>, Error> {
        match self.root.folder(CHARTS) {
            Ok(folder) => Ok(Some(Arc::new(folder))),
            Err(reason) if !is_needed || reason.kind() == ErrorKind::NotFound => Ok(None),
            Err(reason) => Err(no_folder(&self.path.join(CHARTS), &reason)),
        }
    }

    /// Makes `charts/`.
    fn make_charts(&self) -> Result<Arc<Dir>, Error> {
        let made = self.root.make_folder(CHARTS).and_then(|()| self.root.folder(CHARTS));
        made.map(Arc::new).map_err(|reason| no_folder(&self.path.join(CHARTS), &reason))
    }

    /// Sees that the folder holds nothing but the kind of result at hand, and tells what will be replaced.
    fn one_kind(&mut self, request: &Request<'_>, kind: Kind) -> Result<(), Error> {
        let place = self.path.display().to_string();
        let Some(held) = self.held() else {
            self.own = List::new(kind, request.what);
            return Ok(());
        };
        if held != kind {
            let (held, kind) = (held.article(), kind.article());
            let message = format!("{place} holds {held}, and this would be {kind}: a folder holds one kind of result");
            return Err(refused(message));
        }
        if kind == Kind::Shards {
            return Ok(());
        }
        let what = list::shortened(request.what);
        let before = self.own.what.clone().filter(|before| *before != what);
        let words = before.as_ref().map_or_else(String::new, |before| format!(" of {before}"));
        if before.is_some() && !request.is_chosen {
            let message = format!("{place} holds the {}{words}, which this one would replace", kind.shown());
            return Err(refused(message));
        }
        self.before = Some(format!("the earlier {}{words} in {place}", kind.shown()));
        Ok(())
    }

    /// The kind of result that the folder holds; none where it holds none.
    fn held(&self) -> Option<Kind> {
        let is_there = |name: &&str| self.at(name).is_some_and(|(folder, name)| folder.facts(name).is_ok());
        if self.own.names().iter().any(is_there) {
            return Some(self.own.kind);
        }
        let has_shards = |names: Vec<String>| names.iter().any(|name| Kind::Shards.has(name));
        self.root.names().is_ok_and(has_shards).then_some(Kind::Shards)
    }

    /// Asks whose the file of a name is now.
    pub fn ask(&self, name: &str) -> Standing {
        let Some((folder, short)) = self.at(name) else { return Standing::Nothing };
        let file = match folder.read_plain(short) {
            Err(reason) if reason.kind() == ErrorKind::NotFound => return Standing::Nothing,
            Err(_) => return Standing::Foreign("cannot be read, and so it is not known whether a run wrote it"),
            Ok(None) => return Standing::Foreign("is no plain file, or has a second name (a hard link)"),
            Ok(Some(file)) => file,
        };
        let known = Known::new(file);
        let is_ours = known.len().is_some_and(|len| {
            self.own.may_have(name, len)
                && look::digest(known.file()).is_ok_and(|digest| self.own.has(name, len, &digest))
        });
        match (is_ours, self.own.names().contains(name)) {
            (true, _) => Standing::Ours(known),
            (false, true) => Standing::Foreign("was changed since a run wrote it"),
            (false, false) => Standing::Foreign("is there already, and no run wrote it"),
        }
    }

    /// Gives all files their names, the last one last, in place of what earlier runs wrote; what those left under other
    /// names goes, and their manifest first: no manifest ever tells of files that are not there.
    pub fn publish(&self, mut files: Vec<(String, Whole)>, what: &str) -> Result<(), Error> {
        let mut own = List::new(self.own.kind, what);
        for (name, whole) in &files {
            own.add(name, &whole.digest, whole.length);
        }
        let mut old = Vec::new();
        for name in std::iter::once(manifest::NAME).chain(self.own.and(&own).names()) {
            match self.ask(name) {
                Standing::Ours(known) if !old.iter().any(|(other, _)| *other == name) => {
                    old.push((name.to_owned(), known));
                }
                Standing::Foreign(why) if own.names().contains(name) => {
                    let error = foreign(&self.path.join(name), why);
                    return Err(undo::kept(self, &mut files, &own, error));
                }
                _ => {}
            }
        }
        if let Err(error) = self.charts_are_still_there().and_then(|()| self.list(&self.own.and(&own))) {
            return Err(undo::kept(self, &mut files, &own, error));
        }
        let mut aside = Vec::new();
        if let Err(error) = self.exchange(&mut files, old, &mut aside) {
            return Err(undo::undone(self, &mut files, &aside, &own, error));
        }
        self.settle(aside);
        let _ = self.list(&own); // the list that is there tells of all these files as well
        self.is_still_there()
    }

    /// Removes old files whose successors are in their places, and those that killed runs set aside: as long as nobody
    /// wrote into them.
    pub fn settle(&self, aside: Vec<Aside>) {
        aside.into_iter().for_each(Aside::remove);
        for folder in std::iter::once(&self.root).chain(&self.charts) {
            hidden::clear(folder, hidden::ASIDE, |file| look::is_as_written(file, &self.own));
        }
    }

    fn exchange(
        &self,
        files: &mut [(String, Whole)],
        old: Vec<(String, Known)>,
        aside: &mut Vec<Aside>,
    ) -> Result<(), Error> {
        for (name, known) in old {
            let Some((folder, short)) = self.at(&name) else { continue };
            let place = self.path.join(&name);
            let taken = Aside::take(folder, short, known).map_err(|reason| undo::not_replaced(&place, &reason))?;
            let is_it = taken.is_it();
            aside.push(taken);
            if !is_it {
                return Err(undo::changed(&place));
            }
        }
        for (name, whole) in files {
            let Some((folder, short)) = self.at(name) else { continue };
            let placed = whole.file.place(folder, short);
            placed.map_err(|reason| undo::not_replaced(&self.path.join(&*name), &reason))?;
        }
        Ok(())
    }

    /// Whether `charts/` is the folder that was opened.
    fn charts_are_still_there(&self) -> Result<(), Error> {
        let Some(charts) = &self.charts else { return Ok(()) };
        let same = self.root.facts(CHARTS).ok().zip(charts.own_facts().ok()).is_some_and(|(now, then)| now.id == then);
        if same { Ok(()) } else { Err(foreign(&self.path.join(CHARTS), "was moved or replaced since the run began")) }
    }

    /// Sees that the path leads to the folder that was opened: else its user would look for the files in vain.
    pub fn is_still_there(&self) -> Result<(), Error> {
        let now = Dir::open(&self.path).and_then(|folder| folder.own_facts());
        match now.ok().zip(self.root.own_facts().ok()) {
            Some((now, then)) if now == then => Ok(()),
            _ => Err(undo::moved(&self.path)),
        }
    }

    /// Writes the list of what is ours.
    fn list(&self, own: &List) -> Result<(), Error> {
        let place = self.path.join(LIST);
        let write = |reason: &io::Error| super::trouble::disk(&place, reason);
        let mut file = Hidden::create(&self.root).map_err(|reason| write(&reason))?;
        file.write_all(own.text().as_bytes()).and_then(|()| file.sync()).map_err(|reason| write(&reason))?;
        let aside = match self.root.read_plain(LIST) {
            Err(reason) if reason.kind() == ErrorKind::NotFound => None,
            old => {
                let known = old.ok().flatten().map(Known::new).filter(|old| look::list_of(old.file()).is_some());
                let Some(known) = known else { return Err(foreign(&place, NO_LIST)) };
                let aside = Aside::take(&self.root, LIST, known).map_err(|reason| write(&reason))?;
                if !aside.is_it() {
                    let _ = aside.put_back();
                    return Err(foreign(&place, NO_LIST));
                }
                Some(aside)
            }
        };
        let placed = file.place(&self.root, LIST);
        match (placed, aside) {
            (Ok(()), aside) => aside.into_iter().for_each(Aside::remove),
            (Err(reason), aside) => {
                let _ = aside.map(|aside| aside.put_back()); // else the manifest tells what the list told
                return Err(write(&reason));
            }
        }
        Ok(())
    }
}

/// Makes a folder with those above it, where there is none, and opens it.
pub fn folder(path: &Path) -> Result<(PathBuf, Arc<Dir>), Error> {
    let path: PathBuf = path.components().collect(); // `link/` and `link/.` lead where a link does, `link` is the link
    std::fs::create_dir_all(&path).map_err(|reason| no_folder(&path, &reason))?;
    let root = Dir::open(&path).map_err(|reason| no_folder(&path, &reason))?;
    Ok((path, Arc::new(root)))
}

#[cfg(test)]
mod tests;
