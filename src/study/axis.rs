//! A range of values to look along: one that cannot be wrong once it is built.

mod written;

use serde::{Deserialize, Serialize};

use crate::numerals::{digits, number_to, round_to};
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
    /// Evenly spaced values from one end to the other, both included; with `log` evenly spaced in their logarithms. Where
    /// the path takes whole numbers only, each is the nearest of these.
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
        check_stretch(path, from, to, points, log)?;
        let whole = is_whole(path);
        let last = (points - 1) as f64;
        let (first, end) = if log {
            (libm::log(from), libm::log(to))
        } else {
            (from, to)
        };
        let between = |at: usize| {
            let place = first + (end - first) * at as f64 / last;
            if log { libm::exp(place) } else { place }
        };
        let value = |at: usize| match at {
            0 => from,
            _ if at == points - 1 => to,
            _ if whole => between(at).round(),
            // Without what arithmetic adds in the last bits: 0.30000000000000004 is meant to be 0.3.
            _ => round_to(between(at), 13),
        };
        let values: Vec<f64> = (0..points).map(value).collect();
        let (mut before, mut after) = (values.iter(), values.iter().skip(1));
        let twice = before
            .by_ref()
            .zip(after.by_ref())
            .find(|(one, next)| one == next || (one < next) != (from < to));
        if let Some((_, next)) = twice {
            return Err(format!(
                "{path} has the value {next} twice: {points} points from {from} to {to} lie too close together; ask for \
                 fewer points, or for ends that are further apart"
            ));
        }
        let digits = digits(&values);
        Ok(Self {
            path: path.to_owned(),
            values,
            log,
            list: false,
            digits,
        })
    }

    /// How many points an axis between two ends has where its user does not say: 11, or fewer where there are not as many
    /// whole numbers.
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
            let (log, digits) = (squashed(&values), digits(&values));
            Ok(Self {
                path: path.to_owned(),
                values,
                log,
                list: true,
                digits,
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

    /// One of its values in as many digits as tell all of them apart, four at least: the same in tables, titles and charts.
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
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let least = |values: &[f64]| {
        let steps = values.windows(2).map(|pair| pair[1] - pair[0]);
        steps.fold(f64::INFINITY, f64::min) / (values[values.len() - 1] - values[0])
    };
    if sorted[0] <= 0.0 || least(&sorted) >= LEAST_STEP {
        return false;
    }
    let logs: Vec<f64> = sorted.iter().map(|&value| libm::log(value)).collect();
    least(&logs) > least(&sorted)
}

/// Checks the ends of an axis and its number of points.
fn check_stretch(path: &str, from: f64, to: f64, points: usize, log: bool) -> Result<(), String> {
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

#[cfg(test)]
mod tests;
