//! A comparison as sheets.

use super::columns::{DIFFERENCE_COLUMNS, FLIP_COLUMNS, INPUT_COLUMNS};
use crate::quantities::Quantity;
use crate::report::sheet::{Cell, Sheet, kind};
use crate::report::words::{PURPOSE, outcome_label};
use crate::scenario::readable;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::{CompareStudy, Difference, Findings, QuantityMean, Variant, VariantSubject};
use crate::tally::Pair;

/// The name of the sheet of every paired difference.
pub const DIFFERENCES: &str = "differences";
/// The name of the sheet of flips.
pub const FLIPS: &str = "flips";
/// The name of the sheet of inputs that differ.
pub const INPUTS: &str = "inputs";

/// The sheets of a comparison.
#[must_use]
pub fn sheets(study: &CompareStudy) -> Vec<Sheet<'_>> {
    let trials = study.comparison.trials;
    vec![
        Sheet {
            name: DIFFERENCES,
            columns: DIFFERENCE_COLUMNS.into(),
            rows: Box::new(variants(study).flat_map(move |(subject, variant)| {
                differences(&study.comparison.base, subject, variant, trials)
            })),
        },
        Sheet {
            name: FLIPS,
            columns: FLIP_COLUMNS.into(),
            rows: Box::new(
                variants(study).flat_map(move |(subject, variant)| flips(subject, variant, trials)),
            ),
        },
        Sheet {
            name: INPUTS,
            columns: INPUT_COLUMNS.into(),
            rows: Box::new(study.variants.iter().flat_map(inputs)),
        },
    ]
}

/// Each variant, and what it came to.
fn variants(study: &CompareStudy) -> impl Iterator<Item = (&VariantSubject, &Variant)> {
    study.variants.iter().zip(&study.comparison.variants)
}

/// A quantity in the base and in the variant, as its row has it.
struct DifferenceRow {
    quantity: &'static str,
    label: &'static str,
    kind: &'static str,
    base: [Cell<'static>; 3],
    changed: [Cell<'static>; 3],
    difference: Difference,
}

impl DifferenceRow {
    fn row<'s>(self, variant: &'s str, trials: u64) -> Vec<Cell<'s>> {
        let Self {
            base: [base, base_low, base_high],
            changed: [changed, changed_low, changed_high],
            ..
        } = self;
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
fn differences<'s>(
    base: &Findings,
    subject: &'s VariantSubject,
    variant: &'s Variant,
    trials: u64,
) -> Vec<Vec<Cell<'s>>> {
    let mut all = Vec::new();
    for (outcome, contrast) in Outcome::ALL.into_iter().zip(&variant.outcomes) {
        all.push(DifferenceRow {
            quantity: outcome.name(),
            label: outcome_label(outcome),
            kind: "share",
            base: of_share(contrast.base.share),
            changed: of_share(contrast.variant.share),
            difference: contrast.difference,
        });
    }
    all.push(DifferenceRow {
        quantity: Quantity::Wars.name(),
        label: Quantity::Wars.label(),
        kind: "share",
        base: of_share(base.wars().share),
        changed: of_share(variant.findings.wars().share),
        difference: variant.difference(Quantity::Wars),
    });
    for (quantity, contrast) in Pair::MEANS.into_iter().zip(&variant.means) {
        all.push(DifferenceRow {
            quantity: quantity.name(),
            label: quantity.label(),
            kind: if quantity.is_share() { "share" } else { "mean" },
            base: of_mean(contrast.base),
            changed: of_mean(contrast.variant),
            difference: contrast.difference,
        });
    }
    all.into_iter()
        .map(|beside| beside.row(&subject.name, trials))
        .collect()
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
    written
        .map(readable)
        .unwrap_or_default()
        .trim_matches('"')
        .to_owned()
}
