//! How high the opening crisis climbs.

use super::boxes::Boxes;
use super::cases::{CASES, Case, case};
use crate::report::chart::{ChartRungs, peak};

fn drawn(case: &Case) -> String {
    peak(&case.findings, &case.rungs(), &case.caption())
        .unwrap()
        .svg()
        .unwrap()
}

#[test]
fn no_text_touches_a_mark() {
    for case in CASES.iter() {
        Boxes::of(case.name, &drawn(case)).assert_texts_clear_of_marks(|_| true);
    }
}

#[test]
fn the_figures_are_said_in_words_from_the_top_down() {
    let svg = drawn(case("baseline"));
    let places = [
        "<title>In 61 of 100 runs the highest rung is “Strike on militants across the border”</title>",
        "Full-scale war, which uses force: 1.4 % (0.6 to 2.9 %);",
        "Strike on militants across the border, which uses force: 61.4 % (57.0 to 65.7 %);",
        "Normal relations: cannot occur here: the opening lies above it.",
        "The off-ramp is “Ties downgraded”; limited war begins with “Sustained campaign”.",
    ]
    .map(|words| svg.find(words).unwrap_or_else(|| panic!("{words}")));
    assert!(places.is_sorted());
}

#[test]
fn what_cannot_occur_says_why_once_and_has_no_figures() {
    let svg = drawn(case("baseline"));
    let (_, picture) = svg.split_once("</style>").unwrap();
    assert_eq!(
        picture
            .matches("cannot occur here: the opening lies above it")
            .count(),
        1
    );
    assert_eq!(picture.matches(" to ").count(), 4);
    let (chosen, why) = (
        drawn(case("choosing")),
        "cannot occur here: a choice at or below the off-ramp begins no crisis",
    );
    assert!(chosen.contains(why));
}

#[test]
fn the_marks_name_what_they_are() {
    for name in ["baseline", "three-rungs", "thirty-two-rungs"] {
        let svg = drawn(case(name));
        for words in [">off-ramp", ">limited war", "force</text>"] {
            assert!(svg.contains(words), "{name}: {words}");
        }
    }
}

#[test]
fn findings_of_another_ladder_are_an_error_and_no_panic() {
    let (one, other) = (case("baseline"), case("three-rungs"));
    let rungs: ChartRungs<'_> = other.rungs();
    assert_eq!(
        peak(&one.findings, &rungs, &one.caption())
            .unwrap_err()
            .exit_code(),
        70
    );
}
