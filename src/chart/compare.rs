//! What changes make of it: the shares of a base and its variants side by side, and the paired differences.

mod key;
mod layout;
mod marks;
mod rows;

use super::canvas;
use super::style::{LEFT, MUTED, RIGHT, size};
use super::{Caption, fault, frame};
use crate::chart::canvas::Align;
use crate::chart::font::regular;
use crate::error::Error;
use crate::study::Comparison;
use crate::study::words::{changes_headline, changes_in_words};
use layout::Layout;

/// No more variants can be told apart.
const MOST_VARIANTS: usize = 8;
/// Baseline of the note below the scales.
const NOTE: f64 = 609.0;

/// Draws a comparison of one to eight variants, called by these names, with their base; gives SVG text.
///
/// # Errors
/// [`Error::Fault`] where there are no variants, more than eight, or not as many as names; or drawing fails.
pub fn compare(comparison: &Comparison, names: &[&str], caption: &Caption<'_>) -> Result<String, Error> {
    let variants = comparison.variants.len();
    if !(1..=MOST_VARIANTS).contains(&variants) || names.len() != variants {
        return Err(fault(format!("{variants} variants have {} names", names.len())));
    }
    let title = changes_headline(comparison, names);
    canvas::svg(&title, &changes_in_words(comparison, names), |canvas| {
        let entries = key::entries(canvas, names);
        let layout = Layout::new(comparison, key::height(&entries));
        frame::title(canvas, &title)?;
        key::draw(canvas, &entries)?;
        let [shares, changes] = [layout.shares, layout.changes];
        frame::heading_at(canvas, (shares.0, layout.heading), changes.0, "Share of runs, 95 % interval")?;
        let heading = "Change in percentage points, 95 % interval";
        frame::heading_at(canvas, (changes.0, layout.heading), layout.right, heading)?;
        rows::draw(canvas, &layout, comparison)?;
        let (note, set) = canvas.ruler.squeeze(&note(comparison), regular(size::SMALL), RIGHT - LEFT);
        canvas.text(&note, (LEFT, NOTE), set, MUTED, Align::Left)?;
        frame::caption(canvas, caption)
    })
}

/// What cannot be seen.
fn note(comparison: &Comparison) -> String {
    let mut words = "Each trial has the same luck in all, so a change can be surer than the shares. \
                     An interval that does not show is narrower than its mark."
        .to_owned();
    let contrasts = comparison.variants.iter().flat_map(|variant| &variant.outcomes);
    let mut excluded =
        contrasts.map(|contrast| contrast.base.excluded.is_some() != contrast.variant.excluded.is_some());
    if excluded.any(|one_of_two| one_of_two) {
        words.push_str(" Where a share has no mark, the inputs exclude it.");
    }
    words
}
