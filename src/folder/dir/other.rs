//! A folder by its path, where the system lets no folder be held open. What has a name is looked at
//! right before anything is done to it.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::FileFacts;

/// A folder.
#[derive(Debug)]
pub struct Dir(PathBuf);

impl Dir {
    /// Takes a folder that is no link.
    pub fn open(path: &Path) -> io::Result<Self> {
        if path.symlink_metadata()?.is_dir() {
            return Ok(Self(path.to_owned()));
        }
        Err(io::ErrorKind::NotADirectory.into())
    }

    /// Here a process may open as many files as it likes.
    #[allow(clippy::unnecessary_wraps, clippy::unused_self)] // as where it may not
    pub fn can_open(&self, _count: usize) -> io::Result<()> {
        Ok(())
    }

    /// Takes a folder in this one, if it is no link.
    pub fn folder(&self, name: &str) -> io::Result<Self> {
        Self::open(&self.0.join(name))
    }

    /// Makes a folder in this one.
    pub fn make_folder(&self, name: &str) -> io::Result<()> {
        fs::create_dir(self.0.join(name))
    }

    /// Makes a file where there is nothing of this name.
    pub fn create(&self, name: &str) -> io::Result<File> {
        OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .open(self.0.join(name))
    }

    /// Opens a file to read it.
    pub fn read(&self, name: &str) -> io::Result<File> {
        self.plain(name)?;
        File::open(self.0.join(name))
    }

    /// Opens a file that can be locked and written into.
    pub fn update(&self, name: &str) -> io::Result<File> {
        self.plain(name)?;
        OpenOptions::new()
            .read(true)
            .write(true)
            .open(self.0.join(name))
    }

    /// Refuses what is no regular file.
    fn plain(&self, name: &str) -> io::Result<()> {
        if self.facts(name)?.is_file {
            Ok(())
        } else {
            Err(io::ErrorKind::InvalidInput.into())
        }
    }

    /// What has this name; a link itself, not what it leads to.
    pub fn facts(&self, name: &str) -> io::Result<FileFacts> {
        Ok(facts_of(&self.0.join(name).symlink_metadata()?))
    }

    /// What this folder is.
    pub fn own_facts(&self) -> io::Result<(u64, u64)> {
        Ok(facts_of(&self.0.symlink_metadata()?).id)
    }

    /// Here no folder is shared in such a way that only who owns a file in it may move it.
    #[allow(clippy::unnecessary_wraps, clippy::unused_self)] // as where there is one
    pub fn keeps_apart(&self, _user: u32) -> io::Result<bool> {
        Ok(false)
    }

    /// Moves a file to a name that nothing has; where something has it, an error. By a second name,
    /// else, on a file system without those, after a look.
    pub fn move_to(&self, from: &str, folder: &Self, to: &str) -> io::Result<()> {
        let from = self.0.join(from);
        let to = folder.0.join(to);
        match fs::hard_link(&from, &to) {
            Ok(()) => return fs::remove_file(from),
            Err(reason) if reason.kind() == io::ErrorKind::AlreadyExists => return Err(reason),
            Err(_) => {}
        }
        match to.symlink_metadata() {
            Err(reason) if reason.kind() == io::ErrorKind::NotFound => fs::rename(from, to),
            Err(reason) => Err(reason),
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        }
    }

    /// Removes a file.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    /// The names in it that are text.
    pub fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            names.extend(entry?.file_name().into_string());
        }
        Ok(names)
    }
}

/// Whether two paths lead to one folder.
pub fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize()
        .is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// What an open file is.
pub fn facts(file: &File) -> io::Result<FileFacts> {
    Ok(facts_of(&file.metadata()?))
}

/// Here the times at which a file was made tell it from others; how many names it has cannot be
/// asked.
fn facts_of(facts: &Metadata) -> FileFacts {
    let written = since_1970(facts.modified());
    FileFacts {
        is_file: facts.is_file(),
        links: 1,
        id: (since_1970(facts.created()).as_nanos() as u64, 0),
        len: facts.len(),
        written: (written.as_secs() as i64, i64::from(written.subsec_nanos())),
        owner: 0,
    }
}

/// How long after the beginning of 1970 a time is; zero where the system does not give it.
fn since_1970(time: io::Result<SystemTime>) -> Duration {
    time.ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .unwrap_or_default()
}
