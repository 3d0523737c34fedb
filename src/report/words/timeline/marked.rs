//! The day that the title of the levels speaks of, and the last day that they show.

use super::has_later_crises;
use super::parts::Parts;
use super::titles::{FEW, unusual};
use crate::report::words::later::{Later, later};
use crate::study::{Calm, Findings, Timeline};

/// What moves by less than this part of all histories after the last day is left out.
const MOVES: f64 = 0.05;

/// The day of the title with its number, to be marked.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedDay {
    /// The day.
    pub day: usize,
    /// How many histories are in no crisis then, or how many crises are over, in words.
    pub words: String,
}

/// The day that the title of the levels speaks of: when half of the crises are over, or else most;
/// none where the title speaks of no such day.
#[must_use]
pub fn marked_day(findings: &Findings, timeline: &Timeline) -> Option<MarkedDay> {
    if unusual(findings, timeline).is_some() {
        return None;
    }
    let day = half_day(findings).unwrap_or_else(|| timeline.title_day(findings));
    let parts = Parts::new(findings, day);
    let words = if has_later_crises(findings) {
        format!("Day {day}: {} in no crisis", parts.in_no_crisis())
    } else {
        format!("By day {day}: {} over", parts.over())
    };
    Some(MarkedDay { day, words })
}

/// The day by which half of the crises are over, where a title speaks of it.
pub fn half_day(findings: &Findings) -> Option<usize> {
    let calm = Calm::new(findings);
    let half = calm.half().filter(|_| calm.of() >= FEW)?;
    (calm.most() != Some(half)).then_some(half.max(1))
}

/// The last day that levels show: the horizon, where later crises bring more war or much moves after
/// the first crises are over.
#[must_use]
pub fn last_of_levels(findings: &Findings, timeline: &Timeline) -> usize {
    let shown = timeline.days_shown(findings);
    let moves = later(findings) == Later::Matters || moves_after(findings, shown);
    if moves { timeline.last_day() } else { shown }
}

/// Whether many more or fewer histories are on a level on some day after this one.
fn moves_after(findings: &Findings, day: usize) -> bool {
    let trials = findings.trials.max(1) as f64;
    let Some(here) = findings.levels.get(day) else {
        return false;
    };
    findings.levels.iter().skip(day).any(|levels| {
        let pairs = levels.iter().zip(here);
        let mut parts = pairs.map(|(&then, &now)| then.abs_diff(now) as f64 / trials);
        parts.any(|part| part > MOVES)
    })
}
