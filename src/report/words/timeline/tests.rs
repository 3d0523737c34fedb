//! Words for the course of the days.

use super::*;
use crate::model::testing::blueprint;
use crate::model::{Blueprint, FirstMove, Model};
use crate::sim::Simulator;
use crate::tally::Tally;

const LABELS: [&str; 4] = [NO_CRISIS, "foot", "hit", "war"];

/// Ten trials, in no crisis, hit or at war on each day as these say.
fn run(days: &[[u64; 3]]) -> (Findings, Timeline) {
    let mut plain = blueprint(3);
    plain.numbers.rungs[1].war_risk = 0.1;
    let model = Model::new(plain).unwrap();
    let mut tally = Tally::new(&model);
    tally.trials = 10;
    let mut findings = Findings::new(&model, &tally, false);
    findings.levels = days
        .iter()
        .map(|&[none, hit, war]| vec![none, 0, hit, war])
        .collect();
    let timeline = Timeline::new(&findings, Vec::new(), vec![(2.0, 0), (0.0, 1)]);
    (findings, timeline)
}

#[test]
fn the_headline_says_where_the_middle_stays() {
    let calm = [8, 1, 1];
    let hit = [1, 8, 1];
    let war = [1, 1, 8];
    for (days, words) in [
        (
            vec![hit, hit, calm, calm],
            "From day 2 on at least half of the runs are in no crisis; on day 3 there is war in 1 of 10 runs",
        ),
        (
            vec![calm, calm],
            "On every day at least half of the runs are in no crisis; on day 1 there is war in 1 of 10 runs",
        ),
        (
            vec![calm, hit],
            "On day 1 the median run stands on “hit”; on day 1 there is war in 1 of 10 runs",
        ),
        (
            vec![[0, 10, 0], [10, 0, 0]],
            "On day 1 all runs are in no crisis; on day 1 there is war in 0 of 10 runs",
        ),
        (
            vec![hit, war, war],
            "From day 1 on at least half of the runs are at war",
        ),
    ] {
        let (findings, timeline) = run(&days);
        assert_eq!(timeline_headline(&findings, &timeline, &LABELS), words);
    }
}

#[test]
fn the_days_are_reported_with_their_intervals() {
    let (findings, timeline) = run(&[[0, 10, 0], [8, 2, 0], [9, 0, 1]]);
    let words = timeline_in_words(&findings, &timeline, &LABELS);
    for part in [
        "Day 0: hit all of 10 (above 69.1 %).",
        "Day 2: No crisis 90.0 % (55.5 to 99.7 %), war 10.0 % (0.3 to 44.5 %).",
        "The median: hit from day 0, No crisis from day 1; its interval spans more than one level on 1 day.",
        "The record: hit on day 0, foot on day 2.",
    ] {
        assert!(words.contains(part), "{words}");
    }
}

#[test]
fn what_the_inputs_fix_is_said_so() {
    let model = Model::new(Blueprint {
        first_move: FirstMove::Rung(2),
        ..blueprint(3)
    })
    .unwrap();
    let mut simulator = Simulator::new(&model, 1);
    let mut tally = Tally::new(&model);
    for trial in 0..10 {
        let summary = *simulator.run(trial, &mut tally);
        tally.add(&summary, None);
    }
    let findings = Findings::new(&model, &tally, false);
    let timeline = Timeline::new(&findings, Vec::new(), Vec::new());
    let words = timeline_in_words(&findings, &timeline, &LABELS);
    assert!(
        words.contains("Day 0: war always: the inputs fix it."),
        "{words}"
    );
    assert_eq!(margin_in_words(&timeline), "the inputs fix every share");
}

#[test]
fn trials_are_counted_from_0() {
    let history = |trial| History {
        trial,
        steps: vec![(0.0, Some(0))],
        outcome: crate::sim::Outcome::War,
        end_day: 0.0,
    };
    let shown =
        |trials: &[u64]| which_trials(&trials.iter().copied().map(history).collect::<Vec<_>>());
    assert_eq!(shown(&[0, 1, 2]), "trials 0 to 2");
    assert_eq!(
        [shown(&[4]), shown(&[]), shown(&[1, 5])],
        ["trial 4", "no trials", "2 of the trials"]
    );
}
