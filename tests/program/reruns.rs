//! What a manifest tells of, once more: the same bytes, or a plain word why not.

use std::path::Path;

use crate::common::program::{done_in, done_line_in, err, files, offramp_in, out};

/// Runs a manifest with one part of it changed: that is refused, with a remedy.
#[track_caller]
fn refused_when_changed(place: &Path, manifest: &str, from: &str, to: &str) {
    assert!(manifest.contains(from), "{from}");
    std::fs::write(place.join("changed.json"), manifest.replacen(from, to, 1)).unwrap();
    let output = offramp_in(place, &["rerun", "changed.json", "--out", "other"]);
    assert_eq!(output.status.code(), Some(65), "{to}: {}", err(&output));
    assert!(err(&output).contains("help: "), "{}", err(&output));
}

#[test]
fn a_run_again_gives_the_same_bytes() {
    let place = tempfile::tempdir().unwrap();
    let options = [
        "--trials",
        "4_000",
        "--trials-csv",
        "--set",
        "relations.trust={ normal = [0.4, 0.1] }",
        "--seed",
        "9",
    ];
    done_in(
        place.path(),
        &[&["run", "reference-class", "--out", "first"], &options[..]].concat(),
    );
    let told = out(&done_in(
        place.path(),
        &["rerun", "first/manifest.json", "--threads", "1"],
    ));
    assert!(told.contains("the same bytes"), "{told}");
    assert!(files(&place.path().join("first")) == files(&place.path().join("first-again")));
    let manifest = std::fs::read_to_string(place.path().join("first/manifest.json")).unwrap();
    for (from, to) in [
        ("\"seed\": 9", "\"seed\": 8"),
        ("\"stream_version\": ", "\"stream_version\": 9"),
        ("horizon_days = 365", "horizon_days = 364"),
        ("\"purpose\"", "\"porpoise\""),
        ("\"trials_done\": 4000", "\"trials_done\": 0"),
    ] {
        refused_when_changed(place.path(), &manifest, from, to);
    }
    assert_eq!(
        offramp_in(place.path(), &["rerun", "nowhere.json"])
            .status
            .code(),
        Some(66)
    );
}

/// A scenario of one's own.
const MINE: &str = "extends = \"iran-pakistan-2024\"\nname = \"Mine\"\n[overrides]\n\"relations.crisis_communication\" = 0.8\n";

/// Studies of that scenario, each with the folder that it is written to.
const STUDIES: [(&str, &str); 6] = [
    ("k", "shake mine.toml --readings 40"),
    ("d", "discover mine.toml --readings 200"),
    (
        "c",
        "compare reference-class mine.toml --variant 'a call: --set actors.*.forewarning=1'",
    ),
    (
        "s",
        "sweep mine.toml --vary relations.crisis_communication=0..1:3 --charts svg",
    ),
    (
        "t",
        "tip mine.toml --vary actors.*.shock_of_surprise=0..1 --outcome answer --share 0.8",
    ),
    (
        "h",
        "story mine.toml --trial 7 --against 'a call: --set actors.*.forewarning=1'",
    ),
];

#[test]
fn a_study_again_gives_the_same_bytes() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), MINE).unwrap();
    for (name, study) in STUDIES {
        done_line_in(
            place.path(),
            &format!("{study} --trials 300 --seed 5 --out {name} --quiet"),
        );
        let manifest = format!("{name}/manifest.json");
        let told = out(&done_in(
            place.path(),
            &["rerun", &manifest, "--threads", "1"],
        ));
        assert!(told.contains("the same bytes"), "{told}");
        let again = files(&place.path().join(format!("{name}-again")));
        assert!(files(&place.path().join(name)) == again, "{name}");
        let manifest = std::fs::read_to_string(place.path().join(&manifest)).unwrap();
        for (from, to) in [
            ("\"stream_version\": ", "\"stream_version\": 9"),
            ("\"complete\": true", "\"complete\": false"),
            ("\"request\"", "\"requests\""),
            ("300", "301"),
        ] {
            refused_when_changed(place.path(), &manifest, from, to);
        }
    }
}

/// Results of scenarios in files, each with the folder that it is written to.
const RESULTS_OF_FILES: [(&str, &str); 5] = [
    ("r", "run bolder.toml --without china-counsels"),
    (
        "c",
        "compare mine.toml bolder.toml --variant 'a call: --set actors.*.forewarning=1' --flipped",
    ),
    (
        "s",
        "sweep bolder.toml --vary arguments.china-counsels=0..1:3",
    ),
    (
        "t",
        "tip mine.toml --vary actors.*.shock_of_surprise=0..1 --outcome answer --share 0.8",
    ),
    (
        "h",
        "story mine.toml --trial 7 --against 'a call: --set actors.*.forewarning=1'",
    ),
];

/// Runs each manifest of those results from another folder, and holds that it gives the same bytes
/// there.
fn all_give_the_same_bytes(place: &Path, elsewhere: &Path, prefix: &str) {
    for (name, _) in RESULTS_OF_FILES {
        let manifest = place.join(name).join("manifest.json");
        let out = format!("{prefix}-{name}");
        done_in(
            elsewhere,
            &[
                "rerun",
                manifest.to_str().unwrap(),
                "--out",
                &out,
                "--quiet",
            ],
        );
        assert!(
            files(&place.join(name)) == files(&elsewhere.join(&out)),
            "{out}"
        );
    }
}

/// A manifest holds all that it takes: from another folder, after the files were edited, and after
/// they were deleted.
#[test]
fn a_result_again_needs_no_file_but_its_manifest() {
    let place = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).unwrap();
    write("mine.toml", MINE);
    write(
        "bolder.toml",
        "extends = \"mine.toml\"\nname = \"Bolder\"\n[overrides]\n\"actors.*.restraint\" = 0.1\n",
    );
    for (name, line) in RESULTS_OF_FILES {
        done_line_in(
            place.path(),
            &format!("{line} --trials 200 --charts svg --out {name} --quiet"),
        );
    }
    all_give_the_same_bytes(place.path(), elsewhere.path(), "kept");
    write("mine.toml", &MINE.replace("0.8", "0.2"));
    write("bolder.toml", "name = ");
    all_give_the_same_bytes(place.path(), elsewhere.path(), "edited");
    std::fs::remove_file(place.path().join("mine.toml")).unwrap();
    std::fs::remove_file(place.path().join("bolder.toml")).unwrap();
    all_give_the_same_bytes(place.path(), elsewhere.path(), "deleted");
}

/// A folder that the program chose for a rerun may hold another result: that is not replaced in
/// silence.
#[test]
fn a_rerun_does_not_replace_another_result() {
    let place = tempfile::tempdir().unwrap();
    for (scenario, folder) in [("reference-class", "r"), ("spiral", "r-again")] {
        done_in(
            place.path(),
            &[
                "run", scenario, "--trials", "100", "--charts", "none", "--out", folder, "--quiet",
            ],
        );
    }
    let before = files(&place.path().join("r-again"));
    let output = offramp_in(place.path(), &["rerun", "r/manifest.json"]);
    assert_eq!(output.status.code(), Some(73), "{}", err(&output));
    assert!(err(&output).contains("would replace"), "{}", err(&output));
    assert!(files(&place.path().join("r-again")) == before);
    let output = offramp_in(
        place.path(),
        &["rerun", "r/manifest.json", "--out", "r-again"],
    );
    assert!(
        output.status.success() && err(&output).contains("note: replaced the earlier run"),
        "{}",
        err(&output)
    );
}
