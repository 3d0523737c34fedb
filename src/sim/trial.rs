//! One trial, in the order of docs/model.md section 4.

use super::entity::{EntityStream, streams};
use super::luck::{Chance, Draw, Draws, Luck};
use super::observer::{Act, Event, Observer};
use super::outcome::Summary;
use crate::model::casualties::Casualties;
use crate::model::ladder::PerRung;
use crate::model::secrecy::Openness;
use crate::model::{FirstMove, Model, Side, State, World, overstretch};
use crate::parameters::MAX_RUNGS;

/// Runs trials of one model with one seed. Holds all the memory a trial needs; running one
/// allocates nothing.
pub struct Simulator<'m> {
    pub(super) model: &'m Model,
    pub(super) horizon: f64,
    pub(super) world: World,
    pub(super) state: State,
    /// Room for the choice to work in.
    pub(super) odds: PerRung,
    pub(super) luck: Luck,
    pub(super) mediator_luck: Vec<EntityStream>,
    pub(super) front_luck: Vec<EntityStream>,
    pub(super) armed_group_luck: Vec<EntityStream>,
    pub(super) occasion_luck: Box<[EntityStream; 2]>,
    uncertain_luck: Vec<EntityStream>,
    /// The last act, while a crisis is on.
    pub(super) last: Act,
    pub(super) trial: u64,
    /// The step whose draws come next.
    pub(super) step: u64,
    /// The crisis under way, counted from 0; 0 is the opening and its crisis.
    pub(super) crisis: u64,
    /// How many acts the crisis under way has had.
    pub(super) crisis_acts: u64,
    /// The severity of the act that began it.
    pub(super) began_with: f64,
    pub(super) summary: Summary,
}

/// What comes next in a trial.
pub(super) enum Next {
    /// The other side deliberates over the last act.
    Answer,
    /// No crisis: armed groups and occasions may begin another.
    Quiet,
    /// The trial is over.
    End,
}

/// What an actor has decided to do.
#[derive(Clone, Copy)]
pub(super) struct Decided {
    /// The actor.
    pub(super) side: Side,
    /// Its rung.
    pub(super) rung: usize,
    /// The provocation that it has seen.
    pub(super) provocation: f64,
    /// The rung of the other's act that it answers; none where it begins a crisis.
    pub(super) answers: Option<usize>,
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
            armed_group_luck: streams(seed, &model.armed_group_luck),
            occasion_luck: Box::new(
                model
                    .occasion_luck
                    .map(|address| EntityStream::new(seed, address)),
            ),
            uncertain_luck: streams(seed, &uncertain_values),
            last: Act {
                author: Side::Opener,
                rung: 0,
                openness: Openness::HIDDEN,
                casualties: Casualties::MEDIAN,
            },
            trial: 0,
            step: 0,
            crisis: 0,
            crisis_acts: 0,
            began_with: 0.0,
            summary: Summary::default(),
        }
    }

    /// Runs one trial. One seed and trial number always give one history, independent of earlier
    /// trials.
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
        self.trial = trial;
        self.step = 0;
        self.crisis = 0;
        self.crisis_acts = 0;
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
        // Read where it stands: what was just written cannot be copied in wider pieces without
        // waiting for it.
        let side = self.last.author.opponent();
        let before = self.last.rung;
        let draws = self.next_draws();
        let dt = draws.wait(self.world.numbers.actors[side].response_days);
        if self.state.day + dt > self.horizon {
            observer.event(self.horizon, Event::Cut);
            self.close(true);
            return Next::End;
        }
        self.state.pass(&self.world, dt);
        let severity = self.world.ladder.severity[before];
        self.mediators_move(severity, dt, observer);
        self.fronts_move(dt, self.state.day, observer);
        self.armed_groups_move(dt, observer); // before the victim looks: what they stir up at home counts in its choice
        let (q, vis) = self.perceive(&draws, observer);
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

    /// Carries out what an actor has decided.
    pub(super) fn act<W: Observer>(
        &mut self,
        decided: Decided,
        draws: &Draws,
        observer: &mut W,
    ) -> Next {
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
            openness: self.openness(side, rung, draws),
            casualties,
        };
        self.count(&act, force, answers.is_some());
        self.leave_marks(&act, provocation);
        if let Some(before) = answers {
            let own = self.world.ladder.severity[before];
            let learner = side.opponent();
            let actor = &self.world.numbers.actors[learner];
            self.state.deterrence[learner].learned(actor, own, severity);
        }
        observer.act(self.state.day, &act, &self.moment());
        if rung == self.world.ladder.top() {
            return self.war(observer);
        }
        // An answer that steps down ends the crisis before it can slip.
        if steps_down {
            return self.step_down(side, observer);
        }
        if self.slips(rung, draws) {
            observer.event(self.state.day, Event::Slips);
            self.summary.deaths += self.world.numbers.rungs[self.world.ladder.top()].deaths;
            return self.war(observer);
        }
        observer.level(self.state.day, Some(rung));
        self.last = act;
        Next::Answer
    }

    /// Ends the crisis by an answer of this actor.
    fn step_down<W: Observer>(&mut self, side: Side, observer: &mut W) -> Next {
        observer.level(self.state.day, None);
        if self.crisis == 0 {
            self.summary.ended_with_mediator = self.state.mediated(side);
            self.close(false);
        }
        Next::Quiet
    }

    /// Whether an act on this rung slips into war by itself.
    fn slips(&self, rung: usize, draws: &Draws) -> bool {
        let numbers = &self.world.numbers;
        let chance = overstretch::chance_of_accident(
            numbers.rungs[rung].war_risk,
            numbers.relations.crisis_communication,
        );
        draws.happens(Chance::Accident, chance)
    }

    /// The top rung is reached: the trial ends.
    fn war<W: Observer>(&mut self, observer: &mut W) -> Next {
        observer.level(self.state.day, Some(self.world.ladder.top()));
        self.summary.any_war = true;
        if self.crisis == 0 {
            self.summary.peak = self.world.ladder.top();
            self.close(false);
        } else {
            self.summary.later_war = true;
        }
        Next::End
    }
}

#[cfg(test)]
mod tests;
