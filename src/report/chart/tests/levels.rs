//! Where the crisis stands day by day.

use resvg::tiny_skia::Rect;

use super::boxes::Boxes;
use super::cases::{CASES, Case, case};
use crate::report::chart::can_draw;
use crate::report::chart::levels;
use crate::report::chart::levels::layout::{DAYS_RIGHT, SHARES};
use crate::study::{Timeline, histories};

fn drawn(case: &Case, timeline: &Timeline) -> String {
    levels::levels(&case.findings, &case.rungs(), timeline, &case.caption())
        .unwrap()
        .svg()
        .unwrap()
}

#[test]
fn no_text_outside_the_days_touches_a_mark() {
    for case in CASES.iter() {
        let boxes = Boxes::of(case.name, &drawn(case, &case.timeline));
        let axis = boxes
            .texts
            .iter()
            .find(|(text, _)| text == "100 %")
            .unwrap()
            .1
            .right();
        // Names within the bands of shares lie over them, and nothing else does.
        let name = |text: Rect| {
            (axis..=DAYS_RIGHT as f32).contains(&text.right())
                && SHARES.0 as f32 <= text.top()
                && text.bottom() <= SHARES.1 as f32
                && text.left() > axis
        };
        boxes.assert_texts_clear_of_marks(|text| !name(text));
    }
}

#[test]
fn without_runs_or_record_there_is_no_word_of_them() {
    let case = case("baseline");
    let some = drawn(case, &case.timeline);
    let none = drawn(case, &Timeline::new(&case.findings, Vec::new(), Vec::new()));
    for words in [
        "what really happened",
        "trials 0 to 7",
        "Single runs",
        "The record: ",
    ] {
        assert!(some.contains(words) && !none.contains(words), "{words}");
    }
}

#[test]
fn thirty_runs_can_be_drawn_and_a_record_that_goes_on_beyond_the_horizon() {
    let case = case("baseline");
    let runs = histories(&case.scenario.model, 1, 0..30);
    let svg = drawn(
        case,
        &Timeline::new(&case.findings, runs, vec![(500.0, 0), (0.0, 5)]),
    );
    let boxes = Boxes::of("thirty runs", &svg);
    boxes.assert_inside();
    boxes.assert_texts_apart();
    assert!(svg.contains(">trials 0 to 29,"));
}

#[test]
fn the_days_are_said_in_words() {
    let svg = drawn(case("baseline"), &case("baseline").timeline);
    for words in [
        "<title>From day 5 on at least half of the runs are in no crisis; on day 90 there is war in 14 of 1,000 runs</title>",
        "Day 0: Strike on militants across the border 99.800 % (98.891 to 99.995 %), ",
        "Day 90: No crisis ",
        "The median: Strike on militants across the border from day 0, ",
        "No crisis from day 5;",
        "Trial 7: ",
        "The record: Strike on militants across the border on day 0, ",
        "(95 % interval of a share: ±",
        ">days 16 to 90, compressed</text>",
    ] {
        assert!(svg.contains(words), "{words}");
    }
}

#[test]
fn a_course_of_other_days_or_another_ladder_is_an_error_and_no_panic() {
    let (one, three, short) = (case("baseline"), case("three-rungs"), case("one-day"));
    for (rungs, timeline) in [
        (three.rungs(), &one.timeline),
        (one.rungs(), &short.timeline),
    ] {
        assert_eq!(
            levels::levels(&one.findings, &rungs, timeline, &one.caption())
                .unwrap_err()
                .exit_code(),
            70
        );
    }
    let mut timeline = three.timeline.clone();
    timeline.record = vec![(0.0, 7)];
    assert_eq!(
        levels::levels(&three.findings, &three.rungs(), &timeline, &three.caption())
            .unwrap_err()
            .exit_code(),
        70
    );
}

#[test]
fn what_is_large_on_any_day_has_a_name_and_so_has_the_opening_of_a_long_ladder() {
    let picture = |name: &str| {
        drawn(case(name), &case(name).timeline)
            .split_once("</style>")
            .unwrap()
            .1
            .to_owned()
    };
    for name in [
        "Strike on militants",
        "Military posturing",
        "Full-scale war",
    ] {
        let shares = picture("baseline");
        assert!(
            shares.matches(name).count() >= 2,
            "{name}: on the ladder and beside the shares"
        );
    }
    assert!(picture("thirty-two-rungs").contains(">A rung of usual length 15 of 32</text>"));
}

#[test]
fn every_large_band_has_its_name_beside_the_shares() {
    for name in [
        "baseline",
        "many-trials",
        "choosing",
        "ten-quiet-years",
        "three-rungs",
        "endless",
        "unresolved",
        "all-war",
    ] {
        let case = case(name);
        let boxes = Boxes::of(name, &drawn(case, &case.timeline));
        let beside: Vec<&str> = boxes
            .texts
            .iter()
            .filter(|(_, area)| area.bottom() > SHARES.0 as f32 - 20.0)
            .map(|(text, _)| text.as_str())
            .collect();
        let large = |rung: &usize| {
            let most = case
                .findings
                .levels
                .iter()
                .map(|day| day[*rung])
                .max()
                .unwrap();
            most as f64 >= 0.101 * case.findings.trials as f64
        };
        let rungs = case.rungs().of_levels();
        for rung in (0..rungs.labels.len()).filter(large) {
            let words: Vec<&str> = rungs.labels[rung].split(' ').collect();
            assert!(
                beside.join(" ").contains(&words[..2].join(" ")),
                "{name}: {} {beside:?}",
                rungs.labels[rung]
            );
        }
    }
}

#[test]
fn where_runs_would_be_a_hash_few_are_drawn_and_the_key_says_which() {
    let case = case("ten-quiet-years");
    let boxes = Boxes::of(case.name, &drawn(case, &case.timeline));
    let words: Vec<&str> = boxes.texts.iter().map(|(text, _)| text.as_str()).collect();
    assert!(
        words
            .join(" ")
            .contains("trials 0 to 7, single runs; beyond the gap trials 0 to 1"),
        "{words:?}"
    );
}

#[test]
fn labels_that_the_font_lacks_give_way_to_ids() {
    let picture = drawn(case("foreign-labels"), &case("foreign-labels").timeline);
    assert!(picture.contains(">r6</text>") && !picture.contains('国'));
    assert!(can_draw("Київ → 3").unwrap() && !can_draw("国の危機").unwrap());
}
