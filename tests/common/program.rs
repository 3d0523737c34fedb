//! Running the program itself.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

/// A scenario that is read and run in a moment.
pub const CASE: &str = "name = \"Two states\"\n[opening]\nactor = \"north\"\nrung = \"strike-militants\"\n[actors.north]\n[actors.south]\n";

/// A folder with that scenario in it, as `case.toml`.
pub fn place_with_case() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("case.toml"), CASE).unwrap();
    place
}

/// Runs the program in a folder of its own.
pub fn offramp(arguments: &[&str]) -> Output {
    let place = tempfile::tempdir().unwrap();
    offramp_in(place.path(), arguments)
}

/// Runs the program in a folder.
pub fn offramp_in(folder: &Path, arguments: &[&str]) -> Output {
    program()
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

/// Runs the program in a folder, and holds that it succeeds.
#[track_caller]
pub fn done_in(folder: &Path, arguments: &[&str]) -> Output {
    let output = offramp_in(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    output
}

/// Runs the program in a folder, with the words of a line of a shell.
pub fn line_in(folder: &Path, line: &str) -> Output {
    program()
        .args(shell_words(line))
        .current_dir(folder)
        .output()
        .unwrap()
}

/// Runs such a line, and holds that it succeeds.
#[track_caller]
pub fn done_line_in(folder: &Path, line: &str) -> Output {
    let output = line_in(folder, line);
    assert!(output.status.success(), "{line}: {}", err(&output));
    output
}

/// The program, found by its name as on a user's machine: what it prints does not depend on where
/// it was built.
pub fn program() -> Command {
    with_program(
        Path::new(env!("CARGO_BIN_EXE_offramp"))
            .file_name()
            .unwrap(),
    )
}

/// Runs a line of a shell in a folder, with the program among its commands.
#[cfg(unix)]
pub fn shell_in(folder: &Path, script: &str) -> Output {
    with_program("sh".as_ref())
        .args(["-c", script])
        .current_dir(folder)
        .output()
        .unwrap()
}

/// A command that finds the program by its name.
fn with_program(command: &OsStr) -> Command {
    let built = Path::new(env!("CARGO_BIN_EXE_offramp"));
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let folders =
        std::iter::once(built.parent().unwrap().to_owned()).chain(std::env::split_paths(&paths));
    let mut command = Command::new(command);
    command.env("PATH", std::env::join_paths(folders).unwrap());
    command
}

/// What it printed on standard output.
pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it printed on standard error.
pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The document that the program prints.
pub fn json(arguments: &[&str]) -> serde_json::Value {
    let output = offramp(&[arguments, &["--format", "json", "--no-files"]].concat());
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    serde_json::from_str(&out(&output)).unwrap()
}

/// All visible files below a folder, with what is in them.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(folder)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if !name.rsplit('/').next().unwrap().starts_with('.') {
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// How many files and folders lie in a folder.
pub fn entries(folder: &Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

/// The words of a line of a shell, as far as a document's commands need it: quotes, and comments
/// after a space.
pub fn shell_words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut begun) = (Vec::new(), String::new(), None, false);
    for c in line.chars() {
        match (quote, c) {
            (None, '#') if !begun => break,
            (None, '\'' | '"') => (quote, begun) = (Some(c), true),
            (Some(open), c) if open == c => quote = None,
            (None, ' ') => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            (_, c) => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

/// The blocks of code of one language in a document.
pub fn blocks(document: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let block = |rest: &str| rest.split("```").next().unwrap_or("").to_owned();
    document.split(&fence).skip(1).map(block).collect()
}
