//! How the opening crisis ends: the small table of a screen, with bars.

use crate::error::columns;
use crate::numerals::{count, nearest};
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
/// Columns of a bar and what stands after it.
const BAR: usize = WIDTH - LABEL - NUMBER - GAP;
/// Columns of the bar of all histories: bars of two runs can be compared by eye.
const ALL: f64 = 40.0;

/// A row of the table.
struct Ending {
    label: &'static str,
    case: Case,
    number: u64,
    /// What stands after the bar.
    note: String,
}

/// The rows of the table. A note that has no room after its bar has a line of its own.
pub fn endings(findings: &Findings, counted: &Counted) -> Vec<String> {
    let endings = rows(findings, counted);
    let excluded = endings
        .iter()
        .filter(|ending| ending.case.excluded.is_some());
    let wide = excluded.map(|ending| ending.label.len()).max().unwrap_or(0);
    endings
        .iter()
        .flat_map(|ending| match Shown::of(&ending.case, findings.trials) {
            Shown::Excluded(words) => {
                vec![format!("  {}  {words}", filled(ending.label, wide))]
            }
            Shown::Estimated { interval, .. } if ending.case.share.share <= 0.0 => {
                let none = format!("none of {}: {interval}", count(findings.trials));
                vec![line(ending, "0", &none)]
            }
            _ => counted_rows(ending, counted),
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

/// A row with its bar, of so many columns for each history in every run, and its note.
fn counted_rows(ending: &Ending, counted: &Counted) -> Vec<String> {
    if ending.number == 0 {
        let figure = counted.figure(0, ending.case.share.share);
        return vec![line(ending, "", &figure)];
    }
    let long = nearest(ending.number as f64 * ALL / counted.base as f64) as usize;
    let bar = "#".repeat(long.max(1));
    let number = match ending.number {
        all if all >= counted.base && ending.case.share.share < 1.0 => {
            format!(">{}", count(all.saturating_sub(1)))
        }
        number => count(number),
    };
    let note = format!("{:GAP$}{}", "", ending.note);
    if bar.len() + columns(&note) <= BAR {
        return vec![line(ending, &number, format!("{bar}{note}").trim_end())];
    }
    let below = LABEL + NUMBER;
    vec![line(ending, &number, &bar), format!("{:below$}{note}", "")]
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

    fn bars(outcomes: [u64; Outcome::ALL.len()]) -> Vec<usize> {
        let findings = findings(outcomes);
        let rows = endings(&findings, &Counted::new(&findings));
        rows.iter().map(|row| row.matches('#').count()).collect()
    }

    /// A history is as long in every run, and no note shortens a bar.
    #[test]
    fn bars_are_on_one_scale() {
        assert_eq!(bars([0, 98_900, 900, 150, 30, 20, 0]), [0, 40, 1, 0, 0]);
        assert_eq!(
            bars([0, 10_000, 69_000, 13_000, 6_000, 2_000, 0]),
            [0, 4, 28, 5, 3]
        );
        let war = bars([0, 0, 10_000, 0, 45_000, 45_000, 0]);
        assert!(war.contains(&36) && war.contains(&4), "{war:?}");
    }
}
