//! Shares as natural frequencies: "62 of 100 histories".

use super::figures::Shown;
use crate::numerals::{count, nearest};
use crate::stats::Share;
use crate::study::Case;

/// A natural frequency is no farther from its share than this part of it.
const CLOSE: f64 = 0.25;

/// From so many trials on order statistics bound the 5th and the 95th percentile on both sides.
const ENOUGH: u64 = 72;

/// How many trials: "1 trial", "100,000 trials".
#[must_use]
pub fn trials(number: u64) -> String {
    format!(
        "{} {}",
        count(number),
        if number == 1 { "trial" } else { "trials" }
    )
}

/// How many histories: "1 history", "100,000 histories".
#[must_use]
pub fn histories(number: u64) -> String {
    let histories = if number == 1 { "history" } else { "histories" };
    format!("{} {histories}", count(number))
}

/// What so few trials can bear, where they are few.
#[must_use]
pub fn caveat(number: u64) -> Option<String> {
    wide(number).map(|wide| format!("{wide}; outer quantiles have them from {ENOUGH} trials on."))
}

/// What so few trials can bear where no quantiles are shown, without the full stop.
#[must_use]
pub fn wide(number: u64) -> Option<String> {
    (number < ENOUGH).then(|| {
        format!(
            "With {} intervals are wide, and some are not there",
            trials(number)
        )
    })
}

/// How large a part of all histories may differ where this share of so many trials, none, does:
/// "below 0.004 %".
#[must_use]
pub fn unlike(none: Share, trials: u64) -> String {
    match Shown::of(
        &Case {
            share: none,
            excluded: None,
        },
        trials,
    ) {
        Shown::Estimated { interval, .. } => interval,
        Shown::Excluded(words) | Shown::Fixed(words) => words,
    }
}

/// A share of so many trials as a natural frequency: "62 of 100 histories", "5 of 1,000 histories",
/// "under 1 of 10,000 histories"; of few trials, the trials themselves.
#[must_use]
pub fn of_histories(share: f64, trials: u64) -> String {
    if trials < 100 {
        return of(nearest(share * trials as f64) as u64, trials);
    }
    for base in [100, 1000, 10_000] {
        let runs = nearest(share * base as f64) as u64;
        // A share just short of all is not all: a finer count says so.
        if is_close(share, base) && (runs < base || share >= 1.0) {
            return of(runs, base);
        }
    }
    match share {
        _ if share > 0.5 => "all but under 1 of 10,000 histories".to_owned(),
        _ if share > 0.0 => "under 1 of 10,000 histories".to_owned(),
        _ => "none of the histories".to_owned(),
    }
}

/// Whether a share is close enough to a whole number of so many runs.
fn is_close(share: f64, base: u64) -> bool {
    let runs = share * base as f64;
    share > 0.0 && (nearest(runs) - runs).abs() <= CLOSE * runs
}

fn of(met: u64, base: u64) -> String {
    format!("{} of {}", count(met), histories(base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_natural_frequencies() {
        for (share, trials, words) in [
            (0.619_7, 100_000, "62 of 100 histories"),
            (1.0, 100_000, "100 of 100 histories"),
            (0.999_5, 100_000, "9,995 of 10,000 histories"),
            (0.999_99, 100_000, "all but under 1 of 10,000 histories"),
            (0.005, 100_000, "5 of 1,000 histories"),
            (0.014, 100_000, "14 of 1,000 histories"),
            (0.003_2, 100_000, "3 of 1,000 histories"),
            (0.000_06, 100_000, "under 1 of 10,000 histories"),
            (0.0, 100_000, "none of the histories"),
            (1.0, 1, "1 of 1 history"),
            (0.3, 10, "3 of 10 histories"),
        ] {
            assert_eq!(of_histories(share, trials), words);
        }
        assert_eq!([1, 2_000].map(super::trials), ["1 trial", "2,000 trials"]);
    }
}
