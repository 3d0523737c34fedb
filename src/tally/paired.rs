//! Trials run in several models on the same luck: what changes from the first model to each of the others.

mod counts;

use super::{Differing, Tally};
use crate::model::Model;
use crate::quantities::{Quantity, values};
use crate::sim::{Outcome, Summary};

const OUTCOMES: usize = Outcome::ALL.len();
/// How many quantities are compared.
const COMPARED: usize = {
    let (mut at, mut count) = (0, 0);
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

impl Pair {
    /// The quantities whose means are compared; shares of outcomes follow from the flips.
    pub const MEANS: [Quantity; COMPARED] = {
        let (mut compared, mut at, mut place) = ([Quantity::NoForce; COMPARED], 0, 0);
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
        all - (0..OUTCOMES).map(|at| self.flips[at][at]).sum::<u64>()
    }

    /// Trials that ended so in the base alone, and in the variant alone.
    #[must_use]
    pub fn outcome_only(&self, outcome: Outcome) -> [u64; 2] {
        let at = outcome as usize;
        let other = (0..OUTCOMES).filter(|&other| other != at);
        other.fold([0, 0], |[base, variant], other| [base + self.flips[at][other], variant + self.flips[other][at]])
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
        let facts = |model: &&Model| RungFacts {
            force: model.force.clone(),
            severity: model.numbers.rungs.iter().map(|rung| rung.severity).collect(),
        };
        Self {
            tallies: models.iter().map(|model| Tally::new(model)).collect(),
            pairs: vec![Pair::default(); models.len().saturating_sub(1)],
            facts: models.iter().map(facts).collect(),
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
        let (Some((base, variants)), Some((facts, others))) = (self.current.split_first(), self.facts.split_first())
        else {
            return;
        };
        for ((pair, variant), other) in self.pairs.iter_mut().zip(variants).zip(others) {
            pair.flips[base.outcome as usize][variant.outcome as usize] += 1;
            pair.different += u64::from(base != variant);
            if base.outcome != variant.outcome {
                pair.changes[change((facts, base), (other, variant)) as usize] += 1;
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
                let pair = [before[quantity as usize], after[quantity as usize]];
                if pair[0] != pair[1] {
                    differing.add(quantity, pair);
                }
            }
        }
    }

    /// Whether all trials are the same in all models, one by one and day by day.
    #[must_use]
    pub fn is_alike(&self) -> bool {
        self.pairs.iter().all(|pair| pair.different == 0) && self.tallies.windows(2).all(|pair| pair[0] == pair[1])
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

/// How a history changed: peak by severity, since two ladders may differ, then uses of force, then acts.
fn change((facts, base): (&RungFacts, &Summary), (other, variant): (&RungFacts, &Summary)) -> Change {
    if base.outcome == Outcome::Unresolved || variant.outcome == Outcome::Unresolved {
        return Change::Unresolved;
    }
    let force = |trial: &Summary| trial.force[0] + trial.force[1];
    let order = other.severity[variant.peak]
        .total_cmp(&facts.severity[base.peak])
        .then(force(variant).cmp(&force(base)))
        .then(variant.acts.cmp(&base.acts));
    match order {
        std::cmp::Ordering::Less => Change::Calmer,
        std::cmp::Ordering::Greater => Change::Worse,
        std::cmp::Ordering::Equal => Change::Alike,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calmer_is_a_lower_peak_then_less_force_then_fewer_acts() {
        let facts = RungFacts { force: vec![false, true, true], severity: vec![0.0, 0.5, 1.0] };
        let trial = |outcome, peak, force, acts| Summary { outcome, peak, acts, force, ..Summary::default() };
        let base = trial(Outcome::Feud, 1, [2, 1], 4);
        for (variant, expected) in [
            (trial(Outcome::NoForce, 0, [5, 5], 9), Change::Calmer),
            (trial(Outcome::War, 2, [0, 1], 1), Change::Worse),
            (trial(Outcome::OneRound, 1, [1, 1], 9), Change::Calmer),
            (trial(Outcome::OneSided, 1, [4, 0], 1), Change::Worse),
            (trial(Outcome::OneSided, 1, [3, 0], 3), Change::Calmer),
            (trial(Outcome::OneSided, 1, [3, 0], 4), Change::Alike),
            (trial(Outcome::Unresolved, 0, [0, 0], 0), Change::Unresolved),
        ] {
            assert_eq!(change((&facts, &base), (&facts, &variant)), expected, "{variant:?}");
        }
    }
}
