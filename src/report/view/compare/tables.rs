//! The tables of a variant beside its base.

use crate::numerals::{count, signed};
use crate::quantities::Quantity;
use crate::report::layout::plain;
use crate::report::prose::{Table, TableRow, Track};
use crate::report::words::{outcome_label, places_apart, places_of, share_within};
use crate::sim::Outcome;
use crate::stats::{End, Interval, Lack, Share};
use crate::study::{Case, Contrast, Difference, Findings, QuantityMean, Variant};
use crate::tally::Pair;

/// How wide a cell of the flips is.
const CELL: usize = 11;
/// How wide the column of the base is, the narrowest.
const COLUMN: usize = 9;
/// Below this many differing histories, the report gives their number.
pub const FEW: u64 = 30;
/// Stands for what the inputs exclude.
const CANNOT: &str = "cannot";
/// How wide a label may be.
const LABEL: usize = 25;

/// The head of a column of flips, for which there is little room.
const fn head(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "No force",
        Outcome::OneSided => "One side",
        Outcome::OneRound => "Once each",
        Outcome::SeveralRounds => "Several",
        Outcome::LimitedWar => "Limited",
        Outcome::War => "Full-scale",
        Outcome::Unresolved => "Going on",
    }
}

/// A table of labels, and what base and variant come to.
fn table(title: &str) -> Table {
    Table {
        indent: 2,
        columns: vec![
            Track::label(LABEL),
            Track::right(0, COLUMN),
            Track::right(0, 10),
            Track::right(0, 10),
            Track::left(3, 0),
        ],
        heading: [title, "before", "after", "change", "95 % interval"]
            .map(str::to_owned)
            .into(),
        rows: Vec::new(),
    }
}

/// The shares of outcomes.
pub fn shares(base: &Findings, variant: &Variant) -> Table {
    let all = variant.findings.trials;
    let mut table = table("How the first crisis ends");
    for (outcome, contrast) in Outcome::ALL.into_iter().zip(&variant.outcomes) {
        let sides = [contrast.base, contrast.variant].map(|case| side(&case, all));
        let label = outcome_label(outcome);
        table.cells(row(label, sides, &contrast.difference, 100.0));
        if outcome == Outcome::War {
            let sides = [base, &variant.findings].map(|findings| side(&findings.wars(), all));
            let difference = variant.difference(Quantity::Wars);
            table.cells(row(Quantity::Wars.label(), sides, &difference, 100.0));
        }
    }
    table
}

/// A share on one of the two sides.
fn side(case: &Case, trials: u64) -> String {
    match case.share.interval {
        Interval::Excluded => CANNOT.to_owned(),
        Interval::Fixed => "always".to_owned(),
        Interval::Estimated { .. } => percent(case, trials),
    }
}

/// The means of quantities, but for those that the inputs exclude in both.
pub fn means(variant: &Variant) -> Table {
    let all = variant.findings.trials;
    let mut table = table("On average");
    for (quantity, contrast) in Pair::MEANS.into_iter().zip(&variant.means) {
        let Contrast {
            base,
            variant: changed,
            difference,
        } = contrast;
        if base.interval.is_excluded() && changed.interval.is_excluded() {
            continue;
        }
        let sides = [base, changed].map(|mean| average(mean, quantity.is_share(), all));
        let scale = if quantity.is_share() { 100.0 } else { 1.0 };
        table.cells(row(quantity.label(), sides, difference, scale));
    }
    table
}

/// A share beside another: finer than its interval, since what lies between the two is known
/// better.
fn percent(case: &Case, trials: u64) -> String {
    let words = share_within(case, trials, 2, COLUMN - 2).unwrap_or_default();
    if words.ends_with(|last: char| last.is_ascii_digit()) {
        format!("{words} %")
    } else {
        words
    }
}

/// A mean beside another, likewise.
fn average(mean: &QuantityMean, is_share: bool, trials: u64) -> String {
    if mean.interval.is_excluded() {
        return CANNOT.to_owned();
    }
    if is_share {
        let share = Share {
            share: mean.mean,
            interval: mean.interval,
        };
        return percent(
            &Case {
                share,
                excluded: None,
            },
            trials,
        );
    }
    let fine = format!("{:.*}", places_of(mean.interval, 1.0, 3), mean.mean);
    if fine.chars().count() < COLUMN {
        fine
    } else {
        format!("{:.3}", mean.mean)
    }
}

fn row(
    label: &str,
    [base, variant]: [String; 2],
    difference: &Difference,
    scale: f64,
) -> [String; 5] {
    let places = places_apart(difference.interval, scale, if scale > 1.0 { 2 } else { 3 });
    let change = plain(&signed(difference.value * scale, places));
    let (change, interval) = match difference.interval {
        Interval::Excluded => (String::new(), "cannot occur".to_owned()),
        Interval::Fixed => (change, "the inputs fix it".to_owned()),
        Interval::Estimated { low, high } => {
            let low = end_in_figures(low, scale, places);
            let high = end_in_figures(high, scale, places);
            match (low, high, difference.interval.lack()) {
                (Some(low), Some(high), _) => {
                    (change, format!("{low} to {high}{}", few(difference)))
                }
                (.., lack) => (change, lack.map_or("", Lack::words).to_owned()),
            }
        }
    };
    [label.to_owned(), base, variant, change, interval]
}

/// An end of the interval of a difference, where it is known.
fn end_in_figures(end: End, scale: f64, places: usize) -> Option<String> {
    end.at().map(|end| plain(&signed(end * scale, places)))
}

/// How many histories differ, in brackets, where they are few.
pub fn few(difference: &Difference) -> String {
    if (1..FEW).contains(&difference.differ) {
        format!(" ({})", difference.differ)
    } else {
        String::new()
    }
}

/// From what to what: rows are the base's outcomes, columns the variant's.
pub fn flips(variant: &Variant) -> Table {
    let mut columns = vec![Track::right(3, CELL)];
    columns.extend([Track::right(0, CELL); Outcome::ALL.len() - 1]);
    let heading = Outcome::ALL.map(|outcome| head(outcome).to_owned()).into();
    let mut table = Table {
        columns,
        heading,
        ..Table::default()
    };
    for (outcome, row) in Outcome::ALL.into_iter().zip(&variant.flips) {
        if row.iter().sum::<u64>() == 0 {
            continue;
        }
        table.label(format!("  {}", outcome_label(outcome)));
        table.rows.push(TableRow::Cells(
            row.iter().map(|&trials| cell(trials)).collect(),
        ));
    }
    table
}

fn cell(trials: u64) -> String {
    if trials == 0 {
        "-".to_owned()
    } else {
        count(trials)
    }
}
