//! An open folder. Everything is done relative to the folder that is open, so that a path that is
//! given another meaning meanwhile leads nowhere else. No link is followed.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{self, AtFlags, CWD, FileType, Mode, OFlags};
use rustix::io::Errno;

use super::FileFacts;

/// Neither a link nor a pipe that nobody writes into keeps us waiting.
const CAREFUL: OFlags = OFlags::NOFOLLOW
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY)
    .union(OFlags::CLOEXEC);
const FOLDER: OFlags = OFlags::RDONLY
    .union(OFlags::DIRECTORY)
    .union(OFlags::NOFOLLOW)
    .union(OFlags::CLOEXEC);

/// An open folder.
#[derive(Debug)]
pub struct Dir(OwnedFd);

impl Dir {
    /// Opens a folder that is no link. Links in the path that leads to it are followed.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(fs::openat(CWD, path, FOLDER, Mode::empty())?))
    }

    /// Makes sure that this process may open so many more files at a time.
    pub fn can_open(&self, count: usize) -> io::Result<()> {
        (0..count)
            .map(|_| self.0.try_clone())
            .collect::<io::Result<Vec<_>>>()
            .map(drop)
    }

    /// Opens a folder in this one, if it is no link.
    pub fn folder(&self, name: &str) -> io::Result<Self> {
        Ok(Self(fs::openat(&self.0, name, FOLDER, Mode::empty())?))
    }

    /// Makes a folder in this one.
    pub fn make_folder(&self, name: &str) -> io::Result<()> {
        Ok(fs::mkdirat(&self.0, name, Mode::from_raw_mode(0o777))?)
    }

    /// Makes a file where there is nothing of this name. Who may read it, the user's mask says.
    pub fn create(&self, name: &str) -> io::Result<File> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | CAREFUL;
        Ok(fs::openat(&self.0, name, flags, Mode::from_raw_mode(0o666))?.into())
    }

    /// Opens a file to read it.
    pub fn read(&self, name: &str) -> io::Result<File> {
        Ok(fs::openat(&self.0, name, OFlags::RDONLY | CAREFUL, Mode::empty())?.into())
    }

    /// Opens a file that can be locked and written into.
    pub fn update(&self, name: &str) -> io::Result<File> {
        Ok(fs::openat(&self.0, name, OFlags::RDWR | CAREFUL, Mode::empty())?.into())
    }

    /// What has this name; a link itself, not what it leads to.
    pub fn facts(&self, name: &str) -> io::Result<FileFacts> {
        let stat = fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
        // Their widths differ from system to system.
        #[allow(clippy::unnecessary_cast)]
        let facts = FileFacts {
            is_file: FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile,
            links: stat.st_nlink as u64,
            id: (stat.st_dev as u64, stat.st_ino as u64),
            len: stat.st_size as u64,
            written: (stat.st_mtime as i64, stat.st_mtime_nsec as i64),
            owner: stat.st_uid,
        };
        Ok(facts)
    }

    /// What this folder is.
    pub fn own_facts(&self) -> io::Result<(u64, u64)> {
        let stat = fs::fstat(&self.0)?;
        #[allow(clippy::unnecessary_cast)]
        let id = (stat.st_dev as u64, stat.st_ino as u64);
        Ok(id)
    }

    /// Whether only who owns a file in it may move it, or who owns the folder itself: a folder that
    /// several users share, as `/tmp` is. `user` need not ask, as the system's own user need not.
    pub fn keeps_apart(&self, user: u32) -> io::Result<bool> {
        const SYSTEM: u32 = 0;
        let stat = fs::fstat(&self.0)?;
        let is_sticky = Mode::from_raw_mode(stat.st_mode).contains(Mode::SVTX);
        Ok(is_sticky && user != SYSTEM && stat.st_uid != user)
    }

    /// Moves a file to a name that nothing has; where something has it, an error. At once where the
    /// system can, else by a second name, else, on a file system without those, after a look.
    pub fn move_to(&self, from: &str, folder: &Self, to: &str) -> io::Result<()> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        match fs::renameat_with(&self.0, from, &folder.0, to, fs::RenameFlags::NOREPLACE) {
            Ok(()) => return Ok(()),
            // Where the file may not be moved, a second name for it could not be taken back: so in
            // a folder that several users share. A file that is gone may be back a moment later,
            // under the hand of another run.
            Err(reason @ (Errno::EXIST | Errno::PERM | Errno::ACCESS | Errno::NOENT)) => {
                return Err(reason.into());
            }
            Err(_) => {}
        }
        match fs::linkat(&self.0, from, &folder.0, to, AtFlags::empty()) {
            Ok(()) => return Ok(fs::unlinkat(&self.0, from, AtFlags::empty())?),
            Err(Errno::EXIST) => return Err(Errno::EXIST.into()),
            Err(_) => {}
        }
        match folder.facts(to) {
            Err(reason) if reason.kind() == io::ErrorKind::NotFound => {
                Ok(fs::renameat(&self.0, from, &folder.0, to)?)
            }
            Err(reason) => Err(reason),
            Ok(_) => Err(Errno::EXIST.into()),
        }
    }

    /// Removes a file.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        Ok(fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// The names in it that are text.
    pub fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::Dir::read_from(&self.0)? {
            names.extend(entry?.file_name().to_str().ok().map(str::to_owned));
        }
        Ok(names)
    }
}

/// Whether two paths lead to one folder, wherever the system shows it.
pub fn is_same(one: &Path, other: &Path) -> bool {
    id(one).is_some_and(|one| id(other) == Some(one))
}

/// The device that a path leads to, and the number there.
fn id(path: &Path) -> Option<(u64, u64)> {
    path.metadata().map(|facts| (facts.dev(), facts.ino())).ok()
}

/// What an open file is.
pub fn facts(file: &File) -> io::Result<FileFacts> {
    let facts = file.metadata()?;
    Ok(FileFacts {
        is_file: facts.is_file(),
        links: facts.nlink(),
        id: (facts.dev(), facts.ino()),
        len: facts.len(),
        written: (facts.mtime(), facts.mtime_nsec()),
        owner: facts.uid(),
    })
}
