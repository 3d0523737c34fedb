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
        "One invented history: a way that things can go in the model.",
        "Luck, a number drawn from 0 to 100, was 57: up to 20 it is “Covert or proxy attack” or less, from there to 77 \
         “Strike on militants across the border”.",
        "Limited war begins at “Sustained campaign”, and goes up to “Full-scale war”.",
        "Every two # double it.",
        "anger can pass 1",
        "Why force, and not stepping down (“Ties downgraded”)? + ######### 22 fear of looking weak \
         + ####### 11 the wish to answer in kind - ### 2.9 fear of being hit back \
         The other nine together: 2.0 times less likely. All twelve: 43 times likelier.",
        "Why this act, and not the next, “Strike on military targets”? + ### 3.2 less fear of losing control",
        "- ### 2.5 more fear of looking weak",
        "The other ten together: 2.0 times likelier. All twelve: 2.6 times likelier.",
        "Iran steps down to “Normal relations”, and that ends the crisis.",
        "Why stepping down, and not force (",
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
        "(limited war from here on)",
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
        "baseline changed",
        "In the baseline: Luck, a number drawn from 0 to 100, was ",
        "With the change: Luck, a number drawn from 0 to 100, was ",
        "how often it does, `compare` says.",
        "With “a call”: Day 1.9: Pakistan answers with",
    ] {
        assert!(words.contains(says), "{says}: {words}");
    }
    let both = told("story --against hotline --trials 50");
    assert!(
        both.contains(
            "With “hotline” Pakistan chooses “Strike on military targets”: 24 deaths, not 14."
        ),
        "{both}"
    );
    let alike = told("story --trial 2 --trials 50 --against iran-pakistan-2024");
    for says in [
        "In this history “iran-pakistan-2024” makes no difference.",
        "“iran-pakistan-2024” changes no number",
        "Both courses are the same",
    ] {
        assert!(alike.contains(says), "{says}: {alike}");
    }
}

/// Where luck overrules the reasons, the story says so, and what is as rare as it says.
#[test]
fn luck_and_limited_war_are_said_plainly() {
    let words = told("story --outcome limited-war --trials 2_000");
    for says in [
        "Why this act, and not the likelier “Strike on military targets”?",
        "“Sustained campaign” 21 (limited war)",
        "The reasons favoured “Strike on military targets”; luck fell on “Sustained campaign”.",
        "and says so openly. This is limited war.",
        "histories it comes to a limited war; in",
        "histories it comes to war, limited or full-scale (2,000 histories were searched).",
    ] {
        assert!(words.contains(says), "{says}: {words}");
    }
    let wars = told("story --outcome wars --trials 2_000");
    assert!(
        wars.contains("histories it comes to war, limited or full-scale; in"),
        "{wars}"
    );
    let war = told("story --outcome war --trials 2_000");
    assert!(
        war.contains("deaths, a placeholder: nobody knows."),
        "{war}"
    );
    assert!(war.contains("The model counts about "), "{war}");
    let like = told("story --like-record --trials 2_000");
    assert!(like.contains("It is not what happened"), "{like}");
    assert!(
        like.contains(
            "agrees with all facts of the record that are checked: how the opening crisis ends, its highest act, \
             the first answer, the day on which it ends and all deaths, those of later crises too."
        ),
        "{like}"
    );
}

/// Lines that cannot be told, the exit code of each, and what the refusal says.
const REFUSED: [(&str, i32, &str); 11] = [
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
    ("story 21", 66, "history 21 is told with `--trial 21`"),
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
