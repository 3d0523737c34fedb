//! Ends as parts of a sentence.

use crate::sim::Outcome;

/// An end as a thing: "limited war".
#[must_use]
pub const fn outcome_noun(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "no force",
        Outcome::OneSided => "one side’s strike",
        Outcome::OneRound => "one strike each",
        Outcome::SeveralRounds => "several rounds",
        Outcome::LimitedWar => "limited war",
        Outcome::War => "full-scale war",
        Outcome::Unresolved => "a crisis without an end",
    }
}

/// An end as what happens.
#[must_use]
pub const fn happens(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "no force is used",
        Outcome::OneSided => "only one side strikes",
        Outcome::OneRound => "each side strikes once",
        Outcome::SeveralRounds => "it takes several rounds",
        Outcome::LimitedWar => "it comes to limited war",
        Outcome::War => "it comes to full-scale war",
        Outcome::Unresolved => "it still goes on at the end",
    }
}

/// "only one side strikes in 26 of 100 histories"
pub fn in_so_many(outcome: Outcome, how_many: &str) -> String {
    format!("{} in {how_many}", happens(outcome))
}
