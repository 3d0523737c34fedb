//! Every table of a comparison: for each variant the inputs that differ, shares and means side by
//! side with their differences, and flips.

use super::history;
use super::order::Ordered;
use super::tables::{FEW, few, flips, means, shares};
use crate::numerals::{count, times};
use crate::report::cut::cut;
use crate::report::layout::WIDTH;
use crate::report::prose::Prose;
use crate::report::words::{INTERVALS, changed_sentence_of, every_input_in_words, flips_of};
use crate::study::{CompareStudy, Findings, Variant, VariantSubject};

/// Adds the tables of all variants, in the order of the rows.
pub fn details(prose: &mut Prose, study: &CompareStudy, rows: &[Ordered<'_>]) {
    prose.gap();
    prose.paragraph(format!(
        "Differences of shares are in percentage points. {INTERVALS}"
    ));
    if rows.iter().any(history::shows_some) {
        history::how_to_read(prose);
    }
    for row in rows {
        beside(prose, study, row);
    }
}

/// A variant beside the base.
fn beside(prose: &mut Prose, study: &CompareStudy, row: &Ordered<'_>) {
    let Ordered {
        name,
        subject,
        variant,
    } = row;
    let comparison = &study.comparison;
    prose.gap();
    prose.line(format!("== {} ==", cut(name, WIDTH - 6)));
    differing(prose, subject);
    prose.gap();
    prose.table(shares(&comparison.base, variant));
    prose.gap();
    prose.table(means(variant));
    notes(prose, &comparison.base, variant);
    prose.gap();
    prose.line("From (row) to (column), histories");
    prose.table(flips(variant));
    prose.gap();
    let of = flips_of(comparison);
    let name = format!("“{name}”");
    prose.paragraph(changed_sentence_of(&name, variant, comparison.trials, of));
    if let Some(gain) = variant.middle_gain() {
        prose.paragraph(format!(
            "Without the same luck in both it would take about {} times as many histories to be as sure of \
             these differences.",
            times(gain)
        ));
    }
    history::histories(prose, study, row);
}

fn differing(prose: &mut Prose, subject: &VariantSubject) {
    prose.gap();
    if subject.inputs.is_empty() {
        return prose.line("No input differs: both give the same results.");
    }
    prose.line("Inputs that differ");
    for change in every_input_in_words(&subject.inputs, &subject.subject.names) {
        prose.entry(2, "", change);
    }
}

/// What is to be known of the rows above.
fn notes(prose: &mut Prose, base: &Findings, variant: &Variant) {
    let of_outcomes = variant.outcomes.iter().map(|contrast| contrast.difference);
    let mut differences =
        of_outcomes.chain(variant.means.iter().map(|contrast| contrast.difference));
    if differences.any(|difference| !few(&difference).is_empty()) {
        prose.gap();
        prose.line(format!(
            "In brackets: how many histories differ, where fewer than {FEW} do."
        ));
    }
    let before = base.unresolved;
    let after = variant.findings.unresolved;
    if before + after > 0 {
        let still = format!(
            "{} in the base, {} in the variant",
            count(before),
            count(after)
        );
        prose.paragraph(format!(
            "Still going on at the end, so that no end is counted: {still}."
        ));
    }
}
