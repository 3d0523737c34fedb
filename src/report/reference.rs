//! The reference page of scenario files, with its tables read off the list of parameters.

use crate::parameters::{
    Actor, Dynamics, Front, Leverage, Listed, Mediator, Opening, Parameter, Relations, Rung, Spoiler, Tier,
};
use crate::scenario::{Scenario, Settings};
use crate::tally::Quantity;

const PAGE: &str = include_str!("reference.md");

/// The page, in Markdown.
#[must_use]
pub fn page() -> String {
    let quantities: Vec<String> = Quantity::ALL.iter().map(|(name, _)| format!("`{name}`")).collect();
    let tables = [
        ("{{opening}}", table(Opening::LIST)),
        ("{{relations}}", table(Relations::LIST)),
        ("{{actors}}", table(Actor::LIST)),
        ("{{mediators}}", table(&[Mediator::LIST, Leverage::LIST].concat())),
        ("{{fronts}}", table(Front::LIST)),
        ("{{spoilers}}", table(Spoiler::LIST)),
        ("{{dynamics}}", table(Dynamics::LIST)),
        ("{{rung}}", table(Rung::LIST)),
        ("{{ladder}}", ladder()),
        ("{{quantities}}", quantities.join(", ")),
    ];
    tables.into_iter().fold(PAGE.to_owned(), |page, (mark, table)| page.replace(mark, table.trim_end()))
}

/// Core parameters first.
fn table(list: &[Parameter]) -> String {
    let mut text =
        String::from("| key | default | range | unit | tier | meaning | source |\n|---|---|---|---|---|---|---|\n");
    for tier in [Tier::Core, Tier::More] {
        for parameter in list.iter().filter(|parameter| parameter.tier == tier) {
            let Parameter { key, default, min, max, unit, meaning, source, .. } = parameter;
            let key = if parameter.path().ends_with(".leverage.*") { "leverage.ACTOR" } else { key };
            let tier = if tier == Tier::Core { "core" } else { "more" };
            text += &format!("| `{key}` | {default} | {min} to {max} | {unit} | {tier} | {meaning} | {source} |\n");
        }
    }
    text
}

/// The ladder of a scenario that brings none of its own.
fn ladder() -> String {
    let mut text = String::from(
        "| id | label | severity | force | deniable | effort | deaths | war_risk |\n|---|---|---|---|---|---|---|---|\n",
    );
    let Ok(scenario) = Scenario::shipped("reference-class", &Settings::default()) else { return text };
    let yes = |holds: bool| if holds { "yes" } else { "" };
    for (at, rung) in scenario.model.numbers.rungs.iter().enumerate() {
        let (named, model) = (&scenario.names.rungs[at], &scenario.model);
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
