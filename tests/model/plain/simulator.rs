//! The plain program: one trial after the other, each from its start to its end.

mod act;
mod choice;
mod state;

use offramp::model::{FirstMove, Model};
use offramp::sim::Outcome;

use crate::common::Dice;
use act::Act;
use state::State;

/// What a trial came to.
pub struct Ended {
    pub outcome: Outcome,
    pub peak: usize,
    pub acts: u64,
    pub force: [u64; 2],
    pub first_answer: Option<usize>,
}

/// A mechanism that is left out, to see that the comparison finds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    None,
    /// Who began takes the reply as hard as any blow.
    NoContrition,
    /// The victim never makes public what the author kept quiet.
    NoDisclosure,
}

pub struct Plain<'m> {
    model: &'m Model,
    fault: Fault,
    dice: Dice,
    state: State,
    result: Ended,
}

/// A uniform draw.
fn u(dice: &mut Dice) -> f64 {
    dice.between(0.0, 1.0)
}

/// A standard normal draw (Box and Muller 1958).
fn normal(dice: &mut Dice) -> f64 {
    let radius = (-2.0 * (1.0 - u(dice)).ln()).sqrt();
    let angle = std::f64::consts::TAU * u(dice);
    radius * angle.cos()
}

impl Plain<'_> {
    /// Runs the opening of a trial and its crisis.
    pub fn run(model: &Model, seed: u64, fault: Fault) -> Ended {
        let result = Ended {
            outcome: Outcome::NoForce,
            peak: 0,
            acts: 0,
            force: [0; 2],
            first_answer: None,
        };
        let mut plain = Plain {
            model,
            fault,
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

    fn deliberate(&mut self, act: &Act) -> Option<Act> {
        let numbers = &self.model.numbers;
        let j = 1 - act.author;
        let me = &numbers.actors[j];
        let v: f64 = (0..3).map(|_| 1.0 - u(&mut self.dice)).product();
        let dt = -v.ln() * me.response_days / 3.0;
        if self.state.day + dt > f64::from(self.model.horizon_days) {
            self.end(true);
            return None;
        }
        self.state.pass(numbers, dt);
        self.others_move(numbers.rungs[act.rung].severity, dt);
        let q = self.seen(act);
        let vis = if act.known {
            1.0
        } else {
            numbers.dynamics.deniable_discount
        };
        self.state.pressure[j] += me.public_sensitivity * q * vis;
        let rung = self.choose(j, q, vis);
        self.act(j, rung, q, Some(act))
    }

    /// Mediators, fronts and armed groups, while the other side deliberates over an act of severity
    /// `s`.
    fn others_move(&mut self, s: f64, dt: f64) {
        let model = self.model;
        let numbers = &model.numbers;
        for (at, mediator) in numbers.mediators.iter().enumerate() {
            let engages = u(&mut self.dice) < 1.0 - (-mediator.engages_per_day * s * dt).exp();
            self.state.engaged[at] |= engages;
        }
        for (at, front) in numbers.fronts.iter().enumerate() {
            let k = model.front_actors[at] as usize;
            let rate = front.opens_per_day * (1.0 - self.state.reputation[k]);
            if !self.state.open[at] && u(&mut self.dice) < 1.0 - (-rate * dt).exp() {
                self.state.open[at] = true;
                self.state.overstretch[k] += front.overstretch;
            }
        }
        for (at, group) in numbers.armed_groups.iter().enumerate() {
            let k = model.armed_group_victims[at] as usize;
            if u(&mut self.dice) < 1.0 - (-self.state.attacks_per_day[at] * dt).exp() {
                self.state.pressure[k] +=
                    numbers.actors[k].public_sensitivity * group.severity * group.blame;
            }
        }
    }

    /// The provocation that the victim sees in an act.
    fn seen(&mut self, act: &Act) -> f64 {
        let numbers = &self.model.numbers;
        let from = &numbers.actors[act.author];
        let to = &numbers.actors[1 - act.author];
        let dynamics = &numbers.dynamics;
        let talk = numbers.relations.crisis_communication;
        let s = numbers.rungs[act.rung].severity;
        let mut h = s * (dynamics.casualty_salience * act.z).exp();
        if self.model.force[act.rung] {
            let amends = u(&mut self.dice) < from.apology * talk;
            let mut hurt = 1.0 + to.shock_of_surprise * (1.0 - from.forewarning);
            if act.announced {
                hurt += to.affront;
            }
            if !amends {
                hurt += to.slight;
            }
            h *= (1.0 - dynamics.restraint_effect * from.restraint) * (1.0 - to.denial) * hurt;
            if amends {
                h *= 1.0 - dynamics.apology_relief;
            }
        }
        if self.result.acts == 2 && self.state.began_with > 0.0 && self.fault != Fault::NoContrition
        {
            h *= 1.0 - to.contrition * (self.state.began_with / s).min(1.0);
        }
        let distrust = to.suspicion * (0.5 - self.state.trust);
        let fog = to.misperception * (1.0 - talk) * normal(&mut self.dice);
        (h + to.hostile_attribution + distrust + fog).clamp(0.0, 1.5)
    }

    fn end(&mut self, unresolved: bool) {
        self.result.outcome = match self.result.force {
            _ if self.result.peak == self.model.top() => Outcome::War,
            _ if self.result.peak >= self.model.limited_war => Outcome::LimitedWar,
            _ if unresolved => Outcome::Unresolved,
            [0, 0] => Outcome::NoForce,
            [0, _] | [_, 0] => Outcome::OneSided,
            [1, 1] => Outcome::OneRound,
            _ => Outcome::SeveralRounds,
        };
    }
}
