//! Numbers as a scenario gives them: plain or uncertain.

use super::document::{DISTRIBUTIONS, Entry, Node, Value};
use super::section::{Problems, suggestion, wrong_kind};
use crate::error::Problem;
use crate::model::Distribution;

/// A number as a scenario gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A plain number.
    Number(f64),
    /// An uncertain value.
    Uncertain(Distribution),
}

/// A plain, finite number.
pub fn number(node: &Node, what: &str, problems: &mut Problems) -> Option<f64> {
    match node.value {
        Value::Number(number) if number.is_finite() => Some(number),
        Value::Number(_) => {
            let problem = Problem::new(format!("`{what}` must be a finite number")).at(node.spot.place());
            problems.push(problem.help(format!("`offramp parameters {what}` tells its range")));
            None
        }
        ref other => {
            problems.push(wrong_kind(what, "a number", other, &node.spot));
            None
        }
    }
}

/// A number or an uncertain value.
pub fn given(node: &Node, what: &str, problems: &mut Problems) -> Option<Given> {
    match &node.value {
        Value::Table(entries) => uncertain(node, entries, what, problems).map(Given::Uncertain),
        _ => number(node, what, problems).map(Given::Number),
    }
}

/// The items of a list of numbers.
pub fn numbers(node: &Node, what: &str, problems: &mut Problems) -> Option<Vec<f64>> {
    match &node.value {
        Value::List(items) => items.iter().map(|item| number(item, what, problems)).collect(),
        other => {
            problems.push(wrong_kind(what, "a list of numbers", other, &node.spot));
            None
        }
    }
}

fn uncertain(node: &Node, entries: &[Entry], what: &str, problems: &mut Problems) -> Option<Distribution> {
    let known = DISTRIBUTIONS.join(", ");
    let [entry] = entries else {
        let message = format!("`{what}` must be a number or an uncertain value with one of: {known}");
        problems.push(Problem::new(message).at(node.spot.place()).help("write for instance { uniform = [0.2, 0.8] }"));
        return None;
    };
    let values = numbers(&entry.node, &entry.key, problems)?;
    let distribution = match (entry.key.as_str(), values.as_slice()) {
        ("uniform", &[low, high]) => Distribution::Uniform(low, high),
        ("triangular", &[low, mode, high]) => Distribution::Triangular(low, mode, high),
        ("pert", &[low, mode, high]) => Distribution::Pert(low, mode, high),
        ("normal", &[mean, sd]) => Distribution::Normal(mean, sd),
        ("choice", _) => Distribution::Choice(values),
        (key, _) => {
            let problem = if DISTRIBUTIONS.contains(&key) {
                Problem::new(format!("`{key}` has {} numbers", values.len()))
                    .help("a number has a point, not a comma; write uniform = [lo, hi], triangular or pert = [lo, mode, hi], normal = [mean, sd]")
            } else {
                let help = suggestion(key, &DISTRIBUTIONS).unwrap_or_else(|| format!("known: {known}"));
                Problem::new(format!("unknown kind of uncertain value `{key}`")).help(help)
            };
            problems.push(problem.at(entry.spot.place()));
            return None;
        }
    };
    if distribution.is_sound() {
        return Some(distribution);
    }
    let message = format!("the uncertain value of `{what}` is out of order");
    let help = "it must have lo < hi, lo <= mode <= hi, sd > 0, and at least one value to choose from";
    problems.push(Problem::new(message).at(entry.node.spot.place()).help(help));
    None
}
