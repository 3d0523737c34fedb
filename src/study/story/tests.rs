//! A story is the trial, and its reasons are those of its decisions.

use super::testing::{SEED, story_of, trial_of};
use super::*;
use crate::quantities::Quantity;
use crate::scenario::testing::shipped;
use crate::sim::{Outcome, Simulator};
use crate::study::trace;

/// Scenarios with all that may happen, and how many of their first trials are looked at.
fn scenarios() -> Vec<Scenario> {
    let busy = [
        ("armed_groups.*.attacks_per_day", "0.05"),
        ("fronts.*.opens_per_day", "0.05"),
        ("actors.*.occasions_per_day", "0.02"),
        ("actors.*.unauthorised", "0.2"),
        ("rungs.*.war_risk", "0.05"),
    ];
    vec![
        shipped("iran-pakistan-2024", &[]),
        shipped("iran-pakistan-2024", &busy),
        shipped("would-iran-strike", &[("horizon_days", "400")]),
        shipped(
            "iran-pakistan-2024",
            &[("relations.trust", "{ uniform = [0.1, 0.9] }")],
        ),
    ]
}

/// What is wrong with a decision: reasons that do not add up to its log-odds, chances that are not
/// one together, or a draw outside the share of what was picked.
fn faults(story: &Story) -> usize {
    let decisions = story.trace.points.iter().zip(&story.minds);
    decisions
        .filter(|(point, mind)| is_wrong(point, mind))
        .count()
}

fn is_wrong(point: &DecisionPoint, mind: &Mind) -> bool {
    let sum: f64 = point.chances.iter().sum();
    let (begin, end) = point.share_of_draws(point.drawn());
    let is_drawn = begin - 1e-12 <= point.draw && point.draw <= end + 1e-12;
    let add_up = (1..point.chances.len()).all(|rung| {
        let odds = (point.chance(rung) / point.chance(0)).ln();
        let reasons: f64 = mind.split(rung, 0).iter().sum();
        !odds.is_finite() || (odds - reasons).abs() < 1e-9
    });
    (sum - 1.0).abs() > 1e-9 || !is_drawn || !add_up || point.drawn() > point.rung
}

/// The twin: a reason that is off by a millionth, or a draw from another share, is found.
#[test]
fn reasons_add_up_to_the_log_odds_and_the_draw_picks_the_rung() {
    let mut overridden = 0;
    for scenario in scenarios() {
        for trial in 0..40 {
            let mut story = record_story(&scenario.model, SEED, trial);
            assert_eq!(faults(&story), 0, "{} {trial}", scenario.name);
            let points = &story.trace.points;
            overridden += points.iter().filter(|point| point.overridden).count();
            if let Some(mind) = story.minds.first_mut() {
                mind.reasons[0][Consideration::Ties] += 1e-6;
                assert_eq!(faults(&story), 1);
            }
            if let Some(point) = story.trace.points.last_mut() {
                point.draw = (point.draw + 0.5) % 1.0;
                let moved = faults(&story);
                assert!(moved > 0 || point_is_wide(&story), "{trial}");
            }
        }
    }
    assert!(overridden > 20);
}

/// Whether the last decision has an act that takes more than half of all draws.
fn point_is_wide(story: &Story) -> bool {
    let last = story.trace.points.last();
    last.is_some_and(|last| last.chances.iter().any(|&chance| chance > 0.5))
}

/// The deaths of a story are those of its trial, and so are its fronts; its history is the one that
/// single trials have everywhere.
#[test]
fn a_story_accounts_for_its_trial() {
    let mut seen = std::collections::BTreeSet::new();
    for scenario in scenarios() {
        let mut simulator = Simulator::new(&scenario.model, SEED);
        for trial in 0..60 {
            let story = record_story(&scenario.model, SEED, trial);
            assert_eq!(story.trace, trace(&mut simulator, trial));
            let mut deaths = 0.0;
            let mut fronts = 0;
            for event in &story.events {
                seen.insert(event.what.name());
                match event.what {
                    Happening::Acts(deed) => deaths += deed.deaths,
                    Happening::Attacks { deaths: more, .. } | Happening::Slips { deaths: more } => {
                        deaths += more;
                    }
                    Happening::Opens(_) => fronts += 1,
                    _ => {}
                }
            }
            let summary = &story.trace.summary;
            assert!((deaths - summary.deaths).abs() < 1e-6, "{trial}");
            assert_eq!(fronts, summary.fronts_opened, "{trial}");
        }
    }
    assert_eq!(seen.len(), 11, "{seen:?}");
}

#[test]
fn answers_know_what_they_answer() {
    for trial in 0..30 {
        let story = record_story(&shipped("iran-pakistan-2024", &[]).model, SEED, trial);
        let mut last = None;
        for event in &story.events {
            match event.what {
                Happening::Acts(deed) => {
                    assert_eq!(deed.answers, last, "{trial}");
                    last = Some(deed.rung);
                }
                Happening::Over => last = None,
                _ => {}
            }
        }
    }
}

#[test]
fn the_first_that_is_as_wanted_is_found() {
    let scenario = shipped("iran-pakistan-2024", &[]);
    let mut simulator = Simulator::new(&scenario.model, SEED);
    let ends: Vec<Outcome> = (0..300)
        .map(|trial| simulator.run(trial, &mut crate::sim::Silent).outcome)
        .collect();
    let first = |wanted: &[Outcome]| ends.iter().position(|end| wanted.contains(end));
    let told = |choice| story_of(&scenario, choice, 300).map(|study| study.story.trial as usize);
    for quantity in [Quantity::OneSided, Quantity::War, Quantity::Wars] {
        let choice = StoryChoice::Outcome(quantity);
        assert_eq!(told(choice), first(quantity.outcomes()), "{quantity:?}");
        let study = story_of(&scenario, choice, 300).unwrap();
        let met = ends.iter().filter(|end| quantity.outcomes().contains(end));
        assert_eq!(
            (study.met.share.share * 300.0).round() as usize,
            met.count()
        );
    }
    assert_eq!(told(StoryChoice::Outcome(Quantity::NoForce)), None);
    assert_eq!(told(StoryChoice::Trial(4711)), Some(4711));
    let like = story_of(&scenario, StoryChoice::LikeRecord, 300).unwrap();
    assert!(
        scenario
            .record
            .as_ref()
            .unwrap()
            .facts
            .agree(&like.story.trace.summary)
    );
    assert_eq!(story_of(&scenario, StoryChoice::Usual, 300), Some(like));
    let changed = shipped("iran-pakistan-2024", &[("relations.trust", "0.4")]);
    let usual = story_of(&changed, StoryChoice::Usual, 300).unwrap();
    assert_eq!(usual.found_by, FoundBy::MostCommon);
    assert_eq!(usual.story.trace.summary.outcome, Outcome::OneRound);
    assert_eq!(story_of(&changed, StoryChoice::LikeRecord, 300), None);
}

#[test]
fn a_story_beside_itself_parts_where_its_courses_do() {
    let base = shipped("iran-pakistan-2024", &[]);
    let variant = shipped(
        "iran-pakistan-2024",
        &[("relations.crisis_communication", "0.9")],
    );
    let mut parted = 0;
    for trial in 0..30 {
        let study = trial_of(&base, trial).beside(&base, "hotline", &variant);
        let against = study.against.as_ref().unwrap();
        let pair = &crate::study::trace_pairs(&base.model, &variant.model, SEED, &[trial])[0];
        assert_eq!(
            pair.traces,
            [study.story.trace.clone(), against.story.trace.clone()]
        );
        assert_eq!(pair.divergence, against.divergence);
        parted += usize::from(pair.divergence != crate::study::Divergence::Alike);
        assert_eq!(crate::study::Study::Story(study).check(), Ok(()));
    }
    assert!(parted > 5);
}
