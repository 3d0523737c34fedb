//! One run at a time: the lock of a folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Write};
use std::path::Path;

use super::cannot_create;
use crate::error::{Error, Problem};

/// The file that is locked. It stays, since a lock on a file that others may remove holds nothing.
const NAME: &str = ".offramp.lock";
/// No holder says more.
const MOST_BYTES: u64 = 200;

/// A lock that is held until it is dropped, or until the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a folder.
    ///
    /// # Errors
    /// [`Error::Held`] where another run has it, [`Error::CannotCreate`] where the folder cannot be written to.
    pub fn take(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(NAME);
        // What a link leads to is not ours to write into.
        if path.symlink_metadata().is_ok_and(|facts| !facts.is_file()) {
            return Err(super::foreign(&path, false));
        }
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = opened.map_err(|reason| cannot_create(folder, &reason))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Who it is, is a courtesy; that it is held, is known.
                let _ = file.take(MOST_BYTES).read_to_string(&mut holder);
                let problem = Problem::new(format!("another run holds {}: {}", folder.display(), holder.trim()));
                return Err(Error::Held(problem.help("wait for it, or name another folder with `--out`")));
            }
            // A file system without locks: better without than not at all.
            Err(TryLockError::Error(reason)) if reason.kind() == std::io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(reason)) => return Err(cannot_create(folder, &reason)),
        }
        let holder = format!("process {}\n", std::process::id());
        let told = file.set_len(0).and_then(|()| file.write_all(holder.as_bytes())).and_then(|()| file.flush());
        told.map_err(|reason| cannot_create(folder, &reason))?;
        Ok(Self { _file: file })
    }
}
