//! Reasons against the chances themselves, courses against what trials do, and merging.

use super::*;
use crate::model::testing::blueprint;
use crate::model::{Distribution, FirstMove, Slot, Uncertain};

use crate::sim::{Outcome, Silent, Simulator};

/// Looks at every decision: the split against the chances, which the simulator works out in
/// another way.
struct Checks {
    /// What a faulty split forgets; none for a sound one.
    forgets: Option<usize>,
    decisions: u64,
    farthest: f64,
}

impl Observer for Checks {
    fn decision(&mut self, _day: f64, decision: &Decision, odds: &[f64], moment: &Moment<'_>) {
        let off_ramp = odds[moment.world.ladder.off_ramp];
        let rung = likeliest_force(moment, decision, odds).unwrap();
        if off_ramp <= 0.0 || odds[rung] <= 0.0 {
            return;
        }
        let mut parts = split(moment, decision, rung);
        if let Some(part) = self.forgets {
            parts[part] = 0.0;
        }
        let exact = libm::log(odds[rung]) - libm::log(off_ramp);
        let apart = (parts.iter().sum::<f64>() - exact).abs();
        self.farthest = self.farthest.max(apart);
        self.decisions += 1;
    }
}

/// A model in which every consideration may speak.
fn model() -> Model {
    let mut plain = blueprint(7);
    plain.off_ramp = 1;
    plain.deniable[4] = true;
    for actor in &mut plain.numbers.actors {
        actor.stake = 0.4;
        actor.diversion = 0.3;
        actor.audience_cost = 0.5;
        actor.show_of_force = 0.6;
        actor.cost_of_overstretch = 0.7;
        actor.value_of_ties = 0.8;
    }
    plain.numbers.dynamics.mediator_pull = 0.5;
    Model::new(plain).unwrap()
}

fn checked(forgets: Option<usize>) -> Checks {
    let model = model();
    let mut simulator = Simulator::new(&model, 3);
    let mut checks = Checks {
        forgets,
        decisions: 0,
        farthest: 0.0,
    };
    for trial in 0..300 {
        simulator.run(trial, &mut checks);
    }
    checks
}

#[test]
fn the_parts_of_each_decision_add_up_to_its_log_odds() {
    let checks = checked(None);
    assert!(checks.decisions > 500, "{}", checks.decisions);
    assert!(checks.farthest < 1e-9, "{}", checks.farthest);
}

/// The twin: a split that forgets a consideration is found.
#[test]
fn a_planted_fault_in_the_split_is_found() {
    for forgotten in [0, 1, 2, 3, 7, 8, 11] {
        assert!(checked(Some(forgotten)).farthest > 1e-3, "{forgotten}");
    }
}

fn explained(model: &Model, trials: std::ops::Range<u64>) -> Explained {
    let mut simulator = Simulator::new(model, 5);
    let mut explainer = Explainer::new(model);
    for trial in trials {
        let summary = simulator.run(trial, &mut explainer);
        explainer.end_trial(summary, trial % 3 == 0);
    }
    explainer.explained
}

#[test]
fn trials_merge_in_any_order() {
    let model = model();
    let mut one = explained(&model, 40..100);
    one.merge(&explained(&model, 0..40));
    assert!(one == explained(&model, 0..100));
}

#[test]
fn answers_are_counted_as_trials_give_them() {
    let model = model();
    let explained = explained(&model, 0..200);
    let mut simulator = Simulator::new(&model, 5);
    let mut first = 0;
    let mut force = 0;
    for trial in 0..200 {
        let summary = simulator.run(trial, &mut Silent);
        first += u64::from(summary.first_answer.is_some());
        force += u64::from(summary.first_answer.is_some_and(|rung| model.force[rung]));
    }
    let counts = Side::BOTH.map(|side| explained.answers(side, AnswerKind::First));
    assert_eq!(
        counts.iter().map(|one| one.sizes.values).sum::<u64>(),
        first
    );
    assert_eq!(
        counts.iter().map(|one| one.sizes.clusters).sum::<u64>(),
        first
    );
    assert_eq!(counts.iter().map(|one| one.forceful).sum::<u64>(), force);
    let later = explained.answers(Side::Opener, AnswerKind::Later);
    assert!(later.sizes.values > later.sizes.clusters && later.sizes.clusters > 30);
    let mean = later.log_odds.mean(&later.sizes).mean;
    let parts: f64 = later
        .parts
        .iter()
        .map(|part| part.mean(&later.sizes).mean)
        .sum();
    assert!((mean - parts).abs() < 1e-5, "{mean} {parts}");
}

/// Where chances are too small to be told from zero, log-odds are finite all the same, and the
/// likeliest use of force is the one with the highest.
#[test]
fn chances_of_zero_have_finite_log_odds() {
    let mut plain = blueprint(6);
    for actor in &mut plain.numbers.actors {
        actor.choice_precision = 100.0;
        actor.fear_of_escalation = 20.0;
        actor.fear_of_retaliation = 10.0;
        actor.reciprocity = 10.0;
        actor.response_ratio = 0.0;
    }
    let model = Model::new(plain).unwrap();
    let explained = explained(&model, 0..50);
    let counts = explained.answers(Side::Other, AnswerKind::First);
    assert_eq!(counts.sizes.values, 50);
    let mean = counts.log_odds.mean(&counts.sizes).mean;
    assert!(mean.is_finite() && mean < -740.0, "{mean}");
    assert_eq!(counts.chance_of_force.mean(&counts.sizes).mean, 0.0);
    // The lowest use of force frightens least.
    assert_eq!(counts.likeliest, [0, 0, 0, 50, 0, 0]);
}

/// What trials do, told by their summaries and by their acts.
#[test]
fn courses_are_those_of_the_opening_crisis() {
    for first_move in [FirstMove::Rung(3), FirstMove::Choose] {
        let mut plain = blueprint(6);
        plain.first_move = first_move;
        plain.horizon_days = 12;
        plain.numbers.opening.provocation = 0.5;
        for rung in &mut plain.numbers.rungs {
            rung.war_risk = 0.05;
        }
        let model = Model::new(plain).unwrap();
        let explained = explained(&model, 0..2_000);
        let mut simulator = Simulator::new(&model, 5);
        let mut wars = 0;
        let mut idle = 0;
        let mut long = 0;
        let mut unresolved = 0;
        for trial in 0..2_000 {
            let summary = simulator.run(trial, &mut Silent);
            let short = summary.acts as usize <= DEPTH;
            wars += u64::from(short && summary.outcome == Outcome::War);
            idle += u64::from(summary.acts == 0);
            long += u64::from(!short);
            unresolved += u64::from(short && summary.outcome == Outcome::Unresolved);
        }
        let sum = |end: CourseEnd| -> u64 {
            let ends = explained.courses.all();
            ends.map(|(_, ends)| ends[end as usize]).sum()
        };
        assert_eq!(sum(CourseEnd::War) + sum(CourseEnd::Slipped), wars);
        assert!(sum(CourseEnd::Slipped) > 20);
        assert_eq!(sum(CourseEnd::GoesOn), long);
        // A crisis that reached limited war and was cut is cut as well.
        assert!(sum(CourseEnd::Cut) >= unresolved && unresolved > 20);
        let all: u64 = CourseEnd::ALL.into_iter().map(sum).sum();
        assert_eq!(all, 2_000);
        assert_eq!(explained.courses.begin_with(&[]), 2_000);
        let first: Vec<u64> = (0..6)
            .map(|rung| explained.courses.begin_with(&[rung]))
            .collect();
        assert_eq!(first.iter().sum::<u64>(), 2_000 - idle);
    }
}

#[test]
fn uncertain_values_are_counted_in_their_parts() {
    let mut plain = blueprint(4);

    let slots = [1, 2, 3].map(|key| Slot::Actor(Side::Opener, key));
    let spreads = [
        Distribution::Uniform(0.2, 0.6),
        Distribution::Choice(vec![0.9, 0.1, 0.1]),
        Distribution::Normal(0.5, 0.01),
    ];
    for ((slot, distribution), address) in slots.into_iter().zip(spreads).zip(0..) {
        plain.uncertain_values.push(Uncertain {
            slot,
            distribution,
            address,
        });
    }
    let model = Model::new(plain).unwrap();
    let explained = explained(&model, 0..3_000);
    let [uniform, choice, normal] = explained.values.as_slice() else {
        panic!("{}", explained.values.len());
    };
    assert_eq!((uniform.low, uniform.high), (0.2, 0.6));
    assert_eq!((uniform.all.n, uniform.agreeing.n), (3_000, 1_000));
    let (place, deviation) = uniform.all.moments();
    assert!((place - 0.5).abs() < 0.02, "{place}");
    assert!(
        (deviation - 12.0_f64.sqrt().recip()).abs() < 0.01,
        "{deviation}"
    );
    let half = uniform.middle(uniform.all.part_of(1_500));
    assert!((half - 0.4).abs() < 0.01, "{half}");
    assert_eq!(choice.only, [0.1, 0.9]);
    assert_eq!(choice.middle(choice.all.part_of(3_000)), 0.9);
    assert_eq!(choice.middle(choice.all.part_of(1)), 0.1);
    assert!(normal.high - normal.low < 0.121);
}
