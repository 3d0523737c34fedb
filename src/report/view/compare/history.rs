//! Same history, one thing changed: two courses of a trial side by side, up to where they part.

use crate::report::prose::{Prose, Table, Track};
use crate::report::words::{outcome_clause, outcome_label};
use crate::scenario::Names;
use crate::sim::Outcome;
use crate::study::{DecisionPoint, Divergence, Trace, TracePair};

/// A rung with a smaller chance is listed only if it was taken: by a part of the state.
const SELDOM: f64 = 0.0005;

/// Width of a label.
const LABEL: usize = 38;

/// Adds how a history ended otherwise, and the decision at which it took the other course.
pub fn divergence(prose: &mut Prose, names: &Names, name: &str, pair: &TracePair) {
    let [before, after] = &pair.traces;
    prose.gap();
    prose.line(format!("Trial {}", pair.trial));
    let sentence = format!(
        "In the base {}; with {name} {}.",
        outcome_clause(before.summary.outcome),
        outcome_clause(after.summary.outcome)
    );
    prose.indented(2, sentence);
    let decisions = pair.decisions();
    match pair.divergence {
        Divergence::Decision(at) => {
            let sides = decisions.map(|decisions| Course::decided(&decisions[at]));
            let actor = &names.actors[decisions[0][at].side as usize].label;
            let which = match at {
                0 if decisions[0].len() < before.points.len()
                    || decisions[1].len() < after.points.len() =>
                {
                    format!("the first decision after the opening act, {actor}'s:")
                }
                0 => format!("the first decision, {actor}'s:"),
                1 => format!("the second decision, {actor}'s, after one that is the same:"),
                _ => format!(
                    "decision {}, {actor}'s, after {at} that are the same:",
                    at + 1
                ),
            };
            prose.indented(2, format!("They part at {which}"));
            prose.table(decision(names, &sides));
        }
        Divergence::Opening(..) => {
            let sides = [before, after].map(Course::opened);
            prose.indented(2, "They part at the opening act:");
            prose.table(decision(names, &sides));
        }
        Divergence::Before(at) => prose.indented(2, fork(names, pair, at)),
        Divergence::Nowhere => prose.indented(2, fork(names, pair, decisions[0].len())),
        Divergence::Alike => {
            let words = "They part nowhere: it is the same history, act by act and day by day, which the two scenarios class \
                         differently.";
            prose.indented(2, words);
        }
    }
    last(prose, names, [before, after]);
}

/// How the two courses go on after so many decisions that are the same.
fn fork(names: &Names, pair: &TracePair, at: usize) -> String {
    let decisions = pair.decisions();
    let [before, after] =
        [0, 1].map(|trace| way_on(names, &pair.traces[trace], decisions[trace].get(at)));
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
fn way_on(names: &Names, trace: &Trace, next: Option<&DecisionPoint>) -> String {
    let war = names.rungs.len().saturating_sub(1);
    match next {
        Some(next) => {
            let actor = &names.actors[next.side as usize].label;
            format!("{actor} decides on day {:.1}", next.day)
        }
        None if trace
            .levels
            .last()
            .is_some_and(|&(_, rung)| rung == Some(war)) =>
        {
            "the last act slips into war".to_owned()
        }
        None if trace.summary.outcome == Outcome::Unresolved => {
            "the horizon comes before an answer".to_owned()
        }
        None => "nothing more happens".to_owned(),
    }
}

/// One of the two courses, where they part.
struct Course<'m> {
    /// The decision; none where the scenario fixes the act.
    point: Option<&'m DecisionPoint>,
    /// The rung that was acted on; none where nothing was.
    rung: Option<usize>,
}

impl<'m> Course<'m> {
    fn decided(point: &'m DecisionPoint) -> Self {
        Self {
            point: Some(point),
            rung: Some(point.rung),
        }
    }

    fn opened(trace: &'m Trace) -> Self {
        match trace.opening() {
            Some(point) => Self::decided(point),
            None => Self {
                point: None,
                rung: trace.summary.first_act,
            },
        }
    }

    /// Whether it took a rung, or took it with a chance that is worth a row.
    fn may_take(&self, rung: usize) -> bool {
        self.rung == Some(rung)
            || self
                .point
                .is_some_and(|point| chance(point, rung) >= SELDOM)
    }

    /// The chance of a rung in figures, marked where it was taken.
    fn chance(&self, rung: usize) -> String {
        let chance = self
            .point
            .map_or_else(String::new, |point| match chance(point, rung) {
                chance if chance < SELDOM => "< 0.1 %".to_owned(),
                chance => format!("{:.1} %", chance * 100.0),
            });
        format!(
            "{}{chance}",
            if self.rung == Some(rung) { "> " } else { "" }
        )
    }
}

/// The two decisions side by side.
fn decision(names: &Names, sides: &[Course<'_>; 2]) -> Table {
    let mut table = Table {
        indent: 4,
        columns: vec![
            Track::label(LABEL),
            Track::right(0, 10),
            Track::right(0, 12),
        ],
        heading: vec![String::new(), "base".to_owned(), "variant".to_owned()],
        rows: Vec::new(),
    };
    table.cells(row(
        "day",
        of_each(sides, |point| format!("{:.1}", point.day)),
    ));
    table.cells(row(
        "provocation it saw",
        of_each(sides, |point| format!("{:.3}", point.provocation)),
    ));
    for (rung, named) in names.rungs.iter().enumerate() {
        if sides.iter().any(|side| side.may_take(rung)) {
            let chances = sides.each_ref().map(|side| side.chance(rung));
            table.cells(row(&format!("chance of {}", named.label), chances));
        }
    }
    let draws = of_each(sides, |point| format!("{:.1} %", point.draw * 100.0));
    table.cells(row("random draw (cumulative)", draws));
    if sides
        .iter()
        .any(|side| side.point.is_some_and(|point| point.overridden))
    {
        let overridden = of_each(sides, |point| {
            if point.overridden { "yes" } else { "no" }.to_owned()
        });
        table.cells(row("overridden by a part of the state", overridden));
    }
    table
}

fn row(label: &str, [base, variant]: [String; 2]) -> [String; 3] {
    [label.to_owned(), base, variant]
}

/// A figure of each decision; an act that the scenario fixes has none.
fn of_each(sides: &[Course<'_>; 2], figure: impl Fn(&DecisionPoint) -> String) -> [String; 2] {
    sides
        .each_ref()
        .map(|side| side.point.map_or_else(|| "fixed".to_owned(), &figure))
}

fn last(prose: &mut Prose, names: &Names, traces: [&Trace; 2]) {
    let ends = traces.map(|trace| {
        let trial = &trace.summary;
        let peak = names
            .rungs
            .get(trial.peak)
            .map_or("another rung", |rung| rung.label.as_str());
        format!(
            "{} (peak: {peak}; {} act{}, {} on day {:.1})",
            outcome_label(trial.outcome),
            trial.acts,
            if trial.acts == 1 { "" } else { "s" },
            if trial.outcome == Outcome::Unresolved {
                "the last"
            } else {
                "ended"
            },
            trial.end_day
        )
    });
    prose.indented(2, format!("Base: {}.", ends[0]));
    prose.indented(2, format!("Variant: {}.", ends[1]));
}

fn chance(point: &DecisionPoint, rung: usize) -> f64 {
    point.chances.get(rung).copied().unwrap_or(0.0)
}
