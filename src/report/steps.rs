//! Same history, one thing changed: two courses of a trial side by side, up to where they part.

use super::layout::{fitted, line, paragraph};
use crate::report::words::{outcome_clause, outcome_label};
use crate::scenario::Scenario;
use crate::sim::Outcome;
use crate::study::{DecisionPoint, Divergence, Trace, TracePair};

/// A rung with a smaller chance is listed only if it was taken: by a part of the state.
const SELDOM: f64 = 0.0005;

/// How a history ended otherwise, and the decision at which it took the other course.
#[must_use]
pub fn divergence(base: &Scenario, name: &str, pair: &TracePair) -> String {
    let mut text = String::new();
    let [before, after] = &pair.traces;
    line(&mut text, &format!("\nTrial {}", pair.trial));
    let sentence = format!(
        "In the base {}; with {name} {}.",
        outcome_clause(before.summary.outcome),
        outcome_clause(after.summary.outcome)
    );
    paragraph(&mut text, 2, &sentence);
    let decisions = pair.decisions();
    match pair.divergence {
        Divergence::Decision(at) => {
            let sides = decisions.map(|decisions| Side::decided(&decisions[at]));
            let actor = &base.names.actors[decisions[0][at].side as usize].label;
            let which = match at {
                0 if decisions[0].len() < before.points.len() || decisions[1].len() < after.points.len() => {
                    format!("the first decision after the opening act, {actor}'s:")
                }
                0 => format!("the first decision, {actor}'s:"),
                1 => format!("the second decision, {actor}'s, after one that is the same:"),
                _ => format!("decision {}, {actor}'s, after {at} that are the same:", at + 1),
            };
            paragraph(&mut text, 2, &format!("They part at {which}"));
            decision(&mut text, base, &sides);
        }
        Divergence::Opening(..) => {
            let sides = [before, after].map(Side::opened);
            paragraph(&mut text, 2, "They part at the opening act:");
            decision(&mut text, base, &sides);
        }
        Divergence::Before(at) => paragraph(&mut text, 2, &fork(base, pair, at)),
        Divergence::Nowhere => paragraph(&mut text, 2, &fork(base, pair, decisions[0].len())),
        Divergence::Alike => {
            let words = "They part nowhere: it is the same history, act by act and day by day, which the two scenarios class \
                         differently.";
            paragraph(&mut text, 2, words);
        }
    }
    last(&mut text, base, [before, after]);
    text
}

/// How the two courses go on after so many decisions that are the same.
fn fork(base: &Scenario, pair: &TracePair, at: usize) -> String {
    let decisions = pair.decisions();
    let [before, after] = [0, 1].map(|trace| way_on(base, &pair.traces[trace], decisions[trace].get(at)));
    if before == after {
        return "They part at no decision: all are the same, and what differs lies in days and numbers.".to_owned();
    }
    let since = match at {
        0 => "right after the opening act".to_owned(),
        1 => "after one decision that is the same".to_owned(),
        _ => format!("after {at} decisions that are the same"),
    };
    format!("They part {since}: in the base {before}; in the variant {after}.")
}

/// How a course goes on with its next decision, or without one.
fn way_on(base: &Scenario, trace: &Trace, next: Option<&DecisionPoint>) -> String {
    let war = base.model.top();
    match next {
        Some(next) => {
            let actor = &base.names.actors[next.side as usize].label;
            format!("{actor} decides on day {:.1}", next.day)
        }
        None if trace.levels.last().is_some_and(|&(_, rung)| rung == war) => "the last act slips into war".to_owned(),
        None if trace.summary.outcome == Outcome::Unresolved => "the horizon comes before an answer".to_owned(),
        None => "nothing more happens".to_owned(),
    }
}

/// One of the two courses, where they part.
struct Side<'m> {
    /// The decision; none where the scenario fixes the act.
    point: Option<&'m DecisionPoint>,
    /// The rung that was acted on; none where nothing was.
    rung: Option<usize>,
}

impl<'m> Side<'m> {
    fn decided(point: &'m DecisionPoint) -> Self {
        Self { point: Some(point), rung: Some(point.rung) }
    }

    fn opened(trace: &'m Trace) -> Self {
        match trace.opening() {
            Some(point) => Self::decided(point),
            None => Self { point: None, rung: trace.summary.first_act },
        }
    }
}

fn decision(text: &mut String, base: &Scenario, sides: &[Side<'_>; 2]) {
    line(text, &format!("    {:<38}{:>10}{:>12}", "", "base", "variant"));
    let mut row = |label: &str, values: [String; 2]| {
        line(text, &format!("    {}{:>10}{:>12}", fitted(label, 38), values[0], values[1]));
    };
    let each = |tell: &dyn Fn(&DecisionPoint) -> String| {
        sides.each_ref().map(|side| side.point.map_or_else(|| "fixed".to_owned(), tell))
    };
    row("day", each(&|point| format!("{:.1}", point.day)));
    row("provocation it saw", each(&|point| format!("{:.3}", point.provocation)));
    for (rung, named) in base.names.rungs.iter().enumerate() {
        let chance = |point: &DecisionPoint| point.chances.get(rung).copied().unwrap_or(0.0);
        let taken = |side: &Side<'_>| side.rung == Some(rung);
        let seldom = |side: &Side<'_>| side.point.is_none_or(|point| chance(point) < SELDOM);
        if sides.iter().all(|side| seldom(side) && !taken(side)) {
            continue;
        }
        let cell = |side: &Side<'_>| {
            let chance = side.point.map_or_else(String::new, |point| match chance(point) {
                chance if chance < SELDOM => "< 0.1 %".to_owned(),
                chance => format!("{:.1} %", chance * 100.0),
            });
            format!("{}{chance}", if taken(side) { "> " } else { "" })
        };
        row(&format!("chance of {}", named.label), sides.each_ref().map(cell));
    }
    row("the draw that decided, from below", each(&|point| format!("{:.1} %", point.draw * 100.0)));
    if sides.iter().any(|side| side.point.is_some_and(|point| point.overridden)) {
        let overridden = |point: &DecisionPoint| if point.overridden { "yes" } else { "no" }.to_owned();
        row("overridden by a part of the state", each(&overridden));
    }
}

fn last(text: &mut String, base: &Scenario, traces: [&Trace; 2]) {
    let ends = traces.map(|trace| {
        let trial = &trace.summary;
        let peak = base.names.rungs.get(trial.peak).map_or("another rung", |rung| rung.label.as_str());
        format!(
            "{} (peak: {peak}; {} act{}, {} on day {:.1})",
            outcome_label(trial.outcome),
            trial.acts,
            if trial.acts == 1 { "" } else { "s" },
            if trial.outcome == Outcome::Unresolved { "the last" } else { "ended" },
            trial.end_day
        )
    });
    paragraph(text, 2, &format!("Base: {}.", ends[0]));
    paragraph(text, 2, &format!("Variant: {}.", ends[1]));
}
