//! What a manifest tells of, once more: the same bytes, or a plain word why not.

use std::path::Path;

use crate::common::program::{err, files, offramp_in, out};
use crate::common::sealed::resealed;

fn run(folder: &Path, arguments: &[&str]) -> std::process::Output {
    let output = offramp_in(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    output
}

#[test]
fn a_run_again_gives_the_same_bytes() {
    let place = tempfile::tempdir().unwrap();
    let options =
        ["--trials", "4_000", "--trials-csv", "--set", "relations.trust={ normal = [0.4, 0.1] }", "--seed", "9"];
    run(place.path(), &[&["run", "reference-class", "--out", "first"], &options[..]].concat());
    let told = out(&run(place.path(), &["rerun", "first/manifest.json", "--threads", "1"]));
    assert!(told.contains("the same bytes"), "{told}");
    assert!(files(&place.path().join("first")) == files(&place.path().join("first-again")));
    let manifest = std::fs::read_to_string(place.path().join("first/manifest.json")).unwrap();
    for (from, to, code) in [
        ("\"seed\": 9", "\"seed\": 8", 65),
        ("\"stream_version\": ", "\"stream_version\": 9", 65),
        ("horizon_days = 365", "horizon_days = 364", 65),
        ("\"purpose\"", "\"porpoise\"", 65),
        ("\"trials_done\": 4000", "\"trials_done\": 0", 65),
    ] {
        assert!(manifest.contains(from), "{from}");
        std::fs::write(place.path().join("changed.json"), manifest.replacen(from, to, 1)).unwrap();
        let output = offramp_in(place.path(), &["rerun", "changed.json", "--out", "other"]);
        assert_eq!(output.status.code(), Some(code), "{to}: {}", err(&output));
        assert!(err(&output).contains("help: "), "{}", err(&output));
    }
    assert_eq!(offramp_in(place.path(), &["rerun", "nowhere.json"]).status.code(), Some(66));
}

/// Anybody can make a digest that fits; what no run can come to is refused all the same, and what another run came to is
/// found out by running it.
#[test]
fn a_digest_that_fits_is_not_enough() {
    let place = tempfile::tempdir().unwrap();
    run(place.path(), &["run", "hotline", "--trials", "400", "--out", "r", "--charts", "none", "--quiet"]);
    let manifest = std::fs::read_to_string(place.path().join("r/manifest.json")).unwrap();
    for (from, to, says) in [
        ("\"trials_done\": 400", "\"trials_done\": 401", "more than `trials_asked`"),
        ("\"trials_done\": 400", "\"trials_done\": 399", "not all trials are done"),
        ("\"complete\": true", "\"complete\": false", "it is not complete"),
        ("\"trials_csv\": false", "\"trials_csv\": true", "contradict each other"),
        ("\"seed\": 1", "\"seed\": 2", "`seed_text` is not the seed"),
        ("horizon_days = 90", "horizon_days = 91", "was changed since"),
        ("\"dictionary.csv\": ", "\"../dictionary.csv\": ", "`files` names others"),
        ("\"levels.csv\": ", "\"loot.csv\": ", "`files` names others"),
        ("\"program\": \"offramp\"", "\"program\": \"onramp\"", "of another program"),
    ] {
        assert!(manifest.contains(from), "{from}");
        let forged = manifest.replacen(from, to, 1);
        std::fs::write(place.path().join("forged.json"), &forged).unwrap();
        let output = offramp_in(place.path(), &["rerun", "forged.json", "--out", "other"]);
        assert!(output.status.code() == Some(65) && err(&output).contains("changed or damaged"), "{}", err(&output));
        std::fs::write(place.path().join("forged.json"), resealed(&forged)).unwrap();
        let output = offramp_in(place.path(), &["rerun", "forged.json", "--out", "other"]);
        assert!(output.status.code() == Some(65) && err(&output).contains(says), "{to}: {}", err(&output));
        assert!(err(&output).contains("help: "), "{}", err(&output));
    }
    // Another seed gives other files, and that shows once it is run.
    let both =
        manifest.replace("\"seed\": 1\n", "\"seed\": 2\n").replace("\"seed_text\": \"1\"", "\"seed_text\": \"2\"");
    std::fs::write(place.path().join("forged.json"), resealed(&both)).unwrap();
    let output = offramp_in(place.path(), &["rerun", "forged.json", "--out", "other"]);
    assert!(output.status.code() == Some(65) && err(&output).contains("not the same bytes"), "{}", err(&output));
}

/// The request of a study is what is run; what the manifest says beside it must be of that request.
#[test]
fn a_study_whose_digest_fits_is_held_to_its_request() {
    let place = tempfile::tempdir().unwrap();
    let study = ["sweep", "hotline", "--vary", "relations.channel=0..1:2", "--trials", "60", "--charts", "none"];
    run(place.path(), &[&study[..], &["--out", "s", "--quiet"]].concat());
    let manifest = std::fs::read_to_string(place.path().join("s/manifest.json")).unwrap();
    for (from, to, says) in [
        ("\"trials\": 60", "\"trials\": 61", "`trials_asked` is not what the request asks for"),
        ("\"trials_done\": 60", "\"trials_done\": 61", "more than `trials_asked`"),
        ("\"seed\": 1\n", "\"seed\": 2\n", "`seed_text` is not the seed"),
        ("\"points\": 2", "\"points\": 3", "not the same bytes"),
        ("\"points\": 2", "\"points\": 1", "is no manifest"),
        ("\"sweep\": {", "\"run\": {", "is no manifest"),
        ("\"sweep.json\": ", "\"sweep.xml\": ", "`files` names others"),
        ("channel = 0.9", "channel = 0.8", "was changed since"),
    ] {
        assert!(manifest.contains(from), "{from}");
        std::fs::write(place.path().join("forged.json"), resealed(&manifest.replacen(from, to, 1))).unwrap();
        let output = offramp_in(place.path(), &["rerun", "forged.json", "--out", "other"]);
        assert!(output.status.code() == Some(65) && err(&output).contains(says), "{to}: {}", err(&output));
    }
}

const MINE: &str = "extends = \"iran-pakistan-2024\"\nname = \"Mine\"\n[overrides]\n\"relations.channel\" = 0.8\n";

#[test]
fn a_study_again_gives_the_same_bytes() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), MINE).unwrap();
    for (name, study) in [
        ("c", &["compare", "reference-class", "mine.toml", "--variant", "a call: --set actors.*.forewarning=1"][..]),
        ("s", &["sweep", "mine.toml", "--vary", "relations.channel=0..1:3", "--charts", "svg"]),
        ("t", &["tip", "mine.toml", "--vary", "actors.*.sting=0..1", "--outcome", "answer", "--share", "0.8"]),
    ] {
        run(place.path(), &[study, &["--trials", "300", "--seed", "5", "--out", name, "--quiet"]].concat());
        let manifest = format!("{name}/manifest.json");
        let told = out(&run(place.path(), &["rerun", &manifest, "--threads", "1"]));
        assert!(told.contains("the same bytes"), "{told}");
        let again = files(&place.path().join(format!("{name}-again")));
        assert!(files(&place.path().join(name)) == again, "{name}");
        let text = std::fs::read_to_string(place.path().join(&manifest)).unwrap();
        for (from, to) in [
            ("\"stream_version\": ", "\"stream_version\": 9"),
            ("\"complete\": true", "\"complete\": false"),
            ("\"request\"", "\"requests\""),
            ("300", "301"),
        ] {
            assert!(text.contains(from), "{from}");
            std::fs::write(place.path().join("changed.json"), text.replacen(from, to, 1)).unwrap();
            let output = offramp_in(place.path(), &["rerun", "changed.json", "--out", &format!("other-{name}")]);
            assert_eq!(output.status.code(), Some(65), "{to}: {}", err(&output));
            assert!(err(&output).contains("help: "), "{}", err(&output));
        }
    }
}

/// A manifest holds all that it takes: from another folder, after the files were edited, and after they were deleted.
#[test]
fn a_result_again_needs_no_file_but_its_manifest() {
    let place = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).unwrap();
    write("mine.toml", MINE);
    write("bolder.toml", "extends = \"mine.toml\"\nname = \"Bolder\"\n[overrides]\n\"actors.*.restraint\" = 0.1\n");
    let results: [(&str, &[&str]); 4] = [
        ("r", &["run", "bolder.toml", "--without", "china-counsels"]),
        (
            "c",
            &["compare", "mine.toml", "bolder.toml", "--variant", "a call: --set actors.*.forewarning=1", "--flipped"],
        ),
        ("s", &["sweep", "bolder.toml", "--vary", "arguments.china-counsels=0..1:3"]),
        ("t", &["tip", "mine.toml", "--vary", "actors.*.sting=0..1", "--outcome", "answer", "--share", "0.8"]),
    ];
    for (name, words) in results {
        run(place.path(), &[words, &["--trials", "200", "--charts", "svg", "--out", name, "--quiet"]].concat());
    }
    let again = |what: &str| {
        for (name, _) in results {
            let manifest = place.path().join(name).join("manifest.json");
            let out = format!("{what}-{name}");
            run(elsewhere.path(), &["rerun", manifest.to_str().unwrap(), "--out", &out, "--quiet"]);
            assert!(files(&place.path().join(name)) == files(&elsewhere.path().join(&out)), "{out}");
        }
    };
    again("kept");
    write("mine.toml", &MINE.replace("0.8", "0.2"));
    write("bolder.toml", "name = ");
    again("edited");
    std::fs::remove_file(place.path().join("mine.toml")).unwrap();
    std::fs::remove_file(place.path().join("bolder.toml")).unwrap();
    again("deleted");
}

/// A folder that the program chose for a rerun may hold another result: that is not replaced in silence.
#[test]
fn a_rerun_does_not_replace_another_result() {
    let place = tempfile::tempdir().unwrap();
    for (scenario, folder) in [("reference-class", "r"), ("spiral", "r-again")] {
        run(place.path(), &["run", scenario, "--trials", "100", "--charts", "none", "--out", folder, "--quiet"]);
    }
    let before = files(&place.path().join("r-again"));
    let output = offramp_in(place.path(), &["rerun", "r/manifest.json"]);
    assert_eq!(output.status.code(), Some(73), "{}", err(&output));
    assert!(err(&output).contains("would replace"), "{}", err(&output));
    assert!(files(&place.path().join("r-again")) == before);
    let output = offramp_in(place.path(), &["rerun", "r/manifest.json", "--out", "r-again"]);
    assert!(output.status.success() && err(&output).contains("note: replaced the earlier run"), "{}", err(&output));
}
