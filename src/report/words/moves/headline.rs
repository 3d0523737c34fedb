//! The finding of a matrix of flips, as a title.

use super::{Move, moves, moves_of};
use crate::numerals::{count, nearest};
use crate::quantities::Quantity;
use crate::report::words::changes::{changed_headed, short};
use crate::report::words::what_ifs::called;
use crate::sim::Outcome;
use crate::study::Variant;

/// Fewer than this part of all histories that come to another end are almost none.
const HARDLY: f64 = 0.005;
/// Of fewer histories nothing is said to be almost none.
const FEW: u64 = 1000;

/// The finding of a matrix of flips, without a full stop: how wars move and by which move most, or
/// the most common move where wars do not surely move.
#[must_use]
pub fn flips_headline(variant: &Variant, name: &str, trials: u64) -> String {
    headline(variant, &format!("With {}", called(name)), trials)
}

/// As [`flips_headline`], of a case beside another.
#[must_use]
pub fn flips_between(variant: &Variant, name: &str, trials: u64) -> String {
    headline(variant, &format!("In “{}”", short(name)), trials)
}

/// How many histories come to another kind of end.
fn moved(variant: &Variant) -> u64 {
    let mut sum = 0;
    for from in Outcome::ALL {
        let others = Outcome::ALL.into_iter().filter(|&to| to != from);
        sum += others.map(|to| variant.flips[from][to]).sum::<u64>();
    }
    sum
}

fn headline(variant: &Variant, head: &str, trials: u64) -> String {
    let moved = moved(variant);
    let of = moves_of(trials);
    if variant.changed == 0 || of == 1 {
        let words = changed_headed(head, variant, trials);
        return words.trim_end_matches('.').to_owned();
    }
    let histories = count(of);
    if moved == 0 {
        return format!(
            "{head} no history of {} comes to another end",
            count(trials)
        );
    }
    if part(moved, trials) < HARDLY && trials >= FEW {
        let moved = in_words(moved, trials);
        let come = comes(&moved);
        return format!(
            "{head} almost nothing changes: {moved} of {histories} histories {come} to another end"
        );
    }
    wars(variant, head, trials).unwrap_or_else(|| largest(variant, head, trials))
}

/// "wars fall by 42 of 1,000 histories; most wars avoided: limited war becomes one strike each
/// (33)", where they surely move.
fn wars(variant: &Variant, head: &str, trials: u64) -> Option<String> {
    let wars = variant.difference(Quantity::Wars);
    let of = moves_of(trials);
    let by = nearest(wars.value.abs() * of as f64) as u64;
    if !wars.is_sure() || by == 0 {
        return None;
    }
    let more = wars.value > 0.0;
    let way = if more { "rise" } else { "fall" };
    let mut moves = moves(variant, trials);
    moves.retain(|moved| is_war(moved.to) == more && is_war(moved.from) != more);
    let most = only_largest(&moves, trials).map_or_else(String::new, |most| {
        let number = most.in_figures(trials, of);
        let which = if more { "new wars" } else { "wars avoided" };
        format!("; most {which}: {} ({number})", most.becomes())
    });
    Some(format!(
        "{head} wars {way} by {} of {} histories{most}",
        count(by),
        count(of)
    ))
}

/// "in 77 of 1,000 histories several rounds become one strike each, the most common move".
fn largest(variant: &Variant, head: &str, trials: u64) -> String {
    let of = moves_of(trials);
    let moves = moves(variant, trials);
    let histories = count(of);
    let Some(most) = only_largest(&moves, trials) else {
        let moved = in_words(moved(variant), trials);
        let come = comes(&moved);
        return format!("{head} {moved} of {histories} histories {come} to another end");
    };
    let number = most.in_figures(trials, of);
    let only = if moves.len() == 1 {
        "only"
    } else {
        "most common"
    };
    let becomes = most.becomes();
    format!("{head} {becomes} in {number} of {histories} histories, the {only} move")
}

/// The largest of moves that are sorted, where no other has its number.
fn only_largest(moves: &[Move], trials: u64) -> Option<&Move> {
    let of = moves_of(trials);
    let first = moves.first()?;
    let number = first.in_figures(trials, of);
    let is_alone = moves
        .get(1)
        .is_none_or(|next| next.in_figures(trials, of) != number);
    (is_alone && !number.starts_with('<')).then_some(first)
}

const fn is_war(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::LimitedWar | Outcome::War)
}

fn comes(number: &str) -> &'static str {
    if number == "1" { "comes" } else { "come" }
}

/// So many of all as a share.
fn part(so_many: u64, trials: u64) -> f64 {
    so_many as f64 / trials.max(1) as f64
}

/// A number within a sentence: some are never none.
fn in_words(so_many: u64, trials: u64) -> String {
    let rounded = nearest(part(so_many, trials) * moves_of(trials) as f64) as u64;
    match rounded {
        0 if so_many == 0 => "none".to_owned(),
        0 => "fewer than 1".to_owned(),
        number => count(number),
    }
}

#[cfg(test)]
mod tests;
