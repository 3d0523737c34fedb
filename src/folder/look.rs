//! What is known of a folder before anything is done in it.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::dir::Dir;
use super::known::Known;
use super::list::{self, List};
use super::manifest;
use super::names::LIST;
use super::trouble::{foreign, unread};
use crate::error::{Error, hexadecimal};
use crate::report::{sealed, shard};

/// How much of a file is read at a time.
const PIECE: usize = 1 << 16;
/// What is said of a list that is none of ours.
pub const NO_LIST: &str = "is no list that this program wrote";

/// What is known of a folder: by its list, else by a manifest.
pub fn known(root: &Dir, path: &Path) -> Result<Option<List>, Error> {
    if let Some((_, list)) = list_file(root, &path.join(LIST))? {
        return Ok(Some(list));
    }
    let manifest = root
        .text(manifest::NAME, manifest::MOST_BYTES)
        .ok()
        .flatten();
    Ok(manifest.and_then(|text| List::of_manifest(&text)))
}

/// Whether a folder holds a whole result: one that was not stopped, or of which that is not known.
pub fn is_whole(root: &Dir) -> bool {
    let manifest = root
        .text(manifest::NAME, manifest::MOST_BYTES)
        .ok()
        .flatten();
    manifest.is_some_and(|text| manifest::stated(&text).is_none_or(|stated| stated.complete))
}

/// The list of a folder; none where there is none.
///
/// # Errors
/// This program did not write what has its name, or it cannot be read.
pub fn list_file(root: &Dir, place: &Path) -> Result<Option<(Known, List)>, Error> {
    let file = match root.read_plain(LIST) {
        Err(reason) if reason.kind() == ErrorKind::NotFound => return Ok(None),
        file => file.map_err(|reason| unread(place, &reason))?,
    };
    let known = file.as_ref().and_then(|file| Known::new(file).ok());
    let list = file
        .as_ref()
        .and_then(|file| text_of(file, list::MOST_BYTES))
        .and_then(|text| List::parse(&text));
    known
        .zip(list)
        .map(Some)
        .ok_or_else(|| foreign(place, NO_LIST))
}

/// Whether an old file is as it was written: `own` tells of it, or it carries a digest of itself,
/// as lists and shards do.
pub fn is_as_written(file: &File, own: &List) -> bool {
    is_listed(file, own) || carries_own_digest(file)
}

fn carries_own_digest(file: &File) -> bool {
    let text = from_the_start(file).and_then(|file| text_of(file, shard::MOST_BYTES));
    text.is_some_and(|text| List::parse(&text).is_some() || sealed::opened(&text).is_ok())
}

/// Whether `own` lists a file of this content, under any name.
pub fn is_listed(file: &File, own: &List) -> bool {
    let length = file.metadata().map(|facts| facts.len());
    length.is_ok_and(|length| digest(file).is_ok_and(|digest| own.has_content(length, &digest)))
}

fn from_the_start(mut file: &File) -> Option<&File> {
    file.rewind().ok().map(|()| file)
}

/// The text of an open file; none where it is longer than this, or no text.
fn text_of(file: &File, most_bytes: u64) -> Option<String> {
    let mut text = String::new();
    file.take(most_bytes + 1).read_to_string(&mut text).ok()?;
    (text.len() as u64 <= most_bytes).then_some(text)
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
