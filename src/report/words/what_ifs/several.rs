//! The range that several changes span, in one sentence.

use super::phrases::happens;
use super::{called, histories, plain};
use crate::error::capitalised;
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::cut::shortened;
use crate::report::words::ends::{Ends, ends_of};
use crate::sim::Outcome;
use crate::study::{Case, Comparison, Difference, Findings, Variant};

/// Maximum characters of a name at an end of the range, and of each where two share that end.
const MOST_NAME: usize = 38;
const MOST_OF_TWO: usize = 24;

/// What is wider by no more than this is as wide.
const TIED: f64 = 1e-9;

/// What a range is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ranged {
    Wars,
    End(Outcome),
}

/// A variant and how often it meets that.
struct Row<'c> {
    name: &'c str,
    case: Case,
    number: u64,
    difference: Difference,
}

/// The finding of several variants: the range of wars, or of what else ranges most, in the numbers
/// that their rows show; none of several with one number is named alone.
pub fn headline(comparison: &Comparison, names: &[&str]) -> String {
    let many = comparison.variants.len();
    if many == 0 {
        return "There is nothing to compare".to_owned();
    }
    if comparison
        .variants
        .iter()
        .all(|variant| variant.changed == 0)
    {
        let all = count(comparison.trials);
        return format!("With none of {many} changes a history of {all} ends differently");
    }
    let wars = rows(comparison, names, Ranged::Wars);
    if wars
        .iter()
        .any(|row| moves(row, base_number(comparison, Ranged::Wars)))
    {
        return range(comparison, Ranged::Wars, &wars);
    }
    let widest = Outcome::ALL
        .into_iter()
        .map(|outcome| (outcome, rows(comparison, names, Ranged::End(outcome))))
        .filter(|(outcome, rows)| {
            let base = base_number(comparison, Ranged::End(*outcome));
            rows.iter().any(|row| moves(row, base))
        })
        .reduce(|best, next| {
            if width(&next.1) > width(&best.1) + TIED {
                next
            } else {
                best
            }
        });
    match widest {
        Some((outcome, rows)) => range(comparison, Ranged::End(outcome), &rows),
        None => none_moves(comparison),
    }
}

fn rows<'c>(comparison: &'c Comparison, names: &[&'c str], of: Ranged) -> Vec<Row<'c>> {
    let all = comparison.variants.iter().zip(names);
    all.map(|(variant, name)| Row {
        name,
        case: case(&variant.findings, of),
        number: number(&variant.findings, of, comparison),
        difference: difference(variant, of),
    })
    .collect()
}

fn case(findings: &Findings, of: Ranged) -> Case {
    match of {
        Ranged::Wars => findings.wars(),
        Ranged::End(outcome) => *findings.outcome(outcome),
    }
}

fn number(findings: &Findings, of: Ranged, comparison: &Comparison) -> u64 {
    let ends = Ends::new(findings, ends_of(comparison));
    match of {
        Ranged::Wars => ends.wars,
        Ranged::End(outcome) => ends.outcomes[outcome as usize],
    }
}

fn difference(variant: &Variant, of: Ranged) -> Difference {
    match of {
        Ranged::Wars => variant.difference(Quantity::Wars),
        Ranged::End(outcome) => variant.outcomes[outcome].difference,
    }
}

fn base_number(comparison: &Comparison, of: Ranged) -> u64 {
    number(&comparison.base, of, comparison)
}

/// Whether a change surely moves it, by as much as the figures show.
fn moves(row: &Row<'_>, base: u64) -> bool {
    row.difference.is_sure() && row.number != base
}

fn share(row: &Row<'_>) -> f64 {
    row.case.share.share
}

/// How far apart the least and the most are.
fn width(rows: &[Row<'_>]) -> f64 {
    let most = rows.iter().map(share).fold(0.0, f64::max);
    let least = rows.iter().map(share).fold(1.0, f64::min);
    most - least
}

/// "Wars: fewest with a hotline (4 of 100), most with “soldiers struck” (31); baseline 8"
fn range(comparison: &Comparison, of: Ranged, rows: &[Row<'_>]) -> String {
    let mut sorted: Vec<&Row<'_>> = rows.iter().collect();
    sorted.sort_by(|a, b| share(a).total_cmp(&share(b)));
    let [least, .., most] = sorted.as_slice() else {
        return none_moves(comparison);
    };
    let all = histories(ends_of(comparison));
    let base = plain(base_number(comparison, of), &case(&comparison.base, of));
    let low = plain(least.number, &least.case);
    let high = plain(most.number, &most.case);
    if least.number == most.number {
        let many = rows.len();
        return match of {
            Ranged::Wars => format!(
                "With each of {many} changes wars come to {low} of {all}; the baseline: {base}"
            ),
            Ranged::End(outcome) => {
                let happens = happens(outcome);
                format!(
                    "With each of {many} changes {happens} in {low} of {all}; the baseline: {base}"
                )
            }
        };
    }
    let [head, fewest, most_words] = match of {
        Ranged::Wars => ["Wars".to_owned(), "fewest".to_owned(), "most".to_owned()],
        Ranged::End(outcome) => [
            capitalised(happens(outcome)),
            "least often".to_owned(),
            "most often".to_owned(),
        ],
    };
    // Where the ends themselves may be alike, or one between them may be either, none is named.
    if rows
        .iter()
        .any(|row| is_alike(row, least) && is_alike(row, most))
    {
        return format!("{head}: from {low} to {high} of {all}; baseline {base}");
    }
    let [lowest, highest] = [least, most].map(|end| Named::of(rows, end));
    let of_all = count(ends_of(comparison));
    format!(
        "{head}: {fewest} with {} ({} of {of_all}), {most_words} with {} ({}); baseline {base}",
        lowest.names, lowest.numbers, highest.names, highest.numbers
    )
}

/// Those at an end of the range: that with the end, and those that may come to the same.
struct Named {
    /// Of one or two; of more, how many they are.
    names: String,
    /// "3", or "3 to 4" where their numbers differ.
    numbers: String,
}

impl Named {
    fn of(rows: &[Row<'_>], end: &Row<'_>) -> Self {
        let mut alike: Vec<&Row<'_>> = rows.iter().collect();
        alike.retain(|row| is_alike(row, end));
        alike.sort_by(|a, b| share(a).total_cmp(&share(b)));
        let names = match alike.as_slice() {
            [only] => called(&shortened(only.name, MOST_NAME)),
            [one, other] => {
                let [one, other] =
                    [one, other].map(|row| called(&shortened(row.name, MOST_OF_TWO)));
                format!("{one} and {other}")
            }
            more => format!("{} changes", more.len()),
        };
        let [low, high] = [alike.first(), alike.last()]
            .map(|row| row.map_or_else(String::new, |row| plain(row.number, &row.case)));
        let numbers = if low == high {
            low
        } else {
            format!("{low} to {high}")
        };
        Self { names, numbers }
    }
}

/// Whether two changes have one number, or may come to the same.
fn is_alike(one: &Row<'_>, other: &Row<'_>) -> bool {
    one.number == other.number || is_near(one, other)
}

/// Whether two changes may come to the same: the intervals of what they change in the base meet.
/// These rest on the same histories, so that they are much narrower than those of the shares.
fn is_near(one: &Row<'_>, other: &Row<'_>) -> bool {
    match (one.difference.ends(), other.difference.ends()) {
        (Some((low, high)), Some((from, to))) => low <= to && from <= high,
        _ => false,
    }
}

fn none_moves(comparison: &Comparison) -> String {
    let many = comparison.variants.len();
    let wars = comparison.base.wars();
    let head = if many == 2 {
        "Neither of 2 changes".to_owned()
    } else {
        format!("None of {many} changes")
    };
    if wars.excluded.is_some() {
        return format!("{head} surely moves how it ends");
    }
    let base = plain(base_number(comparison, Ranged::Wars), &wars);
    format!(
        "{head} surely moves wars: the baseline has {base} of {}",
        histories(ends_of(comparison))
    )
}
