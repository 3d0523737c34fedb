//! Where everything stands: the rungs that are reached, each as high as the histories on it need,
//! "no crisis" below them with its dots, and the days along the foot.

use std::collections::BTreeSet;

use super::course::{Course, End};
use super::rows::{Row, rows};
use super::scene::Scene;
use super::stacks::Stacks;
use crate::report::chart::backend::{Area, Canvas, Position, bold, regular, xy};
use crate::report::chart::days::DayAxis;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::LEADING;

/// What stands beside the beginning of the record.
pub const REALLY: &str = "what really happened";
/// Names of rungs take no more than this part of the width.
const NAMES: f64 = 0.32;
/// Between names and lines, as a multiple of the size of a label.
const GAP: f64 = 1.4;
/// How thick a line is, of the distance of two, and in points.
const WIDTH: f64 = 0.36;
const WIDTHS: (f64, f64) = (1.2, 2.6);
/// The height of a line below the ladder, as a multiple of a line of text.
const BELOW: f64 = 1.1;
/// The diameter of a dot, as a multiple of the size of a label, and the part of the height that
/// dots take at most.
const DOT: f64 = 0.66;
const DOTS: f64 = 0.38;
/// The least diameter of the dot of a war, in points.
const DOT_LEAST: f64 = 5.0;
/// The radius of the dot of an act, of the distance of two lanes, and in points.
const ACT: f64 = 0.46;
const ACTS: (f64, f64) = (1.0, 4.0);
/// The radius of an arrow, in points.
const ARROW: f64 = 6.0;
const ARROW_LEAST: f64 = 2.5;
/// How wide the words beside arrows are, as a multiple of the size of a label.
const OPEN: f64 = 7.0;

/// Where everything stands.
pub struct Layout {
    pub axis: DayAxis,
    /// The left and right edge of it all.
    pub left: f64,
    pub right: f64,
    /// The upper edge of the rungs.
    pub top: f64,
    /// Rungs, from the top down.
    pub rows: Vec<Row>,
    /// Where "no crisis" begins, and the middle of its name.
    pub quiet: f64,
    pub quiet_name: f64,
    /// The dots below it.
    pub stacks: Stacks,
    /// The foot of it all.
    pub foot: f64,
    /// The distance of lanes.
    pitch: f64,
    /// How thick the line of a history is.
    pub width: f64,
    /// The radius of the arrow of one that goes on: smaller where several do.
    pub arrow: f64,
}

impl Layout {
    pub fn new(canvas: &Canvas, scene: &Scene, rungs: &ChartRungs<'_>, body: Area) -> Self {
        let label = canvas.sizes.label;
        let line = label * LEADING;
        let reached = reached(scene);
        let axis = axis(canvas, scene, rungs, &reached, body);
        let foot = body.bottom - DayAxis::height(canvas) - 1.15 * line;
        let top = body.top + 1.9 * label;
        let most = DOTS * (foot - top);
        let mut stacks = Stacks::new(scene, &axis, DOT * label, BELOW * line, most);
        let quiet = foot - stacks.height - BELOW * line;
        stacks.place(quiet + BELOW * line);
        let area = Area {
            top,
            bottom: quiet,
            ..body
        };
        let (rows, pitch) = rows(scene, &reached, area, line);
        let width = (WIDTH * pitch).clamp(WIDTHS.0, WIDTHS.1);
        let open = scene.courses.iter();
        let open = open.filter(|course| course.end == End::GoesOn).count();
        let most = if open > 1 { pitch / 2.0 } else { ARROW };
        Self {
            axis,
            left: body.left,
            right: body.right,
            top,
            rows,
            quiet,
            quiet_name: quiet + BELOW * line / 2.0,
            stacks,
            foot,
            pitch,
            width,
            arrow: most.clamp(ARROW_LEAST, ARROW),
        }
    }

    /// The radius of the dot of an act.
    pub fn act(&self) -> f64 {
        (ACT * self.pitch).clamp(ACTS.0, ACTS.1)
    }

    /// The place of a rung.
    pub fn row(&self, rung: usize) -> Option<&Row> {
        self.rows.iter().find(|row| row.rung == rung)
    }

    /// The height of the lane of a history on a rung.
    pub fn lane(&self, rung: usize, course: usize) -> f64 {
        let Some(row) = self.row(rung) else {
            return self.foot;
        };
        let lanes = row.courses.len().max(1);
        let lane = row.courses.iter().position(|&other| other == course);
        // The gravest runs highest.
        row.middle() + ((lanes - 1) as f64 / 2.0 - lane.unwrap_or(0) as f64) * self.pitch
    }

    /// Where the line of a course ends.
    pub fn end(&self, course: &Course, at: usize) -> Position {
        let rung = course.rung();
        match course.end {
            End::Quiet(day) => {
                let head = self.stacks.head(at);
                head.unwrap_or(xy(self.axis.x(day), self.foot))
            }
            End::War(day) => xy(self.axis.x(day), self.lane(rung, at)),
            End::GoesOn => xy(self.axis.right, self.lane(rung, at)),
        }
    }

    /// Where the crisis of a course ends: the line goes down or up there.
    pub fn turn(&self, course: &Course) -> f64 {
        match course.end {
            End::Quiet(day) | End::War(day) => self.axis.x(day),
            End::GoesOn => self.axis.right,
        }
    }

    /// The radius of the dot of a war, smaller where another is near.
    pub fn war_dot(&self, scene: &Scene, at: usize) -> f64 {
        let here = self.end(&scene.courses[at], at);
        let wars = scene.courses.iter().enumerate();
        let others =
            wars.filter(|&(other, course)| other != at && matches!(course.end, End::War(_)));
        let nearest = others
            .map(|(other, course)| self.end(course, other))
            .map(|there| (here.x - there.x).abs().max((here.y - there.y).abs()))
            .fold(self.stacks.pitch, f64::min);
        nearest.max(DOT_LEAST) / 2.0
    }
}

/// The rungs that anything drawn stands on.
fn reached(scene: &Scene) -> BTreeSet<usize> {
    let last = scene.last as f64;
    let record = scene.record.iter().filter(|act| act.0 <= last);
    let steps = scene.courses.iter().flat_map(|course| &course.steps);
    steps.chain(record).map(|step| step.1).collect()
}

/// The days along the foot: beside names, and beside what is said of those that go on.
fn axis(
    canvas: &Canvas,
    scene: &Scene,
    rungs: &ChartRungs<'_>,
    reached: &BTreeSet<usize>,
    body: Area,
) -> DayAxis {
    let label = canvas.sizes.label;
    let set = regular(label);
    let widths = reached
        .iter()
        .map(|&rung| canvas.ruler.width(rungs.labels[rung], set));
    let ends = scene
        .courses
        .iter()
        .map(|course| canvas.ruler.width(course.way().label(), set) + label);
    let really = if scene.has_record() {
        canvas.ruler.width(REALLY, bold(label))
    } else {
        0.0
    };
    let widest = widths.chain(ends).fold(really, f64::max);
    let names = widest.min(NAMES * (body.right - body.left));
    let has_open = scene.courses.iter().any(|course| course.end == End::GoesOn);
    let open = if has_open { OPEN } else { 0.0 };
    DayAxis {
        last: scene.last,
        left: body.left + names + GAP * label,
        right: body.right - (1.0 + open) * label,
    }
}
