//! All inputs of a scenario, resolved: what its results rest on, one path and value to each.
//!
//! Everything that must know them reads this list: the resolved scenario as TOML, its digest, and
//! what differs between two scenarios.

use crate::model::{FirstMove, Side, Slot};
use crate::parameters::{
    Actor, ArmedGroup, Dynamics, Front, Listed, Mediator, Opening, Relations, Rung,
};
use crate::scenario::assembled::Scenario;
use crate::scenario::names::Named;
use crate::scenario::read::words::quoted;

/// One input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its path: `actors.iran.shock_of_surprise`, `opening.rung`, `rungs.covert.force`.
    pub path: String,
    /// Its value, as TOML writes it.
    pub value: String,
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
    let mut list = InputList {
        scenario,
        inputs: Vec::new(),
    };
    list.top();
    list.numbers((0..Opening::LIST.len()).map(Slot::Opening));
    list.numbers((0..Relations::LIST.len()).map(Slot::Relations));
    list.actors();
    list.mediators();
    list.fronts();
    list.armed_groups();
    list.numbers((0..Dynamics::LIST.len()).map(Slot::Dynamics));
    list.rungs();
    list.record();
    list.inputs
}

/// The inputs of a scenario, put together table by table.
struct InputList<'s> {
    scenario: &'s Scenario,
    inputs: Vec<Input>,
}

impl InputList<'_> {
    fn push(&mut self, path: impl Into<String>, value: impl Into<String>) {
        self.inputs.push(Input {
            path: path.into(),
            value: value.into(),
        });
    }

    /// The numbers at these addresses.
    fn numbers(&mut self, slots: impl Iterator<Item = Slot>) {
        for slot in slots {
            if let Some(value) = value(self.scenario, slot) {
                self.push(self.scenario.names.path(slot), value);
            }
        }
    }

    fn label(&mut self, table: &str, named: &Named) {
        self.push(format!("{table}.{}.label", named.id), quoted(&named.label));
    }

    /// The name of a rung in quotes.
    fn rung(&self, at: usize) -> String {
        quoted(&self.scenario.names.rungs[at].id)
    }

    /// The name of an actor in quotes.
    fn actor(&self, side: Side) -> String {
        quoted(&self.scenario.names.actors[side].id)
    }

    fn top(&mut self) {
        let model = &self.scenario.model;
        self.push("horizon_days", model.horizon_days.to_string());
        self.push("off_ramp", self.rung(model.off_ramp));
        self.push("limited_war", self.rung(model.limited_war));
        self.push("unauthorised_rung", self.rung(model.unauthorised_rung));
        self.push("opening.actor", self.actor(Side::Opener));
        let first = match model.first_move {
            FirstMove::Choose => quoted("choose"),
            FirstMove::Rung(at) => self.rung(at),
        };
        self.push("opening.rung", first);
    }

    fn actors(&mut self) {
        let names = &self.scenario.names;
        for side in names.actors_in_order() {
            self.label("actors", &names.actors[side]);
            self.numbers((0..Actor::LIST.len()).map(|key| Slot::Actor(side, key)));
        }
    }

    fn mediators(&mut self) {
        let names = &self.scenario.names;
        for (at, named) in names.mediators.iter().enumerate() {
            self.label("mediators", named);
            self.numbers((0..Mediator::LIST.len()).map(|key| Slot::Mediator(at, key)));
            self.numbers(
                names
                    .actors_in_order()
                    .into_iter()
                    .map(|side| Slot::Leverage(at, side)),
            );
        }
    }

    fn fronts(&mut self) {
        for (at, named) in self.scenario.names.fronts.iter().enumerate() {
            self.label("fronts", named);
            self.push(
                format!("fronts.{}.actor", named.id),
                self.actor(self.scenario.model.front_actors[at]),
            );
            self.numbers((0..Front::LIST.len()).map(|key| Slot::Front(at, key)));
        }
    }

    fn armed_groups(&mut self) {
        for (at, named) in self.scenario.names.armed_groups.iter().enumerate() {
            self.label("armed_groups", named);
            self.push(
                format!("armed_groups.{}.victim", named.id),
                self.actor(self.scenario.model.armed_group_victims[at]),
            );
            self.numbers((0..ArmedGroup::LIST.len()).map(|key| Slot::ArmedGroup(at, key)));
        }
    }

    fn rungs(&mut self) {
        let model = &self.scenario.model;
        for (at, named) in self.scenario.names.rungs.iter().enumerate() {
            self.label("rungs", named);
            self.push(
                format!("rungs.{}.force", named.id),
                model.force[at].to_string(),
            );
            self.push(
                format!("rungs.{}.deniable", named.id),
                model.deniable[at].to_string(),
            );
            self.numbers((0..Rung::LIST.len()).map(|key| Slot::Rung(at, key)));
        }
    }

    /// What a trial must agree with to meet the record. (The recorded course decides nothing.)
    fn record(&mut self) {
        let Some(record) = &self.scenario.record else {
            return;
        };
        let facts = &record.facts;
        let stated = [
            (
                "outcome",
                facts.outcome.map(|outcome| quoted(outcome.name())),
            ),
            ("peak", facts.peak.map(|rung| self.rung(rung))),
            (
                "first_answer",
                facts.first_answer.map(|rung| self.rung(rung)),
            ),
            (
                "end_day",
                facts
                    .end_day
                    .map(|(low, high)| format!("[{low:?}, {high:?}]")),
            ),
            (
                "deaths",
                facts
                    .deaths
                    .map(|(low, high)| format!("[{low:?}, {high:?}]")),
            ),
        ];
        for (key, value) in stated {
            if let Some(value) = value {
                self.push(format!("record.{key}"), value);
            }
        }
    }
}

/// The value of a number, as TOML writes it.
pub fn value(scenario: &Scenario, slot: Slot) -> Option<String> {
    let model = &scenario.model;
    let uncertain = model
        .uncertain_values
        .iter()
        .find(|uncertain| uncertain.slot == slot);
    match uncertain {
        Some(uncertain) => Some(uncertain.distribution.to_string()),
        None => model.numbers.get(slot).map(|number| format!("{number:?}")),
    }
}
