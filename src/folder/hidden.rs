//! Files under hidden names: new ones until they are whole, and old ones that are set aside until
//! the new ones have their places. `guard`, `undo`, `shards` and `lock` say which file is moved
//! where.

use std::fs::{File, TryLockError};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Write};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::dir::{self, Dir, FileFacts};
use super::known::Known;
use crate::error::hexadecimal;

/// How the hidden names of new files begin: a run clears away those of killed ones before it
/// begins.
pub const PASSING: &str = ".offramp-passing-";
/// How those of old files begin: they are cleared away once the files of a later run are in their
/// places.
pub const ASIDE: &str = ".offramp-aside-";
/// How many hexadecimal digits of chance follow, and of a check on them.
const DIGITS: (usize, usize) = (16, 8);
/// A name of chance is taken once in a lifetime.
const ATTEMPTS: usize = 100;

/// A name of chance that carries a check on itself, so that nobody else's file has such a name by
/// accident.
fn name_of_chance(prefix: &str) -> String {
    let chance = format!("{:016x}", RandomState::new().build_hasher().finish());
    let check = check(prefix, &chance);
    format!("{prefix}{chance}{check}")
}

fn check(prefix: &str, chance: &str) -> String {
    hexadecimal(&Sha256::digest(format!("{prefix}{chance}")))[..DIGITS.1].to_owned()
}

/// Whether a name is a hidden name of this program that begins so.
fn is_hidden(prefix: &str, name: &str) -> bool {
    let (chance, checked) = DIGITS;
    let digits = name
        .strip_prefix(prefix)
        .filter(|digits| digits.is_ascii() && digits.len() == chance + checked);
    digits.is_some_and(|digits| check(prefix, &digits[..chance]) == digits[chance..])
}

/// A new file. Dropped before it has its place, it is gone.
#[derive(Debug)]
pub struct Hidden {
    folder: Arc<Dir>,
    name: String,
    /// Locked, so that no other run takes the file for one that a killed run left. None once it is
    /// closed.
    file: Option<File>,
    /// What it was when it was closed.
    was: Option<FileFacts>,
    /// Where it was placed.
    placed: Option<(Arc<Dir>, String)>,
}

impl Hidden {
    /// Begins a file in a folder.
    pub fn create(folder: &Arc<Dir>) -> io::Result<Self> {
        for _ in 0..ATTEMPTS {
            let name = name_of_chance(PASSING);
            let file = match folder.create(&name) {
                Err(reason) if reason.kind() == io::ErrorKind::AlreadyExists => continue,
                file => file?,
            };
            // A file system without locks leaves what killed runs left: better than to take away
            // what a live one holds.
            if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
                continue; // another run is about to clear it away
            }
            // Another run may have cleared it away between the two.
            if folder.leads_to(&name, &file) {
                return Ok(Self {
                    folder: Arc::clone(folder),
                    name,
                    file: Some(file),
                    was: None,
                    placed: None,
                });
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Makes sure that it is on the disk and not merely on its way there.
    pub fn sync(&self) -> io::Result<()> {
        match self.file.as_ref().map_or(Ok(()), File::sync_all) {
            // A file system that cannot be asked for it.
            Err(reason)
                if matches!(
                    reason.kind(),
                    io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
                ) =>
            {
                Ok(())
            }
            synced => synced,
        }
    }

    /// Closes it, so that however many files a result has, few are open at a time. Only where this
    /// run alone holds the folder: the lock of the file goes.
    pub fn close(&mut self) {
        let Some(id) = self
            .file
            .take()
            .and_then(|file| dir::facts(&file).ok())
            .map(|facts| facts.id)
        else {
            return;
        };
        // Some file systems write down when it was written only by now.
        self.was = self
            .folder
            .facts(&self.name)
            .ok()
            .filter(|now| now.id == id);
    }

    /// Who owns it: the user of this program, as the file system knows them.
    pub fn owner(&self) -> io::Result<u32> {
        self.folder.facts(&self.name).map(|facts| facts.owner)
    }

    /// Whether it is what has this name.
    fn is_at(&self, folder: &Dir, name: &str) -> bool {
        match &self.file {
            Some(file) => folder.leads_to(name, file),
            None => self.was.is_some() && folder.facts(name).ok() == self.was,
        }
    }

    /// Gives it a name that nothing has.
    pub fn place(&mut self, folder: &Arc<Dir>, name: &str) -> io::Result<()> {
        self.folder.move_to(&self.name, folder, name)?;
        self.placed = Some((Arc::clone(folder), name.to_owned()));
        Ok(())
    }

    /// Gives it a name in the folder that it lies in.
    pub fn place_here(mut self, name: &str) -> io::Result<()> {
        let folder = Arc::clone(&self.folder);
        self.place(&folder, name)
    }

    /// Takes it back from where it was placed, if it is there still.
    pub fn take_back(&mut self) -> io::Result<()> {
        let Some((folder, name)) = self.placed.take() else {
            return Ok(());
        };
        if !self.is_at(&folder, &name) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let taken = folder.move_to(&name, &self.folder, &self.name);
        if taken.is_err() {
            self.placed = Some((folder, name));
        }
        taken
    }
}

impl Write for Hidden {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A closed file is whole: what calls for this is a fault of the program.
        self.file
            .as_mut()
            .ok_or(io::ErrorKind::InvalidInput)?
            .write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), File::flush)
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        if self.placed.is_none() && self.is_at(&self.folder, &self.name) {
            let _ = self.folder.remove(&self.name); // what cannot be removed does no harm
        }
    }
}

/// An old file of ours that waits under a hidden name.
#[derive(Debug)]
pub struct Aside {
    folder: Arc<Dir>,
    hidden: String,
    name: String,
    known: Known,
}

impl Aside {
    /// Moves a file that was looked at to a hidden name. Whether it is still that file is to be
    /// asked [afterwards](Self::is_it).
    pub fn take(folder: &Arc<Dir>, name: &str, known: Known) -> io::Result<Self> {
        let hidden = name_of_chance(ASIDE);
        folder.move_to(name, folder, &hidden)?;
        Ok(Self {
            folder: Arc::clone(folder),
            hidden,
            name: name.to_owned(),
            known,
        })
    }

    /// Whether it is the file that was looked at, and nothing was written into it since.
    pub fn is_it(&self) -> bool {
        self.known.is_at(&self.folder, &self.hidden)
    }

    /// The file, where it is another one of ours that was taken.
    pub fn known_as(self, known: Known) -> Self {
        Self { known, ..self }
    }

    /// Gives it its name again.
    pub fn put_back(&self) -> io::Result<()> {
        self.folder.move_to(&self.hidden, &self.folder, &self.name)
    }

    /// The name it had.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name it waits under.
    pub fn hidden(&self) -> &str {
        &self.hidden
    }

    /// Removes it, if nobody wrote into it meanwhile.
    pub fn remove(self) {
        if self.is_it() {
            let _ = self.folder.remove(&self.hidden);
        }
    }
}

/// Clears a folder of the new files that killed runs left, and sees that a file can be made in it
/// and written into; it is gone again at once. Gives its owner.
pub fn prepare(folder: &Arc<Dir>) -> io::Result<u32> {
    clear(folder, PASSING, |_| true);
    let mut file = Hidden::create(folder)?;
    file.write_all(b"\n")?; // on a full disk there is no room for that
    file.owner()
}

/// Whether a folder has a plain file with a hidden name of this program that begins so, and of
/// which `is_it` holds.
pub fn has(folder: &Dir, prefix: &str, is_it: impl Fn(&File) -> bool) -> bool {
    let names = folder.names().unwrap_or_default();
    let mut hidden = names.iter().filter(|name| is_hidden(prefix, name));
    hidden.any(|name| {
        folder
            .read_plain(name)
            .is_ok_and(|file| file.is_some_and(|file| is_it(&file)))
    })
}

/// Clears away what killed runs left in a folder: files with hidden names of this program that
/// begin so, of one name, that no process holds, and that are ours as far as `is_ours` knows. What
/// cannot be removed does no harm.
pub fn clear(folder: &Dir, prefix: &str, is_ours: impl Fn(&File) -> bool) {
    for name in folder
        .names()
        .unwrap_or_default()
        .iter()
        .filter(|name| is_hidden(prefix, name))
    {
        if !folder.facts(name).is_ok_and(dir::FileFacts::is_plain) {
            continue;
        }
        let Ok(file) = folder.update(name) else {
            continue;
        };
        if file.try_lock().is_ok()
            && is_ours(&file)
            && folder.leads_to(name, &file)
            && dir::facts(&file).is_ok_and(dir::FileFacts::is_plain)
        {
            let _ = folder.remove(name);
        }
    }
}

#[cfg(test)]
mod tests;
