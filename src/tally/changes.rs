//! How a quantity differs between trials on the same luck.

use super::Histogram;
use super::number::stepped;
use crate::model::Model;
use crate::quantities::Quantity;
use crate::stats::{Differences, Interval, SignedSample};

/// The differences of one quantity, variant less base, of the trials in which there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    /// Their sums; of a share there are none.
    pub sums: Differences,
    /// How many trials are lower in the variant, and how many higher: of a share those that met it in the base alone, and
    /// in the variant alone.
    pub trials: [u64; 2],
    /// How often each size came, below and above; parts of a step are left out.
    sizes: [Histogram; 2],
}

impl Default for Differing {
    fn default() -> Self {
        Self { sums: Differences::default(), trials: [0; 2], sizes: [Histogram::rough(), Histogram::rough()] }
    }
}

impl Differing {
    /// Counts a trial whose values differ.
    #[inline]
    pub(super) fn add(&mut self, quantity: Quantity, [before, after]: [f64; 2]) {
        let way = usize::from(after > before);
        self.trials[way] += 1;
        if let Some(steps) = quantity.steps() {
            self.sums.add(after - before);
            self.sizes[way].add(((after - before).abs() * steps) as i64 as u64);
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.sums.merge(&other.sums);
        super::add_all(&mut self.trials, &other.trials);
        for (own, more) in self.sizes.iter_mut().zip(&other.sizes) {
            own.merge(more);
        }
    }

    /// In how many trials it differs.
    #[must_use]
    pub const fn changed(&self) -> u64 {
        self.trials[0] + self.trials[1]
    }

    /// The interval of the mean difference of a quantity over `n` pairs of trials of these models.
    #[must_use]
    pub fn interval(&self, quantity: Quantity, models: [&Model; 2], n: u64) -> Interval {
        let [below, above] = self.sizes.each_ref().map(|sizes| stepped(sizes, quantity));
        let ends = models.map(|model| (quantity.least(model), quantity.most(model).value()));
        let [(base_least, base_most), (variant_least, variant_most)] = ends;
        let most = [variant_most - base_least, base_most - variant_least];
        let (mean, sd) = (self.sums.mean(n), self.sums.standard_deviation(n));
        let rounded = above.rounded.max(below.rounded);
        SignedSample { above: &above.values, below: &below.values, rounded, n, mean, sd, most }.interval()
    }
}
