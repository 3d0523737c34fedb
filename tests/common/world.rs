//! A folder of results with all kinds of things in it, and files outside that must not be touched.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{FileTypeExt, MetadataExt, symlink};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::common::Dice;
use crate::common::sealed::manifest;

/// The content of files that an earlier run wrote. All else is somebody's.
pub const OURS: &str = "ours";
/// The content of a file outside that links lead to.
const THESIS: &str = "thesis";
/// Some files of a run.
pub const RUN: [&str; 6] =
    ["summary.json", "outcomes.csv", "trials.csv", "charts/peak.svg", "charts/levels.png", "manifest.json"];
/// Names that may be there. Those behind the first six are not of a run, some not of this program at all.
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

/// What something is: its kind, what is in it or where it leads, and which of all files it is.
type Fact = (&'static str, Vec<u8>, u64);

/// A folder, and what is around it.
#[derive(Debug)]
pub struct World {
    place: tempfile::TempDir,
    /// The folder of results.
    pub folder: PathBuf,
    /// All that is somebody's, by path.
    precious: BTreeMap<PathBuf, Fact>,
    /// What was done, for the report of a failure.
    story: Vec<String>,
}

impl World {
    /// Makes a world.
    pub fn new(dice: &mut Dice) -> Self {
        // Where there is a disk in memory, ten thousand worlds take seconds.
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let folder = place.path().join("r");
        fs::create_dir(&folder).unwrap();
        fs::create_dir(place.path().join("other")).unwrap();
        for (name, content) in [("thesis.txt", THESIS), ("other/peak.svg", OURS), ("other/summary.json", "precious")] {
            fs::write(place.path().join(name), content).unwrap();
        }
        let mut world = Self { place, folder, precious: BTreeMap::new(), story: Vec::new() };
        let ours: Vec<&str> = RUN[..5].iter().copied().filter(|_| dice.below(2) == 0).collect();
        for name in &ours {
            world.put(name, OURS);
        }
        if dice.below(8) == 0 {
            world.put("shard-1-of-2.json", OURS);
        }
        for _ in 0..dice.below(4) {
            world.plant(dice);
        }
        match dice.below(8) {
            0..4 => world.list(&ours, dice.below(4) == 0, dice),
            4 => world.manifest(&ours, dice.below(2) == 0, dice),
            _ => {}
        }
        if dice.below(12) == 0 {
            world.link_the_folder();
        }
        world.remember();
        world
    }

    /// Where all of it lies.
    pub fn root(&self) -> &Path {
        self.place.path()
    }

    /// More comes while a run goes on.
    pub fn meanwhile(&mut self, dice: &mut Dice) {
        let before = self.found();
        self.story.push("meanwhile".to_owned());
        for _ in 0..dice.below(3) {
            self.plant(dice);
        }
        for (path, fact) in self.found() {
            let is_new = before.get(&path) != Some(&fact);
            if is_new && !self.is_ours(&path, &fact) {
                self.precious.insert(path, fact);
            }
        }
        // What was moved or removed by its user is not to be looked for.
        let found = self.found();
        self.precious.retain(|path, _| found.contains_key(path));
    }

    /// What is not as it was, of all that is somebody's.
    pub fn damage(&self) -> Vec<String> {
        let found = self.found();
        let gone = self.precious.iter().filter(|(path, fact)| found.get(*path) != Some(fact));
        let gone = gone.map(|(path, fact)| format!("{}: {fact:?} is {:?} now", path.display(), found.get(path)));
        let left = found.keys().filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            (name.starts_with(".offramp-passing") || name.starts_with(".offramp-aside"))
                && !self.precious.contains_key(*path)
        });
        let left = left.map(|path| format!("{} is left", path.display()));
        let outside = |path: &&PathBuf| !path.starts_with("r") && !self.precious.contains_key(*path);
        let new = found.keys().filter(outside).map(|path| format!("{} is new", path.display()));
        gone.chain(left).chain(new).collect()
    }

    /// Something of a random kind under a random name.
    fn plant(&mut self, dice: &mut Dice) {
        let name = NAMES[dice.below(NAMES.len())];
        let kind = dice.below(11);
        self.story.push(format!("{name} as {kind}"));
        let path = self.folder.join(name);
        let parent = path.parent().unwrap();
        if !parent.symlink_metadata().is_ok_and(|facts| facts.is_dir()) && fs::create_dir(parent).is_err() {
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
            8 => fs::write(path.with_file_name(OsString::from_vec(b".offramp-passing-\xff\xfe".to_vec())), "precious"),
            9 => fs::write(&path, "process 7\n"),
            _ => fs::write(&path, "precious"),
        };
    }

    fn put(&self, name: &str, content: &str) {
        let path = self.folder.join(name);
        let _ = fs::create_dir_all(path.parent().unwrap());
        let _ = fs::write(path, content);
    }

    /// A list in the right form, of files of ours, and of one that is none where it shall lie.
    fn list(&mut self, ours: &[&str], lies: bool, dice: &mut Dice) {
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
            if self.folder.join(name).symlink_metadata().is_ok_and(|facts| !facts.is_file() || facts.nlink() > 1) {
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

    fn manifest(&mut self, ours: &[&str], lies: bool, dice: &mut Dice) {
        self.story.push(format!("manifest of {ours:?}, lies: {lies}"));
        let path = self.folder.join("manifest.json");
        if path.symlink_metadata().is_ok() {
            return;
        }
        let mut files: BTreeMap<String, String> = ours.iter().map(|&name| (name.to_owned(), hex(OURS))).collect();
        if lies {
            files.insert(TOLD[dice.below(TOLD.len())].to_owned(), hex("precious"));
        }
        let manifest = manifest(files);
        fs::write(path, manifest.json().unwrap()).unwrap();
    }

    /// The folder as a link to where it really lies.
    fn link_the_folder(&mut self) {
        self.story.push("the folder is a link".to_owned());
        let real = self.root().join("real");
        fs::rename(&self.folder, &real).unwrap();
        symlink("real", &self.folder).unwrap();
    }

    fn remember(&mut self) {
        let found = self.found();
        self.precious = found.into_iter().filter(|(path, fact)| !self.is_ours(path, fact)).collect();
    }

    /// Whether a run may replace it: what an earlier run wrote, under a name of its own in the folder itself, and the
    /// lock and the list that this program wrote. A file of ours that nobody lists is left alone as well, which is not
    /// asked here.
    fn is_ours(&self, path: &Path, (kind, content, _): &Fact) -> bool {
        let Some(name) = path.strip_prefix("r").ok().and_then(Path::to_str) else { return false };
        let links = self.root().join(path).symlink_metadata().map_or(0, |facts| facts.nlink());
        let is_result = (RUN.contains(&name) || name == "shard-1-of-2.json")
            && (content == OURS.as_bytes() || content == b"new" || content.starts_with(b"{\n  \"purpose\""));
        let is_hidden = name == ".offramp.files" && content.starts_with(b"offramp files 1\n")
            || name == ".offramp.lock" && content.starts_with(b"process ")
            || name.contains(".offramp-passing-") && content == b"new";
        *kind == "file" && links == 1 && (is_result || is_hidden)
    }

    /// Everything below the root, by path; folders by their kind alone, since files may come into them.
    fn found(&self) -> BTreeMap<PathBuf, Fact> {
        let (mut found, mut folders) = (BTreeMap::new(), vec![self.root().to_owned()]);
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).unwrap().flatten() {
                let (path, facts) = (entry.path(), entry.path().symlink_metadata().unwrap());
                let kind = facts.file_type();
                let fact = match kind {
                    kind if kind.is_dir() => ("folder", Vec::new()),
                    kind if kind.is_symlink() => ("link", fs::read_link(&path).unwrap().into_os_string().into_vec()),
                    kind if kind.is_fifo() => ("pipe", Vec::new()),
                    _ => ("file", fs::read(&path).unwrap()),
                };
                if kind.is_dir() {
                    folders.push(path.clone());
                }
                let short = path.strip_prefix(self.root()).unwrap().to_owned();
                found.insert(short, (fact.0, fact.1, facts.ino()));
            }
        }
        found
    }
}

fn hex(content: &str) -> String {
    Sha256::digest(content).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
