//! Plain words for outcomes and shares, the same in tables, charts and pages.

use super::Findings;
use crate::sim::Outcome;

/// What every artefact says of itself.
pub const PURPOSE: &str = "A teaching model. Not a forecast.";
/// What every interval says of itself.
pub const INTERVALS: &str = "Intervals: 95 %, simulation error only.";

/// An outcome as a row's label.
#[must_use]
pub const fn outcome_label(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "No force is used",
        Outcome::OneSided => "Only one side strikes",
        Outcome::OneRound => "Each side strikes once",
        Outcome::Feud => "Feud: more than one round",
        Outcome::LimitedWar => "Limited war",
        Outcome::War => "Full-scale war",
        Outcome::Unresolved => "Unresolved at the horizon",
    }
}

/// An outcome as the end of a sentence: "in 62 of 100 runs ...".
#[must_use]
pub const fn outcome_clause(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "no force is used",
        Outcome::OneSided => "only one side strikes",
        Outcome::OneRound => "each side strikes once and it ends there",
        Outcome::Feud => "the two strike each other more than once",
        Outcome::LimitedWar => "it grows into a limited war",
        Outcome::War => "it grows into full-scale war",
        Outcome::Unresolved => "it is still going on at the horizon",
    }
}

/// A share as a natural frequency: "62 of 100 runs", "3 of 1,000 runs", "under 1 of 10,000 runs".
#[must_use]
pub fn of_runs(share: f64) -> String {
    of_runs_beyond(share, 10.0)
}

/// A share of so many trials as a natural frequency; of few, the trials themselves.
#[must_use]
pub fn runs(share: f64, trials: u64) -> String {
    match trials {
        1 => format!("{share} of 1 run"),
        2..100 => format!("{} of {trials} runs", (share * trials as f64).round()),
        _ => of_runs(share),
    }
}

/// The same, counted in more than `least` runs.
fn of_runs_beyond(share: f64, least: f64) -> String {
    for base in [100.0, 1000.0, 10_000.0].into_iter().filter(|&base| base > least) {
        let runs = (share * base).round();
        // A share just short of all is not all: a finer count says so.
        if runs >= 1.0 && (runs < base || share >= 1.0) {
            return format!("{} of {} runs", count(runs as u64), count(base as u64));
        }
    }
    let words = match share {
        _ if share > 0.5 => "all but under 1 of 10,000 runs",
        _ if share > 0.0 => "under 1 of 10,000 runs",
        _ => "none of the runs",
    };
    words.to_owned()
}

/// A whole number with commas: 100,000.
#[must_use]
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The shares of all outcomes as whole numbers that add up to a hundred, by largest remainders; of equal remainders the
/// calmer goes first. In the order of [`Outcome::ALL`].
#[must_use]
pub fn of_a_hundred(findings: &Findings) -> [u32; Outcome::ALL.len()] {
    let exact = findings.outcomes.map(|case| case.share.share * 100.0);
    let mut counts = exact.map(|share| share.floor() as u32);
    let mut by_remainder = [0, 1, 2, 3, 4, 5, 6];
    by_remainder.sort_by(|&a: &usize, &b: &usize| exact[b].fract().total_cmp(&exact[a].fract()));
    let missing = 100_u32.saturating_sub(counts.iter().sum());
    for at in by_remainder.into_iter().take(missing as usize) {
        counts[at] += 1;
    }
    counts
}

/// How often an outcome comes about, as a natural frequency: of a hundred runs as [`of_a_hundred`] counts them, so that
/// table, headline and chart agree; of more runs where it is rarer; of as many as there were where those are fewer.
#[must_use]
pub fn frequency(findings: &Findings, outcome: Outcome) -> String {
    let share = findings.outcome(outcome).share.share;
    if findings.trials < 100 {
        return runs(share, findings.trials);
    }
    match of_a_hundred(findings)[outcome as usize] {
        0 if share > 0.0 => of_runs_beyond(share, 100.0),
        100 if share < 1.0 => of_runs_beyond(share, 100.0),
        _ if share <= 0.0 => "none of the runs".to_owned(),
        runs => format!("{runs} of 100 runs"),
    }
}

/// The finding of a run in one sentence, without a full stop.
#[must_use]
pub fn headline(findings: &Findings) -> String {
    let outcome = findings.most_common();
    format!("In {} {}", frequency(findings, outcome), outcome_clause(outcome))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_natural_frequencies() {
        for (share, words) in [
            (0.619_7, "62 of 100 runs"),
            (1.0, "100 of 100 runs"),
            (0.999_5, "9,995 of 10,000 runs"),
            (0.999_99, "all but under 1 of 10,000 runs"),
            (0.003_2, "3 of 1,000 runs"),
            (0.000_06, "1 of 10,000 runs"),
            (0.000_01, "under 1 of 10,000 runs"),
            (0.0, "none of the runs"),
        ] {
            assert_eq!(of_runs(share), words);
        }
    }

    #[test]
    fn counts_have_commas() {
        assert_eq!([0, 999, 1000, 1_234_567].map(count), ["0", "999", "1,000", "1,234,567"]);
    }
}
