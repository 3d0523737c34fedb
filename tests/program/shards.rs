//! Parts of a run, a comparison and a sweep, put together to the bytes of the whole.

use std::path::Path;

use crate::common::program::{done_in, done_line_in, err, files, offramp_in};

/// Runs a line as a whole and in parts, which run in this order and are put together in the
/// reverse, and holds that this gives the bytes of the whole.
#[track_caller]
fn parts_give_the_whole(place: &Path, name: &str, line: &str, charts: &str, parts: &[u32]) {
    let line = format!("{line} --charts {charts} --quiet");
    done_line_in(place, &format!("{line} --out {name}"));
    let of = parts.len();
    for part in parts {
        done_line_in(
            place,
            &format!("{line} --out {name}-parts --shard {part}/{of}"),
        );
    }
    let shards: Vec<String> = parts
        .iter()
        .rev()
        .map(|part| format!("{name}-parts/shard-{part}-of-{of}.json"))
        .collect();
    let merged = format!("{name}-merged");
    done_line_in(
        place,
        &format!(
            "merge --charts {charts} --out {merged} --quiet {}",
            shards.join(" ")
        ),
    );
    assert!(
        files(&place.join(name)) == files(&place.join(&merged)),
        "{name}"
    );
}

#[test]
fn shards_put_together_give_the_bytes_of_the_whole() {
    let place = tempfile::tempdir().unwrap();
    let options = [
        "--trials",
        "5_001",
        "--set",
        "opening.rung=choose",
        "--seed",
        "4",
    ];
    done_in(
        place.path(),
        &[&["run", "--out", "whole"], &options[..]].concat(),
    );
    for part in ["1/3", "2/3", "3/3"] {
        done_in(
            place.path(),
            &[&["run", "--out", "parts", "--shard", part], &options[..]].concat(),
        );
    }
    let merge = |shards: &[&str]| {
        offramp_in(
            place.path(),
            &[&["merge", "--out", "merged"], shards].concat(),
        )
    };
    let [one, two, three] = [1, 2, 3].map(|part| format!("parts/shard-{part}-of-3.json"));
    assert!(merge(&[&three, &one, &two]).status.success());
    assert!(files(&place.path().join("whole")) == files(&place.path().join("merged")));
    done_line_in(place.path(), "run --out alien --shard 2/3 --trials 5_001");
    for (shards, says) in [
        (&[&one[..], &three][..], "shard 2 of 3 is missing"),
        (&[&one, &two, &two, &three], "is there twice"),
        (
            &[&one, "alien/shard-2-of-3.json", &three],
            "belongs to another result",
        ),
        (&[&one, &two, "merged/summary.json"], "is no shard"),
    ] {
        let output = merge(shards);
        assert_eq!(output.status.code(), Some(65));
        assert!(err(&output).contains(says), "{}", err(&output));
    }
    let shard = std::fs::read_to_string(place.path().join(&two)).unwrap();
    let damaged = shard.replacen("\"outcomes\": \"", "\"outcomes\": \"9", 1);
    std::fs::write(place.path().join("damaged.json"), damaged).unwrap();
    assert!(err(&merge(&[&one, "damaged.json", &three])).contains("damaged"));
}

/// A comparison, a sweep and a grid, each with a name for its folders.
const STUDIES: [(&str, &str); 3] = [
    (
        "c",
        "compare iran-pakistan-2024 no-mediation --variant 'a call: --set actors.*.forewarning=1' --flipped=2",
    ),
    (
        "s",
        "sweep hotline --vary relations.crisis_communication=0..1:5",
    ),
    (
        "g",
        "sweep reference-class --vary relations.crisis_communication=0..1:3 --vary 'actors.*.restraint=[0.2, 0.6]' \
         --outcome answer",
    ),
];

/// The sweep's last part has more points than its first; the parts come in any order.
#[test]
fn shards_of_studies_put_together_give_the_bytes_of_the_whole() {
    let place = tempfile::tempdir().unwrap();
    for (name, line) in STUDIES {
        let line = format!("{line} --trials 401 --seed 4");
        parts_give_the_whole(place.path(), name, &line, "svg", &[2, 3, 1]);
    }
}

/// More parts than trials or points: some are empty, and the whole is the same. Ladders and
/// horizons may differ.
#[test]
fn empty_parts_and_other_ladders_merge_too() {
    let place = tempfile::tempdir().unwrap();
    for (name, line) in [
        ("r", "run hotline --trials 2"),
        (
            "s",
            "sweep hotline --vary relations.crisis_communication=0..1:2 --trials 30",
        ),
        (
            "c",
            "compare hotline spiral --variant 'longer: --set horizon_days=200' --trials 2",
        ),
    ] {
        parts_give_the_whole(place.path(), name, line, "none", &[1, 2, 3, 4, 5]);
    }
}
