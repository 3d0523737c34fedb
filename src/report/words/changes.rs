//! What a change makes of it, in words.

use super::figures::{Shown, places_of};
use super::outcomes::outcome_label;
use super::statements::{INTERVALS, PURPOSE};
use super::wholes::add_up;
use crate::numerals::{count, signed};
use crate::sim::Outcome;
use crate::stats::{Interval, Share};
use crate::study::{Comparison, Difference, Variant};
use crate::tally::Change;

/// A part smaller than this number of histories is reported as fewer than one.
const RARE: f64 = 0.8;
/// Maximum characters of a name in a sentence.
const MOST_NAME: usize = 40;

/// The finding of a comparison in one sentence, without a full stop: what its change does, or the
/// largest of several. What is as large, as far as the runs can tell, is named or counted too: none
/// of them is crowned alone.
#[must_use]
pub fn changes_headline(comparison: &Comparison, names: &[&str]) -> String {
    let all: Vec<(&Variant, &str)> = comparison
        .variants
        .iter()
        .zip(names.iter().copied())
        .collect();
    // Of equal ones the first.
    let largest = all.iter().copied().reduce(|best, next| {
        if next.0.changed > best.0.changed {
            next
        } else {
            best
        }
    });
    let Some((variant, name)) = largest else {
        return "There is nothing to compare".to_owned();
    };
    let trials = comparison.trials;
    let sentence = flips_headline(variant, name, comparison.trials);
    let many = comparison.variants.len();
    if many == 1 {
        return sentence;
    }
    if variant.changed == 0 {
        return format!(
            "With none of {many} changes a history of {} ends differently",
            count(trials)
        );
    }
    let low = changed_share(variant, trials).interval.low().unwrap_or(0.0);
    let mut rivals: Vec<(&Variant, &str)> = all;
    rivals.retain(|(other, _)| {
        let reaches = changed_share(other, trials)
            .interval
            .high()
            .is_none_or(|high| high >= low);
        reaches && !std::ptr::eq(*other, variant)
    });
    let sentence = sentence.replacen("With", "with", 1);
    let tied = rivals
        .iter()
        .all(|(other, _)| other.changed == variant.changed);
    let as_many = if tied { "as many" } else { "about as many" };
    let head = if many == 2 {
        "Neither of 2 changes is surely the larger".to_owned()
    } else {
        format!("Among the largest of {many} changes")
    };
    match rivals.as_slice() {
        [] => format!("Largest effect of {many}: {sentence}"),
        [(_, rival)] => format!("{head}: {sentence}; with {} {as_many}", short(rival)),
        more => format!("{head}: {sentence}; with {} others {as_many}", more.len()),
    }
}

/// The share of histories that a change made end differently.
fn changed_share(variant: &Variant, trials: u64) -> Share {
    Share::new(variant.changed, trials.max(1))
}

/// How many histories a change made end differently, in one sentence without a full stop.
#[must_use]
pub fn flips_headline(variant: &Variant, name: &str, trials: u64) -> String {
    changed_sentence(&short(name), variant, trials)
        .trim_end_matches('.')
        .to_owned()
}

/// How many histories a change made end differently, and how: "With a hotline 45 of 1,000 histories
/// end differently: 30 calmer, 15 worse."
#[must_use]
pub fn changed_sentence(name: &str, variant: &Variant, trials: u64) -> String {
    if variant.changed == 0 {
        return format!(
            "With {name} no history of {} ends differently.",
            count(trials)
        );
    }
    // Of a thousand, or finer where that would show nothing, or of as many as there are.
    let fine = [1000, 10_000, 100_000]
        .into_iter()
        .find(|&base| changed_of(variant, trials, base).0 >= 20);
    let base = if trials < 1000 {
        trials
    } else {
        fine.unwrap_or(trials).min(trials)
    };
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
            Change::Alike if is_met => kinds.push(format!("{number} neither")),
            Change::Unresolved if is_met => {
                kinds.push(format!("{number} unresolved in one of the two"));
            }
            Change::Alike | Change::Unresolved => {}
        }
    }
    let histories = if base == 1 { "history" } else { "histories" };
    let end = if changed == 1 { "ends" } else { "end" };
    format!(
        "With {name} {} of {} {histories} {end} differently: {}.",
        count(changed),
        count(base),
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
    let whole = parts.iter().sum::<f64>().round() as u64;
    let changed = part_of(base, variant.changed, trials).round() as u64;
    (changed, add_up(parts, whole))
}

/// How many of `base` histories it is where it is so many of all trials.
fn part_of(base: u64, count: u64, trials: u64) -> f64 {
    count as f64 / trials.max(1) as f64 * base as f64
}

/// A name cut where it would drown a sentence.
fn short(name: &str) -> String {
    match name.char_indices().nth(MOST_NAME) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
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
    let places = match half {
        // What is less than a point has as many places as in the table.
        _ if difference.value.abs() < 0.01 && (0.05..1.0).contains(&half) => 2,
        _ if half >= 0.05 || half <= 0.0 => 1,
        _ if half >= 0.005 => 2,
        _ => places_of(difference.interval, 100.0, 3),
    };
    let [value, low, high] =
        [difference.value, low, high].map(|share| signed(share * 100.0, places));
    Some((value, format!("{low} to {high}")))
}

/// A whole comparison as a paragraph.
#[must_use]
pub fn changes_in_words(comparison: &Comparison, names: &[&str]) -> String {
    let mut variants = Vec::new();
    for (variant, name) in comparison.variants.iter().zip(names) {
        let outcomes =
            Outcome::ALL.map(|outcome| contrast_in_words(outcome, variant, comparison.trials));
        variants.push(format!("With {name}: {}.", outcomes.join("; ")));
    }
    format!(
        "{PURPOSE} {}. {} {INTERVALS}",
        changes_headline(comparison, names),
        variants.join(" ")
    )
}

/// The shares of an outcome in the base and in a variant, and the change.
fn contrast_in_words(outcome: Outcome, variant: &Variant, trials: u64) -> String {
    let label = outcome_label(outcome);
    let contrast = &variant.outcomes[outcome];
    let base = Shown::of(&contrast.base, trials).in_words();
    let changed = Shown::of(&contrast.variant, trials).in_words();
    match points(&contrast.difference) {
        Some((value, interval)) => {
            format!("{label}: base {base}, variant {changed}, change {value} points ({interval})")
        }
        None => format!("{label}: {base}"),
    }
}

#[cfg(test)]
mod tests;
