//! The dots, in rows of ten.

use std::f64::consts::PI;

use crate::error::Error;
use crate::numerals::nearest;
use crate::report::chart::backend::{Area, Canvas, Position, xy};
use crate::report::chart::style::{OUTLINE, outcome_colour, outcome_outline};
use crate::report::words::dots_of_a_hundred;
use crate::sim::Outcome;
use crate::study::Findings;

/// Dots of a row.
const ROW: u32 = 10;
/// The widest that the dots may be, as a part of the chart.
const WIDTH: f64 = 0.6;
/// From row to row at most: a few dots are no balloons.
const MOST: f64 = 110.0;
/// From dot to dot along a row at most, as a multiple of that from row to row: rows are read as
/// rows.
const STRETCH: f64 = 1.2;
/// How large a dot is, as a multiple of the distance to the next.
const RADIUS: f64 = 0.41;

/// A part of a dot is drawn from so much of it on.
const SEEN: f64 = 0.02;
/// How far the parts of a dot stay within its outline.
const INSET: f64 = 1.0;
/// Points along half of a circle, and how often the place of a cut is halved.
const STEPS: u8 = 16;
const HALVINGS: u8 = 40;

/// Where the dots stand.
pub struct Grid {
    /// Where the dots of each end begin and end.
    spans: [(f64, f64); Outcome::ALL.len()],
    /// The dots of each end as whole numbers that add up, to stand beside.
    pub counts: [u32; Outcome::ALL.len()],
    /// The upper left corner.
    corner: Position,
    /// From dot to dot along a row and from row to row.
    pitch: Position,
}

impl Grid {
    /// As large as there is room for.
    pub fn new(area: Area, findings: &Findings) -> Self {
        let spans = dots_of_a_hundred(findings);
        let counts = spans.map(|(from, to)| (nearest(to) - nearest(from)) as u32);
        let all: u32 = counts.iter().sum();
        let rows = f64::from(all.div_ceil(ROW).max(1));
        let columns = f64::from(all.clamp(1, ROW));
        let across = (area.right - area.left) * WIDTH / columns;
        let down = ((area.bottom - area.top) / rows).min(across).min(MOST);
        Self {
            spans,
            counts,
            corner: xy(area.left, area.top),
            pitch: xy(across.min(down * STRETCH), down),
        }
    }

    /// How large a dot is.
    pub fn radius(&self) -> f64 {
        self.pitch.y * RADIUS
    }

    /// The right edge of the dots.
    pub fn right(&self) -> f64 {
        let all: u32 = self.counts.iter().sum();
        let last = f64::from(all.clamp(1, ROW)) - 1.0;
        self.corner.x + last * self.pitch.x + 2.0 * self.radius()
    }

    /// The upper and the lower edge of so many dots after so many others: of the rows that end with
    /// one of them, or of the row that they stand in.
    pub fn rows(&self, before: u32, count: u32) -> (f64, f64) {
        let all: u32 = self.counts.iter().sum();
        let before = before.min(all.saturating_sub(1));
        let next = before + count.max(1);
        let first = before / ROW;
        let last = (next - 1) / ROW;
        let ends = next.is_multiple_of(ROW) || next >= all;
        let last = if ends || last == first {
            last
        } else {
            last - 1
        };
        let top = self.corner.y + f64::from(first) * self.pitch.y;
        let bottom = self.corner.y + f64::from(last) * self.pitch.y + 2.0 * self.radius();
        (top, bottom)
    }

    /// Draws the dots.
    pub fn draw(&self, canvas: &Canvas) -> Result<(), Error> {
        let radius = self.radius();
        let all: u32 = self.counts.iter().sum();
        for dot in 0..all {
            let centre = xy(
                self.corner.x + f64::from(dot % ROW) * self.pitch.x + radius,
                self.corner.y + f64::from(dot / ROW) * self.pitch.y + radius,
            );
            let parts = parts(&self.spans, f64::from(dot));
            let Some((first, others)) = parts.split_first() else {
                continue;
            };
            Self::dot(canvas, centre, radius, first.outcome)?;
            for part in others {
                let points = segment(centre, radius - INSET, part.from);
                canvas.shape(&points, outcome_colour(part.outcome))?;
            }
        }
        Ok(())
    }

    /// Draws one dot; its outline lies inside, so that all are of one size.
    pub fn dot(
        canvas: &Canvas,
        centre: Position,
        radius: f64,
        outcome: Outcome,
    ) -> Result<(), Error> {
        let width = outcome_outline(outcome);
        canvas.dot(
            centre,
            radius - width / 2.0,
            outcome_colour(outcome),
            (OUTLINE, width),
        )
    }
}

/// A part of a dot, to its right edge or to the next part.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Part {
    outcome: Outcome,
    /// How much of the dot lies before it.
    from: f64,
}

/// The parts of one dot, of so many before it; what is too small to be seen is left out.
fn parts(spans: &[(f64, f64)], before: f64) -> Vec<Part> {
    let mut parts = Vec::new();
    for (outcome, &(begin, end)) in Outcome::ALL.into_iter().zip(spans) {
        let from = (begin - before).clamp(0.0, 1.0);
        let to = (end - before).clamp(0.0, 1.0);
        if to - from >= SEEN {
            parts.push(Part { outcome, from });
        }
    }
    parts
}

/// The points around what lies right of a cut through a circle, `before` of whose area lies left of
/// it.
fn segment(centre: Position, radius: f64, before: f64) -> Vec<Position> {
    let cut = angle(before);
    let steps = (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS));
    let angles: Vec<f64> = steps.map(|part| cut + part * (PI - cut)).collect();
    let upper = angles.iter().map(|&angle| (angle, -1.0));
    let lower = angles.iter().rev().map(|&angle| (angle, 1.0));
    let around = upper.chain(lower);
    around
        .map(|(angle, side)| {
            let x = centre.x - radius * libm::cos(angle);
            xy(x, centre.y + side * radius * libm::sin(angle))
        })
        .collect()
}

/// The angle at the centre, from the left, of the cut with so much of the area before it.
fn angle(before: f64) -> f64 {
    let (mut low, mut high) = (0.0, PI);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if (middle - libm::sin(middle) * libm::cos(middle)) / PI < before {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 51.6 histories are 51 dots and 0.6 of one.
    #[test]
    fn dots_show_exact_shares() {
        let spans = [(0.0, 51.6), (51.6, 51.6), (51.6, 99.6), (99.6, 100.0)];
        let mut sums = [0.0; Outcome::ALL.len()];
        for dot in 0..100 {
            let parts = parts(&spans, f64::from(dot));
            for (at, part) in parts.iter().enumerate() {
                let to = parts.get(at + 1).map_or(1.0, |next| next.from);
                sums[part.outcome as usize] += to - part.from;
            }
        }
        for (sum, wanted) in sums.iter().zip([51.6, 0.0, 48.0, 0.4]) {
            assert!((sum - wanted).abs() < 1e-6, "{sums:?}");
        }
    }

    /// What lies right of a cut has the area that it stands for.
    #[test]
    fn a_part_has_its_area() {
        for before in [0.1, 0.5, 0.6, 0.9] {
            let points = segment(xy(0.0, 0.0), 1.0, before);
            let next = points.iter().cycle().skip(1);
            let twice: f64 = points
                .iter()
                .zip(next)
                .map(|(one, other)| one.x * other.y - other.x * one.y)
                .sum();
            let part = twice.abs() / 2.0 / PI;
            assert!((part - (1.0 - before)).abs() < 0.01, "{before}: {part}");
        }
    }
}
