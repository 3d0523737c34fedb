//! What cases, variants and values of inputs are called.

use crate::error::printable;
use crate::scenario::readable;
use crate::study::{CompareStudy, Subject};

/// The name of what was run, with what was changed in it.
#[must_use]
pub fn title(subject: &Subject) -> String {
    if subject.changes.is_empty() {
        return subject.name.clone();
    }
    format!("{}, changed: {}", subject.name, subject.changes.join("; "))
}

/// The case that something was found in: its name, after that of what it builds on.
#[must_use]
pub fn case_name(subject: &Subject) -> String {
    let name = printable(&subject.name);
    let from = subject
        .departure
        .as_ref()
        .map(|departure| printable(&departure.from));
    match from {
        Some(from) if from != name => format!("{from}: {name}"),
        _ => name,
    }
}

/// What the variants of a comparison are called: a scenario that was not given a label goes by its
/// own name, where it has one that no other has.
#[must_use]
pub fn variant_names(study: &CompareStudy) -> Vec<String> {
    let names: Vec<String> = study
        .variants
        .iter()
        .map(|variant| {
            let is_labelled = variant.name != variant.subject.source;
            let has_own = variant.subject.name != study.base.name;
            if is_labelled || !has_own {
                printable(&variant.name)
            } else {
                printable(&variant.subject.name)
            }
        })
        .collect();
    names
        .iter()
        .zip(&study.variants)
        .map(|(name, variant)| {
            let alike = names.iter().filter(|other| *other == name).count();
            if alike == 1 {
                name.clone()
            } else {
                printable(&variant.name)
            }
        })
        .collect()
}

/// The name of the base, where a variant is of another case: then nothing was changed in the base,
/// and two cases stand beside each other. None where all variants are changes of the base.
#[must_use]
pub fn base_beside_others(study: &CompareStudy) -> Option<String> {
    let case = built_on(&study.base);
    let mut variants = study.variants.iter();
    variants
        .any(|variant| built_on(&variant.subject) != case)
        .then(|| printable(&study.base.name))
}

/// The name of the case that a scenario builds on: its own where it builds on none.
fn built_on(subject: &Subject) -> &str {
    subject
        .departure
        .as_ref()
        .map_or(subject.name.as_str(), |departure| departure.from.as_str())
}

/// The value of an input, beside another that it differs from.
#[must_use]
pub fn input_value(written: Option<&str>) -> String {
    written.map_or_else(|| "not there".to_owned(), readable)
}
