//! Sweeps and tips, on the program itself: what their axes may be, and how what differs is shown.

use crate::common::program::{err, offramp, offramp_in, out};

/// Every value of an axis has figures of its own, in tables and charts.
#[test]
fn values_that_differ_look_different() {
    let place = tempfile::tempdir().unwrap();
    for (vary, figures) in [
        (
            "rungs.war.deaths=20000..20010:5",
            ["20000", "20002.5", "20005", "20007.5", "20010"].as_slice(),
        ),
        (
            "relations.crisis_communication=0.123456789..0.123456799:4",
            ["0.123456789", "0.1234567923", "0.1234567957", "0.123456799"].as_slice(),
        ),
        (
            "rungs.war.deaths=[20000.5, 20001]",
            ["20000.5", "20001"].as_slice(),
        ),
    ] {
        let output = offramp_in(
            place.path(),
            &[
                "sweep", "--vary", vary, "--trials", "20", "--out", "x", "--full",
            ],
        );
        let table = out(&output);
        for figure in figures {
            let head = |line: &str| line.split_whitespace().next() == Some(figure);
            assert!(
                table.lines().filter(|line| head(line)).count() >= 3,
                "{figure}\n{table}{}",
                err(&output)
            );
        }
        assert!(
            table.lines().all(|line| line.chars().count() <= 80),
            "{table}"
        );
        let svg = std::fs::read_to_string(place.path().join("x/charts/sweep.svg")).unwrap();
        for figure in [figures.first().unwrap(), figures.last().unwrap()] {
            assert!(svg.contains(&format!(">{figure}</text>")), "{figure}");
        }
    }
}

/// Both axes of a grid have such figures, in its table and its chart.
#[test]
fn values_that_differ_look_different_in_a_grid() {
    let place = tempfile::tempdir().unwrap();
    let grid = [
        "--vary",
        "rungs.war.deaths=20000..20010:5",
        "--vary",
        "relations.trust=0.123456789..0.123456799:4",
    ];
    let output = offramp_in(
        place.path(),
        &[&["sweep", "--trials", "20", "--out", "y"], grid.as_slice()].concat(),
    );
    let table = out(&output);
    for figure in ["20002.5", "0.1234567923", "0.1234567957"] {
        assert!(table.contains(figure), "{table}");
    }
    assert!(
        table.lines().all(|line| line.chars().count() <= 80),
        "{table}"
    );
    let svg = std::fs::read_to_string(place.path().join("y/charts/sweep.svg")).unwrap();
    for figure in ["20002.5", "20007.5", "0.1234567923", "0.1234567957"] {
        assert!(svg.contains(&format!(">{figure}</text>")), "{figure}");
    }
}

#[test]
fn what_counts_days_takes_whole_points() {
    let output = offramp(&[
        "sweep",
        "--vary",
        "horizon_days=30..365",
        "--trials",
        "10",
        "--no-files",
        "--full",
    ]);
    assert!(
        out(&output).contains("\n     198  "),
        "{}{}",
        out(&output),
        err(&output)
    );
    for (vary, says) in [
        (
            "horizon_days=30..33:5",
            "the value 32 twice: 5 points from 30 to 33 lie too close together",
        ),
        (
            "horizon_days=30.5..60",
            "horizon_days takes whole numbers only: write whole ends",
        ),
        (
            "relations.crisis_communication=0.5..0.50000000000001:5",
            "the value 0.5 twice",
        ),
    ] {
        let output = offramp(&["sweep", "--vary", vary, "--trials", "10", "--no-files"]);
        assert_eq!(output.status.code(), Some(2), "{vary}");
        let told: String = err(&output)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(told.contains(says), "{vary}: {told}");
    }
}

#[test]
fn a_number_below_its_range_is_answered_with_the_range() {
    for (arguments, says) in [
        (
            vec![
                "tip",
                "--vary",
                "relations.crisis_communication=0..1",
                "--outcome",
                "war",
                "--share",
                "-0.1",
            ],
            "between 0 and 1",
        ),
        (
            vec!["run", "--precision", "-0.1"],
            "between 0.000001 and 0.5",
        ),
        (
            vec!["run", "--threads", "-1"],
            "a whole number between 1 and 256",
        ),
        (vec!["run", "--trials", "-1"], "a whole number"),
        (vec!["run", "--seed", "-1"], "from 0 on"),
    ] {
        let output = offramp(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            err(&output).contains(says),
            "{arguments:?}: {}",
            err(&output)
        );
    }
}

/// What a tip answers, and in which words.
fn tip(arguments: &[&str]) -> (String, String) {
    let place = tempfile::tempdir().unwrap();
    let output = offramp_in(place.path(), &[&["tip", "--out", "x"], arguments].concat());
    let json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(place.path().join("x/tip.json")).unwrap())
            .unwrap();
    let words = out(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    (json["answer"]["kind"].as_str().unwrap().to_owned(), words)
}

#[test]
fn a_tip_says_what_its_looks_bear() {
    let crisis_communication = [
        "--vary",
        "relations.crisis_communication=0..1",
        "--trials",
        "400",
        "--outcome",
    ];
    for (more, kind, says) in [
        (
            ["opening", "--share", "0.5"],
            "always",
            "First acts that use force are in all histories, whatever crisis communication is: the inputs fix it.",
        ),
        (
            ["no-force", "--share", "0.5"],
            "excluded",
            "cannot occur here, whatever crisis communication is: the opening uses force.",
        ),
        (
            ["several-rounds", "--share", "0.9"],
            "stays-below",
            "Histories of several rounds without war stay below 90 of 100, whatever crisis communication is: between",
        ),
        (
            ["unresolved", "--share", "0.9"],
            "stays-below",
            "stay below 90 of 100, whatever crisis communication is: 0.",
        ),
        (
            ["several-rounds", "--share", "0.12"],
            "cannot-tell",
            "stay too close to 12 of 100 to say more, whatever crisis communication is.",
        ),
    ] {
        let (told, words) = tip(&[crisis_communication.as_slice(), &more].concat());
        assert_eq!(told, kind, "{words}");
        assert!(words.contains(says), "{words}");
    }
    let war = [
        "--set",
        "opening.rung=war",
        "--outcome",
        "war",
        "--share",
        "0.9",
    ];
    let (kind, words) = tip(&[
        ["--vary", "relations.trust=0..1", "--trials", "50"].as_slice(),
        &war,
    ]
    .concat());
    assert_eq!(kind, "always", "{words}");
}
