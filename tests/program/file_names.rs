//! Names of files that hold anything the system allows: what is written can be read again, in every
//! format.
#![cfg(unix)]

use std::path::Path;

use crate::common::program::{CASE, done_in, done_line_in, files, out, shell_words};
use crate::common::sealed::resealed;
use serde_json::Value;

/// What a name of a file may hold before its `.toml`.
const HOSTILE: [&str; 12] = [
    "line\nname = \"another\"\n[x]",
    "return\r",
    "escape\u{1b}[31m",
    "delete\u{7f}",
    "bell\u{7}null\u{1}",
    "next\u{85}line\u{2028}",
    "turned\u{202e}lmot",
    "</title><script>&amp;]]>",
    "=1+1,\"two\"",
    "back\\slash \\u0041 \\",
    "quote' \"\"\" ''' `",
    "not a character \u{ffff} جنگ",
];

/// The parser of XML that reads our charts elsewhere, and readers of the other formats.
fn assert_readable(name: &str, bytes: &[u8]) {
    match name.rsplit('.').next().unwrap() {
        "json" => assert!(serde_json::from_slice::<Value>(bytes).is_ok(), "{name}"),
        "csv" => assert!(
            csv::Reader::from_reader(bytes)
                .records()
                .all(|record| record.is_ok()),
            "{name}"
        ),
        "toml" => {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(
                toml::de::DeTable::parse(text).is_ok(),
                "{name}: {:?}",
                text.lines().next()
            );
        }
        "svg" => {
            let text = std::str::from_utf8(bytes).unwrap();
            resvg::usvg::Tree::from_str(text, &resvg::usvg::Options::default()).unwrap();
            let allowed = |c: char| !c.is_control() || c == '\n';
            assert!(
                text.chars()
                    .all(|c| allowed(c) && !matches!(c, '\u{fffe}' | '\u{ffff}')),
                "{name}"
            );
        }
        _ => {}
    }
}

fn assert_all_readable(folder: &Path) {
    for (name, bytes) in files(folder) {
        assert_readable(&name, &bytes);
    }
}

/// The options of every run.
const RUN: &str = "--trials 200 --charts svg --set relations.crisis_communication=0.7";

/// Runs a command on a source, whose name no line of a shell could hold.
fn run(place: &Path, command: &str, source: &str, options: &str) {
    let options = shell_words(options);
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    done_in(place, &[&[command, source], &options[..]].concat());
}

/// The files of a folder can be read, and a run again gives the same ones.
fn assert_can_be_run_again(place: &Path, folder: &str) {
    assert_all_readable(&place.join(folder));
    let told = out(&done_line_in(
        place,
        &format!("rerun {folder}/manifest.json"),
    ));
    assert!(told.contains("the same bytes"), "{folder}: {told}");
}

/// Shards put together give the files of the whole.
fn assert_shards_give_the_whole(place: &Path, source: &str) {
    for part in ["1/2", "2/2"] {
        run(
            place,
            "run",
            source,
            &format!("{RUN} --out parts --shard {part}"),
        );
    }
    let shards = "parts/shard-1-of-2.json parts/shard-2-of-2.json";
    done_line_in(place, &format!("merge {shards} --charts svg --out merged"));
    assert!(
        files(&place.join("merged")) == files(&place.join("whole")),
        "{source:?}"
    );
}

#[test]
fn what_is_written_of_a_file_of_any_name_can_be_read_again() {
    for hostile in HOSTILE {
        let place = tempfile::tempdir().unwrap();
        let place = place.path();
        let source = format!("{}.toml", hostile.replace('/', "|"));
        std::fs::write(place.join(&source), CASE).unwrap();
        run(place, "run", &source, &format!("{RUN} --out whole"));
        // The resolved scenario runs as well as its source.
        done_line_in(place, "run whole/scenario.toml --trials 50 --no-files");
        assert_can_be_run_again(place, "whole");
        assert_shards_give_the_whole(place, &source);
        let small = "--trials 50 --charts svg";
        run(
            place,
            "sweep",
            &source,
            &format!("--vary relations.crisis_communication=0..1:2 {small} --out study"),
        );
        assert_can_be_run_again(place, "study");
        let variant = "--variant 'a: --set relations.crisis_communication=0.9'";
        run(
            place,
            "compare",
            &source,
            &format!("{variant} {small} --out compared"),
        );
        assert_can_be_run_again(place, "compared");
    }
}

/// What a shard says of itself is put into a comment as well; it cannot become a part of the
/// scenario.
#[test]
fn what_a_shard_says_of_itself_stays_a_comment() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(
        place.path(),
        "run hotline --trials 100 --shard 1/1 --out parts",
    );
    let text = std::fs::read_to_string(place.path().join("parts/shard-1-of-1.json")).unwrap();
    for (from, to) in [
        ("\"hotline\"", "\"a\\n[actors.z]\\nslight = 1.toml\""),
        ("\"hotline\"", "\"hot\\nline = 1\\u001b[31m.toml\""),
        ("\"hotline\"", "\"../../hotline.toml\""),
    ] {
        assert!(text.contains(from), "{from}");
        std::fs::write(
            place.path().join("forged.json"),
            resealed(&text.replace(from, to)),
        )
        .unwrap();
        let output = done_line_in(place.path(), "merge forged.json --charts svg --out merged");
        for printed in [&output.stdout, &output.stderr] {
            assert!(!printed.contains(&0x1b));
        }
        assert_all_readable(&place.path().join("merged"));
        std::fs::remove_dir_all(place.path().join("merged")).unwrap();
        done_line_in(place.path(), "merge forged.json --charts none --quiet");
        let names: Vec<_> = std::fs::read_dir(place.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert!(
            names
                .iter()
                .all(|name| name == "parts" || name == "forged.json" || name == "results"),
            "{names:?}"
        );
    }
}
