//! Where everything stands: the rungs that are reached, "no crisis" below them with a line for each
//! way to get there, and the days along the foot.

use std::collections::BTreeSet;

use super::course::{Course, End, Way};
use super::scene::Scene;
use crate::report::chart::backend::{Area, Canvas, Position, regular, xy};
use crate::report::chart::days::DayAxis;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::LEADING;

/// Names of rungs take no more than this part of the width.
const NAMES: f64 = 0.32;
/// Between names and lines, as a multiple of the size of a label.
const GAP: f64 = 1.4;
/// The part of a rung's height that lanes take.
const LANES: f64 = 0.76;
/// The distance of two lanes at the most, and how thick a line is, of that distance and in points.
const PITCH: f64 = 7.0;
const WIDTH: f64 = 0.7;
const WIDTHS: (f64, f64) = (1.2, 2.6);
/// A rung that the record touches is so much higher, in lines of text, where others keep this
/// height at least.
const RECORD: f64 = 1.45;
const LEAST: f64 = 16.0;
/// The height of a line below the ladder, as a multiple of a line of text.
const BELOW: f64 = 1.1;

/// The place of a rung.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Which rung.
    pub rung: usize,
    pub top: f64,
    pub bottom: f64,
    /// The room for the record and its days, in the upper part.
    pub record: f64,
}

/// Where everything stands.
pub struct Layout {
    pub axis: DayAxis,
    /// The left edge of names.
    pub left: f64,
    /// Rungs, from the top down.
    pub rows: Vec<Row>,
    /// Where "no crisis" begins, and the middle of its name.
    pub quiet: f64,
    pub quiet_name: f64,
    /// The ways to get there, and the middles of their lines.
    pub ways: Vec<(Way, f64)>,
    /// The foot of it all.
    pub foot: f64,
    /// The distance of lanes, and how many there are.
    pitch: f64,
    lanes: usize,
    /// How thick the line of a history is.
    pub width: f64,
}

impl Layout {
    pub fn new(canvas: &Canvas, scene: &Scene, rungs: &ChartRungs<'_>, body: Area) -> Self {
        let label = canvas.sizes.label;
        let line = label * LEADING;
        let reached = reached(scene);
        let ways = ways(scene);
        let foot = body.bottom - DayAxis::height(canvas) - line;
        let quiet = foot - (ways.len() + 1) as f64 * BELOW * line;
        let top = body.top + 1.6 * label;
        let rows = rows(scene, &reached, (top, quiet), RECORD * line);
        let least = rows
            .iter()
            .map(|row| row.bottom - row.top - row.record)
            .fold(f64::INFINITY, f64::min);
        let lanes = scene.courses.len().max(1);
        let pitch = (LANES * least / lanes as f64).min(PITCH);
        let names = names_width(canvas, rungs, &reached, &ways, body);
        Self {
            axis: DayAxis {
                last: scene.last,
                left: body.left + names + GAP * label,
                right: body.right - label,
            },
            left: body.left,
            rows,
            quiet,
            quiet_name: quiet + BELOW * line / 2.0,
            ways: ways
                .into_iter()
                .zip(1..)
                .map(|(way, at)| (way, quiet + (f64::from(at) + 0.5) * BELOW * line))
                .collect(),
            foot,
            pitch,
            lanes,
            width: (WIDTH * pitch).clamp(WIDTHS.0, WIDTHS.1),
        }
    }

    /// The place of a rung.
    pub fn row(&self, rung: usize) -> Option<&Row> {
        self.rows.iter().find(|row| row.rung == rung)
    }

    /// The height of a lane on a rung.
    pub fn lane(&self, rung: usize, lane: usize) -> f64 {
        let Some(row) = self.row(rung) else {
            return self.foot;
        };
        let middle = f64::midpoint(row.top + row.record, row.bottom);
        // The gravest runs highest.
        middle + ((self.lanes - 1) as f64 / 2.0 - lane as f64) * self.pitch
    }

    /// Where a course ends.
    pub fn end(&self, course: &Course, lane: usize) -> Position {
        let rung = course.steps.last().map_or(0, |step| step.1);
        match course.end {
            End::Quiet(day) => {
                let way = self.ways.iter().find(|way| way.0 == course.way());
                xy(self.axis.x(day), way.map_or(self.foot, |way| way.1))
            }
            End::War(day) => xy(self.axis.x(day), self.lane(rung, lane)),
            End::GoesOn => xy(self.axis.right, self.lane(rung, lane)),
        }
    }
}

/// The rungs that anything drawn stands on.
fn reached(scene: &Scene) -> BTreeSet<usize> {
    let last = scene.last as f64;
    let record = scene.record.iter().filter(|act| act.0 <= last);
    let steps = scene.courses.iter().flat_map(|course| &course.steps);
    steps.chain(record).map(|step| step.1).collect()
}

/// The ways in which histories came to "no crisis", the calmest first.
fn ways(scene: &Scene) -> Vec<Way> {
    let mut ways: Vec<Way> = scene
        .courses
        .iter()
        .filter(|course| matches!(course.end, End::Quiet(_)))
        .map(Course::way)
        .collect();
    ways.dedup();
    ways
}

/// The places of the rungs between two heights, from the top down.
fn rows(
    scene: &Scene,
    reached: &BTreeSet<usize>,
    (top, bottom): (f64, f64),
    record: f64,
) -> Vec<Row> {
    let last = scene.last as f64;
    let touched: BTreeSet<usize> = scene
        .record
        .iter()
        .filter(|act| act.0 <= last)
        .map(|act| act.1)
        .collect();
    let n = reached.len().max(1) as f64;
    let all = bottom - top;
    let has_room = all - touched.len() as f64 * record >= n * LEAST;
    let record = if has_room { record } else { 0.0 };
    let plain = (all - touched.len() as f64 * record) / n;
    let mut rows = Vec::new();
    let mut edge = top;
    for &rung in reached.iter().rev() {
        let more = if touched.contains(&rung) { record } else { 0.0 };
        rows.push(Row {
            rung,
            top: edge,
            bottom: edge + plain + more,
            record: more,
        });
        edge += plain + more;
    }
    rows
}

/// The width that names take.
fn names_width(
    canvas: &Canvas,
    rungs: &ChartRungs<'_>,
    reached: &BTreeSet<usize>,
    ways: &[Way],
    body: Area,
) -> f64 {
    let set = regular(canvas.sizes.label);
    let labels = reached.iter().map(|&rung| rungs.labels[rung]);
    let ends = ways.iter().map(|way| way.label());
    let widest = labels
        .chain(ends)
        .map(|label| canvas.ruler.width(label, set))
        .fold(0.0, f64::max);
    widest.min(NAMES * (body.right - body.left))
}
