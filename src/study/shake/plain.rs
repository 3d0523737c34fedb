//! Plain readings, counted.

use super::ReadingRange;
use super::parts::PartCounts;
use crate::stats::{Crossed, Quantile, without_noise};

/// What the plain readings came to.
pub struct Plain {
    /// For each reading, how many trials met each share.
    pub readings: Vec<Vec<u32>>,
    /// For each share, how many readings met it in each trial.
    pub of_trials: Vec<Vec<u32>>,
    /// The first rows of the parts.
    pub rows: Vec<PartCounts>,
}

impl Plain {
    /// Counts the marks of a reading.
    pub fn add(&mut self, marks: &[u16], shares: usize) {
        let mut counts = vec![0; shares];
        for (share, count) in counts.iter_mut().enumerate() {
            for (trial, mark) in marks.iter().enumerate() {
                let met = u32::from(mark >> share & 1);
                *count += met;
                self.of_trials[share][trial] += met;
            }
        }
        self.readings.push(counts);
    }

    pub fn crossed(&self, share: usize) -> Crossed {
        Crossed {
            of_readings: self.readings.iter().map(|counts| counts[share]).collect(),
            of_trials: self.of_trials[share].clone(),
        }
    }

    pub fn shares(&self, share: usize, trials: u64) -> Vec<f64> {
        let counts = self.readings.iter().map(|counts| counts[share]);
        counts
            .map(|count| f64::from(count) / trials as f64)
            .collect()
    }

    /// A share over the readings, without the noise of trials; none where it is 0 or 1 in all.
    pub fn range(&self, share: usize, trials: u64) -> Option<ReadingRange> {
        let counts = self.readings.iter().map(|counts| u64::from(counts[share]));
        let all: u64 = counts.sum();
        let shares = self.shares(share, trials);
        if all == 0 || all == trials * shares.len() as u64 {
            return None;
        }
        let split = self.crossed(share).split()?;
        let mut quiet = without_noise(&shares, split.numbers);
        quiet.sort_by(f64::total_cmp);
        let ranked = |rank: u64| {
            let value = quiet[rank as usize - 1]; // ranks run from 1 to their number
            (value, value)
        };
        let n = quiet.len() as u64;
        let mean = quiet.iter().sum::<f64>() / n as f64;
        let square: f64 = shares.iter().map(|share| (share - mean).powi(2)).sum();
        Some(ReadingRange {
            low: Quantile::new(n, 0.05, ranked),
            high: Quantile::new(n, 0.95, ranked),
            mean,
            spread: split.numbers.sqrt(),
            seen: (square / (n as f64 - 1.0)).sqrt(),
        })
    }
}
