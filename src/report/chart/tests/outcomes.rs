//! How the opening crisis ends.

use plotters::style::RGBColor;

use super::boxes::Boxes;
use crate::report::chart::Frame;
use crate::report::chart::style::outcome_colour;
use crate::report::chart::{Picture, outcomes};
use crate::report::figure::{Caption, Heading, Medium};
use crate::report::words::outcomes_title;
use crate::sim::Outcome;
use crate::stats::{Interval, Quantile, Share};
use crate::study::{Case, Findings, Means, QuantityMean, Reason};

const KINDS: usize = Outcome::ALL.len();
const LONGEST_REASON: Reason = Reason::OpeningIsLimitedWar;

/// Findings with these counts; what is `None` is excluded.
fn findings(counts: [Option<u64>; KINDS]) -> Findings {
    let trials = counts.iter().flatten().sum();
    let wars = match [Outcome::LimitedWar, Outcome::War].map(|war| counts[war as usize]) {
        [None, None] => QuantityMean::excluded(LONGEST_REASON),
        parts => QuantityMean::of_case(&Case {
            share: Share::new(parts.iter().flatten().sum(), trials),
            excluded: None,
        }),
    };
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
        means: Means::all(wars),
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
        &Frame {
            heading: Heading {
                title: outcomes_title(&findings),
                case: name.to_owned(),
                changes: Vec::new(),
            },
            caption: Caption {
                trials: findings.trials,
                seed,
                complete: true,
                ..Caption::default()
            },
            medium: Medium::Slide,
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
        boxes.assert_inside();
        boxes.assert_texts_apart();
        boxes.assert_readable(Medium::Slide);
        boxes.assert_texts_clear_of_marks(|_| true);
    });
}

fn dots(svg: &str) -> usize {
    let filled = |line: &&str| line.starts_with("<circle") && !line.contains("fill=\"none\"");
    svg.lines().filter(filled).count()
}

/// The dots of an outcome, with the one of its label.
fn dots_of(svg: &str, outcome: Outcome) -> usize {
    let RGBColor(r, g, b) = outcome_colour(outcome);
    let fill = format!("fill=\"#{r:02X}{g:02X}{b:02X}\"");
    svg.lines()
        .filter(|line| line.starts_with("<circle") && line.contains(&fill))
        .count()
}

/// The texts of a picture, one after the other.
fn words(svg: &str) -> String {
    let (_, picture) = svg.split_once("</style>").unwrap();
    let texts = picture
        .split('>')
        .filter_map(|part| part.split_once("</text"));
    texts.map(|(text, _)| text.to_owned() + " ").collect()
}

#[test]
fn there_are_as_many_dots_as_histories_and_a_hundred_at_most() {
    for (trials, all) in [(1, 1), (2, 2), (40, 40), (100, 100), (20_000, 100)] {
        let mut counts = [Some(0); KINDS];
        counts[Outcome::OneSided as usize] = Some(trials);
        let svg = drawn(counts, "A name", 1);
        // One more beside the label, but for one alone.
        let drawn = if all == 1 { 1 } else { all + 1 };
        assert_eq!(dots(&svg), drawn, "{trials}");
        assert_eq!(dots_of(&svg, Outcome::OneSided), drawn, "{trials}");
    }
}

#[test]
fn dots_add_up_and_figures_are_the_nearest() {
    let svg = drawn([Some(143); KINDS], "A name", 1);
    let dots = Outcome::ALL.map(|outcome| dots_of(&svg, outcome));
    // One more of each beside its label; a dot that is parted has the colour of its first part below.
    assert_eq!(dots, [16, 15, 15, 16, 15, 15, 15]);
    let words = words(&svg);
    assert!(
        words.contains(" 29 War ") && words.contains(" limited 14 full-scale 14 "),
        "{words}"
    );
}

#[test]
fn the_number_of_the_title_is_that_of_its_dots() {
    let counts = [
        None,
        Some(980),
        Some(6920),
        Some(1330),
        Some(610),
        Some(160),
        Some(0),
    ];
    let svg = drawn(counts, "A name", 1);
    assert!(svg.contains(
        "<title>In 69 of 100 histories each side strikes once; in 8 it comes to war</title>"
    ));
    assert_eq!(dots_of(&svg, Outcome::OneRound), 70);
    let words = words(&svg);
    for says in [
        " 69 Each side strikes once ",
        " 8 War limited 6 full-scale 2 ",
        "“No force is used” cannot occur here: the opening is limited war already ",
    ] {
        assert!(words.contains(says), "{says}: {words}");
    }
    assert!(!words.contains("interval:") && !words.contains("still going on"));
}

/// What has a dot is not none, though its own share rounds to zero.
#[test]
fn some_are_never_none() {
    let svg = drawn([0, 0, 8_730, 0, 43, 1_227, 0].map(Some), "A name", 1);
    let words = words(&svg);
    assert!(
        words.contains(" 13 War limited under 1 full-scale 12 "),
        "{words}"
    );
}

#[test]
fn wide_intervals_stand_below_the_words() {
    let svg = drawn([0, 10, 60, 10, 10, 10, 0].map(Some), "A name", 1);
    assert!(words(&svg).contains(" 60 Each side strikes once 95 % interval: 49 to 70 "));
}

#[test]
fn one_history_has_one_dot_and_no_number() {
    let svg = drawn([0, 0, 1, 0, 0, 0, 0].map(Some), "A name", 1);
    let words = words(&svg);
    assert!(words.contains("One history was run: each side strikes once"));
    assert!(!words.contains(" 1 Each"), "{words}");
}

#[test]
fn those_who_cannot_see_it_have_a_description() {
    let svg = drawn(hostile_counts()[0], "A name", 1);
    for words in [
        "<desc>A teaching model. Not a forecast.",
        "cannot occur here: the opening is limited war already",
        "62.0 % (61.7 to 62.3 %)",
        "below 0.004 %",
        "limited or full-scale war: ",
        "simulation error only.</desc>",
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
    let words = words(&svg);
    for says in [
        "Fewer than 1 of 100: limited war, full-scale war.",
        "In none of the histories, but not ruled out: only one side strikes",
    ] {
        assert!(words.contains(says), "{says}: {words}");
    }
}

#[test]
fn what_is_war_from_the_start_does_not_grow_into_it() {
    let svg = drawn([None, None, None, None, None, Some(500), None], "A name", 1);
    assert!(svg.contains("<title>In all 500 histories it is war from the start</title>"));
    let svg = drawn(
        [None, None, None, None, Some(500), Some(50), None],
        "A name",
        1,
    );
    assert!(svg.contains(" histories it stays the limited war that it is from the start"));
}
