//! Files on their way: written bit by bit, with the digest of what was written.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::dir::Dir;
use super::hidden::Hidden;
use super::trouble::{cannot_create, disk};
use crate::error::{Error, hexadecimal};

/// A file under a hidden name. Dropped, it is gone; kept, it is whole.
#[derive(Debug)]
pub struct PendingFile {
    file: BufWriter<Hidden>,
    place: PathBuf,
    digest: Sha256,
    length: u64,
}

impl PendingFile {
    /// Begins a file in a folder, that shall be called so in messages.
    pub(super) fn new(folder: &Arc<Dir>, place: &Path) -> Result<Self, Error> {
        let file = Hidden::create(folder).map_err(|reason| cannot_create(place, &reason))?;
        let file = BufWriter::with_capacity(1 << 16, file);
        Ok(Self { file, place: place.to_owned(), digest: Sha256::new(), length: 0 })
    }

    /// Where it shall have its place.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Writes all of it, and ends it.
    pub(super) fn complete(mut self, bytes: &[u8]) -> Result<FinishedFile, Error> {
        self.write_all(bytes).map_err(|reason| disk(&self.place, &reason))?;
        self.finish()
    }

    /// Ends the file, on the disk and not merely on its way there.
    pub(super) fn finish(self) -> Result<FinishedFile, Error> {
        let Self { file, place, digest, length } = self;
        let file = file.into_inner().map_err(|failed| disk(&place, failed.error()))?;
        file.sync().map_err(|reason| disk(&place, &reason))?;
        Ok(FinishedFile { file, digest: hexadecimal(&digest.finalize()), length })
    }
}

/// A file that is whole and waits for its name. Dropped, it is gone.
#[derive(Debug)]
pub struct FinishedFile {
    /// The file.
    pub(super) file: Hidden,
    /// Its SHA-256 in hexadecimal.
    pub(super) digest: String,
    /// Its length in bytes.
    pub(super) length: u64,
}

impl FinishedFile {
    /// The same, closed, where this run alone holds the folder.
    pub(super) fn closed(mut self) -> Self {
        self.file.close();
        self
    }
}

impl Write for PendingFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.digest.update(&bytes[..count]);
        self.length += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}
