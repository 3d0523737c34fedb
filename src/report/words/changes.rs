//! What a change makes of it, in words.

use super::figures::{apart_from_zero, places_of};
use super::frequencies::histories;
use super::wholes::add_up;
use crate::numerals::{count, nearest, signed};
use crate::report::cut::shortened;
use crate::stats::Interval;
use crate::study::{Difference, Variant};
use crate::tally::Change;

/// A part smaller than this number of histories is reported as fewer than one.
const RARE: f64 = 0.8;
/// Maximum characters of a name in a sentence.
const MOST_NAME: usize = 48;

/// How many histories a change made end differently, and how: "With a hotline 45 of 1,000 histories
/// end differently: 30 calmer, 15 worse."
#[must_use]
pub fn changed_sentence(name: &str, variant: &Variant, trials: u64) -> String {
    changed_headed(&format!("With {name}"), variant, trials)
}

/// As [`changed_sentence`], with the words before the number.
pub(super) fn changed_headed(head: &str, variant: &Variant, trials: u64) -> String {
    // A thousand, or finer where that would show nothing, or as many as there are.
    let fine = [1000, 10_000, 100_000]
        .into_iter()
        .find(|&base| changed_of(variant, trials, base).0 >= 20);
    let base = if trials < 1000 {
        trials
    } else {
        fine.unwrap_or(trials).min(trials)
    };
    headed(head, variant, trials, base)
}

/// How many of so many histories a change made end differently, and how.
#[must_use]
pub fn changed_sentence_of(name: &str, variant: &Variant, trials: u64, base: u64) -> String {
    headed(&format!("With {name}"), variant, trials, base)
}

fn headed(head: &str, variant: &Variant, trials: u64, base: u64) -> String {
    if variant.changed == 0 {
        return format!("{head} no history of {} ends differently.", count(trials));
    }
    let (changed, rounded) = changed_of(variant, trials, base);
    let mut kinds = Vec::new();
    for (change, rounded) in Change::ALL.into_iter().zip(rounded) {
        let is_met = variant.how_many(change) > 0;
        // A few are not none.
        let number = if rounded == 0 && is_met {
            "fewer than 1".to_owned()
        } else {
            count(rounded)
        };
        match change {
            Change::Calmer => kinds.push(format!("{number} calmer")),
            Change::Worse => kinds.push(format!("{number} worse")),
            Change::Alike if rounded > 0 => {
                kinds.push(format!("{number} neither"));
            }
            Change::Unresolved if rounded > 0 => {
                kinds.push(format!("{number} unresolved in one of the two"));
            }
            Change::Alike | Change::Unresolved => {}
        }
    }
    let end = if changed == 1 { "ends" } else { "end" };
    format!(
        "{head} {} of {} {end} differently: {}.",
        count(changed),
        histories(base),
        kinds.join(", ")
    )
}

/// How many of `base` histories end differently, in all and in each way, in the order of
/// [`Change::ALL`]. The numbers are rounded so that the ways add up.
#[must_use]
pub fn changed_of(variant: &Variant, trials: u64, base: u64) -> (u64, [u64; Change::ALL.len()]) {
    let parts = Change::ALL.map(|change| {
        let part = part_of(base, variant.how_many(change), trials);
        // A part below one history is not rounded up to one.
        if part < RARE { 0.0 } else { part }
    });
    let whole = nearest(parts.iter().sum::<f64>()) as u64;
    let changed = nearest(part_of(base, variant.changed, trials)) as u64;
    (changed, add_up(parts, whole))
}

/// How many of `base` histories it is where it is so many of all trials.
fn part_of(base: u64, count: u64, trials: u64) -> f64 {
    count as f64 / trials.max(1) as f64 * base as f64
}

/// A name cut where it would drown a sentence.
pub(super) fn short(name: &str) -> String {
    shortened(name, MOST_NAME)
}

/// A paired difference of shares in percentage points, and its interval: "+4.6", "+4.2 to +5.0".
/// None where it has no interval.
#[must_use]
pub fn points(difference: &Difference) -> Option<(String, String)> {
    let (low, high) = match difference.interval {
        Interval::Excluded => return None,
        Interval::Fixed => (difference.value, difference.value),
        Interval::Estimated { .. } => difference.interval.ends()?,
    };
    let half = (high - low) * 50.0;
    let least = match half {
        // What is less than a point has as many places as in the table.
        _ if difference.value.abs() < 0.01 && (0.05..1.0).contains(&half) => 2,
        _ if half >= 0.05 || half <= 0.0 => 1,
        _ if half >= 0.005 => 2,
        _ => places_of(difference.interval, 100.0, 3),
    };
    let places = apart_from_zero([low, high], 100.0, least);
    let [value, low, high] =
        [difference.value, low, high].map(|share| signed(share * 100.0, places));
    Some((value, format!("{low} to {high}")))
}

#[cfg(test)]
mod tests;
