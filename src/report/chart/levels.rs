//! Where the crisis stands day by day: single runs, their median and the record on the ladder;
//! below, on the same days, the share of runs on each rung.

mod across;
mod band;
mod days;
mod key;
mod ladder;
pub(super) mod layout;
mod lines;
mod names;
mod stack;

use super::frame;
use super::rungs::ChartRungs;
use super::style::{LEFT, PAPER, RIGHT};
use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas, Picture, fault, xy};
use crate::report::figure::Caption;
use crate::report::words::{margin_in_words, timeline_headline, timeline_in_words};
use crate::study::{Findings, Timeline};
use crate::tally::levels::place;
use days::Days;
use ladder::LadderPanel;
use layout::{BESIDE, DAYS_RIGHT, LADDER, SHARES, SHARES_HEADING};

/// Draws the days of a run; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where the findings are of another ladder than the rungs, or the course of other
/// days, or drawing fails.
pub fn levels(
    findings: &Findings,
    rungs: &ChartRungs<'_>,
    timeline: &Timeline,
    caption: &Caption<'_>,
) -> Result<Picture, Error> {
    let rungs = &rungs.of_levels();
    rungs.check(findings.levels.first().map_or(0, Vec::len))?;
    check(findings, rungs, timeline)?;
    let title = timeline_headline(findings, timeline, &rungs.labels);
    Picture::draw(
        &title,
        &timeline_in_words(findings, timeline, &rungs.labels),
        |canvas| {
            let ladder = LadderPanel::new(canvas, rungs, LADDER);
            let days = Days::new(
                timeline.settled,
                findings.levels.len() - 1,
                (ladder.left, DAYS_RIGHT),
            );
            let record = lines::record(timeline, &days);
            frame::title(canvas, &title)?;
            frame::heading(
                canvas,
                LEFT,
                DAYS_RIGHT,
                heading(timeline, !record.is_empty()),
            )?;
            ladder.draw(canvas, &days, findings)?;
            lines::draw(canvas, &ladder, &days, timeline, &record)?;
            key::draw(
                canvas,
                area(LADDER, BESIDE, RIGHT),
                timeline,
                &days,
                !record.is_empty(),
            )?;
            let margin = margin_in_words(timeline);
            let heading = format!("Share of runs on each level, day by day ({margin})");
            frame::heading_at(canvas, xy(LEFT, SHARES_HEADING), RIGHT, &heading)?;
            let shares = area(SHARES, ladder.left, DAYS_RIGHT);
            let mentioned = [
                timeline.median.last().map_or(0, |median| median.level),
                rungs.len() - 1,
            ];
            stack::draw(canvas, shares, &days, findings, rungs, &mentioned)?;
            breaks(canvas, &days)?;
            days.scale(canvas, SHARES.1)?;
            frame::caption(canvas, caption, "")
        },
    )
}

/// That the course is of these days and of this ladder.
fn check(findings: &Findings, rungs: &ChartRungs<'_>, timeline: &Timeline) -> Result<(), Error> {
    let steps = timeline.histories.iter().flat_map(|history| &history.steps);
    let steps = steps.map(|&(_, rung)| place(rung));
    let record = timeline.record.iter().map(|&(_, rung)| place(Some(rung)));
    let medians = timeline
        .median
        .iter()
        .map(|median| median.high.unwrap_or(median.level));
    let on_ladder = steps
        .chain(record)
        .chain(medians)
        .all(|rung| rung < rungs.len());
    let sound = on_ladder && timeline.median.len() == findings.levels.len();
    if sound {
        Ok(())
    } else {
        Err(fault("the course is of other days or another ladder"))
    }
}

fn heading(timeline: &Timeline, record: bool) -> &'static str {
    match (timeline.histories.is_empty(), record) {
        (false, true) => "Single runs, the median of all runs, and what really happened",
        (false, false) => "Single runs, and the median of all runs",
        (true, true) => "The median of all runs, and what really happened",
        (true, false) => "The median of all runs",
    }
}

fn area((top, bottom): (f64, f64), left: f64, right: f64) -> Area {
    Area {
        left,
        top,
        right,
        bottom,
    }
}

/// White where the scale of days changes, over all that crosses it.
fn breaks(canvas: &Canvas, days: &Days) -> Result<(), Error> {
    let Some((left, right)) = days.gap() else {
        return Ok(());
    };
    for (top, bottom) in [LADDER, SHARES] {
        canvas.fill(area((top - 2.0, bottom + 2.0), left, right), PAPER)?;
    }
    Ok(())
}
