//! How the opening crisis ends: a hundred dots, one for each of a hundred histories, from calm to
//! war, and beside them what they mean.

mod dots;
mod labels;

use super::Frame;
use super::parts::below;
use super::style::{INK, MUTED};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Picture, bold, regular, xy};
use crate::report::words::{INTERVALS, Shown, outcome_label, with_later_crises, without_dots};
use crate::sim::Outcome;
use crate::study::Findings;
use dots::Grid;

/// Maximum lines of what is said of outcomes without dots.
const NOTES: usize = 3;
/// Between the dots and what stands below them, as a multiple of the size of a label.
const GAP: f64 = 0.7;

/// Draws the outcomes of a run; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where drawing fails, which no findings can cause.
pub fn outcomes(findings: &Findings, frame: &Frame) -> Result<Picture, Error> {
    frame.picture(&in_words(findings), |canvas, body| {
        let body = later(canvas, body, findings)?;
        let set = regular(canvas.sizes.label);
        let notes = without_dots(findings).join(". ");
        let lines = canvas
            .ruler
            .wrap(&notes, set, body.right - body.left, NOTES);
        let mut bottom = below(canvas, &lines, body, set, MUTED)?;
        if !lines.is_empty() {
            bottom -= set.size * GAP;
        }
        let area = Area { bottom, ..body };
        let grid = Grid::new(area, findings);
        grid.draw(canvas)?;
        labels::draw(canvas, area, &grid, findings)
    })
}

/// Says above the dots how many histories see a war in any crisis, where that matters; gives the room
/// that is left.
fn later(canvas: &Canvas, body: Area, findings: &Findings) -> Result<Area, Error> {
    let Some(words) = with_later_crises(findings) else {
        return Ok(body);
    };
    let set = bold(canvas.sizes.subtitle);
    let baseline = xy(body.left, body.top + set.size * 0.6);
    canvas.text(&words, baseline, set, INK, Align::Left)?;
    Ok(Area {
        top: baseline.y + set.size * GAP,
        ..body
    })
}

/// All numbers as a paragraph.
fn in_words(findings: &Findings) -> String {
    let cases = Outcome::ALL.map(|outcome| {
        let words = Shown::of(findings.outcome(outcome), findings.trials).in_words();
        format!("{}: {words}", outcome_label(outcome))
    });
    let wars = Shown::of(&findings.wars(), findings.trials).in_words();
    format!(
        "{}; limited or full-scale war: {wars}. {INTERVALS}",
        cases.join("; ")
    )
}
