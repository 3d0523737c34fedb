//! A comparison as figures.

use super::file_names::{COMPARE, flips_names};
use super::prose::finding;
use crate::numerals::count;
use crate::report::figure::{Caption, Drawing, Figure, Heading, VariantLabel};
use crate::report::words::{
    SIMULATION_ERROR, base_beside_others, case_name, changed_inputs, ends_of, every_input_in_words,
    flips_between, flips_headline, inputs_in_words, moves, moves_of, variant_names,
};
use crate::stats::{Interval, Share};
use crate::study::{CompareStudy, Comparison, Difference, Variant};

/// How histories that end differently are judged.
const JUDGED: &str =
    "worse: an act higher on the ladder, or as high with more force; calmer: the opposite";
/// What the ends of a base and of a variant of it are called, and those of two cases.
const OF_CHANGE: [&str; 2] = ["In the baseline", "With the change"];
const OF_CASES: [&str; 2] = ["In the first case", "In the second case"];

/// The figures of a comparison.
#[must_use]
pub fn figures(study: &CompareStudy) -> Vec<Figure<'_>> {
    let comparison = &study.comparison;
    let labels = labels(study);
    let base = base_beside_others(study);
    let shown: Vec<&str> = labels.iter().map(|label| label.name.as_str()).collect();
    let heading = match shown.as_slice() {
        [name] => of_variant(study, 0, name, finding(study, &shown)),
        _ => Heading::new(finding(study, &shown), &study.base),
    };
    let mut figures = vec![Figure {
        name: COMPARE.to_owned(),
        heading,
        caption: caption(study, interval_and_judged(comparison, base.is_some())),
        drawing: Drawing::Compare {
            comparison,
            base: base.clone(),
            variants: labels.clone(),
        },
    }];
    let names = flips_names(study.variants.iter().map(|variant| variant.name.as_str()));
    let variants = comparison.variants.iter().zip(&shown).zip(names);
    for (at, ((variant, shown), name)) in variants.enumerate() {
        let title = match base {
            Some(_) => flips_between(variant, shown, comparison.trials),
            None => flips_headline(variant, shown, comparison.trials),
        };
        figures.push(Figure {
            name,
            heading: of_variant(study, at, shown, title),
            caption: caption(study, interval_of_moves(variant, comparison.trials)),
            drawing: Drawing::Flips {
                variant,
                trials: comparison.trials,
                heads: if base.is_some() { OF_CASES } else { OF_CHANGE },
            },
        });
    }
    figures
}

/// What figures say of the variants.
fn labels(study: &CompareStudy) -> Vec<VariantLabel> {
    let names = variant_names(study).into_iter();
    let labels = names
        .zip(&study.variants)
        .map(|(name, variant)| VariantLabel {
            name,
            changes: every_input_in_words(&variant.inputs, &variant.subject.names),
        });
    labels.collect()
}

/// The heading of a figure of one variant beside the base: what is changed is what differs between
/// the two.
fn of_variant(study: &CompareStudy, at: usize, name: &str, title: String) -> Heading {
    let case = case_name(&study.base);
    let of_both = changed_inputs(&study.base).into_iter();
    let mut changes: Vec<String> = of_both.map(|words| format!("{words} in both")).collect();
    if let Some(variant) = study.variants.get(at) {
        changes.extend(inputs_in_words(&variant.inputs, &variant.subject.names));
    }
    Heading {
        title,
        case: match base_beside_others(study) {
            Some(_) => format!("{case}, beside {name}"),
            None => format!("{case}, and what if: {name}"),
        },
        changes,
    }
}

fn caption(study: &CompareStudy, interval: String) -> Caption {
    Caption {
        each: " of each, with the same random numbers",
        interval,
        ..Caption::new(
            &study.base,
            study.seed,
            study.comparison.trials,
            study.complete,
        )
    }
}

/// What is said of the intervals and, where the chart counts histories that end calmer and worse, of
/// how these are judged.
fn interval_and_judged(comparison: &Comparison, is_of_cases: bool) -> String {
    let interval = interval(comparison);
    match comparison.variants.as_slice() {
        [_] if !is_of_cases => format!("{interval}; {JUDGED}"),
        _ => interval,
    }
}

/// What is said of the intervals: how far the widest of those of the changes reaches, where all
/// have ends.
fn interval(comparison: &Comparison) -> String {
    let of = ends_of(comparison);
    let contrasts = comparison
        .variants
        .iter()
        .flat_map(|variant| &variant.outcomes);
    let mut widest = 0.0_f64;
    for contrast in contrasts {
        match reach(&contrast.difference) {
            Some(reach) => widest = widest.max(reach),
            None => return SIMULATION_ERROR.to_owned(),
        }
    }
    let tenths = (widest * of as f64 * 10.0).ceil() / 10.0;
    if tenths <= 0.0 {
        return SIMULATION_ERROR.to_owned();
    }
    format!("95 % intervals of changes, simulation error only: within {tenths} of {of}")
}

/// What is said of the intervals of moves: how far the widest reaches, where it has ends.
fn interval_of_moves(variant: &Variant, trials: u64) -> String {
    let of = moves_of(trials);
    let shares = moves(variant, trials).into_iter().map(|moved| {
        let share = Share::new(moved.count, trials.max(1));
        share.interval.longer_side(share.share)
    });
    let widest = (shares.fold(0.0, f64::max) * of as f64).ceil();
    if widest <= 0.0 {
        return SIMULATION_ERROR.to_owned();
    }
    format!(
        "95 % intervals, simulation error only: within {widest} of {}",
        count(of)
    )
}

/// How far the interval of a difference reaches to the farther side; none where it has no ends.
fn reach(difference: &Difference) -> Option<f64> {
    match difference.interval {
        Interval::Excluded | Interval::Fixed => Some(0.0),
        Interval::Estimated { .. } => {
            let (low, high) = difference.ends()?;
            Some((difference.value - low).max(high - difference.value))
        }
    }
}
