//! Third parties that have no part in the scenario: legal, but surely a mistake.

use std::collections::BTreeSet;

use super::checked::Checked;
use crate::error::{Problem, Problems};
use crate::model::Slot;
use crate::parameters::{Front, Listed, Mediator, Spoiler};
use crate::scenario::names::{Named, Names};
use crate::scenario::read::text::Spot;
use crate::scenario::read::words::listed;
use crate::scenario::settings::arguments::Argument;
use crate::scenario::values::{Effect, ValueHistory};

/// What a third party must have any of to take part.
struct Need<'n> {
    kind: &'static str,
    named: &'n Named,
    /// All of its kind.
    list: &'n [Named],
    slots: Vec<Slot>,
    /// What it is said to do without, and the remedy.
    without: (&'static str, &'static str),
}

/// Finds those whose numbers are zero, and which no argument, on or off, would give a part.
pub fn idle(read: Checked<'_>, warnings: &mut Problems) {
    let Checked { names, arguments, values, model, printed } = read;
    let positive = |slot: &Slot| {
        let uncertain = model.uncertain_values.iter().any(|uncertain| uncertain.slot == *slot);
        uncertain || model.numbers.get(*slot).is_some_and(|value| value > 0.0)
    };
    let argued: BTreeSet<Slot> = arguments.iter().flat_map(|argument| argument.reaches(names)).collect();
    let mut reported = BTreeSet::new();
    for need in needs(names) {
        // Who never engages needs no leverage.
        if need.slots.iter().any(positive) || !reported.insert((need.kind, &need.named.id)) {
            continue;
        }
        let spot_of = |named: &Named| values.table_spot(&format!("[{}s.{}]", need.kind, named.id));
        let spot = spot_of(need.named);
        let depth = spot.map_or(0, Spot::depth);
        // An override to zero is meant, and so is one in a file that extends another's; and an argument that is
        // switched off may be switched on.
        let written = |history: &ValueHistory| history.is_over(depth) || printed && history.fact.is_some();
        let is_meant = |slot: &Slot| argued.contains(slot) || values.history(*slot).is_some_and(written);
        if need.slots.iter().any(is_meant) {
            continue;
        }
        let inherited = |other: &&Named| spot_of(other).is_some_and(|spot| spot.depth() > depth);
        let others: Vec<&str> = need.list.iter().filter(inherited).map(|other| other.id.as_str()).collect();
        let perhaps =
            if others.is_empty() { String::new() } else { format!("; or is it meant for {}?", listed(&others)) };
        let (lacks, remedy) = need.without;
        warnings.push(
            Problem::warning(format!("the {} `{}` {lacks}", need.kind, need.named.id))
                .at(spot.and_then(Spot::place))
                .help(format!("{remedy}, or leave it out{perhaps}")),
        );
    }
}

fn needs(names: &Names) -> Vec<Need<'_>> {
    let key = |index: Option<usize>| index.unwrap_or(usize::MAX); // no such slot: never positive
    let (engages, opens) = (key(Mediator::index("engages_per_day")), key(Front::index("opens_per_day")));
    let (watching, attacks) = (key(Front::index("watching")), key(Spoiler::index("attacks_per_day")));
    let mut needs = Vec::new();
    let mut add = |kind, list, slots: &dyn Fn(usize) -> Vec<Slot>, lacks, remedy| {
        let list: &[Named] = list;
        let need = |(at, named)| Need { kind, named, list, slots: slots(at), without: (lacks, remedy) };
        needs.extend(list.iter().enumerate().map(need));
    };
    let (engaging, leverage) = ("set its `engages_per_day` above 0", "set `leverage = { ACTOR = 0.5 }`");
    add("mediator", &names.mediators, &|at| vec![Slot::Mediator(at, engages)], "never engages", engaging);
    let on_both = |at| vec![Slot::Leverage(at, 0), Slot::Leverage(at, 1)];
    add("mediator", &names.mediators, &on_both, "has leverage on nobody", leverage);
    let (never, opening) =
        ("never opens, and nobody minds what it thinks", "set its `opens_per_day` or `watching` above 0");
    add("front", &names.fronts, &|at| vec![Slot::Front(at, opens), Slot::Front(at, watching)], never, opening);
    let attacking = "set its `attacks_per_day` above 0";
    add("spoiler", &names.spoilers, &|at| vec![Slot::Spoiler(at, attacks)], "never attacks", attacking);
    needs
}

impl Argument {
    /// The numbers that its effects, were they switched on, would move.
    fn reaches(&self, names: &Names) -> Vec<Slot> {
        let moves = |effect: &Effect| !matches!(effect, Effect::Add(step) if *step == 0.0);
        let paths = self.effects().filter(|(_, effect)| moves(effect));
        paths.flat_map(|(path, _)| names.slots(path).unwrap_or_default()).collect()
    }
}
