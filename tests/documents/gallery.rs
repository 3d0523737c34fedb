//! The gallery is what the program makes today, to the byte.
//!
//! `OFFRAMP_WRITE=1 cargo test --test documents gallery` makes it anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::program::{err, offramp_in};

/// The folder that has charts of every kind.
const BASELINE: &str = "baseline";

/// The folders of the gallery, and the words of the command that makes each.
const FOLDERS: [(&str, &[&str]); 8] = [
    (BASELINE, &["run", "iran-pakistan-2024"]),
    ("called-ahead", &["run", "called-ahead"]),
    ("no-mediation", &["run", "no-mediation"]),
    ("struck-soldiers", &["run", "struck-soldiers"]),
    ("hotline", &["compare", "iran-pakistan-2024", "hotline"]),
    (
        "what-ifs",
        &[
            "compare",
            "iran-pakistan-2024",
            "called-ahead",
            "no-mediation",
            "struck-soldiers",
        ],
    ),
    (
        "sweep",
        &["sweep", "--vary", "relations.crisis_communication=0..1"],
    ),
    (
        "tip",
        &[
            "tip",
            "--vary",
            "relations.crisis_communication=0..1",
            "--outcome",
            "wars",
            "--share",
            "0.05",
        ],
    ),
];

/// The charts of what is made beside the baseline: pictures for slides alone.
const CHARTS: &str = "png";

/// How many histories each has: of one scenario or several a million, along an axis fewer.
fn trials(command: &str) -> &'static str {
    match command {
        "run" | "compare" => "1_000_000",
        _ => "100_000",
    }
}

fn gallery() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("results/gallery")
}

/// Makes a folder of the gallery in another place.
fn make(place: &Path, folder: &str, words: &[&str]) {
    let more = ["--trials", trials(words[0]), "--quiet", "--out", folder];
    let mut arguments: Vec<&str> = words.iter().chain(&more).copied().collect();
    if folder != BASELINE {
        arguments.extend(["--charts", CHARTS]);
    }
    let output = offramp_in(place, &arguments);
    assert!(output.status.success(), "{folder}: {}", err(&output));
}

/// The files below a folder, by their paths in it; none of the program's own that begin with a dot.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let below = files(&path).into_iter();
            found.extend(below.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else if !name.starts_with('.') {
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}

/// Puts fresh files in the place of those that are kept.
fn renew(kept: &Path, fresh: &BTreeMap<String, Vec<u8>>) {
    if kept.exists() {
        fs::remove_dir_all(kept).unwrap();
    }
    for (name, bytes) in fresh {
        let path = kept.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn the_gallery_is_fresh() {
    let place = tempfile::tempdir().unwrap();
    let mut all = BTreeMap::new();
    for (folder, words) in FOLDERS {
        make(place.path(), folder, words);
        let made = files(&place.path().join(folder));
        assert!(made.contains_key("manifest.json"), "{folder}");
        all.extend(
            made.into_iter()
                .map(|(name, bytes)| (format!("{folder}/{name}"), bytes)),
        );
    }
    if std::env::var_os("OFFRAMP_WRITE").is_some() {
        renew(&gallery(), &all);
    }
    let kept = files(&gallery());
    let stale: Vec<&String> = all
        .keys()
        .chain(kept.keys())
        .filter(|name| all.get(*name) != kept.get(*name))
        .collect();
    assert!(
        stale.is_empty(),
        "stale: {stale:?}; OFFRAMP_WRITE=1 cargo test --test documents gallery makes it anew"
    );
}
