//! Which arguments count, and how much.

use super::arguments::Argument;
use super::option::OptionText;
use super::paths::weighted_argument;
use super::{Setting, Settings};
use crate::error::{MOST_REPORTED, Problem, Problems};
use crate::numerals::figure;
use crate::scenario::read::input_value::number;
use crate::scenario::read::kinds::wrong_kind;
use crate::scenario::read::section::{Section, text};
use crate::scenario::read::text::Spot;
use crate::scenario::read::tree::Value;
use crate::scenario::read::words::{listed, suggestion};

/// An argument that is switched on or off, and where; nowhere for an option, which says so itself.
struct Switch {
    id: String,
    spot: Option<Spot>,
}

impl Switch {
    fn of_options(ids: &[String]) -> Vec<Self> {
        ids.iter()
            .map(|id| Self {
                id: id.clone(),
                spot: None,
            })
            .collect()
    }
}

/// Switches arguments off and on: the file's lists, the command line's, then weights; the last
/// wins.
pub fn apply(
    root: &mut Section<'_>,
    arguments: &mut [Argument],
    settings: &Settings,
    problems: &mut Problems,
) {
    let with = ids(root, "with", problems);
    let without = ids(root, "without", problems);
    switch(arguments, &with, &without, problems);
    switch(
        arguments,
        &Switch::of_options(&settings.with),
        &Switch::of_options(&settings.without),
        problems,
    );
    for setting in &settings.set {
        let Some(id) = weighted_argument(&setting.path) else {
            continue;
        };
        let Some(weight) = weight(setting, problems) else {
            continue;
        };
        let chosen: Vec<usize> = (0..arguments.len())
            .filter(|&at| id == "*" || arguments[at].id == id)
            .collect();
        if chosen.is_empty() {
            problems.push(unknown(id, arguments).at(OptionText::new(setting).path_spot().place()));
        }
        for at in chosen {
            arguments[at].weight = weight;
        }
    }
}

/// Switches arguments off and on; an id that is no argument's, or that stands in both lists, is a
/// problem.
fn switch(
    arguments: &mut [Argument],
    with: &[Switch],
    without: &[Switch],
    problems: &mut Problems,
) {
    for (ids, weight) in [(without, 0.0), (with, 1.0)] {
        for Switch { id, spot } in ids {
            let place = spot.as_ref().and_then(Spot::place);
            if weight > 0.0 && without.iter().any(|other| other.id == *id) {
                let problem = Problem::new(format!("argument `{id}` is switched both off and on"));
                problems.push(
                    problem
                        .at(place.clone())
                        .help("name it in one list only; a file that extends another empties a list with `with = []`"),
                );
            }
            match arguments.iter_mut().find(|argument| argument.id == *id) {
                Some(argument) => argument.weight = weight,
                None if problems.len() >= MOST_REPORTED => {
                    problems.push(Problem::new(format!("there is no argument `{id}`")).at(place)); // counted only
                }
                None => problems.push(unknown(id, arguments).at(place)),
            }
        }
    }
}

/// The problem of an argument that does not exist.
fn unknown(id: &str, arguments: &[Argument]) -> Problem {
    let known: Vec<&str> = arguments
        .iter()
        .map(|argument| argument.id.as_str())
        .collect();
    let problem = Problem::new(format!("there is no argument `{id}`"));
    let bare = id
        .strip_prefix("arguments.")
        .filter(|bare| known.contains(bare));
    let help = match bare {
        Some(bare) => format!("write `{bare}` alone"),
        None if id.contains(',') => {
            "name one at a time: repeat the option, or put each in quotes of its own".to_owned()
        }
        None if known.is_empty() => "the scenario has no arguments".to_owned(),
        None => suggestion(id, &known).unwrap_or_else(|| format!("known: {}", listed(&known))),
    };
    problem.help(help)
}

/// The weight of an argument, 0 to 1.
fn weight(setting: &Setting, problems: &mut Problems) -> Option<f64> {
    let node = OptionText::new(setting).value(false, problems)?;
    let weight = number(&node, &setting.path, problems)?;
    if (0.0..=1.0).contains(&weight) {
        return Some(weight);
    }
    let message = format!(
        "the weight of an argument must lie between 0 and 1, but it is {}",
        figure(weight)
    );
    problems.push(
        Problem::new(message)
            .at(node.spot.place())
            .help("1 counts it in full, 0 switches it off"),
    );
    None
}

/// The ids of a list of arguments at the top level.
fn ids(root: &mut Section<'_>, key: &'static str, problems: &mut Problems) -> Vec<Switch> {
    let Some(node) = root.get(key) else {
        return Vec::new();
    };
    let Value::List(items) = &node.value else {
        problems.push(wrong_kind(
            key,
            "a list of arguments",
            &node.value,
            &node.spot,
        ));
        return Vec::new();
    };
    let mut switches = Vec::new();
    for item in items {
        if let Some(id) = text(item, key, problems) {
            switches.push(Switch {
                id: id.to_owned(),
                spot: Some(item.spot.clone()),
            });
        }
    }
    switches
}
