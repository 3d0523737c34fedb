//! Where a value of a number lies along its row.

use crate::report::chart::backend::Area;

/// The scale of a number along its row.
#[derive(Clone, Copy)]
pub struct Scale {
    pub(super) area: Area,
    pub(super) least: f64,
    pub(super) most: f64,
    /// The line of the range.
    pub(super) y: f64,
}

impl Scale {
    /// The place of a value.
    pub fn x(self, value: f64) -> f64 {
        let part = (value - self.least) / (self.most - self.least).max(f64::MIN_POSITIVE);
        self.area.left + part.clamp(0.0, 1.0) * (self.area.right - self.area.left)
    }
}
