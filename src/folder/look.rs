//! What is known of a folder before anything is done in it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::dir::Dir;
use super::list::{self, List};
use super::manifest;
use super::names::LIST;
use super::passing::hexadecimal;
use super::trouble::foreign;
use crate::error::Error;

/// How much of a file is read at a time.
const PIECE: usize = 1 << 16;
/// No manifest is longer.
const MOST_MANIFEST: u64 = 16 << 20;
/// What is said of a list that is none of ours.
pub const NO_LIST: &str = "is no list that this program wrote";

/// What is known of a folder: by its list, else by a manifest.
pub fn known(root: &Dir, path: &Path) -> Result<Option<List>, Error> {
    if root.facts(LIST).is_ok() {
        return known_list(root).map(Some).ok_or_else(|| foreign(&path.join(LIST), NO_LIST));
    }
    let manifest = root.text(manifest::NAME, MOST_MANIFEST).ok().flatten();
    Ok(manifest.and_then(|text| List::of_manifest(&text)))
}

/// The list of a folder; none where there is none, or one that this program did not write.
pub fn known_list(root: &Dir) -> Option<List> {
    root.text(LIST, list::MOST_BYTES).ok().flatten().and_then(|text| List::parse(&text))
}

/// SHA-256 of a file.
pub fn digest(mut file: &File) -> io::Result<String> {
    let mut digest = Sha256::new();
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hexadecimal(&digest.finalize())),
            count => digest.update(&piece[..count]),
        }
    }
}
