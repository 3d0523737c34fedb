//! A range of values to look along: one that cannot be wrong once it is built.

mod even;
mod written;

use serde::{Deserialize, Serialize};

use crate::numerals::{digits, number_to};
use even::EvenValues;
use written::Written;

/// No axis has more points.
pub const MOST_POINTS: usize = 10_000;
/// How many points an axis has where its user does not say.
const USUAL_POINTS: usize = 11;
/// The one path that takes whole numbers only.
const WHOLE: &str = "horizon_days";

/// A path and the values to put there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct Axis {
    path: String,
    values: Vec<f64>,
    log: bool,
    list: bool,
    /// How many digits tell its values apart.
    digits: usize,
}

impl Axis {
    /// Evenly spaced values from one end to the other, both included; with `log` evenly spaced in
    /// their logarithms. Where the path takes whole numbers only, each is the nearest of these.
    ///
    /// # Errors
    /// Ends that are the same or not finite; fewer than 2 points or more than 10,000; a logarithm of what is not above 0;
    /// points that lie too close together to be different numbers.
    pub fn spread(
        path: &str,
        from: f64,
        to: f64,
        points: usize,
        log: bool,
    ) -> Result<Self, String> {
        let even = EvenValues {
            path,
            from,
            to,
            points,
            log,
        };
        let values = even.values()?;
        Ok(Self {
            path: path.to_owned(),
            log,
            list: false,
            digits: digits(&values),
            values,
        })
    }

    /// How many points an axis between two ends has where its user does not say: 11, or fewer where
    /// there are not as many whole numbers.
    #[must_use]
    pub fn usual_points(path: &str, from: f64, to: f64) -> usize {
        let whole = if is_whole(path) {
            (to - from).abs() + 1.0
        } else {
            f64::INFINITY
        };
        // The bound makes the cast exact.
        whole.clamp(2.0, USUAL_POINTS as f64) as usize
    }

    /// These values, in this order.
    ///
    /// # Errors
    /// Fewer than 2 or more than 10,000; a value that is not finite or there twice.
    pub fn list(path: &str, values: Vec<f64>) -> Result<Self, String> {
        if !(2..=MOST_POINTS).contains(&values.len()) {
            return Err(format!(
                "an axis must have 2 to {MOST_POINTS} points, but {path} has {}",
                values.len()
            ));
        }
        let twice = values
            .iter()
            .enumerate()
            .find(|(at, value)| values[..*at].contains(value));
        if let Some((_, value)) = twice {
            return Err(format!("{path} has the value {value} twice"));
        }
        if values.iter().all(|value| value.is_finite()) {
            Ok(Self {
                path: path.to_owned(),
                log: squashed(&values),
                list: true,
                digits: digits(&values),
                values,
            })
        } else {
            Err(format!("the values of {path} must be finite numbers"))
        }
    }

    /// The first of its values; none where they are fewer than two.
    #[must_use]
    pub fn beginning(&self, count: usize) -> Option<Self> {
        let values = self
            .values
            .get(..count)
            .filter(|values| values.len() > 1)?
            .to_vec();
        Some(Self {
            values,
            ..self.clone()
        })
    }

    /// What is varied.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its values; at least two.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// One of its values in as many digits as tell all of them apart, four at least: the same in
    /// tables, titles and charts.
    #[must_use]
    pub fn figure(&self, value: f64) -> String {
        number_to(value, self.digits)
    }

    /// Its values in figures, in their order; no two are alike.
    #[must_use]
    pub fn figures(&self) -> Vec<String> {
        self.values
            .iter()
            .map(|&value| self.figure(value))
            .collect()
    }

    /// Whether their logarithms are what is evenly spaced, or what tells them apart.
    #[must_use]
    pub const fn is_log(&self) -> bool {
        self.log
    }

    /// Whether each value was named.
    #[must_use]
    pub const fn is_list(&self) -> bool {
        self.list
    }
}

/// Whether a path takes whole numbers only.
fn is_whole(path: &str) -> bool {
    path == WHOLE
}

/// Whether some values would stand on one spot by their differences, and would not by their ratios.
fn squashed(values: &[f64]) -> bool {
    /// A part of the whole length.
    const LEAST_STEP: f64 = 0.04;
    /// How many times the least value the greatest is, where ratios are what was meant.
    const WIDE: f64 = 10.0;
    /// How much longer the least step is then by ratios.
    const LONGER: f64 = 2.0;
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let least = least_step(&sorted);
    if sorted[0] <= 0.0 {
        return false;
    }
    let logs: Vec<f64> = sorted.iter().map(|&value| libm::log(value)).collect();
    let by_ratio = least_step(&logs);
    let is_wide = sorted[sorted.len() - 1] >= WIDE * sorted[0] && by_ratio > LONGER * least;
    is_wide || (least < LEAST_STEP && by_ratio > least)
}

/// The smallest step between sorted values, as a part of their whole length.
fn least_step(sorted: &[f64]) -> f64 {
    let steps = sorted.windows(2).map(|pair| pair[1] - pair[0]);
    steps.fold(f64::INFINITY, f64::min) / (sorted[sorted.len() - 1] - sorted[0])
}

#[cfg(test)]
mod tests;
