//! The whole split among all: what each adds, over all orders in which they may join (Shapley
//! values).
//!
//! The luck is cut into blocks of trials. Every block gives an estimate of its own of all values,
//! and how far these stray says how sure their mean is. Where all subsets are worked out, every
//! block has all of them; else every block has an order of its own and the reverse of it, so that
//! its estimates stray by luck and by order.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Player, sort_by_size};
use crate::stats::{Interval, Lack, Share, interval_of_parts};
use crate::study::QuantityMean;

/// What came of splitting the whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// The quantity with none of the arguments.
    pub none: QuantityMean,
    /// How many orders were drawn, each with its reverse; none where all subsets were worked out.
    pub orders: Option<u64>,
    /// What each adds, the one that adds or takes most first.
    pub entries: Vec<SplitEntry>,
}

/// What one adds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SplitEntry {
    /// Who.
    pub player: Player,
    /// What it adds.
    pub value: f64,
    /// How sure that is.
    pub interval: Interval,
}

/// The values of all players in every block of trials.
#[derive(Clone, Debug)]
pub struct Shares {
    /// The blocks.
    pub blocks: Vec<Range<u64>>,
    /// The values of the players, block by block.
    pub values: Vec<Vec<f64>>,
    /// Whether the quantity is a share.
    pub is_share: bool,
}

/// This many blocks of trials, as even as can be; fewer where there are fewer trials.
#[must_use]
pub fn block_ranges(trials: u64, blocks: u64) -> Vec<Range<u64>> {
    let blocks = blocks.clamp(1, trials.max(1));
    // Of the trials left, each block takes its part.
    let mut ranges = Vec::new();
    let mut start = 0;
    for at in 0..blocks {
        let end = start + (trials - start) / (blocks - at);
        ranges.push(start..end);
        start = end;
    }
    ranges
}

impl Shares {
    /// What each player adds, and how sure that is.
    #[must_use]
    pub fn entries(&self, players: &[Player]) -> Vec<SplitEntry> {
        let mut entries: Vec<SplitEntry> = players
            .iter()
            .enumerate()
            .map(|(at, player)| self.entry(at, player))
            .collect();
        sort_by_size(
            &mut entries,
            |entry| entry.value.abs(),
            |entry| &entry.player.id,
        );
        entries
    }

    fn trials(&self) -> u64 {
        self.blocks
            .iter()
            .map(|block| block.end - block.start)
            .sum()
    }

    fn entry(&self, at: usize, player: &Player) -> SplitEntry {
        let parts: Vec<f64> = self
            .values
            .iter()
            .map(|block| block.get(at).copied().unwrap_or_default())
            .collect();
        let trials = self.trials().max(1);
        let weighted = parts.iter().zip(&self.blocks);
        let sum: f64 = weighted
            .map(|(part, block)| part * (block.end - block.start) as f64)
            .sum();
        let value = sum / trials as f64;
        let interval = match interval_of_parts(&parts, value) {
            // Without it not one history was different: few can be.
            Interval::Estimated { .. }
                if self.is_share && parts.iter().all(|part| *part == 0.0) =>
            {
                none_seen(trials)
            }
            interval => interval,
        };
        SplitEntry {
            player: player.clone(),
            value,
            interval,
        }
    }
}

/// How far a share may be moved by what moved it in none of so many trials.
fn none_seen(trials: u64) -> Interval {
    match Share::new(0, trials).interval.high() {
        Some(high) => Interval::between(-high, high),
        None => Interval::lacking(Lack::Few),
    }
}
