//! One trial, in the order of docs/model.md section 4.

use super::entity::EntityStream;
use super::luck::{Chance, Draw, Draws, Luck};
use super::observer::{Act, Observer};
use super::outcome::Summary;
use crate::model::casualties::Casualties;
use crate::model::ladder::PerRung;
use crate::model::{FirstMove, Model, Side, State, World, spoilers, strain};
use crate::parameters::MAX_RUNGS;

/// Runs trials of one model with one seed. Holds all the memory a trial needs; running one allocates nothing.
pub struct Simulator<'m> {
    pub(super) model: &'m Model,
    horizon: f64,
    pub(super) world: World,
    pub(super) state: State,
    /// Room for the choice to work in.
    pub(super) odds: PerRung,
    pub(super) luck: Luck,
    pub(super) mediator_luck: Vec<EntityStream>,
    pub(super) front_luck: Vec<EntityStream>,
    pub(super) spoiler_luck: Vec<EntityStream>,
    uncertain_luck: Vec<EntityStream>,
    /// The last act, while a crisis is on.
    pub(super) last: Act,
    pub(super) trial: u64,
    /// The step whose draws come next.
    pub(super) step: u64,
    /// The crisis under way, counted from 0; 0 is the opening and its crisis.
    pub(super) crisis: u64,
    pub(super) summary: Summary,
}

/// What comes next in a trial.
enum Next {
    /// The other side deliberates over the last act.
    Answer,
    /// No crisis: only spoilers move.
    Quiet,
    /// The trial is over.
    End,
}

/// What an actor has decided to do.
#[derive(Clone, Copy)]
struct Decided {
    /// The actor.
    side: Side,
    /// Its rung.
    rung: usize,
    /// The provocation that it has seen.
    provocation: f64,
    /// The rung of the other's act that it answers; none where it begins a crisis.
    answers: Option<usize>,
}

impl<'m> Simulator<'m> {
    /// A simulator of this model, for this seed.
    #[must_use]
    pub fn new(model: &'m Model, seed: u64) -> Self {
        let world = World::new(model);
        let state = State::new(&world);
        let uncertain_values: Vec<u128> = model
            .uncertain_values
            .iter()
            .map(|uncertain| uncertain.address)
            .collect();
        Self {
            model,
            horizon: f64::from(model.horizon_days),
            state,
            world,
            odds: [0.0; MAX_RUNGS],
            luck: Luck::new(seed),
            mediator_luck: streams(seed, &model.mediator_luck),
            front_luck: streams(seed, &model.front_luck),
            spoiler_luck: streams(seed, &model.spoiler_luck),
            uncertain_luck: streams(seed, &uncertain_values),
            last: Act {
                author: Side::Opener,
                rung: 0,
                public: false,
                casualties: Casualties::MEDIAN,
            },
            trial: 0,
            step: 0,
            crisis: 0,
            summary: Summary::default(),
        }
    }

    /// Runs one trial. One seed and trial number always give one history, independent of earlier trials.
    pub fn run<W: Observer>(&mut self, trial: u64, observer: &mut W) -> &Summary {
        self.begin(trial);
        self.play(observer)
    }

    /// The trial that was begun, from its opening to its end.
    fn play<W: Observer>(&mut self, observer: &mut W) -> &Summary {
        let mut next = self.open(observer);
        loop {
            next = match next {
                Next::Answer => self.deliberate(observer),
                Next::Quiet => self.quiet(observer),
                Next::End => break,
            };
        }
        self.summary.trust = self.state.trust.0;
        &self.summary
    }

    /// Doubts first, since the starting state rests on them; then the clocks of third parties.
    fn begin(&mut self, trial: u64) {
        (self.trial, self.step, self.crisis) = (trial, 0, 0);
        self.summary = Summary::default();
        self.luck.begin(trial);
        if !self.uncertain_luck.is_empty() {
            self.world.settle(self.model, |place| {
                self.uncertain_luck[place].draw(trial, 0)
            });
        }
        self.state.restart(&self.world);
        self.start_clocks();
    }

    /// Opening: a fixed act, or a choice that may come to nothing.
    fn open<W: Observer>(&mut self, observer: &mut W) -> Next {
        let draws = self.next_draws();
        let opening = self.world.numbers.opening;
        let rung = match self.model.first_move {
            FirstMove::Rung(rung) => rung,
            FirstMove::Choose => {
                let opener = &self.world.numbers.actors[Side::Opener];
                self.state.domestic[Side::Opener].provoked(opener, opening.provocation, 1.0);
                let rung = self.choose(Side::Opener, opening.provocation, 1.0, &draws, observer);
                if rung <= self.world.ladder.off_ramp {
                    self.close(false);
                    return Next::Quiet;
                }
                rung
            }
        };
        self.summary.first_act = Some(rung);
        let decided = Decided {
            side: Side::Opener,
            rung,
            provocation: opening.provocation,
            answers: None,
        };
        self.act(decided, &draws, observer)
    }

    /// Deliberation over an act, and the answer to it.
    fn deliberate<W: Observer>(&mut self, observer: &mut W) -> Next {
        // Read where it stands: what was just written cannot be copied in wider pieces without waiting for it.
        let side = self.last.author.opponent();
        let before = self.last.rung;
        let draws = self.next_draws();
        let dt = draws.wait(self.world.numbers.actors[side].response_days);
        if self.state.day + dt > self.horizon {
            self.close(true);
            return Next::End;
        }
        self.state.pass(&self.world, dt);
        let severity = self.world.ladder.severity[before];
        self.mediators_move(severity, dt);
        self.fronts_move(dt);
        self.spoilers_move(dt); // before the victim looks: what they stir up at home counts in its choice
        let (q, vis) = self.perceive(&draws);
        self.state.domestic[side].provoked(&self.world.numbers.actors[side], q, vis);
        let rung = self.choose(side, q, vis, &draws, observer);
        self.act(
            Decided {
                side,
                rung,
                provocation: q,
                answers: Some(before),
            },
            &draws,
            observer,
        )
    }

    /// Quiet: the next attack of a spoiler, which its victim may let pass or make the start of a later crisis.
    fn quiet<W: Observer>(&mut self, observer: &mut W) -> Next {
        let Some((spoiler, dt)) = self.next_attack(self.horizon - self.state.day) else {
            return Next::End;
        };
        // To the last bit: no day lies beyond the horizon.
        if self.state.day + dt > self.horizon {
            return Next::End;
        }
        self.state.pass(&self.world, dt);
        self.attack(spoiler, dt);
        let draws = self.next_draws();
        let victim = self.model.spoiler_victims[spoiler];
        let q = spoilers::provocation(&self.world.numbers.spoilers[spoiler]);
        self.state.domestic[victim].provoked(&self.world.numbers.actors[victim], q, 1.0);
        let rung = self.choose(victim, q, 1.0, &draws, observer);
        if rung <= self.world.ladder.off_ramp {
            return Next::Quiet;
        }
        self.crisis += 1;
        self.summary.later_crises += 1;
        self.act(
            Decided {
                side: victim,
                rung,
                provocation: q,
                answers: None,
            },
            &draws,
            observer,
        )
    }

    /// Carries out what an actor has decided.
    fn act<W: Observer>(&mut self, decided: Decided, draws: &Draws, observer: &mut W) -> Next {
        let Decided {
            side,
            rung,
            provocation,
            answers,
        } = decided;
        let severity = self.world.ladder.severity[rung];
        let force = self.world.ladder.force[rung];
        let steps_down = answers.is_some() && rung <= self.world.ladder.off_ramp;
        // Nobody feels the luck of a peaceful act that ends the crisis.
        let casualties = if force || !steps_down {
            Casualties::at(&self.world.numbers.dynamics, draws.normal(Draw::Casualties))
        } else {
            Casualties::MEDIAN
        };
        let act = Act {
            author: side,
            rung,
            public: self.is_public(side, rung, draws),
            casualties,
        };
        self.count(&act, force, answers.is_some());
        self.leave_marks(&act, provocation);
        let dynamics = &self.world.numbers.dynamics;
        if let Some(before) = answers {
            let own = self.world.ladder.severity[before];
            self.state.deterrence[side.opponent()].learned(dynamics, own, severity);
        }
        observer.act(self.state.day, &act);
        if rung == self.world.ladder.top() {
            return self.war(observer);
        }
        // An answer that steps down ends the crisis before it can slip.
        if steps_down {
            observer.level(self.state.day, 0);
            if self.crisis == 0 {
                self.summary.ended_with_mediator = self.state.mediated(side);
                self.close(false);
            }
            return Next::Quiet;
        }
        let war_risk = self.world.numbers.rungs[rung].war_risk;
        let channel = self.world.numbers.relations.channel;
        if draws.happens(
            Chance::Accident,
            strain::chance_of_accident(war_risk, channel),
        ) {
            self.summary.deaths += self.world.numbers.rungs[self.world.ladder.top()].deaths;
            return self.war(observer);
        }
        observer.level(self.state.day, rung);
        self.last = act;
        Next::Answer
    }

    /// The top rung is reached: the trial ends.
    fn war<W: Observer>(&mut self, observer: &mut W) -> Next {
        observer.level(self.state.day, self.world.ladder.top());
        if self.crisis == 0 {
            self.summary.peak = self.world.ladder.top();
            self.close(false);
        } else {
            self.summary.later_war = true;
        }
        Next::End
    }
}

/// The luck of things with these addresses.
fn streams(seed: u64, addresses: &[u128]) -> Vec<EntityStream> {
    addresses
        .iter()
        .map(|&address| EntityStream::new(seed, address))
        .collect()
}

#[cfg(test)]
mod tests;
