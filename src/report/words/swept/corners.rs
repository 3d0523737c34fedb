//! The four corners of a grid, and what each axis does between them.

use crate::study::Axis;

/// An axis hardly matters where it moves a quantity by less than this part of what the other does.
pub const HARDLY: f64 = 0.25;

/// The values at the four corners: at the low and the high end of the axis across, with the other
/// low and high.
#[derive(Clone, Copy)]
pub struct Corners {
    pub low_low: f64,
    pub high_low: f64,
    pub low_high: f64,
    pub high_high: f64,
}

/// How an axis moves a quantity at the low and at the high end of the other.
#[derive(Clone, Copy)]
pub struct Effect {
    pub at_low: f64,
    pub at_high: f64,
}

impl Effect {
    pub fn mean(self) -> f64 {
        f64::midpoint(self.at_low, self.at_high)
    }

    pub fn most(self) -> f64 {
        self.at_low.abs().max(self.at_high.abs())
    }

    pub fn least(self) -> f64 {
        self.at_low.abs().min(self.at_high.abs())
    }
}

impl Corners {
    pub fn across(self) -> Effect {
        Effect {
            at_low: self.high_low - self.low_low,
            at_high: self.high_high - self.low_high,
        }
    }

    pub fn up(self) -> Effect {
        Effect {
            at_low: self.low_high - self.low_low,
            at_high: self.high_high - self.high_low,
        }
    }

    pub fn all(self) -> [f64; 4] {
        [self.low_low, self.high_low, self.low_high, self.high_high]
    }

    /// With the two axes in each other's place.
    pub const fn turned(self) -> Self {
        Self {
            high_low: self.low_high,
            low_high: self.high_low,
            ..self
        }
    }
}

/// The places of the values of an axis, from the least value.
pub fn places_in_order(axis: &Axis) -> Vec<usize> {
    let values = axis.values();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    order
}
