//! How a quantity differs between trials on the same luck.

use super::counts::wide;
use super::lists::Lists;
use super::number::stepped;
use super::{Histogram, MOST_STEPS, Tally};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::stats::{Differences, Interval, STEPS, SignedSample};

/// The differences of one quantity, variant less base, of the trials in which there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    /// Their sums; of a share there are none.
    pub sums: Differences,
    /// How many trials are lower in the variant, and how many higher: of a share those that met it
    /// in the base alone, and in the variant alone.
    pub trials: [u64; 2],
    /// How often each size came, below and above; parts of a step are left out.
    sizes: [Histogram; 2],
}

impl Default for Differing {
    fn default() -> Self {
        Self {
            sums: Differences::default(),
            trials: [0; 2],
            sizes: [Histogram::rough(), Histogram::rough()],
        }
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
        let mean = self.sums.mean(n);
        let sd = self.sums.standard_deviation(n);
        let rounded = above.rounded.max(below.rounded);
        SignedSample {
            above: &above.values,
            below: &below.values,
            rounded,
            n,
            mean,
            sd,
            most,
        }
        .interval()
    }
}

/// As lists of whole numbers.
impl Differing {
    /// All counts of the differences of a quantity, by name.
    pub(super) fn counts(&self, quantity: Quantity) -> Vec<(String, Vec<i128>)> {
        let [trials, below, above, sums] = names(quantity);
        let mut counts = vec![(trials, wide(&self.trials))];
        if quantity.steps().is_some() {
            // Squares of differences below 2^40 of a trillion trials stay far below 2^127.
            let (sum, squares) = self.sums.sums();
            counts.push((sums, vec![sum, squares as i128]));
            counts.extend(
                [below, above]
                    .into_iter()
                    .zip(&self.sizes)
                    .map(|(name, sizes)| (name, wide(sizes.bins()))),
            );
        }
        counts
    }

    /// The differences with these counts, between trials of these models with these tallies.
    pub(super) fn from_counts<'c>(
        quantity: Quantity,
        models: [&Model; 2],
        tallies: [&Tally; 2],
        lists: &mut Lists<impl FnMut(&str) -> Option<&'c [i128]>>,
    ) -> Result<Self, String> {
        let n = tallies[0].trials;
        let [trials, below, above, sums] = names(quantity);
        let listed_trials = lists.counts(&trials, Some(2), n)?;
        let mut differing = Self {
            trials: [listed_trials[0], listed_trials[1]],
            ..Self::default()
        };
        if differing.changed() > n {
            return Err(format!("`{trials}` counts more than the trials"));
        }
        let met = [0, 1].map(|at| tallies[at].met(quantity, models[at]));
        if let [Some(base), Some(variant)] = met {
            let fits = base + differing.trials[1] == variant + differing.trials[0];
            return if fits {
                Ok(differing)
            } else {
                Err(format!("`{trials}` does not lead from base to variant"))
            };
        }
        for (name, sizes) in [below, above].iter().zip(&mut differing.sizes) {
            let bins = lists.counts(name, None, n)?;
            *sizes =
                Histogram::from_bins(bins).ok_or_else(|| format!("`{name}` has too many bins"))?;
        }
        let both = match lists.list(&sums)? {
            &[sum, squares] => u128::try_from(squares).ok().map(|squares| (sum, squares)),
            _ => None,
        };
        let fitting = both.filter(|&(sum, squares)| differing.fits(quantity, sum, squares));
        let fitting = fitting.filter(|&(sum, _)| differing.leads(quantity, tallies, sum));
        let (sum, squares) =
            fitting.ok_or_else(|| format!("no such trials have the sums of `{sums}`"))?;
        differing.sums = Differences::from_sums(sum, squares);
        Ok(differing)
    }

    /// Whether a sum of differences leads from the sum of the base to that of the variant. Each is
    /// rounded by itself.
    fn leads(&self, quantity: Quantity, tallies: [&Tally; 2], sum: i128) -> bool {
        let [base, variant] = tallies.map(|tally| tally.number(quantity).sums.sums()[0] as i128);
        let most = if quantity.steps().is_some_and(|steps| steps > 1.0) {
            i128::from(self.changed())
        } else {
            0
        };
        (sum - (variant - base)).abs() <= most
    }

    /// Whether the sizes are those of so many trials below and above, and may have these sums.
    fn fits(&self, quantity: Quantity, sum: i128, squares: u128) -> bool {
        let steps = quantity.steps().unwrap_or(1.0);
        let step = (STEPS / steps) as i128;
        // A part of a step is left out of a size, and rounded in a sum; what is counted in whole
        // steps has none.
        let part = i128::from(steps > 1.0);
        let mut ends = [[0_i128; 2]; 2];
        let mut least_squares = 0_u128;
        let mut most_squares = 0_u128;
        for (sizes, (ends, trials)) in self.sizes.iter().zip(ends.iter_mut().zip(self.trials)) {
            let mut counted = 0;
            for (low, high, count) in sizes.between() {
                let low = i128::from(low) * step;
                let high = (i128::from(high) + part) * step;
                counted += count;
                if low as u128 > MOST_STEPS || counted > trials {
                    return false;
                }
                ends[0] += low * i128::from(count);
                ends[1] += high * i128::from(count);
                least_squares += (low * low) as u128 * u128::from(count);
                most_squares += (high * high) as u128 * u128::from(count);
            }
            if counted != trials || sizes.bins().last() == Some(&0) {
                return false;
            }
        }
        let [below, above] = ends;
        (above[0] - below[1]..=above[1] - below[0]).contains(&sum)
            && (least_squares..=most_squares).contains(&squares)
    }
}

/// What a file calls the counts of a quantity: the trials that differ, the sizes below and above,
/// and the sums.
fn names(quantity: Quantity) -> [String; 4] {
    let key = quantity.tally_key();
    ["trials", "below", "above", "sums"].map(|end| format!("{key}_{end}"))
}
