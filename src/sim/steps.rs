//! The single steps of a trial, which `trial.rs` puts in order.

use super::entity::EntityStream;
use super::luck::{Chance, Draw, Draws};
use super::observer::{Act, Decision, Event, Moment, Observer, Sight};
use super::trial::Simulator;
use crate::model::choice::{self, Weights};
use crate::model::deterrence::FrontState;
use crate::model::mediation::MediatorState;
use crate::model::perception::{self, Blow};
use crate::model::secrecy::{self, Openness};
use crate::model::{FirstMove, Side, armed_groups, casualties, logit};
use crate::stats::with_simd;

impl Simulator<'_> {
    /// The draws of the next step.
    #[inline]
    pub(super) fn next_draws(&mut self) -> Draws {
        let draws = self.luck.step(self.step);
        self.step += 1;
        draws
    }

    /// Winds the clocks of all third parties. One that cannot move needs no luck: its clock is
    /// never asked.
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
        self.start_events();
    }

    /// Every mediator that is not engaged may engage.
    #[inline]
    pub(super) fn mediators_move<W: Observer>(&mut self, severity: f64, dt: f64, observer: &mut W) {
        let mut changed = false;
        let mediators = self.state.mediators.iter_mut();
        let mediators = mediators.zip(&self.world.numbers.mediators);
        for (at, (state, mediator)) in mediators.enumerate() {
            if mediator.engages_per_day > 0.0 && state.pass(mediator, severity, dt) {
                observer.event(self.state.day, Event::MediatorEngages(at));
                changed = true;
            }
        }
        if changed {
            self.state.mediators_changed(&self.world);
        }
    }

    /// Every closed front may open, within `dt` days until `day`.
    #[inline]
    pub(super) fn fronts_move<W: Observer>(&mut self, dt: f64, day: f64, observer: &mut W) {
        let fronts = self.state.fronts.iter_mut().zip(&self.world.numbers.fronts);
        let fronts = fronts.zip(&self.model.front_actors);
        for (at, ((state, front), &actor)) in fronts.enumerate() {
            let reputation = self.state.deterrence[actor].reputation;
            if front.opens_per_day > 0.0 && state.pass(front, reputation, dt) {
                self.state.overstretch[actor].load += front.overstretch;
                self.summary.fronts_opened += 1;
                observer.event(day, Event::FrontOpens(at));
            }
        }
    }

    /// Every armed group may attack, once at most.
    #[inline]
    pub(super) fn armed_groups_move<W: Observer>(&mut self, dt: f64, observer: &mut W) {
        for at in 0..self.state.armed_groups.len() {
            if self.state.armed_groups[at].pass(dt) {
                observer.event(self.state.day, Event::GroupAttacks(at));
                self.attack(at);
            }
        }
    }

    /// An armed group attacks: deaths, anger at home, and a new wait.
    pub(super) fn attack(&mut self, at: usize) {
        let group = self.world.numbers.armed_groups[at];
        let victim = self.model.armed_group_victims[at];
        let q = armed_groups::provocation(&group);
        self.state.domestic[victim].provoked(&self.world.numbers.actors[victim], q, 1.0);
        self.summary.deaths += group.deaths;
        let nth = self.state.armed_groups[at].times + 1;
        let draw = self.armed_group_luck[at].draw(self.trial, nth);
        self.state.armed_groups[at].restart_clock(draw);
    }

    /// What the victim of an act sees in it, and how far it is visible to others.
    #[inline]
    pub(super) fn perceive<W: Observer>(&self, draws: &Draws, observer: &mut W) -> (f64, f64) {
        let act = &self.last;
        let numbers = &self.world.numbers;
        let author = &numbers.actors[act.author];
        let victim = &numbers.actors[act.author.opponent()];
        let amends = draws.happens(
            Chance::Amends,
            perception::chance_of_amends(author, &numbers.relations),
        );
        let blow = Blow {
            severity: self.world.ladder.severity[act.rung],
            shock: act.casualties.shock,
            force: self.world.ladder.force[act.rung],
            announced: act.openness.announced,
            amends,
            reply_to: (self.crisis_acts == 2).then_some(self.began_with),
        };
        let harm = blow.suffered(&numbers.dynamics, author, victim);
        let trust = self.state.trust.0;
        let fog = draws.normal(Draw::Fog);
        let q = perception::seen(harm, trust, fog, victim, &numbers.relations);
        let sight = Sight {
            side: act.author.opponent(),
            severity: blow.severity,
            harm,
            provocation: q,
            amends,
        };
        observer.event(self.state.day, Event::Seen(sight));
        (q, act.openness.visibility(&numbers.dynamics))
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
        let odds = &self.odds[..self.world.ladder.len];
        observer.decision(self.state.day, &decision, odds, &self.moment());
        rung
    }

    /// The state, to look at: of a trial that has ended, as it was left.
    #[must_use]
    pub const fn moment(&self) -> Moment<'_> {
        Moment {
            world: &self.world,
            state: &self.state,
        }
    }

    /// The chances that an act is announced, and that it becomes known. The fixed opening follows
    /// the scenario. Others without force are always announced; force with the chance of the
    /// actor's `publicity`, and its victim may disclose it.
    #[inline]
    fn chances_of_being_open(&self, side: Side, rung: usize) -> (f64, f64) {
        let numbers = &self.world.numbers;
        let fixed_opening = self.step == 1 && matches!(self.model.first_move, FirstMove::Rung(_));
        let force = self.world.ladder.force[rung];
        let announced = if fixed_opening {
            numbers.opening.publicity
        } else if force {
            numbers.actors[side].publicity
        } else {
            1.0
        };
        let known = if force {
            secrecy::chance_of_being_known(announced, &numbers.actors[side.opponent()])
        } else {
            announced
        };
        (announced, known)
    }

    /// Whether an act is announced, and whether it becomes known: one draw decides both. An act that
    /// can be denied stays hidden.
    #[inline]
    pub(super) fn openness(&self, side: Side, rung: usize, draws: &Draws) -> Openness {
        if self.world.ladder.deniable[rung] {
            return Openness::HIDDEN;
        }
        let (announced, known) = self.chances_of_being_open(side, rung);
        Openness {
            announced: draws.happens(Chance::Public, announced),
            known: draws.happens(Chance::Public, known),
        }
    }

    /// Counts an act towards the summary: of the first crisis acts, force and peak; of the whole
    /// trial deaths and the first answer.
    #[inline]
    pub(super) fn count(&mut self, act: &Act, force: bool, answer: bool) {
        if answer && self.summary.first_answer.is_none() {
            self.summary.first_answer = Some(act.rung);
        }
        if force {
            let numbers = &self.world.numbers;
            let author = &numbers.actors[act.author];
            let victim = &numbers.actors[act.author.opponent()];
            let unblunted = casualties::unblunted(&numbers.dynamics, author, victim);
            self.summary.deaths +=
                casualties::deaths(numbers.rungs[act.rung].deaths, unblunted, act.casualties);
            self.groups_are_struck(act.author);
        }
        if self.crisis_acts == 0 {
            self.began_with = self.world.ladder.severity[act.rung];
        }
        self.crisis_acts += 1;
        self.summary.any_war |= act.rung >= self.model.limited_war;
        if self.crisis == 0 {
            self.summary.acts += 1;
            self.summary.force[act.author] += u64::from(force);
            self.summary.peak = self.summary.peak.max(act.rung);
            self.summary.end_day = self.state.day;
        }
    }

    /// The armed groups that attack this actor feel its use of force, whoever was hit.
    fn groups_are_struck(&mut self, victim: Side) {
        for (at, group) in self.world.numbers.armed_groups.iter().enumerate() {
            if self.model.armed_group_victims[at] == victim {
                armed_groups::struck(&mut self.state.armed_groups[at], group);
            }
        }
    }

    /// What an act does to its author and to trust; `q` is the provocation it answers.
    #[inline]
    pub(super) fn leave_marks(&mut self, act: &Act, q: f64) {
        let side = act.author;
        let numbers = &self.world.numbers;
        let dynamics = &numbers.dynamics;
        let severity = self.world.ladder.severity[act.rung];
        self.state.overstretch[side].acted(dynamics, self.world.ladder.effort[act.rung]);
        self.state.trust.acted(dynamics, severity);
        if act.openness.announced {
            self.state.domestic[side].announced(severity);
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
            if unresolved {
                self.summary.end_day = self.horizon;
            }
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
