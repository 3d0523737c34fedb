//! The values of both axes of a map, beside its cells.

use super::{FIGURES, Map};
use crate::error::Error;
use crate::numerals::numbers;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::style::{LEADING, MIDDLE, MUTED, OUTLINE, size};
use crate::report::chart::sweep::base;
use crate::report::chart::ticks;
use crate::study::Axis;

/// Between figures of an axis.
const APART: f64 = 10.0;

impl Map<'_> {
    /// The values of both axes beside their cells, or round ones where not all find room.
    pub fn figures(&self, canvas: &Canvas, across: &Axis, up: &Axis) -> Result<(), Error> {
        let set = regular(size::NOTE);
        let (wide, high) = self.size();
        let widths = across
            .figures()
            .into_iter()
            .map(|figure| canvas.ruler.width(&figure, set));
        let least = widths.fold(0.0, f64::max) + APART;
        for (column, figure) in self.ticks(0, across, least / wide) {
            let x = self.at((column, 0.0)).x;
            canvas.line(
                xy(x, self.area.bottom),
                xy(x, self.area.bottom + 4.0),
                OUTLINE,
                1.0,
            )?;
            canvas.text(
                &figure,
                xy(x, self.area.bottom + 21.0),
                set,
                MUTED,
                Align::Centre,
            )?;
        }
        for (row, figure) in self.ticks(1, up, set.size * LEADING * 1.1 / high) {
            let y = self.at((0.0, row)).y;
            canvas.line(
                xy(self.area.left - 4.0, y),
                xy(self.area.left, y),
                OUTLINE,
                1.0,
            )?;
            let (text, set) = canvas.ruler.fit(&figure, set, FIGURES.1);
            canvas.text(
                &text,
                xy(self.area.left - 8.0, y + MIDDLE * set.size),
                set,
                MUTED,
                Align::Right,
            )?;
        }
        Ok(())
    }

    /// Figures of an axis, and where they stand, in cells from the first and at least so many
    /// apart.
    fn ticks(&self, axis: usize, of: &Axis, apart: f64) -> Vec<(f64, String)> {
        let values = self.sorted(axis);
        if apart <= 1.0 || of.is_list() {
            return values
                .iter()
                .enumerate()
                .step_by(apart.ceil().max(1.0) as usize)
                .map(|(at, &value)| (at as f64, of.figure(value)))
                .collect();
        }
        let Some(&low) = values.first() else {
            return Vec::new();
        };
        let high = values.last().copied().unwrap_or(low);
        let room = ((values.len() - 1) as f64 / apart).clamp(1.0, 20.0);
        let round = if of.is_log() {
            ticks::ratios(low, high)
                .into_iter()
                .next()
                .unwrap_or_default()
        } else {
            ticks::around(low, high, room as u8)
        };
        let mut taken: Vec<(f64, f64)> = Vec::new();
        for value in round {
            // What arithmetic adds in the last bit does not lead beyond the ends.
            let end = [low, high]
                .into_iter()
                .find(|end| (value - end).abs() < 1e-9 * (high - low));
            let value = end.unwrap_or(value);
            let Some(place) = base::along(&values, value) else {
                continue;
            };
            if taken
                .iter()
                .all(|&(other, _)| (place - other).abs() >= apart)
            {
                taken.push((place, value));
            }
        }
        let figures = numbers(&taken.iter().map(|&(_, value)| value).collect::<Vec<f64>>());
        taken
            .into_iter()
            .map(|(place, _)| place)
            .zip(figures)
            .collect()
    }
}
