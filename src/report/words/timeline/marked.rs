//! The day that the title of the levels speaks of.

use super::has_later_crises;
use super::parts::Parts;
use super::spans::half_day;
use super::titles::unusual;
use crate::study::{Findings, Timeline};

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
