//! A comparison.

use super::values::{Checked, case, counts, ensure, interval, number, text, within, within_place};
use super::{findings, subject, traces};
use crate::sim::Outcome;
use crate::study::{
    CompareStudy, Difference, Findings, MOST_VARIANTS, Subject, Variant, VariantSubject,
};
use crate::tally::Pair;

/// Where a check of one variant is.
const VARIANT: &str = "variant";

/// Checks a comparison.
pub fn check(study: &CompareStudy) -> Checked {
    let comparison = &study.comparison;
    let base = &comparison.base;
    within("`base`", subject::check(&study.base))?;
    let rungs = subject::rungs(&study.base);
    within("`base`", findings::check(base, rungs))?;
    let many = comparison.variants.len();
    ensure(
        (1..=MOST_VARIANTS).contains(&many) && study.variants.len() == many,
        "there is no such number of variants",
    )?;
    ensure(
        comparison.trials == base.trials,
        "the base has another number of trials",
    )?;
    let pairs = comparison.variants.iter().zip(&study.variants);
    for (at, (variant, of)) in pairs.enumerate() {
        within_place(
            VARIANT,
            at,
            of_subject(of, &study.base, [base, &variant.findings]),
        )?;
        let own = subject::rungs(&of.subject);
        within_place(VARIANT, at, findings::check(&variant.findings, own))?;
        within_place(VARIANT, at, beside(variant, base))?;
    }
    Ok(())
}

fn of_subject(of: &VariantSubject, base: &Subject, beside: [&Findings; 2]) -> Checked {
    text(&of.name)?;
    ensure(!of.name.is_empty(), "it has no name")?;
    subject::check(&of.subject)?;
    subject::inputs(&of.inputs)?;
    let Ok(pairs) = &of.flipped else {
        return Ok(());
    };
    ensure(pairs.len() <= Pair::KEPT, "there are too many histories")?;
    ensure(
        pairs.is_empty() || subject::rungs(base) == subject::rungs(&of.subject),
        "histories on two ladders stand side by side",
    )?;
    let days = beside.map(|findings| findings.levels.len());
    for (at, pair) in pairs.iter().enumerate() {
        let shape = traces::Shape {
            trials: beside[0].trials,
            last_day: days[0].max(days[1]).saturating_sub(1),
            rungs: subject::rungs(base),
        };
        within_place("history", at, traces::check(pair, shape))?;
    }
    Ok(())
}

/// Checks a variant beside its base.
fn beside(variant: &Variant, base: &Findings) -> Checked {
    let own = &variant.findings;
    ensure(
        own.trials == base.trials,
        "it has another number of trials than the base",
    )?;
    for outcome in Outcome::ALL {
        let contrast = &variant.outcomes[outcome as usize];
        ensure(
            contrast.base == *base.outcome(outcome) && contrast.variant == *own.outcome(outcome),
            "an outcome beside the other is not what was found",
        )?;
        difference(&contrast.difference, base.trials)?;
    }
    for (quantity, contrast) in Pair::MEANS.into_iter().zip(&variant.means) {
        ensure(
            contrast.base == base.means.of(quantity) && contrast.variant == own.means.of(quantity),
            "a mean beside the other is not what was found",
        )?;
        difference(&contrast.difference, base.trials)?;
    }
    flips(variant, base)
}

/// Checks a difference of two values that were counted on so many trials.
pub fn difference(difference: &Difference, trials: u64) -> Checked {
    number(difference.value)?;
    interval(difference.interval)?;
    ensure(
        difference.differ <= trials,
        "more trials differ than there are",
    )
}

/// Every trial ends somehow in the base and in the variant.
fn flips(variant: &Variant, base: &Findings) -> Checked {
    let n = base.trials;
    let all: u128 = variant
        .flips
        .iter()
        .flatten()
        .map(|&many| u128::from(many))
        .sum();
    ensure(
        all == u128::from(n),
        "the flips do not add up to all trials",
    )?;
    let mut same = 0;
    for outcome in Outcome::ALL {
        let at = outcome as usize;
        same += variant.flips[at][at];
        counts(variant.flips[at].iter(), case(base.outcome(outcome), n)?)?;
        let into = variant.flips.iter().map(|row| &row[at]);
        counts(into, case(variant.findings.outcome(outcome), n)?)?;
    }
    ensure(
        variant.changed == n - same,
        "`changed` is not the number of flips",
    )?;
    counts(variant.changes.iter(), variant.changed)
}
