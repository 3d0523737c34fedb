//! The days of a crisis in words.

use super::figures::{Shown, outward};
use super::frequencies::runs;
use super::names::quoted;
use super::outcomes::outcome_label;
use super::statements::{INTERVALS, PURPOSE};
use crate::stats::Lack;
use crate::study::{Findings, History, Median, Timeline};
use crate::tally::levels;

/// What the level is called where there is no crisis. It is no rung.
pub const NO_CRISIS: &str = "No crisis";

/// Maximum turns of the median that are listed one by one.
const MOST_TURNS: usize = 12;

/// What the days of a run show, in one sentence without a full stop: where the middle of all trials
/// stays in the end, and how much war there is by then. `labels` are those of the levels: "no
/// crisis", then the rungs.
#[must_use]
pub fn timeline_headline(findings: &Findings, timeline: &Timeline, labels: &[&str]) -> String {
    let last = timeline.median.len().saturating_sub(1);
    let top = labels.len().saturating_sub(1);
    let stays = timeline.median.last().map_or(0, |median| median.level);
    let since = timeline
        .median
        .iter()
        .rposition(|median| median.level != stays)
        .map_or(0, |day| day + 1);
    let when = match since {
        0 => "On every day".to_owned(),
        day if day == last => format!("On day {day}"),
        day => format!("From day {day} on"),
    };
    let all = findings
        .levels
        .iter()
        .skip(since)
        .all(|day| day.get(stays) == Some(&findings.trials));
    let who = match findings.trials {
        1 => "the run is",
        _ if all => "all runs are",
        _ => "at least half of the runs are",
    };
    let middle = match stays {
        0 => format!("{when} {who} in no crisis"),
        rung if rung == top => return format!("{when} {who} at war"),
        rung => format!("{when} the median run stands on {}", quoted(labels, rung)),
    };
    let war = findings
        .levels
        .last()
        .and_then(|day| day.last())
        .map_or(0.0, |&count| share(count, findings));
    if findings.trials == 1 {
        return middle;
    }
    format!(
        "{middle}; on day {last} there is war in {}",
        runs(war, findings.trials)
    )
}

/// The days of a run as a paragraph: some days with all their shares, the turns of the median, the
/// single trials, the record.
#[must_use]
pub fn timeline_in_words(findings: &Findings, timeline: &Timeline, labels: &[&str]) -> String {
    let mut parts = vec![
        PURPOSE.to_owned(),
        timeline_headline(findings, timeline, labels) + ".",
    ];
    let last = findings.levels.len().saturating_sub(1);
    let mut days = vec![
        0,
        timeline.settled / 4,
        timeline.settled / 2,
        timeline.settled,
        last,
    ];
    days.sort_unstable();
    days.dedup();
    parts.extend(days.iter().map(|&day| day_in_words(day, findings, labels)));
    parts.push(median_in_words(&timeline.median, labels));
    parts.extend(timeline.histories.iter().map(history_in_words));
    if !timeline.record.is_empty() {
        let mut acts = Vec::new();
        for &(day, rung) in &timeline.record {
            acts.push(format!(
                "{} on day {day}",
                labels.get(levels::place(Some(rung))).unwrap_or(&"")
            ));
        }
        parts.push(format!("The record: {}.", acts.join(", ")));
    }
    parts.push(INTERVALS.to_owned());
    parts.join(" ")
}

/// Which trials these are, by their numbers, which begin with 0: "trials 0 to 7".
#[must_use]
pub fn which_trials(histories: &[History]) -> String {
    let together = histories
        .windows(2)
        .all(|pair| pair[0].trial + 1 == pair[1].trial);
    match histories {
        [] => "no trials".to_owned(),
        [only] => format!("trial {}", only.trial),
        [first, .., last] if together => format!("trials {} to {}", first.trial, last.trial),
        _ => format!("{} of the trials", histories.len()),
    }
}

/// How well the shares of levels are known: "95 % interval of a share: ±0.4 points at most".
#[must_use]
pub fn margin_in_words(timeline: &Timeline) -> String {
    if timeline.margin <= 0.0 {
        return "the inputs fix every share".to_owned();
    }
    format!(
        "95 % interval of a share: ±{} points at most",
        outward(timeline.margin * 100.0)
    )
}

fn share(count: u64, findings: &Findings) -> f64 {
    count as f64 / findings.trials.max(1) as f64
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

fn median_in_words(median: &[Median], labels: &[&str]) -> String {
    let mut turns = Vec::new();
    let mut before = None;
    for (day, today) in median.iter().enumerate() {
        if before != Some(today.level) {
            turns.push(format!(
                "{} from day {day}",
                labels.get(today.level).unwrap_or(&"")
            ));
        }
        before = Some(today.level);
    }
    let mentioned = turns
        .iter()
        .take(MOST_TURNS)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let rest = if turns.len() > MOST_TURNS {
        ", and so on"
    } else {
        ""
    };
    let ends: Option<Vec<_>> = median
        .iter()
        .map(|today| today.low.zip(today.high))
        .collect();
    let Some(ends) = ends else {
        return format!("The median: {mentioned}{rest}; {}.", Lack::Few.reason());
    };
    let open = ends.iter().filter(|(low, high)| low < high).count();
    let of_days = if open == 1 {
        "1 day"
    } else {
        &format!("{open} days")
    };
    format!("The median: {mentioned}{rest}; its interval spans more than one level on {of_days}.")
}

fn history_in_words(history: &History) -> String {
    let end = if history.steps.len() > 1 || history.end_day > 0.0 {
        format!(", day {:.1}", history.end_day)
    } else {
        String::new()
    };
    format!(
        "Trial {}: {}{end}.",
        history.trial,
        outcome_label(history.outcome).to_lowercase()
    )
}

#[cfg(test)]
mod tests;
