//! Uncertain values: parameters with a distribution, drawn once for each trial.
//!
//! Uncertainty is separate from luck: an uncertain value is drawn before a trial begins, luck while
//! it runs.

use super::numbers::Slot;
use crate::parameters::Parameter;
use crate::stats::{beta_quantile, normal_cdf, normal_quantile};

/// The least share of a normal distribution that must lie in its parameter's range.
const LEAST_NORMAL_MASS: f64 = 0.01;

/// How an uncertain value is spread.
#[derive(Clone, Debug, PartialEq)]
pub enum Distribution {
    /// Uniform between two ends.
    Uniform(f64, f64),
    /// Rising to the mode, falling after it.
    Triangular(f64, f64, f64),
    /// A beta distribution between two ends with a mode, as in project planning (PERT).
    Pert(f64, f64, f64),
    /// Mean and standard deviation; cut off at the ends of the parameter's range.
    Normal(f64, f64),
    /// One of several values, with equal chances.
    Choice(Vec<f64>),
}

impl Distribution {
    /// Whether its numbers are finite and in order: lo < hi, lo <= mode <= hi, sd > 0, at least one
    /// value.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        match *self {
            Self::Uniform(low, high) => low.is_finite() && high.is_finite() && low < high,
            Self::Triangular(low, mode, high) | Self::Pert(low, mode, high) => {
                low.is_finite() && high.is_finite() && low < high && (low..=high).contains(&mode)
            }
            Self::Normal(mean, sd) => mean.is_finite() && sd.is_finite() && sd > 0.0,
            Self::Choice(ref values) => {
                !values.is_empty() && values.iter().all(|value| value.is_finite())
            }
        }
    }

    /// The smallest and the largest value it can give; none for a normal distribution, which has no
    /// ends.
    #[must_use]
    pub fn ends(&self) -> Option<(f64, f64)> {
        match *self {
            Self::Uniform(low, high)
            | Self::Triangular(low, _, high)
            | Self::Pert(low, _, high) => Some((low, high)),
            Self::Normal(..) => None,
            Self::Choice(ref values) => {
                let low = values.iter().copied().fold(f64::INFINITY, f64::min);
                Some((
                    low,
                    values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
                ))
            }
        }
    }

    /// The spread of (draw + `add`) * `scale`, for a scale above 0: each kind stays of its kind.
    #[must_use]
    pub fn moved(&self, add: f64, scale: f64) -> Self {
        let to = |value: f64| (value + add) * scale;
        match *self {
            Self::Uniform(low, high) => Self::Uniform(to(low), to(high)),
            Self::Triangular(low, mode, high) => Self::Triangular(to(low), to(mode), to(high)),
            Self::Pert(low, mode, high) => Self::Pert(to(low), to(mode), to(high)),
            Self::Normal(mean, sd) => Self::Normal(to(mean), sd * scale),
            Self::Choice(ref values) => {
                Self::Choice(values.iter().map(|&value| to(value)).collect())
            }
        }
    }

    /// The spread with each of its numbers put through a function.
    #[must_use]
    pub fn each(&self, through: impl Fn(f64) -> f64) -> Self {
        match *self {
            Self::Uniform(low, high) => Self::Uniform(through(low), through(high)),
            Self::Triangular(low, mode, high) => {
                Self::Triangular(through(low), through(mode), through(high))
            }
            Self::Pert(low, mode, high) => Self::Pert(through(low), through(mode), through(high)),
            Self::Normal(mean, sd) => Self::Normal(through(mean), through(sd)),
            Self::Choice(ref values) => {
                Self::Choice(values.iter().map(|&value| through(value)).collect())
            }
        }
    }

    /// The value at a uniform draw, 0 <= u < 1; a normal is held between `low` and `high` by
    /// squeezing the draw into their share, which gives what redrawing would, from one draw.
    fn at(&self, u: f64, low: f64, high: f64) -> f64 {
        match *self {
            Self::Uniform(low, high) => low + (high - low) * u,
            Self::Triangular(low, mode, high) => {
                let rise = mode - low;
                let fall = high - mode;
                let width = high - low;
                if u * width < rise {
                    low + (u * width * rise).sqrt()
                } else {
                    high - ((1.0 - u) * width * fall).sqrt()
                }
            }
            Self::Pert(low, mode, high) => {
                let width = high - low;
                let a = 1.0 + 4.0 * (mode - low) / width;
                let b = 1.0 + 4.0 * (high - mode) / width;
                low + width * beta_quantile(u, a, b)
            }
            Self::Normal(mean, sd) => {
                let below = normal_cdf((low - mean) / sd);
                let above = normal_cdf((high - mean) / sd);
                mean + sd * normal_quantile(below + (above - below) * u)
            }
            // u < 1, so that the place lies within; `min` only guards the rounding of u * len.
            Self::Choice(ref values) => {
                values[((u * values.len() as f64) as usize).min(values.len() - 1)]
            }
        }
    }
}

impl std::fmt::Display for Distribution {
    /// As a scenario writes it: `{ uniform = [0.1, 0.9] }`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, values): (_, &[f64]) = match self {
            Self::Uniform(low, high) => ("uniform", &[*low, *high]),
            Self::Triangular(low, mode, high) => ("triangular", &[*low, *mode, *high]),
            Self::Pert(low, mode, high) => ("pert", &[*low, *mode, *high]),
            Self::Normal(mean, sd) => ("normal", &[*mean, *sd]),
            Self::Choice(values) => ("choice", values),
        };
        write!(f, "{{ {kind} = {values:?} }}")
    }
}

/// One uncertain value: where it stands and how it is spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertain {
    /// The number it stands for.
    pub slot: Slot,
    /// How it is spread.
    pub distribution: Distribution,
    /// Whose luck it draws on: the address of its path.
    pub address: u128,
}

impl Uncertain {
    /// The value for a uniform draw, 0 <= u < 1, within the range of `parameter`.
    #[must_use]
    pub fn value(&self, u: f64, parameter: &Parameter) -> f64 {
        // Held once more, against rounding.
        self.distribution
            .at(u, parameter.min, parameter.max)
            .clamp(parameter.min, parameter.max)
    }

    /// The smallest and the largest value it can give, within the range of `parameter`.
    #[must_use]
    pub fn ends(&self, parameter: &Parameter) -> (f64, f64) {
        let (low, high) = self
            .distribution
            .ends()
            .unwrap_or((parameter.min, parameter.max));
        (low.max(parameter.min), high.min(parameter.max))
    }

    /// Whether every value it can give lies in the range of `parameter`; for a normal, at least a
    /// hundredth of it.
    #[must_use]
    pub fn fits(&self, parameter: &Parameter) -> bool {
        match (self.distribution.ends(), &self.distribution) {
            (None, &Distribution::Normal(mean, sd)) => {
                let below = normal_cdf((parameter.min - mean) / sd);
                normal_cdf((parameter.max - mean) / sd) - below >= LEAST_NORMAL_MASS
            }
            (ends, _) => {
                ends.is_some_and(|(low, high)| parameter.allows(low) && parameter.allows(high))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Side;
    use crate::parameters::{Actor, Listed};

    fn uncertain_value(distribution: Distribution) -> Uncertain {
        Uncertain {
            slot: Slot::Actor(Side::Opener, 0),
            distribution,
            address: 0,
        }
    }

    /// Means over an even grid of draws against the textbook's.
    #[test]
    fn means_are_the_textbooks() {
        let reciprocity = &Actor::LIST[0];
        for (distribution, mean) in [
            (Distribution::Uniform(1.0, 4.0), 2.5),
            (Distribution::Triangular(1.0, 2.0, 6.0), 3.0),
            (Distribution::Pert(1.0, 2.0, 6.0), 2.5),
            (Distribution::Normal(10.0, 1.0), 10.0),
            (Distribution::Choice(vec![1.0, 2.0, 6.0]), 3.0),
        ] {
            let uncertain = uncertain_value(distribution);
            let draws = 3000;
            let sum: f64 = (0..draws)
                .map(|i| uncertain.value((f64::from(i) + 0.5) / f64::from(draws), reciprocity))
                .sum();
            assert!(
                (sum / f64::from(draws) - mean).abs() < 1e-3,
                "{uncertain:?}: {}",
                sum / f64::from(draws)
            );
        }
    }

    #[test]
    fn a_normal_is_cut_off_at_the_range_as_redrawing_would() {
        let parameter = &Actor::LIST[Actor::index("fear_of_retaliation").unwrap()];
        let uncertain = uncertain_value(Distribution::Normal(0.8, 1.0));
        let inside = normal_cdf(9.2) - normal_cdf(-0.8);
        for u in [0.0, 0.2, 0.5, 0.999_999] {
            let value = uncertain.value(u, parameter);
            assert!(parameter.allows(value));
            assert!(((normal_cdf(value - 0.8) - normal_cdf(-0.8)) / inside - u).abs() < 1e-12);
        }
    }

    #[test]
    fn what_can_leave_the_range_does_not_fit() {
        let publicity = &Actor::LIST[Actor::index("publicity").unwrap()];
        let uncertain = uncertain_value(Distribution::Uniform(0.2, 0.9));
        assert!(uncertain.fits(publicity));
        assert!(!uncertain_value(uncertain.distribution.moved(0.2, 1.0)).fits(publicity));
        assert_eq!(
            uncertain.distribution.moved(0.2, 0.5),
            Distribution::Uniform(0.2, 0.55)
        );
        assert!(!uncertain_value(Distribution::Choice(vec![0.5, 1.1])).fits(publicity));
        assert!(!uncertain_value(Distribution::Normal(9.0, 1.0)).fits(publicity));
        assert!(uncertain_value(Distribution::Normal(-2.0, 1.0)).fits(publicity));
        assert_eq!(
            Distribution::Normal(2.0, 1.0).moved(1.0, 2.0),
            Distribution::Normal(6.0, 2.0)
        );
    }

    #[test]
    fn unsound_distributions_are_distinguished() {
        for distribution in [
            Distribution::Uniform(1.0, 1.0),
            Distribution::Uniform(f64::NEG_INFINITY, 1.0),
            Distribution::Triangular(0.0, 2.0, 1.0),
            Distribution::Pert(1.0, 0.5, 0.0),
            Distribution::Normal(0.0, 0.0),
            Distribution::Normal(f64::NAN, 1.0),
            Distribution::Choice(vec![]),
        ] {
            assert!(!distribution.is_sound(), "{distribution:?}");
        }
        assert!(Distribution::Triangular(0.0, 0.0, 1.0).is_sound());
    }
}
