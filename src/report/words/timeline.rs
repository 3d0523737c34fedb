//! The days of a crisis in words.

use super::figures::{Shown, outward};
use super::frequencies::runs;
use super::names::quoted;
use super::outcomes::outcome_label;
use super::statements::{INTERVALS, PURPOSE};
use crate::sim::Outcome;
use crate::stats::Lack;
use crate::study::{Findings, History, Median, Timeline};

/// Maximum turns of the median that are listed one by one.
const MOST_TURNS: usize = 12;

/// What the days of a run show, in one sentence without a full stop: where the middle of all trials stays in the end, and
/// how much war there is by then. `labels` are those of the rungs.
#[must_use]
pub fn timeline_headline(findings: &Findings, timeline: &Timeline, labels: &[&str]) -> String {
    let last = timeline.median.len().saturating_sub(1);
    let top = labels.len().saturating_sub(1);
    let stays = timeline.median.last().map_or(0, |median| median.rung);
    let since = timeline.median.iter().rposition(|median| median.rung != stays).map_or(0, |day| day + 1);
    let when = match since {
        0 => "On every day".to_owned(),
        day if day == last => format!("On day {day}"),
        day => format!("From day {day} on"),
    };
    let all = findings.levels.iter().skip(since).all(|day| day.get(stays) == Some(&findings.trials));
    let who = match findings.trials {
        1 => "the run is",
        _ if all => "all runs are",
        _ => "at least half of the runs are",
    };
    let middle = match stays {
        0 => format!("{when} {who} calm"),
        rung if rung == top => return format!("{when} {who} at war"),
        rung => format!("{when} the median run stands on {}", quoted(labels, rung)),
    };
    let war = findings.levels.last().and_then(|day| day.last()).map_or(0.0, |&count| share(count, findings));
    if findings.trials == 1 {
        return middle;
    }
    format!("{middle}; on day {last} there is war in {}", runs(war, findings.trials))
}

/// The days of a run as a paragraph: some days with all their shares, the turns of the median, the single trials, the
/// record.
#[must_use]
pub fn timeline_in_words(findings: &Findings, timeline: &Timeline, labels: &[&str]) -> String {
    let mut parts = vec![PURPOSE.to_owned(), timeline_headline(findings, timeline, labels) + "."];
    let last = findings.levels.len().saturating_sub(1);
    let mut days = vec![0, timeline.settled / 4, timeline.settled / 2, timeline.settled, last];
    days.sort_unstable();
    days.dedup();
    parts.extend(days.iter().map(|&day| day_in_words(day, findings, labels)));
    parts.push(median_in_words(&timeline.median, labels));
    parts.extend(timeline.histories.iter().map(history_in_words));
    if !timeline.record.is_empty() {
        let mut acts = Vec::new();
        for &(day, rung) in &timeline.record {
            acts.push(format!("{} on day {day}", labels.get(rung).unwrap_or(&"")));
        }
        parts.push(format!("The record: {}.", acts.join(", ")));
    }
    parts.push(INTERVALS.to_owned());
    parts.join(" ")
}

/// Which trials these are, by their numbers, which begin with 0: "trials 0 to 7".
#[must_use]
pub fn which_trials(histories: &[History]) -> String {
    let together = histories.windows(2).all(|pair| pair[0].trial + 1 == pair[1].trial);
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
    format!("95 % interval of a share: ±{} points at most", outward(timeline.margin * 100.0))
}

fn share(count: u64, findings: &Findings) -> f64 {
    count as f64 / findings.trials.max(1) as f64
}

fn day_in_words(day: usize, findings: &Findings, labels: &[&str]) -> String {
    let mut cases = Vec::new();
    for (case, label) in findings.level(day).into_iter().zip(labels) {
        if case.share.share > 0.0 {
            cases.push(format!("{label} {}", Shown::of(&case, findings.trials.max(1)).in_words()));
        }
    }
    format!("Day {day}: {}.", cases.join(", "))
}

fn median_in_words(median: &[Median], labels: &[&str]) -> String {
    let mut turns = Vec::new();
    let mut before = None;
    for (day, today) in median.iter().enumerate() {
        if before != Some(today.rung) {
            turns.push(format!("{} from day {day}", labels.get(today.rung).unwrap_or(&"")));
        }
        before = Some(today.rung);
    }
    let mentioned = turns.iter().take(MOST_TURNS).cloned().collect::<Vec<_>>().join(", ");
    let rest = if turns.len() > MOST_TURNS { ", and so on" } else { "" };
    let ends: Option<Vec<_>> = median.iter().map(|today| today.low.zip(today.high)).collect();
    let Some(ends) = ends else { return format!("The median: {mentioned}{rest}; {}.", Lack::Few.reason()) };
    let open = ends.iter().filter(|(low, high)| low < high).count();
    let of_days = if open == 1 { "1 day" } else { &format!("{open} days") };
    format!("The median: {mentioned}{rest}; its interval spans more than one rung on {of_days}.")
}

fn history_in_words(history: &History) -> String {
    let end = if history.steps.len() > 1 || history.end_day > 0.0 {
        let last = if history.outcome == Outcome::Unresolved { "last act on " } else { "" };
        format!(", {last}day {:.1}", history.end_day)
    } else {
        String::new()
    };
    format!("Trial {}: {}{end}.", history.trial, outcome_label(history.outcome).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::blueprint;
    use crate::model::{Blueprint, FirstMove, Model};
    use crate::sim::Simulator;
    use crate::tally::Tally;

    const LABELS: [&str; 3] = ["calm", "hit", "war"];

    /// Ten trials, on the rungs of each day as these say.
    fn run(days: &[[u64; 3]]) -> (Findings, Timeline) {
        let mut plain = blueprint(3);
        plain.numbers.rungs[1].war_risk = 0.1;
        let model = Model::new(plain).unwrap();
        let mut tally = Tally::new(&model);
        tally.trials = 10;
        let mut findings = Findings::new(&model, &tally, false);
        findings.levels = days.iter().map(|day| day.to_vec()).collect();
        let timeline = Timeline::new(&findings, Vec::new(), vec![(2.0, 0), (0.0, 1)]);
        (findings, timeline)
    }

    #[test]
    fn the_headline_says_where_the_middle_stays() {
        let calm = [8, 1, 1];
        let hit = [1, 8, 1];
        let war = [1, 1, 8];
        for (days, words) in [
            (
                vec![hit, hit, calm, calm],
                "From day 2 on at least half of the runs are calm; on day 3 there is war in 1 of 10 runs",
            ),
            (
                vec![calm, calm],
                "On every day at least half of the runs are calm; on day 1 there is war in 1 of 10 runs",
            ),
            (vec![calm, hit], "On day 1 the median run stands on “hit”; on day 1 there is war in 1 of 10 runs"),
            (vec![[0, 10, 0], [10, 0, 0]], "On day 1 all runs are calm; on day 1 there is war in 0 of 10 runs"),
            (vec![hit, war, war], "From day 1 on at least half of the runs are at war"),
        ] {
            let (findings, timeline) = run(&days);
            assert_eq!(timeline_headline(&findings, &timeline, &LABELS), words);
        }
    }

    #[test]
    fn the_days_are_reported_with_their_intervals() {
        let (findings, timeline) = run(&[[0, 10, 0], [8, 2, 0], [9, 0, 1]]);
        let words = timeline_in_words(&findings, &timeline, &LABELS);
        for part in [
            "Day 0: hit all of 10 (above 69.1 %).",
            "Day 2: calm 90.0 % (55.5 to 99.7 %), war 10.0 % (0.3 to 44.5 %).",
            "The median: hit from day 0, calm from day 1; its interval spans more than one rung on 1 day.",
            "The record: hit on day 0, calm on day 2.",
        ] {
            assert!(words.contains(part), "{words}");
        }
    }

    #[test]
    fn what_the_inputs_fix_is_said_so() {
        let model = Model::new(Blueprint { first_move: FirstMove::Rung(2), ..blueprint(3) }).unwrap();
        let mut simulator = Simulator::new(&model, 1);
        let mut tally = Tally::new(&model);
        for trial in 0..10 {
            let summary = *simulator.run(trial, &mut tally);
            tally.add(&summary, None);
        }
        let findings = Findings::new(&model, &tally, false);
        let timeline = Timeline::new(&findings, Vec::new(), Vec::new());
        let words = timeline_in_words(&findings, &timeline, &LABELS);
        assert!(words.contains("Day 0: war always: the inputs fix it."), "{words}");
        assert_eq!(margin_in_words(&timeline), "the inputs fix every share");
    }

    #[test]
    fn trials_are_counted_from_0() {
        let history = |trial| History { trial, steps: vec![(0.0, 0)], outcome: crate::sim::Outcome::War, end_day: 0.0 };
        let shown = |trials: &[u64]| which_trials(&trials.iter().copied().map(history).collect::<Vec<_>>());
        assert_eq!(shown(&[0, 1, 2]), "trials 0 to 2");
        assert_eq!([shown(&[4]), shown(&[]), shown(&[1, 5])], ["trial 4", "no trials", "2 of the trials"]);
    }
}
