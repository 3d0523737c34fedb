//! Stories and reasons that were written and read back are shown as they were.

use super::*;

#[test]
fn a_story_comes_back() {
    let base = shipped("iran-pakistan-2024", &[]);
    let hotline = shipped("hotline", &[]);
    for trial in [0, 2, 21] {
        let study = trial_of(&base, trial);
        assert_comes_back(&Study::Story(study.clone()));
        let beside = study.beside(&base, "a hotline", &hotline);
        assert_comes_back(&Study::Story(beside));
    }
    let nothing = trial_of(&shipped("would-iran-strike", &[]), 1);
    assert_comes_back(&Study::Story(nothing));
}

/// Why the histories of a scenario go as they do.
pub fn why(scenario: &Scenario, trials: u64) -> WhyStudy {
    let record = scenario.record.as_ref().map(|record| &record.facts);
    let plan = Plan::new(1, trials);
    let (tally, explained) = ensemble::explain(&scenario.model, record, &plan, &watch()).unwrap();
    let asked = WhyAsked {
        trials,
        later: true,
    };
    WhyStudy::new(scenario, 1, &tally, &explained, asked)
}

#[test]
fn an_explanation_comes_back() {
    for set in [
        &[][..],
        &[("opening.rung", "war")],
        &[("opening.rung", "choose")],
    ] {
        for trials in [1, 200] {
            let scenario = shipped("iran-pakistan-2024", set);
            assert_comes_back(&Study::Why(why(&scenario, trials)));
        }
    }
}
