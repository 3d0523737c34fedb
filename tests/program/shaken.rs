//! Shaken numbers, on the program itself.

use crate::common::program::{done_line_in, err, files, json, line_in, out};

const SMALL: &str = "--readings 64 --trials 128 --charts none";

/// What is said first holds on a screen: whether the conclusion survives.
#[test]
fn the_screen_says_whether_the_conclusion_survives() {
    let place = tempfile::tempdir().unwrap();
    for line in [
        "shake",
        "shake iran-pakistan-2024-doubt --by 0",
        "shake hotline --by 0.1",
    ] {
        let screen = out(&done_line_in(
            place.path(),
            &format!("{line} {SMALL} --out x"),
        ));
        assert!(screen.lines().count() <= 24, "{screen}");
        assert!(
            screen.lines().all(|line| line.chars().count() <= 80),
            "{screen}"
        );
        for words in [
            "A teaching model. Not a forecast.",
            "Does the conclusion survive? ",
            "nine of ten readings",
            "A reading is a new set of numbers: ",
            "What moves wars most",
            "Part of the doubt: ",
            "Try next",
            "Files:  x",
            "More:  --full",
        ] {
            assert!(screen.contains(words), "{words}: {screen}");
        }
    }
}

/// Files have their names, and a folder of their own.
#[test]
fn files_are_whole_and_named() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(place.path(), &format!("shake hotline {SMALL}"));
    let found = files(&place.path().join("results/shake-hotline--0.3,wars"));
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "dictionary.csv",
            "drivers.csv",
            "manifest.json",
            "readings.csv",
            "shake.csv",
            "shake.json",
            "study.json",
        ]
    );
}

#[test]
fn all_is_told_where_it_is_asked_for() {
    let place = tempfile::tempdir().unwrap();
    let full = out(&done_line_in(
        place.path(),
        &format!("shake {SMALL} --full --no-files"),
    ));
    for words in [
        "Limited war",
        "all steps of arguments",
        "militants-not-soldiers",
        "The parts alone were found in a second way",
        "Luck as one more input",
        "between single histories",
    ] {
        assert!(full.contains(words), "{words}: {full}");
    }
}

/// Any number of threads gives the same bytes.
#[test]
fn threads_change_no_byte() {
    let place = tempfile::tempdir().unwrap();
    let result = |threads: u8| {
        let folder = format!("t{threads}");
        let line = format!("shake hotline {SMALL} --threads {threads} --out {folder} --quiet");
        done_line_in(place.path(), &line);
        files(&place.path().join(folder))
    };
    assert!(result(1) == result(3));
}

/// A row a reading, with its shares and its numbers; all outcomes of a reading are its trials.
#[test]
fn readings_are_rows() {
    let place = tempfile::tempdir().unwrap();
    let line = format!("shake iran-pakistan-2024-doubt {SMALL} --out x --quiet");
    done_line_in(place.path(), &line);
    let mut reader = csv::Reader::from_path(place.path().join("x/readings.csv")).unwrap();
    let headers = reader.headers().unwrap().clone();
    let trust = headers
        .iter()
        .position(|it| it == "relations.trust")
        .unwrap();
    let ratio = headers
        .iter()
        .position(|it| it == "actors.pakistan.response_ratio")
        .unwrap();
    let rows: Vec<Vec<f64>> = reader
        .records()
        .map(|row| {
            row.unwrap()
                .iter()
                .map(|cell| cell.parse().unwrap())
                .collect()
        })
        .collect();
    assert_eq!(rows.len(), 64);
    for row in &rows {
        assert_eq!(row[2..9].iter().sum::<f64>(), 128.0);
        assert!((0.3..=0.6).contains(&row[trust]) && (0.7..=1.3).contains(&row[ratio]));
    }
}

#[test]
fn the_document_has_its_keys() {
    let words: Vec<&str> = "shake hotline --readings 64 --trials 128"
        .split(' ')
        .collect();
    let told = json(&words);
    let keys: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "purpose",
            "scenario",
            "seed",
            "seed_text",
            "stream_version",
            "trials",
            "complete",
            "by",
            "readings_asked",
            "readings",
            "authors_trials",
            "outcome",
            "usual_end",
            "shares",
            "luck",
            "rows",
            "trials_of_rows",
            "numbers",
            "inputs"
        ]
    );
    let wars = &told["shares"]["wars"];
    let [low, own, high] = [
        &wars["p05"]["value"],
        &wars["authors"]["share"],
        &wars["p95"]["value"],
    ]
    .map(|value| value.as_f64().unwrap());
    assert!(low < own && own < high);
    assert_eq!(told["rows"], 16);
    assert!(told["shares"]["no-force"]["p05"].is_null());
}

/// What makes no sense is refused, with the remedy.
#[test]
fn what_makes_no_sense_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let wrong = "name = \"x\"\nknown = [\"actors.a.stak\"]\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
    std::fs::write(place.path().join("wrong.toml"), wrong).unwrap();
    for (line, code, says) in [
        ("shake --by 0", 2, "no ranges"),
        ("shake --by 1.5", 2, "between 0 and 1"),
        ("shake --outcome acts", 2, "is a mean"),
        ("shake --readings 3", 2, "32 to 65,536 readings"),
        ("shake --trials 3", 2, "64 to 1,000,000 trials"),
        ("shake nothing.toml", 66, "nothing.toml"),
        ("shake wrong.toml", 65, "did you mean `stake`?"),
    ] {
        let output = line_in(place.path(), line);
        assert_eq!(output.status.code(), Some(code), "{line}: {}", err(&output));
        assert!(err(&output).contains(says), "{line}: {}", err(&output));
    }
    assert!(!place.path().join("results").exists());
}
