//! What the colours of a map mean.

use crate::error::Error;
use crate::numerals::{fixed, numbers};
use crate::quantities::Quantity;
use crate::report::chart::backend::{Align, Area, Canvas, Position, regular, xy};
use crate::report::chart::style::{LEADING, MIDDLE, MUTED, OUTLINE, RIGHT, quantity_colour, size};
use crate::report::chart::ticks;
use crate::report::words::{cell_places, share_cell, widest};
use crate::study::{Point, Sweep};

/// From the cells to the scale, and how wide it is.
const GAP: f64 = 34.0;
const WIDTH: f64 = 26.0;
/// Lower edge of the scale, above the lower edge of the cells: what is below says how sure the
/// cells are.
const FOOT: f64 = 92.0;
/// Its steps.
const STEPS: u16 = 150;
const LAP: f64 = 0.6;

/// The values that the colours go through.
pub struct ColourRange {
    ticks: Vec<f64>,
    unit: f64,
    places: usize,
    quantity: Quantity,
}

impl ColourRange {
    /// Round ends around all that is shown.
    pub fn of(sweep: &Sweep, quantity: Quantity) -> Self {
        let unit = if quantity.is_share() { 100.0 } else { 1.0 };
        // Where nothing can occur a cell says so; the colours are for the others.
        let possible: Vec<f64> = sweep
            .points
            .iter()
            .filter(|point| point.can_occur())
            .map(|point| point.shown * unit)
            .collect();
        let (low, high) = match possible.as_slice() {
            [] => (0.0, 0.0),
            all => all
                .iter()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &at| {
                    (low.min(at), high.max(at))
                }),
        };
        let places = cell_places(sweep, quantity);
        // What is the same everywhere stands on the scale of all shares.
        let (low, high) = if low == high && quantity.is_share() {
            (0.0, 100.0)
        } else {
            (low, high)
        };
        Self {
            ticks: ticks::around(low, high, 6),
            unit,
            places,
            quantity,
        }
    }

    /// How far along the colours a value is, 0 to 1.
    pub fn part(&self, shown: f64) -> f64 {
        let (low, high) = self.ends();
        ((shown * self.unit - low) / (high - low)).clamp(0.0, 1.0)
    }

    /// A point as its cell has it: a share in per cent, without the sign.
    pub fn in_cell(&self, point: &Point) -> String {
        let figure = if self.quantity.is_share() {
            share_cell(&point.case(), self.places)
        } else if point.interval.is_excluded() {
            None
        } else {
            Some(fixed(point.shown, self.places))
        };
        figure.unwrap_or_else(|| "cannot".to_owned())
    }

    /// The values of the figures between the ends of the scale.
    pub fn levels(&self) -> impl Iterator<Item = f64> {
        let (low, high) = self.ends();
        self.ticks
            .iter()
            .filter(move |&&tick| tick > low && tick < high)
            .map(|tick| tick / self.unit)
    }

    fn ends(&self) -> (f64, f64) {
        (
            self.ticks.first().copied().unwrap_or(0.0),
            self.ticks.last().copied().unwrap_or(1.0),
        )
    }
}

/// Draws the scale beside the cells, and how sure they are.
pub fn draw(
    canvas: &Canvas,
    cells: Area,
    range: &ColourRange,
    sweep: &Sweep,
    quantity: Quantity,
) -> Result<(), Error> {
    let left = cells.right + GAP;
    let area = Area {
        left,
        top: cells.top,
        right: left + WIDTH,
        bottom: cells.bottom - FOOT,
    };
    let height = area.bottom - area.top;
    for step in 0..STEPS {
        let top = area.top + f64::from(step) / f64::from(STEPS) * height;
        let next = area.top + f64::from(step + 1) / f64::from(STEPS) * height;
        let part = 1.0 - (f64::from(step) + 0.5) / f64::from(STEPS);
        canvas.fill(
            Area {
                top,
                bottom: (next + LAP).min(area.bottom),
                ..area
            },
            quantity_colour(part),
        )?;
    }
    let corners = [
        xy(area.left, area.top),
        xy(area.right, area.top),
        xy(area.right, area.bottom),
        xy(area.left, area.bottom),
    ];
    canvas.path(&[&corners[..], &corners[..1]].concat(), OUTLINE, 1.0)?;
    let unit = if quantity.is_share() { " %" } else { "" };
    for (&tick, figure) in range.ticks.iter().zip(numbers(&range.ticks)) {
        let y = area.bottom - range.part(tick / range.unit) * height;
        canvas.line(xy(area.right, y), xy(area.right + 5.0, y), OUTLINE, 1.0)?;
        let at = xy(area.right + 10.0, y + MIDDLE * size::NOTE);
        canvas.text(
            &format!("{figure}{unit}"),
            at,
            regular(size::NOTE),
            MUTED,
            Align::Left,
        )?;
    }
    sureness(canvas, xy(left, area.bottom + 22.0), sweep, quantity)
}

fn sureness(
    canvas: &Canvas,
    corner: Position,
    sweep: &Sweep,
    quantity: Quantity,
) -> Result<(), Error> {
    let Some(margin) = widest(sweep, quantity) else {
        return Ok(());
    };
    let set = regular(size::SMALL);
    let words = format!("each cell within {margin} (95 % interval, the widest)");
    for (line, at) in canvas
        .ruler
        .wrap(&words, set, RIGHT - corner.x, 4)
        .iter()
        .zip(1u8..)
    {
        canvas.text(
            line,
            xy(corner.x, corner.y + f64::from(at) * set.size * LEADING),
            set,
            MUTED,
            Align::Left,
        )?;
    }
    Ok(())
}
