//! Circles of files: files that use each other, straight or by way of others.
//!
//! A name is followed through `use` and `pub use` to the file in which it stands. A file may use
//! what stands in the file of the folder that it lies in, which in turn has it as a part: that is
//! no circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::code::{bare, without_tests};
use super::sources;
use super::uses::{Import, imports, paths};

/// A file by the modules that lead to it.
type Module = Vec<String>;

/// No name is passed on more often.
const MOST_STEPS: usize = 12;

/// Circles that are known and still to be parted, each by its files.
const KNOWN: [&[&str]; 3] = [
    &["cli/options", "cli/values"],
    &["commands/compare", "commands/shards", "commands/sweep"],
    &["model/choice", "model/state", "model/world"],
];

/// What a file brings in, and the paths that it mentions besides.
struct Source {
    imports: Vec<Import>,
    paths: Vec<Vec<String>>,
}

/// A path from a module on.
struct Place {
    module: Module,
    rest: Vec<String>,
}

/// All files.
struct Files(BTreeMap<Module, Source>);

impl Files {
    /// Files by their paths without the ending, with their sources.
    fn new<'s>(sources: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let mut files = BTreeMap::new();
        for (path, source) in sources {
            let code = without_tests(&bare(source));
            let module = path.split('/').map(str::to_owned).collect();
            files.insert(
                module,
                Source {
                    imports: imports(&code),
                    paths: paths(&code),
                },
            );
        }
        Self(files)
    }

    /// Where a path leads that a file mentions; none where it leads out of the program, or is none.
    fn place(&self, module: &[String], path: &[String]) -> Option<Place> {
        let first = path.first()?;
        let supers = path.iter().take_while(|part| *part == "super").count();
        let (module, skipped) = match first.as_str() {
            "crate" | "offramp" => (Vec::new(), 1),
            "self" => (module.to_vec(), 1),
            "super" => (module[..module.len().checked_sub(supers)?].to_vec(), supers),
            _ if self.0.contains_key(&child(module, first)) => (module.to_vec(), 0),
            _ => return self.imported(module, path),
        };
        Some(Place {
            module,
            rest: path[skipped..].to_vec(),
        })
    }

    /// Where a path leads that begins with a name that the file brings in.
    fn imported(&self, module: &[String], path: &[String]) -> Option<Place> {
        let (first, rest) = path.split_first()?;
        let import = self.0.get(module)?.imports.iter();
        let mut import = import.filter(|import| import.name == *first && import.path[0] != *first);
        let mut place = self.place(module, &import.next()?.path)?;
        place.rest.extend_from_slice(rest);
        Some(place)
    }

    /// The file in which what stands at a place is written.
    fn file(&self, place: Place, steps: usize) -> Module {
        let Place { mut module, rest } = place;
        let mut rest = rest.as_slice();
        while let Some((first, others)) = rest.split_first() {
            let inner = child(&module, first);
            if self.0.contains_key(&inner) {
                module = inner;
                rest = others;
                continue;
            }
            return match self.imported(&module, rest) {
                Some(place) if steps < MOST_STEPS => self.file(place, steps + 1),
                _ => module,
            };
        }
        module
    }

    /// The files that a file uses, but for those of the folders that it lies in.
    fn used(&self, module: &Module, source: &Source) -> BTreeSet<&Module> {
        let imported = source.imports.iter().map(|import| &import.path);
        imported
            .chain(&source.paths)
            .filter_map(|path| self.place(module, path))
            .map(|place| self.file(place, 0))
            .filter(|file| !module.starts_with(file))
            .filter_map(|file| self.0.get_key_value(&file).map(|(file, _)| file))
            .collect()
    }

    /// Every circle, by the paths of its files.
    fn circles(&self) -> BTreeSet<Vec<String>> {
        let used: BTreeMap<&Module, BTreeSet<&Module>> = self
            .0
            .iter()
            .map(|(module, source)| (module, self.used(module, source)))
            .collect();
        let reached: BTreeMap<&Module, BTreeSet<&Module>> = used
            .keys()
            .map(|&module| (module, reached(module, &used)))
            .collect();
        let mut circles = BTreeSet::new();
        for (module, from_here) in &reached {
            if from_here.contains(module) {
                let mut circle = from_here.clone();
                circle.retain(|other| reached[other].contains(module));
                circles.insert(circle.into_iter().map(|file| file.join("/")).collect());
            }
        }
        circles
    }
}

fn child(module: &[String], name: &str) -> Module {
    let mut module = module.to_vec();
    module.push(name.to_owned());
    module
}

/// The files that one uses, straight or by way of others.
fn reached<'f>(
    from: &'f Module,
    used: &BTreeMap<&'f Module, BTreeSet<&'f Module>>,
) -> BTreeSet<&'f Module> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for &next in &used[file] {
            if reached.insert(next) {
                open.push(next);
            }
        }
    }
    reached
}

#[test]
fn no_files_use_each_other() {
    let mut all = Vec::new();
    for file in sources() {
        let inside = file.inside.to_string_lossy().replace('\\', "/");
        let is_test = file
            .inside
            .iter()
            .any(|part| part == "tests" || part == "testing");
        // lib.rs only names the modules, and nothing uses main.rs.
        if !is_test && inside != "lib" && inside != "main" {
            all.push((inside, fs::read_to_string(&file.path).unwrap()));
        }
    }
    let files = Files::new(all.iter().map(|(path, source)| (&**path, &**source)));
    let known: BTreeSet<Vec<String>> = KNOWN
        .iter()
        .map(|circle| circle.iter().map(|&file| file.to_owned()).collect())
        .collect();
    let found = files.circles();
    let new: Vec<_> = found.difference(&known).collect();
    assert!(new.is_empty(), "files that use each other: {new:#?}");
    let parted: Vec<_> = known.difference(&found).collect();
    assert!(
        parted.is_empty(),
        "no circle any more, so take them from the list: {parted:#?}"
    );
}

/// Planted files, and how many circles they make.
const PLANTED: [(&[(&str, &str)], usize); 7] = [
    (
        &[("a", "use crate::b::B;"), ("b", "fn f() { crate::a::g() }")],
        1,
    ),
    (
        &[
            ("a", "use crate::b;"),
            ("b", "use super::c::C;"),
            ("c", "use crate::{a::A};"),
        ],
        1,
    ),
    // By a name that the folder passes on.
    (
        &[
            ("a", "mod b;\nmod c;\npub use b::B;\npub use c::{C, D};"),
            ("a/b", "use super::C;"),
            ("a/c", "use crate::a::B as Other;"),
        ],
        1,
    ),
    // By a module that was brought in before.
    (
        &[
            ("a", "use crate::b::c;\nfn f() { c::g() }"),
            ("b", "pub mod c;"),
            ("b/c", "use crate::a::A;"),
        ],
        1,
    ),
    // A part that uses what stands in the file of its folder.
    (
        &[
            ("a", "mod b;\nuse b::B;\nconst C: u8 = 1;"),
            ("a/b", "use super::C;"),
        ],
        0,
    ),
    // Comments, texts and tests.
    (
        &[
            ("a", "use crate::b::B;"),
            (
                "b",
                "// use crate::a::A;\nconst T: &str = \"crate::a::A\";\n#[cfg(test)]\nmod t { use crate::a::A; }",
            ),
        ],
        0,
    ),
    (&[("a", "use crate::b::B;"), ("b", "use std::a;")], 0),
];

/// The twin: planted circles are found, and what is none is not.
#[test]
fn a_planted_circle_is_found() {
    for (planted, circles) in PLANTED {
        let files = Files::new(planted.iter().copied());
        assert_eq!(files.circles().len(), circles, "{planted:?}");
    }
}
