//! Where everything stands: names of rungs at the left, the course, and at the right what is said
//! of its acts.

use super::rows::{Room, Row, WAR, rows, shown};
use super::scene::Scene;
use crate::report::chart::backend::{Area, Canvas, regular};
use crate::report::chart::days::DayAxis;
use crate::report::chart::rungs::ChartRungs;

/// Names of rungs take no more than this part of the width, and what is said of acts this part.
const NAMES: f64 = 0.19;
const PANEL: f64 = 0.46;
/// Between names and course, and between course and what is said, as multiples of the size of a
/// label.
const GAP: f64 = 1.5;
const APART: f64 = 2.4;
/// Room for names of actors above and below the course.
const ROOM: f64 = 2.6;
/// The radius of a mark, of the size of a label.
const MARK: f64 = 0.78;

/// Where everything stands.
pub struct Layout {
    pub axis: DayAxis,
    /// The left edge of names.
    pub left: f64,
    /// The rungs that are shown, from the foot up.
    pub rows: Vec<Row>,
    /// The foot of the course.
    pub foot: f64,
    /// The radius of a mark.
    pub mark: f64,
    /// The room for what is said of acts.
    pub panel: Area,
}

impl Layout {
    pub fn new(canvas: &Canvas, scene: &Scene, rungs: &ChartRungs<'_>, body: Area) -> Self {
        let label = canvas.sizes.label;
        let width = body.right - body.left;
        let set = regular(label);
        let widest = shown(scene, rungs)
            .iter()
            .map(|&rung| canvas.ruler.width(rungs.labels[rung], set))
            .fold(0.0, f64::max);
        let names = widest.max(canvas.ruler.width(WAR, set)).min(NAMES * width);
        let foot = body.bottom - DayAxis::height(canvas);
        let panel = Area {
            left: body.right - PANEL * width,
            ..body
        };
        let room = Room {
            top: body.top + ROOM * label,
            bottom: foot - ROOM * label,
            names: NAMES * width,
        };
        Self {
            axis: DayAxis {
                last: scene.last,
                left: body.left + names + GAP * label,
                right: panel.left - APART * label,
            },
            left: body.left,
            rows: rows(canvas, scene, rungs, room),
            foot,
            mark: MARK * label,
            panel,
        }
    }

    /// The height of a rung.
    pub fn height(&self, rung: usize) -> f64 {
        let row = self.rows.iter().find(|row| row.rung == rung);
        row.map_or(self.foot, |row| row.y)
    }
}
