//! Files of ours that were looked at, and how they are known again.

use std::fs::File;
use std::io;

use super::dir::{self, Dir, FileFacts};

/// A file of ours that was looked at: it is what was looked at as long as nothing was written into
/// it. It need not stay open, since a process may have few files open, and a result may have many.
#[derive(Debug)]
pub struct Known {
    was: FileFacts,
    _held: Option<File>,
}

impl Known {
    /// A file before it is read.
    pub fn new(file: &File) -> io::Result<Self> {
        Ok(Self {
            was: dir::facts(file)?,
            _held: None,
        })
    }

    /// The file held open, and locked where the file system has locks: in a folder that other runs
    /// hold as well, none of them clears it away.
    pub fn held(self, file: File) -> Self {
        let _ = file.try_lock();
        Self {
            _held: Some(file),
            ..self
        }
    }

    /// Whether it is what has this name, and nobody wrote into it since.
    pub fn is_at(&self, folder: &Dir, name: &str) -> bool {
        self.was.is_plain() && folder.facts(name).is_ok_and(|now| now == self.was)
    }
}
