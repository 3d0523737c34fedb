//! Which files of a folder are ours: those whose content a run left behind, not those that merely bear its names.
//!
//! `.offramp.files` lists them with their digests, as `sha256sum` does; a manifest knows them too, so that a folder that
//! was copied without its hidden files is still known.

use std::collections::BTreeSet;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::manifest;
use super::passing::hexadecimal;

/// The name of the list.
pub const FILES: &str = ".offramp.files";
/// How much of a file is read at a time.
const PIECE: usize = 1 << 16;

/// Names and digests of what runs have written into a folder. One name may have several: that of a file that is being
/// replaced, and that of the one to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own(BTreeSet<(String, String)>);

impl Own {
    /// What is known of a folder.
    pub fn read(folder: &Path) -> Self {
        let list = std::fs::read_to_string(folder.join(FILES)).unwrap_or_default();
        let entry = |line: &str| line.split_once("  ").map(|(digest, name)| (name.to_owned(), digest.to_owned()));
        let mut own: BTreeSet<(String, String)> = list.lines().filter_map(entry).collect();
        if let Some((files, digest)) = manifest::files(&folder.join(manifest::NAME)) {
            own.insert((manifest::NAME.to_owned(), digest));
            own.extend(files);
        }
        Self(own)
    }

    /// Adds a file that a run is about to leave behind.
    pub fn add(&mut self, name: &str, digest: &str) {
        self.0.insert((name.to_owned(), digest.to_owned()));
    }

    /// The names, each once.
    pub fn names(&self) -> BTreeSet<&str> {
        self.0.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// Whether the file that has this name now is one that a run wrote, as it wrote it. One that is not there is ours.
    pub fn holds(&self, folder: &Path, name: &str) -> bool {
        let path = folder.join(name);
        let Ok(facts) = path.symlink_metadata() else { return true };
        facts.is_file() && digest(&path).is_some_and(|digest| self.0.contains(&(name.to_owned(), digest)))
    }

    /// The list as text.
    pub fn text(&self) -> String {
        self.0.iter().fold(String::new(), |text, (name, digest)| text + digest + "  " + name + "\n")
    }
}

/// SHA-256 of a file; none where it cannot be read.
fn digest(path: &Path) -> Option<String> {
    let (mut file, mut digest) = (std::fs::File::open(path).ok()?, Sha256::new());
    let mut piece = vec![0; PIECE];
    loop {
        match std::io::Read::read(&mut file, &mut piece).ok()? {
            0 => return Some(hexadecimal(&digest.finalize())),
            count => digest.update(&piece[..count]),
        }
    }
}
