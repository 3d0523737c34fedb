//! Whatever is written to the disk goes through one module, `folder`, and in it through few hands.

use std::fs;
use std::path::{Path, PathBuf};

/// What changes the disk, in the standard library and in others.
const CHANGES: [&str; 20] = [
    "fs::write",
    "File::create",
    "create_new",
    ".write(true)",
    ".append(true)",
    "create_dir",
    "fs::rename",
    "fs::copy",
    "hard_link",
    "fs::symlink",
    "remove_file",
    "remove_dir",
    "set_permissions",
    "set_len(",
    "set_times",
    "tempfile",
    "renameat",
    "unlinkat",
    "linkat",
    "mkdirat",
];

/// The files that may say so: folders as the system has them, and the one that makes the folders
/// above a result.
const HANDS: [&str; 3] = [
    "folder/dir/unix.rs",
    "folder/dir/other.rs",
    "folder/guard.rs",
];
/// What moves and removes files in an open folder, and who may: files under hidden names, at the
/// word of the guard.
const MOVES: [&str; 4] = [
    "folder.move_to(",
    "root.move_to(",
    "folder.remove(",
    "root.remove(",
];
const MOVERS: [&str; 1] = ["folder/hidden.rs"];

/// The lines of code in a file, without comments and tests.
fn code(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = source
        .lines()
        .take_while(|line| *line != "mod tests {" && *line != "mod tests;");
    lines
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The lines of a file that hold one of these words.
fn found(source: &str, words: &[&str]) -> Vec<usize> {
    let holds = |line: &str| words.iter().any(|word| line.contains(word));
    code(source)
        .filter(|(_, line)| holds(line))
        .map(|(at, _)| at + 1)
        .collect()
}

/// All source files by their names below `src`, those of tests left out.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut files): (Vec<PathBuf>, _) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !name.contains("tests") {
                files.push((name, fs::read_to_string(path).unwrap()));
            }
        }
    }
    assert!(files.len() > 100);
    files
}

#[test]
fn whatever_is_written_goes_through_one_module() {
    for (words, hands) in [(&CHANGES[..], &HANDS[..]), (&MOVES, &MOVERS)] {
        for (name, source) in sources()
            .iter()
            .filter(|(name, _)| !hands.contains(&name.as_str()))
        {
            assert_eq!(found(source, words), Vec::<usize>::new(), "lines of {name}");
        }
        let used = |hand: &&str| {
            sources()
                .iter()
                .any(|(name, source)| name == *hand && !found(source, words).is_empty())
        };
        assert!(hands.iter().all(used), "a hand that does nothing is none");
    }
    let guard = sources()
        .into_iter()
        .find(|(name, _)| name == "folder/guard.rs")
        .unwrap()
        .1;
    assert_eq!(
        found(&guard, &CHANGES).len(),
        1,
        "the guard itself makes folders alone"
    );
}

/// The twin: a planted write is found, and what only speaks of one is not.
#[test]
fn a_planted_write_is_found() {
    assert_eq!(
        found("fn f() {\n    std::fs::write(path, text)?;\n}\n", &CHANGES),
        [2]
    );
    assert_eq!(
        found(
            "// fs::write\nfn f() {}\n#[cfg(test)]\nmod tests {\n    fs::write(p, t);\n",
            &CHANGES
        )
        .len(),
        0
    );
}
