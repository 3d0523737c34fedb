//! What a run showed as whole numbers of so many histories: the same in the table and the sentences
//! of a screen.

use super::ends::Ends;
use super::frequencies::histories;
use super::wholes::denominator;
use crate::numerals::{count, nearest};
use crate::sim::Outcome;
use crate::study::Findings;

/// The outcomes of a run as whole numbers, each rounded by itself.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Of how many histories: one number for all.
    pub base: u64,
    ends: Ends,
}

impl Counted {
    /// The outcomes of a hundred histories; of fewer trials, the trials themselves.
    #[must_use]
    pub fn new(findings: &Findings) -> Self {
        let base = denominator(findings);
        Self {
            base,
            ends: Ends::new(findings, base),
        }
    }

    /// How many end so.
    #[must_use]
    pub const fn outcome(&self, outcome: Outcome) -> u64 {
        self.ends.outcomes[outcome as usize]
    }

    /// How many end in war, limited or full-scale.
    #[must_use]
    pub const fn wars(&self) -> u64 {
        self.ends.wars
    }

    /// How many a share comes to that is no outcome.
    #[must_use]
    pub fn part(&self, share: f64) -> u64 {
        nearest(share * self.base as f64) as u64
    }

    /// A number of histories and the share that it stands for, as a figure: "8", "fewer than 1",
    /// "more than 99".
    #[must_use]
    pub fn figure(&self, number: u64, share: f64) -> String {
        match number {
            0 if share > 0.0 => "fewer than 1".to_owned(),
            all if all >= self.base && share < 1.0 => {
                format!("more than {}", count(self.base.saturating_sub(1)))
            }
            _ => count(number),
        }
    }

    /// The figure with what it is of: "8 of 100".
    #[must_use]
    pub fn how_often(&self, number: u64, share: f64) -> String {
        format!("{} of {}", self.figure(number, share), count(self.base))
    }

    /// What the numbers are of: "100 histories".
    #[must_use]
    pub fn histories(&self) -> String {
        histories(self.base)
    }
}

/// Findings for unit tests.
#[cfg(test)]
/// What tests count.
pub mod testing {
    use crate::scenario::testing::shipped;
    use crate::sim::Outcome;
    use crate::study::Findings;
    use crate::tally::Tally;

    /// What a run of the baseline shows that came to these outcomes.
    #[must_use]
    pub fn findings(outcomes: [u64; Outcome::ALL.len()]) -> Findings {
        let model = shipped("iran-pakistan-2024", &[]).model;
        let tally = Tally {
            trials: outcomes.iter().sum(),
            outcomes,
            ..Tally::new(&model)
        };
        Findings::new(&model, &tally, None)
    }
}

#[cfg(test)]
mod tests {
    use super::testing::findings;
    use super::*;

    #[test]
    fn each_figure_is_the_nearest_to_its_share() {
        for outcomes in [
            [0, 9_976, 68_819, 13_372, 6_090, 1_743, 0],
            [0, 25_500, 25_500, 25_500, 14_500, 9_000, 0],
            [0, 333, 333, 334, 0, 0, 0],
            [0, 99_996, 1, 1, 1, 1, 0],
            [0, 1, 0, 0, 2, 0, 0],
        ] {
            let trials: u64 = outcomes.iter().sum();
            let counted = Counted::new(&findings(outcomes));
            for (outcome, trials_of) in Outcome::ALL.into_iter().zip(outcomes) {
                let part = (trials_of * counted.base) as f64 / trials as f64;
                let off = (counted.outcome(outcome) as f64 - part).abs();
                assert!(off <= 0.5 + 1e-9, "{outcomes:?}");
            }
        }
    }

    #[test]
    fn the_rare_is_said_to_be_rare_and_not_to_be_absent() {
        let findings = findings([0, 99_990, 10, 0, 0, 0, 0]);
        let counted = Counted::new(&findings);
        let figures = Outcome::ALL.map(|outcome| {
            counted.figure(
                counted.outcome(outcome),
                findings.outcome(outcome).share.share,
            )
        });
        assert_eq!(figures[1..4], ["more than 99", "fewer than 1", "0"]);
    }
}
