//! What holds of the counts of every record.

use std::sync::atomic::AtomicBool;

use super::{SEEDS, all_scenarios};
use crate::common::histories;
use offramp::ensemble::{self, Plan, Watch};
use offramp::model::Model;
use offramp::sim::Summary;
use offramp::tally::{RecordCounts, RecordFacts, Tally};

const TRIALS: u64 = 1_500;

/// The facts of a trial, and of those like it.
fn facts_of(trial: &Summary) -> RecordFacts {
    RecordFacts {
        outcome: Some(trial.outcome),
        peak: Some(trial.peak),
        first_answer: trial.first_answer,
        end_day: Some((trial.end_day - 2.3, trial.end_day + 2.0)),
        deaths: Some((trial.deaths, trial.deaths + 5.5)),
    }
}

fn counted(model: &Model, facts: &RecordFacts, seed: u64) -> Tally {
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    ensemble::run(model, Some(facts), &Plan::new(seed, TRIALS), &watch)
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The counts again, trial by trial, one fact at a time.
fn by_hand(facts: &RecordFacts, trials: &[Summary]) -> RecordCounts {
    let none = RecordFacts::default();
    let each = [
        RecordFacts {
            outcome: facts.outcome,
            ..none
        },
        RecordFacts {
            peak: facts.peak,
            ..none
        },
        RecordFacts {
            first_answer: facts.first_answer,
            ..none
        },
        RecordFacts {
            end_day: facts.end_day,
            ..none
        },
        RecordFacts {
            deaths: facts.deaths,
            ..none
        },
    ];
    RecordCounts {
        all: agreeing(facts, trials),
        facts: each.map(|one| agreeing(&one, trials)),
    }
}

/// How many trials agree; none where nothing is stated.
fn agreeing(facts: &RecordFacts, trials: &[Summary]) -> u64 {
    let agreeing = trials.iter().filter(|trial| facts.agree(trial));
    if facts.state_any() {
        agreeing.count() as u64
    } else {
        0
    }
}

#[test]
fn all_facts_agree_no_more_often_than_each() {
    for (name, scenario) in all_scenarios() {
        for seed in SEEDS {
            let trials: Vec<Summary> = histories(&scenario.model, seed, TRIALS)
                .iter()
                .map(|history| history.summary)
                .collect();
            let facts = facts_of(&trials[7]);
            let tally = counted(&scenario.model, &facts, seed);
            assert_eq!(
                tally.record,
                by_hand(&facts, &trials),
                "{name}, seed {seed}"
            );
            assert!(tally.record.all >= 1, "{name}, seed {seed}");
            assert_eq!(
                tally.check_record(Some(&facts)),
                Ok(()),
                "{name}, seed {seed}"
            );
            let stated = facts.in_places().into_iter().zip(tally.record.facts);
            for (fact, count) in stated.filter(|(fact, _)| fact.is_some()) {
                assert!(tally.record.all <= count, "{name}, seed {seed}, {fact:?}");
            }
        }
    }
}

/// The twin: counts that are tampered with are found out.
#[test]
fn a_tampered_record_is_found() {
    let (_, scenario) = all_scenarios().swap_remove(0);
    let trial = histories(&scenario.model, 1, 8)[7].summary;
    let facts = facts_of(&trial);
    let sound = counted(&scenario.model, &facts, 1);
    let tampers: [fn(&mut RecordCounts); 8] = [
        |counts| counts.all = counts.facts.into_iter().min().unwrap_or(0) + 1,
        |counts| counts.facts[0] += 1,
        |counts| counts.facts[1] -= 1,
        |counts| counts.facts[2] += 1,
        |counts| counts.facts[3] = 0,
        |counts| counts.facts[3] = TRIALS,
        |counts| counts.facts[4] = counts.all,
        |counts| counts.facts[4] = TRIALS,
    ];
    for (at, tamper) in tampers.into_iter().enumerate() {
        let mut tally = sound.clone();
        tamper(&mut tally.record);
        assert!(
            tally.check_record(Some(&facts)).is_err(),
            "tamper {at} goes unnoticed: {:?} became {:?}",
            sound.record,
            tally.record
        );
    }
    assert!(sound.check_record(None).is_err());
    let fewer = RecordFacts {
        deaths: None,
        ..facts
    };
    assert!(sound.check_record(Some(&fewer)).is_err());
}
