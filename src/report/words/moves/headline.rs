//! The finding of a matrix of flips, as a title.

use super::moves_of;
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

/// The finding of a matrix of flips, without a full stop: how many histories come to a milder end
/// and how many to a worse one, as its cells add up, and what becomes of wars.
#[must_use]
pub fn flips_headline(variant: &Variant, name: &str, trials: u64) -> String {
    headline(variant, &format!("With {}", called(name)), trials)
}

/// As [`flips_headline`], of a case beside another.
#[must_use]
pub fn flips_between(variant: &Variant, name: &str, trials: u64) -> String {
    headline(variant, &format!("In “{}”", short(name)), trials)
}

/// How many histories come to another kind of end, by the way they go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sums {
    milder: u64,
    worse: u64,
    /// Still going on in one of the two.
    open: u64,
}

impl Sums {
    fn new(variant: &Variant) -> Self {
        let mut sums = Self::default();
        for from in Outcome::ALL {
            for to in Outcome::ALL.into_iter().filter(|&to| to != from) {
                let count = variant.flips[from][to];
                match () {
                    () if from == Outcome::Unresolved || to == Outcome::Unresolved => {
                        sums.open += count;
                    }
                    () if to < from => sums.milder += count,
                    () => sums.worse += count,
                }
            }
        }
        sums
    }

    const fn all(self) -> u64 {
        self.milder + self.worse + self.open
    }
}

fn headline(variant: &Variant, head: &str, trials: u64) -> String {
    let sums = Sums::new(variant);
    let of = moves_of(trials);
    if variant.changed == 0 || of == 1 {
        let words = changed_headed(head, variant, trials);
        return words.trim_end_matches('.').to_owned();
    }
    let histories = count(of);
    if sums.all() == 0 {
        return format!(
            "{head} no history of {} comes to another end",
            count(trials)
        );
    }
    let all = part(sums.all(), trials);
    if all < HARDLY && trials >= FEW {
        let moved = in_words(sums.all(), trials);
        let come = comes(&moved);
        return format!(
            "{head} almost nothing changes: {moved} of {histories} histories {come} to another end"
        );
    }
    format!(
        "{head} {}{}",
        sums_in_words(sums, trials),
        wars(variant, trials)
    )
}

/// "87 of 1,000 histories come to a milder end, 85 to a worse one": the more before the fewer.
fn sums_in_words(sums: Sums, trials: u64) -> String {
    let [milder, worse] = [sums.milder, sums.worse].map(|sum| in_words(sum, trials));
    let of = count(moves_of(trials));
    if sums.milder == 0 && sums.worse == 0 {
        let open = in_words(sums.open, trials);
        return format!("{open} of {of} histories end only in one of the two");
    }
    let is_milder = sums.milder >= sums.worse;
    let (more, way, fewer, other) = if is_milder {
        (milder, "milder", worse, "worse")
    } else {
        (worse, "worse", milder, "milder")
    };
    let come = comes(&more);
    format!("{more} of {of} histories {come} to a {way} end, {fewer} to a {other} one")
}

/// "; wars fall by 42", where they surely move.
fn wars(variant: &Variant, trials: u64) -> String {
    let wars = variant.difference(Quantity::Wars);
    let moved = nearest(wars.value.abs() * moves_of(trials) as f64) as u64;
    if !wars.is_sure() || moved == 0 {
        return String::new();
    }
    let way = if wars.value > 0.0 { "rise" } else { "fall" };
    format!("; wars {way} by {}", count(moved))
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
