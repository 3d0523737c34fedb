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
    let base = shipped(BASELINE, &[]);
    let variant = shipped(name, set);
    let watch = Watch {
        progress: &|_| (),
        stop: &STOP,
    };
    let models = [&base.model, &variant.model];
    let paired = run_paired(&models, &Plan::new(1, TRIALS), &watch).unwrap();
    let comparison = Comparison::new(&models, &paired, &[false]).unwrap();
    flips_headline(&comparison.variants[0], "a change", TRIALS)
}

#[test]
fn where_wars_fall_the_title_says_by_how_many() {
    let title = title("hotline", &[]);
    assert!(
        title.contains(" fewer of 1,000 histories come to war: ") && title.ends_with(" worse"),
        "{title}"
    );
}

#[test]
fn where_wars_rise_the_title_says_by_how_many() {
    let title = title(BASELINE, &[("relations.crisis_communication", "0")]);
    assert!(
        title.contains(" more of 1,000 histories come to war: ") && title.ends_with(" worse"),
        "{title}"
    );
}

#[test]
fn where_wars_hardly_move_the_title_has_the_totals() {
    let title = title(BASELINE, &[("relations.crisis_communication", "0.46")]);
    assert!(
        title.contains(" calmer, ") && title.ends_with(" worse"),
        "{title}"
    );
}

#[test]
fn no_difference_is_reported_as_none() {
    let title = title(BASELINE, &[]);
    assert_eq!(title, "With a change no history of 4,000 ends differently");
}
