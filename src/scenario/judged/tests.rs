//! Tests of judged numbers.

use std::collections::BTreeSet;

use super::*;
use crate::scenario::library;
use crate::scenario::{Setting, Settings};

fn shipped(name: &str) -> Scenario {
    Scenario::shipped(name, &Settings::default()).unwrap()
}

fn baseline_with(set: &[(&str, &str)]) -> Scenario {
    let set = set.iter().map(|&(path, value)| Setting::set(path, value));
    let settings = Settings {
        set: set.collect(),
        ..Settings::default()
    };
    Scenario::shipped("iran-pakistan-2024", &settings).unwrap()
}

fn place(judged: &JudgedNumbers, id: &str) -> Option<usize> {
    judged.list().iter().position(|it| it.id == id)
}

/// Every number times 1: replaying its history gives what reading gave, to the bit.
#[test]
fn times_one_is_the_scenario_for_all_that_are_shipped() {
    for name in library::names() {
        let scenario = shipped(name);
        let judged = scenario.judged();
        let unchanged: Vec<_> = (0..judged.list().len())
            .map(|at| (at, Change::Times(1.0)))
            .collect();
        assert!(!unchanged.is_empty(), "{name}");
        let replayed = judged.model(&unchanged).unwrap();
        assert!(replayed == scenario.model, "{name}");
        assert!(judged.model(&[]).unwrap() == scenario.model);
    }
}

/// A number that is judged makes a difference to the model, and ids are unique.
#[test]
fn every_number_of_the_list_changes_the_model() {
    for name in library::names() {
        let scenario = shipped(name);
        let judged = scenario.judged();
        let ids: BTreeSet<&str> = judged.list().iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids.len(), judged.list().len(), "{name}");
        for (at, number) in judged.list().iter().enumerate() {
            let changed = judged.model(&[(at, Change::Times(0.9))]).unwrap();
            assert!(changed != scenario.model, "{}: {}", name, number.id);
        }
    }
}

/// As far out as one may go, every model is sound.
#[test]
fn changes_are_held_in_the_ranges() {
    for name in library::names() {
        let judged = shipped(name).judged();
        for factor in [0.0, 0.01, 50.0, -3.0] {
            let all: Vec<_> = (0..judged.list().len())
                .map(|at| (at, Change::Times(factor)))
                .collect();
            judged.model(&all).unwrap();
        }
    }
}

#[test]
fn steps_facts_and_defaults_are_told_apart() {
    let scenario = shipped("iran-pakistan-2024");
    let judged = scenario.judged();
    let kind = |id: &str| place(&judged, id).map(|at| judged.list()[at].kind);
    assert_eq!(
        kind("message-to-india:fronts.india.audience_weight"),
        Some(JudgedKind::Step)
    );
    assert_eq!(kind("opening.provocation"), Some(JudgedKind::Fact));
    assert_eq!(kind("relations.trust"), Some(JudgedKind::Default));
    assert_eq!(kind("rungs.campaign.war_risk"), Some(JudgedKind::Default));
    for absent in [
        "opening.publicity",                         // known
        "actors.pakistan.response_days",             // known
        "actors.pakistan.audience_cost",             // zero, and set by an argument
        "rungs.campaign.severity",                   // the measure itself
        "broaden-the-war:actors.iran.show_of_force", // switched off
        "armed_groups.baloch-separatists.severity",  // idle
    ] {
        assert_eq!(kind(absent), None, "{absent}");
    }
}

#[test]
fn a_step_moves_its_number_and_no_other() {
    let scenario = shipped("iran-pakistan-2024");
    let judged = scenario.judged();
    let at = place(&judged, "message-to-india:fronts.india.audience_weight").unwrap();
    let model = judged.model(&[(at, Change::Times(1.5))]).unwrap();
    let slot = scenario
        .names
        .slots("fronts.india.audience_weight")
        .unwrap()[0];
    // 0.6 x 1.5 + 0.2
    assert_eq!(model.numbers.get(slot), Some(1.1));
    assert!(model == scenario.model.with(&[(slot, 1.1)]).unwrap());
}

/// A scale does half as much more of what it does: 0.8 to the power of 1.5.
#[test]
fn a_scale_is_raised_to_the_power() {
    let scenario = shipped("iran-pakistan-2024");
    let judged = scenario.judged();
    let at = place(&judged, "indian-energy-stake:fronts.india.opens_per_day").unwrap();
    let model = judged.model(&[(at, Change::Times(1.5))]).unwrap();
    let rate = model.numbers.fronts[1].opens_per_day;
    assert!((rate - 0.003 * 0.8_f64.powf(1.5)).abs() < 1e-12, "{rate}");
}

#[test]
fn what_is_supposed_is_not_judged() {
    let scenario = baseline_with(&[("relations.trust", "0.4")]);
    assert_eq!(place(&scenario.judged(), "relations.trust"), None);
    let communication = baseline_with(&[("relations.crisis_communication", "0.9")]).judged();
    let id = "channels-open:relations.crisis_communication";
    assert_eq!(place(&communication, id), None);
}

/// A range is drawn where one says, with what arguments add; or moved as a whole.
#[test]
fn a_range_is_drawn_from() {
    let scenario = baseline_with(&[("relations.trust", "{ uniform = [0.2, 0.6] }")]);
    let judged = scenario.judged();
    let at = place(&judged, "relations.trust").unwrap();
    assert_eq!(judged.list()[at].kind, JudgedKind::Range);
    let drawn = judged.model(&[(at, Change::Draw(0.25))]).unwrap();
    assert!(drawn.uncertain_values.is_empty());
    assert!((drawn.numbers.relations.trust - 0.3).abs() < 1e-12);
    let moved = judged.model(&[(at, Change::Times(2.0))]).unwrap();
    assert_eq!(
        moved.uncertain_values[0].distribution.ends(),
        Some((0.4, 1.0))
    );
    let untouched = judged.model(&[(at, Change::Times(1.0))]).unwrap();
    assert!(untouched == scenario.model);
}
