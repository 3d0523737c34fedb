//! Where everything stands: names of rungs at the left, the course, and at the right what is said
//! of its acts.

use std::collections::BTreeSet;

use super::scene::Scene;
use crate::report::chart::backend::{Area, Canvas, regular};
use crate::report::chart::days::DayAxis;
use crate::report::chart::rungs::ChartRungs;

/// Names of rungs take no more than this part of the width, and what is said of acts this part.
const NAMES: f64 = 0.21;
const PANEL: f64 = 0.32;
/// Between names and course, and between course and what is said, as multiples of the size of a
/// label.
const GAP: f64 = 1.5;
const APART: f64 = 3.0;
/// Room for names of actors above and below the course.
const ROOM: f64 = 2.6;
/// The radius of a mark, of the size of a label.
const MARK: f64 = 0.78;

/// Where everything stands.
pub struct Layout {
    pub axis: DayAxis,
    /// The left edge of names, and how wide they are.
    pub left: f64,
    pub names: f64,
    /// The rungs that are reached with their heights, from the top down.
    pub rows: Vec<(usize, f64)>,
    /// The distance of rungs.
    pub pitch: f64,
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
        let reached: BTreeSet<usize> = scene
            .courses()
            .flat_map(super::course::Course::rungs)
            .collect();
        let width = body.right - body.left;
        let set = regular(label);
        let widest = reached
            .iter()
            .map(|&rung| canvas.ruler.width(rungs.labels[rung], set))
            .fold(0.0, f64::max);
        let names = widest.min(NAMES * width);
        let foot = body.bottom - DayAxis::height(canvas);
        let panel = Area {
            left: body.right - PANEL * width,
            ..body
        };
        let top = body.top + ROOM * label;
        let bottom = foot - ROOM * label;
        let steps = reached.len().saturating_sub(1);
        let pitch = (bottom - top) / steps.max(1) as f64;
        let rows = reached.iter().rev().zip(0_u32..);
        let rows = rows.map(|(&rung, at)| {
            let y = if steps == 0 {
                f64::midpoint(top, bottom)
            } else {
                top + f64::from(at) * pitch
            };
            (rung, y)
        });
        Self {
            axis: DayAxis {
                last: scene.last,
                left: body.left + names + GAP * label,
                right: panel.left - APART * label,
            },
            left: body.left,
            names,
            rows: rows.collect(),
            pitch,
            foot,
            mark: MARK * label,
            panel,
        }
    }

    /// The height of a rung.
    pub fn height(&self, rung: usize) -> f64 {
        let row = self.rows.iter().find(|row| row.0 == rung);
        row.map_or(self.foot, |row| row.1)
    }
}
