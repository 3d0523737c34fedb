//! The resolved inputs of a scenario, as TOML.

use std::fmt::Write;

use super::names::Named;
use super::{Record, Scenario};
use crate::model::{FirstMove, Slot};

/// One `path = value` to a line, in a fixed order: first what is no number, then every number at its path.
pub fn text(scenario: &Scenario) -> String {
    let (names, model) = (&scenario.names, &scenario.model);
    let mut lines =
        vec![format!("name = {}", quoted(&scenario.name)), format!("horizon_days = {}", model.horizon_days)];
    let rung = |at: usize| quoted(&names.rungs[at].id);
    lines.push(format!("off_ramp = {}", rung(model.off_ramp)));
    lines.push(format!("limited_war = {}", rung(model.limited_war)));
    lines.push(format!("unauthorised_rung = {}", rung(model.unauthorised_rung)));
    lines.push(ladder(scenario));
    lines.push(format!("opening.actor = {}", quoted(&names.actors[0].id)));
    let first = match model.first_move {
        FirstMove::Choose => quoted("choose"),
        FirstMove::Rung(at) => rung(at),
    };
    lines.push(format!("opening.rung = {first}"));
    for side in names.actors_in_order() {
        lines.push(label("actors", &names.actors[side as usize]));
    }
    lines.extend(names.mediators.iter().map(|named| label("mediators", named)));
    for (at, named) in names.fronts.iter().enumerate() {
        lines.push(label("fronts", named));
        lines.push(format!(
            "fronts.{}.actor = {}",
            named.id,
            quoted(&names.actors[model.front_actors[at] as usize].id)
        ));
    }
    for (at, named) in names.spoilers.iter().enumerate() {
        lines.push(label("spoilers", named));
        lines.push(format!(
            "spoilers.{}.victim = {}",
            named.id,
            quoted(&names.actors[model.spoiler_victims[at] as usize].id)
        ));
    }
    lines.extend(numbers(scenario));
    lines.extend(scenario.record.iter().flat_map(|record| self::record(scenario, record)));
    lines.join("\n") + "\n"
}

fn numbers(scenario: &Scenario) -> Vec<String> {
    let model = &scenario.model;
    let line = |slot: Slot| {
        let doubt = model.doubts.iter().find(|doubt| doubt.slot == slot);
        let certain = || model.numbers.get(slot).map(|number| format!("{number:?}"));
        let value = doubt.map(|doubt| doubt.distribution.to_string()).or_else(certain);
        value.map(|value| format!("{} = {value}", scenario.names.path(slot)))
    };
    // A certain number of a rung stands in the ladder already.
    let uncertain_rung =
        |slot: &Slot| !matches!(slot, Slot::Rung(..)) || model.doubts.iter().any(|doubt| doubt.slot == *slot);
    model.numbers.slots().into_iter().filter(uncertain_rung).filter_map(line).collect()
}

/// What a trial must agree with to meet the record. (The recorded course decides nothing.)
fn record(scenario: &Scenario, record: &Record) -> Vec<String> {
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
    stated.into_iter().filter_map(|(key, value)| Some(format!("record.{key} = {}", value?))).collect()
}

fn ladder(scenario: &Scenario) -> String {
    let (names, model) = (&scenario.names, &scenario.model);
    let mut text = String::from("ladder = [\n");
    for (at, rung) in model.numbers.rungs.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "  {{ id = {}, label = {}, severity = {:?}, force = {}, deniable = {}, effort = {:?}, deaths = {:?}, war_risk = {:?} }},",
            quoted(&names.rungs[at].id),
            quoted(&names.rungs[at].label),
            rung.severity,
            model.force[at],
            model.deniable[at],
            rung.effort,
            rung.deaths,
            rung.war_risk,
        );
    }
    text + "]"
}

fn label(table: &str, named: &Named) -> String {
    format!("{table}.{}.label = {}", named.id, quoted(&named.label))
}

/// A text in quotes, as TOML escapes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c)); // writing to a string cannot fail
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
