//! The range that several changes span, in one sentence.

use super::phrases::happens;
use super::{histories, plain};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::cut::shortened;
use crate::report::words::ends::{Ends, ends_of};
use crate::sim::Outcome;
use crate::study::{Case, Comparison, Difference, Findings, Variant};

/// Maximum characters of a name at an end of the range, and of each where two share that end.
const MOST_NAME: usize = 48;
const MOST_OF_TWO: usize = 34;

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

/// "Wars range from 4 of 100 histories (a hotline) to 31 (soldiers struck); as it is: 8"
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
            Ranged::Wars => {
                format!("With each of {many} changes wars come to {low} of {all}; as it is: {base}")
            }
            Ranged::End(outcome) => {
                let happens = happens(outcome);
                format!("With each of {many} changes {happens} in {low} of {all}; as it is: {base}")
            }
        };
    }
    // Where the ends themselves may be alike, neither is named.
    let [lowest, highest] = if is_near(least, most) {
        [String::new(), String::new()]
    } else {
        [least, most].map(|end| names(rows, end).map_or_else(String::new, |it| format!(" ({it})")))
    };
    let head = match of {
        Ranged::Wars => "Wars range from".to_owned(),
        Ranged::End(outcome) => format!("{} in", capital(happens(outcome))),
    };
    format!("{head} {low} of {all}{lowest} to {high}{highest}; as it is: {base}")
}

/// The names of those at an end of the range: of one or two; of more, how many they are. None where
/// others with other numbers may be there as well.
fn names(rows: &[Row<'_>], end: &Row<'_>) -> Option<String> {
    let mut alike: Vec<&Row<'_>> = rows.iter().collect();
    alike.retain(|row| row.number == end.number || is_near(row, end));
    if alike.iter().any(|row| row.number != end.number) {
        return None;
    }
    Some(match alike.as_slice() {
        [only] => shortened(only.name, MOST_NAME),
        [one, other] => format!(
            "{} and {}",
            shortened(one.name, MOST_OF_TWO),
            shortened(other.name, MOST_OF_TWO)
        ),
        more => format!("{} changes", more.len()),
    })
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
        "{head} surely moves wars: as it is, {base} of {}",
        histories(ends_of(comparison))
    )
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}", letters.as_str())
}
