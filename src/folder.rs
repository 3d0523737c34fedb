//! Results on disk: a file appears whole under its name or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, Problem};

/// A folder that can be written to.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Makes the folder, with those above it, and makes sure that files can be put there: before a run, so that no work
    /// is lost.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where the system refuses.
    pub fn create(path: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(path).map_err(|reason| cannot_create(path, &reason))?;
        tempfile::NamedTempFile::new_in(path).map_err(|reason| cannot_create(path, &reason))?;
        Ok(Self(path.to_owned()))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file whole: under a passing name first, then renamed.
    ///
    /// # Errors
    /// [`Error::CannotCreate`] where no file can be made, [`Error::Disk`] where writing it fails; a file that was there
    /// before is then untouched.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.0.join(name);
        let mut file = tempfile::NamedTempFile::new_in(&self.0).map_err(|reason| cannot_create(&path, &reason))?;
        let written = file.write_all(bytes).and_then(|()| file.as_file().sync_all());
        written.map_err(|reason| disk(&path, &reason))?;
        let kept = file.persist(&path).map_err(|failed| disk(&path, &failed.error))?;
        readable(&kept).map_err(|reason| disk(&path, &reason))
    }
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

fn cannot_create(path: &Path, reason: &std::io::Error) -> Error {
    let problem = Problem::new(format!("cannot create {}: {reason}", path.display()));
    Error::CannotCreate(problem.help("name another folder with `--out`, or `--charts none` to write no files"))
}

fn disk(path: &Path, reason: &std::io::Error) -> Error {
    let problem = Problem::new(format!("cannot write {}: {reason}", path.display()));
    Error::Disk(problem.help("make room, or name another folder with `--out`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_and_replaces_the_one_before() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::create(&place.path().join("a/b")).unwrap();
        folder.write("x.svg", b"one").unwrap();
        folder.write("x.svg", b"two").unwrap();
        assert_eq!(std::fs::read(folder.path().join("x.svg")).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing passing is left");
    }

    #[test]
    fn a_place_that_is_no_folder_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("file");
        std::fs::write(&file, b"").unwrap();
        assert_eq!(Folder::create(&file.join("sub")).unwrap_err().exit_code(), 73);
    }
}
