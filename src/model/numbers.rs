//! Every number of a scenario, and an address for each.

use super::Side;
use crate::parameters::{
    Actor, ArmedGroup, Dynamics, Front, Leverage, Listed, Mediator, Opening, Parameter, Relations,
    Rung,
};

/// The values of all parameters of one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// The opening.
    pub opening: Opening,
    /// What lies between the actors.
    pub relations: Relations,
    /// The two actors, the opener first.
    pub actors: [Actor; 2],
    /// The rungs of the ladder, from the foot up.
    pub rungs: Vec<Rung>,
    /// The mediators.
    pub mediators: Vec<Mediator>,
    /// Each mediator's leverage on the two actors; as many as mediators.
    pub leverage: Vec<[Leverage; 2]>,
    /// The fronts.
    pub fronts: Vec<Front>,
    /// The armed groups.
    pub armed_groups: Vec<ArmedGroup>,
    /// How time and acts change the state.
    pub dynamics: Dynamics,
}

/// Where one number stands. The last index is the place of the parameter in its list
/// ([`Listed::LIST`]); one before it is the place of the rung or third party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// A parameter of the opening.
    Opening(usize),
    /// A parameter of the relations.
    Relations(usize),
    /// Actor, parameter.
    Actor(Side, usize),
    /// Rung, parameter.
    Rung(usize, usize),
    /// Mediator, parameter.
    Mediator(usize, usize),
    /// Mediator, actor.
    Leverage(usize, Side),
    /// Front, parameter.
    Front(usize, usize),
    /// Armed group, parameter.
    ArmedGroup(usize, usize),
    /// A parameter of the dynamics.
    Dynamics(usize),
}

impl Slot {
    /// The parameter that stands there; none for an address outside the lists.
    #[must_use]
    pub fn parameter(self) -> Option<&'static Parameter> {
        match self {
            Self::Opening(key) => Opening::LIST.get(key),
            Self::Relations(key) => Relations::LIST.get(key),
            Self::Actor(_, key) => Actor::LIST.get(key),
            Self::Rung(_, key) => Rung::LIST.get(key),
            Self::Mediator(_, key) => Mediator::LIST.get(key),
            Self::Leverage(..) => Leverage::LIST.first(),
            Self::Front(_, key) => Front::LIST.get(key),
            Self::ArmedGroup(_, key) => ArmedGroup::LIST.get(key),
            Self::Dynamics(key) => Dynamics::LIST.get(key),
        }
    }
}

impl Numbers {
    /// The number at `slot`; none for an address outside this scenario.
    #[must_use]
    pub fn get(&self, slot: Slot) -> Option<f64> {
        match slot {
            Slot::Opening(key) => self.opening.get(key),
            Slot::Relations(key) => self.relations.get(key),
            Slot::Actor(side, key) => self.actors[side].get(key),
            Slot::Rung(at, key) => self.rungs.get(at)?.get(key),
            Slot::Mediator(at, key) => self.mediators.get(at)?.get(key),
            Slot::Leverage(at, side) => self.leverage.get(at)?[side].get(0),
            Slot::Front(at, key) => self.fronts.get(at)?.get(key),
            Slot::ArmedGroup(at, key) => self.armed_groups.get(at)?.get(key),
            Slot::Dynamics(key) => self.dynamics.get(key),
        }
    }

    /// Sets the number at `slot`; without effect for an address outside this scenario.
    pub fn set(&mut self, slot: Slot, value: f64) {
        match slot {
            Slot::Opening(key) => self.opening.set(key, value),
            Slot::Relations(key) => self.relations.set(key, value),
            Slot::Actor(side, key) => self.actors[side].set(key, value),
            Slot::Rung(at, key) => set_in(self.rungs.get_mut(at), key, value),
            Slot::Mediator(at, key) => set_in(self.mediators.get_mut(at), key, value),
            Slot::Leverage(at, side) => {
                set_in(self.leverage.get_mut(at).map(|on| &mut on[side]), 0, value);
            }
            Slot::Front(at, key) => set_in(self.fronts.get_mut(at), key, value),
            Slot::ArmedGroup(at, key) => set_in(self.armed_groups.get_mut(at), key, value),
            Slot::Dynamics(key) => self.dynamics.set(key, value),
        }
    }

    /// Every address there is, in the order of the lists.
    #[must_use]
    pub fn slots(&self) -> Vec<Slot> {
        let mut slots: Vec<Slot> = (0..Opening::LIST.len()).map(Slot::Opening).collect();
        slots.extend((0..Relations::LIST.len()).map(Slot::Relations));
        for side in Side::BOTH {
            slots.extend((0..Actor::LIST.len()).map(|key| Slot::Actor(side, key)));
        }
        slots.extend(each(self.rungs.len(), Rung::LIST.len(), Slot::Rung));
        slots.extend(each(
            self.mediators.len(),
            Mediator::LIST.len(),
            Slot::Mediator,
        ));
        for at in 0..self.leverage.len() {
            slots.extend(Side::BOTH.map(|side| Slot::Leverage(at, side)));
        }
        slots.extend(each(self.fronts.len(), Front::LIST.len(), Slot::Front));
        slots.extend(each(
            self.armed_groups.len(),
            ArmedGroup::LIST.len(),
            Slot::ArmedGroup,
        ));
        slots.extend((0..Dynamics::LIST.len()).map(Slot::Dynamics));
        slots
    }
}

/// The addresses of all things of a kind, each with all its keys.
fn each(count: usize, keys: usize, slot: fn(usize, usize) -> Slot) -> impl Iterator<Item = Slot> {
    (0..count).flat_map(move |at| (0..keys).map(move |key| slot(at, key)))
}

fn set_in<T: Listed>(group: Option<&mut T>, key: usize, value: f64) {
    if let Some(group) = group {
        group.set(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_reads_back_what_was_set_there_and_nothing_else_moves() {
        let mut numbers = Numbers {
            rungs: vec![Rung::default(); 3],
            mediators: vec![Mediator::default(); 2],
            leverage: vec![[Leverage::default(); 2]; 2],
            fronts: vec![Front::default()],
            armed_groups: vec![ArmedGroup::default()],
            ..Numbers::default()
        };
        let slots = numbers.slots();
        for (place, &slot) in slots.iter().enumerate() {
            numbers.set(slot, place as f64 + 0.5);
        }
        for (place, &slot) in slots.iter().enumerate() {
            assert_eq!(numbers.get(slot), Some(place as f64 + 0.5), "{slot:?}");
            assert!(slot.parameter().is_some());
        }
        assert_eq!(numbers.get(Slot::Front(1, 0)), None);
        assert_eq!(Slot::Front(0, 9).parameter(), None);
    }
}
