//! What a change makes of it, as a table: inputs that differ, shares and means side by side, and the flips.

mod json;

pub use json::json;

use super::layout::{WIDTH, cells, fitted, line, paragraph};
use super::steps;
use crate::error::printable;
use crate::numerals::{count, times};
use crate::report::words::{
    INTERVALS, PURPOSE, changed_sentence, outcome_label, places_of, share_within, trials, wide,
};
use crate::scenario::{Difference as Input, Scenario, readable};
use crate::sim::Outcome;
use crate::stats::{End, Interval, Lack, Share};
use crate::study::{Case, Comparison, Contrast, Difference, Findings, QuantityMean, TracePair, Variant};
use crate::tally::Pair;

/// How wide a cell of the flips is.
const CELL: usize = 11;
/// The heads of its columns, for which there is little room, in the order of [`Outcome::ALL`].
const HEADS: [&str; Outcome::ALL.len()] =
    ["No force", "One side", "Once each", "Feud", "Limited", "Full-scale", "Unresolved"];
/// How wide the column of the base is, the narrowest.
const COLUMN: usize = 9;
/// Below this many differing histories, the report gives their number.
const FEW: u64 = 30;
/// Stands for what the inputs exclude.
const CANNOT: &str = "cannot";
/// How wide a label may be.
const LABEL: usize = 25;

/// A comparison as reports need it.
pub struct Compared<'c> {
    /// The base.
    pub base: &'c Scenario,
    /// The variants: what to call them, what they are, and the inputs that differ.
    pub variants: Vec<(String, &'c Scenario, Vec<Input>)>,
    /// On which seed.
    pub seed: u64,
    /// Whether all trials that were asked for are in it.
    pub complete: bool,
    /// What it showed.
    pub comparison: &'c Comparison,
    /// For each variant, histories that ended differently, step by step; or why they cannot be.
    pub flipped: Vec<Result<Vec<TracePair>, &'static str>>,
}

/// The table, ending in a newline.
#[must_use]
pub fn table(compared: &Compared<'_>) -> String {
    let mut text = String::new();
    paragraph(&mut text, 0, &printable(&super::title(compared.base)));
    line(&mut text, PURPOSE);
    let early = if compared.complete { "" } else { " (stopped early)" };
    let number = compared.comparison.trials;
    let head = format!("{} of each{early}, seed {}, on the same luck. {INTERVALS}", trials(number), compared.seed);
    line(&mut text, "");
    paragraph(&mut text, 0, &head);
    if let Some(wide) = wide(number) {
        paragraph(&mut text, 0, &format!("{wide}."));
    }
    line(&mut text, "Differences of shares are in percentage points.");
    for (((name, _, inputs), variant), flipped) in
        compared.variants.iter().zip(&compared.comparison.variants).zip(&compared.flipped)
    {
        let name = &printable(name);
        line(&mut text, &format!("\n== {name} =="));
        differing(&mut text, inputs);
        shares(&mut text, variant);
        means(&mut text, variant);
        notes(&mut text, &compared.comparison.base, variant);
        flips(&mut text, variant);
        text.push('\n');
        paragraph(&mut text, 0, &changed_sentence(name, variant, compared.comparison.trials));
        if let Some(gain) = variant.middle_gain() {
            let sentence = format!(
                "Runs without the same luck would need about {} times the trials for differences as sure as these (the middle of the outcomes).",
                times(gain)
            );
            paragraph(&mut text, 0, &sentence);
        }
        match flipped {
            Ok(flipped) => {
                for pair in flipped {
                    text.push_str(&steps::divergence(compared.base, name, pair));
                }
            }
            Err(why) => paragraph(&mut text, 0, &format!("No single histories are shown: {why}.")),
        }
    }
    text
}

fn differing(text: &mut String, inputs: &[Input]) {
    if inputs.is_empty() {
        line(text, "\nNo input differs: both give the same results.");
        return;
    }
    line(text, "\nInputs that differ");
    let shown = |value: &Option<String>| value.as_deref().map_or_else(|| "not there".to_owned(), readable);
    for input in inputs {
        let change = format!("{} -> {}", shown(&input.before), shown(&input.after));
        let head = format!("  {}", fitted(&input.path, 40));
        if head.chars().count() + 2 + change.chars().count() <= WIDTH {
            line(text, &format!("{head}  {change}"));
        } else {
            line(text, &head);
            paragraph(text, 6, &change);
        }
    }
}

fn heading(text: &mut String, title: &str, unit: &str) {
    let change = format!("change{unit}");
    line(text, &format!("\n{:<27}{:>9}{:>10}{change:>10}   95 % interval", title, "base", "variant"));
}

fn shares(text: &mut String, variant: &Variant) {
    let all = variant.findings.trials;
    heading(text, "How the opening crisis ends", "");
    for (outcome, contrast) in Outcome::ALL.into_iter().zip(&variant.outcomes) {
        let shown = |case: &Case| match case.share.interval {
            Interval::Excluded => CANNOT.to_owned(),
            Interval::Fixed => "always".to_owned(),
            Interval::Estimated { .. } => percent(case, all),
        };
        row(
            text,
            outcome_label(outcome),
            [shown(&contrast.base), shown(&contrast.variant)],
            &contrast.difference,
            100.0,
        );
    }
}

fn means(text: &mut String, variant: &Variant) {
    heading(text, "On average", "");
    for (quantity, contrast) in Pair::MEANS.into_iter().zip(&variant.means) {
        let Contrast { base, variant: changed, difference } = contrast;
        let all = variant.findings.trials;
        if base.interval.is_excluded() && changed.interval.is_excluded() {
            continue;
        }
        let shown = |mean: &QuantityMean| match mean.interval {
            Interval::Excluded => CANNOT.to_owned(),
            interval if quantity.is_share() => {
                percent(&Case { share: Share { share: mean.mean, interval }, excluded: None }, all)
            }
            interval => average(mean.mean, interval),
        };
        let scale = if quantity.is_share() { 100.0 } else { 1.0 };
        row(text, quantity.label(), [shown(base), shown(changed)], difference, scale);
    }
}

/// What is to be known of the rows above.
fn notes(text: &mut String, base: &Findings, variant: &Variant) {
    let differences = variant.outcomes.iter().map(|contrast| contrast.difference);
    let mut differences = differences.chain(variant.means.iter().map(|contrast| contrast.difference));
    if differences.any(|difference| !few(&difference).is_empty()) {
        line(text, &format!("\nIn brackets: how many histories differ, where fewer than {FEW} do."));
    }
    let [before, after] = [base.unresolved, variant.findings.unresolved];
    if before + after > 0 {
        let still = format!("{} in the base, {} in the variant", count(before), count(after));
        paragraph(text, 0, &format!("Unresolved at the horizon, so that no end is counted: {still}."));
    }
}

/// A share beside another: finer than its interval, since what lies between the two is known better.
fn percent(case: &Case, trials: u64) -> String {
    let words = share_within(case, trials, 2, COLUMN - 2).unwrap_or_default();
    if words.ends_with(|last: char| last.is_ascii_digit()) { format!("{words} %") } else { words }
}

/// A mean beside another, likewise.
fn average(mean: f64, interval: Interval) -> String {
    let fine = format!("{mean:.*}", places_of(interval, 1.0, 3));
    if fine.chars().count() < COLUMN { fine } else { format!("{mean:.3}") }
}

fn row(text: &mut String, label: &str, [base, variant]: [String; 2], difference: &Difference, scale: f64) {
    let places = places_of(difference.interval, scale, if scale > 1.0 { 2 } else { 3 });
    let change = signed(difference.value * scale, places);
    let end = |end: End| end.at().map(|end| signed(end * scale, places));
    let (change, interval) = match difference.interval {
        Interval::Excluded => (String::new(), "cannot occur".to_owned()),
        Interval::Fixed => (change, "the inputs fix it".to_owned()),
        Interval::Estimated { low, high } => match (end(low), end(high), difference.interval.lack()) {
            (Some(low), Some(high), _) => (change, format!("{low} to {high}{}", few(difference))),
            (.., lack) => (change, lack.map_or("", Lack::words).to_owned()),
        },
    };
    line(text, &format!("  {}{base:>9}{variant:>10}{change:>10}   {interval}", fitted(label, LABEL)));
}

/// How many histories differ, in brackets, where they are few.
fn few(difference: &Difference) -> String {
    if (1..FEW).contains(&difference.differ) { format!(" ({})", difference.differ) } else { String::new() }
}

/// A number with its sign; zero has none.
fn signed(value: f64, places: usize) -> String {
    let shown = format!("{value:+.places$}");
    if shown.trim_start_matches(['+', '-']).chars().all(|c| c == '0' || c == '.') {
        format!("{:.places$}", 0.0)
    } else {
        shown
    }
}

/// From what to what: rows are the base's outcomes, columns the variant's.
fn flips(text: &mut String, variant: &Variant) {
    line(text, "\nFrom (row) to (column), histories");
    line(text, &format!("   {}", cells(HEADS.map(str::to_owned), CELL)));
    for (outcome, row) in Outcome::ALL.into_iter().zip(&variant.flips) {
        if row.iter().sum::<u64>() == 0 {
            continue;
        }
        let shown = row.iter().map(|&trials| if trials == 0 { "-".to_owned() } else { count(trials) });
        line(text, &format!("  {}", outcome_label(outcome)));
        line(text, &format!("   {}", cells(shown, CELL)));
    }
}
