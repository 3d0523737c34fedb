//! The share of histories on each rung, day by day, as areas above each other: war at the foot,
//! since its share is then read from zero, and white above for those that are in no crisis.

mod above;
mod bands;
mod beside;
mod inside;
mod scale;

use super::Frame;
use super::days::DayAxis;
use super::rungs::ChartRungs;
use super::style::{INK, LEADING, PAPER};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Picture, fault, regular, xy};
use crate::report::words::{base, cut_in_words, has_later_crises, levels_in_words};
use crate::study::{Findings, Timeline};
use bands::{Band, bands};
use beside::LEADER;

/// How wide the names beside the areas may be, as a multiple of the size of a label.
const BESIDE: f64 = 13.5;
/// An area is large where it is so much of all on some day, and ends as a sliver below this.
const LARGE: f64 = 0.04;
const SLIVER: f64 = 2.0;

/// Draws the shares of a run by day; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where the findings are of another ladder than the rungs, or the course of other
/// days, or drawing fails.
pub fn levels(
    findings: &Findings,
    rungs: &ChartRungs<'_>,
    timeline: &Timeline,
    frame: &Frame,
) -> Result<Picture, Error> {
    let levels = rungs.of_levels();
    levels.check(findings.levels.first().map_or(0, Vec::len))?;
    if timeline.ended.len() != findings.levels.len() {
        return Err(fault("the course is of other days"));
    }
    let description = levels_in_words(findings, timeline, &levels.labels);
    frame.picture(&description, |canvas, body| {
        let chart = LevelChart {
            findings,
            timeline,
            rungs,
            body,
        };
        chart.draw(canvas)
    })
}

/// What is drawn, and where.
struct LevelChart<'a> {
    findings: &'a Findings,
    timeline: &'a Timeline,
    rungs: &'a ChartRungs<'a>,
    body: Area,
}

impl LevelChart<'_> {
    fn draw(&self, canvas: &Canvas) -> Result<(), Error> {
        let label = canvas.sizes.label;
        let trials = self.findings.trials;
        let axis = DayAxis {
            last: self.timeline.cut(trials),
            left: self.body.left + 2.6 * label,
            right: self.body.right - BESIDE * label - LEADER,
        };
        let marks = scale::Marks::new(canvas, &axis, self.timeline, trials);
        let note = if marks.say_the_cut() {
            0.0
        } else {
            LEADING * label
        };
        let foot = DayAxis::height(canvas) + marks.height(canvas) + note;
        let plot = Area {
            left: axis.left,
            top: self.body.top + 2.1 * label,
            right: axis.right,
            bottom: self.body.bottom - foot,
        };
        let set = regular(label);
        let words = heading(self.findings);
        let at = xy(self.body.left, self.body.top + label);
        canvas.text(&words, at, set, INK, Align::Left)?;
        let bands = bands(self.findings, self.rungs, &axis, plot);
        scale::shares(canvas, plot, base(trials))?;
        draw_bands(canvas, &bands, plot)?;
        marks.draw(canvas, plot)?;
        self.names(canvas, &bands, plot, &marks.lines())?;
        axis.draw(canvas, plot.bottom)?;
        if marks.say_the_cut() {
            return Ok(());
        }
        let note = cut_in_words(self.findings, self.timeline, axis.last);
        axis.note(canvas, self.body.bottom, &note)
    }
}

impl LevelChart<'_> {
    /// Draws the names of the areas: within them, else at the right edge, else above.
    fn names(
        &self,
        canvas: &Canvas,
        bands: &[Band<'_>],
        plot: Area,
        marks: &[f64],
    ) -> Result<(), Error> {
        let rest = inside::draw(canvas, bands, plot, marks)?;
        let large = LARGE * (plot.bottom - plot.top);
        let (above, right): (Vec<&Band<'_>>, Vec<&Band<'_>>) =
            rest.bands.into_iter().partition(|band| {
                let end = band.end().map_or(0.0, |end| end.thickness());
                band.thickest() >= large && end < SLIVER
            });
        beside::draw(canvas, &right, plot, self.body.right)?;
        match bands.last() {
            Some(white) => above::draw(canvas, &above, white, plot, rest.taken, marks),
            None => Ok(()),
        }
    }
}

/// What the areas are.
fn heading(findings: &Findings) -> String {
    let of = match base(findings.trials) {
        1 => "Where the one history stands".to_owned(),
        base => format!("Where {base} histories stand"),
    };
    if has_later_crises(findings) {
        format!("{of}, day by day; later crises count too")
    } else {
        format!("{of}, day by day")
    }
}

/// Fills the areas, from the top down, each from its upper edge to the foot: no seams between
/// neighbours. A white line parts those that are thick enough.
fn draw_bands(canvas: &Canvas, bands: &[Band<'_>], plot: Area) -> Result<(), Error> {
    const THICK: f64 = 8.0;
    const SEAM: f64 = 0.8;
    for band in bands.iter().rev() {
        let mut points = vec![xy(plot.right, plot.bottom), xy(plot.left, plot.bottom)];
        points.extend(band.upper());
        canvas.shape(&points, band.colour)?;
    }
    let parted = bands.iter().filter(|band| band.thickest() >= THICK);
    for band in parted.filter(|band| band.colour != PAPER) {
        canvas.path(&band.upper(), PAPER, SEAM)?;
    }
    Ok(())
}
