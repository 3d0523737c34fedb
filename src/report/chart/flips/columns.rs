//! The names of columns, for which there is little room.

use crate::report::chart::backend::{Canvas, regular};
use crate::sim::Outcome;

/// The name of a column: a shorter one where the longest word has no room.
pub fn column_name(canvas: &Canvas, outcome: Outcome, width: f64) -> &'static str {
    let set = regular(canvas.sizes.label);
    let mut words = head(outcome).split(' ');
    if words.any(|word| canvas.ruler.width(word, set) > width) {
        return short_head(outcome);
    }
    head(outcome)
}

/// The name of a column, for which there is little room.
const fn head(outcome: Outcome) -> &'static str {
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

/// The name of a column for which there is hardly any room.
const fn short_head(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::War => "full war",
        other => head(other),
    }
}
