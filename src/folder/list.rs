//! `.offramp.files`: which files of a folder this program wrote, what they are of, and a digest of
//! the list itself.
//!
//! A manifest knows its files, too, so that a folder that was copied without its hidden files is
//! still known. A list or a manifest that names anything that this program does not write is none
//! of ours.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::manifest;
use super::names::ResultKind;
use crate::error::{hexadecimal, printable};
use crate::report::sealed::is_sha256;

/// How a list begins.
const FORM: &str = "offramp files 1";
/// How its last line begins.
const END: &str = "sha256 ";
/// No list is longer.
pub const MOST_BYTES: u64 = 1 << 18;
/// Maximum length of the description of a result.
const MOST_CHARS: usize = 400;

/// A file as it was written. A manifest knows no lengths.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ListedFile {
    name: String,
    digest: String,
    length: Option<u64>,
}

impl ListedFile {
    /// Whether a file of this length and digest may be this one.
    fn is_content(&self, length: u64, digest: &str) -> bool {
        self.digest == digest && self.length.is_none_or(|listed| listed == length)
    }
}

/// Names, lengths and digests of what was written into a folder. One name may have several: that of
/// a file that is being replaced, and that of the one to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The kind of result.
    pub kind: ResultKind,
    /// What it is of, in words; none where that is not known.
    pub what: Option<String>,
    entries: BTreeSet<ListedFile>,
}

impl List {
    /// An empty list.
    pub fn new(kind: ResultKind, what: &str) -> Self {
        Self {
            kind,
            what: Some(shortened(what)),
            entries: BTreeSet::new(),
        }
    }

    /// The list that a text is; none where it is none that this program wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let body = text.strip_suffix('\n')?;
        let (body, end) = body.split_at(body.rfind('\n')? + 1);
        if end.strip_prefix(END)? != hexadecimal(&Sha256::digest(body)) {
            return None;
        }
        let mut lines = body.lines();
        let form = lines.next()?;
        let kind = ResultKind::named(lines.next()?)?;
        let what = lines.next()?;
        let entries = lines.map(|line| entry(kind, line)).collect::<Option<_>>()?;
        (form == FORM).then(|| Self {
            kind,
            what: Some(what.to_owned()).filter(|what| !what.is_empty()),
            entries,
        })
    }

    /// What a manifest states about its folder; none where it is no manifest of this program.
    pub fn of_manifest(text: &str) -> Option<Self> {
        let stated = manifest::stated(text)?;
        let kind = ResultKind::of(stated.files.keys().map(String::as_str))?;
        let mut list = Self {
            kind,
            what: Some(shortened(&stated.what)).filter(|what| !what.is_empty()),
            entries: BTreeSet::new(),
        };
        for (name, digest) in stated.files {
            if !kind.has(&name) || !is_sha256(&digest) {
                return None;
            }
            list.entries.insert(ListedFile {
                name,
                digest,
                length: None,
            });
        }
        list.add(
            manifest::NAME,
            &hexadecimal(&Sha256::digest(text)),
            text.len() as u64,
        );
        Some(list)
    }

    /// Adds a file.
    pub fn add(&mut self, name: &str, digest: &str, length: u64) {
        self.entries.insert(ListedFile {
            name: name.to_owned(),
            digest: digest.to_owned(),
            length: Some(length),
        });
    }

    /// The files of another list as well.
    pub fn and(&self, other: &Self) -> Self {
        Self {
            entries: self.entries.union(&other.entries).cloned().collect(),
            ..self.clone()
        }
    }

    /// The files under other names than those of another list.
    pub fn besides(&self, other: &Self) -> Self {
        let names = other.names();
        let others = self
            .entries
            .iter()
            .filter(|entry| !names.contains(entry.name.as_str()));
        Self {
            entries: others.cloned().collect(),
            ..self.clone()
        }
    }

    /// The names, each once.
    pub fn names(&self) -> BTreeSet<&str> {
        self.entries
            .iter()
            .map(|entry| entry.name.as_str())
            .collect()
    }

    /// Whether a file of this name may have this length.
    pub fn may_have(&self, name: &str, length: u64) -> bool {
        /// So long a file of unknown length is not read.
        const MOST_UNKNOWN: u64 = 4 << 30;
        let mut lengths = self
            .entries
            .iter()
            .filter(|entry| entry.name == name)
            .map(|entry| entry.length);
        lengths.any(|listed| listed.map_or(length <= MOST_UNKNOWN, |listed| listed == length))
    }

    /// Whether a file of this name and length was written with this digest.
    pub fn has(&self, name: &str, length: u64, digest: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.name == name && entry.is_content(length, digest))
    }

    /// Whether these are the files that were written, by name and digest: all of them, and no
    /// others.
    pub fn is_of(&self, files: &BTreeMap<String, String>) -> bool {
        let written: BTreeSet<(&String, &String)> = self
            .entries
            .iter()
            .map(|entry| (&entry.name, &entry.digest))
            .collect();
        self.names().iter().copied().eq(files.keys())
            && files.iter().all(|file| written.contains(&file))
    }

    /// Whether a file of this content was written, under any name.
    pub fn has_content(&self, length: u64, digest: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.is_content(length, digest))
    }

    /// The list as text.
    pub fn text(&self) -> String {
        let mut text = format!(
            "{FORM}\n{}\n{}\n",
            self.kind.shown(),
            self.what.as_deref().unwrap_or_default()
        );
        for ListedFile {
            name,
            digest,
            length,
        } in &self.entries
        {
            let length = length.map_or_else(|| "-".to_owned(), |length| length.to_string());
            text += &format!("{digest} {length} {name}\n");
        }
        let digest = hexadecimal(&Sha256::digest(&text));
        text + END + &digest + "\n"
    }
}

/// A line of a list of this kind of result.
fn entry(kind: ResultKind, line: &str) -> Option<ListedFile> {
    let (digest, rest) = line.split_once(' ')?;
    let (length, name) = rest.split_once(' ')?;
    let length = if length == "-" {
        None
    } else {
        Some(length.parse().ok()?)
    };
    (is_sha256(digest) && kind.has(name)).then(|| ListedFile {
        name: name.to_owned(),
        digest: digest.to_owned(),
        length,
    })
}

/// Words that fit into a line, and still tell apart what differs.
pub fn shortened(words: &str) -> String {
    let line = printable(words);
    if line.chars().count() <= MOST_CHARS {
        return line;
    }
    let begun: String = line.chars().take(MOST_CHARS).collect();
    format!("{begun}... ({})", &hexadecimal(&Sha256::digest(words))[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> List {
        let mut list = List::new(ResultKind::Run, "hotline\nwithout\u{1b} a");
        list.add("summary.json", &"a".repeat(64), 3);
        list.add("summary.json", &"b".repeat(64), 4);
        list.add("charts/peak.svg", &"c".repeat(64), 5);
        list
    }

    #[test]
    fn a_list_is_read_as_it_was_written_and_not_otherwise() {
        let text = list().text();
        assert_eq!(List::parse(&text), Some(list()));
        for at in 0..text.len() {
            let mut damaged = text.clone().into_bytes();
            damaged[at] ^= 1;
            assert_eq!(
                List::parse(&String::from_utf8_lossy(&damaged)),
                None,
                "byte {at}"
            );
            assert_eq!(
                List::parse(&String::from_utf8_lossy(&text.as_bytes()[..at])),
                None
            );
        }
        assert!(
            list().has("summary.json", 3, &"a".repeat(64))
                && !list().has("summary.json", 4, &"a".repeat(64))
        );
        assert!(list().may_have("charts/peak.svg", 5) && !list().may_have("charts/peak.svg", 6));
    }

    /// A name that the program does not write makes a list somebody else's, though its digest fits.
    #[test]
    fn a_list_that_names_foreign_files_is_none_of_ours() {
        for name in [
            "../../home/thesis.txt",
            "/etc/passwd",
            "thesis.txt",
            "charts/../x",
            "compare.json",
            "",
        ] {
            let mut list = list();
            list.add(name, &"a".repeat(64), 1);
            assert_eq!(List::parse(&list.text()), None, "{name}");
        }
    }
}
