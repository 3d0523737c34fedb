//! The level by day: how many trials stand on which rung, and how many are in no crisis.

/// The place of a level in every list of levels: "no crisis" comes first, then the rungs from the
/// foot up.
#[inline]
#[must_use]
pub const fn place(rung: Option<usize>) -> usize {
    match rung {
        None => 0,
        Some(rung) => rung + 1,
    }
}

/// The rung at a place of a list of levels; none for "no crisis".
#[must_use]
pub const fn rung(place: usize) -> Option<usize> {
    place.checked_sub(1)
}

/// Counts of trials by day and level, kept as changes: +1 where a level begins, -1 where it ends,
/// so that a trial costs as much as it has acts, however long the horizon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// How many levels there are: one more than rungs.
    count: usize,
    /// Changes, day by day, a level each.
    changes: Vec<i64>,
    trials: u64,
    /// The level of the trial under way.
    current: usize,
}

impl Levels {
    /// An empty count for days 0 to the horizon.
    #[must_use]
    pub fn new(rungs: usize, horizon_days: u32) -> Self {
        Self {
            count: rungs + 1,
            changes: vec![0; (rungs + 1) * (horizon_days as usize + 1)],
            trials: 0,
            current: 0,
        }
    }

    /// From `day` on, the trial under way stands on `rung`, or in no crisis. The row of day d is
    /// the level at t = d.
    #[inline]
    pub fn change(&mut self, day: f64, rung: Option<usize>) {
        let level = place(rung);
        // The whole day at or after `day`, without the platform's rounding function.
        let whole = day as u32;
        let row = self.count * (whole as usize + usize::from(f64::from(whole) < day));
        // A trial ends by the horizon, so that the row exists.
        self.changes[row + self.current] -= 1;
        self.changes[row + level] += 1;
        self.current = level;
    }

    /// The trial under way is over.
    #[inline]
    pub fn end_trial(&mut self) {
        self.trials += 1;
        self.current = 0;
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Self) {
        self.trials += other.trials;
        for (change, other) in self.changes.iter_mut().zip(&other.changes) {
            *change += other;
        }
    }

    /// How many trials come to each level on each day, less those that leave it: row by row, a day
    /// each.
    #[must_use]
    pub fn changes(&self) -> &[i64] {
        &self.changes
    }

    /// Trials on each level at the end.
    #[must_use]
    pub fn at_end(&self) -> Vec<u64> {
        self.by_day().pop().unwrap_or_default()
    }

    /// The levels of so many trials with these changes; none where they come from another ladder or
    /// horizon, or from no trials at all: a count below zero.
    #[must_use]
    pub fn from_changes(
        rungs: usize,
        horizon_days: u32,
        changes: Vec<i64>,
        trials: u64,
    ) -> Option<Self> {
        let levels = rungs + 1;
        let mut now = vec![0_i64; levels];
        *now.first_mut()? = i64::try_from(trials).ok()?;
        let sound = changes.len() == levels * (horizon_days as usize + 1)
            && changes.chunks(levels).all(|day| {
                let moved = now.iter_mut().zip(day).all(|(count, change)| {
                    count.checked_add(*change).is_some_and(|next| {
                        *count = next;
                        (0..=trials as i64).contains(&next)
                    })
                });
                moved
                    && now.iter().map(|&count| i128::from(count)).sum::<i128>()
                        == i128::from(trials)
            });
        sound.then_some(Self {
            count: levels,
            changes,
            trials,
            current: 0,
        })
    }

    /// Trials on each level, day by day from 0 to the horizon.
    #[must_use]
    pub fn by_day(&self) -> Vec<Vec<u64>> {
        let mut now = vec![0_i64; self.count];
        // Every trial begins without a crisis, before any change. A count is below 2^63 and never
        // negative.
        now[0] = self.trials as i64;
        let mut days = Vec::with_capacity(self.changes.len() / self.count);
        for changes in self.changes.chunks(self.count) {
            now.iter_mut()
                .zip(changes)
                .for_each(|(count, change)| *count += change);
            days.push(now.iter().map(|&count| count as u64).collect());
        }
        days
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_shows_the_latest_act_at_or_before_it() {
        let mut levels = Levels::new(3, 4);
        for (day, level) in [(0.0, 2), (1.0, 3), (1.5, 2), (1.9, 3), (3.2, 0)] {
            levels.change(day, rung(level));
        }
        levels.end_trial();
        levels.end_trial(); // a trial in which nothing happened
        let mut other = Levels::new(3, 4);
        other.change(4.0, Some(2));
        other.end_trial();
        levels.merge(&other);
        let expected = [
            [2, 0, 1, 0],
            [2, 0, 0, 1],
            [2, 0, 0, 1],
            [2, 0, 0, 1],
            [2, 0, 0, 1],
        ];
        assert_eq!(levels.by_day(), expected);
    }
}
