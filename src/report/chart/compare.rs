//! What changes make of it: the shares of a base and what its variants add to them, as paired
//! differences.

mod changes;
mod key;
mod layout;
mod marks;
mod panels;
mod rows;

use super::frame;
use super::style::{LEFT, MUTED, RIGHT, size};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Picture, fault, regular, xy};
use crate::report::figure::Caption;
use crate::report::words::{changes_headline, changes_in_words, outcome_label};
use crate::sim::Outcome;
use crate::study::{Comparison, MOST_VARIANTS};
use layout::Layout;

/// Baseline of the heading of several variants.
const HEADING: f64 = 104.0;
/// What several variants are shown as.
const SEVERAL: &str =
    "The base’s shares of runs; below, changes in percentage points; 95 % intervals";
/// Baseline of the note below the scales.
const NOTE: f64 = 609.0;

/// Draws a comparison of one to eight variants, called by these names, with their base; gives a
/// picture.
///
/// # Errors
/// [`Error::Fault`] where there are no variants, more than eight, or not as many as names; or
/// drawing fails.
pub fn compare(
    comparison: &Comparison,
    names: &[&str],
    caption: &Caption<'_>,
) -> Result<Picture, Error> {
    let variants = comparison.variants.len();
    if !(1..=MOST_VARIANTS).contains(&variants) || names.len() != variants {
        return Err(fault(format!(
            "{variants} variants have {} names",
            names.len()
        )));
    }
    let title = changes_headline(comparison, names);
    Picture::draw(&title, &changes_in_words(comparison, names), |canvas| {
        frame::title(canvas, &title)?;
        if let [name] = names {
            single(canvas, comparison, &caption.scenario, name)?;
        } else {
            frame::heading_at(canvas, xy(LEFT, HEADING), RIGHT, SEVERAL)?;
            panels::draw(canvas, comparison, &caption.scenario, names)?;
        }
        let (note, set) = canvas
            .ruler
            .fit(&note(comparison), regular(size::SMALL), RIGHT - LEFT);
        canvas.text(&note, xy(LEFT, NOTE), set, MUTED, Align::Left)?;
        frame::caption(canvas, caption, " of each")
    })
}

/// A base and its only variant: both shares and the change.
fn single(canvas: &Canvas, comparison: &Comparison, base: &str, name: &str) -> Result<(), Error> {
    let layout = Layout::new(comparison, key::BOTTOM);
    key::draw(canvas, base, name)?;
    let changes = layout.changes.0;
    frame::heading_at(
        canvas,
        xy(layout.shares.zero, layout.heading),
        changes,
        "Share of runs, 95 % interval",
    )?;
    let heading = "Change in percentage points, 95 % interval";
    frame::heading_at(canvas, xy(changes, layout.heading), layout.right, heading)?;
    rows::draw(canvas, &layout, comparison)
}

/// What cannot be seen.
fn note(comparison: &Comparison) -> String {
    let mut words = "On the same luck a change can be surer than the shares. \
                     Filled: the interval excludes zero. An interval not shown is narrower than its mark."
        .to_owned();
    let possible = panels::possible(comparison);
    if comparison.variants.len() > 1 && possible.len() < Outcome::ALL.len() {
        let gone = Outcome::ALL
            .into_iter()
            .filter(|outcome| !possible.contains(outcome))
            .map(outcome_label);
        words.push_str(&format!(
            " Cannot occur here: {}.",
            gone.collect::<Vec<_>>().join("; ")
        ));
    }
    let mut excluded = changes::contrasts(comparison)
        .map(|contrast| contrast.base.excluded.is_some() != contrast.variant.excluded.is_some());
    if comparison.variants.len() == 1 && excluded.any(|one_of_two| one_of_two) {
        words.push_str(" No mark: the inputs exclude the share.");
    }
    words
}
