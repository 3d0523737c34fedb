//! A value of the wrong kind, and what to write instead.

use super::text::Spot;
use super::tree::Value;
use crate::error::Problem;
use crate::parameters::find;

/// The problem of a value of the wrong kind.
pub fn wrong_kind(what: &str, expected: &str, found: &Value, spot: &Spot) -> Problem {
    let help = match expected {
        "a number" => number_instead(what, found),
        "true or false" => "write true or false, without quotes".to_owned(),
        _ if expected.contains("table") => table_instead(what, expected, found),
        _ if expected.contains("list") => "write it in square brackets: [ ... , ... ]".to_owned(),
        _ => "write it in quotes: \"...\"".to_owned(),
    };
    Problem::new(format!(
        "`{what}` must be {expected}, but it is {}",
        found.kind()
    ))
    .at(spot.place())
    .help(help)
}

fn number_instead(what: &str, found: &Value) -> String {
    match found {
        Value::Text(text) => {
            let text = text.trim();
            let figures = text.split([' ', '\u{a0}']).next().unwrap_or("");
            if is_number(text) {
                format!("write {text}, without quotes")
            } else if text.ends_with('%') {
                "a share is a number between 0 and 1, without quotes: 0.2 for 20 %".to_owned()
            } else if is_number(figures) {
                format!("write {figures}, without quotes and unit")
            } else {
                example(what)
            }
        }
        Value::Table(_) | Value::List(_) => {
            format!(
                "it is one plain number and cannot be uncertain; {}",
                example(what)
            )
        }
        _ => example(what),
    }
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(f64::is_finite)
}

/// A number that may stand at a key or path: its default, where that says anything.
pub fn example(what: &str) -> String {
    let default = find(what).first().map(|parameter| parameter.default);
    format!(
        "write a number, such as {}",
        default.filter(|&default| default != 0.0).unwrap_or(0.5)
    )
}

fn table_instead(what: &str, expected: &str, found: &Value) -> String {
    match (what, found) {
        ("leverage", _) => "say on whom: leverage = { ACTOR = 0.5 }".to_owned(),
        ("expects", _) => "write expects = { quantity = \"one-round\", sign = \"-\" }".to_owned(),
        ("set" | "add" | "scale", _) => {
            format!("say of which number: {what} = {{ \"PATH\" = 0.2 }}")
        }
        _ if let Some((_, heading)) = expected.split_once(", [[") => {
            format!("its heading has two pairs of brackets: [[{heading}")
        }
        (heading, Value::List(_)) if heading.starts_with('[') => {
            format!("its heading has one pair of brackets: {heading}")
        }
        (heading, _) if heading.starts_with('[') => {
            format!("begin it with a heading of its own: {heading}")
        }
        _ => "begin it with a heading of its own, in square brackets".to_owned(),
    }
}
