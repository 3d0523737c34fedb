//! A base beside its variants.

mod moves;

use std::sync::LazyLock;

use super::boxes::Boxes;
use super::studies::{BASE, TRIALS, compared, frame, shipped};
use crate::report::chart::{Frame, Picture, compare, flips};
use crate::report::figure::{Heading, Medium, VariantLabel};
use crate::report::words::{changes_headline, every_input_in_words, flips_headline};
use crate::scenario::Scenario;
use crate::study::Comparison;

/// A comparison, and what its figures say of its variants.
pub struct Case {
    pub name: &'static str,
    pub comparison: Comparison,
    pub labels: Vec<VariantLabel>,
}

const EIGHT: [&str; 8] = [
    "hotline",
    "no-mediation",
    "generous",
    "quiet-strikes",
    "called-ahead",
    "india-moves",
    "apologised",
    "pakistan-absorbs",
];

/// Comparisons that are hard to draw.
pub static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let war = [("opening.rung", "war")];
    let changed = |set: &[(&str, &str)]| shipped(BASE, set);
    let many = no_arguments();
    let mut cases = vec![
        case(
            "no-mediation",
            &with(&["no-mediation"]),
            &["nobody mediates"],
            TRIALS,
        ),
        case("hotline", &with(&["hotline"]), &["A hotline"], TRIALS),
        case(
            "two",
            &with(&EIGHT[..2]),
            &["a hotline", "nobody mediates"],
            TRIALS,
        ),
        case("three", &with(&EIGHT[..3]), &EIGHT[..3], TRIALS),
        case("eight", &with(&EIGHT), &EIGHT, TRIALS),
        case("wide-name", &with(&["hotline"]), &[&"W".repeat(40)], TRIALS),
        case("longest-name", &with(&["hotline"]), &[&longest(1)], TRIALS),
        case("identical", &with(&[BASE]), &["the same again"], TRIALS),
        case(
            "identical-twice",
            &with(&[BASE, BASE]),
            &["once", "again"],
            TRIALS,
        ),
        case(
            "all-war",
            &[changed(&war), changed(&war)],
            &["war again"],
            TRIALS,
        ),
        case(
            "war-only-here",
            &[changed(&[]), changed(&war)],
            &["war at once"],
            TRIALS,
        ),
        case(
            "war-only-there",
            &[changed(&war), changed(&[])],
            &["no war yet"],
            TRIALS,
        ),
        case(
            "choosing",
            &[changed(&[]), changed(&[("opening.rung", "choose")])],
            &["a free opening"],
            TRIALS,
        ),
        case(
            "many-changes",
            &[changed(&[]), many.clone()],
            &["no arguments"],
            TRIALS,
        ),
        case(
            "many-changes-twice",
            &[changed(&[]), many, changed(&[])],
            &["none", "all"],
            TRIALS,
        ),
        case("one-trial", &with(&["no-mediation"]), &["no-mediation"], 1),
        case("one-trial-twice", &with(&EIGHT[..2]), &EIGHT[..2], 1),
        case(
            "forty-trials",
            &with(&["no-mediation"]),
            &["no-mediation"],
            40,
        ),
        case(
            "many-trials",
            &with(&["no-mediation"]),
            &["nobody mediates"],
            50_000,
        ),
        case(
            "many-trials-hotline",
            &with(&["hotline"]),
            &["a hotline"],
            50_000,
        ),
        case("unresolved", &unresolved(), &["slow answers"], 300),
    ];
    let long: Vec<String> = (1..=8).map(longest).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    cases.push(case("eight-longest-names", &with(&EIGHT), &long, TRIALS));
    cases
});

/// A name of 200 characters.
fn longest(number: usize) -> String {
    let words = "a name of two hundred characters that goes on and ".repeat(4);
    format!("{}number {number}", &words[..192])
}

/// The shipped base, and these scenarios.
fn with(names: &[&str]) -> Vec<Scenario> {
    let all = [BASE].into_iter().chain(names.iter().copied());
    all.map(|name| shipped(name, &[])).collect()
}

fn no_arguments() -> Scenario {
    shipped("no-arguments", &[])
}

fn unresolved() -> [Scenario; 2] {
    let horizon = ("horizon_days", "2");
    let slow = ("actors.*.response_days", "365");
    [shipped(BASE, &[horizon]), shipped(BASE, &[horizon, slow])]
}

fn case(name: &'static str, scenarios: &[Scenario], names: &[&str], trials: u64) -> Case {
    let labels = names.iter().zip(&scenarios[1..]).map(|(&name, variant)| {
        let inputs = scenarios[0].differences(variant);
        VariantLabel {
            name: name.to_owned(),
            changes: every_input_in_words(&inputs, &scenarios[0].names),
        }
    });
    Case {
        name,
        comparison: compared(scenarios, trials),
        labels: labels.collect(),
    }
}

/// The case of a name.
fn named(name: &str) -> &'static Case {
    CASES.iter().find(|case| case.name == name).unwrap()
}

impl Case {
    fn names(&self) -> Vec<&str> {
        self.labels
            .iter()
            .map(|label| label.name.as_str())
            .collect()
    }

    fn title(&self) -> String {
        changes_headline(&self.comparison, &self.names())
    }

    fn compare(&self, medium: Medium) -> Picture {
        let changes = match self.labels.as_slice() {
            [only] => only.changes.clone(),
            _ => Vec::new(),
        };
        let frame = framed(self.title(), changes, medium);
        compare(&self.comparison, None, &self.labels, &frame).unwrap()
    }

    fn flips(&self, medium: Medium) -> Picture {
        let trials = self.comparison.trials;
        let variant = self.comparison.variants.last().unwrap();
        let label = self.labels.last().unwrap();
        let title = flips_headline(variant, &label.name, trials);
        let frame = framed(title, label.changes.clone(), medium);
        flips(
            variant,
            trials,
            ["In the baseline", "With the change"],
            &frame,
        )
        .unwrap()
    }
}

fn framed(title: String, mut changes: Vec<String>, medium: Medium) -> Frame {
    changes.truncate(6);
    Frame {
        heading: Heading {
            title,
            changes,
            ..frame().heading
        },
        medium,
        ..frame()
    }
}

/// Both charts of all cases.
pub fn drawn(medium: Medium) -> Vec<(String, Picture)> {
    let mut drawn = Vec::new();
    for case in CASES.iter() {
        drawn.push((format!("compare-{}", case.name), case.compare(medium)));
        drawn.push((format!("flips-{}", case.name), case.flips(medium)));
    }
    drawn
}

#[test]
fn nothing_leaves_the_picture_and_all_texts_can_be_read() {
    for medium in [Medium::Slide, Medium::Page] {
        for (name, picture) in drawn(medium) {
            let boxes = Boxes::of(&name, &picture.svg().unwrap());
            boxes.assert_inside();
            boxes.assert_texts_apart();
            boxes.assert_readable(medium);
        }
    }
}

/// But for the numbers within bars, no text lies over a mark.
#[test]
fn texts_keep_clear_of_marks() {
    for medium in [Medium::Slide, Medium::Page] {
        for case in CASES.iter() {
            if case.labels.len() == 1 {
                let svg = case.compare(medium).svg().unwrap();
                Boxes::of(case.name, &svg).assert_texts_clear_of_marks(|_| true);
            }
            let svg = case.flips(medium).svg().unwrap();
            Boxes::of(case.name, &svg).assert_texts_clear_of_marks(|_| true);
        }
    }
}

#[test]
fn what_can_occur_in_neither_says_so_once() {
    let svg = named("no-mediation").compare(Medium::Slide).svg().unwrap();
    assert_eq!(svg.matches(">Cannot occur here: ").count(), 1);
    let svg = named("war-only-here").compare(Medium::Slide).svg().unwrap();
    assert!(svg.contains(">cannot occur with it<"));
}

#[test]
fn variants_are_sorted_by_wars_below_the_base() {
    let svg = named("eight").compare(Medium::Slide).svg().unwrap();
    let places: Vec<usize> = ["The baseline", "hotline", "no-mediation"]
        .iter()
        .map(|name| svg.find(&format!(">{name}<")).unwrap())
        .collect();
    assert!(places.is_sorted());
}

/// What is the same in both has no sure mark, and no change.
#[test]
fn identical_inputs_move_nothing() {
    let case = named("identical");
    let svg = case.compare(Medium::Slide).svg().unwrap();
    assert_eq!(case.title(), "With “the same again” nothing changes");
    assert!(!svg.contains("hardly moves") && !svg.contains("may be chance"));
}

#[test]
fn names_and_variants_that_do_not_match_are_an_error_and_no_panic() {
    let three = named("three");
    let mut nine = three.comparison.clone();
    nine.variants = std::iter::repeat_n(nine.variants[0].clone(), 9).collect();
    let mut none = three.comparison.clone();
    none.variants.clear();
    let label = VariantLabel::default();
    for (comparison, labels) in [
        (&three.comparison, vec![label.clone(); 2]),
        (&nine, vec![label; 9]),
        (&none, vec![]),
    ] {
        let refused = compare(comparison, None, &labels, &frame()).unwrap_err();
        assert_eq!(refused.exit_code(), 70);
    }
}
