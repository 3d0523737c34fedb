//! The days of a crisis in words.

mod counts;
mod marked;
mod parts;
mod spans;
mod titles;

use super::figures::{Shown, outward};
use super::outcomes::outcome_label;
use super::statements::{INTERVALS, SIMULATION_ERROR};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::sim::Outcome;
use crate::study::{Findings, History, Timeline};

pub use counts::base;
use counts::of;
pub use marked::{MarkedDay, marked_day};
pub use spans::last_of_levels;
pub use titles::levels_headline;

/// What the level is called where there is no crisis. It is no rung.
pub const NO_CRISIS: &str = "No crisis";

/// More crises than this part of all are not said to be "all but" some.
const ALL_BUT: f64 = 0.8;

/// How many of the opening crises are over or have become full-scale war by a day, in words: "all
/// but 4 of 100 crises are over or in full-scale war". Histories in which none begins are left out.
fn settled(findings: &Findings, timeline: &Timeline, day: usize) -> String {
    let crises = timeline.crises(findings);
    let begun = crises.begun();
    let first = if has_later_crises(findings) {
        "first "
    } else {
        ""
    };
    if begun == 0 {
        return format!("no {first}crisis begins");
    }
    let base = base(begun);
    let all = count(base);
    let war = findings.outcome(Outcome::War);
    let has_war = war.share.share > 0.0;
    let over = if war.excluded.is_some() {
        "over"
    } else {
        "over or in full-scale war"
    };
    let settled = crises.ended(day);
    let share = settled as f64 / begun as f64;
    match settled {
        0 if base == 1 => "the one crisis goes on".to_owned(),
        _ if base == 1 && has_war => "the one crisis is in full-scale war".to_owned(),
        _ if base == 1 => "the one crisis is over".to_owned(),
        0 => format!("none of {all} {first}crises is {over}"),
        all_of_them if all_of_them == begun => format!("all {all} {first}crises are {over}"),
        _ if share >= ALL_BUT => {
            let open = of(1.0 - share, base);
            format!("all but {open} of {all} {first}crises are {over}")
        }
        _ => {
            let number = of(share, base);
            format!("{number} of {all} {first}crises are {over}")
        }
    }
}

/// The opening crises that are over or in full-scale war by a day, in one sentence without a full
/// stop.
#[must_use]
pub fn settled_in_words(findings: &Findings, timeline: &Timeline, day: usize) -> String {
    format!("By day {day}, {}", settled(findings, timeline, day))
}

/// That the days end there, in one sentence without a full stop.
#[must_use]
pub fn cut_in_words(timeline: &Timeline, last: usize) -> String {
    if last < timeline.last_day() {
        format!("Days after {last} are not shown")
    } else {
        format!("The model stops at day {last}")
    }
}

/// The days of a run as a paragraph: some days with all their shares, and when its crises end.
/// `labels` are those of the levels: "no crisis", then the rungs.
#[must_use]
pub fn levels_in_words(findings: &Findings, timeline: &Timeline, labels: &[&str]) -> String {
    let cut = timeline.days_shown(findings);
    let mut days = vec![0, cut / 4, cut / 2, cut, timeline.last_day()];
    days.sort_unstable();
    days.dedup();
    let mut parts: Vec<String> = days
        .iter()
        .map(|&day| day_in_words(day, findings, labels))
        .collect();
    for percent in [50, 95] {
        if let Some(day) = timeline.crises(findings).day_of(percent) {
            parts.push(settled_in_words(findings, timeline, day) + ".");
        }
    }
    if has_later_crises(findings) {
        parts.push("Later crises are counted too.".to_owned());
    }
    parts.push(format!("Of the shares: {}.", margin_in_words(timeline)));
    parts.push(INTERVALS.to_owned());
    parts.join(" ")
}

/// The first histories of a run as a paragraph, and the record. `labels` are those of the rungs.
#[must_use]
pub fn histories_in_words(findings: &Findings, timeline: &Timeline, labels: &[&str]) -> String {
    let mut parts: Vec<String> = timeline.histories.iter().map(history_in_words).collect();
    if !timeline.record.is_empty() {
        let mut acts = Vec::new();
        for &(day, rung) in &timeline.record {
            acts.push(format!("{} on day {day}", labels.get(rung).unwrap_or(&"")));
        }
        parts.push(format!("What really happened: {}.", acts.join(", ")));
    }
    let cut = timeline.days_shown(findings);
    parts.push(settled_in_words(findings, timeline, cut) + ".");
    parts.push(INTERVALS.to_owned());
    parts.join(" ")
}

/// How well the shares of levels are known, in one sentence without a full stop.
#[must_use]
pub fn margin_in_words(timeline: &Timeline) -> String {
    if timeline.margin <= 0.0 {
        return "the inputs fix every share".to_owned();
    }
    format!(
        "{SIMULATION_ERROR}, within {} of 100",
        outward(timeline.margin * 100.0)
    )
}

/// Whether crises began after the opening one.
#[must_use]
pub fn has_later_crises(findings: &Findings) -> bool {
    findings.means.of(Quantity::LaterCrises).mean > 0.0
}

fn day_in_words(day: usize, findings: &Findings, labels: &[&str]) -> String {
    let mut cases = Vec::new();
    for (case, label) in findings.level(day).into_iter().zip(labels) {
        if case.share.share > 0.0 {
            cases.push(format!(
                "{label} {}",
                Shown::of(&case, findings.trials.max(1)).in_words()
            ));
        }
    }
    format!("Day {day}: {}.", cases.join(", "))
}

/// A history by its number, from 1: people count so.
fn history_in_words(history: &History) -> String {
    let has_acts = history.steps.iter().any(|step| step.1.is_some());
    let end = if has_acts {
        format!(", day {:.1}", history.end_day)
    } else {
        String::new()
    };
    format!(
        "History {}: {}{end}.",
        count(history.trial + 1),
        outcome_label(history.outcome).to_lowercase()
    )
}

#[cfg(test)]
mod tests;
