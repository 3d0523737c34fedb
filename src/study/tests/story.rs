//! Stories.

use super::*;
use crate::quantities::Quantity;
use crate::study::story_testing::{story_of, trial_of};

#[test]
fn stories_come_back() {
    for scenario in scenarios() {
        for trial in [0, 3] {
            comes_back(&trial_of(&scenario, trial));
        }
    }
    let base = shipped("iran-pakistan-2024", &[]);
    let variant = shipped("no-mediation", &[]);
    let choice = StoryChoice::Outcome(Quantity::Wars);
    let study = story_of(&base, choice, 200).unwrap();
    comes_back(&study.beside(&base, "nobody mediates", &variant));
}

#[test]
fn every_story_passes_its_check_and_a_spoilt_one_does_not() {
    let base = shipped("iran-pakistan-2024", &[]);
    let study = trial_of(&base, 2);
    assert_eq!(Study::Story(study.clone()).check(), Ok(()));
    let mut other = study.clone();
    other.story.minds[0].reasons[3][0] += 0.5;
    assert!(Study::Story(other).check().unwrap_err().contains("reasons"));
    let mut other = study.clone();
    other.story.minds.pop();
    assert!(Study::Story(other).check().is_err());
    let mut other = study;
    other.parties.victims.clear();
    assert!(Study::Story(other).check().is_err());
}
