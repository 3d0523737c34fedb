//! All inputs of a scenario, resolved: what its results rest on, one path and value to each.
//!
//! Everything that must know them reads this list: the resolved scenario as TOML, its digest, and what differs between
//! two scenarios.

use crate::model::{FirstMove, Slot};
use crate::parameters::{Actor, Dynamics, Front, Listed, Mediator, Opening, Relations, Rung, Spoiler};
use crate::scenario::assembled::Scenario;
use crate::scenario::facts::record::Record;
use crate::scenario::names::Named;
use crate::scenario::read::words::quoted;

/// One input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its path: `actors.iran.sting`, `opening.rung`, `rungs.covert.force`.
    pub path: String,
    /// Its value, as TOML writes it.
    pub value: String,
}

impl Input {
    fn new(path: impl Into<String>, value: impl Into<String>) -> Self {
        Self { path: path.into(), value: value.into() }
    }
}

impl Scenario {
    /// All inputs, resolved, in the order of a scenario file.
    #[must_use]
    pub fn inputs(&self) -> Vec<Input> {
        inputs(self)
    }
}

/// The inputs, those of a table in a row: the order of a scenario file.
pub fn inputs(scenario: &Scenario) -> Vec<Input> {
    let (names, model) = (&scenario.names, &scenario.model);
    let rung = |at: usize| quoted(&names.rungs[at].id);
    let first = match model.first_move {
        FirstMove::Choose => quoted("choose"),
        FirstMove::Rung(at) => rung(at),
    };
    let mut inputs = vec![
        Input::new("horizon_days", model.horizon_days.to_string()),
        Input::new("off_ramp", rung(model.off_ramp)),
        Input::new("limited_war", rung(model.limited_war)),
        Input::new("unauthorised_rung", rung(model.unauthorised_rung)),
        Input::new("opening.actor", quoted(&names.actors[0].id)),
        Input::new("opening.rung", first),
    ];
    let add = |inputs: &mut Vec<Input>, slots: &mut dyn Iterator<Item = Slot>| {
        let input = |slot| Some(Input::new(names.path(slot), value(scenario, slot)?));
        inputs.extend(slots.filter_map(input));
    };
    add(&mut inputs, &mut (0..Opening::LIST.len()).map(Slot::Opening));
    add(&mut inputs, &mut (0..Relations::LIST.len()).map(Slot::Relations));
    for side in names.actors_in_order() {
        inputs.push(label("actors", &names.actors[side as usize]));
        add(&mut inputs, &mut (0..Actor::LIST.len()).map(|key| Slot::Actor(side as usize, key)));
    }
    for (at, named) in names.mediators.iter().enumerate() {
        inputs.push(label("mediators", named));
        add(&mut inputs, &mut (0..Mediator::LIST.len()).map(|key| Slot::Mediator(at, key)));
        add(&mut inputs, &mut names.actors_in_order().into_iter().map(|side| Slot::Leverage(at, side as usize)));
    }
    for (at, named) in names.fronts.iter().enumerate() {
        inputs.push(label("fronts", named));
        let actor = &names.actors[model.front_actors[at] as usize].id;
        inputs.push(Input::new(format!("fronts.{}.actor", named.id), quoted(actor)));
        add(&mut inputs, &mut (0..Front::LIST.len()).map(|key| Slot::Front(at, key)));
    }
    for (at, named) in names.spoilers.iter().enumerate() {
        inputs.push(label("spoilers", named));
        let victim = &names.actors[model.spoiler_victims[at] as usize].id;
        inputs.push(Input::new(format!("spoilers.{}.victim", named.id), quoted(victim)));
        add(&mut inputs, &mut (0..Spoiler::LIST.len()).map(|key| Slot::Spoiler(at, key)));
    }
    add(&mut inputs, &mut (0..Dynamics::LIST.len()).map(Slot::Dynamics));
    for (at, named) in names.rungs.iter().enumerate() {
        inputs.push(label("rungs", named));
        inputs.push(Input::new(format!("rungs.{}.force", named.id), model.force[at].to_string()));
        inputs.push(Input::new(format!("rungs.{}.deniable", named.id), model.deniable[at].to_string()));
        add(&mut inputs, &mut (0..Rung::LIST.len()).map(|key| Slot::Rung(at, key)));
    }
    inputs.extend(scenario.record.iter().flat_map(|record| self::record(scenario, record)));
    inputs
}

/// The value of a number, as TOML writes it.
pub fn value(scenario: &Scenario, slot: Slot) -> Option<String> {
    let model = &scenario.model;
    let uncertain = model.uncertain_values.iter().find(|uncertain| uncertain.slot == slot);
    let certain = || model.numbers.get(slot).map(|number| format!("{number:?}"));
    uncertain.map(|uncertain| uncertain.distribution.to_string()).or_else(certain)
}

/// What a trial must agree with to meet the record. (The recorded course decides nothing.)
fn record(scenario: &Scenario, record: &Record) -> Vec<Input> {
    let facts = &record.facts;
    let rung = |at: usize| quoted(&scenario.names.rungs[at].id);
    let range = |(low, high): (f64, f64)| format!("[{low:?}, {high:?}]");
    let stated = [
        ("outcome", facts.outcome.map(|outcome| quoted(outcome.name()))),
        ("peak", facts.peak.map(rung)),
        ("first_answer", facts.first_answer.map(rung)),
        ("end_day", facts.end_day.map(range)),
        ("deaths", facts.deaths.map(range)),
    ];
    stated.into_iter().filter_map(|(key, value)| Some(Input::new(format!("record.{key}"), value?))).collect()
}

fn label(table: &str, named: &Named) -> Input {
    Input::new(format!("{table}.{}.label", named.id), quoted(&named.label))
}
