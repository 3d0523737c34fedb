//! What changes during a trial of the plain program.

use offramp::model::{Model, Numbers};
use offramp::parameters::Actor;

/// What changes during a trial; the opener's first.
pub(super) struct State {
    pub day: f64,
    pub pressure: [f64; 2],
    pub threat: [f64; 2],
    pub reputation: [f64; 2],
    pub overstretch: [f64; 2],
    pub readiness: [f64; 2],
    pub hits_back: [f64; 2],
    pub lets_pass: [f64; 2],
    pub trust: f64,
    pub engaged: Vec<bool>,
    pub open: Vec<bool>,
    /// The rate of each armed group.
    pub attacks_per_day: Vec<f64>,
    /// The severity of the act that began the crisis.
    pub began_with: f64,
}

impl State {
    pub fn new(model: &Model) -> Self {
        let numbers = &model.numbers;
        let both = |of: fn(&Actor) -> f64| [of(&numbers.actors[0]), of(&numbers.actors[1])];
        Self {
            day: 0.0,
            pressure: both(|a| a.domestic_pressure),
            threat: both(|a| a.public_threat),
            reputation: both(|a| a.reputation_for_resolve),
            overstretch: both(|a| a.overstretch),
            readiness: [1.0; 2],
            hits_back: both(|a| a.belief_in_retaliation * a.belief_strength),
            lets_pass: both(|a| (1.0 - a.belief_in_retaliation) * a.belief_strength),
            trust: numbers.relations.trust,
            engaged: vec![false; numbers.mediators.len()],
            open: vec![false; numbers.fronts.len()],
            attacks_per_day: numbers
                .armed_groups
                .iter()
                .map(|group| group.attacks_per_day)
                .collect(),
            began_with: 0.0,
        }
    }

    /// Lets `dt` days pass.
    pub fn pass(&mut self, numbers: &Numbers, dt: f64) {
        let dynamics = &numbers.dynamics;
        let pressure = 0.5_f64.powf(dt / dynamics.pressure_half_life_days);
        let readiness = 0.5_f64.powf(dt / dynamics.readiness_half_life_days);
        let trust = 0.5_f64.powf(dt / dynamics.trust_half_life_days);
        self.day += dt;
        for i in 0..2 {
            self.pressure[i] *= pressure;
            self.threat[i] *= pressure;
            self.readiness[i] = 1.0 - (1.0 - self.readiness[i]) * readiness;
        }
        let start = numbers.relations.trust;
        self.trust = start + (self.trust - start) * trust;
    }
}
