//! How often each value of a quantity came, for the intervals of means.

use super::{Histogram, MOST_STEPS, Tally};
use crate::model::{FirstMove, Model, Slot};
use crate::parameters::{Front, Listed};
use crate::sim::Summary;
use crate::stats::{Mean, Moments, STEPS, Sample};

/// No more steps of a distribution are put together: of finer ones some are taken as one.
const MOST_TOGETHER: u64 = 32;

/// A quantity of which every trial has a number that is not just 0 or 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// The day the opening crisis ended.
    EndDay,
    /// Acts in it.
    Acts,
    /// Uses of force in it by the opener.
    ForceOpener,
    /// Uses of force in it by the other.
    ForceOther,
    /// Uses of force in it by both.
    ForceOfBoth,
    /// Trust at the end of the trial.
    Trust,
    /// Fronts opened.
    FrontsOpened,
    /// Crises after the first.
    LaterCrises,
}

impl Measured {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::EndDay,
        Self::Acts,
        Self::ForceOpener,
        Self::ForceOther,
        Self::ForceOfBoth,
        Self::Trust,
        Self::FrontsOpened,
        Self::LaterCrises,
    ];

    /// How many steps its unit is counted in.
    #[must_use]
    pub const fn steps(self) -> f64 {
        match self {
            Self::EndDay => 4.0,
            Self::Trust => 256.0,
            _ => 1.0,
        }
    }

    /// The largest value there can be in a model, where there is one.
    #[must_use]
    pub fn most(self, model: &Model) -> Option<f64> {
        match self {
            Self::EndDay => Some(f64::from(model.horizon_days)),
            Self::Trust => Some(1.0),
            Self::FrontsOpened => Some(fronts(model) as f64),
            Self::Acts | Self::ForceOpener | Self::ForceOther | Self::ForceOfBoth | Self::LaterCrises => None,
        }
    }

    /// The smallest value there can be in a model: an opening that is fixed is an act, and may be a use of force.
    #[must_use]
    pub fn least(self, model: &Model) -> f64 {
        let FirstMove::Rung(rung) = model.first_move else { return 0.0 };
        match self {
            Self::Acts => 1.0,
            Self::ForceOpener | Self::ForceOfBoth if model.force[rung] => 1.0,
            _ => 0.0,
        }
    }

    /// What a shard calls how often each value came.
    #[must_use]
    pub const fn values_name(self) -> &'static str {
        match self {
            Self::EndDay => "end_day_values",
            Self::Acts => "acts_values",
            Self::ForceOpener => "force_opener_values",
            Self::ForceOther => "force_other_values",
            Self::ForceOfBoth => "force_of_both_values",
            Self::Trust => "trust_values",
            Self::FrontsOpened => "fronts_opened_values",
            Self::LaterCrises => "later_crises_values",
        }
    }
}

impl Tally {
    /// The sums of a quantity.
    #[must_use]
    pub const fn moments(&self, measured: Measured) -> &Moments {
        match measured {
            Measured::EndDay => &self.end_day,
            Measured::Acts => &self.acts,
            Measured::ForceOpener => &self.force[0],
            Measured::ForceOther => &self.force[1],
            Measured::ForceOfBoth => &self.force_of_both,
            Measured::Trust => &self.trust,
            Measured::FrontsOpened => &self.fronts_opened,
            Measured::LaterCrises => &self.later_crises,
        }
    }

    /// The mean of a quantity over at least one trial of this model, with its interval.
    #[must_use]
    pub fn estimate(&self, measured: Measured, model: &Model) -> Mean {
        let (n, moments) = (self.trials.max(1), self.moments(measured));
        let values = stepped(self.values.of(measured), measured.steps());
        let (mean, sd) = (moments.mean(n), moments.standard_deviation(n));
        let sample = Sample { values: &values, n, mean, sd, most: measured.most(model) };
        Mean::new(mean, sample.interval().within(measured.least(model), sample.most.unwrap_or(f64::INFINITY)))
    }

    /// Whether the values are those of all trials, and have the sums that were counted.
    ///
    /// # Errors
    /// Which of them do not, in a clause.
    pub(super) fn check_values(&self) -> Result<(), String> {
        let fitting =
            |measured: &Measured| self.values.of(*measured).fits(*measured, self.trials, self.moments(*measured));
        match Measured::ALL.into_iter().find(|measured| !fitting(measured)) {
            Some(measured) => Err(format!("`{}` does not fit the sums", measured.values_name())),
            None => Ok(()),
        }
    }
}

impl Histogram {
    /// Whether so many values of a quantity, counted here, may have these sums.
    fn fits(&self, measured: Measured, trials: u64, moments: &Moments) -> bool {
        let step = (STEPS / measured.steps()) as u128;
        // Of what is counted in whole steps a bin holds the value itself; of all else a part of a step is left out here,
        // and rounded there.
        let part = u128::from(measured.steps() > 1.0);
        let (mut counted, mut least, mut most) = (0, [0; 2], [0; 2]);
        for (low, high, count) in self.between() {
            let [low, high, count] = [low, high, count].map(u128::from);
            let (low, high) = (low * step, (high + part) * step);
            counted += count;
            // Nothing beyond this can be added up.
            if low > MOST_STEPS || counted > u128::from(trials) {
                return false;
            }
            least = [least[0] + low * count, least[1] + low * low * count];
            most = [most[0] + high * count, most[1] + high * high * count];
        }
        let sums = moments.sums();
        counted == u128::from(trials)
            && self.bins().last() != Some(&0)
            && (0..2).all(|at| (least[at]..=most[at]).contains(&sums[at]))
    }
}

/// How many fronts may open.
fn fronts(model: &Model) -> usize {
    let may_open =
        |at: &usize| Front::index("opens_per_day").is_none_or(|key| model.may_be_positive(Slot::Front(*at, key)));
    (0..model.numbers.fronts.len()).filter(may_open).count()
}

/// How often each value came, of every quantity; parts of a step are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values([Histogram; Measured::ALL.len()]);

impl Default for Values {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Histogram::rough()))
    }
}

impl Values {
    /// Values counted so, in the order of [`Measured::ALL`].
    #[must_use]
    pub const fn new(histograms: [Histogram; Measured::ALL.len()]) -> Self {
        Self(histograms)
    }

    /// How often each value of a quantity came.
    #[must_use]
    pub const fn of(&self, measured: Measured) -> &Histogram {
        &self.0[measured as usize]
    }

    /// Counts a trial.
    #[inline]
    pub(super) fn add(&mut self, trial: &Summary) {
        let mut add = |measured: Measured, steps: u64| self.0[measured as usize].add(steps);
        add(Measured::EndDay, (trial.end_day * Measured::EndDay.steps()) as i64 as u64);
        add(Measured::Acts, trial.acts);
        add(Measured::ForceOpener, trial.force[0]);
        add(Measured::ForceOther, trial.force[1]);
        add(Measured::ForceOfBoth, trial.force[0] + trial.force[1]);
        add(Measured::Trust, (trial.trust * Measured::Trust.steps()) as i64 as u64);
        add(Measured::FrontsOpened, trial.fronts_opened);
        add(Measured::LaterCrises, trial.later_crises);
    }

    /// Adds what others counted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (own, more) in self.0.iter_mut().zip(&other.0) {
            own.merge(more);
        }
    }
}

/// The values of a histogram of so many steps to the unit, from the least, with their counts.
pub(super) fn stepped(histogram: &Histogram, steps: f64) -> Vec<(f64, u64)> {
    let mut values = histogram.values();
    let (Some((least, first)), last) = (values.next(), histogram.values().last()) else { return Vec::new() };
    let width = last.map_or(1, |(largest, _)| (largest - least).div_ceil(MOST_TOGETHER).max(1));
    let mut stepped = vec![(least, first)];
    for (value, count) in values {
        let value = value - (value - least) % width;
        match stepped.last_mut() {
            Some((same, so_far)) if *same == value => *so_far += count,
            _ => stepped.push((value, count)),
        }
    }
    stepped.into_iter().map(|(value, count)| (value as f64 / steps, count)).collect()
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
        assert_eq!(stepped(&histogram, 4.0), [(1.0, 2), (1.75, 1), (2.5, 1)]);
        (0..1000).for_each(|value| histogram.add(value));
        let steps = stepped(&histogram, 1.0);
        assert!(steps.len() <= MOST_TOGETHER as usize + 1 && steps[1].0 == 32.0, "{steps:?}");
        assert_eq!(steps.iter().map(|step| step.1).sum::<u64>(), 1004);
        assert!(stepped(&Histogram::rough(), 1.0).is_empty());
    }
}
