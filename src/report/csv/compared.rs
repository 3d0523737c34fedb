//! A comparison as tables.

use super::{Table, cells};
use crate::error::Error;
use crate::report::compare::Compared;
use crate::scenario::readable;
use crate::sim::Outcome;
use crate::study::words::{PURPOSE, outcome_label};
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
        let mut row = |names: [&str; 3], values: [[String; 3]; 3], differ: u64| {
            let differ = differ.to_string();
            let row: Vec<&str> = [name.as_str()]
                .into_iter()
                .chain(names)
                .chain(values.iter().flatten().map(String::as_str))
                .chain([differ.as_str(), super::INTERVAL, &trials, PURPOSE])
                .collect();
            table.line(&row)
        };
        for (outcome, contrast) in Outcome::ALL.iter().zip(&variant.outcomes) {
            let [base, changed] = [contrast.base.share, contrast.variant.share].map(|share| cells(share.figures()));
            let values = [base, changed, cells(contrast.difference.figures())];
            row([outcome.name(), outcome_label(*outcome), "share"], values, contrast.difference.differ)?;
        }
        for (quantity, contrast) in Pair::MEANS.iter().zip(&variant.means) {
            let kind = if quantity.is_share() { "share" } else { "mean" };
            let [base, changed] = [contrast.base, contrast.variant].map(|mean| cells(mean.figures()));
            let values = [base, changed, cells(contrast.difference.figures())];
            row([quantity.name(), quantity.label(), kind], values, contrast.difference.differ)?;
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
