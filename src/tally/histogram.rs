//! Whole numbers counted by size, for quantiles while streaming.

/// Values below this are counted one by one.
const EXACT: u64 = 2048;
/// Bins between a power of two and the next: a value is known to within a thousandth.
const BINS: usize = 1024;
/// Maximum number of different large values that are counted one by one.
const FEW: usize = 64;

/// Counts of whole numbers of any size: exact below 2048, above in bins a thousandth wide, and
/// exact as well as long as few different values are that large. The memory grows with the largest
/// value seen, to half a megabyte at most; counts merge in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    counts: Vec<u64>,
    large: Large,
}

/// The large values one by one. Whether they are few depends on which values there are, not on
/// their order.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Large {
    /// Each with its count, from the least.
    Few(Vec<(u64, u64)>),
    /// More than are counted one by one.
    Many,
}

impl Default for Large {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Large {
    fn add(&mut self, value: u64, count: u64) {
        let Self::Few(values) = self else { return };
        match values.binary_search_by_key(&value, |&(value, _)| value) {
            Ok(at) => values[at].1 += count,
            Err(at) if values.len() < FEW => values.insert(at, (value, count)),
            Err(_) => *self = Self::Many,
        }
    }
}

impl Histogram {
    /// An empty histogram that never counts large values one by one.
    #[must_use]
    pub const fn rough() -> Self {
        Self {
            counts: Vec::new(),
            large: Large::Many,
        }
    }

    /// Counts a value.
    #[inline]
    pub fn add(&mut self, value: u64) {
        let bin = bin(value);
        if bin >= self.counts.len() {
            self.counts.resize(bin + 1, 0);
        }
        self.counts[bin] += 1;
        if value >= EXACT {
            self.large.add(value, 1);
        }
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Self) {
        if other.counts.len() > self.counts.len() {
            self.counts.resize(other.counts.len(), 0);
        }
        super::add_all(&mut self.counts, &other.counts);
        match &other.large {
            Large::Few(values) => values
                .iter()
                .for_each(|&(value, count)| self.large.add(value, count)),
            Large::Many => self.large = Large::Many,
        }
    }

    /// The counts, bin by bin.
    #[must_use]
    pub fn bins(&self) -> &[u64] {
        &self.counts
    }

    /// The values from 2048 on, each followed by its count, where they are few.
    #[must_use]
    pub fn large(&self) -> Vec<u64> {
        match &self.large {
            Large::Few(values) => values
                .iter()
                .flat_map(|&(value, count)| [value, count])
                .collect(),
            Large::Many => Vec::new(),
        }
    }

    /// A rough histogram with these counts; none where there are more bins than values can fall
    /// into.
    #[must_use]
    pub fn from_bins(counts: Vec<u64>) -> Option<Self> {
        (counts.len() <= bin(u64::MAX) + 1).then_some(Self {
            counts,
            large: Large::Many,
        })
    }

    /// A histogram with these counts, and of the large values, where they are few, each followed by
    /// its count; none where the two do not agree.
    #[must_use]
    pub fn from_counts(counts: Vec<u64>, large: &[u64]) -> Option<Self> {
        let rough = Self::from_bins(counts)?;
        let any = rough
            .counts
            .iter()
            .skip(EXACT as usize)
            .any(|&count| count > 0);
        if large.is_empty() && any {
            return Some(rough);
        }
        let values: Vec<(u64, u64)> = large
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect();
        let sound = large.len().is_multiple_of(2)
            && values.len() <= FEW
            && values.is_sorted_by(|one, other| one.0 < other.0)
            && values
                .iter()
                .all(|&(value, count)| value >= EXACT && count > 0);
        let mut left = rough.counts.clone();
        let fitting = sound
            && values
                .iter()
                .all(|&(value, count)| take(&mut left, value, count).is_some());
        let none_left = left.iter().skip(EXACT as usize).all(|&count| count == 0);
        (fitting && none_left).then_some(Self {
            counts: rough.counts,
            large: Large::Few(values),
        })
    }

    /// The value of a rank, counted from 1 at the smallest, as the least and the greatest that it
    /// may be; 0 where nothing was counted.
    #[must_use]
    pub fn ranked(&self, rank: u64) -> (u64, u64) {
        let mut below = 0;
        for (bin, count) in self.counts.iter().enumerate() {
            if below + count >= rank {
                return self.within(bin, rank - below);
            }
            below += count;
        }
        ends(self.counts.len().saturating_sub(1))
    }

    /// The value of a rank within a bin.
    fn within(&self, bin: usize, rank: u64) -> (u64, u64) {
        let (low, high) = ends(bin);
        let Large::Few(values) = &self.large else {
            return (low, high);
        };
        // Below 2048 a bin is a value.
        if low == high {
            return (low, high);
        }
        let mut below = 0;
        for &(value, count) in values.iter().filter(|(value, _)| low <= *value) {
            below += count;
            if below >= rank {
                return (value, value);
            }
        }
        (low, high)
    }

    /// The least and the greatest value of each bin, and how many values are in it.
    pub(super) fn between(&self) -> impl Iterator<Item = (u64, u64, u64)> {
        let counted = self
            .counts
            .iter()
            .enumerate()
            .filter(|&(_, &count)| count > 0);
        counted.map(|(bin, &count)| (ends(bin).0, ends(bin).1, count))
    }

    /// The values, from the least, each rounded down to its bin, with their counts.
    pub fn values(&self) -> impl Iterator<Item = (u64, u64)> {
        let counted = self
            .counts
            .iter()
            .enumerate()
            .filter(|&(_, &count)| count > 0);
        counted.map(|(bin, &count)| (lowest(bin), count))
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
    let width = if bin < EXACT as usize {
        1
    } else {
        1 << ((bin - EXACT as usize) / BINS + 1)
    };
    (lowest(bin), lowest(bin) + (width - 1))
}

/// Takes values out of the counts by bins; none where fewer were counted.
fn take(counts: &mut [u64], value: u64, count: u64) -> Option<()> {
    let place = counts.get_mut(bin(value))?;
    *place = place.checked_sub(count)?;
    Some(())
}

#[cfg(test)]
mod tests;
