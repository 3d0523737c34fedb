//! An open folder, and the few things that are ever done in it. Only `guard`, `hidden` and `undo`
//! use what changes the disk.

#[cfg(any(not(unix), test))]
#[cfg_attr(unix, allow(dead_code))] // read and compiled here, run elsewhere
mod other;
#[cfg(unix)]
mod unix;

use std::fs::File;
use std::io::{self, Read};

#[cfg(all(unix, test))]
pub use other::Dir as ByPath;
#[cfg(not(unix))]
pub use other::{Dir, facts, is_same};
#[cfg(unix)]
pub use unix::{Dir, facts, is_same};

/// What something that has a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Whether it is a regular file.
    pub is_file: bool,
    /// How many names it has.
    pub links: u64,
    /// What tells it from all others that are there with it.
    pub id: (u64, u64),
    /// Its length in bytes.
    pub len: u64,
    /// When it was last written: seconds and nanoseconds since 1970.
    pub written: (i64, i64),
    /// Who owns it.
    pub owner: u32,
}

impl FileFacts {
    /// Whether it is a regular file with one name: what this program writes is.
    pub const fn is_plain(self) -> bool {
        self.is_file && self.links == 1
    }

    /// Whether it is a file that has no name any more: another run took it away while it was looked
    /// at.
    const fn is_gone(self) -> bool {
        self.is_file && self.links == 0
    }
}

impl Dir {
    /// Opens a file to read it, if it is regular and has one name; none where it is anything else.
    /// The kind is looked at before it is opened, and of what is open.
    pub fn read_plain(&self, name: &str) -> io::Result<Option<File>> {
        let named = self.facts(name)?;
        if !named.is_plain() {
            return if named.is_gone() {
                Err(io::ErrorKind::NotFound.into())
            } else {
                Ok(None)
            };
        }
        let file = self.read(name)?;
        match facts(&file)? {
            found if found.is_gone() => Err(io::ErrorKind::NotFound.into()),
            found => Ok(Some(file).filter(|_| found.is_plain())),
        }
    }

    /// The text of such a file; none where it is anything else, longer than this, or no text.
    pub fn text(&self, name: &str, most_bytes: u64) -> io::Result<Option<String>> {
        let Some(file) = self.read_plain(name)? else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        file.take(most_bytes + 1).read_to_end(&mut bytes)?;
        Ok(String::from_utf8(bytes)
            .ok()
            .filter(|text| text.len() as u64 <= most_bytes))
    }

    /// Whether an open file is what has this name.
    pub fn leads_to(&self, name: &str, file: &File) -> bool {
        let ids = self.facts(name).ok().zip(facts(file).ok());
        ids.is_some_and(|(named, open)| named.id == open.id)
    }
}
