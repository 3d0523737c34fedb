//! What reaches the terminal of hostile words on a command line: no text that does more than be
//! read.
#![cfg(unix)]

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use crate::common::harmless::{HOSTILE, harmless_line, unsafe_in};
use crate::common::program::{CASE, err, out, place_with_case, program};

/// All commands.
const COMMANDS: &str = "run compare sweep tip story why rank shake discover plot rerun merge list show check new parameters schema completions man help";

/// Ends of a line that begins with a command; `WORD` stands for a hostile word.
const ENDS: [&str; 25] = [
    "WORD",
    "case.toml WORD",
    "--set WORD",
    "--vary WORD",
    "--trials WORD",
    "WORD WORD",
    "--seed=WORD",
    "--precision=WORD",
    "--threads=WORD",
    "--shard=WORD",
    "--out=WORD",
    "--format=WORD",
    "--charts=WORD",
    "--variant=WORD",
    "--outcome=WORD",
    "--share=WORD",
    "--diff=WORD",
    "--extends=WORD",
    "--without=WORD",
    "--with=WORD",
    "--scenario=WORD",
    "--only=WORD",
    "--title=WORD",
    "--WORD=WORD",
    "--help",
];

/// Lines in which a hostile word is a part of another.
const PARTS: [&str; 15] = [
    "run case.toml --without WORD",
    "run case.toml --set actors.WORD.shock_of_surprise=1",
    "run case.toml --set relations.trust=WORD",
    "run case.toml --set 'relations.trust=\"WORD\"'",
    "run case.toml --set opening.rung=WORD --trials 10",
    "run case.toml --out case.toml/WORD",
    "sweep case.toml --vary actors.WORD.shock_of_surprise=0..1:2",
    "sweep case.toml --vary relations.trust=0..1:WORD",
    "parameters actors.WORD.shock_of_surprise",
    "compare case.toml --variant 'x: --set actors.WORD.shock_of_surprise=1'",
    "compare case.toml --variant 'x: --WORD'",
    "WORD.toml",
    "--version",
    "--help",
    "WORD",
];

/// A hostile word in every place of a command where one may stand: refused or taken, and shown as
/// harmless.
#[test]
fn hostile_words_of_a_command_line_reach_no_terminal() {
    let place = place_with_case();
    for command in COMMANDS.split(' ') {
        for end in ENDS {
            harmless_line(
                place.path(),
                &format!("{command} {end}"),
                &[("WORD", HOSTILE)],
            );
        }
    }
}

#[test]
fn hostile_parts_of_words_reach_no_terminal() {
    let place = place_with_case();
    for line in PARTS {
        harmless_line(place.path(), line, &[("WORD", HOSTILE)]);
    }
}

/// A name of any bytes.
fn odd(name: &[u8]) -> OsString {
    OsStr::from_bytes(name).to_owned()
}

/// Runs the program with these words, and holds that it succeeds and shows nothing that does more
/// than be read.
#[track_caller]
fn run(folder: &Path, words: &[OsString]) {
    let output = program().args(words).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", err(&output));
    assert_eq!(unsafe_in(&output.stdout), None);
}

/// Words of any bytes are taken, and a study of a file so named can be run again.
#[test]
fn words_of_any_bytes_are_taken() {
    let place = place_with_case();
    let file = odd(b"o\xffdd.toml");
    std::fs::write(place.path().join(&file), CASE).unwrap();
    // `FILE` and `OUT` stand for names that are no text.
    let with = |line: &str, out: &OsStr| {
        let word = |word: &str| match word {
            "FILE" => file.clone(),
            "OUT" => out.to_owned(),
            word => word.into(),
        };
        run(place.path(), &line.split(' ').map(word).collect::<Vec<_>>());
    };
    let few = "--trials 50 --charts none --out OUT";
    let vary = "--vary relations.crisis_communication=0..1:2";
    let tip = "--vary relations.crisis_communication=0..1 --outcome wars --share 0.1";
    let folder = odd(b"r\xfe");
    with(&format!("run FILE {few}"), &folder);
    with(&format!("compare case.toml FILE {few}"), &odd(b"c\xfe"));
    with(&format!("compare FILE hotline {few}"), &odd(b"d\xfe"));
    with(&format!("sweep FILE {vary} {few}"), &odd(b"s\xfe"));
    with(&format!("tip FILE {tip} {few}"), &odd(b"t\xfe"));
    with(&format!("why FILE --later {few}"), &odd(b"w\xfe"));
    for line in [
        "check FILE",
        "show FILE",
        "show FILE --about",
        "show FILE --sources",
        "show case.toml --diff FILE",
        "parameters shock_of_surprise --scenario FILE",
    ] {
        with(line, &folder);
    }
    for folder in [folder, odd(b"s\xfe"), odd(b"c\xfe")] {
        run(
            place.path(),
            &[
                "rerun".into(),
                Path::new(&folder).join("manifest.json").into(),
            ],
        );
    }
}

#[test]
fn the_program_may_lie_in_a_folder_of_any_bytes() {
    let place = place_with_case();
    let bin = place.path().join(odd(b"b\xffin"));
    std::fs::create_dir(&bin).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_offramp"), bin.join("offramp")).unwrap();
    let mut moved = std::process::Command::new(bin.join("offramp"));
    let words = ["run", "case.toml", "--trials", "50", "--no-files"];
    let output = moved.args(words).current_dir(&place).output().unwrap();
    assert!(output.status.success(), "{}", err(&output));
    assert!(
        out(&output).contains("Try next, each added to the same command\n  --set"),
        "{}",
        out(&output)
    );
}
