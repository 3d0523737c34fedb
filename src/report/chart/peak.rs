//! How high the opening crisis climbs: a bar for each rung of the ladder, the lowest at the foot.

mod labels;
mod ladder;
mod rows;

use super::Frame;
use super::parts::below;
use super::rungs::ChartRungs;
use super::style::{INK, MUTED};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Picture, regular, xy};
use crate::report::words::{
    INTERVALS, Shown, denominator, excluded, histories, peaks_of_a_hundred, with_later_crises,
};
use crate::study::Findings;
use ladder::Ladder;

/// Maximum lines of what is said of rungs without a row.
const NOTES: usize = 3;
/// Height of what stands above the rows, as a multiple of the size of a label.
const HEADING: f64 = 1.6;
/// Between the rows and what stands below them, as a multiple of the size of a label.
const GAP: f64 = 0.7;

/// Draws the highest rungs of a run; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where the findings are of another ladder than the rungs, or drawing fails.
pub fn peak(findings: &Findings, rungs: &ChartRungs<'_>, frame: &Frame) -> Result<Picture, Error> {
    rungs.check(findings.peak.len())?;
    let counts = peaks_of_a_hundred(findings);
    frame.picture(&in_words(findings, rungs), |canvas, body| {
        let set = regular(canvas.sizes.label);
        let at = xy(body.left, body.top + set.size);
        let words = heading(findings);
        let words = canvas.ruler.cut(&words, set, body.right - body.left);
        canvas.text(&words, at, set, INK, Align::Left)?;
        let top = body.top + set.size * HEADING;
        let body = Area { top, ..body };
        let leading = set.size * super::style::LEADING;
        // The notes depend on which rungs have a row, which depends on the room for rows.
        let mut notes = excluded(&findings.peak, &rungs.labels);
        let width = body.right - body.left;
        let room = body.bottom - body.top - NOTES as f64 * leading;
        let ladder = Ladder::new(findings, rungs, &counts, (room / (leading * 1.15)) as usize);
        notes.extend(ladder.folded());
        let lines = canvas.ruler.wrap(&notes.join(". "), set, width, NOTES);
        let mut bottom = below(canvas, &lines, body, set, MUTED)?;
        if !lines.is_empty() {
            bottom -= set.size * GAP;
        }
        rows::draw(canvas, Area { bottom, ..body }, &ladder)
    })
}

/// What the bars are, and what they leave out where that matters.
fn heading(findings: &Findings) -> String {
    let bars = match denominator(findings) {
        1 => "The furthest act of the first crisis, of one history".to_owned(),
        of => format!("Furthest act of the first crisis, of {}", histories(of)),
    };
    match with_later_crises(findings) {
        Some(later) => format!("{bars}. {later}"),
        None => bars,
    }
}

/// All numbers as a paragraph, from the top of the ladder down.
fn in_words(findings: &Findings, rungs: &ChartRungs<'_>) -> String {
    let mut cases = Vec::new();
    for (rung, label) in rungs.labels.iter().enumerate().rev() {
        let words = Shown::of(&findings.peak[rung], findings.trials).in_words();
        let force = if rungs.force[rung] {
            ", which uses force"
        } else {
            ""
        };
        cases.push(format!("{label}{force}: {words}"));
    }
    let cases = cases.join("; ");
    let off_ramp = rungs.labels.get(rungs.off_ramp).unwrap_or(&"");
    let limited_war = rungs.labels.get(rungs.limited_war).unwrap_or(&"");
    format!(
        "{cases}. The off-ramp is “{off_ramp}”; limited war begins with “{limited_war}”. {INTERVALS}"
    )
}
