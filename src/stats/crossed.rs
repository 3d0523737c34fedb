//! Doubt and luck kept apart: every reading of the numbers is run on the same luck, and the
//! variance of single results splits into what the numbers do, what luck does, and what both do
//! together.
//!
//! The analysis of variance of two crossed factors with one observation in each cell (Fisher 1925;
//! Searle et al. 1992, chapter 4).

use super::interval::Interval;
use super::jansen::{Part, variance};
use super::resample::{Indices, RESAMPLES, interval_around};

/// Zeros and ones in a table of readings and trials, by their sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossed {
    /// For each reading, how many trials met the case.
    pub of_readings: Vec<u32>,
    /// For each trial, how many readings did.
    pub of_trials: Vec<u32>,
}

/// How the variance of single results splits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// What the numbers do alone: the variance of the true shares.
    pub numbers: f64,
    /// What luck does alone.
    pub luck: f64,
    /// What both do together.
    pub both: f64,
}

/// The parts of luck and of the numbers in the variance of a single result.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct LuckParts {
    /// Luck alone.
    pub first: Part,
    /// Luck alone and with the numbers.
    pub total: Part,
}

impl Crossed {
    /// The split; none of fewer than two readings or trials.
    #[must_use]
    pub fn split(&self) -> Option<Split> {
        let readings: Vec<usize> = (0..self.of_readings.len()).collect();
        let trials: Vec<usize> = (0..self.of_trials.len()).collect();
        self.split_of(&readings, &trials)
    }

    /// The parts of luck; none where no result differs from another.
    #[must_use]
    pub fn luck(&self, seed: u64) -> Option<LuckParts> {
        let (first, total) = parts(self.split()?)?;
        let mut indices = Indices::new(seed);
        let mut firsts = Vec::new();
        let mut totals = Vec::new();
        for _ in 0..RESAMPLES {
            let readings = indices.draw(self.of_readings.len());
            let trials = indices.draw(self.of_trials.len());
            if let Some((first, total)) = self.split_of(&readings, &trials).and_then(parts) {
                firsts.push(first);
                totals.push(total);
            }
        }
        Some(LuckParts {
            first: part(first, &firsts),
            total: part(total, &totals),
        })
    }

    fn split_of(&self, readings: &[usize], trials: &[usize]) -> Option<Split> {
        let (rows, columns) = (readings.len() as f64, trials.len() as f64);
        if readings.len() < 2 || trials.len() < 2 {
            return None;
        }
        let shares = readings
            .iter()
            .map(|&at| f64::from(self.of_readings[at]) / columns);
        let mean = shares.clone().sum::<f64>() / rows;
        let cells = rows * columns;
        let all = mean * (1.0 - mean) * cells / (cells - 1.0);
        let between_readings = variance(shares);
        let between_trials = variance(
            trials
                .iter()
                .map(|&at| f64::from(self.of_trials[at]) / rows),
        );
        // Each of the two holds a part of what both do together.
        let left = all - between_readings - between_trials;
        let both = (left / (1.0 - 1.0 / rows - 1.0 / columns)).max(0.0);
        Some(Split {
            numbers: (between_readings - both / columns).max(0.0),
            luck: (between_trials - both / rows).max(0.0),
            both,
        })
    }
}

fn part(part: f64, again: &[f64]) -> Part {
    let interval = if again.is_empty() {
        Interval::Fixed
    } else {
        interval_around(part, again).within(0.0, 1.0)
    };
    Part { part, interval }
}

/// The first-order and the total part of luck.
fn parts(split: Split) -> Option<(f64, f64)> {
    let all = split.numbers + split.luck + split.both;
    (all > 0.0).then(|| (split.luck / all, (split.luck + split.both) / all))
}

/// Shares with the noise taken out: moved towards their mean until their variance is that of the
/// true shares.
#[must_use]
pub fn without_noise(shares: &[f64], true_variance: f64) -> Vec<f64> {
    let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
    let seen = variance(shares.iter().copied());
    let factor = if seen > 0.0 {
        (true_variance / seen).clamp(0.0, 1.0).sqrt()
    } else {
        0.0
    };
    shares
        .iter()
        .map(|share| mean + factor * (share - mean))
        .collect()
}

#[cfg(test)]
mod tests;
