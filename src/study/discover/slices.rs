//! How common it is along a number: why a limit stands where it does.

use super::{DiscoverStudy, LimitedNumber};
use crate::stats::prim::halves;

/// Into how many parts the range of a number is cut.
const SLICES: usize = 10;

/// A part of the range of a number, and the held-out readings that lie in it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Slice {
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// How many readings lie in it.
    pub readings: u64,
    /// How many of their trials met what is looked for.
    pub hits: u64,
}

impl Slice {
    /// The share of its histories that met it; none where no reading lies in it.
    #[must_use]
    pub fn share(&self, trials: u64) -> Option<f64> {
        let all = self.readings as f64 * trials as f64;
        (all > 0.0).then(|| self.hits as f64 / all)
    }
}

impl DiscoverStudy {
    /// Ten equally wide parts of the range of a limited number, from below, counted on the readings
    /// that the search has not seen.
    #[must_use]
    pub fn slices(&self, limited: &LimitedNumber) -> Vec<Slice> {
        let width = (limited.most - limited.least) / SLICES as f64;
        let mut slices: Vec<Slice> = (0..SLICES)
            .map(|at| Slice {
                low: limited.least + at as f64 * width,
                high: limited.least + (at + 1) as f64 * width,
                ..Slice::default()
            })
            .collect();
        for place in halves(self.readings.len(), self.seed).held_out {
            let value = self.value(limited, place);
            if !(limited.least..=limited.most).contains(&value) {
                continue;
            }
            let part = (value - limited.least) / width.max(f64::MIN_POSITIVE);
            let at = (part as usize).min(SLICES - 1);
            if let Some(slice) = slices.get_mut(at) {
                slice.readings += 1;
                slice.hits += u64::from(self.readings[place]);
            }
        }
        slices
    }
}
