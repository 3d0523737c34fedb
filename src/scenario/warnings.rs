//! What is legal but surely a mistake: never an error, since somebody may mean it.

pub mod checked;
pub mod contradictions;
mod idle_parties;
mod unheard;

use super::names::{Names, SameLabel};
use super::read::text::Spot;
use super::read::words::{listed, quoted};
use super::settings::arguments::Argument;
use super::values::Values;
use crate::error::{Problem, Problems};
use crate::model::{Model, Side, deescalation};
use checked::Checked;

/// A choice rarer than this is as good as never taken.
const AS_GOOD_AS_NEVER: f64 = 1e-6;

/// All that can be seen from the resolved scenario; overrides that repeat a value are found as they
/// are applied.
pub fn find(read: Checked<'_>, warnings: &mut Problems) {
    let Checked {
        names,
        arguments,
        values,
        model,
        ..
    } = read;
    warnings.extend(
        arguments
            .iter()
            .filter_map(|argument| idle(argument, values)),
    );
    idle_parties::idle(read, warnings);
    warnings.extend(names.sharing_labels().into_iter().map(|SameLabel { what, label, ids }| {
        let message = format!("the {what} {} have the same label, {}", listed(&ids), quoted(label));
        let help = "give each a label of its own; until then tables and charts put the id behind it";
        let spot = ids.iter().rev().find_map(|id| values.table_spot(&format!("[{what}.{id}]")));
        Problem::warning(message).at(spot.and_then(Spot::place)).help(help)
    }));
    warnings.extend(
        names
            .actors_in_order()
            .into_iter()
            .filter_map(|side| trapped(names, side, values, model)),
    );
}

/// An argument that counts and changes no number.
fn idle(argument: &Argument, values: &Values) -> Option<Problem> {
    if argument.weight <= 0.0 {
        return None;
    }
    let mut touched = values
        .histories()
        .filter(|(_, history)| history.is_touched_by(&argument.id))
        .peekable();
    let help = if touched.peek().is_none() {
        "it has no `set`, `add` or `scale`: say what it does to the numbers, or make it a comment"
    } else {
        let mut overridden = true;
        for (slot, history) in touched {
            if history.result(slot) != history.without(slot, &argument.id) {
                return None;
            }
            overridden &= !history.overrides.is_empty();
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

/// An actor that as good as never steps down to the off-ramp, with any provocation: no crisis can
/// end with it.
fn trapped(names: &Names, side: Side, values: &Values, model: &Model) -> Option<Problem> {
    let chance = deescalation::max_chance(model, side);
    if chance >= AS_GOOD_AS_NEVER {
        return None;
    }
    let actor = &names.actors[side];
    let below: Vec<&str> = names.rungs[..=model.off_ramp]
        .iter()
        .map(|rung| rung.id.as_str())
        .collect();
    let message = format!(
        "`{}` as good as never steps down to the off-ramp, whatever it sees",
        actor.id
    );
    let help = format!(
        "as the trial begins its chance of {} is below 1 in a million; look at its `unauthorised`, `show_of_force` and `choice_precision`",
        listed(&below)
    );
    let place = values
        .table_spot(&format!("[actors.{}]", actor.id))
        .and_then(Spot::place);
    Some(Problem::warning(message).at(place).help(help))
}
