//! A model with its uncertain values drawn, and with everything precomputed that stays the same
//! during a trial.

use super::choice::Features;
use super::ladder::Ladder;
use super::{Model, Numbers, Side, domestic, mediation};
use crate::stats::exp2_each;

/// Half-lives in a day, in one line of the processor's cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
struct Fading([f64; 4]);

/// What a trial runs in.
#[derive(Clone, Debug)]
pub struct World {
    /// The value of every parameter in this trial.
    pub numbers: Numbers,
    /// The ladder.
    pub ladder: Ladder,
    /// What the rungs are to each actor.
    pub features: [Features; 2],
    /// Each actor's concern for its reputation, with the weight of the audience of its fronts, open
    /// or not.
    pub concern_for_reputation: [f64; 2],
    /// How much stronger than each actor its opponent is, as a ratio.
    pub stronger: [f64; 2],
    /// How credible each actor's threats are, 0 to 1.
    pub credibility: [f64; 2],
    /// How far all mediators together could hold back the opponent of each actor, 0 to 1.
    pub mediators_hold: [f64; 2],
    /// How fast pressure and threats, damage to trust, and spent stocks fade: half-lives in a day.
    fading: Fading,
    /// Whose front each front is.
    front_actors: Vec<Side>,
}

impl World {
    /// The world of a model without uncertain values. With them, call [`settle`](Self::settle)
    /// before every trial.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let ladder = Ladder::new(model);
        let features = Features::none();
        let mut world = Self {
            numbers: model.numbers.clone(),
            ladder,
            features: [features.clone(), features],
            concern_for_reputation: [0.0; 2],
            stronger: [1.0; 2],
            credibility: [0.0; 2],
            mediators_hold: [0.0; 2],
            fading: Fading([0.0; 4]),
            front_actors: model.front_actors.clone(),
        };
        world.derive();
        world
    }

    /// Draws every uncertain value from the uniform number that `draw` gives for it, by its place.
    pub fn settle(&mut self, model: &Model, mut draw: impl FnMut(usize) -> f64) {
        for (place, uncertain) in model.uncertain_values.iter().enumerate() {
            // `Model::new` proved that every uncertain value stands for a parameter.
            if let Some(parameter) = uncertain.slot.parameter() {
                self.numbers
                    .set(uncertain.slot, uncertain.value(draw(place), parameter));
            }
        }
        self.derive();
    }

    /// What `dt` days leave of pressure and threats, of damage to trust, and of spent stocks; the
    /// fourth place is idle.
    #[inline(always)]
    #[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
    #[must_use]
    pub fn fade(&self, dt: f64) -> [f64; 4] {
        let mut halvings = self.fading.0;
        for halvings in &mut halvings {
            *halvings *= -dt;
        }
        exp2_each(halvings)
    }

    fn derive(&mut self) {
        let Numbers {
            rungs,
            actors,
            leverage,
            fronts,
            dynamics,
            ..
        } = &self.numbers;
        for (at, rung) in rungs.iter().enumerate() {
            self.ladder.severity[at] = rung.severity;
            self.ladder.effort[at] = rung.effort;
        }
        self.concern_for_reputation = Side::BOTH.map(|side| {
            let own = fronts
                .iter()
                .zip(&self.front_actors)
                .filter(|&(_, &actor)| actor == side);
            actors[side].concern_for_reputation
                + own.map(|(front, _)| front.audience_weight).sum::<f64>()
        });
        self.stronger =
            Side::BOTH.map(|side| actors[side.opponent()].strength / actors[side].strength);
        self.credibility = Side::BOTH.map(|side| domestic::credibility(&actors[side]));
        self.mediators_hold =
            Side::BOTH.map(|side| mediation::leverage_of_all(leverage, side.opponent()));
        let half_lives = [
            dynamics.pressure_half_life_days,
            dynamics.trust_half_life_days,
            dynamics.readiness_half_life_days,
        ];
        let [pressure, trust, readiness] = half_lives.map(|days| 1.0 / days);
        self.fading = Fading([pressure, trust, readiness, 0.0]);
        self.features = Side::BOTH.map(|side| Features::new(self, side));
    }
}
