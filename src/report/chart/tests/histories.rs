//! The first histories on the ladder.

use super::boxes::Boxes;
use super::cases::{CASES, Case, case};
use super::days::frame;
use crate::report::chart::histories;
use crate::report::chart::histories::scene::Scene;
use crate::report::figure::Medium;
use crate::report::words::histories_headline;
use crate::sim::Outcome;
use crate::study::{self, History, Timeline};

fn drawn(case: &Case, timeline: &Timeline) -> String {
    let title = histories_headline(&case.findings, timeline);
    let frame = frame(case, title, Medium::Slide);
    let picture = histories(&case.findings, &case.rungs(), timeline, &frame);
    picture.unwrap().svg().unwrap()
}

fn with_record(case: &Case, record: &[(f64, usize)]) -> String {
    let timeline = Timeline {
        record: record.to_vec(),
        ..case.timeline.clone()
    };
    drawn(case, &timeline)
}

/// The texts within the picture.
fn texts(svg: &str) -> Vec<String> {
    let boxes = Boxes::of("", svg);
    boxes.texts.into_iter().map(|(text, _)| text).collect()
}

#[test]
fn the_first_twelve_and_the_record_are_said_in_words() {
    let svg = drawn(case("baseline"), &case("baseline").timeline);
    for words in [
        " of 100 histories each side strikes once; the others range from one side’s strike to ",
        "History 1: ",
        "History 12: ",
        "What really happened: Strike on militants across the border on day 0, ",
        ">Thin lines: the first history with each end, in the colour of the end, with a dot at each act.</text>",
        ">what really happened</text>",
        ">Strike on militants across the border</text>",
        ">No crisis</text>",
        ">after each side struck once: 7",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(!svg.contains("History 0:") && !svg.contains("History 13:"));
}

#[test]
fn acts_of_the_record_have_their_days() {
    let texts = texts(&drawn(case("baseline"), &case("baseline").timeline));
    for day in ["day 0", "day 2", "day 3"] {
        assert!(texts.iter().any(|text| text == day), "{day} {texts:?}");
    }
}

#[test]
fn without_histories_or_record_there_is_no_word_of_them() {
    let case = case("baseline");
    let none = Timeline {
        histories: Vec::new(),
        record: Vec::new(),
        ..case.timeline.clone()
    };
    let svg = drawn(case, &none);
    for words in ["what really happened<", "Thin line", "History 1:"] {
        assert!(!svg.contains(words), "{words}");
    }
}

#[test]
fn a_record_may_go_on_beyond_the_days_or_begin_there() {
    let case = case("baseline");
    for (record, is_said) in [
        (&[(0.0, 5), (500.0, 0)][..], true),
        (&[(500.0, 5), (501.0, 0)], false),
        (&[(0.0, 5), (1.5, 8)], true),
        (&[(0.0, 5), (0.0, 6), (0.5, 5), (0.6, 6), (0.7, 1)], true),
    ] {
        let svg = with_record(case, record);
        let boxes = Boxes::of("record", &svg);
        boxes.assert_inside();
        boxes.assert_texts_apart();
        assert_eq!(
            svg.contains(">what really happened<"),
            is_said,
            "{record:?}"
        );
    }
}

#[test]
fn thirty_histories_can_be_drawn() {
    let case = case("baseline");
    let timeline = Timeline {
        histories: study::histories(&case.scenario.model, 1, 0..30),
        ..case.timeline.clone()
    };
    let svg = drawn(case, &timeline);
    let boxes = Boxes::of("thirty", &svg);
    boxes.assert_inside();
    boxes.assert_texts_apart();
    assert_eq!(svg.matches(">after each side struck once: ").count(), 1);
}

#[test]
fn only_rungs_that_are_reached_have_a_place() {
    let texts = texts(&drawn(case("baseline"), &case("baseline").timeline));
    assert!(
        texts.iter().any(|text| text == "Diplomatic protest"),
        "the record ends there"
    );
    assert!(
        !texts.iter().any(|text| text == "Downgraded ties"),
        "{texts:?}"
    );
}

#[test]
fn what_goes_on_beyond_the_days_is_said() {
    let svg = drawn(case("unresolved"), &case("unresolved").timeline);
    assert!(
        svg.contains(">The model stops at day 2: none of 40 crises is over or in full-scale war by then</text>")
            && svg.contains(">goes on</text>")
    );
}

/// Two acts on one rung, a day apart, are two dots: the line alone would show one.
#[test]
fn each_act_has_a_dot() {
    let case = case("baseline");
    let dots = |steps: Vec<(f64, Option<usize>)>| {
        let history = History {
            trial: 0,
            steps,
            outcome: Outcome::OneRound,
            end_day: 4.0,
        };
        let timeline = Timeline {
            histories: vec![history],
            record: Vec::new(),
            ..case.timeline.clone()
        };
        drawn(case, &timeline).matches("<circle").count()
    };
    let once = dots(vec![(0.0, Some(5)), (4.0, None)]);
    let twice = dots(vec![(0.0, Some(5)), (2.0, Some(5)), (4.0, None)]);
    assert!(twice > once);
}

/// A reader who looks for the day of the title finds it.
#[test]
fn the_day_of_the_title_is_shown() {
    for case in CASES.iter() {
        let scene = Scene::new(&case.findings, &case.rungs(), &case.timeline);
        let day = case.timeline.title_day(&case.findings);
        assert!(day <= scene.last, "{}: {day} {}", case.name, scene.last);
    }
}

#[test]
fn rungs_that_are_left_out_are_counted() {
    let has_words = |case: &Case| {
        let texts = texts(&drawn(case, &case.timeline));
        texts.iter().any(|text| text.ends_with(" not reached"))
    };
    assert!(CASES.iter().any(has_words));
}

#[test]
fn another_ladder_is_an_error_and_no_panic() {
    let (one, three) = (case("baseline"), case("three-rungs"));
    let strange = Timeline {
        record: vec![(0.0, 7)],
        ..three.timeline.clone()
    };
    for (rungs, timeline, findings) in [
        (three.rungs(), &one.timeline, &one.findings),
        (three.rungs(), &strange, &three.findings),
    ] {
        let picture = histories(findings, &rungs, timeline, &one.frame());
        assert_eq!(picture.unwrap_err().exit_code(), 70);
    }
}
