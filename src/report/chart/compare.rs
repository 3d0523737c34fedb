//! What changes make of it: a base beside one variant, or a bar for each of several.

mod beside;
mod dumbbell;
mod flipped;
mod label_row;
mod plot;
mod rows;
mod several;
mod shortening;
mod single;
mod stack;

use super::Frame;
use crate::error::Error;
use crate::report::chart::backend::{Picture, fault};
use crate::report::figure::VariantLabel;
use crate::report::words::changes_in_words;
use crate::study::{Comparison, MOST_VARIANTS};
use beside::Beside;

/// What the base is called where all variants are changes of it.
const BASELINE: &str = "the baseline";

/// Draws a comparison of one to eight variants with their base, which has a name where they are
/// other cases; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where there are no variants, more than eight, or not as many as labels; or
/// drawing fails.
pub fn compare(
    comparison: &Comparison,
    base: Option<&str>,
    labels: &[VariantLabel],
    frame: &Frame,
) -> Result<Picture, Error> {
    let variants = comparison.variants.len();
    if !(1..=MOST_VARIANTS).contains(&variants) || labels.len() != variants {
        return Err(fault(format!(
            "{variants} variants have {} labels",
            labels.len()
        )));
    }
    let names: Vec<&str> = labels.iter().map(|label| label.name.as_str()).collect();
    let changes: Vec<&[String]> = labels
        .iter()
        .map(|label| label.changes.as_slice())
        .collect();
    let of = match base {
        Some(_) => Beside::Case,
        None => Beside::Change,
    };
    let base = base.unwrap_or(BASELINE);
    let words = changes_in_words(comparison, &names, &changes);
    frame.picture(&words, |canvas, body| {
        match (comparison.variants.as_slice(), names.as_slice()) {
            ([variant], [name]) => {
                let names = [base, name];
                single::draw(canvas, body, comparison, variant, names, of)
            }
            _ => several::draw(canvas, body, comparison, base, labels),
        }
    })
}
