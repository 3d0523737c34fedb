//! Everything that a trial needs to know, checked once.

mod checks;

use super::numbers::Slot;
use super::overstretch::chance_of_accident;
use super::{Numbers, Side, Uncertain, armed_groups};
use crate::error::{Error, Problem};
use crate::parameters::{Actor, ArmedGroup, Listed, Relations, Rung};

/// How the crisis begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstMove {
    /// The opener acts on this rung.
    Rung(usize),
    /// The opener decides as it would later.
    Choose,
}

/// A model in the making: every number and every relation between them, as plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct Blueprint {
    /// The value of every parameter; for an uncertain one any value, since each trial draws its
    /// own.
    pub numbers: Numbers,
    /// For each rung: does it use armed force?
    pub force: Vec<bool>,
    /// For each rung: can its author deny it?
    pub deniable: Vec<bool>,
    /// An answer at or below this rung ends the crisis.
    pub off_ramp: usize,
    /// A peak at or above this rung makes the crisis a limited war; it uses force.
    pub limited_war: usize,
    /// The rung that a part of the state acts on when it overrides the choice; it uses force.
    pub unauthorised_rung: usize,
    /// How the crisis begins.
    pub first_move: FirstMove,
    /// Days a trial is followed.
    pub horizon_days: u32,
    /// Whose front each front is.
    pub front_actors: Vec<Side>,
    /// Whom each armed group attacks.
    pub armed_group_victims: Vec<Side>,
    /// The addresses of the luck of each mediator.
    pub mediator_luck: Vec<u128>,
    /// The addresses of the luck of each front.
    pub front_luck: Vec<u128>,
    /// The addresses of the luck of each armed group.
    pub armed_group_luck: Vec<u128>,
    /// The addresses of the luck of each actor's occasions.
    pub occasion_luck: [u128; 2],
    /// The uncertain values.
    pub uncertain_values: Vec<Uncertain>,
}

/// A blueprint that has been checked: no trial of it can go wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Model(Blueprint);

impl std::ops::Deref for Model {
    type Target = Blueprint;

    fn deref(&self) -> &Blueprint {
        &self.0
    }
}

impl Model {
    /// The smallest and the largest value that a number may have in a trial: one where it is not
    /// uncertain.
    #[must_use]
    pub fn ends(&self, slot: Slot) -> (f64, f64) {
        let uncertain = self
            .uncertain_values
            .iter()
            .find(|uncertain| uncertain.slot == slot);
        match (uncertain, slot.parameter()) {
            (Some(uncertain), Some(parameter)) => uncertain.ends(parameter),
            _ => self
                .numbers
                .get(slot)
                .map_or((0.0, 0.0), |value| (value, value)),
        }
    }

    /// The smallest and the largest value of the parameter with this key. `slot` makes the address
    /// from its index.
    #[must_use]
    pub fn ends_of<T: Listed>(&self, key: &str, slot: impl Fn(usize) -> Slot) -> (f64, f64) {
        // A key that is not in the list may have any value.
        T::index(key).map_or((f64::NEG_INFINITY, f64::INFINITY), |place| {
            self.ends(slot(place))
        })
    }

    /// Whether a number may be above 0.
    #[must_use]
    pub fn may_be_positive(&self, slot: Slot) -> bool {
        self.ends(slot).1 > 0.0
    }

    /// Whether an actor may find an occasion to challenge the other.
    #[must_use]
    pub fn may_find_occasions(&self) -> bool {
        Side::BOTH
            .into_iter()
            .any(|side| self.occasions_of(side) > 0.0)
    }

    /// The largest rate, per day, at which an actor may find occasions.
    #[must_use]
    pub fn occasions_of(&self, side: Side) -> f64 {
        self.ends_of::<Actor>("occasions_per_day", |key| Slot::Actor(side, key))
            .1
    }

    /// The largest rate, per day, at which an armed group may come to attack: strikes of its victim
    /// may feed it.
    #[must_use]
    pub fn attacks_of(&self, at: usize) -> f64 {
        let slot = |key| Slot::ArmedGroup(at, key);
        let (_, rate) = self.ends_of::<ArmedGroup>("attacks_per_day", slot);
        let (degraded, _) = self.ends_of::<ArmedGroup>("degraded", slot);
        if rate > 0.0 && degraded < 0.0 {
            armed_groups::MOST_ATTACKS_PER_DAY
        } else {
            rate
        }
    }

    /// The lowest rung that an actor can come to act on: where every choice of it is overridden,
    /// that of the override.
    #[must_use]
    pub fn lowest_act(&self, side: Side) -> usize {
        let (least, _) = self.ends_of::<Actor>("unauthorised", |key| Slot::Actor(side, key));
        if least >= 1.0 {
            self.unauthorised_rung
        } else {
            0
        }
    }

    /// Whether an act on this rung can slip into war by accident, and whether it always does.
    #[must_use]
    pub fn accident(&self, rung: usize) -> (bool, bool) {
        let (least, most) = self.ends_of::<Rung>("war_risk", |key| Slot::Rung(rung, key));
        let (_, crisis_communication) =
            self.ends_of::<Relations>("crisis_communication", Slot::Relations);
        // Talking halves the risk at most.
        (
            most > 0.0,
            chance_of_accident(least, crisis_communication) >= 1.0,
        )
    }

    /// Checks a blueprint.
    ///
    /// # Errors
    /// Every rule of the model that it breaks: ranges, the order of the rungs, indices without a target.
    pub fn new(blueprint: Blueprint) -> Result<Self, Error> {
        let mut problems = Vec::new();
        blueprint.check_ladder(&mut problems);
        blueprint.check_parties(&mut problems);
        blueprint.check_numbers(&mut problems);
        if problems.is_empty() {
            Ok(Self(blueprint))
        } else {
            Err(Error::Scenario(problems))
        }
    }

    /// The model with other numbers at these places; a value that was uncertain there is certain
    /// then. Of two numbers at one place the later counts.
    ///
    /// # Errors
    /// A place that the model does not have, and every rule that the changed model breaks.
    pub fn with(&self, changes: &[(Slot, f64)]) -> Result<Self, Error> {
        let mut blueprint = self.0.clone();
        blueprint
            .uncertain_values
            .retain(|uncertain| changes.iter().all(|(slot, _)| *slot != uncertain.slot));
        for &(slot, value) in changes {
            if blueprint.numbers.get(slot).is_none() {
                return Err(Error::Scenario(vec![Problem::new(format!(
                    "there is no number at {slot:?}"
                ))]));
            }
            blueprint.numbers.set(slot, value);
        }
        Self::new(blueprint)
    }

    /// How many rungs the ladder has.
    #[must_use]
    pub fn rungs(&self) -> usize {
        self.force.len()
    }

    /// The top rung: war.
    #[must_use]
    pub fn top(&self) -> usize {
        self.rungs() - 1
    }
}
