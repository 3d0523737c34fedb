//! All that acts and time change during a trial: the mechanisms' states side by side.

use std::mem::take;

use super::deterrence::{Deterrence, FrontState};
use super::domestic::Domestic;
use super::mediation::{MediatorState, mediation};
use super::overstretch::Overstretch;
use super::relations::Trust;
use super::{Numbers, Recurring, Side, World};
use crate::stats::with_simd;

/// The state of a trial. Where there are two values, the opener's comes first.
#[derive(Clone, Debug)]
pub struct State {
    /// The day, from 0.
    pub day: f64,
    /// Pressure and threat of each actor.
    pub domestic: [Domestic; 2],
    /// Reputation and belief of each actor.
    pub deterrence: [Deterrence; 2],
    /// Load and readiness of each actor.
    pub overstretch: [Overstretch; 2],
    /// Trust between the two.
    pub trust: Trust,
    /// The mediation that each actor feels, 0 to 1.
    pub mediation: [f64; 2],
    /// The mediators.
    pub mediators: Vec<MediatorState>,
    /// The fronts.
    pub fronts: Vec<FrontState>,
    /// The attacks of each armed group.
    pub armed_groups: Vec<Recurring>,
    /// The occasions of each actor.
    pub occasions: [Recurring; 2],
}

impl State {
    /// The state as a trial begins, before the clocks of third parties are started.
    #[must_use]
    pub fn new(world: &World) -> Self {
        let Numbers {
            mediators,
            fronts,
            armed_groups,
            ..
        } = &world.numbers;
        Self::with_parties(
            world,
            vec![MediatorState::start(0.0); mediators.len()],
            vec![FrontState::start(0.0); fronts.len()],
            vec![Recurring::start(0.0, 0.0); armed_groups.len()],
        )
    }

    /// Returns to the beginning of a trial, except for the clocks of third parties. Allocates
    /// nothing.
    pub fn restart(&mut self, world: &World) {
        let mediators = take(&mut self.mediators);
        let fronts = take(&mut self.fronts);
        let armed_groups = take(&mut self.armed_groups);
        *self = Self::with_parties(world, mediators, fronts, armed_groups);
    }

    /// The state as a trial begins, with these third parties.
    fn with_parties(
        world: &World,
        mediators: Vec<MediatorState>,
        fronts: Vec<FrontState>,
        armed_groups: Vec<Recurring>,
    ) -> Self {
        let Numbers {
            actors, relations, ..
        } = &world.numbers;
        Self {
            day: 0.0,
            domestic: [Domestic::start(&actors[0]), Domestic::start(&actors[1])],
            deterrence: [Deterrence::start(&actors[0]), Deterrence::start(&actors[1])],
            overstretch: [
                Overstretch::start(&actors[0]),
                Overstretch::start(&actors[1]),
            ],
            trust: Trust::start(relations),
            mediation: [0.0; 2],
            mediators,
            fronts,
            armed_groups,
            occasions: [Recurring::start(0.0, 0.0); 2],
        }
    }

    /// Lets `dt` days pass: pressure and threats fade, trust heals, stocks refill.
    #[inline]
    pub fn pass(&mut self, world: &World, dt: f64) {
        self.day += dt;
        let [pressure, trust, readiness, _] = with_simd(
            #[inline(always)]
            || world.fade(dt),
        );
        self.trust.pass(&world.numbers.relations, trust);
        for side in 0..2 {
            self.domestic[side].pass(pressure);
            self.overstretch[side].pass(readiness);
        }
    }

    /// Recomputes the mediation after a mediator has engaged.
    pub fn mediators_changed(&mut self, world: &World) {
        self.mediation =
            Side::BOTH.map(|side| mediation(&self.mediators, &world.numbers.leverage, side));
    }

    /// How likely an actor thinks it that the other hits back, with what the other has threatened.
    #[inline]
    #[must_use]
    pub fn belief(&self, world: &World, side: Side) -> f64 {
        let other = side.opponent();
        let threat = self.domestic[other].credible_threat(world.credibility[other]);
        self.deterrence[side].belief(threat)
    }

    /// Whether an engaged mediator has leverage on this actor.
    #[must_use]
    pub fn mediated(&self, side: Side) -> bool {
        self.mediation[side] > 0.0
    }
}
