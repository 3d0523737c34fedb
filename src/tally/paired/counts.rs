//! Paired counts as plain lists of whole numbers, to be kept and read back: what the shards of a comparison are made of.

use std::ops::Range;

use super::{Change, OUTCOMES, Pair, Paired};
use crate::model::Model;
use crate::tally::counts::listed;
use crate::tally::{Differing, Tally};

impl Pair {
    /// All counts, by name.
    #[must_use]
    pub fn counts(&self) -> Vec<(String, Vec<i128>)> {
        let wide = |counts: &[u64]| counts.iter().map(|&count| i128::from(count)).collect();
        let flips = self.flips.as_flattened();
        let tables = [
            ("flips", wide(flips)),
            ("changes", wide(&self.changes)),
            ("different", vec![i128::from(self.different)]),
            ("flipped", wide(&self.flipped)),
        ];
        let mut counts: Vec<_> = tables.map(|(name, counts)| (name.to_owned(), counts)).into();
        for (quantity, differing) in Self::MEANS.into_iter().zip(&self.differences) {
            counts.extend(differing.counts(quantity));
        }
        counts
    }

    /// The pair with these counts, of trials of these numbers whose models and tallies are those of the base and the
    /// variant.
    ///
    /// # Errors
    /// They are no counts of such a pair: the reason, in a clause.
    pub fn from_counts<'c>(
        models: [&Model; 2],
        tallies: [&Tally; 2],
        range: &Range<u64>,
        mut counts: impl FnMut(&str) -> Option<&'c [i128]>,
    ) -> Result<Self, String> {
        let mut all = |name: &str| counts(name).ok_or_else(|| format!("`{name}` is missing"));
        let trials = tallies[0].trials;
        let mut list = |name: &str, length| listed(name, all(name)?, length, trials);
        let flips = list("flips", Some(OUTCOMES * OUTCOMES))?;
        let changes = list("changes", Some(Change::ALL.len()))?;
        let different = list("different", Some(1))?[0];
        let mut pair = Self { different, ..Self::default() };
        pair.flips.as_flattened_mut().copy_from_slice(&flips);
        pair.changes.copy_from_slice(&changes);
        pair.flipped = listed("flipped", all("flipped")?, None, range.end)?;
        pair.check(tallies, range)?;
        for (quantity, differing) in Self::MEANS.into_iter().zip(&mut pair.differences) {
            *differing = Differing::from_counts(quantity, models, tallies, &mut all)?;
        }
        Ok(pair)
    }

    /// Whether the flips can be those of trials with these tallies.
    fn check(&self, [base, variant]: [&Tally; 2], range: &Range<u64>) -> Result<(), String> {
        let row = |at: usize| self.flips[at].iter().sum::<u64>();
        let column = |at: usize| self.flips.iter().map(|row| row[at]).sum::<u64>();
        let numbers = &self.flipped;
        let holds = [
            (
                (0..OUTCOMES).all(|at| row(at) == base.outcomes[at] && column(at) == variant.outcomes[at]),
                "`flips` do not add up to the outcomes",
            ),
            (self.changes.iter().sum::<u64>() == self.changed(), "`changes` do not add up to the flips"),
            ((self.changed()..=base.trials).contains(&self.different), "`different` is less than the flips"),
            (
                numbers.len() as u64 == self.changed().min(Self::KEPT as u64)
                    && numbers.is_sorted_by(|one, next| one < next)
                    && numbers.iter().all(|trial| range.contains(trial)),
                "`flipped` does not number the trials that ended differently",
            ),
        ];
        holds.into_iter().find(|(holds, _)| !holds).map_or(Ok(()), |(_, broken)| Err(broken.to_owned()))
    }
}

impl Paired {
    /// Counts of the trials of these numbers, from the tallies of a base and its variants and what differs in each of these.
    ///
    /// # Errors
    /// They are not counts of these models: the reason, in a clause.
    pub fn from_parts(models: &[&Model], tallies: Vec<Tally>, pairs: Vec<Pair>) -> Result<Self, String> {
        if tallies.len() != models.len() || pairs.len() + 1 != models.len() {
            return Err("it holds the counts of another number of scenarios".to_owned());
        }
        if tallies.iter().any(|tally| tally.trials != tallies[0].trials) {
            return Err("its scenarios have not the same number of trials".to_owned());
        }
        Ok(Self { tallies, pairs, ..Self::new(models) })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::testing::blueprint;
    use crate::sim::Simulator;

    const TRIALS: Range<u64> = 100..2_500;

    fn counted(models: &[&Model]) -> Paired {
        let mut simulators: Vec<_> = models.iter().map(|model| Simulator::new(model, 1)).collect();
        let mut paired = Paired::new(models);
        for trial in TRIALS {
            paired.count(trial, |at, tally| *simulators[at].run(trial, tally));
        }
        paired
    }

    fn models() -> [Model; 2] {
        let mut calmer = blueprint(9);
        for actor in &mut calmer.numbers.actors {
            actor.restraint = 0.9;
        }
        [Model::new(blueprint(9)).unwrap(), Model::new(calmer).unwrap()]
    }

    #[test]
    fn a_pair_comes_back_from_its_counts_and_a_damaged_one_does_not() {
        let [base, variant] = models();
        let paired = counted(&[&base, &variant]);
        let (tallies, pair) = ([&paired.tallies[0], &paired.tallies[1]], &paired.pairs[0]);
        assert!(pair.changed() > 100 && pair.changed() < 2_000, "{}", pair.changed());
        let counts: BTreeMap<String, Vec<i128>> = pair.counts().into_iter().collect();
        let back = |counts: &BTreeMap<String, Vec<i128>>| {
            Pair::from_counts([&base, &variant], tallies, &TRIALS, |name| counts.get(name).map(Vec::as_slice))
        };
        assert!(back(&counts).as_ref() == Ok(pair), "{:?}", back(&counts));
        for (name, list) in &counts {
            for damage in [-1, 7, i128::MAX, i128::MIN] {
                let mut damaged = counts.clone();
                match damaged.get_mut(name).and_then(|list| list.first_mut()) {
                    Some(first) => *first = damage,
                    None => damaged.entry(name.clone()).or_default().push(damage),
                }
                // Of what is known to a part of a step a sum may be a little off.
                let may_be = damage == 7 && name.ends_with("_sums");
                assert!(may_be || damaged == counts || back(&damaged).is_err(), "{name} {damage}");
            }
            let mut shorter = counts.clone();
            shorter.remove(name);
            assert!(back(&shorter).unwrap_err().contains(name), "{name} {list:?}");
        }
    }

    /// Parts of the trials, put together in any order, are all of them.
    #[test]
    fn parts_merge_to_the_whole() {
        let [base, variant] = models();
        let all = [&base, &variant];
        let whole = counted(&all);
        let back = Paired::from_parts(&all, whole.tallies.clone(), whole.pairs.clone()).unwrap();
        assert!(back.tallies == whole.tallies && back.pairs == whole.pairs);
        assert!(Paired::from_parts(&all, whole.tallies.clone(), Vec::new()).is_err());
    }
}
