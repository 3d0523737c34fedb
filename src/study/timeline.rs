//! The course of a crisis over its days: when it ends, a few trials as they came, and the record.

mod calm;
mod opening;

use serde::{Deserialize, Serialize};

use super::{Findings, History};
use crate::model::Side;
use crate::quantities::Quantity;
use crate::stats::{Interval, Share};
use crate::tally::Tally;

pub use calm::Calm;
pub use opening::OpeningCrises;

/// What there is to show of the days of a run, beside the levels in its [`Findings`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// How many of the trials have ended their opening crisis, in quiet or in war, by each day from
    /// 0 to the horizon. To within a quarter of a day on day 0.
    pub ended: Vec<u64>,
    /// How far the ends of a 95 % interval of any of the shares of levels are from its middle at
    /// the most; simulation error only.
    pub margin: f64,
    /// The first trials as they came, and the first with each end that they lack.
    pub histories: Vec<History>,
    /// The recorded course, day and rung of each act, in the order of time; empty where there is no
    /// record.
    pub record: Vec<(f64, usize)>,
    /// Who did each act of the record.
    pub authors: Vec<Side>,
}

impl Timeline {
    /// The course of a run of at least one trial.
    #[must_use]
    pub fn new(
        findings: &Findings,
        tally: &Tally,
        histories: Vec<History>,
        mut record: Vec<(f64, usize, Side)>,
    ) -> Self {
        record.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self {
            ended: ended(tally, findings.levels.len()),
            margin: margin(findings),
            histories,
            authors: record.iter().map(|act| act.2).collect(),
            record: record.iter().map(|act| (act.0, act.1)).collect(),
        }
    }

    /// The last day: the horizon.
    #[must_use]
    pub fn last_day(&self) -> usize {
        self.ended.len().saturating_sub(1)
    }

    /// The last day that is worth showing: that of the cut, or that of a title where it is later.
    #[must_use]
    pub fn days_shown(&self, findings: &Findings) -> usize {
        let calm = Calm::new(findings);
        let cut = self.crises(findings).cut();
        let half = calm.half().unwrap_or(0);
        let most = calm.most().unwrap_or(0);
        cut.max(half).max(most)
    }

    /// The day that a title speaks of: when most crises are over that do not become full-scale war,
    /// else the last that is shown.
    #[must_use]
    pub fn title_day(&self, findings: &Findings) -> usize {
        let most = Calm::new(findings).most();
        most.unwrap_or_else(|| self.days_shown(findings)).max(1)
    }

    /// The opening crises of these findings, of which this is the course.
    #[must_use]
    pub fn crises(&self, findings: &Findings) -> OpeningCrises<'_> {
        let idle = findings.no_act.share.share * findings.trials as f64;
        OpeningCrises::new(&self.ended, idle.round() as u64, findings.trials)
    }
}

/// How many trials have ended their opening crisis by each of so many days. A trial that is
/// unresolved ends at the horizon, and counts on no day.
fn ended(tally: &Tally, days: usize) -> Vec<u64> {
    let steps = Quantity::EndDay.steps().unwrap_or(1.0) as u64;
    let mut by_day = vec![0; days];
    for (value, count) in tally.number(Quantity::EndDay).values.values() {
        // Parts of a step are left out, so that the day is over at the next whole one.
        let day = if value == 0 { 0 } else { value / steps + 1 };
        if let Some(ended) = by_day.get_mut(day as usize) {
            *ended += count;
        }
    }
    let mut sum = 0;
    for ended in &mut by_day {
        sum += *ended;
        *ended = sum;
    }
    by_day
}

/// The margin of what is estimated: what the inputs exclude or fix has no interval. Intervals are
/// widest about the share nearest to a half, but for that of a share of none in very few trials.
fn margin(findings: &Findings) -> f64 {
    let n = findings.trials;
    let counts = (0..findings.levels.len()).flat_map(|day| estimated(findings, day));
    let nearest = counts.min_by_key(|count| (2 * count).abs_diff(n));
    nearest.map_or(0.0, |count| longer_side(count, n).max(longer_side(0, n)))
}

/// The numbers of trials on the rungs of a day that the inputs neither exclude nor fix.
fn estimated(findings: &Findings, day: usize) -> impl Iterator<Item = u64> {
    let cases = findings.level(day).into_iter().zip(&findings.levels[day]);
    cases
        .filter(|(case, _)| matches!(case.share.interval, Interval::Estimated { .. }))
        .map(|(_, &count)| count)
}

/// How far the farther end of the interval of a share is from the share.
fn longer_side(count: u64, trials: u64) -> f64 {
    let share = Share::new(count, trials.max(1));
    share.interval.longer_side(share.share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::model::testing::blueprint;
    use crate::sim::{Outcome, Simulator};
    use crate::study::histories;

    #[test]
    fn ends_are_counted_as_the_trials_have_them() {
        let model = Model::new(blueprint(9)).unwrap();
        let (mut simulator, mut tally) = (Simulator::new(&model, 1), Tally::new(&model));
        for trial in 0..400 {
            let summary = simulator.run(trial, &mut tally);
            tally.add(summary, None);
        }
        let findings = Findings::new(&model, &tally, None);
        let timeline = Timeline::new(&findings, &tally, Vec::new(), Vec::new());
        let all = histories(&model, 1, 0..400);
        for (day, &ended) in timeline.ended.iter().enumerate().skip(1) {
            let by_hand = all
                .iter()
                .filter(|one| one.outcome != Outcome::Unresolved && one.end_day < day as f64);
            assert_eq!(ended, by_hand.count() as u64, "{day}");
        }
        assert_eq!(timeline.last_day(), 90);
    }

    /// The opening of the scenario is free, and often nothing comes of it.
    #[test]
    fn where_often_no_crisis_begins_only_those_that_begin_count() {
        let model = crate::scenario::testing::shipped("brinkmanship", &[]).model;
        let (mut simulator, mut tally) = (Simulator::new(&model, 1), Tally::new(&model));
        for trial in 0..400 {
            let summary = simulator.run(trial, &mut tally);
            tally.add(summary, None);
        }
        let findings = Findings::new(&model, &tally, None);
        let timeline = Timeline::new(&findings, &tally, Vec::new(), Vec::new());
        let all = histories(&model, 1, 0..400);
        let begun: Vec<_> = all
            .iter()
            .filter(|one| one.steps.iter().any(|step| step.1.is_some()))
            .collect();
        let crises = timeline.crises(&findings);
        assert_eq!(crises.begun(), begun.len() as u64);
        assert!(begun.len() < 320, "often nothing happens");
        for day in 1..=timeline.last_day() {
            let by_hand = begun
                .iter()
                .filter(|one| one.outcome != Outcome::Unresolved && one.end_day < day as f64);
            assert_eq!(crises.ended(day), by_hand.count() as u64, "{day}");
        }
        let calm = Calm::new(&findings);
        let half = calm.half().unwrap();
        assert_eq!(calm.of(), crises.begun());
        assert!(2 * calm.over(half) >= calm.of());
        assert!(2 * calm.over(half - 1) < calm.of());
        // Nothing follows a crisis in this scenario.
        for day in 1..=timeline.last_day() {
            let quiet = begun.iter().filter(|one| {
                one.end_day <= day as f64
                    && one.end_day < timeline.last_day() as f64
                    && ![Outcome::War, Outcome::Unresolved].contains(&one.outcome)
            });
            assert_eq!(calm.over(day), quiet.count() as u64, "{day}");
        }
    }
}
