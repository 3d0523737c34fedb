//! Titles of flips.

use std::sync::atomic::AtomicBool;

use super::*;
use crate::ensemble::{Plan, Watch, run_paired};
use crate::scenario::library::BASELINE;
use crate::scenario::testing::shipped;
use crate::study::Comparison;

static STOP: AtomicBool = AtomicBool::new(false);
const TRIALS: u64 = 4_000;

fn title(name: &str, set: &[(&str, &str)]) -> String {
    flips_headline(&compared(name, set), "a change", TRIALS)
}

fn compared(name: &str, set: &[(&str, &str)]) -> Variant {
    let base = shipped(BASELINE, &[]);
    let variant = shipped(name, set);
    let watch = Watch {
        progress: &|_| (),
        stop: &STOP,
    };
    let models = [&base.model, &variant.model];
    let paired = run_paired(&models, &Plan::new(1, TRIALS), &watch).unwrap();
    let comparison = Comparison::new(&models, &paired, &[false]).unwrap();
    comparison.variants[0].clone()
}

#[test]
fn where_wars_fall_the_title_says_by_how_many() {
    let title = title("hotline", &[]);
    assert!(
        title.starts_with("With a change wars fall by ")
            && title.contains(
                " of 1,000 histories; most wars avoided: limited war becomes one strike each ("
            ),
        "{title}"
    );
}

#[test]
fn where_wars_rise_the_title_says_by_how_many() {
    let title = title(BASELINE, &[("relations.crisis_communication", "0")]);
    assert!(
        title.starts_with("With a change wars rise by ")
            && title.contains(
                " of 1,000 histories; most new wars: one strike each becomes limited war ("
            ),
        "{title}"
    );
}

#[test]
fn fewer_than_five_of_a_thousand_are_almost_nothing() {
    let title = title("india-moves", &[]);
    assert!(
        title.starts_with("With a change almost nothing changes: ")
            && title.ends_with(" of 1,000 histories come to another end"),
        "{title}"
    );
}

/// The most common move of wars is one that goes their way, and of several alike none is named.
#[test]
fn the_title_names_the_largest_move_of_wars() {
    let mut variant = compared("struck-soldiers", &[]);
    variant.flips = Default::default();
    let move_some = [
        (Outcome::OneSided, Outcome::War, 120),
        (Outcome::OneRound, Outcome::LimitedWar, 40),
        (Outcome::War, Outcome::OneRound, 16),
    ];
    for (from, to, so_many) in move_some {
        variant.flips[from][to] = so_many;
    }
    let title = flips_headline(&variant, "a change", TRIALS);
    assert!(
        title.ends_with("; most new wars: one side’s strike becomes full-scale war (30)"),
        "{title}"
    );
    variant.flips[Outcome::OneRound][Outcome::LimitedWar] = 120;
    let title = flips_headline(&variant, "a change", TRIALS);
    assert!(title.ends_with(" of 1,000 histories"), "{title}");
}

#[test]
fn no_difference_is_reported_as_none() {
    let title = title(BASELINE, &[]);
    assert_eq!(title, "With a change no history of 4,000 ends differently");
}
