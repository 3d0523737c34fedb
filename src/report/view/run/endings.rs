//! How the opening crisis ends: the small table of a screen, with bars.

use crate::error::columns;
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::layout::{WIDTH, at_the_right, filled};
use crate::report::words::{Counted, Shown, outcome_label};
use crate::sim::Outcome;
use crate::study::{Case, Findings};

/// Columns of a label and the space before it.
const LABEL: usize = 27;
/// Columns of a number.
const NUMBER: usize = 6;
/// Columns between a number and its bar.
const GAP: usize = 2;
/// Columns of the longest bar and what stands after it.
const BAR: usize = WIDTH - LABEL - NUMBER - GAP;

/// A row of the table.
struct Ending {
    label: &'static str,
    case: Case,
    number: u64,
    /// What stands after the bar.
    note: String,
}

/// The rows of the table, each one line.
pub fn endings(findings: &Findings, counted: &Counted) -> Vec<String> {
    let endings = rows(findings, counted);
    let scale = scale(&endings);
    let excluded = endings
        .iter()
        .filter(|ending| ending.case.excluded.is_some());
    let wide = excluded.map(|ending| ending.label.len()).max().unwrap_or(0);
    endings
        .iter()
        .map(|ending| match Shown::of(&ending.case, findings.trials) {
            Shown::Excluded(words) => format!("  {}  {words}", filled(ending.label, wide)),
            Shown::Estimated { interval, .. } if ending.case.share.share <= 0.0 => {
                let none = format!("none of {}: {interval}", count(findings.trials));
                line(ending, "0", &none)
            }
            _ => counted_row(ending, counted, scale),
        })
        .collect()
}

/// All ends that are not beyond the table: one that is cut off by the horizon is left out where
/// there is none.
fn rows(findings: &Findings, counted: &Counted) -> Vec<Ending> {
    let calm = [
        Outcome::NoForce,
        Outcome::OneSided,
        Outcome::OneRound,
        Outcome::SeveralRounds,
    ];
    let wars = Ending {
        label: Quantity::Wars.label(),
        case: findings.wars(),
        number: counted.wars(),
        note: parts(findings, counted),
    };
    let unresolved = single(Outcome::Unresolved, findings, counted);
    calm.into_iter()
        .map(|outcome| single(outcome, findings, counted))
        .chain([wars])
        .chain((unresolved.case.share.share > 0.0).then_some(unresolved))
        .collect()
}

fn single(outcome: Outcome, findings: &Findings, counted: &Counted) -> Ending {
    Ending {
        label: outcome_label(outcome),
        case: *findings.outcome(outcome),
        number: counted.outcome(outcome),
        note: String::new(),
    }
}

/// The two parts of wars, where both can occur.
fn parts(findings: &Findings, counted: &Counted) -> String {
    let limited = part(Outcome::LimitedWar, findings, counted);
    let full = part(Outcome::War, findings, counted);
    match (limited, full) {
        (Some(limited), Some(full)) => format!("limited {limited}, full-scale {full}"),
        (None, Some(_)) => "full-scale".to_owned(),
        (Some(_), None) => "limited".to_owned(),
        (None, None) => String::new(),
    }
}

/// The figure of an outcome; none where the inputs exclude it.
fn part(outcome: Outcome, findings: &Findings, counted: &Counted) -> Option<String> {
    let case = findings.outcome(outcome);
    let number = counted.outcome(outcome);
    case.excluded
        .is_none()
        .then(|| counted.figure(number, case.share.share))
}

/// How many columns a history takes in a bar: as many as leave room for what stands after it. A row
/// without a bar has nothing after it.
fn scale(endings: &[Ending]) -> f64 {
    let drawn = endings.iter().filter(|ending| ending.number > 0);
    drawn.map(room).fold(f64::INFINITY, f64::min)
}

/// How many columns there are for each history of a row.
fn room(ending: &Ending) -> f64 {
    let note = match ending.note.as_str() {
        "" => 0,
        note => columns(note) + GAP,
    };
    BAR.saturating_sub(note) as f64 / ending.number as f64
}

fn counted_row(ending: &Ending, counted: &Counted, scale: f64) -> String {
    if ending.number == 0 {
        let figure = counted.figure(0, ending.case.share.share);
        return line(ending, "", &figure);
    }
    let long = ((ending.number as f64 * scale) as usize).max(1);
    let bar = "#".repeat(long);
    let note = format!("{bar}{:GAP$}{}", "", ending.note);
    let number = match ending.number {
        all if all >= counted.base && ending.case.share.share < 1.0 => {
            format!(">{}", count(all.saturating_sub(1)))
        }
        number => count(number),
    };
    line(ending, &number, note.trim_end())
}

fn line(ending: &Ending, number: &str, rest: &str) -> String {
    format!(
        "{}{}{:GAP$}{rest}",
        filled(&format!("  {}", ending.label), LABEL),
        at_the_right(number, NUMBER),
        ""
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::words::counted_testing::findings;

    /// What is rare does not shorten the bars of the others: its row has no bar and no note.
    #[test]
    fn bars_are_in_proportion() {
        let findings = findings([0, 98_900, 900, 150, 30, 20, 0]);
        let rows = endings(&findings, &Counted::new(&findings));
        let bars: Vec<usize> = rows.iter().map(|row| row.matches('#').count()).collect();
        assert_eq!(bars, [0, BAR, 1, 0, 0], "{rows:#?}");
    }
}
