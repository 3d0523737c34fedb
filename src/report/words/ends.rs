//! How many histories end how, in every row of a comparison: whole numbers, all of one number of
//! histories.

use super::changes::changed_of;
use super::wholes::{outcomes_of, wars_of};
use crate::numerals::count;
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::{Case, Comparison, Findings, Variant};
use crate::tally::Change;

/// Stands for what the inputs exclude.
pub const CANNOT: &str = "-";

/// How the histories of one scenario end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// How many they are together.
    pub of: u64,
    /// How many end each way, in the order of [`Outcome::ALL`].
    pub outcomes: [u64; Outcome::ALL.len()],
    /// How many end in limited or full-scale war.
    pub wars: u64,
}

impl Ends {
    /// The ends of so many histories, rounded as those of a run.
    #[must_use]
    pub fn new(findings: &Findings, of: u64) -> Self {
        Self {
            of,
            outcomes: outcomes_of(findings, of),
            wars: wars_of(findings, of),
        }
    }

    /// How many end so, in figures.
    #[must_use]
    pub fn outcome(&self, findings: &Findings, outcome: Outcome) -> String {
        in_figures(findings.outcome(outcome), self.outcomes[outcome as usize])
    }

    /// How many end in war, in figures.
    #[must_use]
    pub fn wars(&self, findings: &Findings) -> String {
        in_figures(&findings.wars(), self.wars)
    }
}

/// So many histories of a case: some are not none.
fn in_figures(case: &Case, histories: u64) -> String {
    match case.share.interval {
        Interval::Excluded => CANNOT.to_owned(),
        _ => some(histories, case.share.share > 0.0),
    }
}

/// A rounded number of histories, where there are any.
fn some(histories: u64, any: bool) -> String {
    if histories == 0 && any {
        "<1".to_owned()
    } else {
        count(histories)
    }
}

/// Of how many histories all rows give their ends: a hundred; of few trials, the trials themselves.
#[must_use]
pub fn ends_of(comparison: &Comparison) -> u64 {
    comparison.trials.min(100)
}

/// Of how many histories all rows say how many end differently: a thousand, or all that there are.
#[must_use]
pub fn flips_of(comparison: &Comparison) -> u64 {
    comparison.trials.min(1000)
}

/// How many of so many histories a variant made end calmer, and worse, in figures.
#[must_use]
pub fn calmer_and_worse(variant: &Variant, trials: u64, of: u64) -> [String; 2] {
    let (_, changes) = changed_of(variant, trials, of);
    [Change::Calmer, Change::Worse]
        .map(|change| some(changes[change as usize], variant.how_many(change) > 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::model::testing::blueprint;
    use crate::tally::Tally;

    fn findings(outcomes: [u64; Outcome::ALL.len()]) -> Findings {
        let model = Model::new(blueprint(3)).unwrap();
        let tally = Tally {
            trials: outcomes.iter().sum(),
            outcomes,
            ..Tally::new(&model)
        };
        Findings::new(&model, &tally, None)
    }

    /// 10.5, 69.5, 12.5, 5.2 and 2.3: both wars are 7.5, which is 8 beside 5 and 2.
    #[test]
    fn each_end_is_rounded_by_itself_and_so_are_both_wars() {
        let findings = findings([0, 105, 695, 125, 52, 23, 0]);
        let ends = Ends::new(&findings, 100);
        assert_eq!((ends.wars, ends.outcomes[4], ends.outcomes[5]), (8, 5, 2));
        let fine = Ends::new(&findings, 1000);
        assert_eq!(fine.outcomes, [0, 105, 695, 125, 52, 23, 0]);
        assert_eq!(fine.wars, 75);
    }

    #[test]
    fn some_histories_are_never_none() {
        let findings = findings([0, 9_995, 0, 0, 5, 0, 0]);
        let ends = Ends::new(&findings, 100);
        assert_eq!(ends.outcome(&findings, Outcome::LimitedWar), "<1");
        assert_eq!(ends.wars(&findings), "<1");
    }
}
