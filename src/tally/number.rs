//! What is counted of a quantity that is a number: its sums, and how often each value came, for the
//! interval of its mean.

use super::{Histogram, MOST_STEPS};
use crate::quantities::Quantity;
use crate::stats::{Moments, STEPS};

/// No more steps of a distribution are put together: of finer ones some are taken as one.
const MOST_TOGETHER: u64 = 32;

/// What was counted of a quantity of which every trial has a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The sum of its values, and of their squares.
    pub sums: Moments,
    /// How often each value came, in the steps of the quantity; parts of a step are left out.
    pub values: Histogram,
}

impl Default for Number {
    fn default() -> Self {
        Self {
            sums: Moments::default(),
            values: Histogram::rough(),
        }
    }
}

impl Number {
    /// Counts the value of a trial, of so many steps to the unit.
    #[inline]
    pub(super) fn add(&mut self, value: f64, steps: f64) {
        self.sums.add(value);
        self.values.add((value * steps) as i64 as u64);
    }

    /// Adds what another counted.
    pub(super) fn merge(&mut self, other: &Self) {
        self.sums.merge(&other.sums);
        self.values.merge(&other.values);
    }

    /// The values of a quantity, put together in steps.
    pub(super) fn stepped(&self, quantity: Quantity) -> Stepped {
        stepped(&self.values, quantity)
    }

    /// Whether the values are those of so many trials, and may have the sums that were counted.
    pub(super) fn fits(&self, quantity: Quantity, trials: u64) -> bool {
        let steps = quantity.steps().unwrap_or(1.0);
        let step = (STEPS / steps) as u128;
        // Of what is counted in whole steps a bin holds the value itself; of all else a part of a
        // step is left out here, and rounded there.
        let part = u128::from(steps > 1.0);
        let mut counted = 0;
        let mut least = [0; 2];
        let mut most = [0; 2];
        for (low, high, count) in self.values.between() {
            let [low, high, count] = [low, high, count].map(u128::from);
            let low = low * step;
            let high = (high + part) * step;
            counted += count;
            // Nothing beyond this can be added up.
            if low > MOST_STEPS || counted > u128::from(trials) {
                return false;
            }
            least = [least[0] + low * count, least[1] + low * low * count];
            most = [most[0] + high * count, most[1] + high * high * count];
        }
        let sums = self.sums.sums();
        counted == u128::from(trials)
            && self.values.bins().last() != Some(&0)
            && (0..2).all(|at| (least[at]..=most[at]).contains(&sums[at]))
    }
}

/// Values of a quantity put together in steps.
#[derive(Debug, Default)]
pub(super) struct Stepped {
    /// The values, from the least, rounded down, with their counts.
    pub(super) values: Vec<(f64, u64)>,
    /// By how much they may be rounded down.
    pub(super) rounded: f64,
}

/// The values of a quantity in a histogram of its steps.
pub(super) fn stepped(histogram: &Histogram, quantity: Quantity) -> Stepped {
    let steps = quantity.steps().unwrap_or(1.0);
    let mut values = histogram.values();
    let (Some((least, first)), Some((largest, _, _))) = (values.next(), histogram.between().last())
    else {
        return Stepped::default();
    };
    let width = (largest - least).div_ceil(MOST_TOGETHER).max(1);
    let mut stepped = vec![(least, first)];
    // Bins of large values are wider than a step.
    let bin = histogram
        .between()
        .map(|(low, high, _)| high - low)
        .max()
        .unwrap_or(0);
    for (value, count) in values {
        let value = value - (value - least) % width;
        match stepped.last_mut() {
            Some((same, so_far)) if *same == value => *so_far += count,
            _ => stepped.push((value, count)),
        }
    }
    // Of what is counted in finer steps a part of one is left out.
    let part = u64::from(steps > 1.0);
    let values = stepped
        .into_iter()
        .map(|(value, count)| (value as f64 / steps, count))
        .collect();
    Stepped {
        values,
        rounded: (width - 1 + bin + part) as f64 / steps,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fine_values_are_put_together_in_steps() {
        let mut histogram = Histogram::rough();
        for value in [4, 4, 7, 10] {
            histogram.add(value);
        }
        let days = stepped(&histogram, Quantity::EndDay);
        assert_eq!(
            (days.values, days.rounded),
            (vec![(1.0, 2), (1.75, 1), (2.5, 1)], 0.25)
        );
        assert_eq!(stepped(&histogram, Quantity::Acts).rounded, 0.0);
        (0..1000).for_each(|value| histogram.add(value));
        let Stepped {
            values: steps,
            rounded,
        } = stepped(&histogram, Quantity::Acts);
        assert!(
            steps.len() <= MOST_TOGETHER as usize + 1 && steps[1].0 == 32.0 && rounded == 31.0,
            "{steps:?}"
        );
        assert_eq!(steps.iter().map(|step| step.1).sum::<u64>(), 1004);
        assert!(
            stepped(&Histogram::rough(), Quantity::Acts)
                .values
                .is_empty()
        );
    }
}
