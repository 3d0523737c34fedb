//! What becomes of old and new files where a run cannot publish its own: the old ones get their names again, the new ones
//! are kept in a folder that is made for them.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;

use super::dir::Dir;
use super::guard::Guard;
use super::hidden::{Aside, Hidden};
use super::list::List;
use super::names::{CHARTS, LIST};
use super::passing::Whole;
use super::trouble::{foreign, plain};
use crate::error::{Error, Problem};

/// So many folders for new files are there at most.
const MOST: usize = 99;

/// The error of a file that could not be replaced at the last moment.
pub fn not_replaced(place: &Path, reason: &io::Error) -> Error {
    if reason.kind() == ErrorKind::AlreadyExists {
        return changed(place);
    }
    Error::Disk(Problem::new(format!("cannot put {} in its place: {}", place.display(), plain(reason))))
}

/// The error of a file that was changed, or came, while it was being replaced.
pub fn changed(place: &Path) -> Error {
    foreign(place, "was changed while its successor was to be put in its place")
}

/// Puts everything back as it was, keeps the new files, and says so.
pub fn undone(guard: &Guard, files: &mut [(String, Whole)], aside: &[Aside], own: &List, error: Error) -> Error {
    let mut mixed = String::new();
    for (name, whole) in files.iter_mut().rev() {
        if whole.file.take_back().is_err() {
            let _ = write!(mixed, "; {name} is the new one");
        }
    }
    for old in aside.iter().rev() {
        if let Err(reason) = old.put_back() {
            let _ = write!(mixed, "; {} lies under the name {} now: {}", old.name(), old.hidden(), plain(&reason));
        }
    }
    let old = if mixed.is_empty() {
        "the earlier files are as they were".to_owned()
    } else {
        format!("of the earlier files not all could be put back{mixed}")
    };
    kept(guard, files, own, with(error, &old))
}

/// Keeps new files that may not have their names, and adds to an error where they are.
pub fn kept(guard: &Guard, files: &mut [(String, Whole)], own: &List, error: Error) -> Error {
    match keep(guard, files, own) {
        Ok(name) => {
            let place = guard.path.join(name);
            with(error, &format!("the new files lie in {}", place.display()))
        }
        Err(reason) => with(error, &format!("the new files could not be kept: {}", plain(&reason))),
    }
}

/// Puts new files into a folder of their own, under their names, with a list that tells that they are ours.
fn keep(guard: &Guard, files: &mut [(String, Whole)], own: &List) -> io::Result<String> {
    let name = fresh(&guard.root)?;
    let folder = Arc::new(guard.root.folder(&name)?);
    let mut charts = None;
    for (file, whole) in files.iter_mut() {
        match file.split_once('/') {
            Some((_, chart)) => {
                if charts.is_none() {
                    folder.make_folder(CHARTS)?;
                    charts = Some(Arc::new(folder.folder(CHARTS)?));
                }
                charts.as_ref().map_or(Ok(()), |charts| whole.file.place(charts, chart))?;
            }
            None => whole.file.place(&folder, file)?,
        }
    }
    let mut list = Hidden::create(&folder)?;
    list.write_all(own.text().as_bytes())?;
    list.place(&folder, LIST)?;
    Ok(name)
}

/// Makes a folder of a name that nothing has.
fn fresh(root: &Dir) -> io::Result<String> {
    for number in 1..=MOST {
        let name = format!("new-{number}");
        match root.make_folder(&name) {
            Err(reason) if reason.kind() == ErrorKind::AlreadyExists => {}
            made => return made.map(|()| name),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// The same error, and what else is to be said.
fn with(error: Error, more: &str) -> Error {
    let add = |problem: Problem| Problem { message: format!("{}; {more}", problem.message), ..problem };
    match error {
        Error::CannotCreate(problem) => Error::CannotCreate(add(problem)),
        Error::Disk(problem) => Error::Disk(add(problem)),
        other => other,
    }
}
