//! The one hand that this program has on the disk: it decides what is written, replaced and removed. `exchange.rs` does that
//! at the end of a run, and `shards.rs` for files that stand alone.
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
//!    aside under a hidden name and looked at once more; a new file takes only a name that nothing has. What can be known
//!    beforehand is refused beforehand: too few files that may be open, old files of another user that this one may not move.
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

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Claim;
use super::dir::Dir;
use super::hidden;
use super::known::Known;
use super::list::{self, List};
use super::lock::{Lock, Sharing};
use super::look;
use super::names::{CHARTS, LIST, ResultKind};
use super::trouble::{cannot_create, foreign, no_folder, of_another_user, refused, unread};
use crate::error::Error;

/// How many files may have to be open at a time, beside the folder: the lock, `charts/`, a table on its way, and what
/// is looked at or kept at the end. It does not grow with the number of files.
const MOST_OPEN: usize = 8;

/// What has a name.
#[derive(Debug)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// A file of ours, as it was written.
    Ours(Known),
    /// Something else, and the error that says why it is not ours.
    Foreign(Error),
}

/// A folder that this run holds.
#[derive(Debug)]
pub struct Guard {
    /// What to call it.
    pub path: PathBuf,
    pub(super) root: Arc<Dir>,
    pub(super) charts: Option<Arc<Dir>>,
    /// What of it is ours.
    pub(super) own: List,
    /// The user that owns what this run writes.
    user: u32,
    /// What is there already that will be replaced, in words.
    pub before: Option<String>,
    /// Held as long as the folder is.
    pub lock: Lock,
}

impl Guard {
    /// Makes a folder where there is none, takes hold of it, and sees that all that was asked for can be written there.
    pub fn open(request: &Claim<'_>, kind: ResultKind) -> Result<Self, Error> {
        let (path, root) = folder(request.path)?;
        root.can_open(MOST_OPEN)
            .map_err(|reason| cannot_create(&path, &reason))?;
        let share = if kind == ResultKind::Shards {
            Sharing::WithOthers
        } else {
            Sharing::Alone
        };
        let lock = Lock::take(&root, &path, share)?;
        let own = look::known(&root, &path)?.unwrap_or_else(|| List::new(kind, request.what));
        let mut guard = Self {
            path,
            root,
            charts: None,
            own,
            user: 0,
            before: None,
            lock,
        };
        let is_needed = request.names.iter().any(|name| name.starts_with(CHARTS));
        guard.charts = guard.charts(is_needed)?;
        guard.one_kind(request, kind)?;
        for name in request.names {
            if kind == ResultKind::Shards {
                continue; // they know themselves
            }
            if let Standing::Foreign(error) = guard.ask(name) {
                return Err(error);
            }
        }
        if is_needed && guard.charts.is_none() {
            guard.charts = Some(guard.make_charts()?);
        }
        guard.user =
            hidden::prepare(&guard.root).map_err(|reason| cannot_create(&guard.path, &reason))?;
        if let Err(error) = guard.prepare_charts() {
            if is_needed {
                return Err(error);
            }
            guard.charts = None; // what is there stays
        }
        guard.may_move(guard.all_to_move().filter(|name| !name.starts_with(CHARTS)))?;
        Ok(guard)
    }

    /// Sees that charts can be written, and that old ones can be moved.
    fn prepare_charts(&self) -> Result<(), Error> {
        let Some(charts) = &self.charts else {
            return Ok(());
        };
        hidden::prepare(charts)
            .map_err(|reason| cannot_create(&self.path.join(CHARTS), &reason))?;
        self.may_move(self.all_to_move().filter(|name| name.starts_with(CHARTS)))
    }

    /// The names of all files that a run that is not one of shards moves, where they are there.
    fn all_to_move(&self) -> impl Iterator<Item = &str> {
        let listed = self.own.names().into_iter().chain([LIST]);
        listed.filter(|_| self.own.kind != ResultKind::Shards)
    }

    /// Sees that the user may move files, if they are there: in a folder that several users share, each may move their own.
    pub fn may_move<'n>(&self, mut names: impl Iterator<Item = &'n str>) -> Result<(), Error> {
        match names.find(|name| self.is_of_another_user(name)) {
            Some(name) => Err(of_another_user(&self.path, name)),
            None => Ok(()),
        }
    }

    /// Whether a file is there that only another user may move.
    fn is_of_another_user(&self, name: &str) -> bool {
        self.at(name).is_some_and(|(folder, name)| {
            let owner = folder.facts(name).map(|facts| facts.owner);
            owner.is_ok_and(|owner| owner != self.user)
                && folder.keeps_apart(self.user).unwrap_or(false)
        })
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
        let made = self
            .root
            .make_folder(CHARTS)
            .and_then(|()| self.root.folder(CHARTS));
        made.map(Arc::new)
            .map_err(|reason| no_folder(&self.path.join(CHARTS), &reason))
    }

    /// Sees that the folder holds nothing but the kind of result at hand, and tells what will be replaced.
    fn one_kind(&mut self, request: &Claim<'_>, kind: ResultKind) -> Result<(), Error> {
        let place = self.path.display().to_string();
        let Some(held) = self.held() else {
            self.own = List::new(kind, request.what);
            return Ok(());
        };
        if held != kind {
            let message = format!(
                "{place} holds {}, and this would be {}: a folder holds one kind of result",
                held.article(),
                kind.article()
            );
            return Err(refused(message));
        }
        if kind == ResultKind::Shards {
            return Ok(());
        }
        let what = list::shortened(request.what);
        let is_same = self.own.what.as_ref() == Some(&what);
        let words = match &self.own.what {
            Some(_) if is_same => String::new(),
            Some(before) => format!(" of {before}"),
            None => " of what its manifest does not tell".to_owned(),
        };
        if !is_same && !request.is_chosen {
            let message = format!(
                "{place} holds the {}{words}, which this one would replace",
                kind.shown()
            );
            return Err(refused(message));
        }
        let stay = kind == ResultKind::Plots
            && is_same
            && !request.names.iter().any(|name| self.is_there(name));
        self.before = (!stay).then(|| format!("the earlier {}{words} in {place}", kind.shown()));
        Ok(())
    }

    /// The kind of result that the folder holds; none where it holds none. A result that a killed run set aside is there
    /// still: under hidden names alone, where the run was killed before it placed its first file.
    fn held(&self) -> Option<ResultKind> {
        let names = self.own.names();
        if names.iter().any(|name| self.is_there(name)) || self.has_set_aside() {
            return Some(self.own.kind);
        }
        let names = self.root.names().unwrap_or_default();
        let has_shards = names.iter().any(|name| ResultKind::Shards.has(name));
        has_shards.then_some(ResultKind::Shards)
    }

    fn is_there(&self, name: &str) -> bool {
        self.at(name)
            .is_some_and(|(folder, name)| folder.facts(name).is_ok())
    }

    /// Whether a file of the result lies under a hidden name.
    fn has_set_aside(&self) -> bool {
        self.folders().any(|folder| {
            hidden::has(folder, hidden::ASIDE, |file| {
                look::is_listed(file, &self.own)
            })
        })
    }

    /// The folder, and `charts/` where it is there.
    pub fn folders(&self) -> impl Iterator<Item = &Arc<Dir>> {
        std::iter::once(&self.root).chain(&self.charts)
    }

    /// Asks whose the file of a name is now.
    pub fn ask(&self, name: &str) -> Standing {
        let Some((folder, short)) = self.at(name) else {
            return Standing::Nothing;
        };
        let place = self.path.join(name);
        let file = match folder.read_plain(short) {
            Err(reason) if reason.kind() == ErrorKind::NotFound => return Standing::Nothing,
            Err(reason) => return Standing::Foreign(unread(&place, &reason)),
            Ok(None) => {
                return Standing::Foreign(foreign(
                    &place,
                    "is no plain file, or has a second name (a hard link)",
                ));
            }
            Ok(Some(file)) => file,
        };
        match self.ours(name, &file) {
            Err(reason) => Standing::Foreign(unread(&place, &reason)),
            Ok(Some(known)) => Standing::Ours(known),
            Ok(None) if self.own.names().contains(name) => {
                Standing::Foreign(foreign(&place, "was changed since a run wrote it"))
            }
            Ok(None) => Standing::Foreign(foreign(&place, "is there already, and no run wrote it")),
        }
    }

    /// An open file of a name, if it is as a run wrote it.
    fn ours(&self, name: &str, file: &File) -> io::Result<Option<Known>> {
        let len = file.metadata()?.len();
        if !self.own.may_have(name, len) {
            return Ok(None);
        }
        let known = Known::new(file)?; // before it is read
        let digest = look::digest(file)?;
        Ok(self.own.has(name, len, &digest).then_some(known))
    }
}

/// Makes a folder with those above it, where there is none, and opens it.
pub fn folder(path: &Path) -> Result<(PathBuf, Arc<Dir>), Error> {
    let path: PathBuf = path.components().collect(); // `link/` and `link/.` lead where a link does, `link` is the link
    std::fs::create_dir_all(&path).map_err(|reason| no_folder(&path, &reason))?;
    let root = Dir::open(&path).map_err(|reason| no_folder(&path, &reason))?;
    Ok((path, Arc::new(root)))
}
