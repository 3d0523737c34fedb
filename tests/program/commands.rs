//! The program itself, as its users meet it: what it prints, what it writes, how it ends.

use std::path::Path;

use crate::common::program::{err, offramp, offramp_in, out};
use crate::common::saying::is_command;

#[test]
fn alone_it_runs_the_baseline_and_says_what_it_is() {
    let place = tempfile::tempdir().unwrap();
    let output = offramp_in(place.path(), &[]);
    assert!(output.status.success() && err(&output).is_empty());
    let table = out(&output);
    for says in [
        "Iran and Pakistan, January 2024",
        "A teaching model. Not a forecast.",
        "cannot occur here: the opening uses force",
        "How the first crisis ends, of 100 histories (100,000 run)",
        "In 69 of 100 histories each side strikes once and it ends there.\n",
        "In 8 of 100 it comes to war, limited or full.\n",
        "limited 6, full-scale 2",
        "Pakistan's first answer uses force in 89 of 100 histories.",
        "Files:  results/iran-pakistan-2024    Charts:  .../charts    More:  --full",
        "Try next",
    ] {
        assert!(table.contains(says), "{says}\n{table}");
    }
    assert_eq!(lines_that_fit(&table), table.lines().count(), "{table}");
    assert!(table.lines().count() <= 24, "{table}");
    let charts = place.path().join("results/iran-pakistan-2024/charts");
    assert!(
        std::fs::read_to_string(charts.join("outcomes.svg"))
            .unwrap()
            .ends_with("</svg>\n")
    );
    assert!(
        std::fs::read(charts.join("outcomes.png"))
            .unwrap()
            .starts_with(b"\x89PNG")
    );
    assert_eq!(std::fs::read_dir(charts).unwrap().count(), 12);
}

/// How many lines fit a terminal, or are commands that can be copied.
fn lines_that_fit(table: &str) -> usize {
    let fits = |line: &&str| line.chars().count() <= 80 || is_command(line);
    table.lines().filter(fits).count()
}

/// Every table is there for who asks for it, and what the run came to stands before them.
#[test]
fn all_tables_are_printed_where_they_are_asked_for() {
    let table = out(&offramp(&["run", "--full", "--no-files"]));
    for says in [
        "No answer",
        "simulation error only",
        "100,000 trials, seed 1",
        "69 of 100 histories",
        "agree with every fact of the record",
        "What to notice. ",
        "Questions for a class",
        "What to try",
        "Self-check of this file",
    ] {
        assert!(table.contains(says), "{says}\n{table}");
    }
    assert_eq!(lines_that_fit(&table), table.lines().count(), "{table}");
    let verdict = table.find("In 69 of 100 histories each side").unwrap();
    assert!(verdict < table.find("95 % interval").unwrap(), "{table}");
}

#[test]
fn every_way_to_fail_has_its_exit_code() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("file"), "").unwrap();
    for (arguments, code) in [
        (&["run", "nowhere.toml"][..], 66),
        (&["run", "no-such-scenario"], 66),
        (&["run", "--trials", "0"], 2),
        (&["run", "--trials", "18446744073709551615"], 2),
        (&["run", "--trials", "1e6"], 2),
        (&["run", "--set", "nonsense"], 2),
        (&["run", "--set", "horizon_days=1_000_000_000"], 65),
        (&["run", "--out", "file/below"], 73),
        (
            &[
                "run",
                "--with",
                "china-counsels",
                "--without",
                "china-counsels",
            ],
            65,
        ),
        (&["frobnicate"], 2),
        (&["--help"], 0),
    ] {
        let output = offramp_in(place.path(), arguments);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{arguments:?}: {}",
            err(&output)
        );
    }
    assert!(err(&offramp(&["run", "--trials", "1e6"])).contains("1_000_000"));
    assert!(err(&offramp(&["run", "reference-clas"])).contains("did you mean `reference-class`"));
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly_and_a_full_disk_is_reported() {
    let run = |shell: &str| {
        let place = tempfile::tempdir().unwrap();
        crate::common::program::shell_in(
            place.path(),
            &format!("offramp run --trials 1000 --format json --charts none {shell}"),
        )
    };
    let closed = run("| true");
    assert!(err(&closed).is_empty(), "{}", err(&closed));
    if Path::new("/dev/full").exists() {
        assert_eq!(run("> /dev/full").status.code(), Some(74));
    }
}

#[test]
fn what_was_changed_is_said() {
    let table = out(&offramp(&[
        "run",
        "--trials",
        "200",
        "--no-files",
        "--set",
        "relations.crisis_communication=0.9",
    ]));
    assert!(
        table.contains("Changed: crisis communication 0.45 -> 0.9."),
        "{table}"
    );
}

/// No table is wider than a terminal, whatever the opening and the number of trials.
#[test]
fn tables_fit_eighty_columns() {
    for arguments in [
        &["--set", "opening.rung=campaign", "--trials", "500"][..],
        &["--set", "opening.rung=war", "--trials", "500"],
        &[
            "--set",
            "opening.rung=choose",
            "--trials",
            "2_000_000",
            "--seed",
            "3",
        ],
        &["--trials", "1"],
        &["--trials", "37"],
    ] {
        for detail in [&[][..], &["--full"]] {
            let words = [&["run", "--no-files"], arguments, detail].concat();
            let table = out(&offramp(&words));
            assert_eq!(lines_that_fit(&table), table.lines().count(), "{table}");
        }
    }
}

#[test]
fn nothing_dresses_up_the_terminal() {
    let place = tempfile::tempdir().unwrap();
    let text = "name = \"a\\u001b[31m\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\nlabel = \"b\\u202e\"\n[actors.b]\n";
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    let output = offramp_in(place.path(), &["run", "mine.toml"]);
    assert_eq!(output.status.code(), Some(65));
    assert_eq!(
        err(&output)
            .matches("must not hold control characters")
            .count(),
        2,
        "{}",
        err(&output)
    );
    assert!(!err(&output).contains('\u{1b}'));
}
