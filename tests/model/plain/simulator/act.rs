//! How the plain program carries out an act.

use offramp::model::FirstMove;

use super::{Fault, Plain, normal, u};

/// An act as the other side will answer it.
pub(super) struct Act {
    pub author: usize,
    pub rung: usize,
    pub announced: bool,
    pub known: bool,
    pub z: f64,
}

impl Plain<'_> {
    /// An act; what the other side has to answer, if the crisis goes on.
    pub(super) fn act(
        &mut self,
        i: usize,
        rung: usize,
        q: f64,
        before: Option<&Act>,
    ) -> Option<Act> {
        let model = self.model;
        let (announced, known) = self.open(i, rung, before.is_none());
        let z = normal(&mut self.dice);
        self.count(i, rung, before.is_some());
        self.mark(i, rung, q, announced);
        if let Some(before) = before {
            self.learn(1 - i, before.rung, rung);
        }
        if before.is_some() && rung <= model.off_ramp {
            self.end(false);
            return None;
        }
        let talk = model.numbers.relations.crisis_communication;
        let slip = model.numbers.rungs[rung].war_risk * (1.0 - 0.5 * talk);
        if rung == model.top() || u(&mut self.dice) < slip {
            self.result.peak = model.top();
            self.end(false);
            return None;
        }
        Some(Act {
            author: i,
            rung,
            announced,
            known,
            z,
        })
    }

    /// Whether an act is announced, and whether it is known to be its author's.
    fn open(&mut self, i: usize, rung: usize, first: bool) -> (bool, bool) {
        let model = self.model;
        let actors = &model.numbers.actors;
        if model.deniable[rung] {
            return (false, false);
        }
        let fixed = first && matches!(model.first_move, FirstMove::Rung(_));
        let draw = u(&mut self.dice);
        if !model.force[rung] {
            let open = !fixed || draw < model.numbers.opening.publicity;
            return (open, open);
        }
        let p = if fixed {
            model.numbers.opening.publicity
        } else {
            actors[i].publicity
        };
        let disclosure = match self.fault {
            Fault::NoDisclosure => 0.0,
            _ => actors[1 - i].disclosure,
        };
        (draw < p, draw < 1.0 - (1.0 - p) * (1.0 - disclosure))
    }

    /// What the act counts for, and what it does to armed groups that attack its author.
    fn count(&mut self, i: usize, rung: usize, answer: bool) {
        let model = self.model;
        self.result.acts += 1;
        self.result.peak = self.result.peak.max(rung);
        if self.result.acts == 1 {
            self.state.began_with = model.numbers.rungs[rung].severity;
        }
        if answer && self.result.first_answer.is_none() {
            self.result.first_answer = Some(rung);
        }
        if !model.force[rung] {
            return;
        }
        self.result.force[i] += 1;
        for (at, group) in model.numbers.armed_groups.iter().enumerate() {
            if model.armed_group_victims[at] as usize == i {
                let rate = self.state.attacks_per_day[at] * (1.0 - group.degraded);
                self.state.attacks_per_day[at] = rate.min(10.0);
            }
        }
    }

    /// What the act does to its author and to trust.
    fn mark(&mut self, i: usize, rung: usize, q: f64, announced: bool) {
        let numbers = &self.model.numbers;
        let dynamics = &numbers.dynamics;
        let state = &mut self.state;
        let s = numbers.rungs[rung].severity;
        let drained = dynamics.effort_drain * numbers.rungs[rung].effort;
        state.readiness[i] = (state.readiness[i] - drained).max(0.0);
        state.trust *= 1.0 - dynamics.trust_damage * s;
        if announced {
            state.threat[i] = s;
        }
        if q > 0.0 {
            let g = numbers.actors[i].response_ratio * q;
            let share = if g > 0.0 { (s / g).min(1.0) } else { 1.0 };
            state.pressure[i] *= 1.0 - dynamics.catharsis * share;
            let target = (s / q).min(1.0);
            state.reputation[i] +=
                dynamics.reputation_rate * q.min(1.0) * (target - state.reputation[i]);
        }
    }

    /// What actor `o` learns from the answer to its own act.
    fn learn(&mut self, o: usize, own: usize, answer: usize) {
        let numbers = &self.model.numbers;
        let learning = numbers.actors[o].learning;
        if numbers.rungs[answer].severity >= 0.5 * numbers.rungs[own].severity {
            self.state.hits_back[o] += learning;
        } else {
            self.state.lets_pass[o] += learning;
        }
    }
}
