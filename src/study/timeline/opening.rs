//! The crises that the opening begins, and when they end, in quiet or in war. Histories in which it
//! begins none are left out: they would count as ended before anything happened.

/// Where so many in a hundred have ended, hardly anything is left to see.
const NEARLY_ALL: u64 = 95;

/// The opening crises of a run.
#[derive(Clone, Copy, Debug)]
pub struct OpeningCrises<'a> {
    /// How many histories have ended their opening crisis by each day. Those without one count from
    /// day 0 on.
    ended: &'a [u64],
    /// How many histories have none.
    idle: u64,
    /// How many crises begin.
    begun: u64,
}

impl<'a> OpeningCrises<'a> {
    /// The crises of so many histories, of which so many are idle: they have none.
    #[must_use]
    pub const fn new(ended: &'a [u64], idle: u64, histories: u64) -> Self {
        Self {
            ended,
            idle,
            begun: histories.saturating_sub(idle),
        }
    }

    /// How many begin.
    #[must_use]
    pub const fn begun(&self) -> u64 {
        self.begun
    }

    /// How many have ended by a day.
    #[must_use]
    pub fn ended(&self, day: usize) -> u64 {
        let ended = self.ended.get(day).copied().unwrap_or(0);
        ended.saturating_sub(self.idle)
    }

    /// How many have ended by the last day.
    #[must_use]
    pub fn ended_at_all(&self) -> u64 {
        self.ended(self.last_day())
    }

    /// The first day by which so many in a hundred of them have ended; none where they never do.
    #[must_use]
    pub fn day_of(&self, percent: u64) -> Option<usize> {
        self.day_of_part(percent, self.begun)
    }

    /// The last day that is worth showing: when nearly all have ended. Where that never comes, when
    /// nearly all of those have ended that end at all, if they are half of them; else the horizon.
    #[must_use]
    pub fn cut(&self) -> usize {
        let end = self.ended_at_all();
        let day = self.day_of(NEARLY_ALL).or_else(|| {
            self.day_of_part(NEARLY_ALL, end)
                .filter(|_| end >= self.begun / 2)
        });
        let last = self.last_day();
        day.unwrap_or(last).max(1).min(last)
    }

    fn day_of_part(&self, percent: u64, all: u64) -> Option<usize> {
        let needed = u128::from(all) * u128::from(percent);
        (0..self.ended.len()).position(|day| u128::from(self.ended(day)) * 100 >= needed)
    }

    fn last_day(&self) -> usize {
        self.ended.len().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(OpeningCrises::new(ended, 0, 100).cut(), cut, "{ended:?}");
        }
        let half = OpeningCrises::new(&[0, 49, 50, 90], 0, 100);
        assert_eq!(
            [50, 90, 95].map(|part| half.day_of(part)),
            [Some(2), Some(3), None]
        );
    }

    #[test]
    fn histories_without_a_crisis_do_not_count_as_ended() {
        let crises = OpeningCrises::new(&[60, 60, 70, 80, 90, 98, 100], 60, 100);
        assert_eq!((crises.begun(), crises.ended(0)), (40, 0));
        assert_eq!(crises.day_of(50), Some(3), "and not on day 0");
        assert_eq!(crises.cut(), 5, "38 of 40");
        let none = OpeningCrises::new(&[100, 100], 100, 100);
        assert_eq!((none.begun(), none.cut()), (0, 1));
    }
}
