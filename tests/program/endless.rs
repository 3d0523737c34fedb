//! What the program says of very much that is wrong, and of what is endless: no more than can be
//! read, and soon.

use std::time::{Duration, Instant};

use crate::common::language::place_with;
use crate::common::program::{err, offramp, offramp_in, out, shell_words};

/// Of very many problems the first are told and all are counted, warnings as warnings.
#[test]
fn very_many_problems_are_counted() {
    let idle =
        |at: usize| format!("[arguments.a{at}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n");
    let warned = place_with(&(0..73).map(idle).collect::<String>());
    let output = offramp_in(warned.path(), &["check", "mine.toml"]);
    assert_eq!(
        (output.status.code(), out(&output).as_str()),
        (Some(0), "mine.toml: 73 warnings\n")
    );
    assert!(
        err(&output).contains("\n\nwarning: and 23 more like these\n = help: mend these first\n"),
        "{}",
        err(&output)
    );
    assert!(!err(&output).contains("error"));
    let wrong = place_with(&(0..73).fold(String::new(), |text, at| text + &format!("k{at} = 1\n")));
    let output = offramp_in(wrong.path(), &["check", "mine.toml"]);
    assert_eq!(
        (output.status.code(), out(&output).as_str()),
        (Some(65), "mine.toml: 73 problems\n")
    );
    assert!(
        err(&output).ends_with("\n\nerror: and 23 more like these\n = help: mend these first\n"),
        "{}",
        err(&output)
    );
    assert_eq!(err(&output).matches("unknown key").count(), 50);
}

/// A line for each of many numbers.
fn many(line: impl Fn(usize) -> String, count: usize) -> String {
    (0..count).map(line).collect()
}

/// Texts of about a megabyte, each of them wrong all over.
fn endless_texts() -> [String; 9] {
    let name = "x".repeat(60_000);
    [
        many(|at| format!("[arguments.{name}{at}]\nclaim = \"c\"\n"), 15),
        format!(
            "[overrides]\n{}",
            many(|at| format!("\"actors.a.{name}{at}\" = 1\n"), 15)
        ),
        format!(
            "[overrides]\n{}",
            many(
                |at| format!("\"mediators.{name}{at}.leverage.a\" = 1\n"),
                15
            )
        ),
        many(|at| format!("\"{name} {at}\" = 1\n"), 15),
        many(|at| format!("[actors.other-{at}]\n"), 9000),
        many(|at| format!("[mediators.other-{at}]\n"), 9000),
        format!(
            "[overrides]\n{}",
            many(
                |at| format!("\"actors.actor-{at}.shock_of_surprise\" = 1\n"),
                9000
            )
        ),
        format!("label = \"{}\"\n", "x".repeat(900_000)),
        format!("shock_of_surprise = {}\n", "9".repeat(900_000)),
    ]
}

/// A megabyte of hostile names costs a moment, and what is told of it can be read.
#[test]
fn endless_texts_are_reported_briefly_and_soon() {
    for text in endless_texts() {
        let place = place_with(&text);
        let begun = Instant::now();
        let output = offramp_in(place.path(), &["run", "mine.toml", "--no-files"]);
        let taken = begun.elapsed();
        let shown = output.stderr.len();
        let begin: String = text.chars().take(40).collect();
        assert_eq!(output.status.code(), Some(65), "{begin}");
        assert!(taken < Duration::from_secs(8), "{taken:?}: {begin}");
        assert!(shown < 60_000, "{shown} bytes: {begin}");
        assert!(
            err(&output)
                .lines()
                .all(|line| line.chars().count() < 2_500),
            "{begin}"
        );
    }
}

/// Command lines in which an endless word stands in place of `WORD`.
const WITH_A_WORD: [&str; 13] = [
    "run --without WORD",
    "run --set WORD=1",
    "run --set relations.trust=WORD",
    "run WORD",
    "run --WORD",
    "run --seed WORD",
    "sweep --vary WORD=0..1",
    "sweep --vary relations.trust=0..1 --outcome WORD",
    "compare hotline --variant 'x: --without WORD'",
    "parameters WORD",
    "show WORD.toml",
    "completions WORD",
    "WORD",
];

#[test]
fn endless_words_are_reported_briefly_and_soon() {
    let endless = "x".repeat(100_000);
    for line in WITH_A_WORD {
        let words: Vec<String> = shell_words(line)
            .iter()
            .map(|word| word.replace("WORD", &endless))
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let begun = Instant::now();
        let output = offramp(&words);
        let taken = begun.elapsed();
        assert!(
            !output.status.success() && output.status.code() != Some(70),
            "{line}"
        );
        assert!(
            output.stderr.len() < 6_000,
            "{} bytes of {line}",
            output.stderr.len()
        );
        assert!(taken < Duration::from_secs(4), "{taken:?} {line}");
    }
}
