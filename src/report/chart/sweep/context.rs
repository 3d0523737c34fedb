//! The two parts of what was asked for as thin grey lines, where both kinds of war were, and there is
//! room to name them.

use crate::error::Error;
use crate::quantities::Quantity;
use crate::report::chart::along::{Clear, Plot};
use crate::report::chart::backend::{Align, Canvas, Position, regular, xy};
use crate::report::chart::parts::spread;
use crate::report::chart::style::{CONTEXT, LEADING, MIDDLE};
use crate::report::words::ValueScale;
use crate::sim::Outcome;
use crate::study::{Point, SweepStudy};

/// The parts, and what they are called beside the whole.
const PARTS: [(Outcome, &str); 2] = [
    (Outcome::LimitedWar, "limited"),
    (Outcome::War, "full-scale"),
];
/// From the end of a line to its name.
const GAP: f64 = 12.0;
/// A name that would stand farther from the end of its line than this many heights of it is none.
const FARTHEST: f64 = 1.1;

/// A part along the axis.
struct ContextLine {
    /// Its value at each point, from the low end.
    values: Vec<Option<f64>>,
    /// Its name, and its value at the high end.
    label: String,
}

/// Both parts.
pub struct Context {
    lines: Vec<ContextLine>,
    margin: f64,
}

impl Context {
    /// The parts of what was asked for; none where it has none.
    pub fn of(canvas: &Canvas, study: &SweepStudy, scale: &ValueScale) -> Option<Self> {
        if study.quantity != Quantity::Wars {
            return None;
        }
        let mut points: Vec<&Point> = study.sweep.points.iter().collect();
        points.sort_by(|one, other| one.values[0].total_cmp(&other.values[0]));
        let mut lines = Vec::new();
        for (outcome, name) in PARTS {
            let values: Vec<Option<f64>> =
                points.iter().map(|point| shown(point, outcome)).collect();
            let last = (*values.last()?)?;
            lines.push(ContextLine {
                values,
                label: format!("{name} {}", scale.figure(last)),
            });
        }
        let set = regular(canvas.sizes.label);
        let widths = lines
            .iter()
            .map(|line| canvas.ruler.width(&line.label, set));
        let margin = GAP + widths.fold(0.0, f64::max);
        Some(Self { lines, margin })
    }

    /// How much room the names take at the right.
    pub const fn margin(&self) -> f64 {
        self.margin
    }

    /// Whether each name stands beside the end of its line, clear of the others and of the value of
    /// the whole.
    pub fn fits(&self, canvas: &Canvas, plot: &Plot<'_>) -> bool {
        let height = canvas.sizes.label * LEADING;
        let Some(places) = self.places(canvas, plot) else {
            return false;
        };
        let near = places
            .iter()
            .all(|place| (place.middle - place.end).abs() <= FARTHEST * height);
        near && self
            .lines
            .iter()
            .any(|line| line.values.iter().flatten().any(|&value| value > 0.0))
    }

    /// Where the names stand: kept apart from each other and from the value of the whole.
    fn places(&self, canvas: &Canvas, plot: &Plot<'_>) -> Option<Vec<NamePlace>> {
        let whole = plot.course.ends()?[1].shown?;
        let lead = canvas.sizes.lead * LEADING;
        let label = canvas.sizes.label * LEADING;
        let mut ends: Vec<(usize, f64)> = vec![(0, plot.up.y(whole))];
        for (at, line) in self.lines.iter().enumerate() {
            ends.push((at + 1, plot.up.y((*line.values.last()?)?)));
        }
        // The whole lies above its parts.
        ends[1..].sort_by(|one, other| one.1.total_cmp(&other.1));
        let wanted: Vec<f64> = ends.iter().map(|&(_, y)| y).collect();
        let bottom = plot.area.bottom + label / 2.0;
        let middles = spread(&wanted, &[lead, label, label], (0.0, bottom), 0.0);
        // The whole keeps its place, so that there must be room below it.
        if (middles[0] - wanted[0]).abs() > 1.0 {
            return None;
        }
        let places = ends.iter().zip(middles).skip(1);
        Some(
            places
                .map(|(&(at, end), middle)| NamePlace {
                    line: at - 1,
                    end,
                    middle,
                })
                .collect(),
        )
    }

    /// Keeps labels off the lines.
    pub fn take(&self, plot: &Plot<'_>, clear: &mut Clear) {
        for line in &self.lines {
            let points = plot.course.points.iter().zip(&line.values);
            let placed: Vec<Position> = points
                .filter_map(|(point, value)| Some(plot.at(point.value, (*value)?)))
                .collect();
            clear.take_path(&placed, 2.0);
        }
    }

    /// Draws the lines and their names.
    pub fn draw(&self, canvas: &Canvas, plot: &Plot<'_>) -> Result<(), Error> {
        for line in &self.lines {
            plot.thin_line(canvas, &line.values)?;
        }
        let set = regular(canvas.sizes.label);
        for place in self.places(canvas, plot).into_iter().flatten() {
            let baseline = xy(plot.area.right + GAP, place.middle + MIDDLE * set.size);
            let label = &self.lines[place.line].label;
            canvas.text(label, baseline, set, CONTEXT, Align::Left)?;
        }
        Ok(())
    }
}

/// Where a name stands.
struct NamePlace {
    line: usize,
    /// The height of the end of its line.
    end: f64,
    middle: f64,
}

/// The share of an outcome; none where it cannot occur.
fn shown(point: &Point, outcome: Outcome) -> Option<f64> {
    let case = point.findings.outcome(outcome);
    (!case.share.interval.is_excluded()).then_some(case.share.share)
}
