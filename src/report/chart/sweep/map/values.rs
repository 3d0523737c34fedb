//! The values of both axes of a map, beside its cells.

use super::Map;
use super::place::along;
use crate::numerals::numbers;
use crate::report::chart::ticks;
use crate::study::Axis;

impl Map<'_> {
    /// Figures of an axis, and where they stand, in cells from the first and at least so many
    /// apart.
    pub fn ticks(&self, axis: usize, of: &Axis, apart: f64) -> Vec<(f64, String)> {
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
            let Some(place) = along(&values, value) else {
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
