//! Whole numbers counted by size, for quantiles while streaming.

/// Values below this are counted one by one.
const EXACT: u64 = 2048;
/// Bins between a power of two and the next: a value is known to within a thousandth.
const BINS: usize = 1024;

/// Counts of whole numbers of any size: exact below 2048, above in bins a thousandth wide. The memory grows with the
/// largest value seen, to half a megabyte at most; counts merge in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    counts: Vec<u64>,
}

impl Histogram {
    /// Counts a value.
    #[inline]
    pub fn add(&mut self, value: u64) {
        let bin = bin(value);
        if bin >= self.counts.len() {
            self.counts.resize(bin + 1, 0);
        }
        self.counts[bin] += 1;
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Self) {
        if other.counts.len() > self.counts.len() {
            self.counts.resize(other.counts.len(), 0);
        }
        super::add_all(&mut self.counts, &other.counts);
    }

    /// The counts, bin by bin.
    #[must_use]
    pub fn bins(&self) -> &[u64] {
        &self.counts
    }

    /// A histogram with these counts; none where there are more bins than values can fall into.
    #[must_use]
    pub fn from_bins(counts: Vec<u64>) -> Option<Self> {
        (counts.len() <= bin(u64::MAX) + 1).then_some(Self { counts })
    }

    /// The bin of a rank, counted from 1 at the smallest: the lowest and the highest value that fall into it; 0 where
    /// nothing was counted.
    #[must_use]
    pub fn ranked(&self, rank: u64) -> (u64, u64) {
        let mut below = 0;
        for (bin, count) in self.counts.iter().enumerate() {
            below += count;
            if below >= rank {
                return ends(bin);
            }
        }
        ends(self.counts.len().saturating_sub(1))
    }
}

fn bin(value: u64) -> usize {
    if value < EXACT {
        return value as usize;
    }
    let power = value.ilog2(); // 11 to 63
    let within = (value >> (power - 10)) as usize - BINS; // the 10 bits after the leading one
    EXACT as usize + (power as usize - 11) * BINS + within
}

fn lowest(bin: usize) -> u64 {
    if bin < EXACT as usize {
        return bin as u64;
    }
    let above = bin - EXACT as usize;
    ((BINS + above % BINS) as u64) << (above / BINS + 1)
}

/// The lowest and the highest value of a bin.
fn ends(bin: usize) -> (u64, u64) {
    let width = if bin < EXACT as usize { 1 } else { 1 << ((bin - EXACT as usize) / BINS + 1) };
    (lowest(bin), lowest(bin) + (width - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_falls_into_a_bin_at_most_a_thousandth_wide() {
        for value in (0..5000).chain([1 << 20, (1 << 40) + 12_345, u64::MAX]) {
            let lowest = lowest(bin(value));
            assert!(lowest <= value && (value - lowest) as f64 <= value as f64 / 1024.0, "{value}: {lowest}");
            assert!(value >= 2048 || lowest == value);
            let (low, high) = ends(bin(value));
            assert!(low == lowest && value <= high && bin(high) == bin(value));
            assert!(high == u64::MAX || bin(high + 1) == bin(value) + 1);
        }
        assert!((1..200_000).all(|value| bin(value) >= bin(value - 1)));
        assert_eq!(bin(u64::MAX), 2048 + 53 * 1024 - 1);
    }

    #[test]
    fn ranks_count_from_the_smallest_and_merging_is_counting() {
        let (mut one, mut two) = (Histogram::default(), Histogram::default());
        for value in [7, 3, 3] {
            one.add(value);
        }
        two.add(5000);
        one.merge(&two);
        assert_eq!([1, 2, 3, 4].map(|rank| one.ranked(rank)), [(3, 3), (3, 3), (7, 7), (5000, 5003)]);
        assert_eq!(Histogram::default().ranked(1), (0, 0));
    }
}
