//! How high the opening crisis climbs: a bar with its interval for each rung of the ladder, war at
//! the top.

mod columns;
mod marks;
mod rows;

use super::frame;
use super::rungs::ChartRungs;
use super::style::{LEFT, RIGHT};
use crate::error::Error;
use crate::report::chart::backend::{Area, Picture};
use crate::report::figure::Caption;
use crate::report::words::Shown;
use crate::report::words::{INTERVALS, PURPOSE, peak_headline};
use crate::study::Findings;
use columns::PeakColumns;

/// Where the ladder stands, below its heading and above its scale.
const LADDER: Area = Area {
    left: LEFT,
    top: 132.0,
    right: RIGHT,
    bottom: 573.0,
};

/// Draws the highest rungs of a run; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where the findings are of another ladder than the rungs, or drawing fails.
pub fn peak(
    findings: &Findings,
    rungs: &ChartRungs<'_>,
    caption: &Caption<'_>,
) -> Result<Picture, Error> {
    rungs.check(findings.peak.len())?;
    let title = peak_headline(findings, &rungs.labels);
    Picture::draw(&title, &in_words(findings, rungs, &title), |canvas| {
        let shown: Vec<Shown> = findings
            .peak
            .iter()
            .map(|case| Shown::of(case, findings.trials))
            .collect();
        let columns = PeakColumns::new(canvas, LADDER, rungs, &shown, rows::scale_end(findings));
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
fn in_words(findings: &Findings, rungs: &ChartRungs<'_>, title: &str) -> String {
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
        "{PURPOSE} {title}. {cases}. The off-ramp is “{off_ramp}”; limited war begins with “{limited_war}”. {INTERVALS}"
    )
}
