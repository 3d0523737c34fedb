//! A comparison as tables.

use super::{Table, cells};
use crate::error::Error;
use crate::report::compare::Compared;
use crate::report::words::{PURPOSE, outcome_label};
use crate::scenario::readable;
use crate::sim::Outcome;
use crate::study::Difference;
use crate::tally::Pair;

/// Every paired difference, a line each.
///
/// # Errors
/// None that a finished comparison can cause.
pub fn differences(compared: &Compared<'_>) -> Result<Vec<u8>, Error> {
    let mut table = Table::new(&[
        "variant",
        "quantity",
        "label",
        "kind",
        "base",
        "base_low",
        "base_high",
        "changed",
        "changed_low",
        "changed_high",
        "difference",
        "low",
        "high",
        "differ",
        "interval",
        "trials",
        "purpose",
    ])?;
    let trials = compared.comparison.trials.to_string();
    for ((name, ..), variant) in compared.variants.iter().zip(&compared.comparison.variants) {
        let mut row = |names: [&str; 3], [base, changed]: [[String; 3]; 2], difference: &Difference| {
            let differ = difference.differ.to_string();
            let values = [base, changed, cells(difference.figures())];
            let row: Vec<&str> = [name.as_str()]
                .into_iter()
                .chain(names)
                .chain(values.iter().flatten().map(String::as_str))
                .chain([differ.as_str(), super::kind(difference.interval), &trials, PURPOSE])
                .collect();
            table.line(&row)
        };
        for (outcome, contrast) in Outcome::ALL.iter().zip(&variant.outcomes) {
            let [base, changed] = [contrast.base.share, contrast.variant.share].map(|share| cells(share.figures()));
            row([outcome.name(), outcome_label(*outcome), "share"], [base, changed], &contrast.difference)?;
        }
        for (quantity, contrast) in Pair::MEANS.iter().zip(&variant.means) {
            let kind = if quantity.is_share() { "share" } else { "mean" };
            let [base, changed] = [contrast.base, contrast.variant].map(|mean| cells(mean.figures()));
            row([quantity.name(), quantity.label(), kind], [base, changed], &contrast.difference)?;
        }
    }
    table.finish()
}

/// From what outcome to what, a line each.
///
/// # Errors
/// None that a finished comparison can cause.
pub fn flips(compared: &Compared<'_>) -> Result<Vec<u8>, Error> {
    let mut table = Table::new(&["variant", "base_outcome", "variant_outcome", "trials", "of", "purpose"])?;
    let all = compared.comparison.trials.to_string();
    for ((name, ..), variant) in compared.variants.iter().zip(&compared.comparison.variants) {
        for (base, row) in Outcome::ALL.iter().zip(&variant.flips) {
            for (outcome, trials) in Outcome::ALL.iter().zip(row) {
                table.line(&[name, base.name(), outcome.name(), &trials.to_string(), &all, PURPOSE])?;
            }
        }
    }
    table.finish()
}

/// The inputs that differ, a line each.
///
/// # Errors
/// None that a finished comparison can cause.
pub fn inputs(compared: &Compared<'_>) -> Result<Vec<u8>, Error> {
    let mut table = Table::new(&["variant", "path", "base", "value", "purpose"])?;
    for (name, _, inputs) in &compared.variants {
        for input in inputs {
            let shown = |value: &Option<String>| {
                value.as_deref().map(readable).unwrap_or_default().trim_matches('"').to_owned()
            };
            table.line(&[name, &input.path, &shown(&input.before), &shown(&input.after), PURPOSE])?;
        }
    }
    table.finish()
}
