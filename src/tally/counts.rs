//! A tally as plain lists of whole numbers, to be kept and read back: what the shards of a run are
//! made of.

use super::lists::Lists;
use super::{FACTS, Histogram, Levels, MOST_STEPS, MOST_TRIALS, Number, RecordCounts, Tally};
use crate::model::Model;
use crate::quantities::{Kind, Quantity};
use crate::sim::Outcome;
use crate::stats::Moments;

impl Tally {
    /// All counts, by name.
    #[must_use]
    pub fn counts(&self) -> Vec<(String, Vec<i128>)> {
        let tables = [
            ("trials", vec![i128::from(self.trials)]),
            ("outcomes", wide(&self.outcomes)),
            ("peak", wide(&self.peak)),
            ("first_act", wide(&self.first_act)),
            ("first_answer", wide(&self.first_answer)),
            ("deaths", wide(self.deaths.bins())),
            ("deaths_large", wide(&self.deaths.large())),
            (
                "levels",
                self.levels
                    .changes()
                    .iter()
                    .map(|&change| i128::from(change))
                    .collect(),
            ),
            ("record", vec![i128::from(self.record.all)]),
            ("record_facts", wide(&self.record.facts)),
        ];
        let mut counts: Vec<_> = tables
            .map(|(name, counts)| (name.to_owned(), counts))
            .into();
        for quantity in Quantity::ALL {
            let key = quantity.tally_key();
            let number = self.number(quantity);
            match quantity.row().kind {
                Kind::Flag => counts.push((key, vec![i128::from(self.flag(quantity))])),
                Kind::Number { .. } => {
                    counts.push((values_key(&key), wide(number.values.bins())));
                    // A sum is far below 2^127: that of a trillion trials is checked where it is
                    // made.
                    counts.push((key, number.sums.sums().map(|sum| sum as i128).to_vec()));
                }
                Kind::Outcomes(_) | Kind::FirstAct | Kind::FirstAnswer => {}
            }
        }
        counts
    }

    /// The tally of a model with these counts.
    ///
    /// # Errors
    /// They are no tally of it: the reason, in a clause.
    pub fn from_counts<'c>(
        model: &Model,
        counts: impl FnMut(&str) -> Option<&'c [i128]>,
    ) -> Result<Self, String> {
        let mut lists = Lists(counts);
        let trials = match lists.list("trials")? {
            &[trials] => u64::try_from(trials)
                .ok()
                .filter(|&trials| trials <= MOST_TRIALS),
            _ => None,
        };
        let trials = trials.ok_or("`trials` is no number of trials")?;
        let rungs = Some(model.rungs());
        let mut tally = Self {
            trials,
            ..Self::new(model)
        };
        for quantity in Quantity::ALL {
            let key = quantity.tally_key();
            match quantity.row().kind {
                Kind::Flag => tally.flags[quantity] = lists.counts(&key, Some(1), trials)?[0],
                Kind::Number { .. } => tally.numbers[quantity] = number(&key, &mut lists, trials)?,
                Kind::Outcomes(_) | Kind::FirstAct | Kind::FirstAnswer => {}
            }
        }
        let outcomes = lists.counts("outcomes", Some(Outcome::ALL.len()), trials)?;
        // The length was just asked for.
        tally.outcomes = outcomes
            .try_into()
            .map_err(|_| "`outcomes` has another length")?;
        tally.peak = lists.counts("peak", rungs, trials)?;
        tally.first_act = lists.counts("first_act", rungs, trials)?;
        tally.first_answer = lists.counts("first_answer", rungs, trials)?;
        tally.record = record(&mut lists, trials)?;
        let deaths_by_bin = lists.counts("deaths", None, trials)?;
        tally.deaths = deaths(deaths_by_bin, lists.list("deaths_large")?)?;
        tally.levels = levels(model, lists.list("levels")?, trials)?;
        tally.check(model)?;
        Ok(tally)
    }
}

/// Counts as the whole numbers that files hold.
pub(super) fn wide(counts: &[u64]) -> Vec<i128> {
    counts.iter().map(|&count| i128::from(count)).collect()
}

/// What a file calls how often each value of a quantity came.
pub(super) fn values_key(key: &str) -> String {
    format!("{key}_values")
}

/// What was counted of a quantity that is a number.
fn number<'c>(
    key: &str,
    lists: &mut Lists<impl FnMut(&str) -> Option<&'c [i128]>>,
    trials: u64,
) -> Result<Number, String> {
    let name = values_key(key);
    let values = Histogram::from_bins(lists.counts(&name, None, trials)?);
    let values = values.ok_or_else(|| format!("`{name}` has too many bins"))?;
    Ok(Number {
        sums: moments(key, lists.list(key)?, trials)?,
        values,
    })
}

/// Trials that agree with a record.
fn record<'c>(
    lists: &mut Lists<impl FnMut(&str) -> Option<&'c [i128]>>,
    trials: u64,
) -> Result<RecordCounts, String> {
    let all = lists.counts("record", Some(1), trials)?[0];
    let facts = lists.counts("record_facts", Some(FACTS), trials)?;
    // The length was just asked for.
    let facts = facts
        .try_into()
        .map_err(|_| "`record_facts` has another length")?;
    Ok(RecordCounts { all, facts })
}

/// Deaths by bins, and the large ones one by one.
fn deaths(bins: Vec<u64>, large: &[i128]) -> Result<Histogram, String> {
    let large = large
        .iter()
        .map(|&value| u64::try_from(value).ok())
        .collect::<Option<Vec<u64>>>();
    let deaths = large.and_then(|large| Histogram::from_counts(bins, &large));
    deaths.ok_or_else(|| "`deaths` and `deaths_large` do not agree".to_owned())
}

/// The sums of a quantity, far enough from their bounds to be worked with.
fn moments(name: &str, sums: &[i128], trials: u64) -> Result<Moments, String> {
    let most = u128::from(trials) * MOST_STEPS;
    let fitting = match sums {
        &[sum, squares] => u128::try_from(sum).ok().zip(u128::try_from(squares).ok()),
        _ => None,
    };
    let fitting = fitting.filter(|&(sum, squares)| sum <= most && squares / MOST_STEPS <= most);
    let (sum, squares) =
        fitting.ok_or_else(|| format!("no such trials have the sums of `{name}`"))?;
    Ok(Moments::from_sums([sum, squares]))
}

fn levels(model: &Model, changes: &[i128], trials: u64) -> Result<Levels, String> {
    let changes = changes
        .iter()
        .map(|&change| i64::try_from(change).ok())
        .collect::<Option<Vec<i64>>>();
    let levels = changes.and_then(|changes| {
        Levels::from_changes(model.rungs(), model.horizon_days, changes, trials)
    });
    levels.ok_or_else(|| "`levels` do not hold each trial once on every day".to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::testing::blueprint;
    use crate::sim::Simulator;

    fn counted(model: &Model) -> Tally {
        let (mut simulator, mut tally) = (Simulator::new(model, 1), Tally::new(model));
        for trial in 0..500 {
            let summary = simulator.run(trial, &mut tally);
            tally.add(summary, None);
        }
        tally
    }

    #[test]
    fn a_tally_comes_back_from_its_counts_and_a_damaged_one_does_not() {
        let model = Model::new(blueprint(9)).unwrap();
        let tally = counted(&model);
        let counts: BTreeMap<String, Vec<i128>> = tally.counts().into_iter().collect();
        let back = |counts: &BTreeMap<String, Vec<i128>>| {
            Tally::from_counts(&model, |name| counts.get(name).map(Vec::as_slice))
        };
        assert!(back(&counts) == Ok(tally));
        for (name, list) in &counts {
            for damage in [-1, i128::MAX, i128::MIN] {
                let mut damaged = counts.clone();
                match damaged.get_mut(name).and_then(|list| list.first_mut()) {
                    Some(first) => *first = damage,
                    None => damaged.entry(name.clone()).or_default().push(damage),
                }
                assert!(back(&damaged).is_err(), "{name} {damage}");
            }
            let mut shorter = counts.clone();
            assert!(!list.is_empty() || name == "deaths_large");
            shorter.remove(name);
            assert!(back(&shorter).unwrap_err().contains(name), "{name}");
        }
        let other = Model::new(blueprint(8)).unwrap();
        assert!(Tally::from_counts(&other, |name| counts.get(name).map(Vec::as_slice)).is_err());
    }
}
