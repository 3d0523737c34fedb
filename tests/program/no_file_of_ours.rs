//! Whatever a name stands for that is to be read back: what is no file of this program is refused at once, with a sentence.
#![cfg(unix)]

use crate::common::program::err;

/// Whatever a name stands for: refused at once, with a sentence, and not read into memory.
#[cfg(unix)]
#[test]
fn what_is_no_file_of_ours_is_refused_at_once() {
    use std::os::unix::fs::symlink;
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    let place = tempfile::tempdir().unwrap();
    let path = |name: &str| place.path().join(name);
    assert!(Command::new("mkfifo").arg(path("pipe.json")).status().unwrap().success());
    symlink("/dev/zero", path("zero.json")).unwrap();
    symlink("pipe.json", path("link.json")).unwrap();
    symlink("around.json", path("around.json")).unwrap();
    std::fs::create_dir(path("folder.json")).unwrap();
    std::fs::write(path("latin.json"), b"{\n\"purpose\": \"caf\xe9\"\n}\n").unwrap();
    std::fs::write(path("deep.json"), "[".repeat(1 << 20)).unwrap();
    std::fs::write(path("empty.json"), "").unwrap();
    std::fs::File::create(path("long.json")).unwrap().set_len(1 << 40).unwrap();
    for (name, code, says) in [
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
    ] {
        for command in ["merge", "rerun"] {
            let begun = Instant::now();
            let mut process = crate::common::program::program();
            process.args([command, name]).current_dir(place.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut process = process.spawn().unwrap();
            while process.try_wait().unwrap().is_none() {
                if begun.elapsed() > Duration::from_mins(1) {
                    process.kill().unwrap();
                    panic!("{command} {name} hangs");
                }
                std::thread::sleep(Duration::from_millis(5));
            }
            let output = process.wait_with_output().unwrap();
            let told = err(&output);
            assert_eq!(output.status.code(), Some(code), "{command} {name}: {told}");
            assert!(told.contains(says) && told.contains(name) && told.contains("help: "), "{command} {name}: {told}");
        }
    }
}
