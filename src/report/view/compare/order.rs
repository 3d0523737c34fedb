//! The variants of a comparison in the order in which people read them.

use crate::report::words::variant_names;
use crate::study::{CompareStudy, Variant, VariantSubject};

/// A variant with its name.
pub struct Ordered<'s> {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub subject: &'s VariantSubject,
    /// What it came to.
    pub variant: &'s Variant,
}

/// The variants, fewest wars first; of equal ones in the order that was asked for.
pub fn ordered(study: &CompareStudy) -> Vec<Ordered<'_>> {
    let variants = study.variants.iter().zip(&study.comparison.variants);
    let mut ordered: Vec<Ordered<'_>> = variant_names(study)
        .into_iter()
        .zip(variants)
        .map(|(name, (subject, variant))| Ordered {
            name,
            subject,
            variant,
        })
        .collect();
    ordered.sort_by(|one, other| wars(one).total_cmp(&wars(other)));
    ordered
}

/// The share of wars; zero where the inputs exclude them.
fn wars(row: &Ordered<'_>) -> f64 {
    let wars = row.variant.findings.wars();
    if wars.share.interval.is_excluded() {
        0.0
    } else {
        wars.share.share
    }
}
