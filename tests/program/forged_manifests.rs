//! Manifests that somebody changed and sealed again: a digest that fits is not enough.

use std::path::Path;
use std::process::Output;

use crate::common::program::{done_line_in, err, line_in};
use crate::common::sealed::resealed;

/// Changes of the manifest of a run, and what the refusal says of each.
const FORGED_RUNS: [(&str, &str, &str); 9] = [
    (
        "\"trials_done\": 400",
        "\"trials_done\": 401",
        "more than `trials_asked`",
    ),
    (
        "\"trials_done\": 400",
        "\"trials_done\": 399",
        "not all trials are done",
    ),
    (
        "\"complete\": true",
        "\"complete\": false",
        "it is not complete",
    ),
    (
        "\"trials_csv\": false",
        "\"trials_csv\": true",
        "contradict each other",
    ),
    ("\"seed\": 1", "\"seed\": 2", "`seed_text` is not the seed"),
    (
        "horizon_days = 90",
        "horizon_days = 91",
        "was changed since",
    ),
    (
        "\"dictionary.csv\": ",
        "\"../dictionary.csv\": ",
        "`files` names others",
    ),
    ("\"levels.csv\": ", "\"loot.csv\": ", "`files` names others"),
    (
        "\"program\": \"offramp\"",
        "\"program\": \"onramp\"",
        "of another program",
    ),
];

/// Changes of the manifest of a sweep, and what the refusal says of each.
const FORGED_SWEEPS: [(&str, &str, &str); 8] = [
    (
        "\"trials\": 60",
        "\"trials\": 61",
        "`trials_asked` is not what the request asks for",
    ),
    (
        "\"trials_done\": 60",
        "\"trials_done\": 61",
        "more than `trials_asked`",
    ),
    (
        "\"seed\": 1\n",
        "\"seed\": 2\n",
        "`seed_text` is not the seed",
    ),
    ("\"points\": 2", "\"points\": 3", "not the same bytes"),
    ("\"points\": 2", "\"points\": 1", "is no manifest"),
    ("\"sweep\": {", "\"run\": {", "is no manifest"),
    (
        "\"sweep.json\": ",
        "\"sweep.xml\": ",
        "`files` names others",
    ),
    (
        "crisis_communication = 0.9",
        "crisis_communication = 0.8",
        "was changed since",
    ),
];

/// Runs a manifest of this text, and holds that it is refused as wrong and that the refusal says
/// this.
#[track_caller]
fn refused(place: &Path, manifest: &str, says: &str) -> Output {
    std::fs::write(place.join("forged.json"), manifest).unwrap();
    let output = line_in(place, "rerun forged.json --out other");
    assert_eq!(output.status.code(), Some(65), "{}", err(&output));
    assert!(err(&output).contains(says), "{says}: {}", err(&output));
    output
}

/// Anybody can make a digest that fits; what no run can come to is refused all the same, and what
/// another run came to is found out by running it.
#[test]
fn a_digest_that_fits_is_not_enough() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(
        place.path(),
        "run hotline --trials 400 --out r --charts none --quiet",
    );
    let manifest = std::fs::read_to_string(place.path().join("r/manifest.json")).unwrap();
    for (from, to, says) in FORGED_RUNS {
        assert!(manifest.contains(from), "{from}");
        let forged = manifest.replacen(from, to, 1);
        refused(place.path(), &forged, "changed or damaged");
        let output = refused(place.path(), &resealed(&forged), says);
        assert!(err(&output).contains("help: "), "{}", err(&output));
    }
    // Another seed gives other files, and that shows once it is run.
    let number = manifest.replace("\"seed\": 1\n", "\"seed\": 2\n");
    let both = number.replace("\"seed_text\": \"1\"", "\"seed_text\": \"2\"");
    refused(place.path(), &resealed(&both), "not the same bytes");
}

/// The request of a study is what is run; what the manifest says beside it must be of that request.
#[test]
fn a_study_whose_digest_fits_is_held_to_its_request() {
    let place = tempfile::tempdir().unwrap();
    let sweep = "sweep hotline --vary relations.crisis_communication=0..1:2 --trials 60 --charts none --out s --quiet";
    done_line_in(place.path(), sweep);
    let manifest = std::fs::read_to_string(place.path().join("s/manifest.json")).unwrap();
    for (from, to, says) in FORGED_SWEEPS {
        assert!(manifest.contains(from), "{from}");
        refused(
            place.path(),
            &resealed(&manifest.replacen(from, to, 1)),
            says,
        );
    }
}
