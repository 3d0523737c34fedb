//! The reference page of scenario files, with its tables read off the list of parameters.

use crate::parameters::{
    Actor, ArmedGroup, Dynamics, Front, Leverage, Listed, Mediator, Opening, Parameter, Relations,
    Rung, Tier,
};
use crate::quantities::Quantity;
use crate::scenario::{Scenario, Settings};

const PAGE: &str = include_str!("reference.md");
/// Where the quantities that are no outcomes stand in it.
const OTHERS: &str = "{{others}}";
/// How wide its lines are.
const WIDTH: usize = 122;

/// The page, in Markdown.
#[must_use]
pub fn page() -> String {
    let quantities: Vec<String> = Quantity::names()
        .into_iter()
        .map(|name| format!("`{name}`"))
        .collect();
    let tables = [
        ("{{opening}}", table(Opening::LIST)),
        ("{{relations}}", table(Relations::LIST)),
        ("{{actors}}", table(Actor::LIST)),
        (
            "{{mediators}}",
            table(&[Mediator::LIST, Leverage::LIST].concat()),
        ),
        ("{{fronts}}", table(Front::LIST)),
        ("{{armed_groups}}", table(ArmedGroup::LIST)),
        ("{{dynamics}}", table(Dynamics::LIST)),
        ("{{rung}}", table(Rung::LIST)),
        ("{{ladder}}", ladder()),
        ("{{quantities}}", quantities.join(", ")),
    ];
    let page = tables
        .into_iter()
        .fold(PAGE.to_owned(), |page, (mark, table)| {
            page.replace(mark, table.trim_end())
        });
    let paragraphs = page.split("\n\n").map(|paragraph| {
        if paragraph.contains(OTHERS) {
            filled(&paragraph.replace(OTHERS, &others()))
        } else {
            paragraph.to_owned()
        }
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// The quantities that are no outcomes, with what their names do not say.
fn others() -> String {
    let others = Quantity::named_ones().filter(|quantity| quantity.outcome().is_none());
    let mut words: Vec<String> = others
        .map(|quantity| match quantity.row().note {
            "" => format!("`{}`", quantity.name()),
            note => format!("`{}` ({note})", quantity.name()),
        })
        .collect();
    let last = words.pop().unwrap_or_default();
    format!("{} and {last}", words.join(", "))
}

/// A paragraph with new line breaks.
fn filled(paragraph: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                *line += &format!(" {word}");
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// Core parameters first.
fn table(list: &[Parameter]) -> String {
    let mut text = String::from(
        "| key | name in results | default | range | unit | tier | meaning | low, usual, high | source |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for tier in [Tier::Core, Tier::More] {
        for parameter in list.iter().filter(|parameter| parameter.tier == tier) {
            let Parameter {
                key,
                label,
                default,
                min,
                max,
                unit,
                meaning,
                anchors,
                source,
                ..
            } = parameter;
            let key = if parameter.path().ends_with(".leverage.*") {
                "leverage.ACTOR"
            } else {
                key
            };
            let tier = if tier == Tier::Core { "core" } else { "more" };
            text += &format!(
                "| `{key}` | {label} | {default} | {min} to {max} | {unit} | {tier} | {meaning} | {anchors} | {source} |\n"
            );
        }
    }
    text
}

/// The ladder of a scenario that brings none of its own.
fn ladder() -> String {
    let mut text = String::from(
        "| id | label | severity | force | deniable | effort | deaths | war_risk |\n|---|---|---|---|---|---|---|---|\n",
    );
    let Ok(scenario) = Scenario::shipped("reference-class", &Settings::default()) else {
        return text;
    };
    let model = &scenario.model;
    for (at, rung) in model.numbers.rungs.iter().enumerate() {
        let named = &scenario.names.rungs[at];
        text += &format!(
            "| `{}` | {} | {} | {} | {} | {} | {} | {} |\n",
            named.id,
            named.label,
            rung.severity,
            yes(model.force[at]),
            yes(model.deniable[at]),
            rung.effort,
            rung.deaths,
            rung.war_risk
        );
    }
    text
}

/// A fact in a cell: empty where it does not hold.
fn yes(holds: bool) -> &'static str {
    if holds { "yes" } else { "" }
}
