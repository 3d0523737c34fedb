//! Stories of single histories, on the program itself.

use crate::common::program::{done_line_in, err, files, json, line_in, out};

/// What a line prints, with every run of spaces as one.
fn told(line: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    let output = done_line_in(place.path(), &format!("{line} --no-files"));
    out(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_story_tells_who_did_what_and_why() {
    let words = told("story --trial 21 --trials 500");
    for says in [
        "There is more than one round but no war, and it ends on day 8.1.",
        "History 21 of seed 1, as you asked.",
        "Day 0 Iran opens with “Strike on militants across the border”, and says so openly.",
        "China begins to mediate. Pakistan sees an act of 0.61 where 0.50 was meant",
        "The draw is 0.57: “Covert or proxy attack” ends at 0.20",
        "+ ############ 22 less would have looked weak to others who watch",
        "- #### 2.9 it feared being hit back",
        "All twelve together make it 43 times likelier than “Ties downgraded”.",
        "Iran answers with “Normal relations”, and that ends the crisis.",
        "A teaching model. Not a forecast.",
        "The numbers are the authors' choices, made knowing how January 2024 ended.",
        "story --trial 21 --full",
    ] {
        assert!(words.contains(says), "{says}: {words}");
    }
    let full = told("story --trial 21 --trials 500 --full");
    for says in [
        "Normal relations under 1",
        "its readiness 1.00",
        "After it Iran has anger at home",
        "its forces were spread thin",
    ] {
        assert!(
            full.contains(says) && !words.contains(says),
            "{says}: {full}"
        );
    }
}

#[test]
fn the_first_that_ends_so_is_told_with_how_rare_it_is() {
    let war = json(&["story", "--outcome", "war", "--trials", "3_000"]);
    assert_eq!(war["story"]["summary"]["outcome"], "war");
    let run = json(&["run", "--quiet", "--trials", "3_000"]);
    assert_eq!(war["found"]["met"], run["outcomes"]["war"]);
    let fewer = json(&[
        "story",
        "--outcome",
        "war",
        "--trials",
        "100",
        "--threads",
        "1",
    ]);
    assert_eq!(fewer["story"], war["story"], "the first stays the first");
    let wars = json(&["story", "--outcome", "wars", "--trials", "3_000"]);
    assert_eq!(wars["found"]["met"], run["wars"]);
    let usual = json(&["story", "--trials", "3_000"]);
    let like = json(&["story", "--trials", "3_000", "--like-record"]);
    assert_eq!(usual["story"], like["story"]);
    assert_eq!(like["found"]["met"], run["record"]["all"]);
}

#[test]
fn a_history_is_told_against_a_change() {
    let words =
        told("story --trial 2 --trials 50 --against 'a call: --set actors.*.forewarning=1'");
    for says in [
        "Told against “a call”, on the same luck: private warning before strikes (both) 0 -> 1.",
        "Here the two courses part: Pakistan decides otherwise.",
        "as it was changed",
        "As it was: The draw is ",
        "With the change: The draw is ",
        "With “a call”: Day 1.9: Pakistan answers with",
    ] {
        assert!(words.contains(says), "{says}: {words}");
    }
    let alike = told("story --trial 2 --trials 50 --against iran-pakistan-2024");
    assert!(alike.contains("nothing differs"), "{alike}");
    assert!(alike.contains("Both courses are the same"), "{alike}");
}

/// Lines that cannot be told, the exit code of each, and what the refusal says.
const REFUSED: [(&str, i32, &str); 10] = [
    (
        "story --outcome no-force --trials 100",
        2,
        "cannot occur here: the opening uses force",
    ),
    (
        "story --outcome war --trials 2",
        2,
        "none of 2 histories ends in `war`",
    ),
    ("story --outcome acts", 2, "known: no-force, one-sided"),
    ("story --outcome wrs", 2, "did you mean"),
    ("story --trial -1", 2, "whole number from 0"),
    ("story --trial 1 --like-record", 2, "cannot be used with"),
    (
        "story would-iran-strike --like-record",
        2,
        "no record of what happened",
    ),
    (
        "story --like-record --set relations.trust=0.4",
        2,
        "with something changed there is no record",
    ),
    ("story --against reference-class", 2, "it has other actors"),
    ("story nowhere", 66, "there is no"),
];

#[test]
fn what_cannot_be_told_is_refused_with_a_remedy() {
    for (line, code, says) in REFUSED {
        let place = tempfile::tempdir().unwrap();
        let output = line_in(place.path(), line);
        let error = err(&output);
        assert_eq!(output.status.code(), Some(code), "{line}: {error}");
        assert!(error.contains(says), "{line}: {error}");
        assert!(files(place.path()).is_empty(), "{line} wrote files");
    }
}

/// A story has its files in a folder of its own, and a stored one is drawn again.
#[test]
fn a_story_is_written_and_plotted_again() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(place.path(), "story --trial 21 --trials 50 --quiet");
    let own = place
        .path()
        .join("results/story-iran-pakistan-2024--trial-21");
    for name in ["story.csv", "reasons.csv"] {
        let bytes = std::fs::read(own.join(name)).unwrap();
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert!(rows.len() > 10, "{name}");
    }
    done_line_in(place.path(), "story --trial 21 --trials 50 --out s --quiet");
    done_line_in(place.path(), "plot s --charts svg --out p --quiet");
    let [drawn, again] = ["s/charts/story.svg", "p/story.svg"]
        .map(|name| std::fs::read(place.path().join(name)).unwrap());
    assert!(drawn == again);
}

/// The page about stories shows what the program prints.
#[test]
fn the_page_shows_a_decision_as_it_is_told() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/story.md");
    let page = std::fs::read_to_string(page).unwrap();
    let (_, shown) = page.split_once("```text\n").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    let place = tempfile::tempdir().unwrap();
    let line = "story --trial 21 --trials 50 --no-files";
    let printed = out(&done_line_in(place.path(), line));
    assert!(printed.contains(shown), "{printed}");
}
