//! A comparison in words and tables: for each variant the inputs that differ, shares and means side
//! by side, and flips.

use super::history;
use super::tables::{FEW, few, flips, means, shares};
use crate::error::printable;
use crate::numerals::{count, times};
use crate::report::layout::fitted;
use crate::report::prose::Prose;
use crate::report::words::{
    INTERVALS, PURPOSE, changed_sentence, input_value, title, trials, wide,
};
use crate::scenario::InputDifference;
use crate::study::{CompareStudy, Findings, Mismatch, Variant, VariantSubject};

/// How wide a path may be.
const PATH: usize = 40;

/// The prose of a comparison.
#[must_use]
pub fn prose(study: &CompareStudy) -> Prose {
    let mut prose = Prose::default();
    prose.paragraph(printable(&title(&study.base)));
    prose.line(PURPOSE);
    let early = if study.complete {
        ""
    } else {
        " (stopped early)"
    };
    let number = study.comparison.trials;
    prose.gap();
    prose.paragraph(format!(
        "{} of each{early}, seed {}, with common random numbers (the same luck). {INTERVALS}",
        trials(number),
        study.seed
    ));
    if let Some(wide) = wide(number) {
        prose.paragraph(format!("{wide}."));
    }
    prose.line("Differences of shares are in percentage points.");
    for (subject, variant) in study.variants.iter().zip(&study.comparison.variants) {
        beside(&mut prose, study, subject, variant);
    }
    prose.hindsight(&study.base.hindsight);
    prose
}

/// A variant beside the base.
fn beside(prose: &mut Prose, study: &CompareStudy, subject: &VariantSubject, variant: &Variant) {
    let name = printable(&subject.name);
    prose.gap();
    prose.line(format!("== {name} =="));
    differing(prose, &subject.inputs);
    prose.gap();
    prose.table(shares(&study.comparison.base, variant));
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
            "Independent runs would need about {} times as many trials for differences as sure as these (the middle \
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
        Err(why) => prose.paragraph(format!(
            "No single histories are shown: {}.",
            mismatch(*why)
        )),
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

fn differing(prose: &mut Prose, inputs: &[InputDifference]) {
    prose.gap();
    if inputs.is_empty() {
        return prose.line("No input differs: both give the same results.");
    }
    prose.line("Inputs that differ");
    for input in inputs {
        let before = input_value(input.before.as_deref());
        let after = input_value(input.after.as_deref());
        let path = fitted(&input.path, PATH);
        prose.entry(2, format!("{path}  "), format!("{before} -> {after}"));
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
