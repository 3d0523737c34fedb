//! A comparison in words and tables: for each variant the inputs that differ, shares and means side by side, and flips.

use super::history;
use crate::error::printable;
use crate::numerals::{count, signed, times};
use crate::report::layout::{fitted, plain};
use crate::report::prose::{Prose, Row, Table, Track};
use crate::report::words::{
    INTERVALS, PURPOSE, changed_sentence, outcome_label, places_of, share_within, title, trials, wide,
};
use crate::scenario::{Difference as Input, readable};
use crate::sim::Outcome;
use crate::stats::{End, Interval, Lack, Share};
use crate::study::{
    Case, CompareStudy, Contrast, Difference, Findings, Mismatch, QuantityMean, Variant, VariantSubject,
};
use crate::tally::Pair;

/// How wide a cell of the flips is.
const CELL: usize = 11;
/// How wide the column of the base is, the narrowest.
const COLUMN: usize = 9;
/// Below this many differing histories, the report gives their number.
const FEW: u64 = 30;
/// Stands for what the inputs exclude.
const CANNOT: &str = "cannot";
/// How wide a label may be.
const LABEL: usize = 25;
/// How wide a path may be.
const PATH: usize = 40;

/// The head of a column of flips, for which there is little room.
const fn head(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "No force",
        Outcome::OneSided => "One side",
        Outcome::OneRound => "Once each",
        Outcome::Feud => "Feud",
        Outcome::LimitedWar => "Limited",
        Outcome::War => "Full-scale",
        Outcome::Unresolved => "Unresolved",
    }
}

/// The prose of a comparison.
#[must_use]
pub fn prose(study: &CompareStudy) -> Prose {
    let mut prose = Prose::default();
    prose.paragraph(printable(&title(&study.base)));
    prose.line(PURPOSE);
    let early = if study.complete { "" } else { " (stopped early)" };
    let number = study.comparison.trials;
    prose.gap();
    prose.paragraph(format!("{} of each{early}, seed {}, on the same luck. {INTERVALS}", trials(number), study.seed));
    if let Some(wide) = wide(number) {
        prose.paragraph(format!("{wide}."));
    }
    prose.line("Differences of shares are in percentage points.");
    for (subject, variant) in study.variants.iter().zip(&study.comparison.variants) {
        beside(&mut prose, study, subject, variant);
    }
    prose
}

/// A variant beside the base.
fn beside(prose: &mut Prose, study: &CompareStudy, subject: &VariantSubject, variant: &Variant) {
    let name = printable(&subject.name);
    prose.gap();
    prose.line(format!("== {name} =="));
    differing(prose, &subject.inputs);
    prose.gap();
    prose.table(shares(variant));
    prose.gap();
    prose.table(means(variant));
    notes(prose, &study.comparison.base, variant);
    prose.gap();
    prose.line("From (row) to (column), histories");
    prose.table(flips(variant));
    prose.gap();
    prose.paragraph(changed_sentence(&name, variant, study.comparison.trials));
    if let Some(gain) = variant.middle_gain() {
        prose.paragraph(format!(
            "Runs without the same luck would need about {} times the trials for differences as sure as these (the middle \
             of the outcomes).",
            times(gain)
        ));
    }
    match &subject.flipped {
        Ok(flipped) => {
            for pair in flipped {
                history::divergence(prose, &study.base.names, &name, pair);
            }
        }
        Err(why) => prose.paragraph(format!("No single histories are shown: {}.", mismatch(*why))),
    }
}

/// Why no histories are shown.
#[must_use]
pub const fn mismatch(why: Mismatch) -> &'static str {
    match why {
        Mismatch::Opener => "in the two scenarios another actor opens",
        Mismatch::Actors => "the two scenarios have other actors",
        Mismatch::Ladders => "the two scenarios have other ladders",
    }
}

fn differing(prose: &mut Prose, inputs: &[Input]) {
    prose.gap();
    if inputs.is_empty() {
        return prose.line("No input differs: both give the same results.");
    }
    prose.line("Inputs that differ");
    let shown = |value: &Option<String>| value.as_deref().map_or_else(|| "not there".to_owned(), readable);
    for input in inputs {
        let change = format!("{} -> {}", shown(&input.before), shown(&input.after));
        prose.entry(2, format!("{}  ", fitted(&input.path, PATH)), change);
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
        heading: [title, "base", "variant", "change", "95 % interval"].map(str::to_owned).into(),
        rows: Vec::new(),
    }
}

fn shares(variant: &Variant) -> Table {
    let all = variant.findings.trials;
    let mut table = table("How the opening crisis ends");
    for (outcome, contrast) in Outcome::ALL.into_iter().zip(&variant.outcomes) {
        let sides = [contrast.base, contrast.variant].map(|case| match case.share.interval {
            Interval::Excluded => CANNOT.to_owned(),
            Interval::Fixed => "always".to_owned(),
            Interval::Estimated { .. } => percent(&case, all),
        });
        table.cells(row(outcome_label(outcome), sides, &contrast.difference, 100.0));
    }
    table
}

fn means(variant: &Variant) -> Table {
    let all = variant.findings.trials;
    let mut table = table("On average");
    for (quantity, contrast) in Pair::MEANS.into_iter().zip(&variant.means) {
        let Contrast { base, variant: changed, difference } = contrast;
        if base.interval.is_excluded() && changed.interval.is_excluded() {
            continue;
        }
        let sides = [base, changed].map(|mean| average(mean, quantity.is_share(), all));
        let scale = if quantity.is_share() { 100.0 } else { 1.0 };
        table.cells(row(quantity.label(), sides, difference, scale));
    }
    table
}

/// What is to be known of the rows above.
fn notes(prose: &mut Prose, base: &Findings, variant: &Variant) {
    let of_outcomes = variant.outcomes.iter().map(|contrast| contrast.difference);
    let mut differences = of_outcomes.chain(variant.means.iter().map(|contrast| contrast.difference));
    if differences.any(|difference| !few(&difference).is_empty()) {
        prose.gap();
        prose.line(format!("In brackets: how many histories differ, where fewer than {FEW} do."));
    }
    let (before, after) = (base.unresolved, variant.findings.unresolved);
    if before + after > 0 {
        let still = format!("{} in the base, {} in the variant", count(before), count(after));
        prose.paragraph(format!("Unresolved at the horizon, so that no end is counted: {still}."));
    }
}

/// A share beside another: finer than its interval, since what lies between the two is known better.
fn percent(case: &Case, trials: u64) -> String {
    let words = share_within(case, trials, 2, COLUMN - 2).unwrap_or_default();
    if words.ends_with(|last: char| last.is_ascii_digit()) { format!("{words} %") } else { words }
}

/// A mean beside another, likewise.
fn average(mean: &QuantityMean, is_share: bool, trials: u64) -> String {
    if mean.interval.is_excluded() {
        return CANNOT.to_owned();
    }
    if is_share {
        let share = Share { share: mean.mean, interval: mean.interval };
        return percent(&Case { share, excluded: None }, trials);
    }
    let fine = format!("{:.*}", places_of(mean.interval, 1.0, 3), mean.mean);
    if fine.chars().count() < COLUMN { fine } else { format!("{:.3}", mean.mean) }
}

fn row(label: &str, [base, variant]: [String; 2], difference: &Difference, scale: f64) -> [String; 5] {
    let places = places_of(difference.interval, scale, if scale > 1.0 { 2 } else { 3 });
    let change = plain(&signed(difference.value * scale, places));
    let end = |end: End| end.at().map(|end| plain(&signed(end * scale, places)));
    let (change, interval) = match difference.interval {
        Interval::Excluded => (String::new(), "cannot occur".to_owned()),
        Interval::Fixed => (change, "the inputs fix it".to_owned()),
        Interval::Estimated { low, high } => match (end(low), end(high), difference.interval.lack()) {
            (Some(low), Some(high), _) => (change, format!("{low} to {high}{}", few(difference))),
            (.., lack) => (change, lack.map_or("", Lack::words).to_owned()),
        },
    };
    [label.to_owned(), base, variant, change, interval]
}

/// How many histories differ, in brackets, where they are few.
fn few(difference: &Difference) -> String {
    if (1..FEW).contains(&difference.differ) { format!(" ({})", difference.differ) } else { String::new() }
}

/// From what to what: rows are the base's outcomes, columns the variant's.
fn flips(variant: &Variant) -> Table {
    let mut columns = vec![Track::right(3, CELL)];
    columns.extend([Track::right(0, CELL); Outcome::ALL.len() - 1]);
    let heading = Outcome::ALL.map(|outcome| head(outcome).to_owned()).into();
    let mut table = Table { columns, heading, ..Table::default() };
    for (outcome, row) in Outcome::ALL.into_iter().zip(&variant.flips) {
        if row.iter().sum::<u64>() == 0 {
            continue;
        }
        table.label(format!("  {}", outcome_label(outcome)));
        table.rows.push(Row::Cells(row.iter().map(|&trials| cell(trials)).collect()));
    }
    table
}

fn cell(trials: u64) -> String {
    if trials == 0 { "-".to_owned() } else { count(trials) }
}
