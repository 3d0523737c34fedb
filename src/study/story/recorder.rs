//! The observer that writes a story down.

use super::{Deed, Happening, Mind, Story, StoryEvent};

use crate::model::{Model, World};
use crate::sim::{Act, Decision, Event, Moment, Observer, Simulator};
use crate::study::divergence::TraceRecorder;

/// Runs a trial and writes down all that happens in it.
#[must_use]
pub fn record_story(model: &Model, seed: u64, trial: u64) -> Story {
    let mut simulator = Simulator::new(model, seed);
    let mut recorder = StoryRecorder {
        top: model.top(),
        ..StoryRecorder::default()
    };
    let summary = *simulator.run(trial, &mut recorder);
    let world = simulator.moment().world;
    for event in &mut recorder.events {
        event.what = with_deaths(event.what, world);
    }
    Story {
        trial,
        trace: recorder.trace.trace(summary),
        minds: recorder.minds,
        events: recorder.events,
    }
}

/// An event that cost lives, with the number that the trial gives them.
fn with_deaths(what: Happening, world: &World) -> Happening {
    let numbers = &world.numbers;
    match what {
        Happening::Attacks { group, .. } => Happening::Attacks {
            group,
            deaths: numbers
                .armed_groups
                .get(group)
                .map_or(0.0, |group| group.deaths),
        },
        Happening::Slips { .. } => Happening::Slips {
            deaths: numbers.rungs[world.ladder.top()].deaths,
        },
        other => other,
    }
}

#[derive(Default)]
struct StoryRecorder {
    /// The top rung.
    top: usize,
    trace: TraceRecorder,
    minds: Vec<Mind>,
    events: Vec<StoryEvent>,
    /// The rung of the last act, while a crisis is on.
    last: Option<usize>,
}

impl StoryRecorder {
    fn add(&mut self, day: f64, what: Happening) {
        self.events.push(StoryEvent { day, what });
    }
}

impl Observer for StoryRecorder {
    fn level(&mut self, day: f64, rung: Option<usize>) {
        self.trace.level(day, rung);
        self.last = rung;
        match rung {
            None => self.add(day, Happening::Over),
            Some(rung) if rung == self.top => self.add(day, Happening::War),
            Some(_) => {}
        }
    }

    fn decision(&mut self, day: f64, decision: &Decision, odds: &[f64], moment: &Moment<'_>) {
        self.add(day, Happening::Decides(self.minds.len()));
        self.trace.decision(day, decision, odds, moment);
        self.minds.push(mind(decision, odds.len(), moment));
    }

    fn act(&mut self, day: f64, act: &Act, moment: &Moment<'_>) {
        let side = act.author;
        let state = moment.state;
        let deed = Deed {
            side,
            rung: act.rung,
            answers: self.last,
            announced: act.openness.announced,
            known: act.openness.known,
            deaths: moment.deaths(act),
            anger: state.domestic[side].pressure,
            reputation: state.deterrence[side].reputation,
            trust: state.trust.0,
        };
        self.add(day, Happening::Acts(deed));
    }

    fn event(&mut self, day: f64, event: Event) {
        let what = match event {
            Event::MediatorEngages(at) => Happening::Engages(at),
            Event::FrontOpens(at) => Happening::Opens(at),
            Event::GroupAttacks(group) => Happening::Attacks { group, deaths: 0.0 },
            Event::Occasion(side) => Happening::Occasion(side),
            Event::Seen(sight) => Happening::Sees(sight),
            Event::Slips => Happening::Slips { deaths: 0.0 },
            Event::Cut => Happening::Cut,
        };
        self.add(day, what);
    }
}

/// What a decision rests on.
fn mind(decision: &Decision, rungs: usize, moment: &Moment<'_>) -> Mind {
    let side = decision.side;
    let state = moment.state;
    let precision = moment.world.numbers.actors[side].choice_precision;
    let reasons = (0..rungs).map(|rung| {
        let considerations = moment.considerations(decision, rung);
        considerations.map(|value| precision * value)
    });
    let home = &state.domestic[side];
    let burden = &state.overstretch[side];
    Mind {
        visibility: decision.visibility,
        anger: home.pressure,
        threat: home.threat,
        reputation: state.deterrence[side].reputation,
        belief: state.belief(moment.world, side),
        trust: state.trust.0,
        mediation: state.mediation[side],
        overstretch: burden.load,
        readiness: burden.readiness,
        reasons: reasons.collect(),
    }
}
