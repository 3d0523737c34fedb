//! Conditions under which something is common, on the program itself.

use crate::common::program::{done_line_in, err, files, json, line_in, out};

const SMALL: &str = "--readings 300 --trials 128 --charts none";

/// What is said first holds on a screen: how common it is where, and how common elsewhere.
#[test]
fn the_screen_says_where_it_is_common() {
    let place = tempfile::tempdir().unwrap();
    for line in ["discover", "discover reference-class --by 0.5"] {
        let line = format!("{line} {SMALL} --out x");
        let screen = out(&done_line_in(place.path(), &line));
        assert!(screen.lines().count() <= 24, "{screen}");
        let words = screen.replace('\n', " ");
        for says in [
            "A teaching model. Not a forecast.",
            "Wars are more common, ",
            " of 100 histories instead of ",
            "all wars",
            " lie there, in ",
            " of 100 readings.",
            "Each reading draws every judged number anew, up to ",
            "first act is given here: ",
            "drawn from",
            "all readings together (numbers drawn anew)",
            "Looked for in 150 readings, measured on 150 others.",
            "Try next: ",
            "--set ",
            "Files:  x",
        ] {
            assert!(words.contains(says), "{says}: {screen}");
        }
        for jargon in ["PRIM", "coverage", "density", "Sobol"] {
            assert!(!screen.contains(jargon), "{jargon}: {screen}");
        }
    }
}

#[test]
fn all_is_told_where_it_is_asked_for() {
    let place = tempfile::tempdir().unwrap();
    let line = format!("discover {SMALL} --full --no-files");
    let full = out(&done_line_in(place.path(), &line));
    for words in ["PRIM", "Density:", "Coverage:", "held out"] {
        assert!(full.contains(words), "{words}: {full}");
    }
}

#[test]
fn files_are_whole_and_named() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(place.path(), &format!("discover hotline {SMALL}"));
    let found = files(&place.path().join("results/discover-hotline--0.3,wars"));
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "dictionary.csv",
            "discover.csv",
            "discover.json",
            "manifest.json",
            "readings.csv",
            "study.json",
            "trajectory.csv",
        ]
    );
}

/// Any number of threads gives the same bytes.
#[test]
fn threads_change_no_byte() {
    let place = tempfile::tempdir().unwrap();
    let result = |threads: u8| {
        let folder = format!("t{threads}");
        let line = format!("discover hotline {SMALL} --threads {threads} --out {folder} --quiet");
        done_line_in(place.path(), &line);
        files(&place.path().join(folder))
    };
    assert!(result(1) == result(3));
}

/// The rows of readings bear out what the document says of the held-out half.
#[test]
fn readings_bear_out_the_document() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(place.path(), &format!("discover {SMALL} --out x --quiet"));
    let text = std::fs::read_to_string(place.path().join("x/discover.json")).unwrap();
    let told: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut reader = csv::Reader::from_path(place.path().join("x/readings.csv")).unwrap();
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|it| it == name).unwrap();
    let [wars, half, inside] = ["wars", "half", "inside"].map(column);
    let (mut readings, mut hits, mut of_hits) = (0_u64, 0_u64, 0_u64);
    for row in reader.records().map(Result::unwrap) {
        if &row[half] != "held-out" {
            continue;
        }
        let met: u64 = row[wars].parse().unwrap();
        of_hits += met;
        if &row[inside] == "TRUE" {
            readings += 1;
            hits += met;
        }
    }
    let counted = &told["condition"]["held_out"];
    assert_eq!(counted["readings"], readings);
    assert_eq!(counted["hits"], hits);
    assert_eq!(counted["of_hits"], of_hits);
    let density = told["condition"]["density"]["share"].as_f64().unwrap();
    assert!((density - hits as f64 / (readings * 128) as f64).abs() < 1e-12);
}

#[test]
fn the_document_has_its_keys() {
    let line = "discover hotline --readings 300 --trials 128";
    let words: Vec<&str> = line.split(' ').collect();
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
            "readings_found",
            "readings_held_out",
            "outcome",
            "overall",
            "finding",
            "borne_out",
            "condition",
            "trajectory"
        ]
    );
}

/// The command that is suggested can be run.
#[test]
fn what_to_try_next_can_be_run() {
    let place = tempfile::tempdir().unwrap();
    let line = format!("discover {SMALL} --no-files");
    let screen = out(&done_line_in(place.path(), &line));
    let options: Vec<&str> = screen
        .split_whitespace()
        .skip_while(|word| *word != "--set")
        .take_while(|word| *word != "More:")
        .filter(|word| *word != "\\")
        .collect();
    let options = options.join(" ");
    let run = format!("run {options} --trials 200 --no-files");
    let told = out(&done_line_in(place.path(), &run));
    assert!(
        told.contains("size of an answer in kind (Pakistan)"),
        "{told}"
    );
}

/// What makes no sense is refused, with the remedy.
#[test]
fn what_makes_no_sense_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let wrong = "name = \"x\"\nknown = [\"actors.a.stak\"]\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
    std::fs::write(place.path().join("wrong.toml"), wrong).unwrap();
    for (line, code, says) in [
        ("discover --by 0", 2, "no ranges"),
        ("discover --by 1.5", 2, "between 0 and 1"),
        ("discover --outcome acts", 2, "is a mean"),
        ("discover --readings 99", 2, "100 to 65,536 readings"),
        ("discover --trials 3", 2, "64 to 1,000,000 trials"),
        ("discover nothing.toml", 66, "nothing.toml"),
        ("discover wrong.toml", 65, "did you mean `stake`?"),
    ] {
        let output = line_in(place.path(), line);
        assert_eq!(output.status.code(), Some(code), "{line}: {}", err(&output));
        assert!(err(&output).contains(says), "{line}: {}", err(&output));
    }
    assert!(!place.path().join("results").exists());
}
