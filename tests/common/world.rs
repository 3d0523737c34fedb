//! A folder of results with all kinds of things in it, and files outside that must not be touched.

mod planting;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::{Path, PathBuf};

use super::Dice;

/// The content of files that an earlier run wrote. All else is somebody's.
pub const OURS: &str = "ours";
/// The content of a file outside that links lead to.
const THESIS: &str = "thesis";
/// Some files of a run.
pub const RUN: [&str; 6] = [
    "summary.json",
    "outcomes.csv",
    "trials.csv",
    "charts/peak.svg",
    "charts/levels.png",
    "manifest.json",
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
        let place = if memory.is_dir() {
            tempfile::tempdir_in(memory)
        } else {
            tempfile::tempdir()
        }
        .unwrap();
        let folder = place.path().join("r");
        fs::create_dir(&folder).unwrap();
        fs::create_dir(place.path().join("other")).unwrap();
        for (name, content) in [
            ("thesis.txt", THESIS),
            ("other/peak.svg", OURS),
            ("other/summary.json", "precious"),
        ] {
            fs::write(place.path().join(name), content).unwrap();
        }
        let mut world = Self {
            place,
            folder,
            precious: BTreeMap::new(),
            story: Vec::new(),
        };
        let ours: Vec<&str> = RUN[..5]
            .iter()
            .copied()
            .filter(|_| dice.below(2) == 0)
            .collect();
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
        let gone = self
            .precious
            .iter()
            .filter(|(path, fact)| found.get(*path) != Some(fact));
        let gone = gone.map(|(path, fact)| {
            format!("{}: {fact:?} is {:?} now", path.display(), found.get(path))
        });
        let left = found.keys().filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            (name.starts_with(".offramp-passing") || name.starts_with(".offramp-aside"))
                && !self.precious.contains_key(*path)
        });
        let left = left.map(|path| format!("{} is left", path.display()));
        let outside =
            |path: &&PathBuf| !path.starts_with("r") && !self.precious.contains_key(*path);
        let new = found
            .keys()
            .filter(outside)
            .map(|path| format!("{} is new", path.display()));
        gone.chain(left).chain(new).collect()
    }

    fn remember(&mut self) {
        let found = self.found();
        self.precious = found
            .into_iter()
            .filter(|(path, fact)| !self.is_ours(path, fact))
            .collect();
    }

    /// Whether a run may replace it: what an earlier run wrote, under a name of its own in the
    /// folder itself, and the lock and the list that this program wrote. A file of ours that nobody
    /// lists is left alone as well, which is not asked here.
    fn is_ours(&self, path: &Path, (kind, content, _): &Fact) -> bool {
        let Some(name) = path.strip_prefix("r").ok().and_then(Path::to_str) else {
            return false;
        };
        let links = self
            .root()
            .join(path)
            .symlink_metadata()
            .map_or(0, |facts| facts.nlink());
        let is_result = (RUN.contains(&name) || name == "shard-1-of-2.json")
            && (content == OURS.as_bytes()
                || content == b"new"
                || content.starts_with(b"{\n  \"purpose\""));
        let is_hidden = name == ".offramp.files" && content.starts_with(b"offramp files 1\n")
            || name == ".offramp.lock" && content.starts_with(b"process ")
            || name.contains(".offramp-passing-") && content == b"new";
        *kind == "file" && links == 1 && (is_result || is_hidden)
    }

    /// Everything below the root, by path; folders by their kind alone, since files may come into
    /// them.
    fn found(&self) -> BTreeMap<PathBuf, Fact> {
        let (mut found, mut folders) = (BTreeMap::new(), vec![self.root().to_owned()]);
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).unwrap().flatten() {
                let (path, facts) = (entry.path(), entry.path().symlink_metadata().unwrap());
                let kind = facts.file_type();
                let fact = match kind {
                    kind if kind.is_dir() => ("folder", Vec::new()),
                    kind if kind.is_symlink() => (
                        "link",
                        fs::read_link(&path).unwrap().into_os_string().into_vec(),
                    ),
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
