//! Files on their way: under a passing name until they are whole and get their own.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::{NamedTempFile, TempPath};

use super::{cannot_create, disk};
use crate::error::{Error, Problem};

/// How passing names begin: what a killed run leaves is known by it.
const PREFIX: &str = ".offramp-passing-";
/// Those of files that others may write beside it at the same time, and that no run clears away.
const ALONE: &str = ".offramp-alone-";

/// A file under a passing name. Dropped, it is gone; kept, it is whole.
#[derive(Debug)]
pub struct Passing {
    file: BufWriter<NamedTempFile>,
    place: PathBuf,
    digest: Sha256,
}

impl Passing {
    /// Begins a file that shall have its place here.
    pub(super) fn new(place: &Path) -> Result<Self, Error> {
        Self::with_prefix(place, PREFIX)
    }

    /// The same, in a folder that another run may hold.
    pub(super) fn alone(place: &Path) -> Result<Self, Error> {
        Self::with_prefix(place, ALONE)
    }

    fn with_prefix(place: &Path, prefix: &str) -> Result<Self, Error> {
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = tempfile::Builder::new().prefix(prefix).tempfile_in(folder);
        let file = file.map_err(|reason| cannot_create(place, &reason))?;
        Ok(Self { file: BufWriter::with_capacity(1 << 16, file), place: place.to_owned(), digest: Sha256::new() })
    }

    /// Where it shall have its place.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Writes all of it, and gives the file its name.
    ///
    /// # Errors
    /// [`Error::Disk`] where writing fails.
    pub fn complete(mut self, bytes: &[u8]) -> Result<(), Error> {
        self.write_all(bytes).map_err(|reason| disk(&self.place, &reason))?;
        let place = self.place.clone();
        self.whole()?.name(&place)
    }

    /// Ends the file, on the disk and not merely on its way there.
    pub(super) fn whole(self) -> Result<Whole, Error> {
        let Self { file, place, digest } = self;
        let file = file.into_inner().map_err(|failed| disk(&place, failed.error()))?;
        file.as_file().sync_all().map_err(|reason| disk(&place, &reason))?;
        readable(file.as_file()).map_err(|reason| disk(&place, &reason))?;
        Ok(Whole { file: file.into_temp_path(), digest: hexadecimal(&digest.finalize()) })
    }
}

/// A file that is whole and has a passing name still. Dropped, it is gone.
#[derive(Debug)]
pub struct Whole {
    file: TempPath,
    digest: String,
}

impl Whole {
    /// Its SHA-256 in hexadecimal.
    pub(super) fn digest(&self) -> &str {
        &self.digest
    }

    /// Gives it its name, in place of any file that has it.
    pub(super) fn name(self, place: &Path) -> Result<(), Error> {
        self.file.persist(place).map_err(|failed| disk(place, &failed.error))
    }
}

impl Write for Passing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.digest.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// Clears away what killed runs left in a folder. What cannot be removed does no harm.
pub(super) fn clear(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX)) {
        let _ = std::fs::remove_file(entry.path());
    }
}

/// Writes a file whole where there is none yet.
///
/// # Errors
/// [`Error::CannotCreate`] where there is one already or none can be made, [`Error::Disk`] where writing it fails.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        let problem = Problem::new(format!("{} is there already", path.display()));
        return Err(Error::CannotCreate(problem.help("choose another name, or move it away")));
    }
    let refused = |reason: &std::io::Error| {
        let problem = Problem::new(format!("cannot create {}: {reason}", path.display()));
        Error::CannotCreate(problem.help("name a folder that exists and that you may write to"))
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder).map_err(|reason| refused(&reason))?;
    let written = file.write_all(bytes).and_then(|()| file.as_file().sync_all());
    written.and_then(|()| readable(file.as_file())).map_err(|reason| disk(path, &reason))?;
    file.persist_noclobber(path).map_err(|failed| refused(&failed.error))?;
    Ok(())
}

/// A passing file is for its owner's eyes alone; results are for whoever may read files here.
#[cfg(unix)]
fn readable(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

/// Bytes as hexadecimal digits.
pub fn hexadecimal(digest: &[u8]) -> String {
    use std::fmt::Write;
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // writing to a string cannot fail
        hex
    })
}
