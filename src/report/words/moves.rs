//! From what outcome to what other histories moved, in words.

mod headline;

use super::figures::Shown;
use super::outcomes::outcome_label;
use super::statements::{INTERVALS, SIMULATION_ERROR};
use super::what_ifs::outcome_noun;
use crate::numerals::{count, nearest};
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::{Case, Variant};
pub use headline::{flips_between, flips_headline};

/// Maximum moves in a sentence.
const MOST_MOVES: usize = 10;

/// Histories that ended one way in the base and another in the variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// How they ended in the base.
    pub from: Outcome,
    /// How they ended in the variant.
    pub to: Outcome,
    /// How many they are.
    pub count: u64,
    /// Their share of all, and its interval, in figures.
    pub shown: Shown,
}

/// From what to what histories moved, the most first; of equal counts the calmer base, then the
/// calmer variant.
#[must_use]
pub fn moves(variant: &Variant, trials: u64) -> Vec<Move> {
    let mut moves = Vec::new();
    for from in Outcome::ALL {
        for to in Outcome::ALL {
            let count = variant.flips[from][to];
            if from != to && count > 0 {
                moves.push(Move::of(from, to, count, trials));
            }
        }
    }
    moves.sort_by_key(|moved| std::cmp::Reverse(moved.count));
    moves
}

/// Of how many histories moves are counted, in every comparison: a thousand, or all that there are.
#[must_use]
pub fn moves_of(trials: u64) -> u64 {
    trials.min(1000)
}

/// How many of so many histories it is where it is `count` of all trials.
fn rounded(count: u64, trials: u64, of: u64) -> u64 {
    nearest(count as f64 * of as f64 / trials.max(1) as f64) as u64
}

impl Move {
    /// So many of all trials, from an end to an end.
    #[must_use]
    pub fn of(from: Outcome, to: Outcome, count: u64, trials: u64) -> Self {
        let case = Case {
            share: Share::new(count, trials.max(1)),
            excluded: None,
        };
        Self {
            from,
            to,
            count,
            shown: Shown::of(&case, trials),
        }
    }

    /// How many of so many histories they are, in figures: "47", "<1".
    #[must_use]
    pub fn in_figures(&self, trials: u64, of: u64) -> String {
        match rounded(self.count, trials, of) {
            0 => "<1".to_owned(),
            all if all >= of && self.count < trials => format!(">{}", count(of.saturating_sub(1))),
            number => count(number),
        }
    }

    /// What becomes of them: "limited war becomes one strike each".
    #[must_use]
    pub fn becomes(&self) -> String {
        let to = outcome_noun(self.to);
        match self.from {
            Outcome::SeveralRounds => format!("several rounds become {to}"),
            from => format!("{} becomes {to}", outcome_noun(from)),
        }
    }

    fn in_words(&self) -> String {
        let from = outcome_label(self.from);
        let to = outcome_label(self.to);
        format!("from “{from}” to “{to}” {}", self.shown.in_words())
    }
}

/// The matrix of flips as a paragraph.
#[must_use]
pub fn flips_in_words(variant: &Variant, trials: u64) -> String {
    let moves = moves(variant, trials);
    let mentioned: Vec<String> = moves.iter().take(MOST_MOVES).map(Move::in_words).collect();
    let same = trials.saturating_sub(variant.changed);
    let rest = if moves.len() > MOST_MOVES {
        "; and fewer in other ways"
    } else {
        ""
    };
    let list = if mentioned.is_empty() {
        String::new()
    } else {
        format!(" Moved, of all: {}{rest}.", mentioned.join("; "))
    };
    format!(
        "{} of {} end alike.{list} {INTERVALS}",
        count(same),
        count(trials)
    )
}

/// How well the shares of moves are known, in one sentence without a full stop.
#[must_use]
pub fn moves_precision(variant: &Variant, trials: u64) -> String {
    let of = moves_of(trials) as f64;
    let mut widest = 0.0_f64;
    for row in &variant.flips {
        for &count in row {
            let share = Share::new(count, trials.max(1));
            let Some((low, high)) = share.interval.ends().filter(|_| count > 0) else {
                continue;
            };
            widest = widest.max(high - share.share).max(share.share - low);
        }
    }
    match (widest * of).ceil() {
        none if none <= 0.0 => SIMULATION_ERROR.to_owned(),
        within => format!(
            "95 % intervals, simulation error only: within {} of {}",
            count(within as u64),
            count(of as u64)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_never_say_none_of_some_nor_all_of_fewer() {
        for (so, trials, words) in [
            (1, 3_000, "<1"),
            (94, 2_000, "47"),
            (1_999, 2_000, ">999"),
            (2_000, 2_000, "1,000"),
        ] {
            let moved = Move::of(Outcome::OneRound, Outcome::OneSided, so, trials);
            assert_eq!(moved.in_figures(trials, 1_000), words);
        }
    }
}
