//! Single histories that end differently: the two courses of one trial side by side, up to where
//! they part.

use super::course::{Course, ordinal, sides_by_side};
use super::order::Ordered;
use super::sides::Sides;
use crate::error::{capitalised, printable};
use crate::report::prose::Prose;
use crate::report::words::{base_beside_others, inputs_in_words, outcome_clause};
use crate::scenario::Names;
use crate::sim::Outcome;
use crate::study::{CompareStudy, DecisionPoint, Divergence, Mismatch, Trace, TracePair};

/// How the tables of single histories are read.
const HOW_TO_READ: &str = "How to read it: each act has a chance, and * marks the act that was chosen. A draw is a \
    number from 1 to 100: the calmest act takes the lowest numbers, as many as its chance, then the next act, and so on.";

/// Adds how the tables of single histories are read.
pub fn how_to_read(prose: &mut Prose) {
    prose.gap();
    prose.paragraph(HOW_TO_READ);
}

/// Whether single histories of a variant are shown.
pub fn shows_some(row: &Ordered<'_>) -> bool {
    row.subject
        .flipped
        .as_ref()
        .is_ok_and(|pairs| !pairs.is_empty())
}

/// Adds the single histories of a variant.
pub fn histories(prose: &mut Prose, study: &CompareStudy, row: &Ordered<'_>) {
    match &row.subject.flipped {
        Ok(pairs) => {
            let sides = Sides::new(base_beside_others(study), &row.name);
            let changes = inputs_in_words(&row.subject.inputs, &row.subject.subject.names);
            if !pairs.is_empty() && !changes.is_empty() {
                prose.gap();
                prose.paragraph(format!("{}: {}.", row.name, changes.join("; ")));
            }
            for pair in pairs {
                divergence(prose, &study.base.names, &sides, pair);
            }
        }
        Err(why) => {
            prose.gap();
            prose.paragraph(format!(
                "No single histories with “{}” are shown: {}.",
                row.name,
                mismatch(*why)
            ));
        }
    }
}

/// Adds how a history ended otherwise, and the decision at which it took the other course.
fn divergence(prose: &mut Prose, names: &Names, called: &Sides, pair: &TracePair) {
    let [before, after] = &pair.traces;
    prose.gap();
    prose.paragraph(format!(
        "History {}: {}, {}; {}, {}.",
        pair.trial,
        called.clauses[0],
        outcome_clause(before.summary.outcome),
        called.clauses[1],
        outcome_clause(after.summary.outcome)
    ));
    match pair.divergence {
        Divergence::Decision(at) => {
            let decisions = pair.decisions();
            let sides = decisions.map(|decisions| Course::decided(&decisions[at]));
            prose.indented(
                2,
                format!("The two histories part at {}:", which(names, pair, at)),
            );
            sides_by_side(prose, names, &sides, called);
        }
        Divergence::Opening(..) => {
            let sides = [before, after].map(Course::opened);
            prose.indented(2, "The two histories part at the first act:");
            sides_by_side(prose, names, &sides, called);
        }
        Divergence::Before(at) => prose.indented(2, fork(names, called, pair, at)),
        Divergence::Nowhere => {
            let at = pair.decisions()[0].len();
            prose.indented(2, fork(names, called, pair, at));
        }
        Divergence::Alike => {
            let words = "They part nowhere: it is the same history, act by act and day by day, which the two scenarios class \
                         differently.";
            prose.indented(2, words);
        }
    }
    ends(prose, names, called, [before, after]);
}

/// Adds how both courses ended: once where the same is said of both.
fn ends(prose: &mut Prose, names: &Names, called: &Sides, traces: [&Trace; 2]) {
    let [one, other] = traces.map(|trace| end(names, trace));
    if one == other {
        return prose.indented(2, format!("In both: {one}."));
    }
    for (called, words) in called.ends.iter().zip([one, other]) {
        prose.indented(2, format!("{}: {words}.", capitalised(called)));
    }
}

/// The decision at which two courses part.
fn which(names: &Names, pair: &TracePair, at: usize) -> String {
    let decisions = pair.decisions();
    let side = decisions[0][at].side;
    let actor = printable(&names.actors[side as usize].label);
    let before = decisions[0][..at]
        .iter()
        .filter(|point| point.side == side)
        .count();
    let number = ordinal_in_words(before + 1);
    let after_opening = decisions[0].len() < pair.traces[0].points.len()
        || decisions[1].len() < pair.traces[1].points.len();
    let alike = match at {
        0 if after_opening => " after the opening".to_owned(),
        0 => String::new(),
        1 => ", after one decision that is the same".to_owned(),
        _ => format!(", after {at} decisions that are the same"),
    };
    format!("{actor}'s {number} decision{alike}")
}

/// "first", "second", "12th"
fn ordinal_in_words(number: usize) -> String {
    match number {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        _ => ordinal(number as u64),
    }
}

/// How the two courses go on after so many decisions that are the same.
fn fork(names: &Names, called: &Sides, pair: &TracePair, at: usize) -> String {
    let decisions = pair.decisions();
    let [before, after] =
        [0, 1].map(|trace| way_on(names, &pair.traces[trace], decisions[trace].get(at)));
    if before == after {
        return "The two histories part at no decision: all are the same, and what differs lies in days and numbers.".to_owned();
    }
    let since = match at {
        0 => "right after the first act".to_owned(),
        1 => "after one decision that is the same".to_owned(),
        _ => format!("after {at} decisions that are the same"),
    };
    format!(
        "The two histories part {since}: {}, {before}; {}, {after}.",
        called.heads[0], called.heads[1]
    )
}

/// How a course goes on with its next decision, or without one.
fn way_on(names: &Names, trace: &Trace, next: Option<&DecisionPoint>) -> String {
    let war = names.rungs.len().saturating_sub(1);
    match next {
        Some(next) => {
            let actor = printable(&names.actors[next.side as usize].label);
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

/// How a course ended.
fn end(names: &Names, trace: &Trace) -> String {
    let trial = &trace.summary;
    let peak = names
        .rungs
        .get(trial.peak)
        .map_or("another act", |rung| rung.label.as_str());
    let acts = if trial.acts == 1 { "act" } else { "acts" };
    let ended = if trial.outcome == Outcome::Unresolved {
        "the last"
    } else {
        "over"
    };
    format!(
        "at most “{}”; {} {acts}, {ended} on day {:.1}",
        printable(peak),
        trial.acts,
        trial.end_day
    )
}

/// Why no histories are shown.
#[must_use]
pub const fn mismatch(why: Mismatch) -> &'static str {
    match why {
        Mismatch::Opener => "in the two scenarios another actor opens",
        Mismatch::Actors => "the two scenarios have other actors",
        Mismatch::Ladders => "the two scenarios have other ladders",
    }
}
