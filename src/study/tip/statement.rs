//! What a tip has to say, before it is words: which sentence, and the figures that stand in it.

use serde::{Deserialize, Serialize};

use super::{Answer, Crossing, Doubt, Tip, ValueSide};
use crate::stats::Share;
use crate::study::{Reason, each_once};

/// What a tip has to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Statement {
    /// There is no share at any look.
    Excluded {
        /// Why, each reason once, in the order of the looks.
        reasons: Vec<Reason>,
    },
    /// The inputs bring it about in every trial at every look.
    Always,
    /// The number changes nothing in these trials.
    Unchanged {
        /// The share at every look.
        share: Share,
        /// The share of all histories that may differ, of which no trial showed one.
        unlike: Share,
    },
    /// The share stays on one side of the value.
    Stays {
        /// On this side.
        side: ValueSide,
        /// The smallest share of all looks; of equal ones the first.
        least: Share,
        /// The largest.
        greatest: Share,
    },
    /// The share crosses the value.
    Crosses {
        /// Each crossing that is certain, in their order along the axis.
        crossings: Vec<Crossing>,
        /// Where there may be more, from one value to another; with it they are so many at least.
        unsure: Option<(f64, f64)>,
    },
    /// The number of trials is too small for an answer.
    Open(Doubt),
}

impl Tip {
    /// What a tip of so many trials at each look has to say; `reasons` are those for which the
    /// inputs exclude the case at looks, in their order.
    pub fn statement(&self, reasons: impl Iterator<Item = Reason>, trials: u64) -> Statement {
        match &self.answer {
            Answer::Excluded => Statement::Excluded {
                reasons: each_once(reasons),
            },
            Answer::Always => Statement::Always,
            Answer::Unchanged => Statement::Unchanged {
                share: self.first(),
                unlike: Share::new(0, trials.max(1)),
            },
            Answer::Never(side) => Statement::Stays {
                side: *side,
                least: self.most(|one, other| one.share < other.share),
                greatest: self.most(|one, other| one.share > other.share),
            },
            Answer::Crosses { crossings, unsure } => Statement::Crosses {
                crossings: crossings.clone(),
                unsure: *unsure,
            },
            Answer::CannotTell(doubt) => Statement::Open(*doubt),
        }
    }

    /// The share at the first look. There are two looks at least.
    fn first(&self) -> Share {
        self.shares.first().copied().unwrap_or(Share::excluded())
    }

    /// The share that goes before all others; of equal ones the first.
    fn most(&self, goes_before: fn(&Share, &Share) -> bool) -> Share {
        self.shares.iter().fold(self.first(), |best, next| {
            if goes_before(next, &best) {
                *next
            } else {
                best
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::{TrialsNeeded, Why};

    fn statement(answer: Answer, shares: &[Share], reasons: &[Reason]) -> Statement {
        let tip = Tip {
            answer,
            shares: shares.to_vec(),
            complete: true,
        };
        tip.statement(reasons.iter().copied(), 100)
    }

    #[test]
    fn extremes_are_those_of_all_looks_and_of_equal_ones_the_first() {
        let shares = [
            Share::new(20, 100),
            Share::excluded(),
            Share::new(0, 100),
            Share::new(30, 100),
            Share::new(29, 100),
        ];
        let stays = statement(Answer::Never(ValueSide::Below), &shares, &[]);
        assert_eq!(
            stays,
            Statement::Stays {
                side: ValueSide::Below,
                least: shares[1],
                greatest: shares[3]
            }
        );
    }

    #[test]
    fn each_reason_is_given_once() {
        let reasons = [Reason::NoFront, Reason::OpeningIsWar, Reason::NoFront];
        let excluded = statement(Answer::Excluded, &[Share::excluded(); 3], &reasons);
        assert_eq!(
            excluded,
            Statement::Excluded {
                reasons: vec![Reason::NoFront, Reason::OpeningIsWar]
            }
        );
    }

    #[test]
    fn what_changes_nothing_leaves_room_for_what_no_trial_showed() {
        let unchanged = statement(Answer::Unchanged, &[Share::new(40, 100); 2], &[]);
        assert_eq!(
            unchanged,
            Statement::Unchanged {
                share: Share::new(40, 100),
                unlike: Share::new(0, 100)
            }
        );
    }

    #[test]
    fn a_doubt_and_crossings_are_handed_on() {
        let doubt = Doubt {
            why: Why::Touch,
            from: 0.25,
            to: 0.5,
            needs: Some(TrialsNeeded::MoreThan(5_000)),
        };
        assert_eq!(
            statement(Answer::CannotTell(doubt), &[Share::new(1, 2); 2], &[]),
            Statement::Open(doubt)
        );
        let crossings = vec![Crossing {
            at: 0.3,
            low: 0.2,
            high: 0.4,
            rises: true,
            times: 1,
        }];
        let answer = Answer::Crosses {
            crossings: crossings.clone(),
            unsure: Some((0.8, 1.0)),
        };
        let crosses = Statement::Crosses {
            crossings,
            unsure: Some((0.8, 1.0)),
        };
        assert_eq!(statement(answer, &[Share::new(1, 2); 2], &[]), crosses);
    }
}
