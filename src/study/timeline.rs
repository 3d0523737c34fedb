//! The course of a crisis over its days: when it ends, a few trials as they came, and the record.

use serde::{Deserialize, Serialize};

use super::{Findings, History};
use crate::quantities::Quantity;
use crate::stats::{Interval, Share};
use crate::tally::Tally;

/// Where so many in a hundred of the opening crises have ended, hardly anything is left to see.
const NEARLY_ALL: u64 = 95;

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
    /// The first trials as they came.
    pub histories: Vec<History>,
    /// The recorded course, day and rung of each act, in the order of time; empty where there is no
    /// record.
    pub record: Vec<(f64, usize)>,
}

impl Timeline {
    /// The course of a run of at least one trial.
    #[must_use]
    pub fn new(
        findings: &Findings,
        tally: &Tally,
        histories: Vec<History>,
        mut record: Vec<(f64, usize)>,
    ) -> Self {
        record.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self {
            ended: ended(tally, findings.levels.len()),
            margin: margin(findings),
            histories,
            record,
        }
    }

    /// The last day: the horizon.
    #[must_use]
    pub fn last_day(&self) -> usize {
        self.ended.len().saturating_sub(1)
    }

    /// The first day by which so many in a hundred of all trials have ended their opening crisis;
    /// none where they never do.
    #[must_use]
    pub fn day_of(&self, percent: u64, trials: u64) -> Option<usize> {
        let enough =
            |ended: &u64| u128::from(*ended) * 100 >= u128::from(trials) * u128::from(percent);
        self.ended.iter().position(enough)
    }

    /// When so many in a hundred of all trials have ended their opening crisis, as if ends were even
    /// between days; none where they never do.
    #[must_use]
    pub fn moment_of(&self, percent: u64, trials: u64) -> Option<f64> {
        let day = self.day_of(percent, trials)?;
        let Some(before) = day.checked_sub(1) else {
            return Some(0.0);
        };
        let needed = percent as f64 / 100.0 * trials as f64;
        let from = self.ended[before] as f64;
        let step = self.ended[day] as f64 - from;
        Some(before as f64 + (needed - from) / step.max(f64::MIN_POSITIVE))
    }

    /// The last day that is worth showing: when nearly all of the opening crises have ended. Where
    /// that never comes, when nearly all of those have ended that end at all, if they are half of
    /// the trials; else the horizon.
    #[must_use]
    pub fn cut(&self, trials: u64) -> usize {
        let end = self.ended.last().copied().unwrap_or(0);
        let day = self
            .day_of(NEARLY_ALL, trials)
            .or_else(|| self.day_of(NEARLY_ALL, end).filter(|_| end >= trials / 2));
        day.unwrap_or(self.last_day()).max(1).min(self.last_day())
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

    /// A timeline with these numbers of opening crises that have ended.
    fn timeline(ended: &[u64]) -> Timeline {
        Timeline {
            ended: ended.to_vec(),
            margin: 0.0,
            histories: Vec::new(),
            record: Vec::new(),
        }
    }

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

    #[test]
    fn days_are_cut_where_nearly_all_have_ended() {
        for (ended, cut) in [
            (&[0, 40, 80, 95, 99, 100][..], 3),
            // A feud without end: of the 60 that end nearly all have ended on day 3.
            (&[0, 30, 50, 58, 59, 60], 3),
            // Most never end.
            (&[0, 10, 10, 10, 10, 10], 5),
            // All is over at once: a day is shown all the same.
            (&[100, 100, 100], 1),
            (&[0, 100], 1),
        ] {
            assert_eq!(timeline(ended).cut(100), cut, "{ended:?}");
        }
        let half = timeline(&[0, 49, 50, 90]);
        assert_eq!(
            [50, 90, 95].map(|part| half.day_of(part, 100)),
            [Some(2), Some(3), None]
        );
    }
}
