//! The layers of the program: a file uses what stands below it, never above; the core is silent and
//! pure; files are short.

mod circles;
mod code;
mod json_form;
mod planted;
mod uses;

use std::fs;
use std::path::{Path, PathBuf};

use code::{bare, without_tests};
use json_form::without_json_forms;
use uses::{mentioned, modules_used};

/// The layers from the bottom up. A module that stands in no layer is an error.
const LAYERS: [&str; 18] = [
    "error",
    "numerals",
    "stats",
    "parameters",
    "model",
    "sim",
    "quantities",
    "tally",
    "ensemble",
    "scenario",
    "files",
    "study",
    "request",
    "report",
    "folder",
    "cli",
    "commands",
    "main",
];

/// The layers that know no files, threads, clock, environment or TOML, and print nothing.
const PURE: [&str; 8] = [
    "error",
    "numerals",
    "stats",
    "parameters",
    "model",
    "sim",
    "quantities",
    "tally",
];

/// The layer that reads TOML, and is pure otherwise.
const READER: &str = "scenario";

/// The layer whose values are written as JSON and read back, and that is pure otherwise.
const STUDIES: &str = "study";

/// What a pure layer must not mention.
const IMPURE: [&str; 21] = [
    "std::fs",
    "std::env",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "rayon",
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
    "dbg!",
    // What a path can ask of the disk.
    "is_file",
    "is_dir",
    "is_symlink",
    "canonicalize",
    "symlink_metadata",
    "read_link",
    "read_dir",
    "try_exists",
];

/// What a pure layer must not mention either, but for a JSON form with its feature.
const LANGUAGE: [&str; 3] = ["toml", "serde", "serde_json"];

/// No file is longer.
const MOST_LINES: usize = 300;

/// The uses in a file of a layer above its own.
fn climbs(module: &str, depth: usize, source: &str) -> Vec<String> {
    let place = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let Some(own) = place(module) else {
        return vec![format!("`{module}` stands in no layer")];
    };
    let code = without_tests(&bare(source));
    let above = |name: &str| place(name).is_some_and(|layer| layer > own);
    let used = modules_used(&code, depth)
        .into_iter()
        .filter(|(_, name)| above(name));
    used.map(|(line, name)| format!("line {line}: `{module}` uses `{name}`, which stands above it"))
        .collect()
}

/// The words in a file of a pure layer that it must not mention.
fn impurities(source: &str) -> Vec<&'static str> {
    mentioned(
        &[&IMPURE[..], &LANGUAGE].concat(),
        &without_json_forms(source),
    )
}

/// All files of Rust below a folder of this package.
fn below(folder: &str) -> Vec<PathBuf> {
    let (mut folders, mut files) = (
        vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)],
        Vec::new(),
    );
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// A source file.
struct SourceFile {
    path: PathBuf,
    /// Its path below `src`, without the ending.
    inside: PathBuf,
    /// The module at the root that it belongs to.
    module: String,
    /// How deep it lies.
    depth: usize,
}

/// All source files.
fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files: Vec<_> = below("src")
        .into_iter()
        .map(|path| source_file(&root, path))
        .collect();
    assert!(files.len() > 30, "only {} files found", files.len());
    files
}

fn source_file(root: &Path, path: PathBuf) -> SourceFile {
    let inside = path.strip_prefix(root).unwrap().with_extension("");
    let own = inside.file_name().is_some_and(|name| name == "mod");
    SourceFile {
        module: inside.iter().next().unwrap().to_string_lossy().into_owned(),
        depth: inside.iter().count() - usize::from(own),
        path,
        inside,
    }
}

#[test]
fn no_file_uses_a_layer_above_its_own() {
    let mut wrong = Vec::new();
    // lib.rs only names the modules.
    for SourceFile {
        path,
        module,
        depth,
        ..
    } in sources().into_iter().filter(|file| file.module != "lib")
    {
        let found = climbs(&module, depth, &fs::read_to_string(&path).unwrap());
        wrong.extend(
            found
                .into_iter()
                .map(|what| format!("{}: {what}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_is_silent_and_pure() {
    let mut wrong = Vec::new();
    for SourceFile { path, .. } in sources()
        .into_iter()
        .filter(|file| PURE.contains(&file.module.as_str()))
    {
        let found = impurities(&fs::read_to_string(&path).unwrap());
        wrong.extend(
            found
                .into_iter()
                .map(|word| format!("{} mentions {word}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_scenarios_opens_no_file() {
    let mut wrong = Vec::new();
    for SourceFile { path, .. } in sources().into_iter().filter(|file| file.module == READER) {
        let found = mentioned(&IMPURE, &fs::read_to_string(&path).unwrap());
        wrong.extend(
            found
                .into_iter()
                .map(|word| format!("{} mentions {word}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn studies_open_no_file_and_know_no_toml() {
    let mut wrong = Vec::new();
    for SourceFile { path, .. } in sources().into_iter().filter(|file| file.module == STUDIES) {
        let found = mentioned(
            &[&IMPURE[..], &["toml"]].concat(),
            &fs::read_to_string(&path).unwrap(),
        );
        wrong.extend(
            found
                .into_iter()
                .map(|word| format!("{} mentions {word}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short() {
    let lines = |path: &Path| fs::read_to_string(path).unwrap().lines().count();
    let all = below("src")
        .into_iter()
        .chain(below("tests"))
        .map(|path| (lines(&path), path));
    let long = all.filter(|(lines, _)| *lines > MOST_LINES);
    let long: Vec<String> = long
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(
        long.is_empty(),
        "longer than {MOST_LINES} lines:\n{}",
        long.join("\n")
    );
}
