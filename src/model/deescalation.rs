//! Whether an actor could step down at all: a look at a model before any trial.

use super::choice::{self, Weights};
use super::perception::MOST;
use super::{Model, Side, State, World};
use crate::parameters::MAX_RUNGS;

/// Number of steps between the smallest and the largest provocation.
const STEPS: u32 = 30;

/// The largest chance, over all provocations that it may see, that `side` chooses a rung at or
/// below the off-ramp.
///
/// It is computed at the start of a trial, before any mediation, with uncertain values at their
/// medians.
#[must_use]
pub fn max_chance(model: &Model, side: Side) -> f64 {
    let mut world = World::new(model);
    world.settle(model, |_| 0.5);
    let state = State::new(&world);
    // A part of the state that does not obey still steps down where its own rung is an off-ramp.
    let disobeys = if model.unauthorised_rung > model.off_ramp {
        world.numbers.actors[side].unauthorised
    } else {
        0.0
    };
    let mut highest = 0.0_f64;
    for step in 0..=STEPS {
        let q = MOST * f64::from(step) / f64::from(STEPS);
        let weights = Weights::new(&world, &state, side, q, 1.0);
        let mut odds = [0.0; MAX_RUNGS];
        choice::odds(&world, side, &weights, &mut odds);
        let odds = &odds[..model.rungs()];
        highest =
            highest.max(odds[..=model.off_ramp].iter().sum::<f64>() / odds.iter().sum::<f64>());
    }
    (1.0 - disobeys) * highest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Blueprint;
    use crate::model::testing::blueprint;

    #[test]
    fn an_ordinary_actor_can_step_down_and_one_that_is_never_obeyed_cannot() {
        let mut plain = blueprint(9);
        assert!(max_chance(&Model::new(plain.clone()).unwrap(), Side::Other) > 0.3);
        plain.numbers.actors[1].unauthorised = 1.0;
        assert!(max_chance(&Model::new(plain.clone()).unwrap(), Side::Other) == 0.0);
        let obeyed_or_not = Blueprint {
            off_ramp: 4,
            unauthorised_rung: 4,
            ..plain.clone()
        };
        assert!(max_chance(&Model::new(obeyed_or_not).unwrap(), Side::Other) > 0.3);
        (
            plain.numbers.actors[0].show_of_force,
            plain.numbers.actors[0].choice_precision,
        ) = (5.0, 20.0);
        assert!(max_chance(&Model::new(plain).unwrap(), Side::Opener) < 1e-6);
    }
}
