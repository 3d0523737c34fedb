//! What was changed, in words.

use super::*;
use crate::scenario::{Document, Setting, Settings, Shipped, Source};

fn changed(name: &str, set: &[(&str, &str)]) -> Vec<String> {
    let document = Document::read(Source::Shipped(name.to_owned()), &Shipped).unwrap();
    let set = set.iter().map(|&(path, value)| Setting::set(path, value));
    let settings = Settings {
        set: set.collect(),
        ..Settings::default()
    };
    changed_inputs(&Subject::from(&document.case(&settings).unwrap()))
}

#[test]
fn changes_are_in_words() {
    let baseline = "iran-pakistan-2024";
    assert_eq!(changed(baseline, &[]), [""; 0]);
    assert_eq!(
        changed(baseline, &[("actors.*.forewarning", "1")]),
        ["private warning before strikes (both) 0 -> 1"]
    );
    assert_eq!(
        changed(
            baseline,
            &[
                ("relations.crisis_communication", "0.9"),
                ("opening.rung", "choose")
            ]
        ),
        [
            "first act Strike on militants across the border -> its own choice",
            "crisis communication 0.45 -> 0.9"
        ]
    );
}

#[test]
fn a_scenario_that_extends_another_says_what_it_changes() {
    assert_eq!(
        changed("hotline", &[]),
        ["crisis communication 0.45 -> 0.9"]
    );
    assert_eq!(
        changed("no-mediation", &[]),
        [
            "daily rate of stepping in (China) 0.3 -> 0, (Russia and the SCO, The United States) 0.1 -> 0"
        ]
    );
}

#[test]
fn ranges_are_in_words() {
    let baseline = "iran-pakistan-2024";
    for (value, words) in [
        ("{ uniform = [0.2, 0.5] }", "trust 0.5 -> 0.2 to 0.5"),
        ("{ pert = [0.2, 0.3, 0.5] }", "trust 0.5 -> 0.2 to 0.5"),
        (
            "{ normal = [0.4, 0.1] }",
            "trust 0.5 -> about 0.4, give or take 0.1",
        ),
        ("{ choice = [0.4, 0.6] }", "trust 0.5 -> one of 0.4, 0.6"),
    ] {
        assert_eq!(changed(baseline, &[("relations.trust", value)]), [words]);
    }
}

#[test]
fn of_many_changes_the_first_are_named() {
    let all = changed("no-arguments", &[]);
    assert_eq!(all.len(), MOST_NAMED + 1);
    assert!(all[MOST_NAMED].ends_with(" other numbers"), "{all:?}");
}
