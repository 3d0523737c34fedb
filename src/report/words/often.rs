//! How often something is, as titles say it: of one number of histories in a whole chart.

use super::wholes::denominator;
use crate::numerals::count;
use crate::study::Findings;

/// A title that is longer goes without its last part.
const LONGEST: usize = 120;

/// How often something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Often {
    /// Its share of all histories.
    share: f64,
    /// How many histories of `of` that is, as the chart shows it.
    pub(super) count: u64,
    /// The number of histories that all counts of the chart are of.
    of: u64,
    /// How many were run.
    trials: u64,
}

impl Often {
    /// A share that is shown as so many histories.
    pub(super) fn new(findings: &Findings, share: f64, count: u64) -> Self {
        Self {
            share,
            count,
            of: denominator(findings),
            trials: findings.trials,
        }
    }

    /// Whether no history met it.
    pub(super) fn is_none(self) -> bool {
        self.share <= 0.0
    }

    /// Whether every history met it.
    pub(super) fn is_all(self) -> bool {
        self.share >= 1.0
    }

    /// The beginning of a sentence: "In 69 of 100 histories".
    pub(super) fn begins(self) -> String {
        let of = count(self.of);
        if self.is_all() {
            format!("In all {} histories", count(self.trials))
        } else if self.is_none() {
            format!("In none of {} histories", count(self.trials))
        } else if self.count == 0 {
            format!("In fewer than 1 of {of} histories")
        } else if self.count >= self.of {
            "In nearly all histories".to_owned()
        } else {
            format!("In {} of {of} histories", count(self.count))
        }
    }

    /// A later part of that sentence: "in 8".
    pub(super) fn follows(self) -> String {
        if self.is_none() {
            "in none".to_owned()
        } else if self.count == 0 {
            format!("in fewer than 1 of {}", count(self.of))
        } else {
            format!("in {}", count(self.count))
        }
    }

    /// A clause after [`Self::begins`] or [`Self::follows`]: "it comes to war", or "does it come to
    /// war" where none does.
    pub(super) fn clause(self, words: &Clause) -> &'static str {
        if self.is_none() {
            words.none
        } else {
            words.some
        }
    }
}

/// What happens, after "in 8" and after "in none".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// "it comes to war".
    pub(super) some: &'static str,
    /// "does it come to war".
    pub(super) none: &'static str,
}

/// War of any kind.
pub(super) const WAR: Clause = Clause {
    some: "it comes to war",
    none: "does it come to war",
};
/// Full-scale war alone.
pub(super) const FULL_WAR: Clause = Clause {
    some: "it comes to full-scale war",
    none: "does it come to full-scale war",
};

/// Whether a title has room for its last part.
pub(super) fn is_short(title: &str) -> bool {
    title.chars().count() <= LONGEST
}
