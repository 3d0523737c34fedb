//! Unit tests of the file above.

use super::*;
use crate::model::Blueprint;
use crate::model::testing::blueprint;

/// softmax(1, 2, 3) = .09003057317, .24472847105, .66524095577: a ladder on which the show of force
/// alone counts.
#[test]
fn the_logit_is_the_softmax() {
    let mut plain: Blueprint = blueprint(3);
    plain.numbers.actors[0] = Actor {
        show_of_force: 2.0,
        choice_precision: 1.0,
        ..silent()
    };
    let world = World::new(&crate::model::Model::new(plain).unwrap());
    let weights = Weights::new(&world, &State::new(&world), Side::Opener, 0.0, 1.0);
    let odds = odds_of(&world, Side::Opener, &weights);
    // Severities 0, 0.5 and 1 times 2 are values 0, 1 and 2.
    let sum: f64 = odds[..3].iter().sum();
    for (chance, expected) in
        odds.iter()
            .zip([0.090_030_573_17, 0.244_728_471_05, 0.665_240_955_77])
    {
        assert!((chance / sum - expected).abs() < 1e-11);
    }
}

fn odds_of(world: &World, side: Side, weights: &Weights) -> PerRung {
    let mut odds = [0.0; MAX_RUNGS];
    super::odds(world, side, weights, &mut odds);
    odds
}

/// An actor that cares for nothing.
fn silent() -> Actor {
    Actor {
        reciprocity: 0.0,
        concern_for_reputation: 0.0,
        domestic_pressure: 0.0,
        show_of_force: 0.0,
        fear_of_retaliation: 0.0,
        fear_of_escalation: 0.0,
        cost_of_overstretch: 0.0,
        value_of_ties: 0.0,
        publicity: 1.0,
        ..Actor::default()
    }
}

#[test]
fn precision_zero_gives_equal_chances() {
    let mut plain = blueprint(5);
    plain.numbers.actors[1].choice_precision = 0.0;
    let world = World::new(&crate::model::Model::new(plain).unwrap());
    let odds = odds_of(
        &world,
        Side::Other,
        &Weights::new(&world, &State::new(&world), Side::Other, 0.7, 1.0),
    );
    assert_eq!(odds[..5], [1.0; 5]);
    assert!(odds[5] < 1e-300, "beyond the last rung");
}

/// The twelve terms are an exact split: their sums differ between rungs as the log-odds do.
#[test]
fn the_considerations_add_up_to_the_log_odds() {
    let mut full = blueprint(9);
    full.numbers.actors[0] = Actor {
        audience_cost: 2.0,
        overstretch: 0.5,
        stake: 0.8,
        diversion: 0.6,
        reliance_on_mediators: 0.5,
        domestic_pressure: 1.0,
        ..Actor::default()
    };
    full.numbers.actors[1] = Actor {
        denial: 0.3,
        audience_cost: 1.0,
        disclosure: 0.5,
        ..Actor::default()
    };
    let world = World::new(&crate::model::Model::new(full).unwrap());
    let mut state = State::new(&world);
    state.mediation = [0.7, 0.2];
    state.domestic[0].threat = 0.6;
    state.domestic[1].threat = 0.4;
    state.overstretch[0].readiness = 0.8;
    let weights = Weights::new(&world, &state, Side::Opener, 0.55, 0.8);
    let odds = odds_of(&world, Side::Opener, &weights);
    let value = |x| {
        weights
            .considerations(&world, Side::Opener, x)
            .iter()
            .sum::<f64>()
    };
    for x in 1..9 {
        let log_odds = (odds[x] / odds[0]).ln();
        let split = world.numbers.actors[0].choice_precision * (value(x) - value(0));
        assert!((log_odds - split).abs() < 1e-12, "{x}: {log_odds} {split}");
    }
    assert!(
        weights
            .considerations(&world, Side::Opener, 8)
            .iter()
            .all(|&term| term != 0.0 || term.is_sign_negative())
    );
}
