//! Files that are no scenarios, several files, and files that extend each other, on the program
//! itself.

use crate::common::language::{SOUND, refused};
use crate::common::program::offramp_in;

#[test]
fn all_problems_of_all_files_at_once_each_in_its_own() {
    let place = tempfile::tempdir().unwrap();
    let base = SOUND.replace("[actors.b]", "[actors.b]\nslight = 9");
    std::fs::write(place.path().join("base.toml"), base).unwrap();
    let mine = "extends = \"base.toml\"\nhorizon_days = 0\n[actors.a]\nshok_of_surprise = 1\n[opening]\nrung = \"covrt\"\n";
    std::fs::write(place.path().join("mine.toml"), mine).unwrap();
    let places = [
        "base.toml:7:10",
        "mine.toml:2:16",
        "mine.toml:4:1",
        "mine.toml:6:8",
    ];
    refused(place.path(), "mine.toml", 65, &places);
    refused(
        place.path(),
        "mine.toml",
        65,
        &[
            "did you mean `shock_of_surprise`?",
            "did you mean `covert`?",
        ],
    );
}

#[test]
fn files_that_are_none() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(place.path().join(name), bytes).unwrap();
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(SOUND.bytes().flat_map(|byte| [byte, 0]))
        .collect();
    write("utf16.toml", &utf16);
    write("latin1.toml", b"name = \"caf\xe9\"\n");
    write("nul.toml", format!("{SOUND}#\0\n").as_bytes());
    write("empty.toml", b" \n\n");
    write("large.toml", &vec![b'#'; (1 << 20) + 1]);
    write(
        "deep.toml",
        format!("x = {}{}\n{SOUND}", "[".repeat(9_000), "]".repeat(9_000)).as_bytes(),
    );
    let keys = (0..20_000).fold(String::new(), |keys, at| keys + &format!("k{at} = \"x\"\n"));
    write("many.toml", format!("{SOUND}[sources]\n{keys}").as_bytes());
    write("equals.toml", "=".repeat(1_000_000).as_bytes());
    write(
        "quotes.toml",
        format!("{SOUND}x = \"{}", "\\".repeat(900_000)).as_bytes(),
    );
    std::fs::create_dir(place.path().join("folder.toml")).unwrap();
    for (file, says) in [
        ("utf16.toml", "not UTF-8"),
        ("latin1.toml", "not UTF-8"),
        ("nul.toml", "NUL"),
        ("empty.toml", "empty"),
        ("large.toml", "larger than 1 MiB"),
        ("deep.toml", "deep.toml:1:"),
        ("many.toml", "more than 10000"),
        ("equals.toml", "equals.toml:1:"),
        ("quotes.toml", "quotes.toml:7:1"),
        ("folder.toml", "not a regular file"),
    ] {
        refused(place.path(), file, 65, &[says]);
    }
    assert_eq!(
        offramp_in(place.path(), &["check", "missing.toml"])
            .status
            .code(),
        Some(66)
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_device_are_no_scenarios() {
    let place = tempfile::tempdir().unwrap();
    let pipe = place.path().join("pipe.toml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        refused(place.path(), "pipe.toml", 65, &["not a regular file"]);
    }
    std::os::unix::fs::symlink("/dev/zero", place.path().join("zero.toml")).unwrap();
    refused(place.path(), "zero.toml", 65, &["not a regular file"]);
}

#[test]
fn chains_of_extends() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).unwrap();
    write("self.toml", "extends = \"self.toml\"\n");
    write("a.toml", "extends = \"b.toml\"\n");
    write("b.toml", "extends = \"./a.toml\"\n");
    write("gone.toml", &format!("extends = \"nowhere.toml\"\n{SOUND}"));
    write("number.toml", &format!("extends = 3\n{SOUND}"));
    for at in 0..10 {
        write(
            &format!("long{at}.toml"),
            &format!("extends = \"long{}.toml\"\n", at + 1),
        );
    }
    refused(
        place.path(),
        "self.toml",
        65,
        &["self.toml:1:11", "self.toml -> self.toml"],
    );
    refused(
        place.path(),
        "a.toml",
        65,
        &["a.toml -> b.toml -> ./a.toml"],
    );
    refused(
        place.path(),
        "gone.toml",
        65,
        &["gone.toml:1:11", "nowhere.toml"],
    );
    refused(
        place.path(),
        "number.toml",
        65,
        &["number.toml:1:11", "must be text"],
    );
    refused(place.path(), "long0.toml", 65, &["more than 8 levels"]);
}
