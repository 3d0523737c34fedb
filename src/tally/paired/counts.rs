//! Paired counts as plain lists of whole numbers, to be kept and read back: what the shards of a
//! comparison are made of.

use std::ops::Range;

use super::{Change, OUTCOMES, Pair, Paired};
use crate::model::Model;
use crate::sim::Outcome;
use crate::tally::counts::wide;
use crate::tally::lists::Lists;
use crate::tally::{Differing, Tally};

impl Pair {
    /// All counts, by name.
    #[must_use]
    pub fn counts(&self) -> Vec<(String, Vec<i128>)> {
        let flips = self.flips.as_flattened();
        let tables = [
            ("flips", wide(flips)),
            ("changes", wide(&self.changes)),
            ("different", vec![i128::from(self.different)]),
            ("flipped", wide(&self.flipped)),
        ];
        let mut counts: Vec<_> = tables
            .map(|(name, counts)| (name.to_owned(), counts))
            .into();
        for (quantity, differing) in Self::MEANS.into_iter().zip(&self.differences) {
            counts.extend(differing.counts(quantity));
        }
        counts
    }

    /// The pair with these counts, of trials of these numbers whose models and tallies are those of
    /// the base and the variant.
    ///
    /// # Errors
    /// They are no counts of such a pair: the reason, in a clause.
    pub fn from_counts<'c>(
        models: [&Model; 2],
        tallies: [&Tally; 2],
        range: &Range<u64>,
        counts: impl FnMut(&str) -> Option<&'c [i128]>,
    ) -> Result<Self, String> {
        let mut lists = Lists(counts);
        let trials = tallies[0].trials;
        let flips = lists.counts("flips", Some(OUTCOMES * OUTCOMES), trials)?;
        let changes = lists.counts("changes", Some(Change::ALL.len()), trials)?;
        let different = lists.counts("different", Some(1), trials)?[0];
        let mut pair = Self {
            different,
            ..Self::default()
        };
        pair.flips.as_flattened_mut().copy_from_slice(&flips);
        pair.changes.copy_from_slice(&changes);
        pair.flipped = lists.counts("flipped", None, range.end)?;
        pair.check(tallies, range)?;
        for (quantity, differing) in Self::MEANS.into_iter().zip(&mut pair.differences) {
            *differing = Differing::from_counts(quantity, models, tallies, &mut lists)?;
        }
        // On ladders of the same force a trial that differs in a quantity differs.
        let most = if models[0].force == models[1].force {
            different
        } else {
            trials
        };
        if pair
            .differences
            .iter()
            .any(|differing| differing.changed() > most)
        {
            return Err("more trials differ in a quantity than differ at all".to_owned());
        }
        Ok(pair)
    }

    /// Trials with this outcome in the base.
    fn of_base(&self, outcome: Outcome) -> u64 {
        self.flips[outcome].iter().sum()
    }

    /// Trials with this outcome in the variant.
    fn of_variant(&self, outcome: Outcome) -> u64 {
        self.flips.iter().map(|row| row[outcome]).sum()
    }

    /// Whether the flips can be those of trials with these tallies.
    fn check(&self, [base, variant]: [&Tally; 2], range: &Range<u64>) -> Result<(), String> {
        let open = Outcome::Unresolved;
        let unresolved = self.of_base(open) + self.of_variant(open) - 2 * self.flips[open][open];
        let numbers = &self.flipped;
        let fits = Outcome::ALL.into_iter().all(|outcome| {
            self.of_base(outcome) == base.outcomes[outcome]
                && self.of_variant(outcome) == variant.outcomes[outcome]
        });
        let holds = [
            (fits, "`flips` do not add up to the outcomes"),
            (
                self.changes.iter().sum::<u64>() == self.changed(),
                "`changes` do not add up to the flips",
            ),
            (
                self.changes[Change::Unresolved] == unresolved,
                "`changes` do not fit the flips",
            ),
            (
                (self.changed()..=base.trials).contains(&self.different),
                "`different` is less than the flips",
            ),
            (
                numbers.len() as u64 == self.changed().min(Self::KEPT as u64)
                    && numbers.is_sorted_by(|one, next| one < next)
                    && numbers.iter().all(|trial| range.contains(trial)),
                "`flipped` does not number the trials that ended differently",
            ),
        ];
        holds
            .into_iter()
            .find(|(holds, _)| !holds)
            .map_or(Ok(()), |(_, broken)| Err(broken.to_owned()))
    }
}

impl Paired {
    /// Counts of the trials of these numbers, from the tallies of a base and its variants and what
    /// differs in each of these.
    ///
    /// # Errors
    /// They are not counts of these models: the reason, in a clause.
    pub fn from_parts(
        models: &[&Model],
        tallies: Vec<Tally>,
        pairs: Vec<Pair>,
    ) -> Result<Self, String> {
        if tallies.len() != models.len() || pairs.len() + 1 != models.len() {
            return Err("it holds the counts of another number of scenarios".to_owned());
        }
        if tallies
            .iter()
            .any(|tally| tally.trials != tallies[0].trials)
        {
            return Err("its scenarios have not the same number of trials".to_owned());
        }
        Ok(Self {
            tallies,
            pairs,
            ..Self::new(models)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::testing::blueprint;
    use crate::sim::Simulator;

    const TRIALS: Range<u64> = 100..2_500;

    fn counted(models: &[&Model], trials: Range<u64>) -> Paired {
        let mut simulators: Vec<_> = models
            .iter()
            .map(|model| Simulator::new(model, 1))
            .collect();
        let mut paired = Paired::new(models);
        for trial in trials {
            paired.count(trial, |at, tally| *simulators[at].run(trial, tally));
        }
        paired
    }

    fn models() -> [Model; 2] {
        let mut calmer = blueprint(9);
        for actor in &mut calmer.numbers.actors {
            actor.restraint = 0.9;
        }
        [
            Model::new(blueprint(9)).unwrap(),
            Model::new(calmer).unwrap(),
        ]
    }

    #[test]
    fn a_pair_comes_back_from_its_counts_and_a_damaged_one_does_not() {
        let [base, variant] = models();
        let paired = counted(&[&base, &variant], TRIALS);
        let (tallies, pair) = ([&paired.tallies[0], &paired.tallies[1]], &paired.pairs[0]);
        assert!(
            pair.changed() > 100 && pair.changed() < 2_000,
            "{}",
            pair.changed()
        );
        let counts: BTreeMap<String, Vec<i128>> = pair.counts().into_iter().collect();
        let back = |counts: &BTreeMap<String, Vec<i128>>| {
            Pair::from_counts([&base, &variant], tallies, &TRIALS, |name| {
                counts.get(name).map(Vec::as_slice)
            })
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
                assert!(
                    may_be || damaged == counts || back(&damaged).is_err(),
                    "{name} {damage}"
                );
            }
            let mut shorter = counts.clone();
            shorter.remove(name);
            assert!(
                back(&shorter).unwrap_err().contains(name),
                "{name} {list:?}"
            );
        }
    }

    /// Parts of the trials, read back and put together in any order, are all of them.
    #[test]
    fn parts_merge_to_the_whole() {
        let [base, variant] = models();
        let all = [&base, &variant];
        let part = |range: Range<u64>| {
            let counted = counted(&all, range.clone());
            let counts: BTreeMap<String, Vec<i128>> =
                counted.pairs[0].counts().into_iter().collect();
            let tallies = [&counted.tallies[0], &counted.tallies[1]];
            let get = |name: &str| counts.get(name).map(Vec::as_slice);
            let pair = Pair::from_counts(all, tallies, &range, get).unwrap();
            Paired::from_parts(&all, counted.tallies.clone(), vec![pair]).unwrap()
        };
        let whole = counted(&all, 0..6_000);
        assert!(whole.pairs[0].changed() > Pair::KEPT as u64);
        let parts = [part(0..900), part(900..900), part(900..6_000)];
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
            let mut merged = parts[order[0]].clone();
            order[1..]
                .iter()
                .for_each(|&next| merged.merge(&parts[next]));
            assert!(
                merged.tallies == whole.tallies && merged.pairs == whole.pairs,
                "{order:?}"
            );
        }
        assert!(Paired::from_parts(&all, whole.tallies.clone(), Vec::new()).is_err());
    }

    /// Counts that add up, and that no trials have: differences the other way round, changes of
    /// another kind.
    #[test]
    fn counts_that_contradict_the_tallies_are_refused() {
        let [base, variant] = models();
        let paired = counted(&[&base, &variant], TRIALS);
        let back = |counts: &BTreeMap<String, Vec<i128>>| {
            let get = |name: &str| counts.get(name).map(Vec::as_slice);
            Pair::from_counts(
                [&base, &variant],
                [&paired.tallies[0], &paired.tallies[1]],
                &TRIALS,
                get,
            )
        };
        let counts: BTreeMap<String, Vec<i128>> = paired.pairs[0].counts().into_iter().collect();
        let mut turned = counts.clone();
        let [below, above] = ["acts_below", "acts_above"].map(|name| counts[name].clone());
        turned.extend([
            ("acts_below".to_owned(), above),
            ("acts_above".to_owned(), below),
        ]);
        turned
            .entry("acts_sums".to_owned())
            .and_modify(|sums| sums[0] = -sums[0]);
        turned
            .entry("acts_trials".to_owned())
            .and_modify(|trials| trials.reverse());
        assert!(back(&turned).is_err_and(|reason| reason.contains("acts_sums")));
        let mut changed = counts.clone();
        changed.entry("changes".to_owned()).and_modify(|changes| {
            changes[Change::Unresolved as usize] += changes[Change::Calmer as usize];
            changes[Change::Calmer as usize] = 0;
        });
        assert!(
            changed != counts && back(&changed).is_err_and(|reason| reason.contains("changes"))
        );
    }
}
