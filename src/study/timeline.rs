//! The course of a crisis over its days: the middle of all trials, a few of them as they came, and
//! the record.

use serde::{Deserialize, Serialize};

use super::{Findings, History};
use crate::stats::{Interval, Share, rank, rank_interval};

/// How many trials in a hundred may still be under way when a crisis counts as settled.
const UNSETTLED: u64 = 1;

/// The median of the levels that the trials stand on, by their places in a list of levels: see
/// [`crate::tally::levels::place`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Median {
    /// Half of the trials or more stand on this level or below.
    pub level: usize,
    /// The lower end of its 95 % interval, by order statistics; none where there are too few
    /// trials.
    pub low: Option<usize>,
    /// The upper end.
    pub high: Option<usize>,
}

/// What there is to show of the days of a run, beside the levels in its [`Findings`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// The median of every day, from 0 to the horizon.
    pub median: Vec<Median>,
    /// The first day on which the trials in a crisis, of all trials, are within one in a hundred of
    /// the fewest there are on any day. Later crises are crises too, so that with armed groups they
    /// may go on.
    pub settled: usize,
    /// How far the ends of a 95 % interval of any of the shares of levels are from its middle at
    /// the most; simulation error only.
    pub margin: f64,
    /// A few trials as they came.
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
        histories: Vec<History>,
        mut record: Vec<(f64, usize)>,
    ) -> Self {
        record.sort_by(|one, other| one.0.total_cmp(&other.0));
        let levels = &findings.levels;
        let ranks = MedianRanks::of(findings.trials);
        Self {
            median: levels.iter().map(|day| ranks.median(day)).collect(),
            settled: settled(levels, findings.trials),
            margin: margin(findings),
            histories,
            record,
        }
    }
}

/// The ranks of the trials that the median and its interval lie at.
struct MedianRanks {
    middle: u64,
    low: Option<u64>,
    high: Option<u64>,
}

impl MedianRanks {
    fn of(trials: u64) -> Self {
        let (low, high) = rank_interval(trials, 0.5);
        Self {
            middle: rank(trials, 0.5),
            low,
            high,
        }
    }

    fn median(&self, day: &[u64]) -> Median {
        Median {
            level: at(day, self.middle),
            low: self.low.map(|rank| at(day, rank)),
            high: self.high.map(|rank| at(day, rank)),
        }
    }
}

/// The level of the trial of a rank, counted from 1 at "no crisis" and the foot of the ladder.
fn at(day: &[u64], rank: u64) -> usize {
    let mut below = 0;
    for (rung, &count) in day.iter().enumerate() {
        below += count;
        if below >= rank {
            return rung;
        }
    }
    0
}

fn settled(levels: &[Vec<u64>], trials: u64) -> usize {
    let fewest = levels.iter().map(|day| in_crisis(day)).min().unwrap_or(0);
    levels
        .iter()
        .position(|day| (in_crisis(day) - fewest) * 100 <= trials * UNSETTLED)
        .unwrap_or(0)
}

/// How many trials stand between quiet and war on a day.
fn in_crisis(day: &[u64]) -> u64 {
    match day {
        [_, between @ .., _] => between.iter().sum(),
        _ => 0,
    }
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
    use crate::tally::Tally;

    #[test]
    fn ranks_count_from_the_foot_of_the_ladder() {
        for (day, rank, rung) in [
            ([5, 0, 5], 5, 0),
            ([4, 0, 6], 5, 2),
            ([0, 0, 1], 1, 2),
            ([1, 1, 1], 2, 1),
            ([0, 50_000, 50_000], 50_000, 1),
        ] {
            assert_eq!(at(&day, rank), rung, "{day:?}");
        }
    }

    #[test]
    fn the_median_has_its_interval() {
        let findings = |counts: [u64; 3]| {
            let model = Model::new(blueprint(3)).unwrap();
            let mut tally = Tally::new(&model);
            tally.trials = counts.iter().sum();
            Findings {
                levels: vec![[&counts[..], &[0]].concat()],
                ..Findings::new(&model, &tally, false)
            }
        };
        // The 40th and the 61st of a hundred enclose the median.
        for (counts, level, low, high) in [
            ([100, 0, 0], 0, 0, 0),
            ([40, 20, 40], 1, 0, 2),
            ([39, 22, 39], 1, 1, 1),
        ] {
            let timeline = Timeline::new(&findings(counts), Vec::new(), Vec::new());
            assert_eq!(
                timeline.median,
                [Median {
                    level,
                    low: Some(low),
                    high: Some(high)
                }]
            );
        }
    }

    #[test]
    fn a_crisis_is_settled_when_hardly_any_trial_is_under_way() {
        let day = |on: u64| vec![900 - on, on, 100];
        let levels: Vec<_> = [900, 400, 90, 20, 12, 10, 11].map(day).to_vec();
        assert_eq!(settled(&levels, 1000), 3); // the fewest are 10, so that 20 are within one in a hundred
        assert_eq!(settled(&[day(900), day(900)], 1000), 0); // all under way to the end: nothing settles
        assert_eq!(settled(&[day(0), day(10)], 1000), 0);
    }
}
