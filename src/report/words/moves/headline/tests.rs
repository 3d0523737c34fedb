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
    let words = if name == BASELINE {
        "a change"
    } else {
        "a change of mine and yours"
    };
    flips_headline(&comparison.variants[0], words, TRIALS)
}

#[test]
fn where_wars_fall_the_title_says_by_how_many() {
    let title = title("hotline", &[]);
    assert!(
        title.starts_with("“a change of mine and yours”: ")
            && title.contains(" fewer of 1,000 histories come to war; most often one side’s strike becomes one strike each ("),
        "{title}"
    );
}

#[test]
fn where_wars_rise_the_title_says_by_how_many() {
    let title = title(BASELINE, &[("relations.crisis_communication", "0")]);
    assert!(
        title.contains(" more of 1,000 histories come to war; most often one strike each becomes "),
        "{title}"
    );
}

#[test]
fn what_hardly_changes_is_said_to() {
    let title = title(BASELINE, &[("relations.crisis_communication", "0.4501")]);
    assert!(
        title.starts_with("With a change hardly anything changes: ")
            || title.ends_with(" no history of 4,000 ends differently"),
        "{title}"
    );
}

/// Calmer and worse are no words of this chart: they go by rungs, and its squares by ends.
#[test]
fn titles_of_moves_do_not_count_calmer_and_worse() {
    for set in ["0", "0.44", "0.46", "1"] {
        let title = title(BASELINE, &[("relations.crisis_communication", set)]);
        assert!(
            !title.contains("calmer") && !title.contains("worse"),
            "{title}"
        );
    }
}

#[test]
fn no_difference_is_reported_as_none() {
    let title = title(BASELINE, &[]);
    assert_eq!(title, "With a change no history of 4,000 ends differently");
}
