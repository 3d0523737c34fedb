//! What an input does alone, from plain draws: results are put into bins by the rank of the input,
//! and the variance of the bins' means, less what chance adds to it, is the part that the input
//! explains.
//!
//! Pearson's correlation ratio (1903), with the correction of Kelley (1935); Plischke, Borgonovo
//! and Smith 2013 on its use for Sobol's indices.

use super::interval::Interval;
use super::jansen::{Part, variance};
use super::resample::{Indices, RESAMPLES, interval_around};

/// How many results a bin has at least.
const LEAST_IN_BIN: usize = 16;
/// How many bins there are at most.
const MOST_BINS: usize = 16;

/// Draws of inputs, and the result of each.
#[derive(Clone, Debug)]
pub struct Draws {
    results: Vec<f64>,
    /// The variance of the results without noise.
    variance: f64,
    again: Vec<Vec<usize>>,
}

impl Draws {
    /// Results of plain draws; `variance` is theirs without noise. None where there are too few for
    /// two bins, or there is no variance.
    #[must_use]
    pub fn new(results: Vec<f64>, variance: f64, seed: u64) -> Option<Self> {
        if results.len() < 2 * LEAST_IN_BIN || variance <= 0.0 {
            return None;
        }
        let mut indices = Indices::new(seed);
        let again = (0..RESAMPLES)
            .map(|_| indices.draw(results.len()))
            .collect();
        Some(Self {
            results,
            variance,
            again,
        })
    }

    /// The part of the variance that an input explains alone, whose value in each draw is given.
    #[must_use]
    pub fn first(&self, values: &[f64]) -> Part {
        let bins = (values.len() / LEAST_IN_BIN).clamp(2, MOST_BINS);
        let bin = bins_of(values, bins);
        let all: Vec<usize> = (0..values.len()).collect();
        let part = self.explained(&bin, bins, &all) / self.variance;
        let again: Vec<f64> = self
            .again
            .iter()
            .map(|places| self.explained(&bin, bins, places) / self.variance)
            .collect();
        Part {
            part,
            interval: interval_around(part, &again),
        }
    }

    /// The variance of the means of bins, less what chance adds.
    fn explained(&self, bin: &[usize], bins: usize, places: &[usize]) -> f64 {
        let mut sums = vec![0.0; bins];
        let mut counts = vec![0.0; bins];
        for &at in places {
            sums[bin[at]] += self.results[at];
            counts[bin[at]] += 1.0;
        }
        let n = places.len() as f64;
        let mean = sums.iter().sum::<f64>() / n;
        let between: f64 = sums
            .iter()
            .zip(&counts)
            .filter(|(_, count)| **count > 0.0)
            .map(|(sum, count)| count * (sum / count - mean).powi(2))
            .sum();
        let all: f64 = places
            .iter()
            .map(|&at| (self.results[at] - mean).powi(2))
            .sum();
        let within = (all - between) / (n - bins as f64);
        (between - (bins as f64 - 1.0) * within) / (n - 1.0)
    }
}

/// The bin of each value: as many values in each, by rank.
fn bins_of(values: &[f64], bins: usize) -> Vec<usize> {
    let order = order_of(values);
    let mut bin = vec![0; values.len()];
    for (rank, &at) in order.iter().enumerate() {
        bin[at] = rank * bins / values.len();
    }
    bin
}

/// The places of values from the least to the greatest.
fn order_of(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    order
}

/// The mean result where an input is in its lowest fifth, and where it is in its highest; each with
/// its interval. None of fewer than ten values.
#[must_use]
pub fn outer_fifths(values: &[f64], results: &[f64]) -> Option<[(f64, Interval); 2]> {
    let fifth = values.len() / 5;
    if fifth < 2 {
        return None;
    }
    let order = order_of(values);
    let low = mean_of(results, &order[..fifth]);
    let high = mean_of(results, &order[order.len() - fifth..]);
    Some([low, high])
}

/// A mean with its interval.
fn mean_of(results: &[f64], places: &[usize]) -> (f64, Interval) {
    let n = places.len() as f64;
    let values = places.iter().map(|&at| results[at]);
    let mean = values.clone().sum::<f64>() / n;
    let half = super::Z_95 * (variance(values) / n).sqrt();
    (mean, Interval::between(mean - half, mean + half))
}

#[cfg(test)]
mod tests;
