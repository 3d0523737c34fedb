//! What the columns are called.

use crate::sim::Outcome;

/// The name of a column, for which there is little room.
pub const fn head(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "no force",
        Outcome::OneSided => "one side strikes",
        Outcome::OneRound => "each side once",
        Outcome::SeveralRounds => "several rounds",
        Outcome::LimitedWar => "limited war",
        Outcome::War => "full-scale war",
        Outcome::Unresolved => "still going on",
    }
}
