//! Whatever a name stands for that is to be read back: what is no file of this program is refused
//! at once, with a sentence.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::common::processes::{spawn, wait_for_end};
use crate::common::program::err;

/// Names of what is no file of this program, with the exit code and the words of the refusal.
const REFUSED: [(&str, i32, &str); 10] = [
    ("pipe.json", 65, "it is a pipe"),
    ("zero.json", 65, "it is a device"),
    ("link.json", 65, "it is a pipe"),
    ("around.json", 66, "cannot read"),
    ("folder.json", 65, "it is a folder"),
    ("latin.json", 65, "not UTF-8 text (line 2)"),
    ("deep.json", 65, "no digest"),
    ("empty.json", 65, "no digest"),
    ("long.json", 65, "it is longer than"),
    ("missing.json", 66, "cannot read"),
];

/// Makes all of these but the missing one.
fn make(place: &Path) {
    let path = |name: &str| place.join(name);
    assert!(
        Command::new("mkfifo")
            .arg(path("pipe.json"))
            .status()
            .unwrap()
            .success()
    );
    symlink("/dev/zero", path("zero.json")).unwrap();
    symlink("pipe.json", path("link.json")).unwrap();
    symlink("around.json", path("around.json")).unwrap();
    std::fs::create_dir(path("folder.json")).unwrap();
    std::fs::write(path("latin.json"), b"{\n\"purpose\": \"caf\xe9\"\n}\n").unwrap();
    std::fs::write(path("deep.json"), "[".repeat(1 << 20)).unwrap();
    std::fs::write(path("empty.json"), "").unwrap();
    std::fs::File::create(path("long.json"))
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
}

/// Whatever a name stands for: refused at once, with a sentence, and not read into memory.
#[test]
fn what_is_no_file_of_ours_is_refused_at_once() {
    let place = tempfile::tempdir().unwrap();
    make(place.path());
    for (name, code, says) in REFUSED {
        for command in ["merge", "rerun", "plot"] {
            if command == "plot" && name == "folder.json" {
                continue; // a result lies in a folder
            }
            let line = format!("{command} {name}");
            let mut process = spawn(place.path(), &line);
            wait_for_end(&mut process, &line);
            let output = process.wait_with_output().unwrap();
            let told = err(&output);
            assert_eq!(output.status.code(), Some(code), "{line}: {told}");
            assert!(told.contains(says) && told.contains(name), "{line}: {told}");
            assert!(told.contains("help: "), "{line}: {told}");
        }
    }
}
