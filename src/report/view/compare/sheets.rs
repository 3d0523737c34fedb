//! A comparison as sheets.

use crate::report::sheet::{Cell, Column, Sheet, kind};
use crate::report::words::{PURPOSE, outcome_label};
use crate::scenario::readable;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::{CompareStudy, Difference, QuantityMean, Variant, VariantSubject};
use crate::tally::Pair;

/// The name of the sheet of every paired difference.
pub const DIFFERENCES: &str = "differences";
/// The name of the sheet of flips.
pub const FLIPS: &str = "flips";
/// The name of the sheet of inputs that differ.
pub const INPUTS: &str = "inputs";

/// The columns of every paired difference.
#[must_use]
pub fn difference_columns() -> [Column; 17] {
    [
        Column::new("variant", "Variant", "", "The variant, as it was called"),
        Column::new("quantity", "Quantity", "", "An outcome, or what a mean is of"),
        Column::new("label", "Label", "", "The quantity in words"),
        Column::new("kind", "Kind", "", "share (of all trials) or mean (over all trials)"),
        Column::new(
            "base",
            "Base",
            "share or mean",
            "The estimate in the base; empty where the inputs exclude the case",
        ),
        Column::new("base_low", "Base, lower end", "as the base", "Lower end of its interval"),
        Column::new("base_high", "Base, upper end", "as the base", "Upper end of its interval"),
        Column::new("changed", "Variant", "share or mean", "The estimate in the variant"),
        Column::new("changed_low", "Variant, lower end", "as the base", "Lower end of its interval"),
        Column::new("changed_high", "Variant, upper end", "as the base", "Upper end of its interval"),
        Column::new(
            "difference",
            "Difference",
            "as the base",
            "Variant less base, on the same luck; empty where both exclude the case",
        ),
        Column::new("low", "Lower end", "as the base", "Lower end of the interval of the paired difference"),
        Column::new("high", "Upper end", "as the base", "Upper end of the interval of the paired difference"),
        Column::new("differ", "Histories that differ", "trials", "In how many histories the quantity differs"),
        Column::new("interval", "Interval", "", "What the interval of the difference is, or why there is none"),
        Column::new("trials", "Trials", "trials", "How many trials were run of each"),
        Column::new("purpose", "Purpose", "", "What the file is"),
    ]
}

/// The columns of flips.
#[must_use]
pub fn flip_columns() -> [Column; 6] {
    [
        Column::new("variant", "Variant", "", "The variant, as it was called"),
        Column::new("base_outcome", "In the base", "", "How histories ended in the base"),
        Column::new("variant_outcome", "In the variant", "", "How the same histories ended in the variant"),
        Column::new("trials", "Histories", "trials", "How many histories did so"),
        Column::new("of", "Of", "trials", "Of how many in all"),
        Column::new("purpose", "Purpose", "", "What the file is"),
    ]
}

/// The columns of inputs that differ.
#[must_use]
pub fn input_columns() -> [Column; 5] {
    [
        Column::new("variant", "Variant", "", "The variant, as it was called"),
        Column::new("path", "Path", "", "An input that differs, resolved"),
        Column::new("base", "Base", "", "Its value in the base; empty where there is no such thing"),
        Column::new("value", "Value", "", "Its value in the variant"),
        Column::new("purpose", "Purpose", "", "What the file is"),
    ]
}

/// The sheets of a comparison.
#[must_use]
pub fn sheets(study: &CompareStudy) -> Vec<Sheet<'_>> {
    let all = || study.variants.iter().zip(&study.comparison.variants);
    let trials = study.comparison.trials;
    vec![
        Sheet {
            name: DIFFERENCES,
            columns: difference_columns().into(),
            rows: Box::new(all().flat_map(move |(subject, variant)| differences(subject, variant, trials))),
        },
        Sheet {
            name: FLIPS,
            columns: flip_columns().into(),
            rows: Box::new(all().flat_map(move |(subject, variant)| flips(subject, variant, trials))),
        },
        Sheet { name: INPUTS, columns: input_columns().into(), rows: Box::new(study.variants.iter().flat_map(inputs)) },
    ]
}

/// A quantity in the base and in the variant, as its row has it.
struct Beside {
    quantity: &'static str,
    label: &'static str,
    kind: &'static str,
    base: [Cell<'static>; 3],
    changed: [Cell<'static>; 3],
    difference: Difference,
}

impl Beside {
    fn row<'s>(self, variant: &'s str, trials: u64) -> Vec<Cell<'s>> {
        let Self { base: [base, base_low, base_high], changed: [changed, changed_low, changed_high], .. } = self;
        let interval = self.difference.interval;
        let [difference, low, high] = Cell::estimate(self.difference.value, interval);
        let row: [Cell<'s>; 17] = [
            Cell::text(variant),
            Cell::text(self.quantity),
            Cell::text(self.label),
            Cell::text(self.kind),
            base,
            base_low,
            base_high,
            changed,
            changed_low,
            changed_high,
            difference,
            low,
            high,
            Cell::Count(self.difference.differ),
            kind(interval),
            Cell::Count(trials),
            Cell::text(PURPOSE),
        ];
        row.into()
    }
}

/// Every paired difference of a variant.
fn differences<'s>(subject: &'s VariantSubject, variant: &'s Variant, trials: u64) -> Vec<Vec<Cell<'s>>> {
    let mut all = Vec::new();
    for (outcome, contrast) in Outcome::ALL.into_iter().zip(&variant.outcomes) {
        all.push(Beside {
            quantity: outcome.name(),
            label: outcome_label(outcome),
            kind: "share",
            base: of_share(contrast.base.share),
            changed: of_share(contrast.variant.share),
            difference: contrast.difference,
        });
    }
    for (quantity, contrast) in Pair::MEANS.into_iter().zip(&variant.means) {
        all.push(Beside {
            quantity: quantity.name(),
            label: quantity.label(),
            kind: if quantity.is_share() { "share" } else { "mean" },
            base: of_mean(contrast.base),
            changed: of_mean(contrast.variant),
            difference: contrast.difference,
        });
    }
    all.into_iter().map(|beside| beside.row(&subject.name, trials)).collect()
}

fn of_share(share: Share) -> [Cell<'static>; 3] {
    Cell::estimate(share.share, share.interval)
}

fn of_mean(mean: QuantityMean) -> [Cell<'static>; 3] {
    Cell::estimate(mean.mean, mean.interval)
}

/// From what outcome to what.
fn flips<'s>(subject: &'s VariantSubject, variant: &'s Variant, trials: u64) -> Vec<Vec<Cell<'s>>> {
    let mut rows = Vec::new();
    for (base, row) in Outcome::ALL.iter().zip(&variant.flips) {
        for (outcome, &met) in Outcome::ALL.iter().zip(row) {
            let row: [Cell<'s>; 6] = [
                Cell::text(subject.name.as_str()),
                Cell::text(base.name()),
                Cell::text(outcome.name()),
                Cell::Count(met),
                Cell::Count(trials),
                Cell::text(PURPOSE),
            ];
            rows.push(row.into());
        }
    }
    rows
}

/// The inputs of a variant that differ.
fn inputs(subject: &VariantSubject) -> impl Iterator<Item = Vec<Cell<'_>>> {
    subject.inputs.iter().map(|input| {
        let row: [Cell<'_>; 5] = [
            Cell::text(subject.name.as_str()),
            Cell::text(input.path.as_str()),
            Cell::text(value(input.before.as_deref())),
            Cell::text(value(input.after.as_deref())),
            Cell::text(PURPOSE),
        ];
        row.into()
    })
}

/// A value as it is read; empty where there is none.
fn value(written: Option<&str>) -> String {
    written.map(readable).unwrap_or_default().trim_matches('"').to_owned()
}
