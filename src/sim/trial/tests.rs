//! Unit tests of the file above.

use super::*;
use crate::model::Blueprint;
use crate::model::testing::blueprint;
use crate::parameters::{Leverage, Mediator};

/// Every act of a trial: its day, its rung, its luck.
#[derive(Default, PartialEq)]
struct Acts(Vec<(f64, usize, f64)>);

impl Observer for Acts {
    fn act(&mut self, day: f64, act: &Act) {
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
