//! How the opening crisis ends: a bar with its interval for each outcome, and the same as a hundred
//! dots.

mod dots;
mod rows;

use super::frame;
use super::style::{LEFT, RIGHT};
use crate::error::Error;
use crate::report::chart::backend::{Area, Picture};
use crate::report::figure::Caption;
use crate::report::words::Shown;
use crate::report::words::{INTERVALS, PURPOSE, headline, outcome_label};
use crate::sim::Outcome;
use crate::study::Findings;

/// Where the rows stand, below their heading and above their scale.
const ROWS: Area = Area {
    left: LEFT,
    top: 132.0,
    right: 665.0,
    bottom: 573.0,
};
/// Where the dots stand with their labels, below their heading.
const DOTS: Area = Area {
    left: 697.0,
    top: 136.0,
    right: RIGHT,
    bottom: 598.0,
};

/// Draws the outcomes of a run; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where drawing fails, which no findings can cause.
pub fn outcomes(findings: &Findings, caption: &Caption<'_>) -> Result<Picture, Error> {
    let title = headline(findings);
    Picture::draw(&title, &in_words(findings), |canvas| {
        frame::title(canvas, &title)?;
        frame::heading(
            canvas,
            ROWS.left,
            ROWS.right,
            "How the opening crisis ends: share of runs, 95 % interval",
        )?;
        rows::draw(canvas, ROWS, findings)?;
        frame::heading(
            canvas,
            DOTS.left,
            DOTS.right,
            "The same as 100 runs, one dot each",
        )?;
        dots::draw(canvas, DOTS, findings)?;
        frame::caption(canvas, caption, "")
    })
}

/// The whole chart as a paragraph.
fn in_words(findings: &Findings) -> String {
    let cases = Outcome::ALL.map(|outcome| {
        let words = Shown::of(findings.outcome(outcome), findings.trials).in_words();
        format!("{}: {words}", outcome_label(outcome))
    });
    format!(
        "{PURPOSE} {}. {}. {INTERVALS}",
        headline(findings),
        cases.join("; ")
    )
}
