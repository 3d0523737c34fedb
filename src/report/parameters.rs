//! What numbers mean: the list of parameters, one of them at length, and where a scenario's numbers
//! come from.

use super::layout::{line, paragraph};
use super::words::input_value;
use crate::parameters::{ALL, Parameter, Tier};
use crate::scenario::{InputDifference, Provenance};

/// All parameters, the core ones first.
#[must_use]
pub fn list() -> String {
    let mut text = String::new();
    for (tier, title) in [
        (Tier::Core, "The core: what a first scenario sets"),
        (Tier::More, "More"),
    ] {
        line(&mut text, title);
        for parameter in ALL
            .iter()
            .flat_map(|list| list.iter())
            .filter(|parameter| parameter.tier == tier)
        {
            line(
                &mut text,
                &format!("\n  {} = {}", parameter.path(), parameter.default),
            );
            paragraph(
                &mut text,
                6,
                &format!(
                    "{} ({}); {}",
                    parameter.label,
                    parameter.meaning,
                    range(parameter)
                ),
            );
        }
        line(&mut text, "");
    }
    line(&mut text, "One at length: `offramp parameters PATH`.");
    text
}

/// One parameter at length.
#[must_use]
pub fn one(parameter: &Parameter) -> String {
    let mut text = String::new();
    line(&mut text, &parameter.path());
    paragraph(&mut text, 2, parameter.meaning);
    if !parameter.anchors.is_empty() {
        paragraph(&mut text, 2, parameter.anchors);
    }
    let tier = match parameter.tier {
        Tier::Core => "core: one of the few that a first scenario sets",
        Tier::More => "more",
    };
    let default = match parameter.table {
        // Every rung of the default ladder has its own.
        "rungs.ID" => "that of the ladder's rung".to_owned(),
        _ => parameter.default.to_string(),
    };
    let source = if parameter.source.is_empty() {
        "the model's own"
    } else {
        parameter.source
    };
    for (key, value) in [
        ("name", parameter.label),
        ("default", default.as_str()),
        ("range", &range(parameter)),
        ("kind", parameter.kind.in_words()),
        ("tier", tier),
        ("source", source),
    ] {
        line(&mut text, &format!("  {key:<8} {value}"));
    }
    text
}

fn range(parameter: &Parameter) -> String {
    let unit = if parameter.unit.is_empty() {
        String::new()
    } else {
        format!(" ({})", parameter.unit)
    };
    format!("{} to {}{unit}", parameter.min, parameter.max)
}

/// Numbers of a scenario, each with what made it so.
#[must_use]
pub fn provenances(scenario: &str, numbers: &[Provenance]) -> String {
    let mut text = String::new();
    let head = format!(
        "Numbers of {scenario} that are not at their defaults, each with what made it so: a file and \
         its line, then every argument that moves it"
    );
    paragraph(&mut text, 0, &head);
    for number in numbers {
        line(&mut text, &format!("  {} = {}", number.path, number.value));
        paragraph(&mut text, 6, &number.steps.join("; "));
    }
    text
}

/// What differs from a scenario called `base`: lines of TOML that may stand in `[overrides]`, but
/// for what is no number.
#[must_use]
pub fn differences(base: &str, differences: &[InputDifference]) -> String {
    if differences.is_empty() {
        let mut text = String::new();
        line(
            &mut text,
            &format!("Nothing differs from {base}: both give the same results."),
        );
        return text;
    }
    let mut text = String::new();
    let widest = differences
        .iter()
        .map(|difference| difference.path.len())
        .max()
        .unwrap_or(0);
    line(
        &mut text,
        &format!("{:<widest$}  {base} -> here", "Differs"),
    );
    for difference in differences {
        let before = input_value(difference.before.as_deref());
        let after = input_value(difference.after.as_deref());
        line(
            &mut text,
            &format!("{:<widest$}  {before} -> {after}", difference.path),
        );
    }
    text
}
