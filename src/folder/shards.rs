//! Files that stand alone: shards, several of which are written into one folder at the same time,
//! and a new scenario.

use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::Claim;
use super::dir::Dir;
use super::guard::{Guard, Standing};
use super::hidden::{Aside, Hidden};
use super::known::Known;
use super::list::List;
use super::names::ResultKind;
use super::pending::{FinishedFile, PendingFile};
use super::trouble::{foreign, plain, unread};
use super::undo;
use crate::error::{Error, Problem};
use crate::report::shard::MOST_BYTES;

/// How often two runs may come between each other.
const ATTEMPTS: usize = 10;

/// A shard on its way.
#[derive(Debug)]
pub struct NewShard<J> {
    guard: Guard,
    pending: PendingFile,
    name: String,
    what: String,
    is_same: J,
}

impl<J: Fn(&str) -> bool> NewShard<J> {
    /// Begins a shard in a folder that others may write to at the same time, before its run, so
    /// that no work is lost. One that is there already is replaced where `is_same` says of its text
    /// that it is the same part of the same run.
    ///
    /// # Errors
    /// As [`Folder::open`](super::Folder::open).
    pub fn begin(request: &Claim<'_>, is_same: J) -> Result<Self, Error> {
        let guard = Guard::open(request, ResultKind::Shards)?;
        let Some(name) = request
            .names
            .first()
            .filter(|name| ResultKind::Shards.has(name))
        else {
            return Err(super::unknown(request.names));
        };
        let place = guard.path.join(name);
        if let Standing::Foreign(error) = standing(&guard, name, &is_same) {
            return Err(error);
        }
        guard.may_move(std::iter::once(name.as_str()))?;
        let pending = PendingFile::new(&guard.root, &place)?;
        Ok(Self {
            guard,
            pending,
            name: name.clone(),
            what: request.what.to_owned(),
            is_same,
        })
    }

    /// Writes the shard and gives it its name; where another run does so at the same moment, either
    /// of the two has it.
    ///
    /// # Errors
    /// As [`Folder::publish`](super::Folder::publish).
    pub fn complete(self, bytes: &[u8]) -> Result<(), Error> {
        let Self {
            guard,
            pending,
            name,
            what,
            is_same,
        } = self;
        if keeps(&guard, &name, bytes) {
            guard.settle(Vec::new());
            return guard.is_still_there();
        }
        let whole = pending.complete(bytes)?;
        let mut own = List::new(ResultKind::Shards, &what);
        own.add(&name, &whole.digest, whole.length);
        let mut files = vec![(name, whole)];
        let mut aside = Vec::new();
        match exchange(&guard, &mut files, &mut aside, &is_same) {
            Ok(()) => {}
            Err(error) if aside.is_empty() => {
                return Err(undo::kept(&guard, &mut files, &own, error));
            }
            Err(error) => return Err(undo::undone(&guard, &mut files, &aside, &own, error)),
        }
        let aside = aside
            .into_iter()
            .map(|old| looked_at_again(&guard, old, &is_same));
        guard.settle(aside.collect());
        guard.is_still_there()
    }
}

/// Whether a shard is there already to the byte. Then it stays: were it replaced, a run that is
/// killed at that moment would leave none. It counts as written now, for programs that go by the
/// time of a file.
fn keeps(guard: &Guard, name: &str, bytes: &[u8]) -> bool {
    let Ok(Some(file)) = guard.root.read_plain(name) else {
        return false;
    };
    let mut there = Vec::new();
    let is_read = (&file).take(MOST_BYTES).read_to_end(&mut there).is_ok();
    let is_it = is_read && there == bytes && guard.root.leads_to(name, &file);
    is_it && file.set_modified(SystemTime::now()).is_ok()
}

/// Gives a shard its name, in place of the same part of an earlier run. Another run may do so at
/// the same moment: then one of them finds the file of the other, which holds the same counts.
fn exchange(
    guard: &Guard,
    files: &mut [(String, FinishedFile)],
    aside: &mut Vec<Aside>,
    is_same: &impl Fn(&str) -> bool,
) -> Result<(), Error> {
    let Some((name, whole)) = files.first_mut() else {
        return Ok(());
    };
    let place = guard.path.join(&*name);
    for _ in 0..ATTEMPTS {
        match standing(guard, name, is_same) {
            Standing::Foreign(error) => return Err(error),
            Standing::Ours(_) if !aside.is_empty() => return Ok(()), // it came after what was there before
            Standing::Nothing => {}
            Standing::Ours(known) => match set_aside(guard, name, known, is_same)? {
                Some(old) => aside.push(old),
                None => continue,
            },
        }
        match whole.file.place(&guard.root, name) {
            Ok(()) => return Ok(()),
            Err(reason) if reason.kind() == ErrorKind::AlreadyExists => {} // what came is looked at in its turn
            Err(reason) => return Err(undo::not_replaced(&place, &reason)),
        }
    }
    Err(undo::changed(&place))
}

/// Sets aside the same part of an earlier run, or of another run that came in between; none where
/// that run was faster.
fn set_aside(
    guard: &Guard,
    name: &str,
    known: Known,
    is_same: &impl Fn(&str) -> bool,
) -> Result<Option<Aside>, Error> {
    let place = guard.path.join(name);
    let old = match Aside::take(&guard.root, name, known) {
        Err(reason) if reason.kind() == ErrorKind::NotFound => return Ok(None),
        old => old.map_err(|reason| undo::not_replaced(&place, &reason))?,
    };
    if old.is_it() {
        return Ok(Some(old));
    }
    if let Standing::Ours(known) = standing(guard, old.hidden(), is_same) {
        return Ok(Some(old.known_as(known)));
    }
    match old.put_back() {
        Ok(()) => Ok(None), // and it is looked at in its turn
        Err(reason) => Err(undo::stays_aside(&old, &reason, undo::changed(&place))),
    }
}

/// A file that was set aside, known by what it is now: a run that finds its own counts there sets
/// the time of the file, also while another run sets it aside, and that is no reason to leave it.
fn looked_at_again(guard: &Guard, old: Aside, is_same: &impl Fn(&str) -> bool) -> Aside {
    if old.is_it() {
        return old;
    }
    match standing(guard, old.hidden(), is_same) {
        Standing::Ours(known) => old.known_as(known),
        Standing::Nothing | Standing::Foreign(_) => old,
    }
}

/// Whose the file is that has the name of a shard.
fn standing(guard: &Guard, name: &str, is_same: &impl Fn(&str) -> bool) -> Standing {
    let place = guard.path.join(name);
    let file = match guard.root.read_plain(name) {
        Err(reason) if reason.kind() == ErrorKind::NotFound => return Standing::Nothing,
        Err(reason) => return Standing::Foreign(unread(&place, &reason)),
        Ok(None) => return Standing::Foreign(foreign(&place, "is no file that a run wrote")),
        Ok(Some(file)) => file,
    };
    let known = Known::new(&file);
    let mut text = String::new();
    match (known, (&file).take(MOST_BYTES).read_to_string(&mut text)) {
        (Err(reason), _) => Standing::Foreign(unread(&place, &reason)),
        (Ok(known), Ok(_)) if is_same(&text) => Standing::Ours(known.held(file)),
        _ => Standing::Foreign(foreign(
            &place,
            "is there already, and is not this part of this run",
        )),
    }
}

/// Writes a file whole where there is none yet.
///
/// # Errors
/// [`Error::CannotCreate`] where there is one already or none can be made, [`Error::Disk`] where writing it fails.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Err(refused(path, "it has no name that is text"));
    };
    let folder = Dir::open(&parent(path)).map_err(|reason| refused(path, &plain(&reason)))?;
    if folder.facts(name).is_ok() {
        return Err(is_there(path));
    }
    let mut file =
        Hidden::create(&Arc::new(folder)).map_err(|reason| refused(path, &plain(&reason)))?;
    file.write_all(bytes)
        .and_then(|()| file.sync())
        .map_err(|reason| unwritten(path, &reason))?;
    file.place_here(name).map_err(|reason| match reason.kind() {
        ErrorKind::AlreadyExists => is_there(path),
        _ => refused(path, &plain(&reason)),
    })
}

fn parent(path: &Path) -> PathBuf {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
        .to_owned()
}

fn is_there(path: &Path) -> Error {
    let problem = Problem::new(format!("{} is there already", path.display()));
    Error::CannotCreate(problem.help("choose another name, or move it away"))
}

fn unwritten(path: &Path, reason: &io::Error) -> Error {
    let problem = Problem::new(format!(
        "cannot write {}: {}",
        path.display(),
        plain(reason)
    ));
    Error::Disk(problem.help("make room, or change to a folder where there is some"))
}

fn refused(path: &Path, reason: &str) -> Error {
    let problem = Problem::new(format!("cannot create {}: {reason}", path.display()));
    Error::CannotCreate(problem.help("change to a folder that you may write to"))
}
