//! The line and its band between the two axes.

use super::axis_scale::AxisScale;
use super::clear::Clear;
use super::curve::{Course, CoursePoint};
use super::foot::AxisFoot;
use super::value_axis::{ValueAxis, ValueRange};
use crate::error::Error;
use crate::quantities::Quantity;
use crate::report::chart::backend::{Align, Area, Canvas, Position, bold, regular, xy};
use crate::report::chart::style::{BAND, GRID, INK, LEADING, MIDDLE, MUTED, OUTLINE, PAPER};
use crate::report::words::{AxisWords, ValueScale};
use crate::study::{Axis, Standing};

/// How thick the line is.
const LINE: f64 = 4.5;
/// The radius of a point that was run, and up to so many of them are marked.
const POINT: f64 = 5.0;
const MOST_POINTS: usize = 25;
/// How much of the room between two edges the heading may take.
const HEAD: f64 = 0.7;

/// What stands around a line.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// What is varied.
    pub axis: &'a Axis,
    /// It in words.
    pub words: &'a AxisWords,
    /// Where the scenario stands on it.
    pub base: &'a Standing,
    /// In what values are counted.
    pub scale: &'a ValueScale,
    /// What they are of.
    pub quantity: Quantity,
    /// A value that is marked.
    pub marked: Option<f64>,
    /// Whether what lies between the points matters.
    pub moves: bool,
}

impl<'a> Around<'a> {
    const fn foot(&self, body: Area) -> AxisFoot<'a> {
        AxisFoot::new(self.words, self.base, body, self.axis.is_log())
    }
}

/// Where everything lies.
pub struct Plot<'a> {
    /// The line.
    pub course: &'a Course,
    /// The scale across.
    pub along: AxisScale<'a>,
    /// The scale up.
    pub up: ValueAxis,
    /// Between the axes.
    pub area: Area,
    body: Area,
    around: Around<'a>,
}

impl<'a> Plot<'a> {
    /// A plot in a body, with so much room at the right of it.
    pub fn new(
        canvas: &Canvas,
        body: Area,
        course: &'a Course,
        around: Around<'a>,
        margin: f64,
    ) -> Self {
        let range = ValueRange::new(
            course,
            around.scale,
            around.quantity,
            around.marked,
            around.moves,
        );
        let foot = around.foot(body).height(canvas);
        let area = Area {
            left: body.left + range.width(canvas),
            top: body.top + canvas.sizes.label * (LEADING + 0.7),
            right: body.right - margin,
            bottom: body.bottom - foot,
        };
        Self {
            course,
            along: AxisScale::new(around.axis, area.left, area.right),
            up: ValueAxis::new(range, area.top, area.bottom),
            area,
            body,
            around,
        }
    }

    /// Where a value of the quantity at one of the axis is.
    pub fn at(&self, value: f64, shown: f64) -> Position {
        xy(self.along.x(value), self.up.y(shown))
    }

    /// What labels keep clear of: the line with its band.
    pub fn clear(&self) -> Clear {
        let mut clear = Clear::new(Area {
            top: self.area.top - 10.0,
            right: self.body.right,
            ..self.area
        });
        for stretch in self.course.stretches() {
            let [upper, lower] = self.band_edges(stretch);
            clear.take_band(&upper, &lower, LINE);
            clear.take_path(&self.positions(stretch), LINE);
            for point in stretch {
                let at = self.at(point.value, point.shown.unwrap_or_default());
                clear.take_line([at, at], POINT + 1.0);
            }
        }
        clear
    }

    /// Draws what stands around the line: what is counted, and both axes; `own` where the lower
    /// one says where the scenario stands.
    pub fn frame(&self, canvas: &Canvas, own: bool) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let heading = self.around.scale.heading(self.around.quantity);
        let heading = match self.up.foot() {
            Some(foot) => format!("{heading} (the axis begins at {foot}, not at zero)"),
            None => heading,
        };
        let width = self.body.right - self.body.left;
        let heading = canvas.ruler.cut_middle(&heading, set, width);
        let baseline = xy(self.body.left, self.body.top + set.size * 0.8);
        canvas.text(&heading, baseline, set, INK, Align::Left)?;
        self.up.draw(canvas, self.area.left, self.area.right)?;
        let foot = AxisFoot {
            y: self.area.bottom,
            ..self.around.foot(self.body)
        };
        foot.draw(canvas, &self.along, own)
    }

    /// Draws the band and the line.
    pub fn line(&self, canvas: &Canvas) -> Result<(), Error> {
        let marked = self.course.points.len() <= MOST_POINTS;
        for stretch in self.course.stretches() {
            let [upper, lower] = self.band_edges(stretch);
            let outline: Vec<Position> = upper.into_iter().chain(lower.into_iter().rev()).collect();
            if stretch.len() > 1 {
                canvas.translucent(&outline, OUTLINE, BAND)?;
            }
            let line = self.positions(stretch);
            canvas.path(&line, OUTLINE, LINE)?;
            if marked || line.len() == 1 {
                for &at in &line {
                    canvas.dot(at, POINT, OUTLINE, (PAPER, 1.2))?;
                }
            }
        }
        self.gaps(canvas)
    }

    /// Says along which values it cannot occur, where there is room to.
    fn gaps(&self, canvas: &Canvas) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let words = "cannot occur";
        for [from, to] in self.course.gaps() {
            let left = self.along.x(from);
            let right = self.along.x(to);
            let middle = f64::midpoint(left, right);
            let half = canvas.ruler.width(words, set) / 2.0;
            let middle = middle.clamp(self.area.left + half + 4.0, self.area.right - half);
            let y = self.area.bottom - set.size * 0.6;
            if right - left >= half {
                canvas.text(words, xy(middle, y), set, MUTED, Align::Centre)?;
            }
        }
        Ok(())
    }

    /// Draws the value at the left end of the line, clear of it.
    pub fn first_value(&self, canvas: &Canvas, clear: &mut Clear) -> Result<(), Error> {
        let Some([first, _]) = self.course.ends() else {
            return Ok(());
        };
        self.value(canvas, clear, first)
    }

    /// Draws the value of a point, clear of the line.
    pub fn value(
        &self,
        canvas: &Canvas,
        clear: &mut Clear,
        point: CoursePoint,
    ) -> Result<(), Error> {
        let Some(shown) = point.shown else {
            return Ok(());
        };
        let words = self.around.scale.figure(shown);
        let set = bold(canvas.sizes.lead);
        let at = self.at(point.value, shown);
        if let Some(place) = clear.label(&canvas.ruler, &words, set, at) {
            canvas.fill(place.area, PAPER)?;
            canvas.text(&words, place.baseline, set, INK, Align::Left)?;
        }
        Ok(())
    }

    /// Draws the value at the right end of the line, beside it.
    pub fn last_value(&self, canvas: &Canvas) -> Result<(), Error> {
        let Some([_, last]) = self.course.ends() else {
            return Ok(());
        };
        let Some(shown) = last.shown else {
            return Ok(());
        };
        let set = bold(canvas.sizes.lead);
        let at = self.at(last.value, shown);
        let baseline = xy(at.x + POINT + 7.0, at.y + MIDDLE * set.size);
        let words = self.around.scale.figure(shown);
        canvas.text(&words, baseline, set, INK, Align::Left)
    }

    /// How much room the value at the right end takes.
    pub fn margin(canvas: &Canvas, course: &Course, scale: &ValueScale) -> f64 {
        let last = course.ends().and_then(|[_, last]| last.shown);
        let words = last.map_or_else(String::new, |shown| scale.figure(shown));
        canvas.ruler.width(&words, bold(canvas.sizes.lead)) + POINT + 9.0
    }

    fn positions(&self, stretch: &[CoursePoint]) -> Vec<Position> {
        let known = stretch
            .iter()
            .filter_map(|point| Some((point.value, point.shown?)));
        known.map(|(value, shown)| self.at(value, shown)).collect()
    }

    /// The upper and the lower edge of the band; the line itself where there is no interval.
    fn band_edges(&self, stretch: &[CoursePoint]) -> [Vec<Position>; 2] {
        let mut upper = Vec::new();
        let mut lower = Vec::new();
        for point in stretch {
            let shown = point.shown.unwrap_or_default();
            let [low, high] = point.ends.unwrap_or([shown, shown]);
            upper.push(self.at(point.value, high));
            lower.push(self.at(point.value, low));
        }
        [upper, lower]
    }
}

/// Says in the middle of a body that there is nothing to draw, and why.
pub fn nothing_to_draw(canvas: &Canvas, body: Area, why: &str) -> Result<(), Error> {
    let set = regular(canvas.sizes.lead);
    let width = (body.right - body.left) * HEAD;
    let mut y = f64::midpoint(body.top, body.bottom) - set.size;
    canvas.line(
        xy(body.left, y - set.size),
        xy(body.right, y - set.size),
        GRID,
        1.0,
    )?;
    for line in canvas.ruler.wrap(why, set, width, 3) {
        y += set.size * LEADING;
        canvas.text(&line, xy(body.left, y), set, MUTED, Align::Left)?;
    }
    Ok(())
}
