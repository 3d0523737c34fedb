//! The ladder beside the days: the names of its rungs, and how many runs stand where.

use super::days::Days;
use super::layout::BESIDE;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, Type, regular, xy};
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{
    GRID, INK, LEFT, MIDDLE, MUTED, OUTLINE, SHADES, ladder_colour, shade, size,
};
use crate::study::Findings;

/// How wide the names may be, at least and at most.
const NAMES: (f64, f64) = (190.0, 250.0);
/// The strip of the ladder's colours between the names and the days, with air on both sides.
const STRIP: f64 = 10.0;
const AIR: f64 = 6.0;
/// How long a stroke of the line above the off-ramp is.
const DASH: f64 = 5.0;
/// Between the lines of neighbouring names, as a multiple of their size.
const LEADING: f64 = 1.22;
/// Between the lines of one name.
const TIGHT: f64 = 1.08;

/// A panel with a row for each rung.
pub struct LadderPanel<'a> {
    rungs: &'a ChartRungs<'a>,
    set: Type,
    top: f64,
    bottom: f64,
    /// Where the days begin.
    pub left: f64,
    /// The height of a row.
    pub row: f64,
}

impl<'a> LadderPanel<'a> {
    /// As wide as its names need.
    pub fn new(canvas: &Canvas, rungs: &'a ChartRungs<'a>, (top, bottom): (f64, f64)) -> Self {
        let row = (bottom - top) / rungs.len() as f64;
        let full = regular((row / LEADING).clamp(size::LEAST, size::NOTE));
        let fitting = rungs
            .labels
            .iter()
            .map(|label| canvas.ruler.fitting_size(label, full, NAMES.1, size::LEAST))
            .map(|set| set.size);
        // One size for all, as small as the longest needs.
        let set = regular(fitting.fold(full.size, f64::min));
        let widest = rungs
            .labels
            .iter()
            .map(|label| canvas.ruler.width(label, set))
            .fold(0.0, f64::max);
        Self {
            rungs,
            set,
            top,
            bottom,
            left: LEFT + widest.clamp(NAMES.0, NAMES.1) + STRIP + 2.0 * AIR,
            row,
        }
    }

    /// The middle of a rung's row; war is at the top.
    pub fn middle(&self, rung: usize) -> f64 {
        self.bottom - (rung as f64 + 0.5) * self.row
    }

    /// Draws names, rows and shades.
    pub fn draw(&self, canvas: &Canvas, days: &Days, findings: &Findings) -> Result<(), Error> {
        self.names(canvas)?;
        for rung in 1..self.rungs.len() {
            let y = self.middle(rung) + self.row / 2.0;
            canvas.line(xy(self.left, y), xy(days.x(days.horizon()), y), GRID, 0.6)?;
        }
        for rung in 0..self.rungs.len() {
            self.shades(canvas, days, findings, rung)?;
        }
        for (_, x) in days.figures() {
            canvas.line(xy(x, self.top), xy(x, self.bottom), GRID, 0.6)?;
        }
        let [left, right] = [self.left, days.x(days.horizon())];
        let off_ramp = self.middle(self.rungs.off_ramp) - self.row / 2.0;
        off_ramp_line(canvas, xy(left, off_ramp), right)?;
        canvas.line(xy(left, self.bottom), xy(right, self.bottom), OUTLINE, 1.0)
    }

    /// Every name where there is room; else those of the foot, of the opening and of the top, and
    /// as many others from the top down as keep apart.
    fn names(&self, canvas: &Canvas) -> Result<(), Error> {
        let strip = self.left - AIR - STRIP;
        let width = strip - AIR - LEFT;
        let named = self.named();
        for (rung, label) in self.rungs.labels.iter().enumerate() {
            let y = self.middle(rung);
            let half = self.row / 2.0;
            let patch = Area {
                left: strip,
                top: y - half,
                right: strip + STRIP,
                bottom: y + half,
            };
            canvas.bar(patch, ladder_colour(rung, self.rungs.len()), OUTLINE, 0.5)?;
            if !named.contains(&rung) {
                continue;
            }
            let two = self.row >= 2.0 * TIGHT * self.set.size;
            let words = canvas
                .ruler
                .label(label, self.set, width, if two { 2 } else { 1 });
            let first = y - (words.len() - 1) as f64 * TIGHT * self.set.size / 2.0;
            for (line, at) in words.iter().zip(0u8..) {
                let baseline = first + (MIDDLE + f64::from(at) * TIGHT) * self.set.size;
                canvas.text(line, xy(strip - AIR, baseline), self.set, INK, Align::Right)?;
            }
        }
        Ok(())
    }

    /// The rungs that have their names.
    fn named(&self) -> Vec<usize> {
        let top = self.rungs.len() - 1;
        let every = (self.set.size * LEADING / self.row).ceil().max(1.0) as usize;
        let mut named: Vec<usize> = Vec::new();
        for rung in [0]
            .into_iter()
            .chain(self.rungs.opening)
            .chain((0..=top).rev())
        {
            if named.iter().all(|&other| rung.abs_diff(other) >= every) {
                named.push(rung);
            }
        }
        named
    }

    /// The cells of a rung; neighbours that look alike are drawn as one.
    fn shades(
        &self,
        canvas: &Canvas,
        days: &Days,
        findings: &Findings,
        rung: usize,
    ) -> Result<(), Error> {
        let half = self.row / 2.0 - 0.5;
        for places in days.places() {
            let runs = places.chunk_by(|one, next| {
                depth(findings, one.day, rung) == depth(findings, next.day, rung)
            });
            for alike in runs {
                let Some(first) = alike.first() else {
                    continue;
                };
                let last = alike.last().unwrap_or(first);
                let y = self.middle(rung);
                let area = Area {
                    left: first.left,
                    top: y - half,
                    right: last.right,
                    bottom: y + half,
                };
                let depth = depth(findings, first.day, rung);
                if depth > 0 && area.right < BESIDE {
                    canvas.fill(area, shade(depth))?;
                }
            }
        }
        Ok(())
    }
}

/// How dark the cell of a rung on a day is.
fn depth(findings: &Findings, day: usize, rung: usize) -> u8 {
    let trials = findings.trials.max(1) as f64;
    (f64::from(SHADES) * (findings.levels[day][rung] as f64 / trials).sqrt()).ceil() as u8
}

/// Draws the line above the off-ramp: broken, so that none takes it for a run.
pub fn off_ramp_line(canvas: &Canvas, from: Position, right: f64) -> Result<(), Error> {
    let Position { mut x, y } = from;
    while x < right {
        canvas.line(xy(x, y), xy((x + DASH).min(right), y), MUTED, 1.4)?;
        x += 2.0 * DASH;
    }
    Ok(())
}
