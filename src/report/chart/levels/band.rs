//! The band of one rung: the share of runs on it, day by day, and the line that leads to it from a
//! name outside.

use super::days::DaySpan;
use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas, Position};
use crate::report::chart::style::{INK, PAPER};
use crate::study::Findings;

/// Shares of this size on any day have a name.
pub const LARGE: f64 = 0.1;
/// Air beside a name inside its band.
pub const AIR: f64 = 7.0;
/// How thick a line to a band within is, the light on each of its sides, and the dot at its end.
const LINE: f64 = 1.0;
const LIGHT: f64 = 1.2;
const DOT: f64 = 2.8;

/// The band of one rung.
pub struct RungBand {
    /// Which rung.
    pub rung: usize,
    /// Its lower and upper edge at each place of each part.
    pub edges: Vec<Vec<(f64, f64)>>,
}

impl RungBand {
    /// The band of a rung in this area.
    pub fn new(rung: usize, area: Area, parts: &[Vec<DaySpan>], findings: &Findings) -> Self {
        let n = findings.trials.max(1) as f64;
        let mut edges = Vec::new();
        for places in parts {
            let mut edges_of_part = Vec::new();
            for place in places {
                let counts = &findings.levels[place.day];
                let below = counts[..rung].iter().sum::<u64>();
                let heights = [below, below + counts[rung]]
                    .map(|count| count as f64 / n * (area.bottom - area.top));
                edges_of_part.push((area.bottom - heights[0], area.bottom - heights[1]));
            }
            edges.push(edges_of_part);
        }
        Self { rung, edges }
    }

    /// Whether no run ever stands there.
    pub fn is_empty(&self) -> bool {
        self.edges
            .iter()
            .flatten()
            .all(|(lower, upper)| lower == upper)
    }

    /// Lower and upper edge on the first day.
    pub fn begin(&self) -> (f64, f64) {
        self.edges
            .first()
            .and_then(|edges| edges.first())
            .copied()
            .unwrap_or_default()
    }

    /// Lower and upper edge at the horizon.
    pub fn end(&self) -> (f64, f64) {
        self.edges
            .last()
            .and_then(|edges| edges.last())
            .copied()
            .unwrap_or_default()
    }
}

/// The height of a band between its lower and upper edge.
pub fn thick((lower, upper): (f64, f64)) -> f64 {
    lower - upper
}

/// A line from a name to the dot in its band.
pub fn leader_line(canvas: &Canvas, from: Position, to: Position) -> Result<(), Error> {
    for (colour, more) in [(PAPER, LIGHT), (INK, 0.0)] {
        canvas.line(from, to, colour, LINE + 2.0 * more)?;
    }
    canvas.dot(to, DOT, INK, (PAPER, LIGHT))
}
