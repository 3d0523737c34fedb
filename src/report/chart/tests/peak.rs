//! How high the opening crisis climbs.

use super::boxes::Boxes;
use super::cases::{Case, case};
use super::outcomes::{hostile_counts, picture};
use crate::report::chart::{ChartRungs, draw, peak};
use crate::report::figure::{Figure, Medium};
use crate::report::view;
use crate::study::Study;

fn drawn(name: &str) -> String {
    let study = Study::Run(case(name).study());
    let figures: Vec<Figure<'_>> = view::figures(&study);
    let figure = figures.iter().find(|figure| figure.name == "peak").unwrap();
    draw(figure, Medium::Slide).unwrap().svg().unwrap()
}

/// The texts of a picture, one after the other.
fn words(name: &str) -> String {
    let boxes = Boxes::of(name, &drawn(name));
    let texts: Vec<&str> = boxes.texts.iter().map(|(text, _)| text.as_str()).collect();
    texts.join(" ")
}

#[test]
fn the_figures_are_said_in_words_from_the_top_down() {
    let svg = drawn("baseline");
    let places = [
        "Full-scale war, which uses force: 1.4 % (0.6 to 2.9 %);",
        "Strike on militants across the border, which uses force: 61.4 % (57.0 to 65.7 %);",
        "Normal relations: cannot occur here: the first act is already higher.",
        "The off-ramp is “Ties downgraded”; limited war begins with “Sustained campaign”.",
    ]
    .map(|words| svg.find(words).unwrap_or_else(|| panic!("{words}")));
    assert!(places.is_sorted());
}

#[test]
fn what_cannot_occur_is_one_line() {
    let words = words("baseline");
    assert!(
        words.contains("“Normal relations” to “Covert or proxy attack” cannot occur here: the first act is already higher"),
        "{words}"
    );
    assert_eq!(words.matches("cannot occur here").count(), 1);
}

#[test]
fn the_marks_stand_at_the_labels() {
    let baseline = words("baseline");
    for says in [
        " of 100 histories a side goes further than the first act",
        "the first act",
        "armed force",
        " 0 25 50 75 100",
        "Furthest act of the first crisis, of 100 histories",
        "limited war begins here",
        " War",
    ] {
        assert!(baseline.contains(says), "{says}: {baseline}");
    }
    assert!(words("three-rungs").contains("the first act"));
}

#[test]
fn a_long_ladder_folds_what_is_rare_and_says_how_much() {
    for name in ["thirty-two-rungs", "thirty-two-rungs-choosing"] {
        let words = words(name);
        assert!(words.contains(" more rungs, "), "{name}: {words}");
    }
}

#[test]
fn findings_of_another_ladder_are_an_error_and_no_panic() {
    let one: &Case = case("baseline");
    let rungs: ChartRungs<'_> = case("three-rungs").rungs();
    let error = peak(&one.findings, &rungs, &one.frame()).unwrap_err();
    assert_eq!(error.exit_code(), 70);
}

/// A picture of outcomes by this name.
fn outcomes_drawn(name: &str) -> String {
    picture(hostile_counts()[0], name, 1).svg().unwrap()
}

#[test]
fn names_cannot_smuggle_anything_in() {
    let svg = outcomes_drawn("<script>alert(\"1\")</script>");
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;alert(&quot;1&quot;)"));
    let svg = outcomes_drawn("a\u{1b}b\u{202e}c\u{0}\nd");
    assert!(!svg.contains(['\u{1b}', '\u{202e}', '\u{0}']));
}
