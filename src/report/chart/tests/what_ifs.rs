//! A base beside its variants.

use std::sync::LazyLock;

use super::studies::{BASE, CAPTION, TRIALS, compared, shipped};
use crate::report::chart::{compare, flips};
use crate::scenario::Scenario;
use crate::study::Comparison;

type Case = (&'static str, Comparison, Vec<String>);

/// Comparisons that are hard to draw.
pub static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let long = |at: usize| format!("{at} a name of just about forty characters");
    let eight = [
        "hotline",
        "no-mediation",
        "generous",
        "quiet-strikes",
        "called-ahead",
        "india-moves",
        "apologised",
    ];
    let with = |names: &[&str]| -> Vec<Scenario> {
        [BASE]
            .iter()
            .chain(names)
            .map(|name| shipped(name, &[]))
            .collect()
    };
    let all: Vec<&str> = eight.iter().copied().chain(["pakistan-absorbs"]).collect();
    let war = [("opening.rung", "war")];
    let base = || shipped(BASE, &[]);
    vec![
        case(
            "no-mediation",
            &with(&["no-mediation"]),
            names(&["no-mediation"]),
            TRIALS,
        ),
        case("hotline", &with(&["hotline"]), names(&["hotline"]), TRIALS),
        case("three", &with(&all[..3]), names(&all[..3]), TRIALS),
        case("eight", &with(&all), names(&all), TRIALS),
        case(
            "eight-long-names",
            &with(&all),
            (0..8).map(long).collect(),
            TRIALS,
        ),
        case(
            "wide-name",
            &with(&["hotline"]),
            vec!["W".repeat(40)],
            TRIALS,
        ),
        case(
            "identical",
            &with(&[BASE]),
            names(&["the same again"]),
            TRIALS,
        ),
        case(
            "identical-twice",
            &with(&[BASE, BASE]),
            names(&["once", "again"]),
            TRIALS,
        ),
        case(
            "all-war",
            &[shipped(BASE, &war), shipped(BASE, &war)],
            names(&["war again"]),
            TRIALS,
        ),
        case(
            "war-only-here",
            &[base(), shipped(BASE, &war)],
            names(&["war at once"]),
            TRIALS,
        ),
        case(
            "choosing",
            &[base(), shipped(BASE, &[("opening.rung", "choose")])],
            names(&["a free opening"]),
            TRIALS,
        ),
        case(
            "one-trial",
            &with(&["no-mediation"]),
            names(&["no-mediation"]),
            1,
        ),
        case(
            "many-trials",
            &with(&["no-mediation", "hotline"]),
            names(&["no-mediation", "hotline"]),
            50_000,
        ),
    ]
});

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn case(name: &'static str, scenarios: &[Scenario], names: Vec<String>, trials: u64) -> Case {
    (name, compared(scenarios, trials), names)
}

fn comparison(name: &str) -> &'static Comparison {
    CASES
        .iter()
        .find_map(|(known, comparison, _)| (*known == name).then_some(comparison))
        .unwrap()
}

#[test]
fn the_title_is_the_finding() {
    let one = compare(comparison("no-mediation"), &["no-mediation"], &CAPTION)
        .unwrap()
        .svg()
        .unwrap();
    assert!(
        one.contains("<title>With no-mediation ")
            && one.contains(" of 1,000 histories end differently: ")
    );
    let three = compare(comparison("three"), &["a", "b", "c"], &CAPTION)
        .unwrap()
        .svg()
        .unwrap();
    assert!(three.contains("<title>Largest effect of 3: with "));
    let none = compare(comparison("identical-twice"), &["a", "b"], &CAPTION)
        .unwrap()
        .svg()
        .unwrap();
    assert!(
        none.contains("<title>With none of 2 changes a history of 2,000 ends differently</title>")
    );
}

#[test]
fn what_is_excluded_in_all_says_so() {
    let comparison = comparison("no-mediation");
    let beside = compare(comparison, &["x"], &CAPTION)
        .unwrap()
        .svg()
        .unwrap();
    let matrix = flips(&comparison.variants[0], "x", TRIALS, &CAPTION)
        .unwrap()
        .svg()
        .unwrap();
    assert!(beside.contains(">cannot occur here: ") && matrix.contains(">Cannot occur here: "));
}

/// The note below the scales is read to its end, with the sentence about shares that one of the two
/// cannot have.
#[test]
fn the_note_below_one_variant_is_whole() {
    for name in ["war-only-here", "choosing"] {
        let drawn = compare(comparison(name), &["x"], &CAPTION)
            .unwrap()
            .svg()
            .unwrap();
        assert!(
            drawn.contains("No mark: the inputs exclude the share."),
            "{name}"
        );
    }
}

#[test]
fn names_and_variants_that_do_not_match_are_an_error_and_no_panic() {
    let comparison = comparison("three");
    let mut nine = comparison.clone();
    nine.variants = std::iter::repeat_n(comparison.variants[0].clone(), 9).collect();
    let mut none = comparison.clone();
    none.variants.clear();
    for (comparison, names) in [
        (comparison, vec!["a"; 2]),
        (&nine, vec!["a"; 9]),
        (&none, vec![]),
    ] {
        assert_eq!(
            compare(comparison, &names, &CAPTION)
                .unwrap_err()
                .exit_code(),
            70
        );
    }
}
