//! The share of histories on each rung, day by day, as areas above each other: war at the foot,
//! since its share is then read from zero, and white above for those that are in no crisis.

mod bands;
mod inside;
mod names;
mod scale;

use super::Frame;
use super::days::DayAxis;
use super::rungs::ChartRungs;
use super::style::{INK, LEADING, PAPER};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Picture, fault, regular, xy};
use crate::report::words::{
    base, cut_in_words, has_later_crises, last_of_levels, levels_in_words, marked_day,
};
use crate::sim::Outcome;
use crate::study::{Findings, Timeline};
use bands::{Band, bands};
use scale::{Mark, Scale};

/// How wide the names beside the areas may be, as a multiple of the size of a label.
const BESIDE: f64 = 15.5;

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
    /// Draws all of it: as wide as the body where every area has room for its name.
    fn draw(&self, canvas: &Canvas) -> Result<(), Error> {
        let label = canvas.sizes.label;
        let wide = Layout::new(self, canvas, self.body.right - label);
        let bands = bands(self.findings, self.rungs, &wide.axis, wide.plot, wide.scale);
        let names = inside::place(canvas, &bands, wide.plot, &wide.marks());
        if names.rest.is_empty() {
            return self.draw_on(canvas, &wide);
        }
        let beside = names::width(canvas, &names.rest).min(BESIDE * label);
        let narrow = Layout::new(self, canvas, self.body.right - beside);
        self.draw_on(canvas, &narrow)
    }

    /// Draws all of it in this layout.
    fn draw_on(&self, canvas: &Canvas, layout: &Layout) -> Result<(), Error> {
        let label = canvas.sizes.label;
        let plot = layout.plot;
        let bands = bands(self.findings, self.rungs, &layout.axis, plot, layout.scale);
        let names = inside::place(canvas, &bands, plot, &layout.marks());
        let numbers = (!names.rest.is_empty()).then_some(layout.axis.last);
        let words = heading(self.findings, numbers, layout.scale);
        let at = xy(self.body.left, self.body.top + label);
        let room = self.body.right - self.body.left;
        let words = canvas.ruler.cut(&words, regular(label), room);
        canvas.text(&words, at, regular(label), INK, Align::Left)?;
        layout.scale.draw(canvas, plot)?;
        draw_bands(canvas, &bands, plot)?;
        if let Some(mark) = &layout.mark {
            mark.draw(canvas, plot)?;
        }
        names.draw(canvas)?;
        if let Some(war) = bands.first() {
            names::draw(
                canvas,
                &names.rest,
                war,
                plot,
                self.body.right,
                layout.scale,
            )?;
        }
        layout.axis.draw(canvas, plot.bottom)?;
        let foot = self.body.bottom - 0.25 * label;
        DayAxis::note(canvas, self.body.right, foot, &layout.note)
    }

    /// The last day that is shown. Where few histories are drawn in steps, the last step shows only
    /// on the day after.
    fn last(&self) -> usize {
        let cut = last_of_levels(self.findings, self.timeline);
        let more = usize::from(self.findings.trials < bands::FEW);
        (cut + more).min(self.timeline.last_day())
    }
}

/// Where everything stands.
struct Layout {
    axis: DayAxis,
    plot: Area,
    /// The day of the title.
    mark: Option<Mark>,
    scale: Scale,
    /// Why the days end where they do.
    note: String,
}

impl Layout {
    /// The layout of a chart whose days end at `right`.
    fn new(chart: &LevelChart<'_>, canvas: &Canvas, right: f64) -> Self {
        let label = canvas.sizes.label;
        let body = chart.body;
        let axis = DayAxis {
            last: chart.last(),
            left: body.left + 2.6 * label,
            right,
        };
        let note = note(chart.findings, chart.timeline, axis.last);
        let scale = Scale::new(chart.findings, axis.last);
        let day = marked_day(chart.findings, chart.timeline).filter(|_| !scale.is_cut());
        let mark = day.and_then(|day| Mark::new(canvas, &axis, chart.findings, day));
        let free = body.right - canvas.ruler.width(&note, regular(label));
        let lines = mark.as_ref().map_or(1.0, |mark| mark.lines(canvas, free));
        Self {
            plot: Area {
                left: axis.left,
                top: body.top + 2.1 * label,
                right,
                bottom: body.bottom - DayAxis::height(canvas) - lines * LEADING * label,
            },
            axis,
            mark,
            scale,
            note,
        }
    }

    /// What no name may cross.
    fn marks(&self) -> Vec<f64> {
        self.mark.iter().map(|mark| mark.x).collect()
    }
}

/// Up to which day the areas are shown, and where wars are that are over.
fn note(findings: &Findings, timeline: &Timeline, last: usize) -> String {
    let shown = cut_in_words(timeline, last);
    let has_limited = findings.outcome(Outcome::LimitedWar).share.share > 0.0;
    if has_limited {
        format!("{shown}. After a limited war has ended, it counts as “No crisis”")
    } else {
        shown
    }
}

/// What the areas are, and of which day the numbers beside them are, if there are any.
fn heading(findings: &Findings, numbers: Option<usize>, scale: Scale) -> String {
    let of = match base(findings.trials) {
        1 => "Where the one history stands".to_owned(),
        base => format!("Where {base} histories stand"),
    };
    let numbers = numbers.map(|day| format!("; numbers at the right: on day {day}"));
    let numbers = numbers.unwrap_or_default();
    // One of the two has room.
    let later = if has_later_crises(findings) && !scale.is_cut() {
        "; later crises count too"
    } else {
        ""
    };
    let cut = scale.in_words();
    format!("{of}, day by day{later}{numbers}{cut}")
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
