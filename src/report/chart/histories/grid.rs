//! Where everything stands: panels in rows, the names of rungs at the left of each row.

use super::scene::Scene;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::days::DayAxis;
use crate::report::chart::parts::lines;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{INK, LEADING, MUTED};
use crate::report::words::NO_CRISIS;

/// Names of rungs take no more than this part of the width.
const NAMES: f64 = 0.24;
/// Between names and panels, and between the words of panels, as a multiple of the size of a label.
const GAP: f64 = 1.3;
const BETWEEN: f64 = 0.6;
/// Between the end of the days and that of a panel: room for an arrow and for the names of days.
const AIR: f64 = 3.1;
/// Between rows of panels.
const APART: f64 = 0.4;
/// Above the highest line and below the lowest, in points.
const EDGE: f64 = 9.0;
/// Maximum lines of a name.
const MOST_LINES: f64 = 2.0;

/// Where everything stands.
pub struct Grid {
    /// The left edge of the names, and how wide they are.
    left: f64,
    names: f64,
    /// The ladder of each panel, and its days.
    pub cells: Vec<Cell>,
    /// The rungs that have a line, from the foot up; "no crisis" is below them.
    levels: Vec<usize>,
    columns: usize,
}

/// The place of a panel.
#[derive(Clone, Copy)]
pub struct Cell {
    /// The upper edge of its heading.
    pub head: f64,
    /// Its right edge.
    pub right: f64,
    /// The edges of the ladder.
    pub top: f64,
    pub bottom: f64,
    pub axis: DayAxis,
    /// Whether the days have their names here: no panel is below.
    pub is_lowest: bool,
}

impl Grid {
    pub fn new(canvas: &Canvas, scene: &Scene, rungs: &ChartRungs<'_>, body: Area) -> Self {
        let label = canvas.sizes.label;
        let number = scene.panels.len();
        let columns = match number {
            0..=3 => number.max(1),
            4 => 2,
            _ => 3,
        };
        let rows = number.div_ceil(columns).max(1);
        let set = regular(label);
        let labels = scene.reached.iter().map(|&rung| rungs.labels[rung]);
        let widths = labels.chain([NO_CRISIS]);
        let widest = widths.map(|name| canvas.ruler.width(name, set));
        let names = widest.fold(0.0, f64::max);
        let names = names.min(NAMES * (body.right - body.left));
        let left = body.left + names + GAP * label;
        let width = (body.right - left + BETWEEN * label) / columns as f64;
        let days = DayAxis::height(canvas);
        let height = (body.bottom - body.top - days + APART * label) / rows as f64;
        let mut cells = Vec::new();
        for at in 0..number {
            let x = left + (at % columns) as f64 * width;
            let head = body.top + (at / columns) as f64 * height;
            let right = x + width - BETWEEN * label;
            let bottom = head + height - APART * label;
            cells.push(Cell {
                head,
                right,
                is_lowest: at + columns >= number,
                top: (head + 2.2 * label * LEADING).min(bottom - 2.0 * EDGE - 1.0),
                bottom,
                axis: DayAxis {
                    last: scene.last,
                    left: x,
                    right: right - AIR * label,
                },
            });
        }
        Self {
            left: body.left,
            names,
            cells,
            levels: scene.reached.iter().copied().collect(),
            columns,
        }
    }

    /// The height of a rung in a panel, or of "no crisis".
    pub fn y(&self, cell: &Cell, rung: Option<usize>) -> f64 {
        let at = rung.and_then(|rung| self.levels.iter().position(|&other| other == rung));
        let place = at.map_or(0, |at| at + 1);
        cell.bottom - EDGE - place as f64 * self.step(cell)
    }

    /// The highest rung that is reached.
    pub fn highest(&self) -> Option<usize> {
        self.levels.last().copied()
    }

    /// From line to line.
    fn step(&self, cell: &Cell) -> f64 {
        (cell.bottom - cell.top - 2.0 * EDGE) / self.levels.len().max(1) as f64
    }

    /// All heights of a panel that have a line.
    pub fn lines(&self, cell: &Cell) -> Vec<f64> {
        let rungs = self.levels.iter().map(|&rung| Some(rung));
        rungs.chain([None]).map(|rung| self.y(cell, rung)).collect()
    }

    /// Draws the names at the left of each row: all where there is room, else "no crisis", the
    /// highest and the first act first.
    pub fn draw_names(&self, canvas: &Canvas, rungs: &ChartRungs<'_>) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let line = set.size * LEADING;
        for cell in self.cells.iter().step_by(self.columns) {
            let at = xy(self.left, self.y(cell, None));
            lines(canvas, &[NO_CRISIS], at, set, MUTED, Align::Left)?;
            let mut taken: Vec<(f64, f64)> = vec![(at.y, line)];
            for rung in self.by_weight(rungs) {
                let middle = self.y(cell, Some(rung));
                let label = rungs.labels[rung];
                for most in [MOST_LINES as usize, 1] {
                    let words = canvas.ruler.label(label, set, self.names, most);
                    let height = words.len() as f64 * line;
                    let is_free = taken
                        .iter()
                        .all(|&(other, its)| (other - middle).abs() >= f64::midpoint(its, height));
                    if is_free {
                        let at = xy(self.left, middle);
                        lines(canvas, &words, at, set, INK, Align::Left)?;
                        taken.push((middle, height));
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// The rungs, those first whose names matter most.
    fn by_weight(&self, rungs: &ChartRungs<'_>) -> Vec<usize> {
        let highest = self.highest();
        let mut all: Vec<usize> = self.levels.iter().rev().copied().collect();
        all.sort_by_key(|&rung| match rung {
            _ if highest == Some(rung) => 0,
            _ if rungs.opening == Some(rung) => 1,
            _ => 2,
        });
        all
    }
}
