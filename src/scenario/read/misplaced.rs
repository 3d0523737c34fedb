//! Keys that are well known, but not where they stand.

use super::tree::{DISTRIBUTIONS, Entry, Value};
use crate::error::Problem;
use crate::parameters::find;

/// The keys of the scenario itself that are no tables.
const TOP: [&str; 14] = [
    "name",
    "extends",
    "summary",
    "shows",
    "try",
    "critics",
    "questions",
    "hindsight",
    "horizon_days",
    "off_ramp",
    "limited_war",
    "unauthorised_rung",
    "with",
    "without",
];

/// Where a key belongs that is well known, but not in the table called `title`.
pub fn home_of(key: &str, title: &str) -> Option<String> {
    if key.contains('.') && !find(key).is_empty() {
        return Some("a path is set under [overrides], in quotes".to_owned());
    }
    if key == "name" && title.contains('.') {
        return Some(
            "its name stands in the heading; what it is called in charts is its `label`".to_owned(),
        );
    }
    if title != "the scenario" && TOP.contains(&key) {
        return Some("it belongs at the top of the file, before the first heading".to_owned());
    }
    let tables: Vec<String> = match key {
        "actor" | "rung" if title == "the scenario" => vec!["[opening]".to_owned()],
        "leverage" => vec!["[mediators.ID]".to_owned()],
        "victim" => vec!["[armed_groups.ID]".to_owned()],
        "claim" | "who" | "theme" | "explains" | "expects" | "add" | "scale" => {
            vec!["[arguments.ID]".to_owned()]
        }
        _ => find(key)
            .iter()
            .filter(|parameter| parameter.key == key && !parameter.table.is_empty())
            .map(|parameter| format!("[{}]", parameter.table))
            .collect(),
    };
    let family = title
        .trim_matches(['[', ']'])
        .split('.')
        .next()
        .unwrap_or("");
    let other = tables
        .iter()
        .filter(|table| !table[1..].starts_with(family))
        .cloned()
        .collect::<Vec<_>>();
    (!other.is_empty()).then(|| {
        format!(
            "it belongs under {}: is that heading missing above it?",
            other.join(" or ")
        )
    })
}

/// The problem of a path that was written without quotes: TOML makes tables of it.
pub fn unquoted(entry: &Entry) -> Option<Problem> {
    let Value::Table(inner) = &entry.node.value else {
        return None;
    };
    let is_path = !entry.key.contains('.')
        && !inner
            .iter()
            .any(|entry| DISTRIBUTIONS.contains(&entry.key.as_str()));
    if !is_path {
        return None;
    }
    let problem =
        Problem::new(format!("`{}` is not a whole path", entry.key)).at(entry.spot.place());
    Some(problem.help(format!(
        "put the path in quotes: \"{}\" = ...",
        dotted(entry)
    )))
}

/// The path that was written without quotes.
fn dotted(entry: &Entry) -> String {
    match &entry.node.value {
        Value::Table(inner) if inner.len() == 1 => format!("{}.{}", entry.key, dotted(&inner[0])),
        _ => entry.key.clone(),
    }
}
