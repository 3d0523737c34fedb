//! How high the opening crisis climbs: a bar with its interval for each rung of the ladder, war at the top.

mod columns;
mod marks;
mod rows;

use super::frame;
use super::rungs::Rungs;
use super::style::{LEFT, RIGHT};
use crate::error::Error;
use crate::report::chart::backend::{Area, Picture};
use crate::report::figure::Caption;
use crate::report::words::Shown;
use crate::report::words::{INTERVALS, PURPOSE, peak_headline};
use crate::study::Findings;
use columns::Columns;

/// Where the ladder stands, below its heading and above its scale.
const LADDER: Area = Area { left: LEFT, top: 132.0, right: RIGHT, bottom: 573.0 };

/// Draws the highest rungs of a run; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where the findings are of another ladder than the rungs, or drawing fails.
pub fn peak(findings: &Findings, rungs: &Rungs<'_>, caption: &Caption<'_>) -> Result<Picture, Error> {
    rungs.check(findings.peak.len())?;
    let title = peak_headline(findings, &rungs.labels);
    Picture::draw(&title, &in_words(findings, rungs, &title), |canvas| {
        let shown: Vec<Shown> = findings.peak.iter().map(|case| Shown::of(case, findings.trials)).collect();
        let columns = Columns::new(canvas, LADDER, rungs, &shown, rows::scale_end(findings));
        frame::title(canvas, &title)?;
        frame::heading(
            canvas,
            LADDER.left,
            LADDER.right,
            "The highest rung of the opening crisis: share of runs, 95 % interval",
        )?;
        rows::draw(canvas, &columns, findings, &shown, rungs)?;
        marks::draw(canvas, &columns, rungs)?;
        frame::caption(canvas, caption, "")
    })
}

/// The whole chart as a paragraph, from the top of the ladder down.
fn in_words(findings: &Findings, rungs: &Rungs<'_>, title: &str) -> String {
    let case = |(rung, label): (usize, &&str)| {
        let words = Shown::of(&findings.peak[rung], findings.trials).in_words();
        let force = if rungs.force[rung] { ", which uses force" } else { "" };
        format!("{label}{force}: {words}")
    };
    let cases: Vec<String> = rungs.labels.iter().enumerate().rev().map(case).collect();
    let label = |rung: usize| rungs.labels.get(rung).unwrap_or(&"");
    format!(
        "{PURPOSE} {title}. {}. The off-ramp is “{}”; limited war begins with “{}”. {INTERVALS}",
        cases.join("; "),
        label(rungs.off_ramp),
        label(rungs.limited_war),
    )
}
