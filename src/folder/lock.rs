//! One run at a time: the lock of a folder. It says who holds it; the system lets go of it however
//! the run ends.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::Path;
use std::sync::Arc;

use super::dir::{self, Dir};
use super::hidden::Hidden;
use super::names::LOCK;
use super::trouble::{cannot_create, foreign};
use crate::error::{Error, Problem};

/// No holder says more.
const MOST_BYTES: u64 = 40;
/// How often a lock may go away between two looks.
const ATTEMPTS: usize = 10;

/// Who may hold a folder beside this run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// Nobody.
    Alone,
    /// Others that write files of their own.
    WithOthers,
}

/// A lock that is held until it is dropped, or until the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
    /// Whether the file system has locks.
    pub is_held: bool,
}

impl Lock {
    /// Takes the lock of a folder. The file stays, since a lock on a file that others may remove
    /// holds nothing.
    ///
    /// # Errors
    /// [`Error::Held`] where another run has it, [`Error::CannotCreate`] where the folder cannot be written to or what has
    /// the name of the lock is none of ours.
    pub fn take(folder: &Arc<Dir>, path: &Path, share: Sharing) -> Result<Self, Error> {
        let place = path.join(LOCK);
        for _ in 0..ATTEMPTS {
            let file = match folder.facts(LOCK) {
                Err(reason) if reason.kind() == ErrorKind::NotFound => {
                    make(folder).map_err(|reason| cannot_create(&place, &reason))?;
                    continue;
                }
                Ok(facts) if !facts.is_plain() => {
                    return Err(foreign(&place, "is no file that this program wrote"));
                }
                _ => folder
                    .update(LOCK)
                    .map_err(|reason| cannot_create(&place, &reason))?,
            };
            let is_plain = dir::facts(&file).is_ok_and(dir::FileFacts::is_plain);
            let Some(holder) = holder(&file).filter(|_| is_plain) else {
                return Err(foreign(&place, "is no file that this program wrote"));
            };
            let taken = match share {
                Sharing::Alone => file.try_lock(),
                Sharing::WithOthers => file.try_lock_shared(),
            };
            if matches!(taken, Err(TryLockError::WouldBlock)) {
                let problem = Problem::new(format!(
                    "another run holds {}: process {holder}",
                    path.display()
                ));
                return Err(Error::Held(
                    problem.help("wait for it, or name another folder with `--out`"),
                ));
            }
            if folder.leads_to(LOCK, &file) {
                tell(&file);
                // A file system that refuses locks: better without than not at all.
                return Ok(Self {
                    _file: file,
                    is_held: taken.is_ok(),
                });
            }
        }
        Err(foreign(
            &place,
            "appears and disappears: another program is changing it",
        ))
    }
}

/// Makes the lock of a folder, whole from the first moment on.
fn make(folder: &Arc<Dir>) -> std::io::Result<()> {
    let mut file = Hidden::create(folder)?;
    file.write_all(text().as_bytes())?;
    file.close(); // else it would be held for a moment against those that share it
    match file.place(folder, LOCK) {
        // Another run was faster, or took it for what a killed run left.
        Err(reason)
            if matches!(
                reason.kind(),
                ErrorKind::AlreadyExists | ErrorKind::NotFound
            ) =>
        {
            Ok(())
        }
        placed => placed,
    }
}

/// What a lock says; always as long, so that there is room for it.
fn text() -> String {
    format!("process {:>10}\n", std::process::id())
}

/// Who holds a lock; none where the file is no lock of ours.
fn holder(file: &File) -> Option<u64> {
    let mut content = String::new();
    file.take(MOST_BYTES).read_to_string(&mut content).ok()?;
    let number = content
        .strip_prefix("process ")?
        .strip_suffix('\n')?
        .trim_start_matches(' ');
    number
        .parse()
        .ok()
        .filter(|holder: &u64| holder.to_string() == number)
}

/// Says who holds the lock: a courtesy, since that it is held is known.
fn tell(mut file: &File) {
    let _ = file
        .rewind()
        .and_then(|()| file.write_all(text().as_bytes()));
}
