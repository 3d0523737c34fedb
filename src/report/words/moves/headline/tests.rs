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
        title.contains(" of 1,000 histories come to a ") && title.contains("; wars fall by "),
        "{title}"
    );
}

#[test]
fn where_wars_rise_the_title_says_by_how_many() {
    let title = title(BASELINE, &[("relations.crisis_communication", "0")]);
    assert!(
        title.contains(" come to a worse end, ") && title.contains("; wars rise by "),
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

/// The numbers of the title are the sums of the cells that the chart draws.
#[test]
fn the_title_has_the_sums_of_the_cells() {
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
        title.starts_with(
            "With a change 40 of 1,000 histories come to a worse end, 4 to a milder one"
        ),
        "{title}"
    );
}

#[test]
fn no_difference_is_reported_as_none() {
    let title = title(BASELINE, &[]);
    assert_eq!(title, "With a change no history of 4,000 ends differently");
}
