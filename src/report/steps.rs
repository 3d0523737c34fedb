//! Same history, one thing changed: two courses of a trial side by side, up to where they part.

use super::layout::{fitted, line, paragraph};
use crate::scenario::Scenario;
use crate::study::words::{outcome_clause, outcome_label};
use crate::study::{Moment, Parted, Parting, Trace};

/// How a history ended otherwise, and the decision at which it took the other course.
#[must_use]
pub fn parted(base: &Scenario, name: &str, parted: &Parted) -> String {
    let mut text = String::new();
    let [before, after] = &parted.courses;
    line(&mut text, &format!("\nTrial {}", parted.trial));
    let sentence = format!(
        "In the base {}; with {name} {}.",
        outcome_clause(before.summary.outcome),
        outcome_clause(after.summary.outcome)
    );
    paragraph(&mut text, 2, &sentence);
    match parted.parting {
        Parting::Decision(at) => decision(&mut text, base, [&before.moments[at], &after.moments[at]], at),
        Parting::Opening(before, after) => {
            let named = |rung: Option<usize>| {
                rung.and_then(|rung| base.names.rungs.get(rung)).map_or("none", |rung| rung.label.as_str())
            };
            let sentence =
                format!("Their opening acts differ: {} in the base, {} in the variant.", named(before), named(after));
            paragraph(&mut text, 2, &sentence);
        }
        Parting::Before(at) => {
            let common =
                if at == 0 { "before the first decision".to_owned() } else { format!("after {at} equal decisions") };
            let why =
                "an act slips into war in one of them and not in the other, or the horizon or a spoiler comes between";
            paragraph(&mut text, 2, &format!("The two part {common}: {why}."));
        }
        Parting::Nowhere => {
            paragraph(
                &mut text,
                2,
                "All decisions are the same. What differs is the last act: it slips into war in one and not in the other, or comes too late.",
            );
        }
    }
    last(&mut text, base, [before, after]);
    text
}

fn decision(text: &mut String, base: &Scenario, [before, after]: [&Moment; 2], at: usize) {
    let actor = &base.names.actors[before.side as usize].label;
    let which = match at {
        0 => "the first decision".to_owned(),
        1 => "the second decision, after one that is the same".to_owned(),
        _ => format!("decision {}, after {at} that are the same", at + 1),
    };
    paragraph(text, 2, &format!("They part at {which}, {actor}'s:"));
    line(text, &format!("    {:<38}{:>10}{:>12}", "", "base", "variant"));
    let mut row = |label: &str, values: [String; 2]| {
        line(text, &format!("    {}{:>10}{:>12}", fitted(label, 38), values[0], values[1]));
    };
    let pair = [before, after];
    row("day", pair.map(|moment| format!("{:.1}", moment.day)));
    row("provocation it saw", pair.map(|moment| format!("{:.3}", moment.provocation)));
    for (rung, named) in base.names.rungs.iter().enumerate() {
        let chances = pair.map(|moment| moment.chances.get(rung).copied().unwrap_or(0.0));
        if chances.iter().all(|&chance| chance < 0.0005) {
            continue;
        }
        let cell = |at: usize| {
            let mark = if pair[at].rung == rung { ">" } else { " " };
            format!("{mark} {:.1} %", chances[at] * 100.0)
        };
        row(&format!("chance of {}", named.label), [cell(0), cell(1)]);
    }
    let draw = |moment: &Moment| format!("{:.1} %", moment.draw * 100.0);
    row("the draw that decided, from below", pair.map(draw));
    if pair.iter().any(|moment| moment.overridden) {
        row(
            "overridden by a part of the state",
            pair.map(|moment| if moment.overridden { "yes" } else { "no" }.to_owned()),
        );
    }
}

fn last(text: &mut String, base: &Scenario, courses: [&Trace; 2]) {
    let told = courses.map(|course| {
        let trial = &course.summary;
        let peak = base.names.rungs.get(trial.peak).map_or("another rung", |rung| rung.label.as_str());
        format!(
            "{} (peak: {peak}; {} acts, ended on day {:.1})",
            outcome_label(trial.outcome),
            trial.acts,
            trial.end_day
        )
    });
    paragraph(text, 2, &format!("Base: {}.", told[0]));
    paragraph(text, 2, &format!("Variant: {}.", told[1]));
}
