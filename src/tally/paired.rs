//! Trials run in several models on the same luck: what changes from the first model to each of the others.

mod counts;

use std::cmp::Ordering;

use super::{Differing, Tally};
use crate::model::Model;
use crate::model::indexed::indexed_by;
use crate::quantities::{Quantity, values};
use crate::sim::{Outcome, Summary};

const OUTCOMES: usize = Outcome::ALL.len();
/// How many quantities are compared.
const COMPARED: usize = {
    let mut at = 0;
    let mut count = 0;
    while at < Quantity::COUNT {
        count += Quantity::ALL[at].is_compared() as usize;
        at += 1;
    }
    count
};

/// Trials counted in a base model and, on the same luck, in its variants.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// The tally of each model, the base first.
    pub tallies: Vec<Tally>,
    /// For each variant what differs from the base, trial by trial.
    pub pairs: Vec<Pair>,
    facts: Vec<RungFacts>,
    /// What the trial under way came to, model by model.
    current: Vec<Summary>,
}

/// What a pair is judged by, of each model.
#[derive(Clone, Debug, PartialEq)]
struct RungFacts {
    force: Vec<bool>,
    severity: Vec<f64>,
}

impl RungFacts {
    fn of(model: &Model) -> Self {
        let severity = model
            .numbers
            .rungs
            .iter()
            .map(|rung| rung.severity)
            .collect();
        Self {
            force: model.force.clone(),
            severity,
        }
    }
}

/// A variant beside its base, trial by trial.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    /// Trials by outcome in the base and in the variant: `flips[base][variant]`.
    pub flips: [[u64; OUTCOMES]; OUTCOMES],
    /// Trials whose outcome changed, by how they changed, in the order of [`Change::ALL`].
    pub changes: [u64; Change::ALL.len()],
    /// Trials that came to anything else: if only in their deaths.
    pub different: u64,
    /// The first trials whose outcome changed, by number; no more than [`Pair::KEPT`].
    pub flipped: Vec<u64>,
    /// For each of [`Pair::MEANS`]: the differences, variant less base.
    pub differences: [Differing; Pair::MEANS.len()],
}

/// How a history whose outcome changed compares with the one it was (docs/model.md section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A lower peak, or as high a one with fewer uses of force, or as many of these with fewer acts.
    Calmer,
    /// The other way round.
    Worse,
    /// Alike in all three.
    Alike,
    /// Unresolved in either, and so not to be compared.
    Unresolved,
}

impl Change {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Calmer, Self::Worse, Self::Alike, Self::Unresolved];
}

indexed_by!(Change, Change::ALL.len());

impl Pair {
    /// The quantities whose means are compared; shares of outcomes follow from the flips.
    pub const MEANS: [Quantity; COMPARED] = {
        let mut compared = [Quantity::NoForce; COMPARED];
        let mut at = 0;
        let mut place = 0;
        while at < Quantity::COUNT {
            if Quantity::ALL[at].is_compared() {
                compared[place] = Quantity::ALL[at];
                place += 1;
            }
            at += 1;
        }
        compared
    };

    /// How many of the trials that ended differently are known by number.
    pub const KEPT: usize = 1000;

    /// How many trials ended differently.
    #[must_use]
    pub fn changed(&self) -> u64 {
        let all: u64 = self.flips.iter().flatten().sum();
        let same: u64 = Outcome::ALL
            .into_iter()
            .map(|outcome| self.flips[outcome][outcome])
            .sum();
        all - same
    }

    /// Trials that ended so in the base alone, and in the variant alone.
    #[must_use]
    pub fn outcome_only(&self, outcome: Outcome) -> [u64; 2] {
        let mut only = [0; 2];
        for other in Outcome::ALL.into_iter().filter(|&other| other != outcome) {
            only[0] += self.flips[outcome][other];
            only[1] += self.flips[other][outcome];
        }
        only
    }

    fn merge(&mut self, other: &Self) {
        for (own, more) in self.flips.iter_mut().zip(&other.flips) {
            super::add_all(own, more);
        }
        super::add_all(&mut self.changes, &other.changes);
        self.different += other.different;
        self.flipped.extend(&other.flipped);
        self.flipped.sort_unstable();
        self.flipped.truncate(Self::KEPT);
        for (own, more) in self.differences.iter_mut().zip(&other.differences) {
            own.merge(more);
        }
    }
}

impl Paired {
    /// Empty tallies of a base, which comes first, and its variants.
    #[must_use]
    pub fn new(models: &[&Model]) -> Self {
        Self {
            tallies: models.iter().map(|model| Tally::new(model)).collect(),
            pairs: vec![Pair::default(); models.len().saturating_sub(1)],
            facts: models.iter().map(|model| RungFacts::of(model)).collect(),
            current: Vec::with_capacity(models.len()),
        }
    }

    /// Counts the trial of this number: `run` runs it in the model of this place, witnessed by its tally.
    #[inline]
    pub fn count(&mut self, trial: u64, mut run: impl FnMut(usize, &mut Tally) -> Summary) {
        self.current.clear();
        for (at, tally) in self.tallies.iter_mut().enumerate() {
            let summary = run(at, tally);
            tally.add(&summary, None);
            self.current.push(summary);
        }
        let (Some((base, variants)), Some((facts, others))) =
            (self.current.split_first(), self.facts.split_first())
        else {
            return;
        };
        for ((pair, variant), other) in self.pairs.iter_mut().zip(variants).zip(others) {
            pair.flips[base.outcome][variant.outcome] += 1;
            pair.different += u64::from(base != variant);
            if base.outcome != variant.outcome {
                let before = TrialInModel { trial: base, facts };
                let after = TrialInModel {
                    trial: variant,
                    facts: other,
                };
                pair.changes[before.change(&after)] += 1;
                // A thread runs its trials in order, so that the first it keeps are its lowest.
                if pair.flipped.len() < Pair::KEPT {
                    pair.flipped.push(trial);
                }
            }
            // Of most histories nothing differs.
            if base == variant && facts.force == other.force {
                continue;
            }
            let [before, after] = [values(&facts.force, base), values(&other.force, variant)];
            for (differing, quantity) in pair.differences.iter_mut().zip(Pair::MEANS) {
                let pair = [before[quantity], after[quantity]];
                if pair[0] != pair[1] {
                    differing.add(quantity, pair);
                }
            }
        }
    }

    /// Whether all trials are the same in all models, one by one and day by day.
    #[must_use]
    pub fn is_alike(&self) -> bool {
        self.pairs.iter().all(|pair| pair.different == 0)
            && self.tallies.windows(2).all(|pair| pair[0] == pair[1])
    }

    /// Adds what was counted of the same models elsewhere.
    pub fn merge(&mut self, other: &Self) {
        for (own, more) in self.tallies.iter_mut().zip(&other.tallies) {
            own.merge(more);
        }
        for (own, more) in self.pairs.iter_mut().zip(&other.pairs) {
            own.merge(more);
        }
    }
}

/// One trial in one model.
struct TrialInModel<'h> {
    trial: &'h Summary,
    facts: &'h RungFacts,
}

impl TrialInModel<'_> {
    /// How this history changed into another: peak by severity, since two ladders may differ, then uses of force, then
    /// acts.
    fn change(&self, other: &Self) -> Change {
        if self.is_open() || other.is_open() {
            return Change::Unresolved;
        }
        let order = other
            .peak_severity()
            .total_cmp(&self.peak_severity())
            .then(other.uses_of_force().cmp(&self.uses_of_force()))
            .then(other.trial.acts.cmp(&self.trial.acts));
        match order {
            Ordering::Less => Change::Calmer,
            Ordering::Greater => Change::Worse,
            Ordering::Equal => Change::Alike,
        }
    }

    fn is_open(&self) -> bool {
        self.trial.outcome == Outcome::Unresolved
    }

    fn peak_severity(&self) -> f64 {
        self.facts.severity[self.trial.peak]
    }

    const fn uses_of_force(&self) -> u64 {
        self.trial.force[0] + self.trial.force[1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calmer_is_a_lower_peak_then_less_force_then_fewer_acts() {
        let facts = RungFacts {
            force: vec![false, true, true],
            severity: vec![0.0, 0.5, 1.0],
        };
        let trial = |outcome, peak, force, acts| Summary {
            outcome,
            peak,
            acts,
            force,
            ..Summary::default()
        };
        let base = trial(Outcome::SeveralRounds, 1, [2, 1], 4);
        for (variant, expected) in [
            (trial(Outcome::NoForce, 0, [5, 5], 9), Change::Calmer),
            (trial(Outcome::War, 2, [0, 1], 1), Change::Worse),
            (trial(Outcome::OneRound, 1, [1, 1], 9), Change::Calmer),
            (trial(Outcome::OneSided, 1, [4, 0], 1), Change::Worse),
            (trial(Outcome::OneSided, 1, [3, 0], 3), Change::Calmer),
            (trial(Outcome::OneSided, 1, [3, 0], 4), Change::Alike),
            (trial(Outcome::Unresolved, 0, [0, 0], 0), Change::Unresolved),
        ] {
            let change = TrialInModel {
                trial: &base,
                facts: &facts,
            }
            .change(&TrialInModel {
                trial: &variant,
                facts: &facts,
            });
            assert_eq!(change, expected, "{variant:?}");
        }
    }
}
