//! A tally as plain lists of whole numbers, to be kept and read back: what the shards of a run are made of.

use super::{Histogram, Levels, Tally};
use crate::model::Model;
use crate::stats::Moments;

/// More trials no run has: sums of so many stay far from their bounds.
const MOST_TRIALS: u64 = 1 << 40;
/// A moment of a value above this, in steps, is no trial's.
const MOST_STEPS: u128 = 1 << 40;

impl Tally {
    /// All counts, by name.
    #[must_use]
    pub fn counts(&self) -> Vec<(&'static str, Vec<i128>)> {
        let wide = |counts: &[u64]| counts.iter().map(|&count| i128::from(count)).collect();
        // A sum is far below 2^127: that of a trillion trials is checked where it is made.
        let sums = |moments: &Moments| moments.sums().map(|sum| sum as i128).to_vec();
        vec![
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
            ("levels", self.levels.changes().iter().map(|&change| i128::from(change)).collect()),
            ("record", vec![i128::from(self.record)]),
        ]
    }

    /// The tally of a model with these counts; none where they are no tally of it.
    #[must_use]
    pub fn from_counts<'c>(model: &Model, mut counts: impl FnMut(&str) -> Option<&'c [i128]>) -> Option<Self> {
        let trials = match counts("trials")? {
            &[trials] => u64::try_from(trials).ok().filter(|&trials| trials <= MOST_TRIALS)?,
            _ => return None,
        };
        let mut list = |name: &str, length: Option<usize>| -> Option<Vec<u64>> {
            let list = counts(name)?;
            let fits = |&count: &i128| u64::try_from(count).ok().filter(|&count| count <= trials);
            let list: Vec<u64> = list.iter().map(fits).collect::<Option<_>>()?;
            length.is_none_or(|length| length == list.len()).then_some(list)
        };
        let rungs = Some(model.rungs());
        let outcomes: [u64; _] = list("outcomes", None)?.try_into().ok()?;
        let (peak, first_act, first_answer) =
            (list("peak", rungs)?, list("first_act", rungs)?, list("first_answer", rungs)?);
        let (ended_with_mediator, later_war) =
            (list("ended_with_mediator", Some(1))?[0], list("later_war", Some(1))?[0]);
        let (record, deaths) = (list("record", Some(1))?[0], Histogram::from_bins(list("deaths", None)?)?);
        let mut sums = |name: &str| -> Option<Moments> {
            let &[sum, squares] = counts(name)? else { return None };
            let (sum, squares) = (u128::try_from(sum).ok()?, u128::try_from(squares).ok()?);
            let most = u128::from(trials) * MOST_STEPS;
            (sum <= most && squares / MOST_STEPS <= most).then_some(Moments::from_sums([sum, squares]))
        };
        let force = [sums("force_opener")?, sums("force_other")?];
        let force_of_both = sums("force_of_both")?;
        let (end_day, acts, trust) = (sums("end_day")?, sums("acts")?, sums("trust")?);
        let (fronts_opened, later_crises) = (sums("fronts_opened")?, sums("later_crises")?);
        let changes = counts("levels")?.iter().map(|&change| i64::try_from(change).ok()).collect::<Option<_>>()?;
        let levels = Levels::from_changes(model.rungs(), model.horizon_days, changes, trials)?;
        let whole = outcomes.iter().sum::<u64>() == trials && peak.iter().sum::<u64>() == trials;
        let whole = whole && deaths.bins().iter().sum::<u64>() == trials;
        whole.then_some(Self {
            trials,
            outcomes,
            peak,
            first_act,
            first_answer,
            end_day,
            acts,
            force,
            force_of_both,
            trust,
            ended_with_mediator,
            fronts_opened,
            later_crises,
            later_war,
            deaths,
            levels,
            record,
        })
    }
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
        assert!(back(&counts) == Some(tally));
        for name in counts.keys().copied() {
            for damage in [-1, i128::MAX, i128::MIN] {
                let mut damaged = counts.clone();
                if let Some(first) = damaged.get_mut(name).and_then(|list| list.first_mut()) {
                    *first = damage;
                }
                assert!(back(&damaged).is_none(), "{name} {damage}");
            }
            let mut shorter = counts.clone();
            shorter.remove(name);
            assert!(back(&shorter).is_none(), "{name}");
        }
        let other = Model::new(blueprint(8)).unwrap();
        assert!(Tally::from_counts(&other, |name| counts.get(name).map(Vec::as_slice)).is_none());
    }
}
