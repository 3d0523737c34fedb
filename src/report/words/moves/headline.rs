//! The finding of a matrix of flips, as a title.

use super::{moves, moves_of, rounded};
use crate::numerals::{count, nearest};
use crate::quantities::Quantity;
use crate::report::words::changes::{changed_headed, short};
use crate::report::words::what_ifs::{called, names_a_thing};
use crate::study::Variant;

/// A title that is longer goes without its last part.
const LONGEST: usize = 140;
/// Fewer of a thousand histories that end differently are hardly any.
const HARDLY: f64 = 0.005;

/// The finding of a matrix of flips, without a full stop: how many fewer or more wars there are,
/// where they surely move, and which move is the most common.
#[must_use]
pub fn flips_headline(variant: &Variant, name: &str, trials: u64) -> String {
    let head = if names_a_thing(name) {
        format!("With {}", called(name))
    } else {
        format!("“{}”:", short(name))
    };
    headline(variant, &head, trials)
}

/// As [`flips_headline`], of a case beside another.
#[must_use]
pub fn flips_between(variant: &Variant, name: &str, trials: u64) -> String {
    headline(variant, &format!("In “{}”", short(name)), trials)
}

fn headline(variant: &Variant, head: &str, trials: u64) -> String {
    let of = moves_of(trials);
    let share = variant.changed as f64 / trials.max(1) as f64;
    let changed = nearest(share * of as f64) as u64;
    if of == 1 || variant.changed == 0 {
        return changed_headed(head, variant, trials)
            .trim_end_matches('.')
            .to_owned();
    }
    if share < HARDLY {
        let number = match changed {
            0 => "fewer than 1".to_owned(),
            some => count(some),
        };
        let end = if changed <= 1 { "ends" } else { "end" };
        return format!(
            "{head} hardly anything changes: {number} of {} histories {end} differently",
            count(of)
        );
    }
    let net = net(variant, head, trials, of).unwrap_or_else(|| {
        format!(
            "{head} {} of {} histories end differently, but wars hardly change",
            count(changed),
            count(of)
        )
    });
    match most_common(variant, trials, of) {
        Some(most) if net.chars().count() + most.chars().count() < LONGEST => {
            format!("{net}; {most}")
        }
        _ => net,
    }
}

/// How many fewer or more wars there are; none where that is not sure or too few to show.
fn net(variant: &Variant, head: &str, trials: u64, of: u64) -> Option<String> {
    let wars = variant.difference(Quantity::Wars);
    let moved = nearest(wars.value.abs() * of as f64) as u64;
    if !wars.is_sure() || moved == 0 {
        return None;
    }
    let way = if wars.value > 0.0 { "more" } else { "fewer" };
    let come = if moved == 1 { "comes" } else { "come" };
    let of = if trials == of {
        format!("all {}", count(of))
    } else {
        count(of)
    };
    Some(format!(
        "{head} {} {way} of {of} histories {come} to war",
        count(moved)
    ))
}

/// What most moves are, with their number; none where two are as common.
fn most_common(variant: &Variant, trials: u64, of: u64) -> Option<String> {
    let moves = moves(variant, trials);
    let first = moves.first()?;
    let number = rounded(first.count, trials, of);
    let is_tied = moves
        .get(1)
        .is_some_and(|second| rounded(second.count, trials, of) == number);
    (number > 0 && !is_tied).then(|| {
        format!(
            "most often {} ({})",
            first.becomes(),
            first.in_figures(trials, of)
        )
    })
}

#[cfg(test)]
mod tests;
