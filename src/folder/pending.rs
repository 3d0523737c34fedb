//! Files that are being written, and the digest of what was written so far.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::dir::Dir;
use super::hidden::Hidden;
use super::trouble::{cannot_create, disk};
use crate::error::{Error, hexadecimal};

/// A file that is being written under a hidden name. It is removed on drop unless it is finished.
#[derive(Debug)]
pub struct PendingFile {
    file: BufWriter<Hidden>,
    place: PathBuf,
    digest: Sha256,
    length: u64,
}

impl PendingFile {
    /// Begins a file in a folder. Messages call it `place`.
    pub(super) fn new(folder: &Arc<Dir>, place: &Path) -> Result<Self, Error> {
        let file = Hidden::create(folder).map_err(|reason| cannot_create(place, &reason))?;
        let file = BufWriter::with_capacity(1 << 16, file);
        Ok(Self {
            file,
            place: place.to_owned(),
            digest: Sha256::new(),
            length: 0,
        })
    }

    /// The path that it will have.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Writes all bytes and finishes the file.
    pub(super) fn complete(mut self, bytes: &[u8]) -> Result<FinishedFile, Error> {
        self.write_all(bytes)
            .map_err(|reason| disk(&self.place, &reason))?;
        self.finish()
    }

    /// Finishes the file and waits until it is on the disk.
    pub(super) fn finish(self) -> Result<FinishedFile, Error> {
        let Self {
            file,
            place,
            digest,
            length,
        } = self;
        let file = file
            .into_inner()
            .map_err(|failed| disk(&place, failed.error()))?;
        file.sync().map_err(|reason| disk(&place, &reason))?;
        Ok(FinishedFile {
            file,
            digest: hexadecimal(&digest.finalize()),
            length,
        })
    }
}

/// A finished file that still has a hidden name. It is removed on drop.
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
    /// Closes the file, if this run alone holds the folder.
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
