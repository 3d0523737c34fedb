//! Unit tests of the file above.

use super::*;
use crate::model::testing::blueprint;
use crate::model::{Blueprint, Consideration};
use crate::parameters::{Leverage, Mediator};
use crate::sim::{Decision, Moment};

/// Every act of a trial: its day, its rung, its luck.
#[derive(Default, PartialEq)]
struct Acts(Vec<(f64, usize, f64)>);

impl Observer for Acts {
    fn act(&mut self, day: f64, act: &Act, _: &Moment<'_>) {
        self.0.push((day, act.rung, act.casualties.toll));
    }
}

/// How many of a thousand trials go another way with a mediator added that has no leverage;
/// `planted` so many draws that its mechanism takes out of the trial's own luck.
fn changed_by_an_idle_mediator(planted: u64) -> usize {
    let plain = Model::new(blueprint(9)).unwrap();
    let mut with: Blueprint = blueprint(9);
    with.numbers.mediators.push(Mediator {
        engages_per_day: 1.0,
    });
    with.numbers.leverage.push([Leverage { leverage: 0.0 }; 2]);
    with.mediator_luck.push(7);
    let with = Model::new(with).unwrap();
    let (mut before, mut after) = (Simulator::new(&plain, 1), Simulator::new(&with, 1));
    let changed = |&trial: &u64| {
        let (mut one, mut other) = (Acts::default(), Acts::default());
        let without = *before.run(trial, &mut one);
        after.begin(trial);
        for _ in 0..planted {
            let _ = after.next_draws();
        }
        without != *after.play(&mut other) || one != other
    };
    (0..1000).filter(changed).count()
}

/// Equal luck: what has no effect changes no trial. The twin: one extra draw in a mechanism changes
/// nearly all.
#[test]
fn a_mechanism_that_draws_from_the_luck_of_the_trial_is_found() {
    assert_eq!(changed_by_an_idle_mediator(0), 0);
    assert!(changed_by_an_idle_mediator(1) > 900);
}

/// Compares, at every decision, the log-odds of all rungs against the lowest with the sums of the
/// considerations; `planted` is added to one of them.
struct Reasons {
    planted: f64,
    decisions: usize,
    off: usize,
}

impl Observer for Reasons {
    fn decision(&mut self, _: f64, decision: &Decision, odds: &[f64], moment: &Moment<'_>) {
        let precision = moment.world.numbers.actors[decision.side].choice_precision;
        let lowest = moment.considerations(decision, 0);
        for (rung, chance) in odds.iter().enumerate().skip(1) {
            let mut reasons = moment.considerations(decision, rung);
            reasons[Consideration::Ties] += self.planted;
            let pulls = reasons.iter().zip(&lowest);
            let sum: f64 = pulls.map(|(this, other)| precision * (this - other)).sum();
            let off = (sum - (chance / odds[0]).ln()).abs() > 1e-9;
            self.off += usize::from(off && *chance > 0.0 && odds[0] > 0.0);
        }
        self.decisions += 1;
    }
}

/// An observer can give the reasons of every decision: they add up to its log-odds. The twin: one
/// that is off by a millionth is found.
#[test]
fn the_considerations_of_a_moment_add_up_to_the_log_odds() {
    let model = Model::new(blueprint(9)).unwrap();
    let mut simulator = Simulator::new(&model, 3);
    for planted in [0.0, 1e-6] {
        let mut reasons = Reasons {
            planted,
            decisions: 0,
            off: 0,
        };
        for trial in 0..200 {
            simulator.run(trial, &mut reasons);
        }
        assert!(reasons.decisions > 200);
        assert_eq!(reasons.off > 0, planted > 0.0, "{}", reasons.off);
    }
}

/// Deaths by act and event, in the order of a trial.
struct Deaths<'m> {
    model: &'m Model,
    sum: f64,
    events: Vec<Event>,
}

impl Observer for Deaths<'_> {
    fn act(&mut self, _: f64, act: &Act, moment: &Moment<'_>) {
        self.sum += moment.deaths(act);
    }

    fn event(&mut self, _: f64, event: Event) {
        let numbers = &self.model.numbers;
        self.sum += match event {
            Event::GroupAttacks(at) => numbers.armed_groups[at].deaths,
            Event::Slips => numbers.rungs[numbers.rungs.len() - 1].deaths,
            _ => 0.0,
        };
        self.events.push(event);
    }
}

/// What an observer is shown is all that happens: its deaths are those of the summary, and as many
/// fronts open.
#[test]
fn events_and_acts_account_for_every_death_and_front() {
    let mut busy = blueprint(9);
    for rung in &mut busy.numbers.rungs {
        rung.war_risk = 0.1;
    }
    let model = Model::new(busy).unwrap();
    let mut simulator = Simulator::new(&model, 5);
    let (mut slips, mut cuts) = (0, 0);
    for trial in 0..500 {
        let mut deaths = Deaths {
            model: &model,
            sum: 0.0,
            events: Vec::new(),
        };
        let summary = *simulator.run(trial, &mut deaths);
        assert!((deaths.sum - summary.deaths).abs() < 1e-9, "trial {trial}");
        let is_front = |event: &&Event| matches!(event, Event::FrontOpens(_));
        let fronts = deaths.events.iter().filter(is_front).count();
        assert_eq!(fronts as u64, summary.fronts_opened, "trial {trial}");
        slips += usize::from(deaths.events.contains(&Event::Slips));
        cuts += usize::from(deaths.events.contains(&Event::Cut));
    }
    assert!(slips > 0, "no act slipped, {cuts} crises were cut");
}
