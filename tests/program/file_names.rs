//! Names of files that hold anything the system allows: what is written can be read again, in every format.
#![cfg(unix)]

use std::path::Path;

use crate::common::program::{CASE, err, files, offramp_in, out};
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

fn run(folder: &Path, arguments: &[&str]) -> std::process::Output {
    let output = offramp_in(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    output
}

/// The parser of XML that reads our charts elsewhere, and readers of the other formats.
fn assert_readable(name: &str, bytes: &[u8]) {
    match name.rsplit('.').next().unwrap() {
        "json" => assert!(serde_json::from_slice::<Value>(bytes).is_ok(), "{name}"),
        "csv" => assert!(csv::Reader::from_reader(bytes).records().all(|record| record.is_ok()), "{name}"),
        "toml" => {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(toml::de::DeTable::parse(text).is_ok(), "{name}: {:?}", text.lines().next());
        }
        "svg" => {
            let text = std::str::from_utf8(bytes).unwrap();
            resvg::usvg::Tree::from_str(text, &resvg::usvg::Options::default()).unwrap();
            let allowed = |c: char| !c.is_control() || c == '\n';
            assert!(text.chars().all(|c| allowed(c) && !matches!(c, '\u{fffe}' | '\u{ffff}')), "{name}");
        }
        _ => {}
    }
}

fn assert_all_readable(folder: &Path) {
    for (name, bytes) in files(folder) {
        assert_readable(&name, &bytes);
    }
}

#[test]
fn what_is_written_of_a_file_of_any_name_can_be_read_again() {
    let place = tempfile::tempdir().unwrap();
    for (at, hostile) in HOSTILE.iter().enumerate() {
        let source = format!("{}.toml", hostile.replace('/', "|"));
        std::fs::write(place.path().join(&source), CASE).unwrap();
        let [whole, parts, merged] = ["whole", "parts", "merged"].map(|folder| format!("{folder}-{at}"));
        let options = ["--trials", "200", "--charts", "svg", "--set", "relations.channel=0.7"];
        run(place.path(), &[&["run", &source, "--out", &whole], &options[..]].concat());
        let written = files(&place.path().join(&whole));
        for (name, bytes) in &written {
            assert_readable(name, bytes);
        }
        // The resolved scenario runs as well as its source.
        run(place.path(), &["run", &format!("{whole}/scenario.toml"), "--trials", "50", "--no-files"]);
        let told = out(&run(place.path(), &["rerun", &format!("{whole}/manifest.json")]));
        assert!(told.contains("the same bytes"), "{source:?}: {told}");
        for part in ["1/2", "2/2"] {
            run(place.path(), &[&["run", &source, "--out", &parts, "--shard", part], &options[..]].concat());
        }
        let shards = [1, 2].map(|part| format!("{parts}/shard-{part}-of-2.json"));
        run(place.path(), &["merge", &shards[0], &shards[1], "--charts", "svg", "--out", &merged]);
        assert!(files(&place.path().join(&merged)) == written, "{source:?}");
        let study = format!("study-{at}");
        let vary = ["sweep", &source, "--vary", "relations.channel=0..1:2", "--trials", "50", "--charts", "svg"];
        run(place.path(), &[&vary[..], &["--out", &study]].concat());
        let compared = format!("compared-{at}");
        let compare = ["compare", &source, "--variant", "a: --set relations.channel=0.9", "--trials", "50"];
        run(place.path(), &[&compare[..], &["--charts", "svg", "--out", &compared]].concat());
        for folder in [study, compared] {
            assert_all_readable(&place.path().join(&folder));
            let told = out(&run(place.path(), &["rerun", &format!("{folder}/manifest.json")]));
            assert!(told.contains("the same bytes"), "{source:?}: {told}");
        }
    }
}

/// What a shard says of itself is put into a comment as well; it cannot become a part of the scenario.
#[test]
fn what_a_shard_says_of_itself_stays_a_comment() {
    let place = tempfile::tempdir().unwrap();
    run(place.path(), &["run", "hotline", "--trials", "100", "--shard", "1/1", "--out", "parts"]);
    let text = std::fs::read_to_string(place.path().join("parts/shard-1-of-1.json")).unwrap();
    for (from, to) in [
        ("\"hotline\"", "\"a\\n[actors.z]\\nsting = 1.toml\""),
        ("\"hotline\"", "\"hot\\nline = 1\\u001b[31m.toml\""),
        ("\"hotline\"", "\"../../hotline.toml\""),
    ] {
        assert!(text.contains(from), "{from}");
        std::fs::write(place.path().join("forged.json"), resealed(&text.replace(from, to))).unwrap();
        let output = offramp_in(place.path(), &["merge", "forged.json", "--charts", "svg", "--out", "merged"]);
        assert!(output.status.success(), "{}", err(&output));
        for printed in [&output.stdout, &output.stderr] {
            assert!(!printed.contains(&0x1b));
        }
        assert_all_readable(&place.path().join("merged"));
        std::fs::remove_dir_all(place.path().join("merged")).unwrap();
        let output = offramp_in(place.path(), &["merge", "forged.json", "--charts", "none", "--quiet"]);
        assert!(output.status.success(), "{}", err(&output));
        let names: Vec<_> = std::fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(names.iter().all(|name| name == "parts" || name == "forged.json" || name == "results"), "{names:?}");
    }
}
