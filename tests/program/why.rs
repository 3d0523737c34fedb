//! `offramp why`: its screen, its files, the record, and what is refused, on the program itself.

use serde_json::Value;

use crate::common::program::{done_in, done_line_in, err, files, json, line_in, offramp, out};

/// A case of one's own with doubt about two numbers, and with the record of the baseline.
const DOUBTFUL: &str = "extends = \"iran-pakistan-2024\"
name = \"With doubt\"
[overrides]
\"relations.trust\" = { uniform = [0.1, 0.8] }
\"actors.pakistan.reciprocity\" = { choice = [1, 3, 5] }
[record]
outcome = \"one-round\"
first_answer = \"strike-militants\"
[[record.acts]]
day = 0
actor = \"iran\"
rung = \"strike-militants\"
[[record.acts]]
day = 2
actor = \"pakistan\"
rung = \"strike-militants\"
";

#[test]
fn the_screen_is_short_and_says_why() {
    for line in [
        "why",
        "why no-mediation",
        "why hotline --trials 1",
        "why --set opening.rung=choose --set actors.iran.stake=0.4 --trials 2_000",
        "why reference-class --trials 500",
    ] {
        let place = tempfile::tempdir().unwrap();
        let output = done_line_in(place.path(), line);
        let text = out(&output);
        assert!(text.lines().count() <= 24, "{line}: {text}");
        assert!(
            text.lines()
                .filter(|line| !line.starts_with("Files:"))
                .all(|line| line.chars().count() <= 80),
            "{text}"
        );
        assert!(text.contains("A teaching model. Not a forecast."), "{text}");
        assert!(
            text.contains("answer with force?") || text.contains("from answering with force?"),
            "{text}"
        );
        assert!(
            text.contains("doubles it.") || text.contains("double it."),
            "{text}"
        );
        assert!(!text.contains("twelve together"), "{text}");
        assert!(text.contains("paths that reach war"), "{text}");
        assert!(text.contains("Commonest paths"), "{text}");
        assert!(
            text.lines()
                .last()
                .unwrap()
                .starts_with("Files:  results/why-"),
            "{text}"
        );
    }
}

/// Odds are said to be odds, what is left out is counted, and the other side has a line.
#[test]
fn the_screen_leaves_nothing_out_silently() {
    let place = tempfile::tempdir().unwrap();
    let text = out(&done_line_in(place.path(), "why --trials 3_000 --no-files"));
    for words in [
        "Mostly fear of looking weak and the wish",
        " more: at most ",
        " times each, beside stepping down. Every two # double it.",
        "Its first answer: force in 88 of 100 histories, stepping down in 4,",
        "take all of its path.",
        "     8  paths that reach war",
        "Iran's later answers (--later) lean to stepping down: fear of being hit back.",
        "> Iran steps down",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("lets it rest"), "{text}");
    // Others than those of the record step down on its path: none of the lines is all the record's.
    assert!(!text.contains('*'), "{text}");
}

#[test]
fn where_nobody_answers_it_says_so() {
    let place = tempfile::tempdir().unwrap();
    let text = out(&done_line_in(
        place.path(),
        "why --set opening.rung=war --trials 50",
    ));
    assert!(text.contains("nobody answers anything"), "{text}");
    assert!(!text.contains("likelier"), "{text}");
}

#[test]
fn later_answers_and_full_tables() {
    let place = tempfile::tempdir().unwrap();
    let later = out(&done_line_in(place.path(), "why --later --trials 2_000"));
    assert!(later.contains("Iran, later answers"), "{later}");
    assert!(later.contains("Pakistan, later answers"), "{later}");
    let full = out(&done_line_in(place.path(), "why --full --trials 2_000"));
    for words in [
        "log-odds",
        "Mean chance of each rung",
        "Paths as a tree",
        "What agrees with the record",
        "the path of the record",
    ] {
        assert!(full.contains(words), "{words}: {full}");
    }
}

/// The parts add up to the log-odds, shares to one, and the first answers are those of a run.
#[test]
fn the_document_adds_up() {
    let options = ["--trials", "3_000", "--seed", "4"];
    let why = json(&[&["why"], &options[..]].concat());
    let run = json(&[&["run", "--quiet"], &options[..]].concat());
    let first = &why["first_answers"]["pakistan"];
    let mean = |value: &Value| value["mean"].as_f64().unwrap();
    let parts = first["parts"].as_object().unwrap();
    assert_eq!(parts.len(), 12);
    let sum: f64 = parts.values().map(mean).sum();
    assert!((sum - mean(&first["log_odds"])).abs() < 2e-5);
    let chances = first["chances"].as_object().unwrap();
    assert!((chances.values().map(mean).sum::<f64>() - 1.0).abs() < 2e-5);
    let force = first["forceful"].as_f64().unwrap() / 3_000.0;
    let rungs = [
        "covert",
        "strike-militants",
        "strike-military",
        "campaign",
        "war",
    ];
    let answers = rungs
        .iter()
        .map(|rung| run["first_answer"][rung]["share"].as_f64().unwrap());
    assert!((answers.sum::<f64>() - force).abs() < 1e-9);
    assert_eq!(why["record"], run["record"]);
    // A short run explains all of its histories.
    assert_eq!(run["why"]["trials"], 3_000);
    assert_eq!(run["why"]["first_answers"], why["first_answers"]);
    assert_eq!(run["why"]["paths"], why["paths"]);
    let nodes = why["paths"]["nodes"].as_array().unwrap();
    assert_eq!(nodes[0]["count"], 3_000);
}

#[test]
fn files_come_again_and_threads_change_nothing() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), DOUBTFUL).unwrap();
    let options = [
        "why",
        "mine.toml",
        "--later",
        "--trials",
        "3_000",
        "--charts",
        "svg",
    ];
    done_in(
        place.path(),
        &[&options[..], &["--out", "w", "--threads", "1"]].concat(),
    );
    done_in(
        place.path(),
        &[&options[..], &["--out", "v", "--threads", "2"]].concat(),
    );
    let mut first = files(&place.path().join("w"));
    for name in [
        "why.json",
        "considerations.csv",
        "paths.csv",
        "learned.csv",
        "charts/reasons.svg",
        "charts/paths.svg",
    ] {
        assert!(first.contains_key(name), "{name}");
    }
    let told = out(&done_in(place.path(), &["rerun", "w/manifest.json"]));
    assert!(told.contains("the same bytes"), "{told}");
    assert!(files(&place.path().join("w-again")) == first);
    assert!(files(&place.path().join("v")) == first);
    let drawn = done_line_in(place.path(), "plot w --charts svg");
    assert_eq!(out(&drawn).lines().count(), 2);
    let plots = files(&place.path().join("w/plots"));
    assert_eq!(plots.get("reasons.svg"), first.get("charts/reasons.svg"));
    first.clear();
}

/// What the course of events teaches: with enough histories that agree, and not with few.
#[test]
fn the_record_teaches_where_enough_agree() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), DOUBTFUL).unwrap();
    let many = out(&done_line_in(
        place.path(),
        "why mine.toml --trials 3_000 --full",
    ));
    assert!(many.contains("What the record teaches"), "{many}");
    assert!(many.contains("that agree"), "{many}");
    let few = out(&done_line_in(
        place.path(),
        "why mine.toml --trials 40 --full",
    ));
    assert!(few.contains("too few to learn from"), "{few}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    for (arguments, code) in [
        (&["why", "nowhere.toml"][..], 66),
        (&["why", "hotline", "--set", "relations.trust=7"], 65),
        (&["why", "--trials", "0"], 2),
        (&["why", "--shard", "1/2"], 2),
    ] {
        let output = offramp(arguments);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{arguments:?}: {}",
            err(&output)
        );
    }
    let place = tempfile::tempdir().unwrap();
    let help = out(&line_in(place.path(), "why --help"));
    assert!(help.contains("offramp why no-mediation --full"), "{help}");
}
