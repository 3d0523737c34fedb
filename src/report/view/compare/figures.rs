//! A comparison as figures.

use crate::report::figure::{Caption, Drawing, Figure};
use crate::report::words::title;
use crate::study::CompareStudy;

/// The figure of all variants.
const COMPARE: &str = "compare";

/// The name of the figure of the flips of a variant, counted from 0.
fn flips(variant: usize) -> String {
    format!("flips-{}", variant + 1)
}

/// The names of the figures of a comparison of so many variants, known before it.
#[must_use]
pub fn figure_names(variants: usize) -> Vec<String> {
    std::iter::once(COMPARE.to_owned())
        .chain((0..variants).map(flips))
        .collect()
}

/// The figures of a comparison.
#[must_use]
pub fn figures(study: &CompareStudy) -> Vec<Figure<'_>> {
    let comparison = &study.comparison;
    let early = if study.complete {
        ""
    } else {
        ", stopped early"
    };
    let scenario = title(&study.base) + early;
    let caption = Caption {
        scenario: scenario.into(),
        trials: comparison.trials,
        seed: study.seed,
    };
    let names: Vec<&str> = study
        .variants
        .iter()
        .map(|variant| variant.name.as_str())
        .collect();
    let mut figures = vec![Figure {
        name: COMPARE.to_owned(),
        caption: caption.clone(),
        drawing: Drawing::Compare(comparison, names.clone()),
    }];
    for (at, (variant, name)) in comparison.variants.iter().zip(names).enumerate() {
        let drawing = Drawing::Flips {
            variant,
            name,
            trials: comparison.trials,
        };
        figures.push(Figure {
            name: flips(at),
            caption: caption.clone(),
            drawing,
        });
    }
    figures
}
