//! The plain program: one trial after the other, each from its start to its end.

mod choice;

use offramp::model::{FirstMove, Model};
use offramp::sim::Outcome;

use crate::common::Dice;

/// What changes during a trial; the opener's first.
struct State {
    day: f64,
    pressure: [f64; 2],
    commitment: [f64; 2],
    standing: [f64; 2],
    strain: [f64; 2],
    readiness: [f64; 2],
    hits_back: [f64; 2],
    lets_pass: [f64; 2],
    trust: f64,
    engaged: Vec<bool>,
    open: Vec<bool>,
}

/// An act as the other side will answer it.
struct Act {
    author: usize,
    rung: usize,
    public: bool,
    z: f64,
}

/// What a trial came to.
pub struct Ended {
    pub outcome: Outcome,
    pub peak: usize,
    pub acts: u64,
    pub force: [u64; 2],
}

pub struct Plain<'m> {
    model: &'m Model,
    dice: Dice,
    state: State,
    result: Ended,
}

fn u(dice: &mut Dice) -> f64 {
    dice.between(0.0, 1.0)
}

/// A standard normal draw (Box and Muller 1958).
fn normal(dice: &mut Dice) -> f64 {
    let (radius, angle) = (
        (-2.0 * (1.0 - u(dice)).ln()).sqrt(),
        std::f64::consts::TAU * u(dice),
    );
    radius * angle.cos()
}

impl State {
    fn new(model: &Model) -> Self {
        let actors = &model.numbers.actors;
        let both = |f: fn(&offramp::parameters::Actor) -> f64| [f(&actors[0]), f(&actors[1])];
        Self {
            day: 0.0,
            pressure: both(|a| a.domestic_pressure),
            commitment: both(|a| a.commitment),
            standing: both(|a| a.standing),
            strain: both(|a| a.strain),
            readiness: [1.0; 2],
            hits_back: both(|a| a.belief_in_retaliation * a.belief_strength),
            lets_pass: both(|a| (1.0 - a.belief_in_retaliation) * a.belief_strength),
            trust: model.numbers.relations.trust,
            engaged: vec![false; model.numbers.mediators.len()],
            open: vec![false; model.numbers.fronts.len()],
        }
    }
}

impl Plain<'_> {
    pub fn run(model: &Model, seed: u64) -> Ended {
        let result = Ended {
            outcome: Outcome::NoForce,
            peak: 0,
            acts: 0,
            force: [0; 2],
        };
        let mut plain = Plain {
            model,
            dice: Dice(seed),
            state: State::new(model),
            result,
        };
        plain.trial();
        plain.result
    }

    fn trial(&mut self) {
        let q = self.model.numbers.opening.provocation;
        let rung = match self.model.first_move {
            FirstMove::Rung(rung) => rung,
            FirstMove::Choose => {
                self.state.pressure[0] += self.model.numbers.actors[0].public_sensitivity * q;
                let rung = self.choose(0, q, 1.0);
                if rung <= self.model.off_ramp {
                    return;
                }
                rung
            }
        };
        let mut next = self.act(0, rung, q, None);
        while let Some(act) = next {
            next = self.deliberate(&act);
        }
    }

    /// An act; what the other side has to answer, if the crisis goes on.
    fn act(&mut self, i: usize, rung: usize, q: f64, before: Option<&Act>) -> Option<Act> {
        let (model, force) = (self.model, self.model.force[rung]);
        let (numbers, s) = (&model.numbers, model.numbers.rungs[rung].severity);
        let (me, dynamics) = (&numbers.actors[i], &numbers.dynamics);
        let chance = match (before, model.first_move) {
            (None, FirstMove::Rung(_)) => numbers.opening.publicity,
            _ if force => me.publicity,
            _ => 1.0,
        };
        let public = u(&mut self.dice) < chance && !model.deniable[rung];
        let z = normal(&mut self.dice);
        self.result.acts += 1;
        self.result.force[i] += u64::from(force);
        self.result.peak = self.result.peak.max(rung);
        let state = &mut self.state;
        state.readiness[i] =
            (state.readiness[i] - dynamics.effort_drain * numbers.rungs[rung].effort).max(0.0);
        state.trust *= 1.0 - dynamics.trust_damage * s;
        if public {
            state.commitment[i] = s;
        }
        if q > 0.0 {
            let g = me.proportionality * q;
            state.pressure[i] *=
                1.0 - dynamics.anger_vented * if g > 0.0 { (s / g).min(1.0) } else { 1.0 };
            state.standing[i] +=
                dynamics.standing_rate * q.min(1.0) * ((s / q).min(1.0) - state.standing[i]);
        }
        if let Some(before) = before {
            let hit_back = s >= 0.5 * numbers.rungs[before.rung].severity;
            let counts = if hit_back {
                &mut state.hits_back
            } else {
                &mut state.lets_pass
            };
            counts[1 - i] += dynamics.learning;
        }
        if before.is_some() && rung <= model.off_ramp {
            self.end(false);
            return None;
        }
        let slip = numbers.rungs[rung].war_risk * (1.0 - 0.5 * numbers.relations.channel);
        if rung == model.top() || u(&mut self.dice) < slip {
            self.result.peak = model.top();
            self.end(false);
            return None;
        }
        Some(Act {
            author: i,
            rung,
            public,
            z,
        })
    }

    fn deliberate(&mut self, act: &Act) -> Option<Act> {
        let numbers = &self.model.numbers;
        let j = 1 - act.author;
        let (me, dynamics) = (&numbers.actors[j], &numbers.dynamics);
        let v: f64 = (0..3).map(|_| 1.0 - u(&mut self.dice)).product();
        let dt = -v.ln() * me.response_days / 3.0;
        if self.state.day + dt > f64::from(self.model.horizon_days) {
            self.end(true);
            return None;
        }
        self.pass(dt);
        self.others_move(numbers.rungs[act.rung].severity, dt);
        let q = self.seen(act);
        let vis = if act.public {
            1.0
        } else {
            dynamics.deniable_discount
        };
        self.state.pressure[j] += me.public_sensitivity * q * vis;
        let rung = self.choose(j, q, vis);
        self.act(j, rung, q, Some(act))
    }

    fn pass(&mut self, dt: f64) {
        let dynamics = &self.model.numbers.dynamics;
        let (state, start) = (&mut self.state, self.model.numbers.relations.trust);
        let half = |days: f64| 0.5_f64.powf(dt / days);
        state.day += dt;
        for i in 0..2 {
            state.pressure[i] *= half(dynamics.pressure_half_life_days);
            state.commitment[i] *= half(dynamics.pressure_half_life_days);
            state.readiness[i] =
                1.0 - (1.0 - state.readiness[i]) * half(dynamics.readiness_half_life_days);
        }
        state.trust = start + (state.trust - start) * half(dynamics.trust_half_life_days);
    }

    /// Mediators, fronts and spoilers, while the other side deliberates over an act of severity `s`.
    fn others_move(&mut self, s: f64, dt: f64) {
        let (model, numbers) = (self.model, &self.model.numbers);
        for (at, mediator) in numbers.mediators.iter().enumerate() {
            let engages = u(&mut self.dice) < 1.0 - (-mediator.engages_per_day * s * dt).exp();
            self.state.engaged[at] |= engages;
        }
        for (at, front) in numbers.fronts.iter().enumerate() {
            let k = model.front_actors[at] as usize;
            let rate = front.opens_per_day * (1.0 - self.state.standing[k]);
            if !self.state.open[at] && u(&mut self.dice) < 1.0 - (-rate * dt).exp() {
                self.state.open[at] = true;
                self.state.strain[k] += front.strain;
            }
        }
        for (at, spoiler) in numbers.spoilers.iter().enumerate() {
            let k = model.spoiler_victims[at] as usize;
            if u(&mut self.dice) < 1.0 - (-spoiler.attacks_per_day * dt).exp() {
                self.state.pressure[k] +=
                    numbers.actors[k].public_sensitivity * spoiler.severity * spoiler.blame;
            }
        }
    }

    /// The provocation that the victim sees in an act.
    fn seen(&mut self, act: &Act) -> f64 {
        let numbers = &self.model.numbers;
        let (from, to) = (&numbers.actors[act.author], &numbers.actors[1 - act.author]);
        let (dynamics, channel) = (&numbers.dynamics, numbers.relations.channel);
        let mut h = numbers.rungs[act.rung].severity * (dynamics.harm_shock * act.z).exp();
        if self.model.force[act.rung] {
            h *= (1.0 - dynamics.restraint_effect * from.restraint)
                * (1.0 + to.sting * (1.0 - from.forewarning));
            if u(&mut self.dice) < from.apology * channel {
                h *= 1.0 - dynamics.apology_relief;
            }
        }
        (h + to.hostile_bias + to.misperception * (1.0 - channel) * normal(&mut self.dice))
            .clamp(0.0, 1.5)
    }

    fn end(&mut self, unresolved: bool) {
        self.result.outcome = match self.result.force {
            _ if self.result.peak == self.model.top() => Outcome::War,
            _ if self.result.peak >= self.model.limited_war => Outcome::LimitedWar,
            _ if unresolved => Outcome::Unresolved,
            [0, 0] => Outcome::NoForce,
            [0, _] | [_, 0] => Outcome::OneSided,
            [1, 1] => Outcome::OneRound,
            _ => Outcome::Feud,
        };
    }
}
