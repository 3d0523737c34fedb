//! The rows of a chart of one variant.

use crate::numerals::signed;
use crate::quantities::Quantity;
use crate::report::chart::style::{BETTER, Colour, INK, MUTED, WORSE};
use crate::report::words::{Ends, ends_of, outcome_label};
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::{Case, Comparison, Difference, Variant};

/// Both wars.
const WARS: [Outcome; 2] = [Outcome::LimitedWar, Outcome::War];
/// The ends below war, from the gravest.
const OTHERS: [Outcome; 5] = [
    Outcome::SeveralRounds,
    Outcome::OneRound,
    Outcome::OneSided,
    Outcome::NoForce,
    Outcome::Unresolved,
];

/// How much a row weighs among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// The first: both wars.
    First,
    /// A part of the first.
    Part,
    /// Any other.
    Other,
}

/// A row.
pub struct CompareRow {
    pub rank: Rank,
    pub label: &'static str,
    /// In the base and in the variant.
    pub sides: [Side; 2],
    /// Whether the two surely differ.
    pub is_sure: bool,
    /// Whether they differ by more than the figures show.
    pub moves: bool,
    /// How many histories differ in it.
    differ: u64,
    /// How many more of a hundred histories surely meet it; zero where that is not sure.
    more: f64,
    /// The colour of what moves: only wars have a hue, by whether they fall or rise.
    pub colour: Colour,
}

/// A row on one side.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    pub case: Case,
    /// How many histories it stands for, of as many as all numbers refer to.
    pub number: u64,
}

impl Side {
    /// Whether it can occur.
    pub fn is_there(&self) -> bool {
        self.case.excluded.is_none() && !self.case.share.interval.is_excluded()
    }

    /// Its number in figures: some are never none.
    pub fn in_figures(&self) -> String {
        match self.number {
            0 if self.case.share.share > 0.0 => "<1".to_owned(),
            number => crate::numerals::count(number),
        }
    }
}

/// The rows of a variant beside its base, war first; without what can occur in neither.
pub fn rows(comparison: &Comparison, variant: &Variant) -> Vec<CompareRow> {
    let of = ends_of(comparison);
    let ends = [
        Ends::new(&comparison.base, of),
        Ends::new(&variant.findings, of),
    ];
    let wars = [comparison.base.wars(), variant.findings.wars()];
    let mut rows = vec![CompareRow::new(
        Rank::First,
        "War",
        [0, 1].map(|side| Side {
            case: wars[side],
            number: ends[side].wars,
        }),
        variant.difference(Quantity::Wars),
    )];
    for outcome in WARS.into_iter().chain(OTHERS) {
        let contrast = &variant.outcomes[outcome];
        let cases = [contrast.base, contrast.variant];
        let label = match outcome {
            Outcome::LimitedWar => "limited",
            Outcome::War => "full-scale",
            other => outcome_label(other),
        };
        let rank = if WARS.contains(&outcome) {
            Rank::Part
        } else {
            Rank::Other
        };
        let sides = [0, 1].map(|side| Side {
            case: cases[side],
            number: ends[side].outcomes[outcome as usize],
        });
        rows.push(CompareRow::new(rank, label, sides, contrast.difference));
    }
    rows.retain(|row| row.sides.iter().any(Side::is_there));
    rows.retain(|row| !row.is_empty_aside());
    rows
}

impl CompareRow {
    /// The two sides, where each can occur.
    pub fn both(&self) -> Option<[Side; 2]> {
        let are_there = self.sides.iter().all(Side::is_there);
        are_there.then_some(self.sides)
    }

    fn new(rank: Rank, label: &'static str, sides: [Side; 2], difference: Difference) -> Self {
        let is_sure = difference.is_sure();
        Self {
            rank,
            label,
            is_sure,
            moves: sides[0].number != sides[1].number,
            differ: difference.differ,
            more: if is_sure {
                difference.value * 100.0
            } else {
                0.0
            },
            colour: hue(rank, &difference),
            sides,
        }
    }

    /// Whether it is the row of what is unresolved, and nothing is.
    fn is_empty_aside(&self) -> bool {
        let is_aside = self.label == outcome_label(Outcome::Unresolved);
        is_aside && self.sides.iter().all(|side| side.case.share.share <= 0.0)
    }

    /// What is said of a row whose figures are the same on both sides.
    pub fn remark(&self) -> Option<String> {
        let is_fixed = self
            .sides
            .iter()
            .all(|side| matches!(side.case.share.interval, Interval::Fixed));
        let words = match () {
            () if is_fixed => "always: the inputs fix it".to_owned(),
            () if self.more > 0.0 => format!("slightly more ({})", self.in_tenths()),
            () if self.more < 0.0 => format!("slightly fewer ({})", self.in_tenths()),
            () if self.differ > 0 => "hardly moves".to_owned(),
            () => return None,
        };
        Some(words)
    }

    /// How many more of a hundred histories, to a tenth; what is less is not rounded to none.
    fn in_tenths(&self) -> String {
        if self.more.abs() < 0.05 {
            return "by less than 0.1".to_owned();
        }
        signed(self.more, 1)
    }
}

/// The colour of a row. More wars are worse and fewer are better; whether more of another end is
/// better depends on what it takes the place of, so that those rows have no hue.
fn hue(rank: Rank, difference: &Difference) -> Colour {
    match rank {
        _ if !difference.is_sure() => MUTED,
        Rank::Other => INK,
        Rank::First | Rank::Part if difference.value > 0.0 => WORSE,
        Rank::First | Rank::Part => BETTER,
    }
}

/// What can occur neither in the base nor in the variant, each with the reason, in one sentence;
/// empty where there is nothing of that.
pub fn cannot_occur(variant: &Variant) -> String {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for outcome in Outcome::ALL {
        let contrast = &variant.outcomes[outcome];
        let (Some(reason), Some(_)) = (contrast.base.excluded, contrast.variant.excluded) else {
            continue;
        };
        let label = outcome_label(outcome);
        match groups
            .iter_mut()
            .find(|(words, _)| *words == reason.words())
        {
            Some((_, labels)) => labels.push(label),
            None => groups.push((reason.words(), vec![label])),
        }
    }
    let each: Vec<String> = groups
        .iter()
        .map(|(reason, labels)| format!("{} ({reason})", labels.join(", ")))
        .collect();
    if each.is_empty() {
        return String::new();
    }
    format!("Cannot occur here: {}", each.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_wars_have_a_hue() {
        for (rank, value, colour) in [
            (Rank::First, -0.04, BETTER),
            (Rank::Part, 0.01, WORSE),
            (Rank::Part, -0.01, BETTER),
            (Rank::Other, -0.04, INK),
            (Rank::Other, 0.04, INK),
        ] {
            let difference = Difference {
                value,
                interval: Interval::between(value - 0.002, value + 0.002),
                differ: 90,
            };
            assert!(hue(rank, &difference) == colour, "{rank:?} {value}");
        }
    }
}
