//! The finding of a matrix of flips, as a title.

use crate::numerals::{count, nearest};
use crate::quantities::Quantity;
use crate::report::words::changes::{changed_headed, short};
use crate::report::words::ends::calmer_and_worse;
use crate::report::words::what_ifs::called;
use crate::study::Variant;

/// Below this many of a thousand histories that end differently, more than a thousand stand for all.
const ENOUGH: u64 = 20;

/// The finding of a matrix of flips, without a full stop: where wars surely move, how many fewer or
/// more there are; then how many histories end calmer and worse.
#[must_use]
pub fn flips_headline(variant: &Variant, name: &str, trials: u64) -> String {
    headline(variant, &format!("With {}", called(name)), trials)
}

/// As [`flips_headline`], of a case beside another.
#[must_use]
pub fn flips_between(variant: &Variant, name: &str, trials: u64) -> String {
    headline(variant, &format!("In “{}”", short(name)), trials)
}

fn headline(variant: &Variant, head: &str, trials: u64) -> String {
    let of = fine(variant, trials);
    let wars = variant.difference(Quantity::Wars);
    let moved = nearest(wars.value.abs() * of as f64) as u64;
    if !wars.is_sure() || moved == 0 || of == 1 {
        return totals(variant, head, trials);
    }
    let way = if wars.value > 0.0 { "more" } else { "fewer" };
    let come = if moved == 1 { "comes" } else { "come" };
    let [calmer, worse] = calmer_and_worse(variant, trials, of).map(|number| some(&number));
    let end = if calmer == "1" { "ends" } else { "end" };
    format!(
        "{head} {} {way} of {} histories {come} to war: {calmer} {end} calmer, {worse} worse",
        count(moved),
        count(of)
    )
}

/// "With a hotline 99 of 1,000 histories end calmer, 85 worse"
fn totals(variant: &Variant, head: &str, trials: u64) -> String {
    let of = fine(variant, trials);
    let [calmer, worse] = calmer_and_worse(variant, trials, of);
    if of == 1
        || [&calmer, &worse]
            .iter()
            .all(|number| number.as_str() == "0")
    {
        return changed_headed(head, variant, trials)
            .trim_end_matches('.')
            .to_owned();
    }
    let ends = if calmer == "1" { "ends" } else { "end" };
    format!(
        "{head} {} of {} histories {ends} calmer, {} worse",
        some(&calmer),
        count(of),
        some(&worse)
    )
}

/// Of how many histories the totals are: a thousand, or more where few of them end differently; no
/// more than there are.
fn fine(variant: &Variant, trials: u64) -> u64 {
    let fine = [1000, 10_000, 100_000].into_iter().find(|&of| {
        let changed = variant.changed as f64 / trials.max(1) as f64 * of as f64;
        nearest(changed) as u64 >= ENOUGH
    });
    fine.unwrap_or(trials).min(trials)
}

/// A number within a sentence.
fn some(number: &str) -> String {
    match number {
        "0" => "none".to_owned(),
        "<1" => "fewer than 1".to_owned(),
        number => number.to_owned(),
    }
}

#[cfg(test)]
mod tests;
