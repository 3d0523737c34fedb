//! The exact results of a case: its mass pushed forward, act by act.

use std::collections::BTreeMap;

use offramp::sim::Outcome;

use super::case::{Case, Fault, Open};

/// The exact results.
#[derive(Debug)]
pub struct Exact {
    pub outcomes: [f64; 7],
    pub peak: Vec<f64>,
    pub acts: f64,
    /// Of the number of acts in one trial.
    pub acts_sd: f64,
}

/// Where a crisis stands: who acted last, on which rung, how openly; uses of force, 2 for more; the
/// peak.
type State = (usize, usize, Open, [u8; 2], usize);

pub struct Solver<'c> {
    case: &'c Case,
    fault: Fault,
    exact: Exact,
    acts_squared: f64,
}

impl<'c> Solver<'c> {
    /// Pushes the mass forward; none where too much of it is left after a thousand acts.
    pub fn solve(case: &'c Case, fault: Fault) -> Option<Exact> {
        let exact = Exact {
            outcomes: [0.0; 7],
            peak: vec![0.0; case.rungs.len()],
            acts: 0.0,
            acts_sd: 0.0,
        };
        let mut solver = Self {
            case,
            fault,
            exact,
            acts_squared: 0.0,
        };
        let mut mass = solver.open();
        let mut answers = BTreeMap::new();
        for step in 2..1000 {
            if mass.values().sum::<f64>() < 1e-13 {
                let mean = solver.exact.acts;
                solver.exact.acts_sd = (solver.acts_squared - mean * mean).max(0.0).sqrt();
                return Some(solver.exact);
            }
            mass = solver.answer(&mass, step, &mut answers);
        }
        None
    }

    fn open(&mut self) -> BTreeMap<State, f64> {
        let mut mass = BTreeMap::new();
        let fixed = self.case.opening.is_some();
        let odds = match self.case.opening {
            Some(rung) => (0..self.case.rungs.len())
                .map(|x| f64::from(u8::from(x == rung)))
                .collect(),
            None => self.case.choice(0, self.case.provocation, 1.0, self.fault),
        };
        for (rung, p) in odds.into_iter().enumerate().filter(|&(_, p)| p > 0.0) {
            if !fixed && rung <= self.case.off_ramp {
                self.end(p, 0, [0, 0], 0);
            } else {
                self.act(p, (0, rung), fixed, ([0, 0], 0), 1, &mut mass);
            }
        }
        mass
    }

    /// All answers to all states, as act number `step`.
    fn answer(
        &mut self,
        mass: &BTreeMap<State, f64>,
        step: u32,
        known: &mut BTreeMap<(usize, usize, Open), Vec<f64>>,
    ) -> BTreeMap<State, f64> {
        let mut next = BTreeMap::new();
        for (&(author, rung, open, force, peak), &p) in mass {
            let j = 1 - author;
            let odds = known
                .entry((author, rung, open))
                .or_insert_with(|| self.answer_odds(author, rung, open));
            for (x, &odds) in odds
                .clone()
                .iter()
                .enumerate()
                .filter(|&(_, &odds)| odds * p > 1e-22)
            {
                let p = p * odds;
                if x <= self.case.off_ramp {
                    self.end(p, peak.max(x), self.used(force, j, x), step);
                } else {
                    self.act(p, (j, x), false, (force, peak), step, &mut next);
                }
            }
        }
        next
    }

    fn answer_odds(&self, author: usize, rung: usize, open: Open) -> Vec<f64> {
        let vis = self.case.visibility(open);
        let mut odds = vec![0.0; self.case.rungs.len()];
        for (chance, q) in self.case.seen(author, rung, open, self.fault) {
            let choice = self.case.choice(1 - author, q, vis, self.fault);
            odds.iter_mut()
                .zip(choice)
                .for_each(|(sum, p)| *sum += chance * p);
        }
        odds
    }

    /// An act that does not end its crisis by stepping down: it is war, it slips into war, or it
    /// awaits its answer.
    fn act(
        &mut self,
        p: f64,
        (author, rung): (usize, usize),
        fixed_opening: bool,
        (force, peak): ([u8; 2], usize),
        step: u32,
        next: &mut BTreeMap<State, f64>,
    ) {
        let top = self.case.rungs.len() - 1;
        let (force, peak) = (self.used(force, author, rung), peak.max(rung));
        let slips = if rung == top {
            1.0
        } else {
            self.case.rungs[rung].war_risk * self.case.talking(self.fault)
        };
        self.end(p * slips, top, force, step);
        for (open, chance) in self.case.openness(author, rung, fixed_opening) {
            let p = p * (1.0 - slips) * chance;
            if p > 0.0 {
                *next.entry((author, rung, open, force, peak)).or_insert(0.0) += p;
            }
        }
    }

    fn used(&self, mut force: [u8; 2], author: usize, rung: usize) -> [u8; 2] {
        if self.case.rungs[rung].force {
            force[author] = (force[author] + 1).min(2);
        }
        force
    }

    fn end(&mut self, p: f64, peak: usize, force: [u8; 2], acts: u32) {
        let outcome = match force {
            _ if peak == self.case.rungs.len() - 1 => Outcome::War,
            _ if peak >= self.case.limited_war => Outcome::LimitedWar,
            [0, 0] => Outcome::NoForce,
            [0, _] | [_, 0] => Outcome::OneSided,
            [1, 1] => Outcome::OneRound,
            _ => Outcome::SeveralRounds,
        };
        self.exact.outcomes[outcome as usize] += p;
        self.exact.peak[peak] += p;
        self.exact.acts += p * f64::from(acts);
        self.acts_squared += p * f64::from(acts).powi(2);
    }
}
