//! The share of histories on each rung, day by day.

use resvg::tiny_skia::Rect;

use super::boxes::Boxes;
use super::cases::{CASES, case};
use super::days::{DAY_CHARTS, frame};
use crate::report::chart::{can_draw, levels};
use crate::report::figure::Medium;
use crate::report::words::{last_of_levels, levels_headline};

fn drawn(name: &str) -> String {
    let case = case(name);
    let title = levels_headline(&case.findings, &case.timeline);
    let frame = frame(case, title, Medium::Slide);
    let picture = levels(&case.findings, &case.rungs(), &case.timeline, &frame);
    picture.unwrap().svg().unwrap()
}

#[test]
fn the_days_are_said_in_words() {
    let svg = drawn("baseline");
    for words in [
        "<title>On day ",
        " of 100 histories are in no crisis; on day ",
        "Day 0: Strike on militants across the border 99.800 % (98.891 to 99.995 %), ",
        "Day 90: No crisis ",
        "Of the shares: 95 % intervals: simulation error only, within ",
        ">No crisis</text>",
        ">day 0</text>",
        " in no crisis</text>",
        ">Days after ",
        " are not shown. After a limited war has ended, it counts as “No crisis”</text>",
        ">Where 100 histories stand, day by day",
    ] {
        assert!(svg.contains(words), "{words}");
    }
}

#[test]
fn every_large_area_has_its_name() {
    for case in CASES
        .iter()
        .filter(|case| !case.name.contains("labels") && !case.name.ends_with("-choosing"))
    {
        let boxes = Boxes::of(case.name, &drawn(case.name));
        let texts: Vec<&str> = boxes.texts.iter().map(|(text, _)| text.as_str()).collect();
        let texts = texts.join(" ");
        let cut = case.timeline.crises(&case.findings).cut();
        let rungs = case.rungs().of_levels();
        for (level, label) in rungs.labels.iter().enumerate() {
            let days = case.findings.levels.iter().take(cut + 1);
            let most = days.map(|day| day[level]).max().unwrap();
            let words: Vec<&str> = label.split(' ').take(2).collect();
            if most as f64 >= 0.15 * case.findings.trials as f64 {
                assert!(
                    texts.contains(&words.join(" ")),
                    "{}: {label} {texts}",
                    case.name
                );
            }
        }
    }
}

/// The line at the day by which half are over.
#[test]
fn no_name_lies_over_a_mark() {
    for chart in DAY_CHARTS
        .iter()
        .filter(|one| one.name.starts_with("levels"))
    {
        let mut boxes = Boxes::of(&chart.name, &chart.svg);
        let is_upright = |mark: &Rect| mark.width() < 3.0 && mark.height() > 100.0;
        boxes.marks.retain(is_upright);
        boxes.assert_texts_clear_of_marks(|_| true);
    }
}

/// What the title speaks of has a name, however thin it is.
#[test]
fn full_scale_war_has_its_name_where_there_is_any() {
    for name in ["baseline", "many-trials", "choosing", "endless"] {
        let case = case(name);
        let cut = last_of_levels(&case.findings, &case.timeline);
        let mut days = case.findings.levels.iter().take(cut + 1);
        let is_there = days.any(|day| day.last().is_some_and(|&war| war > 0));
        let svg = drawn(name);
        assert_eq!(svg.contains(">Full-scale war"), is_there, "{name}");
    }
}

#[test]
fn few_histories_are_not_made_a_hundred() {
    let one = drawn("one-trial");
    assert!(one.contains(">Where the one history stands, day by day"));
    assert!(one.contains("<title>One history was run: ") && !one.contains("Where 100"));
    assert!(drawn("unresolved").contains("<title>All 40 histories go on beyond day 2"));
}

#[test]
fn a_course_of_other_days_or_another_ladder_is_an_error_and_no_panic() {
    let (one, three, short) = (case("baseline"), case("three-rungs"), case("one-day"));
    for (rungs, timeline) in [
        (three.rungs(), &one.timeline),
        (one.rungs(), &short.timeline),
    ] {
        let picture = levels(&one.findings, &rungs, timeline, &one.frame());
        assert_eq!(picture.unwrap_err().exit_code(), 70);
    }
}

#[test]
fn no_letter_that_the_font_lacks_is_drawn() {
    assert!(!drawn("foreign-labels").contains(">国"));
    assert!(can_draw("Київ → 3").unwrap() && !can_draw("国の危機").unwrap());
}
