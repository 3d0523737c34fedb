//! What changes make of it, as titles: which wars or other ends they move, from how many to how
//! many histories.

mod called;
mod cases;
mod phrases;
mod several;

pub use called::called;
pub use cases::cases_headline;
pub use phrases::{happens, outcome_noun};

use super::changes::{changed_sentence, points};
use super::ends::{Ends, calmer_and_worse, ends_of, flips_of};
use super::figures::Shown;
use super::outcomes::outcome_label;
use super::statements::INTERVALS;
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::{Case, Comparison, Difference, Findings, Variant};
use phrases::in_so_many;

/// An interval of wars that reaches farther than this to either side, as a share, says too little
/// for "hardly changes".
const BLURRED: f64 = 0.02;

/// The finding of a comparison in one sentence, without a full stop: from what to what a change
/// moves wars or, where it hardly moves them, what it moves most; of several changes their range.
#[must_use]
pub fn changes_headline(comparison: &Comparison, names: &[&str]) -> String {
    match (comparison.variants.as_slice(), names) {
        ([variant], [name]) => Beside::new(comparison, variant).in_words(name),
        _ => several::headline(comparison, names),
    }
}

/// A variant beside the base, with the whole numbers that stand for both.
struct Beside<'c> {
    comparison: &'c Comparison,
    variant: &'c Variant,
    before: Ends,
    after: Ends,
}

impl<'c> Beside<'c> {
    fn new(comparison: &'c Comparison, variant: &'c Variant) -> Self {
        let of = ends_of(comparison);
        Self {
            comparison,
            variant,
            before: Ends::new(&comparison.base, of),
            after: Ends::new(&variant.findings, of),
        }
    }

    fn in_words(&self, name: &str) -> String {
        let with = format!("With {}", called(name));
        let trials = self.comparison.trials;
        if self.is_identical() {
            return format!("{with} nothing changes");
        }
        if self.variant.changed == 0 {
            return format!("{with} no history of {} ends differently", count(trials));
        }
        let largest = self.largest();
        // What is still going on may yet come to war.
        if self.moves_wars() && largest != Some(Outcome::Unresolved) {
            return format!("{with} {}", self.wars());
        }
        match largest {
            Some(outcome) => format!("{with} {}", self.other_end(outcome)),
            None if self.is_blurred() => changed_sentence(&called(name), self.variant, trials)
                .trim_end_matches('.')
                .to_owned(),
            None => format!("{with} hardly anything changes{}", self.level()),
        }
    }

    /// Whether the inputs are the same in both.
    fn is_identical(&self) -> bool {
        let outcomes = self.variant.outcomes.iter().map(|beside| beside.difference);
        let means = self.variant.means.iter().map(|beside| beside.difference);
        let mut all = outcomes.chain(means);
        self.variant.changed == 0
            && all.all(|difference| !matches!(difference.interval, Interval::Estimated { .. }))
    }

    /// Whether wars surely move, by as much as the figures show.
    fn moves_wars(&self) -> bool {
        let difference = self.variant.difference(Quantity::Wars);
        self.shows(&difference, self.before.wars, self.after.wars)
    }

    /// Whether something surely moves by half a history or more of those that figures are of, and its
    /// figures differ: less is a matter of rounding.
    fn shows(&self, difference: &Difference, before: u64, after: u64) -> bool {
        let moved = difference.value.abs() * self.before.of as f64;
        difference.is_sure() && before != after && moved >= 0.5
    }

    /// "wars fall from 8 to 4 of 100 histories"
    fn wars(&self) -> String {
        let way = way(&self.variant.difference(Quantity::Wars));
        let before = plain(self.before.wars, &self.comparison.base.wars());
        let after = plain(self.after.wars, &self.variant.findings.wars());
        format!(
            "wars {way} from {before} to {after} of {}",
            histories(self.before.of)
        )
    }

    /// The end that surely moves most, by as much as the figures show.
    fn largest(&self) -> Option<Outcome> {
        let mut largest: Option<(Outcome, f64)> = None;
        for outcome in Outcome::ALL {
            let difference = self.variant.outcomes[outcome].difference;
            let size = difference.value.abs();
            let [before, after] = [&self.before, &self.after].map(|ends| ends.outcomes[outcome]);
            if self.shows(&difference, before, after) && largest.is_none_or(|(_, most)| size > most)
            {
                largest = Some((outcome, size));
            }
        }
        largest.map(|(outcome, _)| outcome)
    }

    /// "only one side strikes in 26 of 100 histories, up from 10; wars hardly change"
    fn other_end(&self, outcome: Outcome) -> String {
        let contrast = &self.variant.outcomes[outcome];
        let before = plain(self.before.outcomes[outcome as usize], &contrast.base);
        let after = plain(self.after.outcomes[outcome as usize], &contrast.variant);
        let way = if contrast.difference.value > 0.0 {
            "up"
        } else {
            "down"
        };
        let of = histories(self.before.of);
        let wars = match outcome {
            _ if self.moves_wars() => "",
            _ if self.is_without_wars() => "",
            Outcome::LimitedWar | Outcome::War => "; wars together hardly change",
            _ => "; wars hardly change",
        };
        let clause = in_so_many(outcome, &format!("{after} of {of}"));
        format!("{clause}, {way} from {before}{wars}")
    }

    fn is_without_wars(&self) -> bool {
        self.comparison.base.wars().excluded.is_some()
            && self.variant.findings.wars().excluded.is_some()
    }

    /// Whether too little was run to say that wars hardly change.
    fn is_blurred(&self) -> bool {
        let difference = self.variant.difference(Quantity::Wars);
        match difference.interval {
            Interval::Estimated { .. } => difference
                .ends()
                .is_none_or(|(low, high)| low < -BLURRED || high > BLURRED),
            Interval::Excluded | Interval::Fixed => false,
        }
    }

    /// ": wars stay at 8 of 100 histories"
    fn level(&self) -> String {
        if self.is_without_wars() {
            return String::new();
        }
        let wars = plain(self.before.wars, &self.comparison.base.wars());
        format!(
            ": wars stay at about {wars} of {}",
            histories(self.before.of)
        )
    }
}

/// Which way a share goes.
fn way(difference: &Difference) -> &'static str {
    if difference.value > 0.0 {
        "rise"
    } else {
        "fall"
    }
}

/// So many histories within a sentence: some are never none.
fn plain(histories: u64, case: &Case) -> String {
    if histories == 0 && case.share.share > 0.0 {
        "under 1".to_owned()
    } else {
        count(histories)
    }
}

/// "100 histories"
fn histories(number: u64) -> String {
    if number == 1 {
        "1 history".to_owned()
    } else {
        format!("{} histories", count(number))
    }
}

/// A whole comparison as a paragraph; `changes` are what was changed in each variant, in words.
#[must_use]
pub fn changes_in_words(comparison: &Comparison, names: &[&str], changes: &[&[String]]) -> String {
    let mut variants = Vec::new();
    for (at, (variant, name)) in comparison.variants.iter().zip(names).enumerate() {
        let changed = changes
            .get(at)
            .map_or(String::new(), |changes| changes.join("; "));
        variants.push(variant_in_words(comparison, variant, name, &changed));
    }
    format!("{} {INTERVALS}", variants.join(" "))
}

/// A variant beside the base as some sentences.
fn variant_in_words(
    comparison: &Comparison,
    variant: &Variant,
    name: &str,
    changed: &str,
) -> String {
    let trials = comparison.trials;
    let of = flips_of(comparison);
    let [calmer, worse] = calmer_and_worse(variant, trials, of);
    let changed = if changed.is_empty() {
        String::new()
    } else {
        format!(" ({changed})")
    };
    let mut rows = vec![wars_in_words(&comparison.base, variant, trials)];
    rows.extend(Outcome::ALL.map(|outcome| {
        let contrast = &variant.outcomes[outcome];
        let sides = [&contrast.base, &contrast.variant];
        contrast_in_words(outcome_label(outcome), sides, &contrast.difference, trials)
    }));
    format!(
        "With {}{changed}: of {} {calmer} end calmer and {worse} worse; {}.",
        called(name),
        histories(of),
        rows.join("; ")
    )
}

fn wars_in_words(base: &Findings, variant: &Variant, trials: u64) -> String {
    let sides = [base.wars(), variant.findings.wars()];
    let difference = variant.difference(Quantity::Wars);
    let sides = [&sides[0], &sides[1]];
    contrast_in_words(Quantity::Wars.label(), sides, &difference, trials)
}

/// A share in the base and in a variant, and the change.
fn contrast_in_words(
    label: &str,
    sides: [&Case; 2],
    difference: &Difference,
    trials: u64,
) -> String {
    let [base, changed] = sides.map(|case| Shown::of(case, trials).in_words());
    match points(difference) {
        Some((value, interval)) => {
            format!(
                "{label}: in the baseline {base}, then {changed}, change {value} points ({interval})"
            )
        }
        None => format!("{label}: {base}"),
    }
}

#[cfg(test)]
mod tests;
