//! What charts say of cases that they do not draw, and of how sure they are.

use super::figures::{outward, rounded_up};
use super::outcomes::outcome_label;
use super::statements::SIMULATION_ERROR;
use super::wholes::{denominator, of_a_hundred};
use crate::error::uncapitalised;
use crate::numerals::count;
use crate::report::cut::quoted;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::{Case, Findings, each_once};

/// From here on, in per cent, widths are whole numbers.
const COARSE: f64 = 2.0;

/// What is said of the intervals of shares: how wide they are at most.
#[must_use]
pub fn precision(findings: &Findings, cases: &[Case]) -> String {
    let half = farthest(cases) * 100.0;
    if findings.trials == 1 {
        return "One history says nothing of how often".to_owned();
    }
    if half <= 0.0 {
        return SIMULATION_ERROR.to_owned();
    }
    let within = if half >= COARSE {
        format!("{:.0}", rounded_up(half, 0))
    } else {
        outward(half)
    };
    format!("95 % intervals, simulation error only: within {within} of 100")
}

/// From a share to the farther end of its interval, at most.
#[must_use]
pub fn farthest(cases: &[Case]) -> f64 {
    cases
        .iter()
        .map(|case| half(case.share))
        .fold(0.0, f64::max)
}

fn half(share: Share) -> f64 {
    share.interval.ends().map_or(0.0, |(low, high)| {
        (high - share.share).max(share.share - low)
    })
}

/// What is said of outcomes that have no dot: a sentence each for what cannot occur, what is rare
/// and what was not met.
#[must_use]
pub fn without_dots(findings: &Findings) -> Vec<String> {
    let counts = of_a_hundred(findings);
    let labels = Outcome::ALL.map(outcome_label);
    let cases = &findings.outcomes;
    let mut remarks = excluded(cases, &labels);
    // That nothing still goes on at the end goes without saying.
    let rest: Vec<usize> = (0..labels.len())
        .filter(|&at| counts[at] == 0 && cases[at].excluded.is_none())
        .filter(|&at| at != Outcome::Unresolved as usize || cases[at].share.share > 0.0)
        .collect();
    let (rare, unmet): (Vec<usize>, Vec<usize>) = rest
        .into_iter()
        .partition(|&at| cases[at].share.share > 0.0);
    if !rare.is_empty() {
        let names = listed(&rare, &labels);
        remarks.push(format!(
            "Fewer than 1 of {}: {names}",
            count(denominator(findings))
        ));
    }
    if !unmet.is_empty() {
        let names = listed(&unmet, &labels);
        remarks.push(format!(
            "In none of the histories, but not ruled out: {names}"
        ));
    }
    remarks
}

/// What the inputs exclude, a sentence for each reason.
#[must_use]
pub fn excluded(cases: &[Case], labels: &[&str]) -> Vec<String> {
    let reasons = each_once(cases.iter().filter_map(|case| case.excluded));
    let mut remarks = Vec::new();
    for reason in reasons {
        let which: Vec<usize> = (0..cases.len())
            .filter(|&at| cases[at].excluded == Some(reason))
            .collect();
        let names = together(&which, labels);
        remarks.push(format!("{names} cannot occur here: {}", reason.words()));
    }
    remarks
}

/// Names as the subject of a sentence: three or more that follow each other are said by their ends.
fn together(which: &[usize], labels: &[&str]) -> String {
    match which {
        [first, .., last] if which.len() > 2 && last - first + 1 == which.len() => {
            format!("{} to {}", quoted(labels, *first), quoted(labels, *last))
        }
        [first, .., last] if which.len() > 3 => format!(
            "{}, {} and {} more",
            quoted(labels, *first),
            quoted(labels, *last),
            which.len() - 2
        ),
        _ => {
            let names: Vec<String> = which.iter().map(|&at| quoted(labels, at)).collect();
            match names.split_last() {
                Some((last, others)) if !others.is_empty() => {
                    format!("{} and {last}", others.join(", "))
                }
                _ => names.concat(),
            }
        }
    }
}

/// Names within a sentence.
fn listed(which: &[usize], labels: &[&str]) -> String {
    let names: Vec<String> = which.iter().map(|&at| uncapitalised(labels[at])).collect();
    names.join(", ")
}
