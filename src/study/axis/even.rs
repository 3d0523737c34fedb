//! Evenly spaced values between two ends.

use super::{MOST_POINTS, is_whole};
use crate::numerals::round_to;

/// The values of a path from one end to the other, both included.
#[derive(Clone, Copy)]
pub struct EvenValues<'p> {
    pub path: &'p str,
    pub from: f64,
    pub to: f64,
    pub points: usize,
    /// Whether their logarithms are what is evenly spaced.
    pub log: bool,
}

impl EvenValues<'_> {
    /// Its values in their order, no two of them alike.
    pub fn values(self) -> Result<Vec<f64>, String> {
        self.check()?;
        let values: Vec<f64> = (0..self.points).map(|at| self.value(at)).collect();
        let Self {
            path,
            from,
            to,
            points,
            ..
        } = self;
        let rises = from < to;
        let twice = values
            .windows(2)
            .find(|pair| pair[0] == pair[1] || (pair[0] < pair[1]) != rises);
        if let Some(&[_, next]) = twice {
            return Err(format!(
                "{path} has the value {next} twice: {points} points from {from} to {to} lie too close together; ask for \
                 fewer points, or for ends that are further apart"
            ));
        }
        Ok(values)
    }

    /// One of its values.
    fn value(self, at: usize) -> f64 {
        match at {
            0 => self.from,
            _ if at == self.points - 1 => self.to,
            _ if is_whole(self.path) => self.between(at).round(),
            // Without what arithmetic adds in the last bits: 0.30000000000000004 is meant to be
            // 0.3.
            _ => round_to(self.between(at), 13),
        }
    }

    /// The value at a place as arithmetic gives it.
    fn between(self, at: usize) -> f64 {
        if self.log {
            libm::exp(self.step_from(libm::log(self.from), libm::log(self.to), at))
        } else {
            self.step_from(self.from, self.to, at)
        }
    }

    /// The place of a step on the way from one number to another.
    fn step_from(self, first: f64, last: f64, at: usize) -> f64 {
        first + (last - first) * at as f64 / (self.points - 1) as f64
    }

    /// Checks the ends and the number of points.
    fn check(self) -> Result<(), String> {
        let Self {
            path,
            from,
            to,
            points,
            log,
        } = self;
        if !(from.is_finite() && to.is_finite()) || from == to {
            return Err(format!(
                "{path} must vary between two different ends, but goes from {from} to {to}"
            ));
        }
        if !(2..=MOST_POINTS).contains(&points) {
            return Err(format!(
                "an axis must have 2 to {MOST_POINTS} points, but {path} has {points}"
            ));
        }
        if log && (from <= 0.0 || to <= 0.0) {
            return Err(format!(
                "a logarithmic axis must lie above 0, but {path} goes from {from} to {to}"
            ));
        }
        if is_whole(path) && (from.fract() != 0.0 || to.fract() != 0.0) {
            return Err(format!(
                "{path} takes whole numbers only: write whole ends, such as {path}=30..365"
            ));
        }
        Ok(())
    }
}
