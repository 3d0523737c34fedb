//! How the opening crisis ends.

use plotters::style::RGBColor;

use super::boxes::Boxes;
use crate::report::chart::style::outcome_colour;
use crate::report::chart::{Picture, outcomes};
use crate::report::figure::Caption;
use crate::sim::Outcome;
use crate::stats::{Interval, Quantile, Share};
use crate::study::{Case, Findings, Means, QuantityMean, Reason};

const KINDS: usize = Outcome::ALL.len();
const LONGEST_REASON: Reason = Reason::OpeningIsLimitedWar;

/// Findings with these counts; what is `None` is excluded.
fn findings(counts: [Option<u64>; KINDS]) -> Findings {
    let trials = counts.iter().flatten().sum();
    let none = QuantityMean::excluded(LONGEST_REASON);
    Findings {
        trials,
        unresolved: counts[Outcome::Unresolved as usize].unwrap_or(0),
        outcomes: counts.map(|count| match count {
            Some(count) => Case {
                share: Share::new(count, trials),
                excluded: None,
            },
            None => Case {
                share: Share::excluded(),
                excluded: Some(LONGEST_REASON),
            },
        }),
        peak: Vec::new(),
        first_act: Vec::new(),
        no_act: Case {
            share: Share::excluded(),
            excluded: None,
        },
        first_answer: Vec::new(),
        no_answer: Case {
            share: Share::excluded(),
            excluded: None,
        },
        means: Means::all(none),
        deaths: [Quantile {
            value: 0.0,
            interval: Interval::between(0.0, 0.0),
        }; 5],
        levels: Vec::new(),
        levels_excluded: Default::default(),
        record: None,
    }
}

pub fn hostile_counts() -> Vec<[Option<u64>; KINDS]> {
    let mut all = vec![
        [
            None,
            Some(10_034),
            Some(61_970),
            Some(21_421),
            Some(5_040),
            Some(1_535),
            Some(0),
        ],
        [Some(143); KINDS],
        [3, 20, 31, 11, 20, 12, 3].map(Some),
        [0, 1, 99_950, 30, 10, 9, 0].map(Some),
        [1, 999_999_999_990, 1, 1, 1, 1, 1].map(Some),
        [1, 1, 1, 1, 1, 1, 9_999_999_999].map(Some),
    ];
    for sole in 0..KINDS {
        for trials in [1, 2, 100, 1_000_000_000_000] {
            let alone = |other: Option<u64>| {
                std::array::from_fn(|at| if at == sole { Some(trials) } else { other })
            };
            all.extend([alone(Some(0)), alone(None), alone(Some(1))]);
        }
    }
    all
}

pub fn hostile_names() -> Vec<String> {
    let names = [
        "Small",
        "",
        "...",
        "国の危機 Київ Ωμέγα",
        "<script>alert('1')</script> & \"so\" on",
        "a\u{1b}[31m\n\u{202e}b",
    ];
    let long = [
        "A long name of a scenario that says all that happened on every day ".repeat(3),
        "W".repeat(200),
        "国".repeat(90),
    ];
    names.map(str::to_owned).into_iter().chain(long).collect()
}

pub fn picture(counts: [Option<u64>; KINDS], name: &str, seed: u64) -> Picture {
    let findings = findings(counts);
    outcomes(
        &findings,
        &Caption {
            scenario: name.into(),
            trials: findings.trials,
            seed,
        },
    )
    .unwrap()
}

fn drawn(counts: [Option<u64>; KINDS], name: &str, seed: u64) -> String {
    picture(counts, name, seed).svg().unwrap()
}

/// Calls `check` with every chart of the hostile inputs.
fn for_every_chart(check: impl Fn(&str)) {
    for counts in hostile_counts() {
        check(&drawn(counts, "A name of the usual length", u64::MAX));
    }
    for name in hostile_names() {
        check(&drawn(hostile_counts()[0], &name, u64::MAX));
    }
}

#[test]
fn nothing_leaves_the_picture_and_no_text_touches_another_or_a_mark() {
    for_every_chart(|svg| {
        let boxes = Boxes::of("outcomes", svg);
        assert!(boxes.texts.len() > 15 && boxes.marks.len() > 100);
        boxes.assert_inside();
        boxes.assert_texts_apart();
        boxes.assert_texts_clear_of_marks(|_| true);
    });
}

#[test]
fn there_are_always_a_hundred_dots() {
    for_every_chart(|svg| {
        let filled = |line: &&str| line.starts_with("<circle") && !line.contains("fill=\"none\"");
        assert_eq!(svg.lines().filter(filled).count(), 100);
    });
}

#[test]
fn of_equal_remainders_the_calmer_are_rounded_up() {
    let svg = drawn([Some(1); KINDS], "A name", 1);
    let dots = Outcome::ALL.map(|outcome| {
        let RGBColor(r, g, b) = outcome_colour(outcome);
        let fill = format!("fill=\"#{r:02X}{g:02X}{b:02X}\"");
        svg.lines()
            .filter(|line| line.starts_with("<circle") && line.contains(&fill))
            .count()
    });
    assert_eq!(dots, [15, 15, 14, 14, 14, 14, 14]);
}

#[test]
fn the_same_findings_give_the_same_bytes() {
    let [one, other] = [(), ()].map(|()| picture(hostile_counts()[0], "A name", 1));
    assert_eq!(one.svg().unwrap(), other.svg().unwrap());
    assert_eq!(one.png().unwrap(), other.png().unwrap());
}

#[test]
fn names_cannot_smuggle_anything_in() {
    let svg = drawn(hostile_counts()[0], "<script>alert(\"1\")</script>", 1);
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;alert(&quot;1&quot;)"));
    let svg = drawn(hostile_counts()[0], "a\u{1b}b\u{202e}c\u{0}\nd", 1);
    assert!(!svg.contains(['\u{1b}', '\u{202e}', '\u{0}']));
}

#[test]
fn those_who_cannot_see_it_have_a_description() {
    let svg = drawn(hostile_counts()[0], "A name", 1);
    assert!(svg.contains("role=\"img\""));
    assert!(
        svg.contains("<title>In 62 of 100 runs each side strikes once and it ends there</title>")
    );
    assert!(svg.contains("<desc>A teaching model. Not a forecast."));
    for words in [
        "cannot occur here: the opening is limited war already",
        "62.0 % (61.7 to 62.3 %)",
        "below 0.004 %",
    ] {
        assert!(svg.contains(words), "{words}");
    }
}

#[test]
fn what_has_no_dot_is_not_thereby_ruled_out() {
    let svg = drawn(
        [None, Some(0), Some(100_000), None, Some(94), Some(10), None],
        "A name",
        1,
    );
    let (_, picture) = svg.split_once("</style>").unwrap();
    let words: String = picture
        .split('>')
        .filter_map(|part| part.split_once("</text"))
        .map(|(text, _)| text.to_owned() + " ")
        .collect();
    assert!(
        words.contains("Fewer than 1 of 100 runs: limited war; full-scale war."),
        "{words}"
    );
    assert!(
        words.contains("In none of the runs, but not ruled out: only one side strikes."),
        "{words}"
    );
    assert!(!words.contains("Dots are rounded"));
}

#[test]
fn the_title_the_bar_and_the_table_tell_one_share() {
    // 93.4 % is 93 of 100, though 94 dots are needed to make a hundred.
    let svg = drawn([934, 14, 14, 14, 14, 10, 0].map(Some), "A name", 1);
    assert!(svg.contains("<title>In 93 of 100 runs no force is used</title>"));
    assert!(svg.contains(">93.4 %</text>") && svg.contains(">94</text>"));
    assert!(svg.contains("Dots are rounded so that they add up to 100."));
}

#[test]
fn none_is_crowned_alone_that_others_may_equal() {
    let title = |counts| {
        let svg = drawn(counts, "A name", 1);
        svg.split_once("<title>")
            .unwrap()
            .1
            .split_once("</title>")
            .unwrap()
            .0
            .to_owned()
    };
    assert_eq!(
        title([0, 0, 360, 361, 200, 79, 0].map(Some)),
        "In 36 of 100 runs there is more than one round, but no war; about as often each side strikes once and it ends there"
    );
    assert_eq!(
        title([0, 0, 2, 1, 0, 0, 0].map(Some)),
        "In 2 of 3 runs each side strikes once and it ends there; too few runs to tell what is most common"
    );
}

#[test]
fn what_is_war_from_the_start_does_not_grow_into_it() {
    let svg = drawn([None, None, None, None, None, Some(500), None], "A name", 1);
    assert!(svg.contains("<title>In 100 of 100 runs it is war from the start</title>"));
    let svg = drawn(
        [None, None, None, None, Some(500), Some(50), None],
        "A name",
        1,
    );
    assert!(svg.contains(" runs it stays the limited war that it is from the start</title>"));
}
