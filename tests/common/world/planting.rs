//! What is put into a folder of results to make it hostile.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{MetadataExt, symlink};

use sha2::{Digest, Sha256};

use super::{OURS, RUN, THESIS, World};
use crate::common::Dice;
use crate::common::sealed::manifest;

/// Names that may be there. Those behind the first six are not of a run, some not of this program
/// at all.
const NAMES: [&str; 18] = [
    "summary.json",
    "outcomes.csv",
    "trials.csv",
    "charts/peak.svg",
    "charts/levels.png",
    "manifest.json",
    "compare.json",
    "shard-1-of-2.json",
    "charts/thesis.svg",
    "notes.txt",
    "new-1",
    ".offramp.lock",
    ".offramp.files",
    ".offramp-passing-thesis",
    ".offramp-passing-0123456789abcdef01234567",
    ".offramp-alone-abc123",
    "charts",
    "scenario.toml",
];
/// Names that a list or a manifest may tell of.
const TOLD: [&str; 8] = [
    "../thesis.txt",
    "../other/peak.svg",
    "notes.txt",
    "charts/thesis.svg",
    "compare.json",
    "charts/../notes.txt",
    ".offramp.lock",
    "",
];

impl World {
    /// Something of a random kind under a random name.
    pub(super) fn plant(&mut self, dice: &mut Dice) {
        let name = NAMES[dice.below(NAMES.len())];
        let kind = dice.below(11);
        self.story.push(format!("{name} as {kind}"));
        let path = self.folder.join(name);
        let parent = path.parent().unwrap();
        if !parent.symlink_metadata().is_ok_and(|facts| facts.is_dir())
            && fs::create_dir(parent).is_err()
        {
            return;
        }
        if path.symlink_metadata().is_ok_and(|facts| facts.is_dir()) {
            let _ = fs::rename(&path, path.with_file_name("moved"));
        }
        let _ = fs::remove_file(&path);
        let root = self.root();
        let _ = match kind {
            0 => symlink(root.join("thesis.txt"), &path),
            1 => symlink(root.join("other"), &path),
            2 => symlink("/dev/zero", &path),
            3 => symlink("nowhere", &path),
            4 => fs::hard_link(root.join("thesis.txt"), &path),
            5 => fs::create_dir(&path),
            6 => rustix::fs::mkfifoat(rustix::fs::CWD, &path, 0o600.into()).map_err(Into::into),
            7 => fs::write(&path, ""),
            8 => fs::write(
                path.with_file_name(OsString::from_vec(b".offramp-passing-\xff\xfe".to_vec())),
                "precious",
            ),
            9 => fs::write(&path, "process 7\n"),
            _ => fs::write(&path, "precious"),
        };
    }

    pub(super) fn put(&self, name: &str, content: &str) {
        let path = self.folder.join(name);
        let _ = fs::create_dir_all(path.parent().unwrap());
        let _ = fs::write(path, content);
    }

    /// A list in the right form, of files of ours, and of one that is none where it shall lie.
    pub(super) fn list(&mut self, ours: &[&str], lies: bool, dice: &mut Dice) {
        self.story.push(format!("list of {ours:?}, lies: {lies}"));
        let path = self.folder.join(".offramp.files");
        if path.symlink_metadata().is_ok() {
            return;
        }
        let mut body = "offramp files 1\nrun\nhotline\n".to_owned();
        for name in ours {
            body += &format!("{} {} {name}\n", hex(OURS), OURS.len());
        }
        // What is not a plain file is not ours, whatever its digest.
        for name in &RUN[..3] {
            if self
                .folder
                .join(name)
                .symlink_metadata()
                .is_ok_and(|facts| !facts.is_file() || facts.nlink() > 1)
            {
                body += &format!("{} {} {name}\n", hex(THESIS), THESIS.len());
            }
        }
        if lies {
            let name = TOLD[dice.below(TOLD.len())];
            for content in ["precious", OURS, THESIS, ""] {
                body += &format!("{} {} {name}\n", hex(content), content.len());
            }
        }
        if dice.below(20) == 0 {
            body += &"x".repeat(1 << 20);
        }
        fs::write(path, format!("{body}sha256 {}\n", hex(&body))).unwrap();
    }

    pub(super) fn manifest(&mut self, ours: &[&str], lies: bool, dice: &mut Dice) {
        self.story
            .push(format!("manifest of {ours:?}, lies: {lies}"));
        let path = self.folder.join("manifest.json");
        if path.symlink_metadata().is_ok() {
            return;
        }
        let mut files: BTreeMap<String, String> = ours
            .iter()
            .map(|&name| (name.to_owned(), hex(OURS)))
            .collect();
        if lies {
            files.insert(TOLD[dice.below(TOLD.len())].to_owned(), hex("precious"));
        }
        let manifest = manifest(files);
        fs::write(path, manifest.json().unwrap()).unwrap();
    }

    /// The folder as a link to where it really lies.
    pub(super) fn link_the_folder(&mut self) {
        self.story.push("the folder is a link".to_owned());
        let real = self.root().join("real");
        fs::rename(&self.folder, &real).unwrap();
        symlink("real", &self.folder).unwrap();
    }
}

fn hex(content: &str) -> String {
    Sha256::digest(content)
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
