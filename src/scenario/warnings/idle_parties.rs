//! Third parties that have no part in the scenario: legal, but surely a mistake.

use std::collections::BTreeSet;

use super::checked::Checked;
use crate::error::{Problem, Problems};
use crate::model::{Side, Slot};
use crate::parameters::{ArmedGroup, Front, Listed, Mediator};
use crate::scenario::names::{Named, Names};
use crate::scenario::read::text::Spot;
use crate::scenario::read::words::listed;
use crate::scenario::settings::arguments::Argument;
use crate::scenario::values::Effect;

/// What a third party must have any of to take part.
struct Need<'n> {
    kind: &'static str,
    named: &'n Named,
    /// All of its kind.
    list: &'n [Named],
    slots: Vec<Slot>,
    /// What it is said to do without.
    lacks: &'static str,
    /// The remedy.
    remedy: &'static str,
}

/// Finds those whose numbers are zero, and which no argument, on or off, would give a part.
pub fn idle(checked: Checked<'_>, warnings: &mut Problems) {
    let argued: BTreeSet<Slot> = checked
        .arguments
        .iter()
        .flat_map(|argument| argument.reaches(checked.names))
        .collect();
    let mut reported = BTreeSet::new();
    for need in needs(checked.names) {
        // Who never engages needs no leverage.
        if need.is_met(checked) || !reported.insert((need.kind, &need.named.id)) {
            continue;
        }
        let is_meant = need
            .slots
            .iter()
            .any(|slot| argued.contains(slot) || need.is_written(checked, *slot));
        if !is_meant {
            warnings.push(need.problem(checked));
        }
    }
}

impl Need<'_> {
    /// Whether any of the numbers may be above zero.
    fn is_met(&self, checked: Checked<'_>) -> bool {
        let model = checked.model;
        let uncertain = model
            .uncertain_values
            .iter()
            .any(|uncertain| self.slots.contains(&uncertain.slot));
        uncertain
            || self
                .slots
                .iter()
                .any(|&slot| model.numbers.get(slot).is_some_and(|value| value > 0.0))
    }

    /// Where the table of a party of this kind stands.
    fn spot<'v>(&self, named: &Named, checked: Checked<'v>) -> Option<&'v Spot> {
        checked
            .values
            .table_spot(&format!("[{}s.{}]", self.kind, named.id))
    }

    /// How many files stand over the one with its table.
    fn depth(&self, checked: Checked<'_>) -> usize {
        self.spot(self.named, checked).map_or(0, Spot::depth)
    }

    /// Whether a number is zero on purpose: an override to zero is meant, and so is one in a file
    /// that extends another's; and an argument that is switched off may be switched on.
    fn is_written(&self, checked: Checked<'_>, slot: Slot) -> bool {
        let Some(history) = checked.values.history(slot) else {
            return false;
        };
        history.is_over(self.depth(checked)) || checked.printed && history.fact.is_some()
    }

    fn problem(&self, checked: Checked<'_>) -> Problem {
        let depth = self.depth(checked);
        let others: Vec<&str> = self
            .list
            .iter()
            .filter(|other| {
                self.spot(other, checked)
                    .is_some_and(|spot| spot.depth() > depth)
            })
            .map(|other| other.id.as_str())
            .collect();
        let perhaps = if others.is_empty() {
            String::new()
        } else {
            format!("; or is it meant for {}?", listed(&others))
        };
        Problem::warning(format!(
            "the {} `{}` {}",
            self.kind, self.named.id, self.lacks
        ))
        .at(self.spot(self.named, checked).and_then(Spot::place))
        .help(format!("{}, or leave it out{perhaps}", self.remedy))
    }
}

fn needs(names: &Names) -> Vec<Need<'_>> {
    let mut needs = Vec::new();
    for (at, named) in names.mediators.iter().enumerate() {
        needs.push(Need {
            kind: "mediator",
            named,
            list: &names.mediators,
            slots: slots_of::<Mediator>(&["engages_per_day"], |key| Slot::Mediator(at, key)),
            lacks: "never engages",
            remedy: "set its `engages_per_day` above 0",
        });
        needs.push(Need {
            kind: "mediator",
            named,
            list: &names.mediators,
            slots: Side::BOTH.map(|side| Slot::Leverage(at, side)).to_vec(),
            lacks: "has leverage on nobody",
            remedy: "set `leverage = { ACTOR = 0.5 }`",
        });
    }
    needs.extend(names.fronts.iter().enumerate().map(|(at, named)| Need {
        kind: "front",
        named,
        list: &names.fronts,
        slots: slots_of::<Front>(&["opens_per_day", "audience_weight"], |key| {
            Slot::Front(at, key)
        }),
        lacks: "never opens, and nobody minds what it thinks",
        remedy: "set its `opens_per_day` or `watching` above 0",
    }));
    needs.extend(
        names
            .armed_groups
            .iter()
            .enumerate()
            .map(|(at, named)| Need {
                kind: "armed_group",
                named,
                list: &names.armed_groups,
                slots: slots_of::<ArmedGroup>(&["attacks_per_day"], |key| {
                    Slot::ArmedGroup(at, key)
                }),
                lacks: "never attacks",
                remedy: "set its `attacks_per_day` above 0",
            }),
    );
    needs
}

/// The places of some numbers of a third party.
fn slots_of<T: Listed>(keys: &[&str], slot: impl Fn(usize) -> Slot) -> Vec<Slot> {
    keys.iter()
        .filter_map(|key| T::index(key))
        .map(slot)
        .collect()
}

impl Argument {
    /// The numbers that its effects, were they switched on, would move.
    fn reaches(&self, names: &Names) -> Vec<Slot> {
        let paths = self
            .effects()
            .filter(|(_, effect)| !matches!(effect, Effect::Add(step) if *step == 0.0));
        paths
            .flat_map(|(path, _)| names.slots(path).unwrap_or_default())
            .collect()
    }
}
