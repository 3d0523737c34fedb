//! Parts of a run, a comparison and a sweep, put together to the bytes of the whole.

use std::path::Path;

use crate::common::program::{err, files, offramp_in};
use crate::common::sealed::resealed;

fn run(folder: &Path, arguments: &[&str]) {
    let output = offramp_in(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
}

#[test]
fn shards_put_together_give_the_bytes_of_the_whole() {
    let place = tempfile::tempdir().unwrap();
    let options = ["--trials", "5_001", "--set", "opening.rung=choose", "--seed", "4"];
    run(place.path(), &[&["run", "--out", "whole"], &options[..]].concat());
    for part in ["1/3", "2/3", "3/3"] {
        run(place.path(), &[&["run", "--out", "parts", "--shard", part], &options[..]].concat());
    }
    let merge = |shards: &[&str]| offramp_in(place.path(), &[&["merge", "--out", "merged"], shards].concat());
    let [one, two, three] = ["parts/shard-1-of-3.json", "parts/shard-2-of-3.json", "parts/shard-3-of-3.json"];
    assert!(merge(&[three, one, two]).status.success());
    assert!(files(&place.path().join("whole")) == files(&place.path().join("merged")));
    run(place.path(), &["run", "--out", "alien", "--shard", "2/3", "--trials", "5_001"]);
    for (shards, says) in [
        (vec![one, three], "shard 2 of 3 is missing"),
        (vec![one, two, two, three], "is there twice"),
        (vec![one, "alien/shard-2-of-3.json", three], "belongs to another result"),
        (vec![one, two, "merged/summary.json"], "is no shard"),
    ] {
        let output = merge(&shards);
        assert_eq!(output.status.code(), Some(65));
        assert!(err(&output).contains(says), "{}", err(&output));
    }
    let shard = std::fs::read_to_string(place.path().join(two)).unwrap();
    std::fs::write(place.path().join("damaged.json"), shard.replacen("\"outcomes\": \"", "\"outcomes\": \"9", 1))
        .unwrap();
    assert!(err(&merge(&[one, "damaged.json", three])).contains("damaged"));
}

/// The sweep's last part has more points than its first; the parts come in any order.
#[test]
fn shards_of_studies_put_together_give_the_bytes_of_the_whole() {
    let place = tempfile::tempdir().unwrap();
    let grid = ["--vary", "relations.channel=0..1:3", "--vary", "actors.*.restraint=[0.2, 0.6]", "--outcome", "answer"];
    let studies: [(&str, &[&str]); 3] = [
        (
            "c",
            &[
                "compare",
                "iran-pakistan-2024",
                "no-mediation",
                "--variant",
                "a call: --set actors.*.forewarning=1",
                "--flipped=2",
            ],
        ),
        ("s", &["sweep", "hotline", "--vary", "relations.channel=0..1:5"]),
        ("g", &[&["sweep", "reference-class"][..], &grid].concat()),
    ];
    for (name, words) in studies {
        let words = [words, &["--trials", "401", "--seed", "4", "--charts", "svg", "--quiet"]].concat();
        run(place.path(), &[&words[..], &["--out", name]].concat());
        let parts = format!("{name}-parts");
        for part in ["2/3", "3/3", "1/3"] {
            run(place.path(), &[&words[..], &["--out", &parts, "--shard", part]].concat());
        }
        let shards: Vec<String> = (1..=3).rev().map(|part| format!("{parts}/shard-{part}-of-3.json")).collect();
        let shards: Vec<&str> = shards.iter().map(String::as_str).collect();
        let merged = format!("{name}-merged");
        run(place.path(), &[&["merge", "--charts", "svg", "--out", &merged, "--quiet"], &shards[..]].concat());
        assert!(files(&place.path().join(name)) == files(&place.path().join(&merged)), "{name}");
    }
}

/// One whole, written in two ways: what counts are the inputs.
#[test]
fn shards_of_the_same_inputs_are_of_one_whole() {
    let place = tempfile::tempdir().unwrap();
    let mine = "extends = \"hotline\"\nname = \"Hotline\"\n[overrides]\n\"relations.channel\" = 0.5\n";
    let name = "the-same-hotline.toml";
    let title = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/what-ifs/hotline.toml"));
    let title = title.unwrap().lines().find(|line| line.starts_with("name = ")).unwrap().to_owned();
    std::fs::write(place.path().join(name), mine.replace("name = \"Hotline\"", &title)).unwrap();
    let options = ["--trials", "300", "--charts", "none", "--quiet"];
    let by_set = ["run", "hotline", "--set", "relations.channel=0.5"];
    run(place.path(), &[&by_set[..], &options, &["--out", "whole"]].concat());
    run(place.path(), &[&by_set[..], &options, &["--out", "one", "--shard", "1/2"]].concat());
    run(place.path(), &[&["run", name][..], &options, &["--out", "two", "--shard", "2/2"]].concat());
    let shards = ["one/shard-1-of-2.json", "two/shard-2-of-2.json"];
    run(place.path(), &[&["merge", "--charts", "none", "--out", "merged", "--quiet"], &shards[..]].concat());
    assert!(files(&place.path().join("whole")) == files(&place.path().join("merged")));
    run(place.path(), &[&["run", "hotline"][..], &options, &["--out", "three", "--shard", "2/2"]].concat());
    let output = offramp_in(place.path(), &["merge", shards[0], "three/shard-2-of-2.json"]);
    assert!(output.status.code() == Some(65) && err(&output).contains("belongs to another result"), "{}", err(&output));
}

/// Parts of different studies, and of different axes, are not of one whole.
#[test]
fn shards_of_other_studies_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let options = ["--trials", "50", "--charts", "none", "--quiet"];
    let sweep = ["sweep", "hotline", "--vary"];
    for (name, words) in [
        ("one", &[&sweep[..], &["relations.channel=0..1:4", "--shard", "1/2"]].concat()),
        ("points", &[&sweep[..], &["relations.channel=0..1:5", "--shard", "2/2"]].concat()),
        ("quantity", &[&sweep[..], &["relations.channel=0..1:4", "--outcome", "answer", "--shard", "2/2"]].concat()),
        ("compare", &["compare", "hotline", "spiral", "--shard", "2/2"].to_vec()),
        ("run", &["run", "hotline", "--shard", "2/2"].to_vec()),
    ] {
        run(place.path(), &[&words[..], &options, &["--out", name]].concat());
        if name != "one" {
            let shard = format!("{name}/shard-2-of-2.json");
            let output = offramp_in(place.path(), &["merge", "one/shard-1-of-2.json", &shard]);
            assert!(
                output.status.code() == Some(65) && err(&output).contains("belongs to another result"),
                "{}",
                err(&output)
            );
        }
    }
    let tip = ["tip", "--vary", "relations.channel=0..1", "--outcome", "wars", "--share", "0.1", "--shard", "1/2"];
    assert_eq!(offramp_in(place.path(), &tip).status.code(), Some(2));
}

/// What a later shard says of itself is held to the first: a digest of inputs that fits is not enough.
#[test]
fn a_later_shard_is_held_to_the_request_of_the_first() {
    let place = tempfile::tempdir().unwrap();
    let shard = |out: &str, part: &str, trials: &str| {
        let words = ["run", "hotline", "--trials", trials, "--shard", part, "--out", out, "--quiet"];
        run(place.path(), &words);
        std::fs::read_to_string(place.path().join(out).join(format!("shard-{}-of-2.json", &part[..1]))).unwrap()
    };
    let (first, longer) = (shard("one", "1/2", "100"), shard("two", "2/2", "1000"));
    let inputs = |text: &str| text.lines().find(|line| line.contains("\"inputs\"")).unwrap().to_owned();
    let forged = resealed(&longer.replace(&inputs(&longer), &inputs(&first)));
    std::fs::write(place.path().join("forged.json"), forged).unwrap();
    let output = offramp_in(place.path(), &["merge", "one/shard-1-of-2.json", "forged.json", "--no-files"]);
    assert!(output.status.code() == Some(65), "{}", err(&output));
    assert!(err(&output).contains("belongs to another result"), "{}", err(&output));
}

/// More parts than trials or points: some are empty, and the whole is the same. Ladders and horizons may differ.
#[test]
fn empty_parts_and_other_ladders_merge_too() {
    let place = tempfile::tempdir().unwrap();
    let longer = "longer: --set horizon_days=200";
    let studies: [(&str, &[&str]); 3] = [
        ("r", &["run", "hotline", "--trials", "2"]),
        ("s", &["sweep", "hotline", "--vary", "relations.channel=0..1:2", "--trials", "30"]),
        ("c", &["compare", "hotline", "spiral", "--variant", longer, "--trials", "2"]),
    ];
    for (name, words) in studies {
        let words = [words, &["--charts", "none", "--quiet"]].concat();
        run(place.path(), &[&words[..], &["--out", name]].concat());
        let parts = format!("{name}-parts");
        let shards: Vec<String> = (1..=5).map(|part| format!("{parts}/shard-{part}-of-5.json")).collect();
        for part in 1..=5 {
            run(place.path(), &[&words[..], &["--out", &parts, "--shard", &format!("{part}/5")]].concat());
        }
        let shards: Vec<&str> = shards.iter().map(String::as_str).collect();
        let merged = format!("{name}-merged");
        run(place.path(), &[&["merge", "--charts", "none", "--out", &merged, "--quiet"], &shards[..]].concat());
        assert!(files(&place.path().join(name)) == files(&place.path().join(&merged)), "{name}");
    }
}
