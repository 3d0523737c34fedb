//! From what outcome to what other histories moved, in words.

use super::changes::flips_headline;
use super::figures::Shown;
use super::outcomes::outcome_label;
use super::statements::{INTERVALS, PURPOSE};
use crate::numerals::count;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::{Case, Variant};

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
    /// The change per 1,000 histories: "61 (51 to 72)".
    pub per_thousand: String,
}

/// A number of trials per 1,000 of all: "47", "<1"; empty where there are none.
#[must_use]
pub fn thousandths(trials_so: u64, trials: u64) -> String {
    let rate = trials_so as f64 * 1000.0 / trials.max(1) as f64;
    match rate {
        _ if trials_so == 0 => String::new(),
        _ if rate < 1.0 => "<1".to_owned(),
        _ if rate > 999.0 && trials_so < trials => ">999".to_owned(),
        _ => count(rate.round() as u64),
    }
}

/// A share per 1,000, in figures.
fn rate(share: f64) -> String {
    let rate = share * 1000.0;
    if rate < 10.0 {
        format!("{rate:.1}")
    } else {
        count(rate.round() as u64)
    }
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
                moves.push(Move::new(from, to, count, trials));
            }
        }
    }
    moves.sort_by_key(|moved| std::cmp::Reverse(moved.count));
    moves
}

impl Move {
    fn new(from: Outcome, to: Outcome, count: u64, trials: u64) -> Self {
        let share = Share::new(count, trials.max(1));
        let shown = Shown::of(
            &Case {
                share,
                excluded: None,
            },
            trials,
        );
        let (low, high) = share.interval.ends().unwrap_or((share.share, share.share));
        let per_thousand = format!(
            "{} ({} to {})",
            thousandths(count, trials),
            rate(low),
            rate(high)
        );
        Self {
            from,
            to,
            count,
            shown,
            per_thousand,
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
pub fn flips_in_words(variant: &Variant, name: &str, trials: u64) -> String {
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
        format!(" Of all: {}{rest}.", mentioned.join("; "))
    };
    let headline = flips_headline(variant, name, trials);
    format!(
        "{PURPOSE} {headline}. {} of {} end alike.{list} {INTERVALS}",
        count(same),
        count(trials)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_never_say_none_of_some_nor_all_of_fewer() {
        for (so, trials, words) in [
            (0, 10, ""),
            (1, 2_000, "<1"),
            (94, 2_000, "47"),
            (1_999, 2_000, ">999"),
            (2_000, 2_000, "1,000"),
        ] {
            assert_eq!(thousandths(so, trials), words);
        }
    }
}
