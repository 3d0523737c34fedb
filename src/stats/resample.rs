//! The bootstrap: how far an estimate moves when what it rests on is drawn again.
//!
//! Efron 1979.

use super::Z_95;
use super::interval::Interval;

/// How often things are drawn again.
pub const RESAMPLES: usize = 200;

/// Whole numbers at random, for drawing again: `SplitMix64` (Steele, Lea and Flood 2014).
#[derive(Clone, Copy, Debug)]
pub struct Indices(u64);

impl Indices {
    /// The numbers of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        // The upper half of a product of 128 bits: below `count`.
        ((u128::from(z) * count as u128) >> 64) as usize
    }

    /// So many numbers below as many.
    pub fn draw(&mut self, count: usize) -> Vec<usize> {
        (0..count).map(|_| self.below(count)).collect()
    }
}

/// The 95 % interval around an estimate whose values on drawing again are these: as wide as they
/// are spread. They are not its centre, since what draws again adds to squares.
#[must_use]
pub fn interval_around(estimate: f64, again: &[f64]) -> Interval {
    let n = again.len() as f64;
    let mean = again.iter().sum::<f64>() / n;
    let square: f64 = again.iter().map(|value| (value - mean).powi(2)).sum();
    let half = Z_95 * (square / (n - 1.0).max(1.0)).sqrt();
    Interval::between(estimate - half, estimate + half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_comes_about_as_often() {
        let mut indices = Indices::new(9);
        let mut counts = [0_i32; 10];
        for _ in 0..100_000 {
            counts[indices.below(10)] += 1;
        }
        assert!(
            counts.iter().all(|count| (count - 10_000).abs() < 500),
            "{counts:?}"
        );
    }

    /// The interval of a mean is that of the textbook.
    #[test]
    fn a_mean_has_its_textbook_interval() {
        let mut indices = Indices::new(1);
        let values: Vec<f64> = (0..400).map(|_| indices.below(1000) as f64).collect();
        let mean_of = |places: &[usize]| {
            places.iter().map(|&at| values[at]).sum::<f64>() / places.len() as f64
        };
        let again: Vec<f64> = (0..2000).map(|_| mean_of(&indices.draw(400))).collect();
        let all: Vec<usize> = (0..400).collect();
        let (low, high) = interval_around(mean_of(&all), &again).ends().unwrap();
        let textbook = Z_95 * (1e6_f64 / 12.0 / 400.0).sqrt();
        assert!(((high - low) / 2.0 / textbook - 1.0).abs() < 0.08);
    }
}
