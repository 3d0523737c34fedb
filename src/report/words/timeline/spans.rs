//! The day by which half of the crises are over, and the last day that levels show.

use crate::report::words::later::{Later, later};
use crate::study::{Calm, Findings, Timeline};

/// Below this many crises nothing is said of half of them.
pub const FEW: u64 = 20;
/// What moves by less than this part of all histories after the last day is left out.
const MOVES: f64 = 0.05;

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
