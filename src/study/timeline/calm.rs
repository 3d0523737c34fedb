//! Histories in no crisis by day, as the levels have them. A crisis that has become full-scale war is
//! not over.

use crate::sim::Outcome;
use crate::study::Findings;
use crate::tally::levels::place;

/// From this share of histories on, those whose opening brings no crisis are left out: they would
/// count as over before anything happened.
const MANY: f64 = 0.05;
/// Most of the crises that do not become full-scale war: so many in a hundred.
const MOST: u64 = 75;

/// How many histories are in no crisis on each day.
#[derive(Clone, Copy, Debug)]
pub struct Calm<'a> {
    levels: &'a [Vec<u64>],
    /// How many are left out, since their opening brings no crisis.
    idle: u64,
    /// How many are left.
    of: u64,
    /// How many openings end in full-scale war.
    wars: u64,
}

impl<'a> Calm<'a> {
    /// The histories of these findings.
    #[must_use]
    pub fn new(findings: &'a Findings) -> Self {
        let no_act = findings.no_act.share.share;
        let idle = if no_act >= MANY {
            counted(no_act, findings.trials)
        } else {
            0
        };
        Self {
            levels: &findings.levels,
            idle,
            of: findings.trials.saturating_sub(idle),
            wars: counted(findings.outcome(Outcome::War).share.share, findings.trials),
        }
    }

    /// Whether many histories are left out.
    #[must_use]
    pub const fn is_often_idle(&self) -> bool {
        self.idle > 0
    }

    /// How many histories are not left out.
    #[must_use]
    pub const fn of(&self) -> u64 {
        self.of
    }

    /// How many of them end their opening crisis in full-scale war.
    #[must_use]
    pub const fn wars(&self) -> u64 {
        self.wars
    }

    /// How many of them are in no crisis on a day.
    #[must_use]
    pub fn over(&self, day: usize) -> u64 {
        self.on(day, place(None)).saturating_sub(self.idle)
    }

    /// How many histories are in full-scale war on a day.
    #[must_use]
    pub fn at_war(&self, day: usize) -> u64 {
        let levels = self.levels.first().map_or(0, Vec::len);
        self.on(day, levels.saturating_sub(1))
    }

    /// The first day on which half of them are in no crisis; none where that never comes.
    #[must_use]
    pub fn half(&self) -> Option<usize> {
        self.first_day(50, self.of)
    }

    /// The first day on which most of those are in no crisis that do not end in full-scale war.
    #[must_use]
    pub fn most(&self) -> Option<usize> {
        self.first_day(MOST, self.of.saturating_sub(self.wars))
    }

    /// When half of them are in no crisis, as if ends were even between days.
    #[must_use]
    pub fn moment_of_half(&self) -> Option<f64> {
        let day = self.half()?;
        let Some(before) = day.checked_sub(1) else {
            return Some(0.0);
        };
        let from = self.over(before) as f64;
        let step = self.over(day) as f64 - from;
        let needed = self.of as f64 / 2.0 - from;
        Some(before as f64 + needed / step.max(f64::MIN_POSITIVE))
    }

    fn on(&self, day: usize, level: usize) -> u64 {
        let levels = self.levels.get(day);
        levels
            .and_then(|levels| levels.get(level))
            .copied()
            .unwrap_or(0)
    }

    /// The first day on which so many in a hundred of `all` are in no crisis.
    fn first_day(&self, percent: u64, all: u64) -> Option<usize> {
        let needed = u128::from(all) * u128::from(percent);
        let is_reached = |day: &usize| u128::from(self.over(*day)) * 100 >= needed;
        (0..self.levels.len()).find(is_reached).filter(|_| all > 0)
    }
}

/// The number behind a share of trials.
fn counted(share: f64, trials: u64) -> u64 {
    (share * trials as f64).round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Histories of which so many are in no crisis by day; all others are in full-scale war.
    fn levels(calm: &[u64]) -> Vec<Vec<u64>> {
        calm.iter().map(|&calm| vec![calm, 100 - calm]).collect()
    }

    #[test]
    fn half_are_over_where_the_levels_say_so() {
        let levels = levels(&[0, 20, 40, 60, 70]);
        let calm = Calm {
            levels: &levels,
            idle: 0,
            of: 100,
            wars: 30,
        };
        assert_eq!((calm.half(), calm.moment_of_half()), (Some(3), Some(2.5)));
        assert_eq!(calm.most(), Some(3), "53 of the 70 without a war");
        assert_eq!((calm.over(4), calm.at_war(4)), (70, 30));
        assert_eq!(calm.over(9), 0, "no such day");
    }

    #[test]
    fn histories_without_a_crisis_are_left_out() {
        let levels = levels(&[60, 60, 70, 80, 100]);
        let calm = Calm {
            levels: &levels,
            idle: 60,
            of: 40,
            wars: 0,
        };
        assert_eq!(
            (calm.half(), calm.most(), calm.over(3)),
            (Some(3), Some(4), 20)
        );
        let none = Calm {
            of: 0,
            idle: 100,
            ..calm
        };
        assert_eq!((none.half(), none.most()), (None, None));
    }

    #[test]
    fn war_is_never_over() {
        let levels = levels(&[0, 10, 10]);
        let calm = Calm {
            levels: &levels,
            idle: 0,
            of: 100,
            wars: 90,
        };
        assert_eq!((calm.half(), calm.most()), (None, Some(1)));
    }
}
