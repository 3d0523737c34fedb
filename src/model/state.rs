//! All that acts and time change during a trial: the mechanisms' states side by side.

use super::deterrence::{Deterrence, FrontState};
use super::domestic::Domestic;
use super::mediation::{MediatorState, mediation};
use super::relations::Trust;
use super::spoilers::SpoilerState;
use super::strain::Strain;
use super::{Numbers, Side, World};
use crate::stats::wide;

/// The state of a trial. Where there are two values, the opener's comes first.
#[derive(Clone, Debug)]
pub struct State {
    /// The day, from 0.
    pub day: f64,
    /// Pressure and commitment of each actor.
    pub domestic: [Domestic; 2],
    /// Standing and belief of each actor.
    pub deterrence: [Deterrence; 2],
    /// Load and readiness of each actor.
    pub strain: [Strain; 2],
    /// Trust between the two.
    pub trust: Trust,
    /// The mediation that each actor feels, 0 to 1.
    pub mediation: [f64; 2],
    /// The mediators.
    pub mediators: Vec<MediatorState>,
    /// The fronts.
    pub fronts: Vec<FrontState>,
    /// The spoilers.
    pub spoilers: Vec<SpoilerState>,
}

impl State {
    /// The state as a trial begins, before the clocks of third parties are wound.
    #[must_use]
    pub fn new(world: &World) -> Self {
        let Numbers { actors, relations, mediators, fronts, spoilers, .. } = &world.numbers;
        Self {
            day: 0.0,
            domestic: [Domestic::start(&actors[0]), Domestic::start(&actors[1])],
            deterrence: [Deterrence::start(&actors[0]), Deterrence::start(&actors[1])],
            strain: [Strain::start(&actors[0]), Strain::start(&actors[1])],
            trust: Trust::start(relations),
            mediation: [0.0; 2],
            mediators: vec![MediatorState::start(0.0); mediators.len()],
            fronts: vec![FrontState::start(0.0); fronts.len()],
            spoilers: vec![SpoilerState::start(0.0); spoilers.len()],
        }
    }

    /// Back to the beginning of a trial, but for the clocks of third parties; nothing is allocated.
    pub fn restart(&mut self, world: &World) {
        let Numbers { actors, relations, .. } = &world.numbers;
        self.day = 0.0;
        self.domestic = [Domestic::start(&actors[0]), Domestic::start(&actors[1])];
        self.deterrence = [Deterrence::start(&actors[0]), Deterrence::start(&actors[1])];
        self.strain = [Strain::start(&actors[0]), Strain::start(&actors[1])];
        self.trust = Trust::start(relations);
        self.mediation = [0.0; 2];
    }

    /// Lets `dt` days pass: pressure and commitments fade, trust heals, stocks refill.
    #[inline]
    pub fn pass(&mut self, world: &World, dt: f64) {
        self.day += dt;
        let [pressure, trust, readiness, _] = wide(
            #[inline(always)]
            || world.fade(dt),
        );
        self.trust.pass(&world.numbers.relations, trust);
        for side in 0..2 {
            self.domestic[side].pass(pressure);
            self.strain[side].pass(readiness);
        }
    }

    /// Works out the mediation anew, after a mediator has engaged.
    pub fn mediators_changed(&mut self, world: &World) {
        self.mediation = Side::BOTH.map(|side| mediation(&self.mediators, &world.numbers.leverage, side));
    }

    /// Whether an engaged mediator has leverage on this actor.
    #[must_use]
    pub fn mediated(&self, side: Side) -> bool {
        self.mediation[side as usize] > 0.0
    }
}
