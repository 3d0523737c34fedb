//! Words for the course of the days.

use super::titles::over_headline;
use super::*;
use crate::model::testing::blueprint;
use crate::model::{Blueprint, FirstMove, Model};
use crate::sim::{Outcome, Simulator};
use crate::tally::Tally;

const LABELS: [&str; 4] = [NO_CRISIS, "foot", "hit", "war"];

/// So many trials with these outcomes, of which so many have ended by each day.
fn run(trials: u64, outcomes: &[(Outcome, u64)], ended: &[u64]) -> (Findings, Timeline) {
    let mut plain = blueprint(3);
    plain.numbers.rungs[1].war_risk = 0.1;
    let model = Model::new(plain).unwrap();
    let mut tally = Tally::new(&model);
    tally.trials = trials;
    for &(outcome, count) in outcomes {
        tally.outcomes[outcome] = count;
    }
    tally.first_act[1] = trials;
    let mut findings = Findings::new(&model, &tally, None);
    // Wars come first.
    let wars = tally.outcomes[Outcome::War];
    let level = |&ended: &u64| {
        vec![
            ended.saturating_sub(wars),
            0,
            trials - ended,
            ended.min(wars),
        ]
    };
    findings.levels = ended.iter().map(level).collect();
    let timeline = Timeline {
        ended: ended.to_vec(),
        margin: 0.02,
        histories: Vec::new(),
        record: vec![(0.0, 1), (2.0, 0)],
        authors: Vec::new(),
    };
    (findings, timeline)
}

#[test]
fn titles_say_when_crises_are_over_and_how_many_become_war() {
    let mostly = [
        (Outcome::OneRound, 92),
        (Outcome::LimitedWar, 5),
        (Outcome::War, 3),
    ];
    let calm = [(Outcome::OneRound, 100)];
    for (trials, outcomes, ended, histories, levels) in [
        (
            100,
            &mostly[..],
            &[0, 30, 60, 80, 96, 100][..],
            "In 77 of 100 histories the crisis is over within 3 days; 3 end in full-scale war, 20 take longer",
            "In 57 of 100 histories the crisis is over within 2 days; 3 end in full-scale war",
        ),
        (
            100,
            &calm,
            &[0, 100, 100],
            "In all 100 histories the crisis is over within 1 day; none ends in full-scale war",
            "In all 100 histories the crisis is over within 1 day; none ends in full-scale war",
        ),
        (
            100,
            &calm,
            &[0, 10, 20],
            "In 20 of 100 histories the crisis is over within 2 days; none ends in full-scale war, 80 take longer",
            "In 20 of 100 histories the crisis is over within 2 days; none ends in full-scale war, 80 take longer",
        ),
        (
            1000,
            &[(Outcome::OneRound, 998), (Outcome::War, 2)],
            &[0, 400, 600, 800],
            "In 80 of 100 histories the crisis is over within 3 days; almost none end in full-scale war, 20 take longer",
            "In 60 of 100 histories the crisis is over within 2 days; almost none end in full-scale war",
        ),
    ] {
        let (findings, timeline) = run(trials, outcomes, ended);
        assert_eq!(over_headline(&findings, &timeline), histories);
        assert_eq!(levels_headline(&findings, &timeline), levels);
    }
}

#[test]
fn titles_report_what_is_never_over_and_a_single_history() {
    for (trials, outcomes, ended, title) in [
        (
            100,
            &[(Outcome::OneRound, 40), (Outcome::War, 60)][..],
            &[0, 70, 80, 95, 100][..],
            "In 35 of 100 histories the crisis is over within 3 days; 60 end in full-scale war, 5 take longer",
        ),
        (
            40,
            &[(Outcome::War, 30), (Outcome::Unresolved, 10)],
            &[0, 30, 30],
            "No crisis is over within 1 day: of 40 histories 30 end in full-scale war, 10 take longer",
        ),
        (
            40,
            &[(Outcome::Unresolved, 40)],
            &[0, 0, 0],
            "All 40 histories go on beyond day 2",
        ),
        (
            1,
            &[(Outcome::OneRound, 1)],
            &[0, 0, 1],
            "One history was run: each side strikes once and it ends there, by day 2",
        ),
        (
            1,
            &[(Outcome::Unresolved, 1)],
            &[0, 0, 0],
            "One history was run: it is still going on at the horizon",
        ),
    ] {
        let (findings, timeline) = run(trials, outcomes, ended);
        assert_eq!(over_headline(&findings, &timeline), title);
        assert_eq!(levels_headline(&findings, &timeline), title);
    }
}

#[test]
fn titles_of_days_are_of_crises_that_begin() {
    let (mut findings, timeline) = run(100, &[(Outcome::OneRound, 100)], &[49, 60, 75, 90, 100]);
    findings.no_act.share = crate::stats::Share::new(49, 100);
    assert_eq!(
        levels_headline(&findings, &timeline),
        "In 49 of 100 histories no crisis begins; in 26 it is over within 2 days; \
         none ends in full-scale war"
    );
    assert_eq!(
        over_headline(&findings, &timeline),
        "In 49 of 100 histories no crisis begins; in 41 it is over within 3 days; \
         none ends in full-scale war, 10 take longer"
    );
}

/// What is over may begin again: the title has the numbers of one day, as the levels have them.
#[test]
fn where_later_crises_begin_a_title_is_of_one_day() {
    for name in ["spiral", "iran-pakistan-2024", "would-iran-strike"] {
        let model = crate::scenario::testing::shipped(name, &[]).model;
        let (mut simulator, mut tally) = (Simulator::new(&model, 1), Tally::new(&model));
        for trial in 0..100 {
            let summary = *simulator.run(trial, &mut tally);
            tally.add(&summary, None);
        }
        let findings = Findings::new(&model, &tally, None);
        let timeline = Timeline::new(&findings, &tally, Vec::new(), Vec::new());
        let title = over_headline(&findings, &timeline);
        let day = timeline.title_day(&findings);
        let calm = findings.levels[day][0];
        let war = findings.levels[day].last().unwrap();
        assert!(
            title
                .to_lowercase()
                .contains(&format!("on day {day}, {calm} ")),
            "{title}"
        );
        let war = match war {
            0 => "none".to_owned(),
            some => some.to_string(),
        };
        let open = 100 - calm - findings.levels[day].last().unwrap();
        let others = format!(", {war} in full-scale war, {open} in a crisis");
        assert!(title.ends_with(&others), "{title}");
        let levels = levels_headline(&findings, &timeline);
        assert!(!levels.contains(" over within "), "{levels}");
    }
}

#[test]
fn of_two_crises_nothing_is_said_of_half() {
    let (findings, timeline) = run(2, &[(Outcome::OneRound, 2)], &[0, 1, 1, 2]);
    assert_eq!(
        levels_headline(&findings, &timeline),
        "In all 2 histories the crisis is over within 3 days; none ends in full-scale war"
    );
}

#[test]
fn war_from_the_start_is_said_so() {
    let (mut findings, timeline) = run(10, &[(Outcome::War, 10)], &[10, 10]);
    findings.first_act.rotate_left(2);
    let words = "Every history is full-scale war from the first day";
    assert_eq!(over_headline(&findings, &timeline), words);
    assert_eq!(levels_headline(&findings, &timeline), words);
}

#[test]
fn the_days_are_reported_with_their_intervals() {
    let (findings, timeline) = run(10, &[(Outcome::OneRound, 10)], &[0, 8, 9]);
    let words = levels_in_words(&findings, &timeline, &LABELS);
    for part in [
        "Day 0: hit all of 10 (above 69.1 %).",
        "Day 2: No crisis 90.0 % (55.5 to 99.7 %), hit 10.0 % (0.3 to 44.5 %).",
        "By day 1, all but 2 of 10 crises are over or in full-scale war.",
    ] {
        assert!(words.contains(part), "{words}");
    }
    let words = histories_in_words(&findings, &timeline, &LABELS[1..]);
    assert!(
        words.contains("What really happened: hit on day 0, foot on day 2."),
        "{words}"
    );
}

#[test]
fn where_the_days_end_is_said() {
    let (_, timeline) = run(100, &[(Outcome::OneRound, 100)], &[0, 60, 95, 100]);
    assert_eq!(
        [2, 3].map(|day| cut_in_words(&timeline, day)),
        ["Days after 2 are not shown", "The model stops at day 3"]
    );
    let (findings, timeline) = run(1, &[(Outcome::OneRound, 1)], &[0, 1]);
    assert_eq!(
        settled_in_words(&findings, &timeline, 0),
        "By day 0, the one crisis goes on"
    );
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
    let findings = Findings::new(&model, &tally, None);
    let timeline = Timeline::new(&findings, &tally, Vec::new(), Vec::new());
    let words = levels_in_words(&findings, &timeline, &LABELS);
    assert!(
        words.contains("Day 0: war always: the inputs fix it."),
        "{words}"
    );
    assert_eq!(margin_in_words(&timeline), "the inputs fix every share");
}
