//! What becomes of old and new files where a run cannot publish its own: the old ones get their
//! names again, the new ones are kept in a folder that is made for them.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::dir::Dir;
use super::guard::Guard;
use super::hidden::{Aside, Hidden};
use super::list::List;
use super::names::{CHARTS, LIST};
use super::pending::FinishedFile;
use super::trouble::{foreign, plain};
use crate::error::{Error, Problem};

/// Maximum number of folders for new files.
const MOST: usize = 99;

/// The error of a file that could not be replaced at the last moment.
pub fn not_replaced(place: &Path, reason: &io::Error) -> Error {
    if reason.kind() == ErrorKind::AlreadyExists {
        return changed(place);
    }
    Error::Disk(Problem::new(format!(
        "cannot put {} in its place: {}",
        place.display(),
        plain(reason)
    )))
}

/// The error of a file that was changed, or came, while it was being replaced.
pub fn changed(place: &Path) -> Error {
    foreign(place, "was changed while it was being replaced")
}

/// The error of a folder that was moved away while the run went on.
pub fn moved(path: &Path) -> Error {
    let message = format!(
        "{} was moved or replaced while the run went on",
        path.display()
    );
    Error::CannotCreate(
        Problem::new(message)
            .help("the files of the run lie in the folder that it was, wherever that is now"),
    )
}

/// Puts everything back as it was, keeps the new files, and says so.
pub fn undone(
    guard: &Guard,
    files: &mut [(String, FinishedFile)],
    aside: &[Aside],
    own: &List,
    error: Error,
) -> Error {
    let mut mixed = String::new();
    for (name, whole) in files.iter_mut().rev() {
        if whole.file.take_back().is_err() {
            let _ = write!(mixed, "; {name} is still the new file");
        }
    }
    for old in aside.iter().rev() {
        if let Err(reason) = old.put_back() {
            let _ = write!(
                mixed,
                "; {} is now named {}: {}",
                old.name(),
                old.hidden(),
                plain(&reason)
            );
        }
    }
    let old = if mixed.is_empty() {
        "the earlier files are as they were".to_owned()
    } else {
        format!("not all earlier files could be put back{mixed}")
    };
    kept(guard, files, own, with(error, &old))
}

/// Adds to an error that an old file could not have its name again.
pub fn stays_aside(old: &Aside, reason: &io::Error, error: Error) -> Error {
    with(
        error,
        &format!(
            "{} is now named {}: {}",
            old.name(),
            old.hidden(),
            plain(reason)
        ),
    )
}

/// Keeps new files that may not have their names, and adds to an error where they are.
pub fn kept(
    guard: &Guard,
    files: &mut [(String, FinishedFile)],
    own: &List,
    error: Error,
) -> Error {
    let (name, lost) = match keep(guard, files, own) {
        Ok(kept) => kept,
        Err(reason) => {
            return with(
                error,
                &format!("the new files could not be kept: {}", plain(&reason)),
            );
        }
    };
    let place = guard.path.join(name);
    let but = if lost.is_empty() {
        String::new()
    } else {
        format!(", but for {}", lost.join(", "))
    };
    with(
        error,
        &format!("the new files lie in {}{but}", place.display()),
    )
}

/// Keeps what a stopped run came to beside a whole result, which it may not replace. Gives the
/// folder.
///
/// # Errors
/// Not all of it can be kept.
pub fn keep_aside(
    guard: &Guard,
    mut files: Vec<(String, FinishedFile)>,
    own: &List,
) -> Result<PathBuf, Error> {
    match keep(guard, &mut files, own) {
        Ok((name, lost)) if lost.is_empty() => Ok(guard.path.join(name)),
        Ok((name, lost)) => Err(not_replaced(
            &guard.path.join(name).join(&lost[0]),
            &ErrorKind::Other.into(),
        )),
        Err(reason) => Err(not_replaced(&guard.path.join("new-1"), &reason)),
    }
}

/// Puts new files into a folder of their own, under their names, with a list that says that they
/// are ours. Gives the name of that folder, and the names of those files that could not be put
/// there.
fn keep(
    guard: &Guard,
    files: &mut [(String, FinishedFile)],
    own: &List,
) -> io::Result<(String, Vec<String>)> {
    let name = fresh(&guard.root)?;
    let folder = Arc::new(guard.root.folder(&name)?);
    let has_charts = files.iter().any(|(file, _)| file.contains('/'));
    let charts = if has_charts {
        charts(&folder)
    } else {
        Err(ErrorKind::NotFound.into())
    };
    let mut lost = Vec::new();
    for (file, whole) in files.iter_mut() {
        let placed = match (file.split_once('/'), &charts) {
            (None, _) => whole.file.place(&folder, file),
            (Some((_, chart)), Ok(charts)) => whole.file.place(charts, chart),
            (Some(_), Err(reason)) => Err(reason.kind().into()),
        };
        if placed.is_err() {
            lost.push(file.clone());
        }
    }
    let _ = write_list(&folder, own); // on a full disk there is no room for it; the files are there without it
    Ok((name, lost))
}

fn charts(folder: &Dir) -> io::Result<Arc<Dir>> {
    folder.make_folder(CHARTS)?;
    folder.folder(CHARTS).map(Arc::new)
}

fn write_list(folder: &Arc<Dir>, own: &List) -> io::Result<()> {
    let mut list = Hidden::create(folder)?;
    list.write_all(own.text().as_bytes())?;
    list.place(folder, LIST)
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

/// Adds a message to an error.
fn with(error: Error, more: &str) -> Error {
    match error {
        Error::CannotCreate(problem) => Error::CannotCreate(with_message(problem, more)),
        Error::Disk(problem) => Error::Disk(with_message(problem, more)),
        other => other,
    }
}

fn with_message(problem: Problem, more: &str) -> Problem {
    Problem {
        message: format!("{}; {more}", problem.message),
        ..problem
    }
}
