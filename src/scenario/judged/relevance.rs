//! Which numbers can change how a trial goes.

use crate::model::{FirstMove, Model, Side, Slot};
use crate::parameters::{Actor, Dynamics, Front, Listed, Mediator, Opening};

/// Whether another value at this place could change how a trial goes, apart from how many die. It
/// leaves out what belongs to a part of the model that is not there; it may keep what in fact
/// changes nothing.
pub fn can_matter(model: &Model, slot: Slot) -> bool {
    let key = slot.parameter().map_or("", |parameter| parameter.key);
    match slot {
        Slot::Rung(..) => key != "severity" && key != "deaths",
        Slot::Opening(at) if Opening::LIST[at].key == "publicity" => is_announced(model),
        Slot::Leverage(at, side) => {
            engages(model, at) || actor_has(model, side.opponent(), "reliance_on_mediators")
        }
        Slot::Mediator(at, _) => Side::BOTH
            .iter()
            .any(|&side| model.may_be_positive(Slot::Leverage(at, side))),
        Slot::Front(at, _) if key == "overstretch" => front_opens(model, at),
        Slot::Front(at, _) => {
            key != "opens_per_day" || model.may_be_positive(front(at, "overstretch"))
        }
        Slot::ArmedGroup(at, _) => key != "deaths" && model.attacks_of(at) > 0.0,
        Slot::Actor(side, _) if key == "cost_of_overstretch" => may_be_overstretched(model, side),
        Slot::Dynamics(at) => dynamics_matter(model, Dynamics::LIST[at].key),
        _ => true,
    }
}

/// Whether the opening act is fixed and could be announced.
fn is_announced(model: &Model) -> bool {
    match model.first_move {
        FirstMove::Rung(rung) => model.force[rung] && !model.deniable[rung],
        FirstMove::Choose => false,
    }
}

/// Whether what a dynamic works on is there.
fn dynamics_matter(model: &Model, key: &str) -> bool {
    let mediators = 0..model.numbers.mediators.len();
    match key {
        "mediator_cover" | "mediator_pull" => mediators.into_iter().any(|at| engages(model, at)),
        "apology_relief" => either_has(model, "apology"),
        "restraint_effect" => either_has(model, "restraint"),
        _ => true,
    }
}

/// Whether a mediator may engage.
fn engages(model: &Model, at: usize) -> bool {
    model
        .ends_of::<Mediator>("engages_per_day", |key| Slot::Mediator(at, key))
        .1
        > 0.0
}

/// The place of a number of a front.
fn front(at: usize, key: &str) -> Slot {
    Slot::Front(at, Front::index(key).unwrap_or(usize::MAX))
}

/// Whether a front may open.
fn front_opens(model: &Model, at: usize) -> bool {
    model.may_be_positive(front(at, "opens_per_day"))
}

/// Whether an actor may have anything on its hands elsewhere.
fn may_be_overstretched(model: &Model, side: Side) -> bool {
    let own_fronts = (0..model.front_actors.len()).filter(|&at| model.front_actors[at] == side);
    actor_has(model, side, "overstretch") || own_fronts.into_iter().any(|at| front_opens(model, at))
}

/// Whether a number of an actor may be above 0.
fn actor_has(model: &Model, side: Side, key: &str) -> bool {
    model.ends_of::<Actor>(key, |at| Slot::Actor(side, at)).1 > 0.0
}

/// Whether a number of either actor may be above 0.
fn either_has(model: &Model, key: &str) -> bool {
    Side::BOTH
        .into_iter()
        .any(|side| actor_has(model, side, key))
}
