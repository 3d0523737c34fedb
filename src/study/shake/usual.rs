//! Whether the conclusion survives: in how many readings the most common end stays so.

use serde::{Deserialize, Serialize};

use super::ShakenShare;
use crate::quantities::Quantity;

/// The ends of a crisis as people read them: both wars are one.
const ENDS: [Quantity; 6] = [
    Quantity::NoForce,
    Quantity::OneSided,
    Quantity::OneRound,
    Quantity::SeveralRounds,
    Quantity::Wars,
    Quantity::Unresolved,
];

/// The end that is most common with the authors' numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualEnd {
    /// Which it is.
    pub quantity: Quantity,
    /// In how many readings it is more common than every other end.
    pub readings: usize,
}

impl UsualEnd {
    /// That of shares with the authors' numbers and of counts in readings; none where two ends are
    /// equally common with the authors' numbers.
    #[must_use]
    pub fn of(shares: &[ShakenShare], readings: &[Vec<u32>]) -> Option<Self> {
        let of_end = |end: &Quantity| shares.iter().position(|share| share.quantity == *end);
        let places: Vec<usize> = ENDS.iter().filter_map(of_end).collect();
        let authors = |place: usize| shares[place].authors.share.share;
        let most = places
            .iter()
            .copied()
            .max_by(|&one, &other| authors(one).total_cmp(&authors(other)))?;
        let others = || places.iter().copied().filter(|&place| place != most);
        if others().any(|place| authors(place) >= authors(most)) {
            return None;
        }
        let stays = |counts: &&Vec<u32>| {
            let count = |place: usize| counts.get(place).copied().unwrap_or_default();
            others().all(|place| count(place) < count(most))
        };
        Some(Self {
            quantity: shares[most].quantity,
            readings: readings.iter().filter(stays).count(),
        })
    }
}
