//! What the colours of a map mean.

use crate::error::Error;
use crate::numerals::numbers;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::style::{MIDDLE, MUTED, OUTLINE, quantity_colour};
use crate::report::chart::ticks;
use crate::report::words::ValueScale;
use crate::study::SweepStudy;

/// From the cells to the scale, how wide it is, and from there to its figures.
const GAP: f64 = 24.0;
const WIDTH: f64 = 24.0;
const FIGURE: f64 = 10.0;
/// About so many figures.
const STEPS: u8 = 8;
/// Its steps.
const PIECES: u16 = 150;
const LAP: f64 = 0.6;

/// The values that the colours go through, as their figures have them.
pub struct ColourRange {
    ticks: Vec<f64>,
    factor: f64,
}

impl ColourRange {
    /// Round ends around all that is shown.
    pub fn of(study: &SweepStudy, scale: &ValueScale) -> Self {
        let factor = scale.factor();
        // Where nothing can occur a cell says so; the colours are for the others.
        let possible = study.sweep.points.iter().filter(|point| point.can_occur());
        let shown = possible.map(|point| point.shown * factor);
        let low = shown.clone().fold(f64::INFINITY, f64::min);
        let high = shown.fold(f64::NEG_INFINITY, f64::max);
        // What is the same everywhere stands on the scale of all shares.
        let ticks = if low < high {
            ticks::around(low, high, STEPS)
        } else {
            vec![
                0.0,
                if study.quantity.is_share() {
                    factor
                } else {
                    1.0_f64.max(high)
                },
            ]
        };
        Self { ticks, factor }
    }

    /// How far along the colours a value is, 0 to 1.
    pub fn part(&self, shown: f64) -> f64 {
        let [low, high] = self.ends();
        ((shown * self.factor - low) / (high - low)).clamp(0.0, 1.0)
    }

    /// The values of the figures between the ends of the scale.
    pub fn levels(&self) -> impl Iterator<Item = f64> {
        let [low, high] = self.ends();
        self.ticks
            .iter()
            .filter(move |&&tick| tick > low && tick < high)
            .map(|tick| tick / self.factor)
    }

    /// How much room the scale takes beside the cells.
    pub fn width(&self, canvas: &Canvas) -> f64 {
        let set = regular(canvas.sizes.label);
        let widths = numbers(&self.ticks)
            .into_iter()
            .map(|figure| canvas.ruler.width(&figure, set));
        GAP + WIDTH + FIGURE + widths.fold(0.0, f64::max)
    }

    fn ends(&self) -> [f64; 2] {
        let low = self.ticks.first().copied().unwrap_or(0.0);
        let high = self.ticks.last().copied().unwrap_or(1.0);
        [low, high]
    }
}

/// Draws the scale beside the cells.
pub fn draw(canvas: &Canvas, cells: Area, range: &ColourRange) -> Result<(), Error> {
    let left = cells.right + GAP;
    let area = Area {
        left,
        right: left + WIDTH,
        ..cells
    };
    let height = area.bottom - area.top;
    for piece in 0..PIECES {
        let top = area.top + f64::from(piece) / f64::from(PIECES) * height;
        let next = area.top + f64::from(piece + 1) / f64::from(PIECES) * height;
        let part = 1.0 - (f64::from(piece) + 0.5) / f64::from(PIECES);
        let bottom = (next + LAP).min(area.bottom);
        let strip = Area {
            top,
            bottom,
            ..area
        };
        canvas.fill(strip, quantity_colour(part))?;
    }
    let set = regular(canvas.sizes.label);
    for (&tick, figure) in range.ticks.iter().zip(numbers(&range.ticks)) {
        let y = area.bottom - range.part(tick / range.factor) * height;
        canvas.line(xy(area.right, y), xy(area.right + 5.0, y), OUTLINE, 1.0)?;
        let at = xy(area.right + FIGURE, y + MIDDLE * set.size);
        canvas.text(&figure, at, set, MUTED, Align::Left)?;
    }
    Ok(())
}
