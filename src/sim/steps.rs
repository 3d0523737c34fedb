//! The single steps of a trial, which `trial.rs` puts in order.

use super::entity::EntityStream;
use super::luck::{Chance, Draw, Draws};
use super::observer::{Act, Decision, Observer};
use super::trial::Simulator;
use crate::model::casualties;
use crate::model::choice::{self, Weights};
use crate::model::deterrence::FrontState;
use crate::model::mediation::MediatorState;
use crate::model::spoilers::{self, SpoilerState};
use crate::model::{FirstMove, Side, logit, perception};
use crate::stats::with_simd;

impl Simulator<'_> {
    /// The draws of the next step.
    #[inline]
    pub(super) fn next_draws(&mut self) -> Draws {
        let draws = self.luck.step(self.step);
        self.step += 1;
        draws
    }

    /// Winds the clocks of all third parties. One that cannot move needs no luck: its clock is never asked.
    pub(super) fn start_clocks(&mut self) {
        let numbers = &self.world.numbers;
        let state = &mut self.state;
        let trial = self.trial;
        for (at, mediator) in numbers.mediators.iter().enumerate() {
            state.mediators[at] = MediatorState::start(threshold(
                mediator.engages_per_day,
                &mut self.mediator_luck[at],
                trial,
            ));
        }
        for (at, front) in numbers.fronts.iter().enumerate() {
            state.fronts[at] = FrontState::start(threshold(
                front.opens_per_day,
                &mut self.front_luck[at],
                trial,
            ));
        }
        for (at, spoiler) in numbers.spoilers.iter().enumerate() {
            state.spoilers[at] = SpoilerState::start(threshold(
                spoiler.attacks_per_day,
                &mut self.spoiler_luck[at],
                trial,
            ));
        }
    }

    /// Every mediator that is not engaged may engage.
    #[inline]
    pub(super) fn mediators_move(&mut self, severity: f64, dt: f64) {
        let mut changed = false;
        for (state, mediator) in self
            .state
            .mediators
            .iter_mut()
            .zip(&self.world.numbers.mediators)
        {
            changed |= mediator.engages_per_day > 0.0 && state.pass(mediator, severity, dt);
        }
        if changed {
            self.state.mediators_changed(&self.world);
        }
    }

    /// Every closed front may open.
    #[inline]
    pub(super) fn fronts_move(&mut self, dt: f64) {
        let fronts = self.state.fronts.iter_mut().zip(&self.world.numbers.fronts);
        for ((state, front), &actor) in fronts.zip(&self.model.front_actors) {
            let standing = self.state.deterrence[actor].standing;
            if front.opens_per_day > 0.0 && state.pass(front, standing, dt) {
                self.state.strain[actor].load += front.strain;
                self.summary.fronts_opened += 1;
            }
        }
    }

    /// Every spoiler may attack, once at most.
    #[inline]
    pub(super) fn spoilers_move(&mut self, dt: f64) {
        for at in 0..self.state.spoilers.len() {
            let spoiler = self.world.numbers.spoilers[at];
            if spoiler.attacks_per_day > 0.0 && self.state.spoilers[at].pass(&spoiler, dt) {
                let victim = self.model.spoiler_victims[at];
                let q = spoilers::provocation(&spoiler);
                self.state.domestic[victim].provoked(&self.world.numbers.actors[victim], q, 1.0);
                self.summary.deaths += spoiler.deaths;
                self.wind_again(at);
            }
        }
    }

    /// The spoiler that attacks next in quiet, and the days until then; none if no attack comes within `most` days.
    pub(super) fn next_attack(&self, most: f64) -> Option<(usize, f64)> {
        let spoilers = self.state.spoilers.iter().zip(&self.world.numbers.spoilers);
        let mut next = None;
        let mut soonest = most;
        for (at, (state, spoiler)) in spoilers.enumerate() {
            // If two attack at one time, the first in the list counts.
            if let Some(days) = state.days_left(spoiler, soonest)
                && (days < soonest || next.is_none())
            {
                next = Some(at);
                soonest = days;
            }
        }
        next.map(|at| (at, soonest))
    }

    /// In quiet: `dt` days have passed and this spoiler attacks.
    pub(super) fn attack(&mut self, attacker: usize, dt: f64) {
        for at in (0..self.state.spoilers.len()).filter(|&at| at != attacker) {
            self.state.spoilers[at].pass(&self.world.numbers.spoilers[at], dt);
        }
        self.summary.deaths += self.world.numbers.spoilers[attacker].deaths;
        self.wind_again(attacker);
    }

    fn wind_again(&mut self, at: usize) {
        let attacks = self.state.spoilers[at].attacks + 1;
        self.state.spoilers[at].restart_clock(self.spoiler_luck[at].draw(self.trial, attacks));
    }

    /// What the victim of an act sees in it, and how far it is visible to others.
    #[inline]
    pub(super) fn perceive(&self, draws: &Draws) -> (f64, f64) {
        let act = &self.last;
        let numbers = &self.world.numbers;
        let author = &numbers.actors[act.author];
        let victim = &numbers.actors[act.author.opponent()];
        let channel = numbers.relations.channel;
        let severity = self.world.ladder.severity[act.rung];
        let force = self.world.ladder.force[act.rung];
        let amends = draws.happens(
            Chance::Amends,
            perception::chance_of_amends(author, channel),
        );
        let harm = perception::suffered(
            severity,
            act.casualties.shock,
            force,
            amends,
            &numbers.dynamics,
            author,
            victim,
        );
        let q = perception::seen(harm, draws.normal(Draw::Fog), victim, channel);
        (
            q,
            if act.public {
                1.0
            } else {
                numbers.dynamics.deniable_discount
            },
        )
    }

    /// Actor `side` chooses a rung, having seen `q`; then a part of the state may override it.
    #[inline]
    pub(super) fn choose<W: Observer>(
        &mut self,
        side: Side,
        q: f64,
        vis: f64,
        draws: &Draws,
        observer: &mut W,
    ) -> usize {
        let draw = draws.uniform(Draw::Choice);
        let world = &self.world;
        let state = &self.state;
        let odds = &mut self.odds;
        let chosen = with_simd(
            #[inline(always)]
            || {
                let weights = Weights::new(world, state, side, q, vis);
                let sum = choice::odds(world, side, &weights, odds);
                logit::pick(&world.ladder, odds, sum, draw)
            },
        );
        let overridden = draws.happens(
            Chance::Unauthorised,
            self.world.numbers.actors[side].unauthorised,
        );
        let rung = if overridden {
            chosen.max(self.world.ladder.unauthorised_rung)
        } else {
            chosen
        };
        let decision = Decision {
            side,
            provocation: q,
            visibility: vis,
            rung,
            draw,
            overridden,
        };
        observer.decision(
            self.state.day,
            &decision,
            &self.odds[..self.world.ladder.len],
        );
        rung
    }

    /// Whether an act is announced. A deniable act never is; the fixed opening follows the scenario. Otherwise
    /// non-violent acts are always announced, and violent ones with the chance of the actor's `publicity`.
    #[inline]
    pub(super) fn is_public(&self, side: Side, rung: usize, draws: &Draws) -> bool {
        let ladder = &self.world.ladder;
        let fixed_opening = self.step == 1 && matches!(self.model.first_move, FirstMove::Rung(_));
        let chance = if fixed_opening {
            self.world.numbers.opening.publicity
        } else if ladder.force[rung] {
            self.world.numbers.actors[side].publicity
        } else {
            1.0
        };
        !ladder.deniable[rung] && draws.happens(Chance::Public, chance)
    }

    /// Counts an act towards the summary: of the first crisis acts, force and peak; of the whole trial deaths and the
    /// first answer.
    #[inline]
    pub(super) fn count(&mut self, act: &Act, force: bool, answer: bool) {
        if answer && self.summary.first_answer.is_none() {
            self.summary.first_answer = Some(act.rung);
        }
        if force {
            let numbers = &self.world.numbers;
            let spared = casualties::spared(&numbers.dynamics, &numbers.actors[act.author]);
            self.summary.deaths +=
                casualties::deaths(numbers.rungs[act.rung].deaths, spared, act.casualties);
        }
        if self.crisis == 0 {
            self.summary.acts += 1;
            self.summary.force[act.author] += u64::from(force);
            self.summary.peak = self.summary.peak.max(act.rung);
            self.summary.end_day = self.state.day;
        }
    }

    /// What an act does to its author and to trust; `q` is the provocation it answers.
    #[inline]
    pub(super) fn leave_marks(&mut self, act: &Act, q: f64) {
        let side = act.author;
        let numbers = &self.world.numbers;
        let dynamics = &numbers.dynamics;
        let severity = self.world.ladder.severity[act.rung];
        self.state.strain[side].acted(dynamics, self.world.ladder.effort[act.rung]);
        self.state.trust.acted(dynamics, severity);
        if act.public {
            self.state.domestic[side].acted_in_public(severity);
        }
        if q > 0.0 {
            let in_kind = choice::in_kind(&numbers.actors[side], q);
            self.state.domestic[side].vented(dynamics, severity, in_kind);
            self.state.deterrence[side].answered(dynamics, severity, q);
        }
    }

    /// The crisis is over. Only the first is summed up.
    pub(super) fn close(&mut self, unresolved: bool) {
        if self.crisis == 0 {
            self.summary
                .settle(self.world.ladder.top(), self.model.limited_war, unresolved);
        }
    }
}

/// Where the clock of something with this rate stands when it moves.
#[inline]
fn threshold(rate: f64, luck: &mut EntityStream, trial: u64) -> f64 {
    if rate > 0.0 { luck.draw(trial, 0) } else { 0.0 }
}
