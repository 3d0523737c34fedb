//! Numbers in a scenario: plain or uncertain.

use super::kinds::{example, wrong_kind};
use super::tree::{DISTRIBUTIONS, Entry, Node, Value};
use super::words::suggestion;
use crate::error::{Problem, Problems};
use crate::model::Distribution;
use crate::numerals::figure;
use crate::parameters::find;

/// A number in a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum InputValue {
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
            problems.push(not_finite(what).at(node.spot.place()));
            None
        }
        ref other => {
            problems.push(wrong_kind(what, "a number", other, &node.spot));
            None
        }
    }
}

/// The problem of `nan`, `inf` or more digits than a number can have.
fn not_finite(what: &str) -> Problem {
    let ranges: Vec<(f64, f64)> = find(what)
        .iter()
        .map(|parameter| (parameter.min, parameter.max))
        .collect();
    match ranges.as_slice() {
        [first, rest @ ..] if rest.iter().all(|range| range == first) => Problem::new(format!(
            "`{what}` must be a finite number between {} and {}",
            first.0, first.1
        ))
        .help(format!(
            "{}; `offramp parameters {what}` says what it means",
            example(what)
        )),
        _ => Problem::new(format!("`{what}` must be a finite number")).help(example(what)),
    }
}

/// A number or an uncertain value.
pub fn input_value(node: &Node, what: &str, problems: &mut Problems) -> Option<InputValue> {
    match &node.value {
        Value::Table(entries) => {
            uncertain(node, entries, what, problems).map(InputValue::Uncertain)
        }
        Value::List(_) => {
            let problem = wrong_kind(what, "a number", &node.value, &node.spot);
            problems.push(problem.help("an uncertain value is written { uniform = [0.2, 0.8] }"));
            None
        }
        _ => number(node, what, problems).map(InputValue::Number),
    }
}

/// The items of a list of numbers.
pub fn numbers(node: &Node, what: &str, problems: &mut Problems) -> Option<Vec<f64>> {
    match &node.value {
        Value::List(items) => items
            .iter()
            .map(|item| number(item, what, problems))
            .collect(),
        other => {
            problems.push(wrong_kind(what, "a list of numbers", other, &node.spot));
            None
        }
    }
}

/// Two numbers, the lower first.
pub fn interval(
    node: &Node,
    what: &str,
    example: &str,
    problems: &mut Problems,
) -> Option<(f64, f64)> {
    let help = match numbers(node, what, problems)?.as_slice() {
        &[low, high] if low <= high => return Some((low, high)),
        &[high, low] => format!("write `{what} = [{}, {}]`", figure(low), figure(high)),
        &[low, thousands, rest] if thousands >= 1.0 && (100.0..1000.0).contains(&rest) => {
            format!(
                "a number has no comma: write `{what} = [{}, {}]`",
                figure(low),
                figure(1000.0 * thousands + rest)
            )
        }
        [_, _, _, ..] => {
            format!("a number has a point and no comma: 0.5, 1500; write `{what} = {example}`")
        }
        _ => format!("write `{what} = {example}`"),
    };
    let problem = Problem::new(format!("`{what}` must be two numbers, the lower first"));
    problems.push(problem.at(node.spot.place()).help(help));
    None
}

fn uncertain(
    node: &Node,
    entries: &[Entry],
    what: &str,
    problems: &mut Problems,
) -> Option<Distribution> {
    let known = DISTRIBUTIONS.join(", ");
    let [entry] = entries else {
        let message =
            format!("`{what}` must be a number or an uncertain value with one of: {known}");
        problems.push(
            Problem::new(message)
                .at(node.spot.place())
                .help("write for instance { uniform = [0.2, 0.8] }"),
        );
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
                let form = match key {
                    "uniform" => "[lo, hi]",
                    "normal" => "[mean, sd]",
                    _ => "[lo, mode, hi]",
                };
                Problem::new(format!("`{key}` has {} numbers", values.len())).help(format!(
                    "write {key} = {form}; a number has a point, not a comma"
                ))
            } else {
                let help =
                    suggestion(key, &DISTRIBUTIONS).unwrap_or_else(|| format!("known: {known}"));
                Problem::new(format!("unknown kind of uncertain value `{key}`")).help(help)
            };
            problems.push(problem.at(entry.spot.place()));
            return None;
        }
    };
    if distribution.is_sound() {
        return Some(distribution);
    }
    let (fault, help) = fault(&distribution);
    let message = format!("the uncertain value of `{what}` {fault}");
    problems.push(Problem::new(message).at(entry.node.spot.place()).help(help));
    None
}

/// What is wrong with a distribution of finite numbers that is not sound, and the remedy.
fn fault(distribution: &Distribution) -> (&'static str, &'static str) {
    match distribution {
        Distribution::Choice(_) => (
            "has nothing to choose from",
            "write at least one value: choice = [0.2, 0.4]",
        ),
        Distribution::Normal(..) => (
            "must have a spread above 0",
            "write normal = [mean, sd], with sd > 0",
        ),
        Distribution::Triangular(low, _, high) | Distribution::Pert(low, _, high) if low < high => {
            (
                "is out of order",
                "the mode, in the middle, must lie between the two ends: lo <= mode <= hi",
            )
        }
        _ => (
            "is out of order",
            "its first number must be below its last: lo < hi",
        ),
    }
}
