//! Quiet: between crises an armed group may attack, and an actor may find an occasion. Either may
//! begin a later crisis.

use super::observer::{self, Observer};
use super::trial::{Decided, Next, Simulator};
use crate::model::{Recurring, Side, armed_groups, occasions};

/// What may begin a later crisis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    /// An attack of the armed group in this place.
    Attack(usize),
    /// An occasion of this actor.
    Occasion(Side),
}

impl From<Event> for observer::Event {
    fn from(event: Event) -> Self {
        match event {
            Event::Attack(at) => Self::GroupAttacks(at),
            Event::Occasion(side) => Self::Occasion(side),
        }
    }
}

/// The event that comes next, and the days until then.
#[derive(Clone, Copy, Debug)]
struct Coming {
    event: Event,
    days: f64,
}

/// How an actor is moved to choose, outside a crisis.
#[derive(Clone, Copy, Debug)]
struct Moved {
    side: Side,
    provocation: f64,
    /// Whether it found an occasion, so that what it begins is a challenge.
    challenge: bool,
}

impl Simulator<'_> {
    /// The next event, which the actor whom it moves may let pass or make the start of a later
    /// crisis.
    pub(super) fn quiet<W: Observer>(&mut self, observer: &mut W) -> Next {
        let left = self.horizon - self.state.day;
        let Some(Coming { event, days }) = self.next_event(left) else {
            self.fronts_move(left, self.horizon, observer);
            return Next::End;
        };
        // To the last bit: no day lies beyond the horizon.
        if self.state.day + days > self.horizon {
            self.fronts_move(left, self.horizon, observer);
            return Next::End;
        }
        self.fronts_move(days, self.state.day + days, observer);
        self.state.pass(&self.world, days);
        self.others_wait(event, days);
        observer.event(self.state.day, event.into());
        let moved = self.happen(event);
        let draws = self.next_draws();
        let rung = self.choose(moved.side, moved.provocation, 1.0, &draws, observer);
        if rung <= self.world.ladder.off_ramp {
            return Next::Quiet;
        }
        self.crisis += 1;
        self.crisis_acts = 0;
        self.summary.later_crises += 1;
        self.summary.challenges += u64::from(moved.challenge);
        let decided = Decided {
            side: moved.side,
            rung,
            provocation: moved.provocation,
            answers: None,
        };
        self.act(decided, &draws, observer)
    }

    /// The event that comes next; none if none comes within `most` days. Of two at one time, the
    /// first in the list counts.
    fn next_event(&self, most: f64) -> Option<Coming> {
        let mut next = None;
        for (at, attacks) in self.state.armed_groups.iter().enumerate() {
            next = sooner(next, Event::Attack(at), attacks, most);
        }
        for side in Side::BOTH {
            let occasions = &self.state.occasions[side];
            next = sooner(next, Event::Occasion(side), occasions, most);
        }
        next
    }

    /// Lets the clocks of all other sources of events run on.
    fn others_wait(&mut self, event: Event, days: f64) {
        for (at, attacks) in self.state.armed_groups.iter_mut().enumerate() {
            if event != Event::Attack(at) {
                attacks.pass(days);
            }
        }
        for side in Side::BOTH {
            if event != Event::Occasion(side) {
                self.state.occasions[side].pass(days);
            }
        }
    }

    /// Lets an event happen, and returns how an actor is moved by it.
    fn happen(&mut self, event: Event) -> Moved {
        match event {
            Event::Attack(at) => {
                let group = self.world.numbers.armed_groups[at];
                self.attack(at);
                Moved {
                    side: self.model.armed_group_victims[at],
                    provocation: armed_groups::provocation(&group),
                    challenge: false,
                }
            }
            Event::Occasion(side) => {
                let nth = self.state.occasions[side].times + 1;
                let draw = self.occasion_luck[side].draw(self.trial, nth);
                self.state.occasions[side].restart_clock(draw);
                Moved {
                    side,
                    provocation: occasions::PROVOCATION,
                    challenge: true,
                }
            }
        }
    }

    /// Starts the clocks of attacks and occasions. A source that never comes needs no luck.
    pub(super) fn start_events(&mut self) {
        for (at, group) in self.world.numbers.armed_groups.iter().enumerate() {
            let rate = group.attacks_per_day;
            let draw = if rate > 0.0 {
                self.armed_group_luck[at].draw(self.trial, 0)
            } else {
                0.0
            };
            self.state.armed_groups[at] = Recurring::start(rate, draw);
        }
        for side in Side::BOTH {
            let actor = &self.world.numbers.actors[side];
            if actor.occasions_per_day > 0.0 {
                let draw = self.occasion_luck[side].draw(self.trial, 0);
                self.state.occasions[side] = occasions::of(actor, draw);
            }
        }
    }
}

/// The next event of this source where it comes sooner than what is known to come, and within
/// `most` days.
#[inline]
fn sooner(known: Option<Coming>, event: Event, source: &Recurring, most: f64) -> Option<Coming> {
    if source.rate <= 0.0 {
        return known;
    }
    let soonest = known.map_or(most, |coming| coming.days);
    match source.days_left(soonest) {
        Some(days) if known.is_none_or(|coming| days < coming.days) => Some(Coming { event, days }),
        _ => known,
    }
}
