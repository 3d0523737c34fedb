//! What is legal but surely a mistake: never an error, since somebody may mean it.

use std::collections::BTreeSet;

use super::arguments::Argument;
use super::document::Spot;
use super::names::{Named, Names};
use super::section::{Problems, listed};
use super::values::{Effect, Values};
use crate::error::Problem;
use crate::model::{Model, Side, Slot, reach};
use crate::parameters::{Front, Listed, Mediator, Spoiler};

/// A choice rarer than this is as good as never taken.
const AS_GOOD_AS_NEVER: f64 = 1e-6;

/// All that can be seen from the resolved scenario; overrides that repeat a value are found as they are applied.
pub fn find(names: &Names, arguments: &[Argument], values: &Values, model: &Model, warnings: &mut Problems) {
    warnings.extend(arguments.iter().filter_map(|argument| idle(argument, values)));
    parties(names, arguments, values, model, warnings);
    warnings.extend(names.actors_in_order().into_iter().filter_map(|side| trapped(names, side, values, model)));
}

/// An argument that counts and changes no number.
fn idle(argument: &Argument, values: &Values) -> Option<Problem> {
    if argument.weight <= 0.0 {
        return None;
    }
    let own = |touch: &super::values::Touch| touch.argument == argument.id;
    let mut touched = values.makings().filter(|(_, making)| making.touches.iter().any(own)).peekable();
    let help = if touched.peek().is_none() {
        "it has no `set`, `add` or `scale`: say what it does to the numbers, or make it a comment"
    } else {
        let mut overridden = true;
        for (slot, making) in touched {
            if making.result(slot) != making.without(slot, &argument.id) {
                return None;
            }
            overridden &= !making.last_words.is_empty();
        }
        if overridden {
            "its numbers are all overridden"
        } else {
            "its numbers come to the same without it: is the step right, and is there anything to scale?"
        }
    };
    let problem = Problem::warning(format!("argument `{}` changes nothing", argument.id));
    Some(problem.at(argument.spot.place()).help(help))
}

/// Third parties that have no part in the scenario, and that no argument, on or off, would give one.
fn parties(names: &Names, arguments: &[Argument], values: &Values, model: &Model, warnings: &mut Problems) {
    let numbers = &model.numbers;
    let positive = |slot: Slot| {
        model.doubts.iter().any(|doubt| doubt.slot == slot) || numbers.get(slot).is_some_and(|value| value > 0.0)
    };
    let key = |index: Option<usize>| index.unwrap_or(usize::MAX); // no such slot: never positive
    let (engages, opens) = (key(Mediator::index("engages_per_day")), key(Front::index("opens_per_day")));
    let (watching, attacks) = (key(Front::index("watching")), key(Spoiler::index("attacks_per_day")));
    let argued: BTreeSet<Slot> = arguments.iter().flat_map(|argument| argument.reaches(names)).collect();
    let mut warn = |slots: &[Slot], list: &[Named], table: &str, id: &str, what: String, help: &str| {
        let spot_of = |id: &str| values.table_spot(&format!("[{table}.{id}]"));
        let depth = spot_of(id).map_or(0, Spot::depth);
        // An override to nought is meant, and so is one in a file that extends another's; and an argument that is
        // switched off may be switched on.
        let is_meant = |slot: &Slot| argued.contains(slot) || values.making(*slot).is_some_and(|it| it.is_over(depth));
        if slots.iter().any(is_meant) {
            return;
        }
        let inherited = |other: &&Named| spot_of(&other.id).is_some_and(|spot| spot.depth() > depth);
        let others: Vec<&str> = list.iter().filter(inherited).map(|other| other.id.as_str()).collect();
        let perhaps =
            if others.is_empty() { String::new() } else { format!("; or is it meant for {}?", listed(&others)) };
        let place = spot_of(id).and_then(Spot::place);
        warnings.push(Problem::warning(what).at(place).help(format!("{help}{perhaps}")));
    };
    for (at, named) in names.mediators.iter().enumerate() {
        let leverage = [Slot::Leverage(at, 0), Slot::Leverage(at, 1)];
        if !positive(Slot::Mediator(at, engages)) {
            let what = format!("the mediator `{}` never engages", named.id);
            warn(
                &[Slot::Mediator(at, engages)],
                &names.mediators,
                "mediators",
                &named.id,
                what,
                "set its `engages_per_day` above 0, or leave it out",
            );
        } else if !leverage.into_iter().any(positive) {
            let what = format!("the mediator `{}` has leverage on nobody", named.id);
            warn(
                &leverage,
                &names.mediators,
                "mediators",
                &named.id,
                what,
                "set `leverage = { ACTOR = 0.5 }`, or leave it out",
            );
        }
    }
    for (at, named) in names.fronts.iter().enumerate() {
        let slots = [Slot::Front(at, opens), Slot::Front(at, watching)];
        if !slots.into_iter().any(positive) {
            let what = format!("the front `{}` never opens, and nobody minds what it thinks", named.id);
            warn(
                &slots,
                &names.fronts,
                "fronts",
                &named.id,
                what,
                "set its `opens_per_day` or `watching` above 0, or leave it out",
            );
        }
    }
    for (at, named) in names.spoilers.iter().enumerate() {
        if !positive(Slot::Spoiler(at, attacks)) {
            let what = format!("the spoiler `{}` never attacks", named.id);
            warn(
                &[Slot::Spoiler(at, attacks)],
                &names.spoilers,
                "spoilers",
                &named.id,
                what,
                "set its `attacks_per_day` above 0, or leave it out",
            );
        }
    }
}

/// An actor that as good as never steps down to the off-ramp, whatever it sees: no crisis can end with it.
fn trapped(names: &Names, side: Side, values: &Values, model: &Model) -> Option<Problem> {
    let reach = reach::off_ramp(model, side);
    if reach >= AS_GOOD_AS_NEVER {
        return None;
    }
    let actor = &names.actors[side as usize];
    let below: Vec<&str> = names.rungs[..=model.off_ramp].iter().map(|rung| rung.id.as_str()).collect();
    let message = format!("`{}` as good as never steps down to the off-ramp, whatever it sees", actor.id);
    let help = format!(
        "as the trial begins its chance of {} is below 1 in a million; look at its `unauthorised`, `signalling` and `steadiness`",
        listed(&below)
    );
    let place = values.table_spot(&format!("[actors.{}]", actor.id)).and_then(Spot::place);
    Some(Problem::warning(message).at(place).help(help))
}

impl Argument {
    /// The numbers that its effects, were they switched on, would move.
    fn reaches(&self, names: &Names) -> Vec<Slot> {
        let moves = |effect: &Effect| !matches!(effect, Effect::Add(step) if *step == 0.0);
        let paths = self.effects().filter(|(_, effect)| moves(effect));
        paths.flat_map(|(path, _)| names.slots(path).unwrap_or_default()).collect()
    }
}
