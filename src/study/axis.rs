//! A range of values to look along: one that cannot be wrong once it is built.

/// No axis has more points.
const MOST_POINTS: usize = 10_000;

/// A path and the values to put there.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    path: String,
    values: Vec<f64>,
    log: bool,
    list: bool,
}

impl Axis {
    /// Evenly spaced values from one end to the other, both included; with `log` evenly spaced in their logarithms.
    ///
    /// # Errors
    /// Ends that are the same or not finite; fewer than 2 points or more than 10,000; a logarithm of what is not above 0.
    pub fn spread(path: &str, from: f64, to: f64, points: usize, log: bool) -> Result<Self, String> {
        if !(from.is_finite() && to.is_finite()) || from == to {
            return Err(format!("{path} must vary between two different ends, but goes from {from} to {to}"));
        }
        if !(2..=MOST_POINTS).contains(&points) {
            return Err(format!("an axis must have 2 to {MOST_POINTS} points, but {path} has {points}"));
        }
        if log && (from <= 0.0 || to <= 0.0) {
            return Err(format!("a logarithmic axis must lie above 0, but {path} goes from {from} to {to}"));
        }
        let last = (points - 1) as f64;
        let value = |at: usize| match at {
            0 => from,
            _ if at == points - 1 => to,
            _ if log => rounded(libm::exp(libm::log(from) + (libm::log(to) - libm::log(from)) * at as f64 / last)),
            _ => rounded(from + (to - from) * at as f64 / last),
        };
        Ok(Self { path: path.to_owned(), values: (0..points).map(value).collect(), log, list: false })
    }

    /// These values, in this order.
    ///
    /// # Errors
    /// Fewer than 2 or more than 10,000; a value that is not finite or there twice.
    pub fn list(path: &str, values: Vec<f64>) -> Result<Self, String> {
        if !(2..=MOST_POINTS).contains(&values.len()) {
            return Err(format!("an axis must have 2 to {MOST_POINTS} points, but {path} has {}", values.len()));
        }
        let twice = values.iter().enumerate().find(|(at, value)| values[..*at].contains(value));
        if let Some((_, value)) = twice {
            return Err(format!("{path} has the value {value} twice"));
        }
        if values.iter().all(|value| value.is_finite()) {
            let log = squashed(&values);
            Ok(Self { path: path.to_owned(), values, log, list: true })
        } else {
            Err(format!("the values of {path} must be finite numbers"))
        }
    }

    /// The first of its values; none where they are fewer than two.
    #[must_use]
    pub fn beginning(&self, count: usize) -> Option<Self> {
        let values = self.values.get(..count).filter(|values| values.len() > 1)?.to_vec();
        Some(Self { values, ..self.clone() })
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

/// Whether some values would stand on one spot by their differences, and would not by their ratios.
fn squashed(values: &[f64]) -> bool {
    /// Of the whole length.
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

/// Without what arithmetic adds in the last bits: 0.30000000000000004 is meant to be 0.3.
fn rounded(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_spaced_as_they_should_be() {
        let axis = Axis::spread("x", 0.0, 1.0, 11, false).unwrap();
        assert_eq!(axis.values(), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]);
        assert_eq!(Axis::spread("x", 0.01, 100.0, 5, true).unwrap().values(), [0.01, 0.1, 1.0, 10.0, 100.0]);
        assert_eq!(Axis::spread("x", 1.0, -1.0, 3, false).unwrap().values(), [1.0, 0.0, -1.0]);
    }

    #[test]
    fn named_values_are_spaced_by_ratio_where_differences_would_squash_them() {
        for (values, by_ratio) in [
            (vec![1.0, 10.0, 100.0, 1000.0], true),
            (vec![1000.0, 1.0, 10.0], true),
            (vec![30.0, 60.0, 90.0], false),
            (vec![0.0, 1.0, 100.0], false),
            (vec![1.0, 1000.0], false),
        ] {
            let axis = Axis::list("x", values).unwrap();
            assert_eq!((axis.is_log(), axis.is_list()), (by_ratio, true), "{axis:?}");
        }
    }

    #[test]
    fn a_wrong_axis_cannot_be_built() {
        for (from, to, points, log) in [
            (0.0, 0.0, 11, false),
            (0.0, f64::NAN, 11, false),
            (f64::NEG_INFINITY, 0.0, 11, false),
            (0.0, 1.0, 0, false),
            (0.0, 1.0, 1, false),
            (0.0, 1.0, usize::MAX, false),
            (0.0, 1.0, 5, true),
        ] {
            assert!(Axis::spread("x", from, to, points, log).is_err(), "{from} {to} {points} {log}");
        }
        for values in [vec![], vec![1.0], vec![1.0, 1.0], vec![0.0, f64::INFINITY]] {
            assert!(Axis::list("x", values).is_err());
        }
    }
}
