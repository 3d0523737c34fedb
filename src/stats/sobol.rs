//! Points that fill a cube evenly: Sobol's sequence, scrambled as Owen proposed.
//!
//! Sobol 1967; Owen 1995; Joe and Kuo 2008 for the directions; Burley 2020 for scrambling by a
//! hash, as the crate does it.

/// How many points there are at most.
pub const MOST_POINTS: usize = 1 << 16;

/// A scrambled sequence of points of any number of coordinates.
///
/// Beyond the coordinates that the crate knows, another scramble of the same ones follows: then
/// coordinates far from each other pair at random and not evenly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sobol {
    seed: u64,
}

impl Sobol {
    /// The sequence of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// A coordinate of a point, both counted from 0: from 0 up to but not including 1.
    #[must_use]
    pub fn coordinate(self, point: usize, coordinate: usize) -> f64 {
        let known = sobol_burley::NUM_DIMENSIONS as usize;
        let block = (coordinate / known) as u64;
        let seed = folded(self.seed.wrapping_add(block.wrapping_mul(GOLDEN)));
        let within = (coordinate % known) as u32; // below the number of known coordinates
        let index = (point % MOST_POINTS) as u32; // below 2^16
        f64::from(sobol_burley::sample(index, within, seed))
    }
}

/// 2^64 over the golden ratio: multiples of it lie far apart.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Both halves of a number in one.
const fn folded(seed: u64) -> u32 {
    (seed ^ (seed >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of 2^k points of one coordinate exactly one lies in each of 2^k equal parts.
    #[test]
    fn each_part_has_one_point() {
        for seed in [0, 1, 7, u64::MAX] {
            for coordinate in [0, 1, 100, 255, 256, 300] {
                let mut counts = [0; 256];
                for point in 0..256 {
                    let at = Sobol::new(seed).coordinate(point, coordinate);
                    counts[(at * 256.0) as usize] += 1;
                }
                assert_eq!(counts, [1; 256], "seed {seed}, coordinate {coordinate}");
            }
        }
    }

    #[test]
    fn seeds_and_coordinates_differ() {
        let at = |seed, coordinate| Sobol::new(seed).coordinate(5, coordinate);
        assert!(at(1, 0) != at(2, 0) && at(1, 0) != at(1, 1) && at(1, 3) != at(1, 259));
    }

    /// The mean of a product of five coordinates: much closer than with random points.
    #[test]
    fn means_are_close() {
        let n = 4096;
        let product = |point| (0..5).fold(1.0, |p, c| p * 2.0 * Sobol::new(3).coordinate(point, c));
        let mean = (0..n).map(product).sum::<f64>() / n as f64;
        assert!((mean - 1.0).abs() < 0.005, "{mean}");
    }
}
