//! The finding of a matrix of flips, as a title.

use super::{Move, moves, moves_of};
use crate::numerals::{count, nearest};
use crate::quantities::Quantity;
use crate::report::words::changes::{changed_headed, short};
use crate::report::words::ends::calmer_and_worse;
use crate::report::words::what_ifs::called;
use crate::sim::Outcome;
use crate::study::Variant;

/// Below this many of a thousand histories that end differently, more than a thousand stand for all.
const ENOUGH: u64 = 20;

/// The finding of a matrix of flips, without a full stop: where wars surely move, the largest move
/// across the border of war that goes the way of the wars; else how many histories end calmer and
/// worse.
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
    let of = moves_of(variant, trials);
    match across_war(variant, trials) {
        Some((number, does)) if of > 1 && !number.starts_with('<') => {
            format!("{head} {number} of {} histories {does}", count(of))
        }
        _ => totals(variant, head, trials),
    }
}

/// How many histories come to war where wars surely rise, or leave it where they surely fall, and
/// what they do: those of the largest move, or all where runs cannot tell which is the largest.
fn across_war(variant: &Variant, trials: u64) -> Option<(String, String)> {
    let wars = variant.difference(Quantity::Wars);
    if !wars.is_sure() {
        return None;
    }
    let rise = wars.value > 0.0;
    let mut across = moves(variant, trials);
    across.retain(|moved| {
        let ends = [moved.from, moved.to];
        let goes_on = ends.contains(&Outcome::Unresolved);
        let [before, after] = ends.map(is_war);
        !goes_on && before != rise && after == rise
    });
    let of = moves_of(variant, trials);
    let first = across.first()?;
    if across.get(1).is_none_or(|second| is_more(first, second)) {
        return Some((first.in_figures(trials, of), first.does()));
    }
    let all = across.iter().map(|moved| moved.count).sum();
    let all = Move::of(first.from, first.to, all, trials);
    let does = if rise {
        "go on to war"
    } else {
        "stop short of war"
    };
    Some((all.in_figures(trials, of), does.to_owned()))
}

const fn is_war(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::LimitedWar | Outcome::War)
}

/// Whether a move is surely larger than another: by more than two standard deviations of the
/// difference between two counts.
fn is_more(one: &Move, other: &Move) -> bool {
    let both = one.count + other.count;
    let gap = one.count.saturating_sub(other.count) as f64;
    gap * gap > 4.0 * both as f64
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
