//! Shares as natural frequencies: "62 of 100 runs".

use super::figures::Shown;
use crate::numerals::count;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::{Case, Findings};

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

/// A share of so many trials as a natural frequency: "62 of 100 runs", "5 of 1,000 runs", "under 1
/// of 10,000 runs"; of few trials, the trials themselves.
#[must_use]
pub fn runs(share: f64, trials: u64) -> String {
    if trials < 100 {
        return of((share * trials as f64).round() as u64, trials);
    }
    for base in [100, 1000, 10_000] {
        let runs = (share * base as f64).round() as u64;
        // A share just short of all is not all: a finer count says so.
        if is_close(share, base) && (runs < base || share >= 1.0) {
            return of(runs, base);
        }
    }
    match share {
        _ if share > 0.5 => "all but under 1 of 10,000 runs".to_owned(),
        _ if share > 0.0 => "under 1 of 10,000 runs".to_owned(),
        _ => "none of the runs".to_owned(),
    }
}

/// How often an outcome comes about, as a natural frequency: the same in tables and titles. All
/// outcomes of a run refer to as many runs, and each is rounded by itself.
#[must_use]
pub fn frequency(findings: &Findings, outcome: Outcome) -> String {
    frequency_of(findings, findings.outcomes[outcome].share.share)
}

/// The natural frequency of a share, of as many runs as those of the outcomes.
#[must_use]
pub fn frequency_of(findings: &Findings, share: f64) -> String {
    let shares = findings.outcomes.map(|case| case.share.share);
    let base = base(&shares, findings.trials);
    // What is rarer than one of so many is not made one.
    let is_there = share * base as f64 >= 1.0 || is_close(share, base);
    match if is_there {
        (share * base as f64).round() as u64
    } else {
        0
    } {
        0 if share > 0.0 => format!("under {}", of(1, base)),
        0 if base < findings.trials => "none of the runs".to_owned(),
        runs if runs >= base && share < 1.0 => format!("all but under {}", of(1, base)),
        runs => of(runs, base),
    }
}

/// The number of runs that frequencies refer to: a hundred, a thousand if an outcome is rarer, or
/// all runs.
fn base(shares: &[f64], trials: u64) -> u64 {
    if trials < 100 {
        return trials;
    }
    let fits = shares
        .iter()
        .all(|&share| share <= 0.0 || is_close(share, 100));
    if fits { 100 } else { trials.min(1000) }
}

/// Whether a share is close enough to a whole number of so many runs.
fn is_close(share: f64, base: u64) -> bool {
    let runs = share * base as f64;
    share > 0.0 && (runs.round() - runs).abs() <= CLOSE * runs
}

fn of(runs: u64, base: u64) -> String {
    format!(
        "{} of {} {}",
        count(runs),
        count(base),
        if base == 1 { "run" } else { "runs" }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::model::testing::blueprint;
    use crate::tally::Tally;

    #[test]
    fn shares_become_natural_frequencies() {
        for (share, trials, words) in [
            (0.619_7, 100_000, "62 of 100 runs"),
            (1.0, 100_000, "100 of 100 runs"),
            (0.999_5, 100_000, "9,995 of 10,000 runs"),
            (0.999_99, 100_000, "all but under 1 of 10,000 runs"),
            (0.005, 100_000, "5 of 1,000 runs"),
            (0.014, 100_000, "14 of 1,000 runs"),
            (0.003_2, 100_000, "3 of 1,000 runs"),
            (0.000_06, 100_000, "under 1 of 10,000 runs"),
            (0.0, 100_000, "none of the runs"),
            (1.0, 1, "1 of 1 run"),
            (0.3, 10, "3 of 10 runs"),
        ] {
            assert_eq!(runs(share, trials), words);
        }
        assert_eq!([1, 2_000].map(super::trials), ["1 trial", "2,000 trials"]);
    }

    /// All refer to one number of runs, each rounded by itself, and a rare one is not made ten
    /// times as common.
    #[test]
    fn outcomes_are_reported_of_one_number_of_runs() {
        let frequencies = |outcomes: [u64; Outcome::ALL.len()]| {
            let model = Model::new(blueprint(3)).unwrap();
            let tally = Tally {
                trials: outcomes.iter().sum(),
                outcomes,
                ..Tally::new(&model)
            };
            let findings = Findings::new(&model, &tally, false);
            Outcome::ALL.map(|outcome| frequency(&findings, outcome))
        };
        let words = frequencies([0, 994, 62_019, 25_513, 8_489, 2_485, 500]);
        assert_eq!(words[6], "5 of 1,000 runs");
        assert!(
            words[1..]
                .iter()
                .all(|words| words.ends_with(" of 1,000 runs")),
            "{words:?}"
        );
        assert_eq!(
            frequencies([0, 335, 335, 330, 0, 0, 0])[1..4],
            ["34 of 100 runs", "34 of 100 runs", "33 of 100 runs"]
        );
        assert_eq!(
            frequencies([0, 637, 185, 178, 0, 0, 0])[1..4],
            ["64 of 100 runs", "19 of 100 runs", "18 of 100 runs"]
        );
        assert_eq!(
            frequencies([0, 99_990, 10, 0, 0, 0, 0])[1..3],
            ["all but under 1 of 1,000 runs", "under 1 of 1,000 runs"]
        );
        assert_eq!(
            frequencies([0, 499, 1, 0, 0, 0, 0])[1..3],
            ["499 of 500 runs", "1 of 500 runs"]
        );
        assert_eq!(
            frequencies([0, 1, 0, 0, 0, 0, 0])[1..3],
            ["1 of 1 run", "0 of 1 run"]
        );
    }

    /// Three of 2,000 runs are 1.5 of 1,000, and no fewer than 1.
    #[test]
    fn what_is_more_than_one_is_not_said_to_be_less() {
        let model = Model::new(blueprint(3)).unwrap();
        let mut tally = Tally::new(&model);
        tally.trials = 2000;
        tally.outcomes[Outcome::War] = 3;
        tally.outcomes[Outcome::OneSided] = 1997;
        let words = frequency(&Findings::new(&model, &tally, false), Outcome::War);
        assert!(
            ["1 of 1,000 runs", "2 of 1,000 runs"].contains(&words.as_str()),
            "{words}"
        );
    }
}
