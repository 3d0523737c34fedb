//! Files that stand alone: shards, several of which are written into one folder at the same time, and a new scenario.

use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Request;
use super::dir::Dir;
use super::guard::{Guard, Standing};
use super::hidden::{Aside, Hidden, Known};
use super::list::List;
use super::names::Kind;
use super::passing::Passing;
use super::trouble::{foreign, plain};
use super::undo;
use crate::error::{Error, Problem};
use crate::report::shard::MOST_BYTES;

/// A shard on its way.
#[derive(Debug)]
pub struct NewShard<J> {
    guard: Guard,
    passing: Passing,
    name: String,
    what: String,
    is_same: J,
}

impl<J: Fn(&str) -> bool> NewShard<J> {
    /// Begins a shard in a folder that others may write to at the same time, before its run, so that no work is lost. One
    /// that is there already is replaced where `is_same` says of its text that it is the same part of the same run.
    ///
    /// # Errors
    /// As [`Folder::open`](super::Folder::open).
    pub fn begin(request: &Request<'_>, is_same: J) -> Result<Self, Error> {
        let guard = Guard::open(request, Kind::Shards)?;
        let Some(name) = request.names.first().filter(|name| Kind::Shards.has(name)) else {
            return Err(super::unknown(request.names));
        };
        let place = guard.path.join(name);
        if let Standing::Foreign(why) = standing(&guard.root, name, &is_same) {
            return Err(foreign(&place, why));
        }
        let passing = Passing::new(&guard.root, &place)?;
        Ok(Self { guard, passing, name: name.clone(), what: request.what.to_owned(), is_same })
    }

    /// Writes the shard and gives it its name.
    ///
    /// # Errors
    /// As [`Folder::publish`](super::Folder::publish).
    pub fn complete(self, bytes: &[u8]) -> Result<(), Error> {
        let Self { guard, passing, name, what, is_same } = self;
        let (root, place) = (Arc::clone(&guard.root), guard.path.join(&name));
        let whole = passing.complete(bytes)?;
        let mut own = List::new(Kind::Shards, &what);
        own.add(&name, &whole.digest, whole.length);
        let mut files = vec![(name.clone(), whole)];
        let mut aside = Vec::new();
        match standing(&root, &name, &is_same) {
            Standing::Nothing => {}
            Standing::Foreign(why) => return Err(undo::kept(&guard, &mut files, &own, foreign(&place, why))),
            Standing::Ours(known) => match Aside::take(&root, &name, known) {
                Ok(old) => aside.push(old),
                Err(reason) => {
                    return Err(undo::kept(&guard, &mut files, &own, undo::not_replaced(&place, &reason)));
                }
            },
        }
        let placed = if aside.iter().all(Aside::is_it) {
            files[0].1.file.place(&root, &name).map_err(|reason| undo::not_replaced(&place, &reason))
        } else {
            Err(undo::changed(&place))
        };
        if let Err(error) = placed {
            return Err(undo::undone(&guard, &mut files, &aside, &own, error));
        }
        guard.settle(aside);
        guard.is_still_there()
    }
}

/// Whose the file is that has the name of a shard.
fn standing(root: &Dir, name: &str, is_same: &impl Fn(&str) -> bool) -> Standing {
    let known = match root.read_plain(name) {
        Err(reason) if reason.kind() == ErrorKind::NotFound => return Standing::Nothing,
        Ok(Some(file)) => Known::new(file),
        _ => return Standing::Foreign("is no file that a run wrote"),
    };
    let mut text = String::new();
    let read = known.file().take(MOST_BYTES).read_to_string(&mut text);
    if read.is_ok() && is_same(&text) {
        return Standing::Ours(known);
    }
    Standing::Foreign("is there already, and is not this part of this run")
}

/// Writes a file whole where there is none yet.
///
/// # Errors
/// [`Error::CannotCreate`] where there is one already or none can be made, [`Error::Disk`] where writing it fails.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let (Some(name), folder) = (path.file_name().and_then(|name| name.to_str()), parent(path)) else {
        return Err(refused(path, "it has no name that is text"));
    };
    let folder = Dir::open(&folder).map_err(|reason| refused(path, &plain(&reason)))?;
    if folder.facts(name).is_ok() {
        return Err(is_there(path));
    }
    let mut file = Hidden::create(&Arc::new(folder)).map_err(|reason| refused(path, &plain(&reason)))?;
    file.write_all(bytes).and_then(|()| file.sync()).map_err(|reason| unwritten(path, &reason))?;
    file.place_here(name).map_err(|reason| match reason.kind() {
        ErrorKind::AlreadyExists => is_there(path),
        _ => refused(path, &plain(&reason)),
    })
}

fn parent(path: &Path) -> PathBuf {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

fn is_there(path: &Path) -> Error {
    let problem = Problem::new(format!("{} is there already", path.display()));
    Error::CannotCreate(problem.help("choose another name, or move it away"))
}

fn unwritten(path: &Path, reason: &io::Error) -> Error {
    let problem = Problem::new(format!("cannot write {}: {}", path.display(), plain(reason)));
    Error::Disk(problem.help("make room, or change to a folder where there is some"))
}

fn refused(path: &Path, reason: &str) -> Error {
    let problem = Problem::new(format!("cannot create {}: {reason}", path.display()));
    Error::CannotCreate(problem.help("change to a folder that you may write to"))
}
