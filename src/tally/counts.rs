//! A tally as plain lists of whole numbers, to be kept and read back: what the shards of a run are made of.

use super::{Histogram, Levels, MOST_STEPS, MOST_TRIALS, Measured, Tally, Values};
use crate::model::Model;
use crate::sim::Outcome;
use crate::stats::Moments;

impl Tally {
    /// All counts, by name.
    #[must_use]
    pub fn counts(&self) -> Vec<(&'static str, Vec<i128>)> {
        let wide = |counts: &[u64]| counts.iter().map(|&count| i128::from(count)).collect();
        // A sum is far below 2^127: that of a trillion trials is checked where it is made.
        let sums = |moments: &Moments| moments.sums().map(|sum| sum as i128).to_vec();
        let mut counts = vec![
            ("trials", vec![i128::from(self.trials)]),
            ("outcomes", wide(&self.outcomes)),
            ("peak", wide(&self.peak)),
            ("first_act", wide(&self.first_act)),
            ("first_answer", wide(&self.first_answer)),
            ("end_day", sums(&self.end_day)),
            ("acts", sums(&self.acts)),
            ("force_opener", sums(&self.force[0])),
            ("force_other", sums(&self.force[1])),
            ("force_of_both", sums(&self.force_of_both)),
            ("trust", sums(&self.trust)),
            ("ended_with_mediator", vec![i128::from(self.ended_with_mediator)]),
            ("fronts_opened", sums(&self.fronts_opened)),
            ("later_crises", sums(&self.later_crises)),
            ("later_war", vec![i128::from(self.later_war)]),
            ("deaths", wide(self.deaths.bins())),
            ("deaths_large", wide(&self.deaths.large())),
            ("levels", self.levels.changes().iter().map(|&change| i128::from(change)).collect()),
            ("record", vec![i128::from(self.record)]),
        ];
        counts.extend(Measured::ALL.map(|measured| (measured.values_name(), wide(self.values.of(measured).bins()))));
        counts
    }

    /// The tally of a model with these counts.
    ///
    /// # Errors
    /// They are no tally of it: the reason, in a clause.
    pub fn from_counts<'c>(model: &Model, mut counts: impl FnMut(&str) -> Option<&'c [i128]>) -> Result<Self, String> {
        let mut all = |name: &'static str| counts(name).ok_or_else(|| format!("`{name}` is missing"));
        let trials = match all("trials")? {
            &[trials] => u64::try_from(trials).ok().filter(|&trials| trials <= MOST_TRIALS),
            _ => None,
        };
        let trials = trials.ok_or("`trials` is no number of trials")?;
        let rungs = Some(model.rungs());
        let mut values = Vec::new();
        for measured in Measured::ALL {
            let name = measured.values_name();
            let bins = Histogram::from_bins(listed(name, all(name)?, None, trials)?);
            values.push(bins.ok_or_else(|| format!("`{name}` has too many bins"))?);
        }
        let mut list = |name: &'static str, length: Option<usize>| listed(name, all(name)?, length, trials);
        let outcomes = list("outcomes", Some(Outcome::ALL.len()))?;
        let tally = Self {
            trials,
            // There are as many as there are quantities.
            values: Values::new(values.try_into().map_err(|_| "values are missing")?),
            // The length was just asked for.
            outcomes: outcomes.try_into().map_err(|_| "`outcomes` has another length")?,
            peak: list("peak", rungs)?,
            first_act: list("first_act", rungs)?,
            first_answer: list("first_answer", rungs)?,
            ended_with_mediator: list("ended_with_mediator", Some(1))?[0],
            later_war: list("later_war", Some(1))?[0],
            record: list("record", Some(1))?[0],
            deaths: deaths(list("deaths", None)?, all("deaths_large")?)?,
            end_day: moments("end_day", all("end_day")?, trials)?,
            acts: moments("acts", all("acts")?, trials)?,
            force: [
                moments("force_opener", all("force_opener")?, trials)?,
                moments("force_other", all("force_other")?, trials)?,
            ],
            force_of_both: moments("force_of_both", all("force_of_both")?, trials)?,
            trust: moments("trust", all("trust")?, trials)?,
            fronts_opened: moments("fronts_opened", all("fronts_opened")?, trials)?,
            later_crises: moments("later_crises", all("later_crises")?, trials)?,
            levels: levels(model, all("levels")?, trials)?,
        };
        tally.check(model)?;
        Ok(tally)
    }
}

/// Counts of trials, so many as there must be.
fn listed(name: &str, counts: &[i128], length: Option<usize>, trials: u64) -> Result<Vec<u64>, String> {
    if length.is_some_and(|length| length != counts.len()) {
        return Err(format!("`{name}` has another length"));
    }
    let fits = |&count: &i128| u64::try_from(count).ok().filter(|&count| count <= trials);
    let fitting = counts.iter().map(fits).collect::<Option<Vec<u64>>>();
    fitting.ok_or_else(|| format!("`{name}` counts more than the trials, or less than zero"))
}

/// Deaths by bins, and the large ones one by one.
fn deaths(bins: Vec<u64>, large: &[i128]) -> Result<Histogram, String> {
    let large = large.iter().map(|&value| u64::try_from(value).ok()).collect::<Option<Vec<u64>>>();
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
    let (sum, squares) = fitting.ok_or_else(|| format!("no such trials have the sums of `{name}`"))?;
    Ok(Moments::from_sums([sum, squares]))
}

fn levels(model: &Model, changes: &[i128], trials: u64) -> Result<Levels, String> {
    let changes = changes.iter().map(|&change| i64::try_from(change).ok()).collect::<Option<Vec<i64>>>();
    let levels = changes.and_then(|changes| Levels::from_changes(model.rungs(), model.horizon_days, changes, trials));
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
        let counts: BTreeMap<&str, Vec<i128>> = tally.counts().into_iter().collect();
        let back =
            |counts: &BTreeMap<&str, Vec<i128>>| Tally::from_counts(&model, |name| counts.get(name).map(Vec::as_slice));
        assert!(back(&counts) == Ok(tally));
        for (name, list) in &counts {
            for damage in [-1, i128::MAX, i128::MIN] {
                let mut damaged = counts.clone();
                match damaged.get_mut(name).and_then(|list| list.first_mut()) {
                    Some(first) => *first = damage,
                    None => damaged.entry(name).or_default().push(damage),
                }
                assert!(back(&damaged).is_err(), "{name} {damage}");
            }
            let mut shorter = counts.clone();
            assert!(!list.is_empty() || *name == "deaths_large");
            shorter.remove(name);
            assert!(back(&shorter).unwrap_err().contains(*name), "{name}");
        }
        let other = Model::new(blueprint(8)).unwrap();
        assert!(Tally::from_counts(&other, |name| counts.get(name).map(Vec::as_slice)).is_err());
    }
}
